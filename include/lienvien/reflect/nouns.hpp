#pragma once

// The nouns and their members, one line for each noun, in the order of declaration. tests/json/reflection.cpp shows that
// no member is missing or out of order.

#include <lienvien/base/claims.hpp>
#include <lienvien/model/network.hpp>
#include <lienvien/reflect/base.hpp>
#include <lienvien/reflect/need.hpp>

#include <boost/hana/adapt_struct.hpp>

// clang-format off
BOOST_HANA_ADAPT_STRUCT(lienvien::claim<lienvien::partial_date>, value, source);
BOOST_HANA_ADAPT_STRUCT(lienvien::claim<lienvien::stated_duration>, value, source);
// institutions and what is true of them for a time
BOOST_HANA_ADAPT_STRUCT(lienvien::operation, status, valid, source);
BOOST_HANA_ADAPT_STRUCT(lienvien::position, north, east);
BOOST_HANA_ADAPT_STRUCT(lienvien::place, country, province, address, position);
BOOST_HANA_ADAPT_STRUCT(lienvien::institution, id, name, aliases, kind, ownership, operations, place, founded, source);
BOOST_HANA_ADAPT_STRUCT(lienvien::membership, part, whole, valid, source);
BOOST_HANA_ADAPT_STRUCT(lienvien::affiliation, member, hub, kind, valid, source);
BOOST_HANA_ADAPT_STRUCT(lienvien::succession, predecessor, successor, kind, on, source);
BOOST_HANA_ADAPT_STRUCT(lienvien::travel, from, to, minutes, valid, source);
BOOST_HANA_ADAPT_STRUCT(lienvien::grading, institution, level, score, provisional, decision, valid, source);
BOOST_HANA_ADAPT_STRUCT(lienvien::legacy_standing, institution, tier, hospital_class, valid, source);
BOOST_HANA_ADAPT_STRUCT(lienvien::licence, institution, number, scope, responsible, valid, source);
BOOST_HANA_ADAPT_STRUCT(lienvien::accreditation, institution, field, decision, valid, source);
BOOST_HANA_ADAPT_STRUCT(lienvien::accreditation_list, institution, fields, decision, valid, source);
BOOST_HANA_ADAPT_STRUCT(lienvien::insurance_contract, institution, held, number, valid, source);
BOOST_HANA_ADAPT_STRUCT(lienvien::capacity, institution, total, free, stated_by, valid, source);
BOOST_HANA_ADAPT_STRUCT(lienvien::staffing, institution, profession, least, most, valid, source);
BOOST_HANA_ADAPT_STRUCT(lienvien::equipment, institution, name, count, valid, source);
// techniques and who holds them
BOOST_HANA_ADAPT_STRUCT(lienvien::technique, id, name, kind, field, national_code, requires_, source);
BOOST_HANA_ADAPT_STRUCT(lienvien::field, id, name, source);
BOOST_HANA_ADAPT_STRUCT(lienvien::staff_need, profession, at_least, certified_by);
BOOST_HANA_ADAPT_STRUCT(lienvien::package, id, name, kind, field, techniques, parts, prerequisites, goals, standards, indicators, materials, staff, equipment, lowest_level, source);
BOOST_HANA_ADAPT_STRUCT(lienvien::evidence, what, on, count, assessor, document);
BOOST_HANA_ADAPT_STRUCT(lienvien::capability, site, technique, stage, valid, evidence, by_transfer, decision, source);
BOOST_HANA_ADAPT_STRUCT(lienvien::technique_list, site, techniques, field, decision, valid, source);
BOOST_HANA_ADAPT_STRUCT(lienvien::stage_record, stage, on, evidence, source);
BOOST_HANA_ADAPT_STRUCT(lienvien::transfer, id, package, giver, recipient, agreement, trainers, trainees, stages, source);
// agreements
BOOST_HANA_ADAPT_STRUCT(lienvien::commitment, id, debtor, creditor, kind, activity, what, every, due, quantity, package, status, source);
BOOST_HANA_ADAPT_STRUCT(lienvien::party, institution, role, signatory);
BOOST_HANA_ADAPT_STRUCT(lienvien::earlier_agreement, agreement, link);
BOOST_HANA_ADAPT_STRUCT(lienvien::clause, activity, from, to, fields, techniques, packages, status, what, source);
BOOST_HANA_ADAPT_STRUCT(lienvien::stated_duration, years, up_to);
BOOST_HANA_ADAPT_STRUCT(lienvien::agreement, id, name, status, parties, fields, techniques, signed_on, in_force, began, lasted, clauses, commitments, earlier, legal_basis, source);
// people and their training
BOOST_HANA_ADAPT_STRUCT(lienvien::person, id, name, title, profession, workplace, source);
BOOST_HANA_ADAPT_STRUCT(lienvien::role_holding, institution, role, holder, programme, valid, source);
BOOST_HANA_ADAPT_STRUCT(lienvien::team, id, name, institution, field, members, professions, source);
BOOST_HANA_ADAPT_STRUCT(lienvien::component, kind, name, hours);
BOOST_HANA_ADAPT_STRUCT(lienvien::expiry_not_stated);
BOOST_HANA_ADAPT_STRUCT(lienvien::never_expires);
BOOST_HANA_ADAPT_STRUCT(lienvien::expires_after, months);
BOOST_HANA_ADAPT_STRUCT(lienvien::expires_each_year, on);
BOOST_HANA_ADAPT_STRUCT(lienvien::expires_unused, months);
BOOST_HANA_ADAPT_STRUCT(lienvien::programme, id, name, provider, participants, audience, topics, components, expiry, held, agreement, status, valid, source);
BOOST_HANA_ADAPT_STRUCT(lienvien::certificate, id, programme, holder, issued, revoked, renews, source);
// working together
BOOST_HANA_ADAPT_STRUCT(lienvien::rotation, id, agreement, home, host, experts, professions, fields, skills, status, valid, source);
BOOST_HANA_ADAPT_STRUCT(lienvien::session, on, held, about);
BOOST_HANA_ADAPT_STRUCT(lienvien::consultation, id, name, agreement, parties, fields, held, online, cost_share, status, sessions, valid, source);
BOOST_HANA_ADAPT_STRUCT(lienvien::recognition, id, kind, names, named_by, giver, people, institutions, contributions, on, source);
// patients, without their identity
BOOST_HANA_ADAPT_STRUCT(lienvien::offer, to, state, on, reason);
BOOST_HANA_ADAPT_STRUCT(lienvien::referral, id, need, made, offers, closed, closed_because, source);
// how things stand
BOOST_HANA_ADAPT_STRUCT(lienvien::indicator, id, name, counts, better, field, source);
BOOST_HANA_ADAPT_STRUCT(lienvien::figure, indicator, site, least, most, out_of, valid, source);
BOOST_HANA_ADAPT_STRUCT(lienvien::regime, id, name, kind, valid, source);
BOOST_HANA_ADAPT_STRUCT(lienvien::waiver, code, subject, reason, until);
BOOST_HANA_ADAPT_STRUCT(lienvien::network, fields, institutions, memberships, affiliations, successions, gradings, legacy_standings, licences, accreditations, accreditation_lists, insurance_contracts, capacities, staffings, equipments, travels, techniques, packages, capabilities, technique_lists, agreements, people, role_holdings, teams, programmes, certificates, transfers, rotations, consultations, recognitions, indicators, figures, regimes, needs, referrals, waivers);
// clang-format on
