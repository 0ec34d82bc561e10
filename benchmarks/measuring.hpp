#pragma once

#include <charconv>
#include <cstddef>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <initializer_list>
#include <system_error>

/// What the benchmarks share: the time that work takes, and the counts that the command line gives.
namespace measuring {

/// Seconds of the processor that this process has used, so that other programs on the machine do not count.
inline double cpu_seconds() {
    std::timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

/// The shortest of several rounds of the same work. Units: seconds of the processor.
template <class Work>
double best_of(int rounds, Work work) {
    double best = 0;
    for (int round = 0; round < rounds; ++round) {
        double const before = cpu_seconds();
        work();
        double const spent = cpu_seconds() - before;
        if (round == 0 || spent < best) best = spent;
    }
    return best;
}

/// A count that the command line may give: of what, where it goes, and between which numbers it lies.
struct wanted_count {
    char const* of;
    std::size_t& into;
    std::size_t least = 1;
    std::size_t most = 10'000'000;
};

/// Reads one count. A word that is no such number is refused, with a sentence on the standard error.
inline bool read_count(char const* word, wanted_count const& wanted) {
    char const* const end = word + std::strlen(word);
    std::size_t number = 0;
    auto const read = std::from_chars(word, end, number);
    if (read.ec != std::errc{} || read.ptr != end || number < wanted.least || number > wanted.most) {
        std::fprintf(stderr, "\"%s\" is no number of %s: a whole number from %zu to %zu is wanted\n", word, wanted.of,
                     wanted.least, wanted.most);
        return false;
    }
    wanted.into = number;
    return true;
}

/// Reads the counts in their order; one that is not given stays as it is. A word that is refused, or one too many, is
/// followed by the usage.
inline bool read_counts(int count, char** words, std::initializer_list<wanted_count> wanted) {
    int at = 1;
    bool good = true;
    for (auto const& each : wanted) {
        if (at < count) good = good && read_count(words[at++], each);
    }
    if (good && at < count) {
        std::fprintf(stderr, "\"%s\" is one word too many\n", words[at]);
        good = false;
    }
    if (good) return true;
    std::fprintf(stderr, "usage: %s", words[0]);
    for (auto const& each : wanted) std::fprintf(stderr, " [%s]", each.of);
    std::fputs("\n", stderr);
    return false;
}

}  // namespace measuring
