#pragma once

#include <lienvien/lifecycle/held_resources.hpp>
#include <lienvien/lifecycle/readiness_report.hpp>
#include <lienvien/lifecycle/readiness_standard.hpp>
#include <lienvien/lifecycle/staff_on_duty.hpp>
#include <lienvien/lifecycle/transfer_capabilities.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

namespace detail {

/// Puts together what is demanded and compares it with what is held.
class readiness_check {
public:
    readiness_check(snapshot const& today, site where, readiness_report& report, std::vector<lead_time> const& times,
                    staff_on_duty const* certified)
        : all_(today.written()), held_(today, where, certified), report_(report), times_(times) {
        report_.planned = held_.planned();
    }
    [[nodiscard]] operation_status status() const noexcept { return held_.status(); }

    /// Takes in the demands of a package and of its parts.
    void demand(package_id const& id) {
        auto const reach = packages_within(all_, id);
        for (auto const* stating : reach) {
            for (auto const& each : stating->staff) demand(each);
            for (auto const& each : stating->equipment) demand({each, items(1)});
            demand(stating->lowest_level);
            for (auto const& each : stating->prerequisites) once(packages_, each);
            for (auto const& carried : stating->techniques) {
                for (auto const& each : all_.techniques) {
                    if (each.id != carried) continue;
                    for (auto const& first : each.requires_) once(techniques_, first);
                }
            }
        }
        // What the package itself brings is not demanded before it.
        for (auto const* each : reach) {
            for (auto const& brought : each->techniques) std::erase(techniques_, brought);
            std::erase(packages_, each->id);
        }
    }
    void demand(readiness_standard const& standard) {
        for (auto const& each : standard.staff) demand(each);
        for (auto const& each : standard.equipment) demand(each);
        demand(standard.lowest_level);
        for (auto const& each : standard.techniques) once(techniques_, each);
    }

    void compare(readiness_standard const& standard) {
        for (auto const& each : staff_) people_of(each.profession, each.certified_by, each.at_least.count());
        for (auto const& each : standard.staff_by_beds) by_beds(each);
        for (auto const& each : equipment_) {
            counted(requirement::equipment, each.name.en.empty() ? each.name.vi : each.name.en,
                    held_.equipment_named(each.name), each.at_least.count(), each.name,
                    {"mua sắm, tiếp nhận", "procure"});
        }
        for (auto const& each : standard.structure) by_figure(requirement::structure, each, {"bố trí", "set up"});
        if (standard.at_least_beds) {
            counted(requirement::beds_, {}, held_.total_beds(), standard.at_least_beds->count(),
                    to_text(label_of(requirement::beds_)), {"bố trí", "set up"});
        }
        if (standard.licence)
            state(requirement::licence, {}, held_.licensed(), to_text(label_of(requirement::licence)),
                  {"xin cấp hoặc gia hạn giấy phép", "obtain or renew the licence"});
        for (auto const& each : standard.accreditations) {
            text name = named(all_.fields, each);
            state(requirement::accreditation, each.view(), held_.accredited(each), name,
                  joined("xin công nhận chuyên khoa ", "be recognised for ", name));
        }
        if (level_ != technical_level::not_known) level();
        for (auto const& each : packages_) {
            text name = named(all_.packages, each);
            state(requirement::package, each.view(), held_.holds_package(each), name,
                  joined("nghiệm thu trước gói ", "first accept the package ", name));
        }
        for (auto const& each : techniques_) {
            text name = named(all_.techniques, each);
            state(requirement::technique, each.view(), held_.performs(each), name,
                  joined("nghiệm thu trước kỹ thuật ", "first accept the technique ", name));
        }
        for (auto const& each : standard.volume) by_figure(requirement::volume, each, {"đạt", "reach"});
    }

private:
    // The same demand made twice is one, and the higher one counts.
    void demand(staff_need const& wanted) {
        for (auto& each : staff_) {
            if (each.profession != wanted.profession || each.certified_by != wanted.certified_by) continue;
            if (each.at_least < wanted.at_least) each.at_least = wanted.at_least;
            return;
        }
        staff_.push_back(wanted);
    }
    void demand(equipment_need const& wanted) {
        for (auto& each : equipment_) {
            if (each.name != wanted.name) continue;
            if (each.at_least < wanted.at_least) each.at_least = wanted.at_least;
            return;
        }
        equipment_.push_back(wanted);
    }
    void demand(technical_level wanted) noexcept {
        if (wanted > level_) level_ = wanted;
    }
    template <class Id>
    static void once(std::vector<Id>& all, Id const& id) {
        for (auto const& each : all) {
            if (each == id) return;
        }
        all.push_back(id);
    }

