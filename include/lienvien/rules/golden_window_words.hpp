#pragma once

#include <lienvien/base/text.hpp>
#include <lienvien/rules/golden_window.hpp>

#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace lienvien {
inline namespace v0 {
namespace detail {

/// Grows a sentence in both languages at once.
struct two_tongues {
    text made{};

    two_tongues& add(std::string_view in_vietnamese, std::string_view in_english) {
        made.vi += in_vietnamese;
        made.en += in_english;
        return *this;
    }
    two_tongues& add(std::string_view same) { return add(same, same); }
    two_tongues& add(label words) { return add(words.vi, words.en); }
    two_tongues& name(snapshot const& today, site which) {
        auto const& all = today.at(which);
        if (all.name.empty()) return add(all.id.view());
        return add(all.name.in(language::vi), all.name.in(language::en));
    }
    two_tongues& minutes(std::int64_t count) {
        return add(std::to_string(count)).add(" phút", count == 1 ? " minute" : " minutes");
    }
};

[[nodiscard]] inline label name_of_day(std::chrono::weekday day) noexcept {
    constexpr std::array<label, 7> names{{{"Chủ nhật", "Sunday"},
                                          {"Thứ Hai", "Monday"},
                                          {"Thứ Ba", "Tuesday"},
                                          {"Thứ Tư", "Wednesday"},
                                          {"Thứ Năm", "Thursday"},
                                          {"Thứ Sáu", "Friday"},
                                          {"Thứ Bảy", "Saturday"}}};
    return names[day.c_encoding() % 7];
}

inline void add_doubts(two_tongues& words, golden_doubts const& doubts) {
    bool first = true;
    auto const one = [&](bool open, label what) {
        if (!open) return;
        words.add(first ? std::string_view("; chưa rõ: ") : ", ", first ? std::string_view("; not known: ") : ", ");
        words.add(what);
        first = false;
    };
    one(doubts.capability, {"có làm được hay không", "whether it is capable"});
    one(doubts.admission, {"có được tiếp nhận hay không", "whether it may receive"});
    one(doubts.hours, {"có trực giờ này hay không", "whether it is on duty in this hour"});
    one(doubts.travel, {"thời gian di chuyển", "how long it takes to get there"});
}

}  // namespace detail

/// The answer for a point and an hour as a sentence in both languages.
[[nodiscard]] inline text in_words(golden_window_answer const& given, std::size_t point, hour_of_week hour) {
    auto const& today = given.today();
    auto const found = given.at(point, hour);
    unsigned const clock = clock_hour(hour);
    detail::two_tongues words;
    words.add(detail::name_of_day(day_of(hour))).add(clock < 10 ? " 0" : " ").add(std::to_string(clock)).add(":00, ");
    words.add("từ ", "from ").name(today, given[point].where).add(": ");
    auto const there = [&](golden_destination const& to) {
        words.name(today, to.where);
        if (to.minutes) words.add(", ").minutes(to.minutes->count());
    };
    switch (found.answer) {
        case golden_answer::reached:
            words.add("đến kịp ", "in time at ");
            break;
        case golden_answer::perhaps:
            words.add("có thể đến kịp ", "perhaps in time at ");
            break;
        case golden_answer::not_admitted:
            words.add("nơi làm được không được tiếp nhận: ", "who is capable may not receive: ");
            break;
        case golden_answer::capability_lapsed:
            words.add("năng lực đã hết hiệu lực: ", "the capability has lapsed: ");
            break;
        case golden_answer::closed:
            words.add("nơi làm được không trực giờ này: ", "who is capable is off duty in this hour: ");
            break;
        case golden_answer::too_far:
            words.add("nơi làm được ở quá xa", "who is capable is too far").add(found.destination ? ": " : "");
            break;
        case golden_answer::nobody_capable:
            words.add("không nơi nào trong mạng lưới làm được", "nobody in the network is capable");
            break;
    }
    if (found.destination) there(*found.destination);
    if (found.slack && *found.slack >= 0 && found.answer == golden_answer::reached)
        words.add(", còn ", ", to spare: ").minutes(*found.slack);
    if (found.slack && *found.slack < 0) words.add(", quá ", ", over by ").minutes(-std::int64_t{*found.slack});
    detail::add_doubts(words, found.doubts);
    if (found.other) {
        if (found.answer == golden_answer::reached) {
            words.add("; gần hơn nhưng chưa chắc: ", "; nearer, but not certain: ");
        } else {
            words.add("; gần nhất ngoài khung giờ: ", "; nearest beyond the window: ");
        }
        there(*found.other);
    }
    return std::move(words.made);
}

/// The whole answer as one sentence in both languages: how many of the hours of all points are covered.
[[nodiscard]] inline text in_words(golden_window_answer const& given) {
    detail::two_tongues words;
    if (given.stopped()) return {"đã dừng theo yêu cầu, không có kết quả", "stopped as asked, without a result"};
    if (given.problems().has_errors())
        return {"câu hỏi có lỗi, không có kết quả", "the request has errors, and no result"};
    words.add(std::to_string(given.size())).add(" điểm, khung ", given.size() == 1 ? " point, " : " points, ");
    words.minutes(given.window().count()).add(": đến kịp ", ": in time in ");
    words.add(std::to_string(given.count(golden_answer::reached))).add(" trong ", " of ");
    words.add(std::to_string(given.hours())).add(" giờ, chưa chắc ", " hours, perhaps in ");
    words.add(std::to_string(given.count(golden_answer::perhaps))).add(" giờ", "");
    for (auto const& each : vocabulary<golden_answer>::words) {
        bool const gap = each.value != golden_answer::reached && each.value != golden_answer::perhaps;
        if (!gap || given.count(each.value) == 0) continue;
        words.add("; ").add(each.label).add(": ").add(std::to_string(given.count(each.value)));
    }
    return std::move(words.made);
}
}  // namespace v0
}  // namespace lienvien
