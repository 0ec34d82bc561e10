#pragma once

// A room of its own, because a question needs no other noun and each noun costs its reader some time to compile.

#include <lienvien/model/need.hpp>
#include <lienvien/reflect/base.hpp>

#include <boost/hana/adapt_struct.hpp>

// clang-format off
BOOST_HANA_ADAPT_STRUCT(lienvien::patient_need, id, origin, diagnoses, field, techniques, urgency, stable, transfer_indicated, past_emergency_stage, improved, age, residence, insured, card_rate, within, about, source);
// clang-format on
