#pragma once

#include <lienvien/base/assured.hpp>
#include <lienvien/base/order.hpp>
#include <lienvien/calendar/common_hours.hpp>
#include <lienvien/model/ids.hpp>

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// Somebody who can be called to a consultation.
struct consultant {
    person_id id;
    text name;
    institution_id house;
    std::vector<field_id> fields;
    meeting_party hours;                    ///< the clock, the hours and the working days of the person
    std::vector<window_of_time> engaged{};  ///< already taken

    friend bool operator==(consultant const&, consultant const&) = default;
};

/// Who must be there: so many people, of a field, of a house, or of both. Whoever fits several of them counts for each.
struct quorum_part {
    int people;
    std::optional<field_id> field{};
    std::optional<institution_id> house{};

    friend bool operator==(quorum_part const&, quorum_part const&) = default;
};

/// A consultation on demand, when a hard case appears: who must be there, for how long, and in which time.
struct consultation_call {
    std::vector<consultant> people;
    std::vector<quorum_part> quorum;
    std::chrono::minutes length;
    window_of_time within;

    friend bool operator==(consultation_call const&, consultation_call const&) = default;
};
/// When it is held, and who can be there from its beginning to its end.
struct consultation_time {
    window_of_time when;
    std::vector<std::size_t> present;  ///< places in the list of people

    friend bool operator==(consultation_time const&, consultation_time const&) = default;
};

/// Does the person count for this part of the quorum?
[[nodiscard]] inline bool counts_for(consultant const& who, quorum_part const& part) noexcept {
    if (part.house && who.house != *part.house) return false;
    if (!part.field) return true;
    for (auto const& each : who.fields) {
        if (each == *part.field) return true;
    }
    return false;
}
/// A part of a quorum in words: "2 of neurology from bach-mai".
[[nodiscard]] inline text to_text(quorum_part const& part) {
    std::string const number = std::to_string(part.people);
    text words{number + " người", number + (part.people == 1 ? " person" : " people")};
    if (part.field) {
        words.vi += " chuyên khoa " + std::string(part.field->view());
        words.en += " of " + std::string(part.field->view());
    }
    if (part.house) {
        words.vi += " của " + std::string(part.house->view());
        words.en += " from " + std::string(part.house->view());
    }
    return words;
}

/// Can the person be there all the time? Unknown where the calendar or the clock does not know the day.
/// Complexity: the local days of the session, and the engagements.
[[nodiscard]] inline truth is_free(consultant const& who, window_of_time when) {
    for (auto const& each : who.engaged) {
        if (each.from < when.until && when.from < each.until) return truth::no;
    }
    auto const& party = who.hours;
    auto day = sys_days(std::chrono::floor<std::chrono::days>(party.clock.to_local(when.from)).time_since_epoch());
    for (auto covered = when.from; covered < when.until; day += std::chrono::days(1)) {
        if (!party.clock.knows(covered)) return truth::unknown;
        auto const works = is_working_day(party.calendar, day);
        if (!is_yes(works)) return works;
        auto const open = hours_on(party, day);
        if (!open || covered < open->from || covered >= open->until) return truth::no;
        covered = open->until;
    }
    return truth::yes;
}

