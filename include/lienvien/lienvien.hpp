#pragma once

/// The front door: every room except the windows (reflect, text, json, fhir, ical, picture), which are included by name.
#include <lienvien/fwd.hpp>
#include <lienvien/version.hpp>
