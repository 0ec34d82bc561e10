#include <everything_downwards.hpp>

int const* version_seen_downwards();
int const* version_seen_downwards() { return &lienvien::version_minor; }