/// What is wrong with a call: nobody to call, no quorum, no length, a time that ends before it begins or is over a year, a
/// person without a calendar.
[[nodiscard]] inline findings check(consultation_call const& call) {
    using namespace lienvien::literals;
    using std::chrono::minutes;
    findings found;
    auto const report = [&](finding_code code, std::string subject, label message) {
        found.add({code, severity::error, std::move(subject), {}, to_text(message)});
    };
    if (call.people.empty() || call.quorum.empty())
        report("quorum-empty"_finding, "call", {"không nêu ai cần có mặt", "nobody is asked to be there"});
    for (auto const& part : call.quorum) {
        if (part.people < 1)
            report("quorum-empty"_finding, "call", {"mỗi thành phần cần ít nhất 1 người", "each part needs a person"});
    }
    if (call.length < minutes(1) || call.length > minutes(1'440))
        report("session-without-length"_finding, "call",
               {"buổi phải dài từ 1 phút đến 24 giờ", "a session lasts from a minute to 24 hours"});
    if (call.within.until <= call.within.from || call.within.until - call.within.from > std::chrono::days(366))
        report("call-without-time"_finding, "call",
               {"khoảng thời gian phải có độ dài và không quá một năm", "the time has a length, a year at most"});
    for (auto const& each : call.people) {
        found.append(check(each.hours));
        if (each.hours.calendar.parts().empty())
            report("party-without-calendar"_finding, "person " + std::string(each.id.view()),
                   {"không có lịch làm việc: không biết ngày nào làm việc",
                    "no calendar: nobody knows on which days this person works"});
    }
    return found;
}

namespace detail {
/// Instants at which somebody who was not there may become free: with `within.from`, all that a first time can begin at.
[[nodiscard]] inline std::vector<sys_seconds> beginnings(consultation_call const& call) {
    std::vector<sys_seconds> all{call.within.from};
    auto const add = [&](sys_seconds at) {
        if (call.within.from < at && at + call.length <= call.within.until) all.push_back(at);
    };
    for (auto const& who : call.people) {
        for (auto const& each : who.engaged) add(each.until);
        auto const day_of = [&](sys_seconds at) {
            return sys_days(std::chrono::floor<std::chrono::days>(who.hours.clock.to_local(at)).time_since_epoch());
        };
        for (auto day = day_of(call.within.from); day <= day_of(call.within.until); day += std::chrono::days(1)) {
            if (auto const open = hours_on(who.hours, day)) add(open->from);
        }
    }
    sort_by(all, [](sys_seconds a, sys_seconds b) { return a < b; });
    return all;
}
/// The first time at which the quorum is there, whoever else is not.
[[nodiscard]] inline std::optional<consultation_time> first_time(consultation_call const& call,
                                                                 std::vector<quorum_part> const& quorum) {
    std::optional<sys_seconds> last;
    for (auto const from : beginnings(call)) {
        if (last == from) continue;
        last = from;
        window_of_time const when{from, from + call.length};
        if (when.until > call.within.until) continue;
        consultation_time tried{when, {}};
        std::vector<int> there(quorum.size(), 0);
        for (std::size_t who = 0; who < call.people.size(); ++who) {
            if (!is_yes(is_free(call.people[who], when))) continue;
            tried.present.push_back(who);
            for (std::size_t part = 0; part < quorum.size(); ++part)
                there[part] += counts_for(call.people[who], quorum[part]) ? 1 : 0;
        }
        bool met = true;
        for (std::size_t part = 0; part < quorum.size(); ++part) met = met && there[part] >= quorum[part].people;
        if (met) return tried;
    }
    return std::nullopt;
}
}  // namespace detail

/// Whether a time for a consultation keeps its call. For doubters: computed from the answer alone.
/// Findings: `call-outside-time`; `call-not-free` for each who cannot be there; `quorum-not-met` for each part that lacks.
[[nodiscard]] inline findings verify(consultation_call const& call, consultation_time const& answer) {
    using namespace lienvien::literals;
    findings found = check(call);
    auto const report = [&](finding_code code, std::string subject, text message) {
        found.add({code, severity::error, std::move(subject), {}, std::move(message)});
    };
    if (answer.when.from < call.within.from || answer.when.until > call.within.until ||
        answer.when.until - answer.when.from != call.length)
        report("call-outside-time"_finding, "call", {"ngoài khoảng thời gian đã hẹn", "outside the time asked for"});
    for (auto const who : answer.present) {
        if (who >= call.people.size() || !is_yes(is_free(call.people[who], answer.when)))
            report("call-not-free"_finding, "person " + std::to_string(who + 1),
                   {"người này không dự được từ đầu đến cuối", "this person is not free from beginning to end"});
    }
    for (auto const& part : call.quorum) {
        int there = 0;
        for (auto const who : answer.present)
            there += who < call.people.size() && counts_for(call.people[who], part) ? 1 : 0;
        if (there < part.people) report("quorum-not-met"_finding, "call", to_text(part));
    }
    return found;
}

using consultation_answer = planned<consultation_time, sys_seconds>;

/// The first time at which enough people of each field and house can meet: the value is the instant at which it begins, and
/// no other begins earlier.
///
/// A day that a calendar does not know counts as one on which the person cannot come. Impossible where no time within the
/// call will do: the parts of the quorum that are never there together, none of which is too much. Findings: those of `check`.
/// Complexity: (days + engagements) times people, squared.
[[nodiscard]] inline consultation_answer find_consultation(consultation_call const& call) {
    auto found = check(call);
    if (found.has_errors()) return consultation_answer(std::move(found));
    if (auto first = detail::first_time(call, call.quorum)) {
        auto const begins = first->when.from;
        return {std::move(found), {*std::move(first), begins, begins, better_value::lower}};
    }
    auto quorum = call.quorum;
    for (std::size_t part = 0; part < quorum.size();) {
        auto fewer = quorum;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(part));
        if (detail::first_time(call, fewer))
            ++part;
        else
            quorum = std::move(fewer);
    }
    impossible why;
    for (auto const& part : quorum) {
        auto words = to_text(part);
        int listed = 0;
        for (auto const& who : call.people) listed += counts_for(who, part) ? 1 : 0;
        words.vi += ": có " + std::to_string(listed) + " trong danh sách";
        words.en += ": " + std::to_string(listed) + " on the list";
        why.because.push_back(std::move(words));
    }
    if (quorum.empty())
        why.because.push_back({"khoảng thời gian ngắn hơn buổi hội chẩn", "the time is shorter than the consultation"});
    else
        why.because.push_back({"không lúc nào trong khoảng đã hẹn đủ các thành phần này",
                               "at no time within the call are all of these there together"});
    return {std::move(found), std::move(why)};
}

}  // namespace v0
}  // namespace lienvien
