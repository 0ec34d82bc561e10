#include <lienvien/network/critical_days.hpp>
