#pragma once

#include <lienvien/base/validity.hpp>
#include <lienvien/model/network.hpp>
#include <lienvien/network/lists.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace detail {

/// What a finding would be about, named only when there is one.
struct topic {
    std::string (*name)(void const*);
    void const* noun;
};

/// A place in the network, kept on the stack while walking; it becomes a JSON pointer only where something is found.
struct step {
    step const* above;
    topic const* about;
    std::string_view member;  ///< empty: the place is a number in a list
    std::size_t number;

    [[nodiscard]] step operator/(std::string_view inner) const noexcept { return {this, about, inner, 0}; }
    [[nodiscard]] step operator/(std::size_t inner) const noexcept { return {this, about, {}, inner}; }
    [[nodiscard]] std::string pointer() const {
        std::string written = above ? above->pointer() : std::string();
        written += '/';
        return written += member.empty() ? std::to_string(number) : std::string(member);
    }
    [[nodiscard]] std::string subject() const { return about->name(about->noun); }
    /// Is this a member of one of the network's own nouns, not of something inside it?
    [[nodiscard]] bool is_outermost() const noexcept { return above && above->above && !above->above->above; }
};

// walk(visitor, place, value) shows a visitor every identity referred to, every date and every source in a value:
//   refers(step, id)   when(step, validity)   date(step, partial_date)   cites(step, source)
// The noun's own id is no reference; provinces have no list that could hold them.

template <class V, class Tag>
void walk(V& v, step const& at, basic_id<Tag> const& id) {
    v.refers(at, id);
}
template <class V>
void walk(V& v, step const& at, validity const& when) {
    v.when(at, when);
}
template <class V>
void walk(V& v, step const& at, partial_date const& date) {
    v.date(at, date);
}
template <class V>
void walk(V& v, step const& at, source const& origin) {
    v.cites(at, origin);
    v.date(at / "dated", origin.dated);
}
template <class V, class T>
void walk(V& v, step const& at, std::optional<T> const& value) {
    if (value) walk(v, at, *value);
}
template <class V, class T>
void walk(V& v, step const& at, std::vector<T> const& all) {
    for (std::size_t n = 0; n < all.size(); ++n) walk(v, at / n, all[n]);
}
template <class V>
void walk(V& v, step const& at, stated_duration const& lasted) {
    walk(v, at / "up_to", lasted.up_to);
}
template <class V, class T>
void walk(V& v, step const& at, claims<T> const& all) {
    for (std::size_t n = 0; n < all.stated.size(); ++n) {
        step const here = at / n;
        walk(v, here / "value", all.stated[n].value);
        walk(v, here / "source", all.stated[n].source);
    }
}
template <class V>
void walk(V&, step const&, field const&) {}
template <class V>
void walk(V& v, step const& at, operation const& fact) {
    walk(v, at / "valid", fact.valid);
    walk(v, at / "source", fact.source);
}
template <class V>
void walk(V& v, step const& at, institution const& noun) {
    walk(v, at / "operations", noun.operations);
    walk(v, at / "founded", noun.founded);
}
template <class V>
void walk(V& v, step const& at, membership const& fact) {
    walk(v, at / "part", fact.part);
    walk(v, at / "whole", fact.whole);
}
template <class V>
void walk(V& v, step const& at, affiliation const& fact) {
    walk(v, at / "member", fact.member);
    walk(v, at / "hub", fact.hub);
}
template <class V>
void walk(V& v, step const& at, succession const& fact) {
    walk(v, at / "predecessor", fact.predecessor);
    walk(v, at / "successor", fact.successor);
    walk(v, at / "on", fact.on);
}
template <class V>
void walk(V& v, step const& at, grading const& fact) {
    walk(v, at / "institution", fact.institution);
}
template <class V>
void walk(V& v, step const& at, legacy_standing const& fact) {
    walk(v, at / "institution", fact.institution);
}
template <class V>
void walk(V& v, step const& at, licence const& fact) {
    walk(v, at / "institution", fact.institution);
    walk(v, at / "responsible", fact.responsible);
}
template <class V>
void walk(V& v, step const& at, accreditation const& fact) {
    walk(v, at / "institution", fact.institution);
    walk(v, at / "field", fact.field);
}
template <class V>
void walk(V& v, step const& at, accreditation_list const& fact) {
    walk(v, at / "institution", fact.institution);
    walk(v, at / "fields", fact.fields);
}
template <class V>
void walk(V& v, step const& at, insurance_contract const& fact) {
    walk(v, at / "institution", fact.institution);
}
template <class V>
void walk(V& v, step const& at, capacity const& fact) {
    walk(v, at / "institution", fact.institution);
    walk(v, at / "stated_by", fact.stated_by);
}
template <class V>
void walk(V& v, step const& at, staffing const& fact) {
    walk(v, at / "institution", fact.institution);
}
template <class V>
void walk(V& v, step const& at, equipment const& fact) {
    walk(v, at / "institution", fact.institution);
}
template <class V>
void walk(V& v, step const& at, travel const& fact) {
    walk(v, at / "from", fact.from);
    walk(v, at / "to", fact.to);
}
template <class V>
void walk(V& v, step const& at, technique const& noun) {
    walk(v, at / "field", noun.field);
    walk(v, at / "requires", noun.requires_);
}
template <class V>
void walk(V& v, step const& at, staff_need const& need) {
    walk(v, at / "certified_by", need.certified_by);
}
template <class V>
void walk(V& v, step const& at, package const& noun) {
    walk(v, at / "field", noun.field);
    walk(v, at / "techniques", noun.techniques);
    walk(v, at / "parts", noun.parts);
    walk(v, at / "prerequisites", noun.prerequisites);
    walk(v, at / "indicators", noun.indicators);
    walk(v, at / "staff", noun.staff);
}
template <class V>
void walk(V& v, step const& at, evidence const& shown) {
    walk(v, at / "on", shown.on);
    walk(v, at / "assessor", shown.assessor);
}
template <class V>
void walk(V& v, step const& at, capability const& fact) {
    walk(v, at / "site", fact.site);
    walk(v, at / "technique", fact.technique);
    walk(v, at / "evidence", fact.evidence);
    walk(v, at / "by_transfer", fact.by_transfer);
}
template <class V>
void walk(V& v, step const& at, technique_list const& fact) {
    walk(v, at / "site", fact.site);
    walk(v, at / "techniques", fact.techniques);
    walk(v, at / "field", fact.field);
}
template <class V>
void walk(V& v, step const& at, party const& each) {
    walk(v, at / "institution", each.institution);
    walk(v, at / "signatory", each.signatory);
}
template <class V>
void walk(V& v, step const& at, clause const& each) {
    walk(v, at / "from", each.from);
    walk(v, at / "to", each.to);
    walk(v, at / "fields", each.fields);
    walk(v, at / "techniques", each.techniques);
    walk(v, at / "packages", each.packages);
    walk(v, at / "source", each.source);
}
template <class V>
void walk(V& v, step const& at, commitment const& each) {
    walk(v, at / "debtor", each.debtor);
    walk(v, at / "creditor", each.creditor);
    walk(v, at / "due", each.due);
    walk(v, at / "package", each.package);
    walk(v, at / "source", each.source);
}
template <class V>
void walk(V& v, step const& at, earlier_agreement const& each) {
    walk(v, at / "agreement", each.agreement);
}
template <class V>
void walk(V& v, step const& at, agreement const& noun) {
    walk(v, at / "parties", noun.parties);
    walk(v, at / "fields", noun.fields);
    walk(v, at / "techniques", noun.techniques);
    walk(v, at / "signed_on", noun.signed_on);
    walk(v, at / "in_force", noun.in_force);
    walk(v, at / "began", noun.began);
    walk(v, at / "lasted", noun.lasted);
    walk(v, at / "clauses", noun.clauses);
    walk(v, at / "commitments", noun.commitments);
    walk(v, at / "earlier", noun.earlier);
    walk(v, at / "legal_basis", noun.legal_basis);
}

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
