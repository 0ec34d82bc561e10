#pragma once

#include <lienvien/rules/leaves.hpp>

#include <boost/hana/at.hpp>
#include <boost/hana/tuple.hpp>

#include <cstddef>
#include <cstdint>
#include <new>
#include <utility>

namespace lienvien {
inline namespace v0 {
namespace detail {

/// A statement that is bound when somebody first asks for it, in a place of whoever asks.
template <class Term, bool Late = bound_statement<Term>::is_late>
struct late_statement {};
template <class Term>
struct late_statement<Term, true> {
    using leaf = typename bound_statement<Term>::leaf;
    bool is_bound = false;
    union {
        leaf value;
    };

    late_statement() noexcept {}
    late_statement(late_statement const&) = delete;
    late_statement& operator=(late_statement const&) = delete;
    ~late_statement() {
        if (is_bound) value.~leaf();
    }
    [[nodiscard]] leaf const& bind(request const& asked) {
        if (!is_bound) ::new (static_cast<void*>(&value)) leaf(bind_statement<Term>(asked));
        is_bound = true;
        return value;
    }
};
template <class Statements>
struct late_statements;
template <class... Terms>
struct late_statements<type_list<Terms...>> : late_statement<Terms>... {
    template <class Term>
    [[nodiscard]] auto const& bind(request const& asked) {
        return late_statement<Term>::bind(asked);
    }
};

/// Reads a condition for one site: statements that the rules of a book name too, out of what is bound to the request; the
/// others as `decide` reads them.
template <class Statements>
struct at_one_site {
    request const& asked;
    bound_statements<Statements> const& shared;
    late_statements<Statements>* late;  ///< room for statements that no rule asked; none: each is read afresh
    slot where;

    template <class Term>
    [[nodiscard, gnu::always_inline]] truth read(statement<Term> const& node) const {
        if constexpr (!with_type<Statements, Term>::has) {
            return read_afresh(node);
        } else if constexpr (Term::of_request) {
            return shared.template at<Term>().folded().at(0);
        } else {
            if (shared.template is_bound<Term>()) return look_up(shared.template at<Term>(), where);
            if constexpr (bound_statement<Term>::is_late) {
                if (late) return look_up(late->template bind<Term>(asked), where);
            }
            return read_afresh(node);
        }
    }
    template <bool All, class... Parts>
    [[nodiscard, gnu::always_inline]] truth read(several<All, Parts...> const& node) const {
        truth value = All ? truth::yes : truth::no;
        take_all<All>(value, node.parts, std::index_sequence_for<Parts...>{});
        return value;
    }
    template <class Part>
    [[nodiscard, gnu::always_inline]] truth read(negation<Part> const& node) const {
        return !read(node.part);
    }
    template <class Part>
    [[nodiscard, gnu::always_inline]] truth read(provided_by<Part> const& node) const {
        return read(node.part);
    }
    template <class Node>
    [[nodiscard, gnu::always_inline]] truth read(Node const& node) const {
        return read_afresh(node);
    }

private:
    template <bool All, class Parts, std::size_t... Places>
    [[gnu::always_inline]] void take_all(truth& value, Parts const& parts, std::index_sequence<Places...>) const {
        static_cast<void>((take<All>(value, boost::hana::at_c<Places>(parts)) && ...));
    }
    /// False where the others no longer matter.
    template <bool All, class Part>
    [[gnu::always_inline]] bool take(truth& value, Part const& part) const {
        value = All ? value & read(part) : value | read(part);
        return value != (All ? truth::no : truth::yes);
    }

    template <class Node>
    [[nodiscard, gnu::always_inline]] truth read_afresh(Node const& node) const {
        watch_nothing nobody;
        return node.read(transfer_case{&asked, asked.today().site_at(where)}, nobody);
    }
};

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