    void people_of(profession who, std::optional<programme_id> const& course, std::int64_t wanted) {
        text name = to_text(label_of(who));
        if (!course) {
            counted(requirement::staff, name_of(who), held_.staff(who), wanted, name,
                    {"tuyển hoặc điều động", "recruit"});
            return;
        }
        text const what = named(all_.programmes, *course);
        name.vi += " có chứng chỉ “" + std::string(what.in(language::vi)) + "”";
        name.en += " certified by “" + std::string(what.in(language::en)) + "”";
        counted(requirement::certificate, course->view(), held_.certified(who, *course), wanted, name,
                {"đào tạo, cấp chứng chỉ", "train and certify"});
    }
    void by_beds(staff_per_beds const& each) {
        auto const total = held_.total_beds();
        text name = to_text(label_of(each.profession));
        if (total.most && total.least == *total.most && each.per.count() > 0) {
            std::int64_t const groups = (total.least + each.per.count() - 1) / each.per.count();
            people_of(each.profession, std::nullopt, groups * each.at_least.count());
            return;
        }
        add({.kind = requirement::staff,
             .about = std::string(name_of(each.profession)),
             .met = truth::unknown,
             .needed = {each.at_least.to_string() + " " + name.vi + " cho mỗi " + each.per.to_string() + " giường",
                        each.at_least.to_string() + " (" + name.en + ") for every " + each.per.to_string() + " beds"},
             .held = {"chưa rõ số giường", "the number of beds is not known"}});
    }
    void by_figure(requirement kind, figure_need const& each, text const& how) {
        text name = named(all_.indicators, each.indicator);
        name.vi = "(" + name.vi + ")";
        counted(kind, each.indicator.view(), held_.counted_by(each.indicator), each.at_least.count(), name, how);
    }
    void level() {
        technical_level const there = held_.level();
        text const wanted = to_text(label_of(level_));
        truth const met = there == technical_level::not_known ? truth::unknown : known(there >= level_);
        readiness_item made{.kind = requirement::level,
                            .met = met,
                            .needed = {"từ " + wanted.vi + " trở lên", "at least " + wanted.en},
                            .held = to_text(label_of(there))};
        if (is_no(met)) made.closes = {"được xếp " + wanted.vi, "be graded into the " + wanted.en};
        add(std::move(made));
    }

