#pragma once

#include <lienvien/validate/walk.hpp>

namespace lienvien {
inline namespace v0 {
namespace detail {

template <class V>
void walk(V& v, step const& at, person const& noun) {
    walk(v, at / "workplace", noun.workplace);
}
template <class V>
void walk(V& v, step const& at, role_holding const& fact) {
    walk(v, at / "institution", fact.institution);
    walk(v, at / "holder", fact.holder);
    walk(v, at / "programme", fact.programme);
}
template <class V>
void walk(V& v, step const& at, team const& noun) {
    walk(v, at / "institution", noun.institution);
    walk(v, at / "field", noun.field);
    walk(v, at / "members", noun.members);
}
template <class V>
void walk(V& v, step const& at, programme const& noun) {
    walk(v, at / "provider", noun.provider);
    walk(v, at / "participants", noun.participants);
    if (auto const* yearly = std::get_if<expires_each_year>(&noun.expiry)) walk(v, at / "expiry" / "on", yearly->on);
    walk(v, at / "agreement", noun.agreement);
}
template <class V>
void walk(V& v, step const& at, certificate const& noun) {
    walk(v, at / "programme", noun.programme);
    walk(v, at / "holder", noun.holder);
    walk(v, at / "issued", noun.issued);
    walk(v, at / "revoked", noun.revoked);
    walk(v, at / "renews", noun.renews);
}
template <class V>
void walk(V& v, step const& at, stage_record const& reached) {
    walk(v, at / "on", reached.on);
    walk(v, at / "evidence", reached.evidence);
    walk(v, at / "source", reached.source);
}
template <class V>
void walk(V& v, step const& at, transfer const& noun) {
    walk(v, at / "package", noun.package);
    walk(v, at / "giver", noun.giver);
    walk(v, at / "recipient", noun.recipient);
    walk(v, at / "agreement", noun.agreement);
    walk(v, at / "trainers", noun.trainers);
    walk(v, at / "trainees", noun.trainees);
    walk(v, at / "stages", noun.stages);
}
template <class V>
void walk(V& v, step const& at, rotation const& noun) {
    walk(v, at / "agreement", noun.agreement);
    walk(v, at / "home", noun.home);
    walk(v, at / "host", noun.host);
    walk(v, at / "experts", noun.experts);
    walk(v, at / "fields", noun.fields);
    walk(v, at / "skills", noun.skills);
}
template <class V>
void walk(V& v, step const& at, session const& held) {
    walk(v, at / "on", held.on);
}
template <class V>
void walk(V& v, step const& at, consultation const& noun) {
    walk(v, at / "agreement", noun.agreement);
    walk(v, at / "parties", noun.parties);
    walk(v, at / "fields", noun.fields);
    walk(v, at / "sessions", noun.sessions);
}
template <class V>
void walk(V& v, step const& at, recognition const& noun) {
    walk(v, at / "named_by", noun.named_by);
    walk(v, at / "giver", noun.giver);
    walk(v, at / "people", noun.people);
    walk(v, at / "institutions", noun.institutions);
    walk(v, at / "contributions", noun.contributions);
    walk(v, at / "on", noun.on);
}
template <class V>
void walk(V& v, step const& at, indicator const& noun) {
    walk(v, at / "field", noun.field);
}
template <class V>
void walk(V& v, step const& at, figure const& fact) {
    walk(v, at / "indicator", fact.indicator);
    walk(v, at / "site", fact.site);
}
template <class V>
void walk(V&, step const&, regime const&) {}
template <class V>
void walk(V& v, step const& at, patient_need const& noun) {
    walk(v, at / "origin", noun.origin);
    walk(v, at / "field", noun.field);
    walk(v, at / "techniques", noun.techniques);
}
template <class V>
void walk(V& v, step const& at, offer const& made) {
    walk(v, at / "to", made.to);
    walk(v, at / "on", made.on);
}
template <class V>
void walk(V& v, step const& at, referral const& noun) {
    walk(v, at / "need", noun.need);
    walk(v, at / "made", noun.made);
    walk(v, at / "offers", noun.offers);
    walk(v, at / "closed", noun.closed);
}
template <class V>
void walk(V& v, step const& at, waiver const& noun) {
    walk(v, at / "until", noun.until);
}

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
