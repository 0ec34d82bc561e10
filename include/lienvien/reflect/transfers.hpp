#pragma once

// What a step of a transfer is asked with: a room of its own, because nothing else needs it.

#include <lienvien/lifecycle/package_content.hpp>
#include <lienvien/lifecycle/transfer_evidence.hpp>
#include <lienvien/lifecycle/transfer_terms.hpp>
#include <lienvien/reflect/base.hpp>

#include <boost/hana/adapt_struct.hpp>

// clang-format off
BOOST_HANA_ADAPT_STRUCT(lienvien::shown_evidence, kind, on, count, assessor, document);
BOOST_HANA_ADAPT_STRUCT(lienvien::proposed_step, step, on, shown, source);
BOOST_HANA_ADAPT_STRUCT(lienvien::transfer_terms, package, trainers, gap_list, theory_hours, theory_mark, clinical_hours, observed_cases, assisted_cases, supervised_cases, independent_assessor, both_sides_accept, list_approval, follow_up_plan, followed_cases, compliance, own_trainers, cases_after_suspension, source);
BOOST_HANA_ADAPT_STRUCT(lienvien::learning_material, what, reader);
BOOST_HANA_ADAPT_STRUCT(lienvien::package_goals, knowledge, skill, attitude);
BOOST_HANA_ADAPT_STRUCT(lienvien::package_content, package, goals, lessons, materials, note, source);
// clang-format on
