#pragma once

#include <lienvien/base/expects.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/base/vocabulary.hpp>

#include <array>
#include <cstdint>
#include <utility>
#include <variant>

namespace lienvien {
inline namespace v0 {

/// Why something could not be measured, or why a measurement does not carry what was asked of it.
enum class measuring_fault : std::uint8_t {
    not_known,
    nobody_counted,      ///< the denominator is zero
    never_held,          ///< the site never held the technique
    before_held,         ///< the evidence is older than the technique at the site
    not_held_then,       ///< the technique was suspended or withdrawn on that day
    holding_not_known,   ///< whether the site held the technique on that day is not written down
    more_than_measured,  ///< more cases counted than there were
    another_subject,     ///< the measurement is of another indicator or another time
    below_target,        ///< measured, and the target is missed
    target_open,         ///< measured, but what is not known could still turn the answer
    no_such_limit        ///< no limit of the chart gives what was asked for
};
template <>
struct vocabulary<measuring_fault> {
    using enum measuring_fault;
    static constexpr std::array words{
        word<measuring_fault>{not_known, "not_known", {"chưa rõ", "not known"}},
        word<measuring_fault>{nobody_counted, "nobody_counted", {"mẫu số bằng không", "the denominator is zero"}},
        word<measuring_fault>{never_held,
                              "never_held",
                              {"cơ sở chưa bao giờ thực hiện kỹ thuật này", "the site never held this technique"}},
        word<measuring_fault>{before_held,
                              "before_held",
                              {"số liệu có trước khi cơ sở thực hiện kỹ thuật",
                               "the evidence is dated before the site held the technique"}},
        word<measuring_fault>{
            not_held_then,
            "not_held_then",
            {"vào ngày đó kỹ thuật đang tạm dừng hoặc đã rút", "the technique was suspended or withdrawn on that day"}},
        word<measuring_fault>{holding_not_known,
                              "holding_not_known",
                              {"chưa rõ vào ngày đó cơ sở có thực hiện kỹ thuật hay không",
                               "whether the site held the technique on that day is not known"}},
        word<measuring_fault>{more_than_measured,
                              "more_than_measured",
                              {"số ca đếm được nhiều hơn số ca có", "more cases are counted than there were"}},
        word<measuring_fault>{
            another_subject,
            "another_subject",
            {"số đo thuộc chỉ số khác hoặc thời gian khác", "the measurement is of another indicator or another time"}},
        word<measuring_fault>{
            below_target, "below_target", {"đã đo và không đạt mục tiêu", "measured, and the target is missed"}},
        word<measuring_fault>{target_open,
                              "target_open",
                              {"đã đo nhưng phần chưa rõ còn có thể làm thay đổi kết luận",
                               "measured, but what is not known could still turn the answer"}},
        word<measuring_fault>{
            no_such_limit,
            "no_such_limit",
            {"không có giới hạn nào đáp ứng yêu cầu", "no limit of the chart gives what was asked for"}}};
};

/// A measurement refused: the kind of reason, and the reason in words.
struct measuring_refusal {
    measuring_fault because{};
    text why{};

    friend bool operator==(measuring_refusal const&, measuring_refusal const&) = default;
};

/// The refusal that needs no more words than its kind has.
[[nodiscard]] inline measuring_refusal refused_as(measuring_fault because) {
    return {because, to_text(label_of(because))};
}

/// Either something measured, or the reason why it is refused. Never a number that stands for "none".
template <class T>
class [[nodiscard]] measured {
public:
    using value_type = T;

    measured(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    measured(measuring_refusal because) : state_(std::in_place_index<1>, std::move(because)) {}

    [[nodiscard]] bool has_value() const noexcept { return state_.index() == 0; }
    [[nodiscard]] explicit operator bool() const noexcept { return has_value(); }
    [[nodiscard]] T const& operator*() const& noexcept {
        LIENVIEN_EXPECTS(has_value(), "a measurement is read only where it was not refused");
        return *std::get_if<0>(&state_);
    }
    [[nodiscard]] T&& operator*() && noexcept {
        LIENVIEN_EXPECTS(has_value(), "a measurement is read only where it was not refused");
        return std::move(*std::get_if<0>(&state_));
    }
    [[nodiscard]] T const* operator->() const noexcept { return &**this; }
    [[nodiscard]] measuring_refusal const& refusal() const noexcept {
        LIENVIEN_EXPECTS(!has_value(), "the refusal of a measurement is read only where there is one");
        return *std::get_if<1>(&state_);
    }
    friend bool operator==(measured const&, measured const&) = default;

private:
    std::variant<T, measuring_refusal> state_;
};

}  // namespace v0
}  // namespace lienvien
