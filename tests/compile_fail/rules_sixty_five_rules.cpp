// expect: LIENVIEN-E023: a rulebook holds at most 64 rules
// One bit for each rule: 64 fit, 65 do not.
#include <lienvien/rules/case_facts.hpp>
#include <lienvien/rules/decide.hpp>

using namespace lienvien;
using namespace lienvien::literals;
using namespace lienvien::terms;

inline constexpr auto one = rule("one"_rule, says(vi("một"), en("one")), cites(instrument{}), permits(emergency));
template <class Rule, std::size_t... Number>
constexpr auto book_of(Rule each, std::index_sequence<Number...>) {
    return rulebook("book", label{"bộ", "book"}, otherwise::not_provided_for, (static_cast<void>(Number), each)...);
}
#ifdef EXPECT_ERROR
inline constexpr auto book = book_of(one, std::make_index_sequence<65>{});
#else
inline constexpr auto book = book_of(one, std::make_index_sequence<64>{});
static_assert(decltype(book)::size == 64);
#endif
