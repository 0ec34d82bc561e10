// expect: LIENVIEN-E020: a term needs a fact with id, words and is_statement
// A fact without a name cannot be cited.
#include <lienvien/rules/case_facts.hpp>
#include <lienvien/rules/decide.hpp>

using namespace lienvien;
using namespace lienvien::literals;
using namespace lienvien::terms;

struct nameless {
    static constexpr label words{"không tên", "nameless"};
    static constexpr bool is_statement = true;
#ifndef EXPECT_ERROR
    static constexpr std::string_view id = "named";
#endif
    static truth read(transfer_case const&) { return truth::yes; }
    static void cite(transfer_case const&, grounds&) {}
};
bool asked(transfer_case const& about) { return is_yes(term<nameless, need_role>::read(about)); }
