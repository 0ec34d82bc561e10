#pragma once

#include <lienvien/base/finding.hpp>
#include <lienvien/base/result.hpp>
#include <lienvien/base/source.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/base/validity.hpp>
#include <lienvien/reflect/members.hpp>

#include <boost/hana/adapt_struct.hpp>

// clang-format off
BOOST_HANA_ADAPT_STRUCT(lienvien::label, vi, en);
BOOST_HANA_ADAPT_STRUCT(lienvien::text, vi, en);
BOOST_HANA_ADAPT_STRUCT(lienvien::error, code, position, subject);
BOOST_HANA_ADAPT_STRUCT(lienvien::place_in_text, pointer, line);
BOOST_HANA_ADAPT_STRUCT(lienvien::finding, code, severity, subject, place, message);
BOOST_HANA_ADAPT_STRUCT(lienvien::validity, from, until);
BOOST_HANA_ADAPT_STRUCT(lienvien::source, kind, document, article, clause, dated, words, doubt, verified, known_since);
// clang-format on
