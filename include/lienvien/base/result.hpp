#pragma once

#include <lienvien/base/expects.hpp>
#include <lienvien/base/text.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>

namespace lienvien {
inline namespace v0 {

/// What is wrong with a text that was to be read as a value.
enum class errc : std::uint8_t {
    empty,             ///< nothing to read
    malformed_id,      ///< a character that the identity does not allow
    id_too_long,       ///< more characters than an identity holds
    malformed_date,    ///< not a date in any accepted form
    no_such_day,       ///< a date that the calendar does not have, such as 2023-02-29
    malformed_number,  ///< not a number in the accepted form
    out_of_range,      ///< a number outside what the measure allows
    too_precise,       ///< more decimals than the measure keeps
    reversed_period,   ///< an end that is not after the beginning
    malformed_code,    ///< not a code of the classification
    unknown_name,      ///< a word that the vocabulary does not have
};

/// How many members `errc` has; every one has a sentence.
inline constexpr std::size_t errc_count = 11;

/// The sentence for an error code, in both languages. Never empty, also for a value that is no member.
[[nodiscard]] constexpr label message(errc code) noexcept {
    constexpr std::array<label, errc_count> sentences{{
        {"không có nội dung để đọc", "there is nothing to read"},
        {"ký tự không được phép trong định danh", "a character that an identity does not allow"},
        {"định danh quá dài", "more characters than an identity holds"},
        {"không phải ngày ở dạng được chấp nhận", "not a date in any accepted form"},
        {"ngày không có trong lịch", "a day that the calendar does not have"},
        {"không phải số ở dạng được chấp nhận", "not a number in the accepted form"},
        {"số nằm ngoài khoảng cho phép", "a number outside the allowed range"},
        {"nhiều chữ số thập phân hơn mức được giữ", "more decimals than are kept"},
        {"ngày kết thúc không sau ngày bắt đầu", "an end that is not after the beginning"},
        {"không phải mã của bảng phân loại", "not a code of the classification"},
        {"từ không có trong danh mục", "a word that the vocabulary does not have"},
    }};
    auto const index = static_cast<std::size_t>(code);
    return index < sentences.size() ? sentences[index] : label{"lỗi không có tên", "an error without a name"};
}

/// Why a text could not be read: the code, where in the text (in bytes, from 0), and the text itself.
struct error {
    errc code;
    std::size_t position;
    std::string subject;

    friend bool operator==(error const&, error const&) = default;
};

/// Thrown by `result::value()` on an error, where exceptions are enabled.
class bad_result : public std::exception {
public:
    explicit bad_result(error because) : because_(std::move(because)) {}
    [[nodiscard]] char const* what() const noexcept override { return message(because_.code).en.data(); }
    [[nodiscard]] error const& because() const noexcept { return because_; }

private:
    error because_;
};

/// Either a value or the reason why there is none.
///
/// A strict subset of the interface of `std::expected` (which C++20 lacks), always this type whatever the language
/// version, so that translation units agree. `operator*` and `error()` state their precondition and stop the program
/// when it is broken; `value()` throws `bad_result`, or stops where exceptions are disabled.
template <class T>
class [[nodiscard]] result {
    static_assert(!std::is_same_v<T, lienvien::error>,
                  "LIENVIEN-E016: a result of an error cannot tell success from failure");

public:
    using value_type = T;
    using error_type = lienvien::error;

    constexpr result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    constexpr result(lienvien::error because) : state_(std::in_place_index<1>, std::move(because)) {}

    [[nodiscard]] constexpr bool has_value() const noexcept { return state_.index() == 0; }
    [[nodiscard]] constexpr explicit operator bool() const noexcept { return has_value(); }

    [[nodiscard]] constexpr T const& operator*() const& noexcept {
        LIENVIEN_EXPECTS(has_value(), "a result is read only where it has a value");
        return *std::get_if<0>(&state_);
    }
    [[nodiscard]] constexpr T&& operator*() && noexcept {
        LIENVIEN_EXPECTS(has_value(), "a result is read only where it has a value");
        return std::move(*std::get_if<0>(&state_));
    }
    [[nodiscard]] constexpr T const* operator->() const noexcept { return &**this; }

    [[nodiscard]] constexpr T const& value() const& {
        if (!has_value()) refuse();
        return **this;
    }
    [[nodiscard]] constexpr T&& value() && {
        if (!has_value()) refuse();
        return *std::move(*this);
    }
    [[nodiscard]] constexpr lienvien::error const& error() const noexcept {
        LIENVIEN_EXPECTS(!has_value(), "the error of a result is read only where there is no value");
        return *std::get_if<1>(&state_);
    }

    template <class U>
    [[nodiscard]] constexpr T value_or(U&& otherwise) const& {
        return has_value() ? **this : static_cast<T>(std::forward<U>(otherwise));
    }

    /// `next(value)`, which itself returns a result; an error is passed on unchanged.
    template <class Next>
    [[nodiscard]] constexpr auto and_then(
        Next&& next) const& -> std::remove_cvref_t<std::invoke_result_t<Next, T const&>> {
        if (!has_value()) return error();
        return std::forward<Next>(next)(**this);
    }

    /// A result of `change(value)`; an error is passed on unchanged.
    template <class Change>
    [[nodiscard]] constexpr auto transform(
        Change&& change) const& -> result<std::remove_cvref_t<std::invoke_result_t<Change, T const&>>> {
        if (!has_value()) return error();
        return std::forward<Change>(change)(**this);
    }

    friend constexpr bool operator==(result const&, result const&) = default;

private:
    [[noreturn]] void refuse() const {
#if defined(__cpp_exceptions)
        throw bad_result(error());
#else
        detail::broken_promise("the value of a result is read only where it has one", __FILE__, __LINE__);
#endif
    }

    std::variant<T, lienvien::error> state_;
};

}  // namespace v0
}  // namespace lienvien
