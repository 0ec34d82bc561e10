#pragma once

#include <lienvien/rules/condition.hpp>
#include <lienvien/rules/fact.hpp>
#include <lienvien/rules/ground.hpp>
#include <lienvien/rules/holding_facts.hpp>
#include <lienvien/rules/need_facts.hpp>
#include <lienvien/rules/swept_sites.hpp>

#include <string>

// What holds between the sending institution and the receiving one.

namespace lienvien {
inline namespace v0 {

namespace facts {

/// Does an adjacent upper facility of the origin perform what the patient needs?
struct adjacent_upper_holds : yes_or_no {
    static constexpr std::string_view id = "adjacent-upper-holds";
    static constexpr label words{
        "tuyến trên liền kề của nơi chuyển thực hiện được đủ kỹ thuật cần thiết",
        "an adjacent upper facility of the sending institution performs every technique needed"};
    static constexpr label contrary{
        "không tuyến trên liền kề nào của nơi chuyển thực hiện được đủ kỹ thuật cần thiết",
        "no adjacent upper facility of the sending institution performs every technique needed"};
    [[nodiscard]] static truth read(transfer_case const& asked) { return asked.asked->adjacent_upper_holds(); }
    static void cite(transfer_case const& asked, grounds& found) {
        for (auto const& upper : asked.asked->adjacent_upper())
            holds_techniques::cite(*asked.asked, upper.facility, found);
        if (!asked.asked->adjacent_upper().empty()) return;
        found.push_back({lienvien::detail::subject_of(asked.need().origin),
                         {"chưa ghi nhận tuyến trên liền kề", "no adjacent upper facility is written down"},
                         {}});
    }
};

/// Are both one institution: the same, or one a part of the other, or parts of one whole?
struct same_house : yes_or_no {
    static constexpr std::string_view id = "same-house";
    static constexpr label words{"nơi chuyển và nơi nhận thuộc cùng một cơ sở", "both belong to one institution"};
    [[nodiscard]] static truth read(transfer_case const& asked) {
        auto const from = asked.asked->origin();
        return from ? asked.today().houses().same_house(*from, asked.to) : truth::unknown;
    }
    [[nodiscard, gnu::always_inline]] static swept::few sweep(request const& asked) {
        auto const& from = asked.origin();
        if (from && asked.today().houses().stands_alone(*from))  // as nearly all
            return swept::few(asked.today().shape(), asked.today().slot_of(*from));
        return sweep_house(asked);
    }
    [[nodiscard, gnu::noinline]] static swept::few sweep_house(request const& asked) {
        swept::few found(asked.today().shape());
        if (!asked.origin()) {
            found.leave_open();
            return found;
        }
        asked.today().houses().for_each_of_house(
            *asked.origin(), [&](site each, truth value) { found.add(asked.today().slot_of(each), value); });
        return found;
    }
    static void cite(transfer_case const& asked, grounds& found) {
        for (auto const& each : asked.today().written().memberships) {
            auto const& to = asked.today().at(asked.to).id;
            if ((each.part != to && each.whole != to) || !was_known(each.source, asked.today().when().known_on))
                continue;
            text const whole = lienvien::detail::called(asked.today(), each.whole);
            found.push_back({lienvien::detail::subject_of(each.part),
                             {"là bộ phận của " + whole.vi, "is a part of " + whole.en},
                             each.source});
        }
    }
};

/// Does a clause of an agreement in force carry the patient from the origin to the receiver?
struct agreement_accepts : yes_or_no {
    static constexpr std::string_view id = "agreement-accepts";
    static constexpr label words{"có thỏa thuận đang hiệu lực về tiếp nhận người bệnh giữa hai bên",
                                 "an agreement in force between the two provides for taking the patient"};
    [[nodiscard]] static truth read(transfer_case const& asked) { return asked.asked->agreement_accepts(asked.to); }
    [[nodiscard]] static swept::few_if_asked sweep(request const& asked) {
        auto const& today = asked.today();
        swept::few_if_asked found(today.shape());
        asked.for_each_lane([&](lane const& each, truth applies) {
            auto const* const first = today.lanes().receivers(each);
            for (auto const* to = first; to != first + each.receivers; ++to) {
                found.add(today.slot_of(*to), applies);
                for (auto const& acting : today.houses().acting_for(*to))
                    found.add(today.slot_of(acting.to), applies & acting.holds);
            }
        });
        return found;
    }
    static void cite(transfer_case const& asked, grounds& found) {
        auto const& today = asked.today();
        bool any = false;
        for (auto const& each : asked.asked->clauses()) {
            truth reached = truth::no;
            for (auto const to : each.receivers) reached |= today.houses().acts_for(asked.to, to);
            if (is_no(reached)) continue;
            any = true;
            auto const& under = today.written().agreements[each.agreement];
            auto const& part = under.clauses[each.clause];
            label const what = label_of(part.activity);
            label const status = label_of(part.status == agreement_status::not_known ? under.status : part.status);
            text const says{std::string(what.vi) + "; " + std::string(status.vi),
                            std::string(what.en) + "; " + std::string(status.en)};
            found.push_back({lienvien::detail::subject_of(under.id),
                             lienvien::detail::with_dates(says, today.entry_into_force(under)),
                             part.source.kind == source_kind::not_known ? under.source : part.source});
        }
        if (any) return;
        found.push_back({lienvien::detail::subject_of(today.at(asked.to).id),
                         {"không có điều khoản nào về tiếp nhận người bệnh với nơi chuyển",
                          "no clause on taking patients with the sending institution is written down"},
                         {}});
    }
};

/// Does the receiver stand in the province of the origin?
struct same_province : yes_or_no {
    static constexpr std::string_view id = "same-province";
    static constexpr label words{"nơi nhận cùng tỉnh, thành phố với nơi chuyển",
                                 "the receiving institution stands in the province of the sending one"};
    [[nodiscard]] static truth read(transfer_case const& asked) {
        auto const* const of = province_of(*asked.asked);
        return of ? asked.today().sets().stands_in(*of, asked.today().slot_of(asked.to)) : truth::unknown;
    }
    [[nodiscard]] static swept::in_one_area sweep(request const& asked) {
        auto const& sets = asked.today().sets();
        auto const* const of = province_of(asked);
        return of ? swept::in_one_area(sets.in_province(*of), sets.of_unknown_province(), sets.provinces_known())
                  : swept::in_one_area(sets.none(), sets.all(), false);
    }
    static void cite(transfer_case const& asked, grounds& found) {
        if (asked.asked->origin()) cite_province(asked.today(), *asked.asked->origin(), found);
        cite_province(asked.today(), asked.to, found);
    }
    static void cite_province(snapshot const& today, site where, grounds& found) {
        auto const& each = today.at(where);
        std::string const name(each.place.province ? each.place.province->view() : "?");
        found.push_back(
            {lienvien::detail::subject_of(each.id), {"tỉnh, thành phố: " + name, "province: " + name}, each.source});
    }

private:
    /// None where it is not written down.
    [[nodiscard, gnu::always_inline]] static province_number const* province_of(request const& asked) {
        if (!asked.origin()) return nullptr;
        auto const& of = asked.today().province(*asked.origin());
        return of ? &*of : nullptr;
    }
};

/// Does the receiver stand in the province where the patient lives?
struct in_province_of_residence : yes_or_no {
    static constexpr std::string_view id = "in-province-of-residence";
    static constexpr label words{"nơi nhận ở tỉnh, thành phố nơi người bệnh cư trú",
                                 "the receiving institution stands in the province where the patient lives"};
    [[nodiscard]] static truth read(transfer_case const& asked) {
        if (!asked.need().residence) return truth::unknown;
        return asked.today().sets().stands_in(asked.asked->numbered().residence(), asked.today().slot_of(asked.to));
    }
    [[nodiscard]] static swept::in_one_area sweep(request const& asked) {
        auto const& sets = asked.today().sets();
        if (!asked.need().residence) return {sets.none(), sets.all(), false};
        return {sets.in_province(asked.numbered().residence()), sets.of_unknown_province(), sets.provinces_known()};
    }
    static void cite(transfer_case const& asked, grounds& found) {
        std::string const name(asked.need().residence ? asked.need().residence->view() : "?");
        detail_of_need::cite_need(asked, {"nơi cư trú: " + name, "residence: " + name}, found);
        same_province::cite_province(asked.today(), asked.to, found);
    }
};

struct travel_minutes {
    using value_type = minutes_of_travel;
    static constexpr bool is_statement = false;
    static constexpr std::string_view id = "travel-minutes";
    static constexpr label words{"thời gian di chuyển (phút)", "the travel time in minutes"};
    [[nodiscard]] static text show(std::int64_t value) { return {std::to_string(value), std::to_string(value)}; }
    [[nodiscard]] static amount read(transfer_case const& asked) {
        auto const from = asked.asked->origin();
        auto const minutes = from ? asked.today().travel_time(*from, asked.to) : std::nullopt;
        return minutes ? amount(minutes->count()) : std::nullopt;
    }
    static void cite(transfer_case const& asked, grounds& found) {
        auto const from = asked.asked->origin();
        if (!from) return;
        for (auto const number : asked.today().facts().travels[number_of(*from)]) {
            auto const& each = asked.today().written().travels[number];
            if (each.to != asked.today().at(asked.to).id || !was_known(each.source, asked.today().when().known_on))
                continue;
            std::string const minutes = each.minutes.to_string();
            text const there = lienvien::detail::called(asked.today(), each.to);
            found.push_back({lienvien::detail::subject_of(each.from),
                             {minutes + " phút đến " + there.vi, minutes + " minutes to " + there.en},
                             each.source});
        }
    }
};

}  // namespace facts

namespace terms {

inline constexpr statement<term<facts::same_province, pair_role>> same_province{};
inline constexpr statement<term<facts::in_province_of_residence, pair_role>> in_province_of_residence{};
inline constexpr statement<term<facts::adjacent_upper_holds, need_role>> adjacent_upper_holds{};
inline constexpr statement<term<facts::same_house, pair_role>> same_house{};
inline constexpr statement<term<facts::agreement_accepts, pair_role>> agreement_accepts{};
inline constexpr term<facts::travel_minutes, pair_role> travel_minutes{};

}  // namespace terms
}  // namespace v0
}  // namespace lienvien