    void counted(requirement kind, std::string_view about, held_amount there, std::int64_t wanted, text const& name,
                 text const& how) {
        std::string const number = std::to_string(wanted);
        readiness_item made{
            .kind = kind,
            .about = std::string(about),
            .met = there.reaches(wanted),
            .needed = {"ít nhất " + number + " " + name.vi, "at least " + number + " (" + name.en + ")"}};
        std::string const least = std::to_string(there.least);
        if (!there.most && there.least == 0) {
            made.held = {"chưa rõ", "not known"};
        } else if (!there.most) {
            made.held = {"ít nhất " + least, "at least " + least};
        } else if (*there.most == there.least) {
            made.held = {least, least};
        } else {
            made.held = {least + " đến " + std::to_string(*there.most), least + " to " + std::to_string(*there.most)};
        }
        if (is_no(made.met)) {
            std::string const more = std::to_string(wanted - *there.most);
            made.closes = {how.vi + " thêm ít nhất " + more + " " + name.vi,
                           how.en + " at least " + more + " more (" + name.en + ")"};
        }
        add(std::move(made));
    }
    void state(requirement kind, std::string_view about, truth met, text needed, text closes) {
        readiness_item made{.kind = kind,
                            .about = std::string(about),
                            .met = met,
                            .needed = std::move(needed),
                            .held = to_text(label_of(met))};
        if (is_no(met)) made.closes = std::move(closes);
        add(std::move(made));
    }
    void add(readiness_item made) {
        if (is_unknown(made.met))
            made.closes = {"xác minh và ghi lại: " + made.needed.vi, "find out and write down: " + made.needed.en};
        if (report_.planned && !is_unknown(made.met)) {
            made.held.vi += " (dự kiến)";
            made.held.en += " (planned)";
        }
        bool exact = false;
        for (auto const& each : times_) {
            if (!is_no(made.met) || each.kind != made.kind || exact) continue;
            exact = !each.about.empty() && each.about == made.about;
            if (exact || (each.about.empty() && !made.earliest)) made.earliest = report_.on + each.takes;
        }
        report_.items.push_back(std::move(made));
    }
    [[nodiscard]] static text joined(std::string_view in_vietnamese, std::string_view in_english, text const& name) {
        return {std::string(in_vietnamese) + "“" + name.vi + "”", std::string(in_english) + "“" + name.en + "”"};
    }
    /// The name of a noun in both languages, else its identity.
    template <class Nouns, class Id>
    [[nodiscard]] static text named(Nouns const& nouns, Id const& id) {
        for (auto const& each : nouns) {
            if (each.id == id && !each.name.empty())
                return {std::string(each.name.in(language::vi)), std::string(each.name.in(language::en))};
        }
        return {std::string(id.view()), std::string(id.view())};
    }

    network const& all_;
    held_resources held_;
    readiness_report& report_;
    std::vector<lead_time> const& times_;
    std::vector<staff_need> staff_;
    std::vector<equipment_need> equipment_;
    std::vector<package_id> packages_;
    std::vector<technique_id> techniques_;
    technical_level level_{};
};

}  // namespace detail

/// Everything that a recipient has and lacks for a package on the day of a snapshot: all gaps at once.
///
/// Demanded is what the package and its parts state, and what the caller's standard adds. A fact that is missing makes an item
/// unknown, never a gap. A planned institution is assessed with its planned resources (facts that hold, or will), and the
/// report says so; it never counts in today's referrals for that.
///
/// \param standard  what must be met beyond the package; empty: nothing
/// \param times     how long closing a gap takes; a kind that is not there is not known
/// \param certified who holds a valid certificate; without it that is not known of anybody
/// Errors:          an institution or package that the network does not have, and an institution that is closed, are problems
///                  of the report
/// Complexity:      demands x facts
[[nodiscard]] inline readiness_report readiness_of(snapshot const& today, institution_id const& recipient,
                                                   package_id const& wanted, readiness_standard const& standard = {},
                                                   std::vector<lead_time> const& times = {},
                                                   staff_on_duty const* certified = nullptr) {
    readiness_report report{.institution = recipient, .package = wanted, .on = today.day()};
    auto const problem = [&](std::string_view code, std::string about, text words) {
        report.problems.add({finding_code::checked(code), severity::error, std::move(about), {}, std::move(words)});
    };
    auto const where = today.find_successor(recipient);
    bool described = false;
    for (auto const& each : today.written().packages) described = described || each.id == wanted;
    if (!where) {
        problem("unknown-institution", "institution " + std::string(recipient.view()),
                {"mạng lưới không có cơ sở này", "the network has no such institution"});
    }
    if (!described) {
        problem("unknown-package", "package " + std::string(wanted.view()),
                {"mạng lưới không có gói kỹ thuật này", "the network has no such package"});
    }
    if (!where || !described) return report;
    report.institution = today.at(*where).id;
    detail::readiness_check check(today, *where, report, times, certified);
    if (check.status() == operation_status::closed) {
        problem("closed-institution", "institution " + std::string(report.institution.view()),
                {"cơ sở đã ngừng hoạt động", "the institution is closed"});
    }
    check.demand(wanted);
    check.demand(standard);
    check.compare(standard);
    return report;
}

}  // namespace v0
}  // namespace lienvien
