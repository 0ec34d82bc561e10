#include <everything_upwards.hpp>

int const* version_seen_downwards();

int main() { return version_seen_downwards() == &lienvien::version_minor ? 0 : 1; }
