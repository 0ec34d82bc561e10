#include "random_network.hpp"

#include "../support/stream.hpp"
#include <lienvien/json/kinds.hpp>
#include <lienvien/reflect/nouns.hpp>

#include <array>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

namespace {

using namespace lienvien;

class dice : support::stream {
public:
    using stream::stream;

    /// 0 to `sides` - 1.
    [[nodiscard]] std::uint64_t roll(std::uint64_t sides) noexcept { return below(sides); }
    template <class T, std::size_t Size>
    [[nodiscard]] T const& pick(std::array<T, Size> const& from) noexcept {
        return from[roll(Size)];
    }
};

[[nodiscard]] std::string random_string(dice& chance) {
    using namespace std::string_view_literals;
    static constexpr std::array words{
        ""sv,
        "Bệnh viện K"sv,
        "quote \" backslash \\ slash /"sv,
        "tab\tline\nreturn\r\b\f"sv,
        "\0 \x01 \x1f \x7f"sv,
        "\u2028 \u2029 \uFEFF \U0001F600 \U0010FFFF"sv,
        "null"sv,
        "{\"a\": [1, 2]}"sv,
        "a/b~c"sv,
        "điều 4 khoản 1, một câu dài để không vừa trên một dòng cùng với những thành phần khác của đối tượng"sv};
    std::string made(chance.pick(words));
    if (chance.roll(4) == 0) made += chance.pick(words);
    return made;
}

[[nodiscard]] sys_days random_day(dice& chance) {
    auto const first = sys_days(std::chrono::year(1) / 1 / 1);
    auto const last = sys_days(std::chrono::year(9999) / 12 / 31);
    switch (chance.roll(8)) {
        case 0:
            return first;
        case 1:
            return last;
        case 2:
            return sys_days(std::chrono::year(2024) / 2 / 29);
        default:
            return first +
                   std::chrono::days(static_cast<int>(chance.roll(static_cast<std::uint64_t>((last - first).count()))));
    }
}

[[nodiscard]] partial_date random_date(dice& chance) {
    static constexpr std::array<std::string_view, 14> forms{
        "unknown",     "2023-06",   "0001",       "9999-12",    "XXXX-02-29", "XXXX-12-12", "1990s",
        "early 0010s", "mid 1990s", "late 9990s", "2024-02-29", "1969",       "0001-01-01", "9999-12-31"};
    if (chance.roll(16) == 0) return partial_date::always();
    partial_date made =
        chance.roll(3) == 0 ? partial_date(random_day(chance)) : *partial_date::parse(chance.pick(forms));
    if (chance.roll(6) == 0) made = made.not_before(random_day(chance));
    if (chance.roll(6) == 0) made = made.not_after(random_day(chance));
    return made;
}

struct maker {
    dice* chance;
    std::uint64_t most;

    template <class T>
    [[nodiscard]] T operator()(std::size_t, std::type_identity<T>) const {
        using namespace json::detail;
        if constexpr (!is_required<T> && !reflected<T>) {
            if (chance->roll(2) == 0) return T{};
        }
        if constexpr (is_optional<T>) {
            return (*this)(0, std::type_identity<typename T::value_type>{});
        } else if constexpr (is_vector<T>) {
            T all;
            for (auto count = chance->roll(most + 1); count > 0; --count)
                all.push_back(maker{chance, 2}(0, std::type_identity<typename T::value_type>{}));
            return all;
        } else if constexpr (is_claims<T>) {
            T all;
            all.stated = (*this)(0, std::type_identity<decltype(all.stated)>{});
            return all;
        } else if constexpr (is_variant<T>) {
            return alternative<T>(std::make_index_sequence<std::variant_size_v<T>>{});
        } else if constexpr (is_words<T>) {
            return random_string(*chance);
        } else if constexpr (std::is_same_v<T, bool>) {
            return true;
        } else if constexpr (named_value<T>) {
            return chance->pick(vocabulary<T>::words).value;
        } else if constexpr (is_id<T>) {
            return T::checked(identity(T::tag::capitals));
        } else if constexpr (std::is_same_v<T, icd10_code>) {
            static constexpr std::array<std::string_view, 4> codes{"I63", "I63.9", "Q87.11", "Z99.9"};
            return T::checked(chance->pick(codes));
        } else if constexpr (std::is_same_v<T, partial_date>) {
            return random_date(*chance);
        } else if constexpr (std::is_same_v<T, sys_days>) {
            return random_day(*chance);
        } else if constexpr (is_measure<T>) {
            constexpr auto least = T::unit::least * T::unit::parts;
            constexpr auto width = T::unit::most * T::unit::parts - least;
            switch (chance->roll(6)) {
                case 0:
                    return T::of_parts(least);
                case 1:
                    return T::of_parts(least + width);
                default:
                    return T::of_parts(least +
                                       static_cast<std::int64_t>(chance->roll(static_cast<std::uint64_t>(width) + 1)));
            }
        } else {
            T made = from_members<T>(*this);
            if constexpr (std::is_same_v<T, validity>) {
                if (is_reversed(made)) made.until.reset();
            }
            return made;
        }
    }

private:
    [[nodiscard]] std::string identity(bool capitals) const {
        static constexpr std::string_view edges = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        static constexpr std::string_view joints = "-._";
        std::uint64_t const letters = capitals ? edges.size() : 36;
        std::string made(1, edges[chance->roll(letters)]);
        for (auto more = chance->roll(30); more > 0; --more) {
            made += more > 1 && chance->roll(5) == 0 ? joints[chance->roll(3)] : edges[chance->roll(letters)];
        }
        return made;
    }
    template <class Variant, std::size_t... Index>
    [[nodiscard]] Variant alternative(std::index_sequence<Index...>) const {
        Variant made{};
        auto const chosen = chance->roll(sizeof...(Index));
        ((chosen == Index ? static_cast<void>(made = from_members<std::variant_alternative_t<Index, Variant>>(*this))
                          : static_cast<void>(0)),
         ...);
        return made;
    }
};

}  // namespace

lienvien::network random_network(std::uint64_t seed, std::uint64_t most_facts) {
    dice chance(seed);
    return lienvien::from_members<lienvien::network>(maker{&chance, most_facts});
}
