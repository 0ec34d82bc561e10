#pragma once

/// The one place that knows which Catch2 is installed: version 3, or 2.13 as in Debian 12.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif
