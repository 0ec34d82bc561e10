#pragma once

#include <lienvien/validate/holdings.hpp>
#include <lienvien/validate/report.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace detail {

/// What is wrong with transfers and with capabilities that name one.
class transfer_check {
public:
    transfer_check(network const& all, directory const& known, kinship const& kin, holdings const& held, report& found)
        : all_(all),
          known_(known),
          kin_(kin),
          held_(held),
          found_(found),
          received_(known.group(
              all.institutions.size(), all.transfers, [](transfer const& t) -> auto const& { return t.recipient; })),
          staff_(known.group(
              all.institutions.size(), all.staffings, [](staffing const& s) -> auto const& { return s.institution; })),
          graded_(known.group(
              all.institutions.size(), all.gradings, [](grading const& g) -> auto const& { return g.institution; })) {}

    void run() {
        for (std::size_t n = 0; n < all_.capabilities.size(); ++n) {
            if (all_.capabilities[n].by_transfer) source_of(n);
        }
        for (std::size_t n = 0; n < all_.transfers.size(); ++n) {
            auto const& each = all_.transfers[n];
            if (!accepted(each)) continue;
            auto const* what = known_.get(each.package);
            auto const site = known_.find(each.recipient);
            if (!what || !site) continue;
            partial_date const on = accepted_on(each);
            prerequisites(n, *what, *site, on);
            staff(n, *what, *site, on);
            level(n, *what, *site, on);
        }
    }

private:
    [[nodiscard]] static stage reached(transfer const& each) noexcept {
        return each.stages.empty() ? stage::not_known : each.stages.back().stage;
    }
    [[nodiscard]] static bool accepted(transfer const& each) noexcept { return is_yes(performs_alone(reached(each))); }
    [[nodiscard]] static partial_date accepted_on(transfer const& each) {
        for (auto const& record : each.stages) {
            if (is_yes(performs_alone(record.stage))) return record.on;
        }
        return {};
    }
    void add(std::string_view code, severity weight, std::size_t number, text message) {
        found_.add(finding_code::checked(code), weight, subject_of(all_.transfers[number]),
                   place_of("transfers", number), std::move(message));
    }

    /// Is the technique in the package or in one of its parts?
    [[nodiscard]] bool contains(package_id const& outer, technique_id const& technique) const {
        std::vector<package const*> reachable;
        auto const reach = [&](package_id const& id) {
            auto const* noun = known_.get(id);
            bool seen = !noun;
            for (auto const* other : reachable) seen = seen || other == noun;
            if (!seen) reachable.push_back(noun);
        };
        reach(outer);
        for (std::size_t n = 0; n < reachable.size(); ++n) {
            for (auto const& id : reachable[n]->techniques) {
                if (id == technique) return true;
            }
            for (auto const& part : reachable[n]->parts) reach(part);
        }
        return reachable.empty();  // a package that is missing is reported as such
    }

    void source_of(std::size_t n) {
        auto const& fact = all_.capabilities[n];
        auto const* from = known_.get(*fact.by_transfer);
        if (!from) return;
        bool const same_site = kin_.acts_for(fact.site, from->recipient) || kin_.acts_for(from->recipient, fact.site);
        if (!same_site || !contains(from->package, fact.technique)) {
            found_.add(
                finding_code::checked("foreign-transfer"), severity::error, subject_of(fact),
                place_of("capabilities", n, "by_transfer"),
                both({"chuyển giao “", from->id.view(), "” là của gói “", from->package.view(), "” cho “",
                      from->recipient.view(), "”, không phải ", same_site ? "của kỹ thuật này" : "cho cơ sở này"},
                     {"the transfer “", from->id.view(), "” is of the package “", from->package.view(), "” to “",
                      from->recipient.view(), "”, not ", same_site ? "of this technique" : "to this site"}));
        } else if (is_yes(performs_alone(fact.stage)) && is_no(performs_alone(reached(*from)))) {
            found_.add(finding_code::checked("ahead-of-transfer"), severity::warning, subject_of(fact),
                       place_of("capabilities", n, "stage"),
                       both({"năng lực ghi “", label_of(fact.stage).vi, "” nhưng chuyển giao “", from->id.view(),
                             "” mới ở “", label_of(reached(*from)).vi, "”"},
                            {"the capability is “", label_of(fact.stage).en, "”, but the transfer “", from->id.view(),
                             "” stands at “", label_of(reached(*from)).en, "”"}));
        }
    }

