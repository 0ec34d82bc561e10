#pragma once

/// Properties: `rc::prop("sentence", [](int a) { RC_ASSERT(...); })` inside a Catch2 case. Catch2 comes first, so that
/// rapidcheck's adapter finds it.
#include <rapidcheck.h>
#include <rapidcheck/catch.h>
#include <support/catch.hpp>
