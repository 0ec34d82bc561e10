// Shows: a district hospital learns a technique. A learning chart designed from stated rates proposes acceptance; a safety
// chart, kept from then on, later proposes suspension and re-training. Each proposal becomes a fact when somebody records it,
// and then the same patient is referred elsewhere, with the reasons.
// Read first: 02_write_down_a_network. The hospitals, the patient, the rates and all outcomes are synthetic; the law is not.
#include <lienvien/law/vietnam/transfer.hpp>
#include <lienvien/lienvien.hpp>
#include <lienvien/measure/bernoulli_cusum.hpp>
#include <lienvien/measure/learning_cusum.hpp>
#include <lienvien/network/situation.hpp>
#include <lienvien/text/print_answer.hpp>

#include <cstddef>
#include <cstdint>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

using namespace lienvien;
using namespace lienvien::literals;
using namespace std::chrono_literals;

namespace {

constexpr auto dialysis = "dialysis"_technique;
constexpr auto district = "district"_institution;

network three_hospitals() {
    auto const made_up = synthetic("for this example");
    network all;
    all.techniques.push_back({.id = dialysis, .name = {"lọc máu chu kỳ", "haemodialysis"}, .source = made_up});
    auto const add = [&](institution_id id, text name, institution_kind kind, legacy_tier tier,
                         std::vector<technique_id> techniques) {
        all.institutions.push_back({.id = id,
                                    .name = std::move(name),
                                    .kind = kind,
                                    .ownership = ownership::state,
                                    .operations = {{operation_status::operating, always, made_up}},
                                    .place = {.country = "VN"},
                                    .source = made_up});
        all.legacy_standings.push_back({.institution = id, .tier = tier, .valid = always, .source = made_up});
        all.technique_lists.push_back(
            {.site = id, .techniques = std::move(techniques), .valid = always, .source = made_up});
    };
    add("commune"_institution, {"Trạm y tế xã (giả định)", "Commune health station (synthetic)"},
        institution_kind::health_station, legacy_tier::commune, {});
    add(district, {"Bệnh viện huyện (giả định)", "District hospital (synthetic)"}, institution_kind::hospital,
        legacy_tier::district, {});
    add("province"_institution, {"Bệnh viện tỉnh (giả định)", "Provincial hospital (synthetic)"},
        institution_kind::hospital, legacy_tier::provincial, {dialysis});
    all.affiliations.push_back({"commune"_institution, district, affiliation_kind::referral_line, always, made_up});
    all.affiliations.push_back({district, "province"_institution, affiliation_kind::referral_line, always, made_up});
    all.capabilities.push_back({.site = district,
                                .technique = dialysis,
                                .stage = stage::on_site,
                                .valid = {sys_days(2026y / 1 / 5)},
                                .source = made_up});
    return all;
}

/// SplitMix64: the same synthetic outcomes on every machine.
struct outcomes {
    std::uint64_t state;
    bool failure(unsigned in_a_thousand) {
        std::uint64_t z = state += 0x9e3779b97f4a7c15u;
        z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
        z = (z ^ z >> 27) * 0x94d049bb133111ebu;
        return (z ^ z >> 31) % 1000 < in_a_thousand;
    }
};

/// How a chart ran: one bar a case, full at the limit, and a mark below each case that failed.
class picture {
public:
    void add(double part_of_limit, bool failed) {
        static constexpr char const* bars[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
        double const height = part_of_limit >= 1 ? 7 : part_of_limit * 7;
        if (width_ == 60) flush();
        bars_ += bars[static_cast<std::size_t>(height)];
        marks_ += failed ? "×" : " ";
        ++width_;
    }
    void flush() {
        while (!marks_.empty() && marks_.back() == ' ') marks_.pop_back();
        if (width_ != 0) std::cout << "  " << bars_ << "\n  " << marks_ << '\n';
        bars_.clear();
        marks_.clear();
        width_ = 0;
    }

private:
    std::string bars_;
    std::string marks_;
    int width_ = 0;
};

void refer(situation const& now, bool with_reasons) {
    patient_need const need{.id = "dialysis-case"_need,
                            .origin = "commune"_institution,
                            .techniques = {dialysis},
                            .urgency = urgency::routine,
                            .transfer_indicated = truth::yes,
                            .past_emergency_stage = truth::yes,
                            .improved = truth::no,
                            .source = synthetic()};
    auto const answer = decide(now.today(), vietnam::transfer_between_facilities, need);
    std::cout << "\nWho may take a patient of the commune who needs haemodialysis, " << format_day(now.today().day())
              << "?\n";
    print(std::cout, best(answer, 3), now.written(), language::en);
    if (with_reasons) {
        std::cout << "Why not the district hospital?\n";
        print(std::cout, *why(answer, district), now.written(), language::en);
    }
    std::cout << '\n';
}

/// Records what a signal proposes, as the people in charge have decided it: the stage before it ends on that day.
void record(situation& now, chart_signal const& seen, sys_days day) {
    auto const last = now.written().capabilities.size() - 1;
    auto ended = now.written().capabilities[last];
    ended.valid.until = partial_date(day);
    now.correct(last, ended);
    now.record(*proposed_fact(seen, district, dialysis, day, synthetic("decided upon the signal of the chart")));
    now.move_to(day);
}

}  // namespace

int main() {
    situation now(three_hospitals(), sys_days(2026y / 1 / 5));
    outcomes made_up{30};
    auto const day_of = [](std::uint64_t number) { return sys_days(2026y / 1 / 5) + std::chrono::days(2 * number); };

    // [region learn]
    // Stated by those who answer for it: 20 complications in 100 are too many, 5 are adequate, and of learners who are
    // not there yet at most 5 in 100 may be declared competent within 60 cases. The limit follows.
    auto const design = design_learning_cusum(0.20, 0.05, 0.05, 60);
    if (!design) return 1;
    learning_cusum learning(*design);
    // [endregion learn]
    std::cout << "Learning chart: limit " << with_decimals(design->limit, 3)
              << "; an adequate hospital is accepted within 60 cases with "
              << "probability " << with_decimals(probability_declared_competent(*design, 0.05, 60), 2)
              << ", an inadequate one with " << with_decimals(probability_declared_competent(*design, 0.20, 60), 3)
              << ".\n";
    picture learned;
    while (!learning.competent() && learning.taken() < 60) {
        // Synthetic: complications fall from 30 in 100 to 5 in 100 while the team learns.
        auto const done = static_cast<unsigned>(learning.taken());
        bool const failed = made_up.failure(done < 20 ? 300 - 12 * done : 50);
        learning.add(failed);
        learned.add(learning.sum() / design->limit, failed);
    }
    learned.flush();
    refer(now, false);
    if (!learning.competent()) return 1;
    auto const accepted = *learning.competent();
    std::cout << words_of(accepted).en << "\n" << words_of(accepted).vi << "\n";
    record(now, accepted, day_of(accepted.number));
    refer(now, false);

    // [region watch]
    // From now on: 5 in 100 are acceptable, 15 are to be noticed, and a false alarm may come once in 1,000 cases.
    auto const watch = design_bernoulli_cusum(0.05, 0.15, 1000);
    if (!watch) return 1;
    bernoulli_cusum safety(*watch);
    // [endregion watch]
    std::cout << "Safety chart: a complication adds " << watch->failure_step << ", a case without takes 1 away, limit "
              << watch->limit << "; false alarms once in " << with_decimals(bernoulli_run_length(*watch, 0.05), 0)
              << " cases, notice after " << with_decimals(bernoulli_run_length(*watch, 0.15), 0) << ".\n";
    picture watched;
    for (std::uint64_t number = accepted.number + 1; number < 400; ++number) {
        // Synthetic: after 70 cases something goes wrong, and 20 in 100 have a complication.
        bool const failed = made_up.failure(safety.taken() < 70 ? 50 : 200);
        auto const seen = safety.add(failed);
        watched.add(static_cast<double>(safety.sum()) / watch->limit, failed);
        if (!seen) continue;
        watched.flush();
        std::cout << '\n' << words_of(*seen).en << "\n" << words_of(*seen).vi << "\n";
        record(now, *seen, day_of(number));
        refer(now, true);
        return 0;
    }
    return 1;
}