    /// Did the recipient come to hold the package, by transfer or of its own?
    [[nodiscard]] truth holds_package(package const& what, std::uint32_t site, partial_date const& on) const {
        bool under_way = false;
        for (auto const n : received_[site]) {
            auto const& each = all_.transfers[n];
            if (each.package != what.id) continue;
            if (accepted(each)) return truth::yes;
            under_way = under_way || is_no(performs_alone(reached(each)));
        }
        truth of_its_own = what.techniques.empty() ? truth::unknown : truth::yes;
        for (auto const& id : what.techniques) {
            auto const technique = known_.find(id);
            of_its_own &= technique ? held_.performs(site, *technique, {on}, known_) : truth::unknown;
        }
        return under_way && !is_yes(of_its_own) ? truth::no : of_its_own;
    }

    void prerequisites(std::size_t n, package const& what, std::uint32_t site, partial_date const& on) {
        std::string lacking, open;
        for (auto const& id : what.prerequisites) {
            auto const* needed = known_.get(id);
            if (!needed || needed == &what) continue;
            truth const there = holds_package(*needed, site, on);
            if (is_yes(there)) continue;
            std::string& names = is_no(there) ? lacking : open;
            names += joined({names.empty() ? "" : ", ", id.view()});
        }
        auto const who = all_.institutions[site].id.view();
        if (!lacking.empty()) {
            add("prerequisite-not-held", severity::warning, n,
                both({"gói “", what.id.view(), "” đã nghiệm thu tại “", who,
                      "” khi chưa có gói cần có trước: ", lacking},
                     {"the package “", what.id.view(), "” is accepted at “", who,
                      "” without the packages that come first: ", lacking}));
        }
        if (!open.empty()) {
            add("prerequisite-not-shown", severity::note, n,
                both({"gói “", what.id.view(), "” đã nghiệm thu tại “", who,
                      "”; chưa rõ có gói cần có trước hay không: ", open},
                     {"the package “", what.id.view(), "” is accepted at “", who,
                      "”; it is not known whether it holds what comes first: ", open}));
        }
    }

    /// Too few people of a profession, where every figure for the time of acceptance says so.
    void staff(std::size_t n, package const& what, std::uint32_t site, partial_date const& on) {
        for (auto const& need : what.staff) {
            std::optional<people> most;
            bool open = false;
            for (auto const s : staff_[site]) {
                auto const& fact = all_.staffings[s];
                if (fact.profession != need.profession || is_no(holds_at(fact.valid, on))) continue;
                open = open || !fact.most || !is_yes(holds_at(fact.valid, on));
                if (fact.most && (!most || *most < *fact.most)) most = fact.most;
            }
            if (open || !most || !(*most < need.at_least)) continue;
            std::string const there = most->to_string(), wanted = need.at_least.to_string();
            label const who = label_of(need.profession);
            add("staff-need-unmet", severity::warning, n,
                both({"gói “", what.id.view(), "” cần ", wanted, " ", who.vi, "; khi nghiệm thu “",
                      all_.transfers[n].recipient.view(), "” có nhiều nhất ", there},
                     {"the package “", what.id.view(), "” needs ", wanted, " (", who.en, "); at acceptance “",
                      all_.transfers[n].recipient.view(), "” has at most ", there}));
        }
    }

    /// A level below the lowest that the package states, where every grading for the time of acceptance says so.
    void level(std::size_t n, package const& what, std::uint32_t site, partial_date const& on) {
        if (what.lowest_level == technical_level::not_known) return;
        technical_level highest{};
        bool open = false;
        for (auto const g : graded_[site]) {
            auto const& fact = all_.gradings[g];
            truth const then = holds_at(fact.valid, on);
            if (is_no(then)) continue;
            open = open || !is_yes(then) || fact.level == technical_level::not_known;
            if (fact.level > highest) highest = fact.level;
        }
        if (open || highest == technical_level::not_known || highest >= what.lowest_level) return;
        label const there = label_of(highest), wanted = label_of(what.lowest_level);
        add("level-too-low", severity::warning, n,
            both({"gói “", what.id.view(), "” cần ", wanted.vi, " trở lên; khi nghiệm thu “",
                  all_.transfers[n].recipient.view(), "” là ", there.vi},
                 {"the package “", what.id.view(), "” needs at least ", wanted.en, "; at acceptance “",
                  all_.transfers[n].recipient.view(), "” is at ", there.en}));
    }

    network const& all_;
    directory const& known_;
    kinship const& kin_;
    holdings const& held_;
    report& found_;
    grouping received_, staff_, graded_;
};

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
