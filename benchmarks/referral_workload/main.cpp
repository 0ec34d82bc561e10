// Twelve referral rules over a synthetic nation: the library's declared rules beside a plain C++ chain of ifs, in one process.
//
//     referral_workload [--folder DIR] [--institutions N]... [--requests K] [--threads T] [--only NAME]... [--check] [--json]
//
// --check: DIR holds the published networks, so the checksums of 10,000 requests must be the published ones.
// DIR holds net_N.json and req_N.json. Without it a network of N institutions is made, 300 unless N is given. NAME: rank, masks, planes, plain_rank,
// plain_masks, proofs, updates; the function of that name is not inlined, so that its instructions can be counted from outside
// (valgrind --tool=callgrind --toggle-collect='measured_rank*').

#include "batches.hpp"
#include "declared.hpp"
#include "loading.hpp"
#include "made.hpp"
#include "one_by_one.hpp"
#include "plain.hpp"
#include <lienvien/json/parse.hpp>
#include <lienvien/lienvien.hpp>
#include <lienvien/validate/validate.hpp>

#include <boost/json/monotonic_resource.hpp>
#include <boost/json/parse.hpp>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <sys/resource.h>
#include <vector>

namespace {

using namespace lienvien;
using workload::declared::book;
using plan = sweep_plan<std::remove_const_t<decltype(book)>>;

constexpr std::size_t shown = 10;

struct checksum {
    std::uint32_t a = 0x12345678u;
    std::uint32_t b = 0x9abcdef0u;
    void mix(std::uint32_t value) noexcept {
        a = (a ^ value) * 0x9E3779B1u;
        a ^= a >> 15;
        b = (b ^ value) * 0x85EBCA6Bu;
        b ^= b >> 13;
    }
    [[nodiscard]] std::string text() const {
        char digits[17];
        std::snprintf(digits, sizeof digits, "%08x%08x", a, b);
        return digits;
    }
};
struct place_taken {
    std::uint32_t where;
    bool agreed;
    int coverage;
};
struct ranked_answer {
    std::uint32_t permitted = 0;
    std::uint32_t number = 0;
    place_taken best[shown]{};
};
[[nodiscard]] double seconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

/// Needs of one day, in the order of the file.
struct day_of_needs {
    sys_days on;
    std::vector<std::uint32_t> numbers;
};

}  // namespace

// The functions that are measured, with names that a profiler finds.

extern "C" [[gnu::noinline]] void measured_move(situation& nation, sys_days day) { nation.move_to(day); }

extern "C" [[gnu::noinline]] void measured_rank(snapshot const& today, rules_of_day const& rules,
                                                std::vector<numbered_need> const& needs,
                                                std::vector<std::uint32_t> const& which,
                                                std::vector<ranked_answer>& answers) {
    using namespace workload::declared;
    ranked<std::uint64_t> best[shown];
    for (auto const n : which) {
        request const asked(today, needs[n]);
        plan const swept(book, rules, asked);
        auto const from = workload::tables.at[number_of(*asked.origin())];
        auto const found = rank(swept, std::span<ranked<std::uint64_t>>(best), [&](auto const& each) {
            auto const far = static_cast<std::uint64_t>(
                workload::squared_distance(from, workload::tables.at[number_of(each.where())]));
            return is_yes(each.holds(agreed)) ? far : far | std::uint64_t{1} << 63;
        });
        auto& answer = answers[n];
        answer.permitted = static_cast<std::uint32_t>(found.permitted);
        answer.number = static_cast<std::uint32_t>(found.shown);
        for (std::size_t at = 0; at < found.shown; ++at) {
            candidate<std::remove_const_t<decltype(book)>> const each{&swept, best[at].at};
            auto const paid = coverage.value([&](auto const& when) { return each.holds(when); });
            answer.best[at] = {number_of(best[at].where), (best[at].key >> 63) == 0, paid.value_or(-1)};
        }
    }
}
extern "C" [[gnu::noinline]] void measured_planes(plan const& swept, std::vector<std::uint64_t>& planes) {
    swept.planes(planes);
}
extern "C" [[gnu::noinline]] void measured_masks(plan const& swept, std::vector<std::uint16_t>& masks) {
    write_masks(swept, std::span<std::uint16_t>(masks));
}
extern "C" [[gnu::noinline]] void measured_plain_rank(std::vector<workload::plain::institution> const& all,
                                                      std::vector<workload::plain::request> const& requests,
                                                      std::vector<ranked_answer>& answers) {
    struct entry {
        bool agreed;
        std::int64_t far;
        std::uint32_t id;
    };
    std::vector<entry> found;
    for (std::size_t n = 0; n < requests.size(); ++n) {
        auto const& r = requests[n];
        auto const& o = all[r.origin];
        workload::plain::judgement const judge{r, o, holds(o, r)};
        found.clear();
        for (auto const& c : all) {
            if (judge.failed(c, true) == 0)
                found.push_back({agreed(o, c.id, r), workload::squared_distance(o.at, c.at), c.id});
        }
        auto& answer = answers[n];
        answer.permitted = static_cast<std::uint32_t>(found.size());
        answer.number = static_cast<std::uint32_t>(std::min(found.size(), shown));
        std::partial_sort(found.begin(), found.begin() + answer.number, found.end(),
                          [](entry const& a, entry const& b) {
                              if (a.agreed != b.agreed) return a.agreed;
                              return a.far != b.far ? a.far < b.far : a.id < b.id;
                          });
        for (std::size_t at = 0; at < answer.number; ++at)
            answer.best[at] = {found[at].id, found[at].agreed, judge.coverage(all[found[at].id], found[at].agreed)};
    }
}
extern "C" [[gnu::noinline]] void measured_plain_masks(std::vector<workload::plain::institution> const& all,
                                                       workload::plain::request const& r,
                                                       std::vector<std::uint16_t>& masks) {
    auto const& o = all[r.origin];
    workload::plain::judgement const judge{r, o, holds(o, r)};
    for (std::size_t c = 0; c < all.size(); ++c) masks[c] = judge.failed(all[c], false);
}

namespace {

[[nodiscard]] std::string rank_checksum(std::vector<ranked_answer> const& answers,
                                        std::vector<std::uint32_t> const& ids) {
    checksum sum;
    for (std::size_t n = 0; n < answers.size(); ++n) {
        sum.mix(ids[n]);
        sum.mix(answers[n].permitted);
        for (std::size_t at = 0; at < answers[n].number; ++at) {
            auto const& each = answers[n].best[at];
            sum.mix(each.where);
            sum.mix(each.agreed ? 1 : 0);
            sum.mix(static_cast<std::uint32_t>(each.coverage));
        }
    }
    return sum.text();
}
struct mask_sums {
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    void add(std::uint32_t where, std::uint16_t mask) noexcept {
        first += (mask + 1u) * (where * 2654435761u + 1u);
        second += (mask + 1u) * (where * 2246822519u + 12345u);
    }
};
[[nodiscard]] std::string mask_checksum(std::vector<mask_sums> const& sums, std::vector<std::uint32_t> const& ids) {
    checksum sum;
    for (std::size_t n = 0; n < sums.size(); ++n) {
        sum.mix(ids[n]);
        sum.mix(sums[n].first);
        sum.mix(sums[n].second);
    }
    return sum.text();
}

struct options {
    std::string folder;
    std::vector<std::string> sizes;
    std::size_t requests = 10000;
    std::vector<std::string> only;
    unsigned threads = 0;
    bool json = false;
    bool check = false;
};
struct figure {
    std::string what;
    double value;
    std::string unit;
};

[[nodiscard]] std::string contents(std::string const& name) {
    std::ifstream file(name, std::ios::binary);
    if (!file) throw "no file " + name;
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The published checksums of 10,000 requests, rank and explain.
struct published_sums {
    std::string_view size;
    std::string_view rank;
    std::string_view explain;
};
constexpr published_sums published[] = {{"150", "b4d44e0a2d1b4e5a", "a0ec29443f4a1b72"},
                                        {"1500", "27b4099449d367e7", "db3be67d3c2cec16"},
                                        {"15000", "b949f04b08db7ba7", "2e040d1591862825"}};
/// Where nothing is published, or was not worked out, there is nothing to differ from.
[[nodiscard]] bool as_published(std::string_view size, std::string_view rank, std::string_view explain) {
    for (auto const& each : published) {
        if (each.size == size)
            return (rank.empty() || rank == each.rank) && (explain.empty() || explain == each.explain);
    }
    return true;
}

/// Runs everything for one network; returns whether the library and the plain program agree.
bool run(options const& wanted, std::string const& size) {
    std::vector<figure> figures;
    auto const wants = [&](std::string_view name) {
        return wanted.only.empty() || std::find(wanted.only.begin(), wanted.only.end(), name) != wanted.only.end();
    };
    std::string network_text;
    std::string request_text;
    if (wanted.folder.empty()) {
        auto made = workload::make_texts(static_cast<std::uint32_t>(std::strtoul(size.c_str(), nullptr, 10)),
                                         static_cast<std::uint32_t>(std::min<std::size_t>(wanted.requests, 1000)));
        network_text = std::move(made.network);
        request_text = std::move(made.requests);
    } else {
        network_text = contents(wanted.folder + "/net_" + size + ".json");
        request_text = contents(wanted.folder + "/req_" + size + ".json");
    }

    double const start = seconds();
    auto const parsed = json::parse(network_text);
    double const after_parse = seconds();
    if (!parsed.value) throw std::string("the network file is not JSON");
    auto const root = parsed.value->root();
    network written = workload::read_network(root);
    double const after_read = seconds();
    if (validate(written).has_errors()) throw std::string("the network has errors");
    double const after_validation = seconds();
    figures.push_back({"load: parse network", (after_parse - start) * 1e3, "ms"});
    figures.push_back({"load: read nouns", (after_read - after_parse) * 1e3, "ms"});
    figures.push_back({"load: validate", (after_validation - after_read) * 1e3, "ms"});
    workload::read_side_tables(root);
    auto const institutions = static_cast<double>(written.institutions.size());

    auto const parsed_requests = json::parse(request_text);
    if (!parsed_requests.value) throw std::string("the request file is not JSON");
    auto const request_root = parsed_requests.value->root();
    auto asked = workload::read_needs(request_root, root, wanted.requests);
    std::vector<std::uint32_t> ids;
    for (auto const& each : asked) ids.push_back(each.id);

    double const before_snapshot = seconds();
    {
        auto const first = as_of(written, asked.front().on);
        double const after_snapshot = seconds();
        figures.push_back({"load: build snapshot", (after_snapshot - before_snapshot) * 1e3, "ms"});
        figures.push_back({"load: parse, nouns, validate, snapshot together",
                           (after_validation - start + after_snapshot - before_snapshot) * 1e3, "ms"});
        figures.push_back(
            {"memory of the sets", static_cast<double>(first.bytes()) / institutions, "bytes an institution"});
    }
    double const before_situation = seconds();
    situation nation(std::move(written), asked.front().on);
    figures.push_back(
        {"build situation (snapshot and its future changes)", (seconds() - before_situation) * 1e3, "ms"});

    workload::tables.arrange(nation.today());  // nobody joins, leaves or changes level later
    double const before_numbering = seconds();
    std::vector<numbered_need> needs;
    needs.reserve(asked.size());
    for (auto const& each : asked) needs.emplace_back(nation.today().numbers(), each.need);
    figures.push_back(
        {"number a need", (seconds() - before_numbering) * 1e9 / static_cast<double>(asked.size()), "ns"});

    // By day, so that the snapshot moves once a day.
    std::vector<day_of_needs> days;
    {
        std::vector<std::uint32_t> order(asked.size());
        for (std::uint32_t n = 0; n < order.size(); ++n) order[n] = n;
        std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
            return asked[a].on != asked[b].on ? asked[a].on < asked[b].on : a < b;
        });
        for (auto const n : order) {
            if (days.empty() || days.back().on != asked[n].on) days.push_back({asked[n].on, {}});
            days.back().numbers.push_back(n);
        }
    }
    double const requests = static_cast<double>(asked.size());
    std::string rank_sum;
    std::string mask_sum;
    std::string plain_rank_sum;
    std::string plain_mask_sum;

    if (wants("rank")) {
        std::vector<ranked_answer> answers(asked.size());
        double moving = 0;
        double ranking = 0;
        for (auto const& each : days) {
            double const t0 = seconds();
            measured_move(nation, each.on);
            double const t1 = seconds();
            measured_rank(nation.today(), rules_on(book, each.on), needs, each.numbers, answers);
            ranking += seconds() - t1;
            moving += t1 - t0;
        }
        std::size_t permitted = 0;
        for (auto const& each : answers) permitted += each.permitted;
        figures.push_back({"rank", ranking * 1e6 / requests, "us a request"});
        figures.push_back({"move to the next day", moving * 1e6 / static_cast<double>(days.size()), "us"});
        figures.push_back({"permitted", static_cast<double>(permitted) / requests, "institutions a request"});
        rank_sum = rank_checksum(answers, ids);
    }
    bool same_in_threads = true;
    if (wanted.threads > 0) {
        nation.move_to(days[days.size() / 2].on);
        auto const batches = workload::compare_batches(nation.today(), needs, shown, wanted.threads);
        figures.push_back({"rank all on one day, wall, 1 thread", batches.one * 1e6 / requests, "us a request"});
        figures.push_back({"rank all on one day, wall, " + std::to_string(wanted.threads) + " threads",
                           batches.several * 1e6 / requests, "us a request"});
        figures.push_back(
            {"the same, so many threads that share nothing", batches.apart * 1e6 / requests, "us a request"});
        figures.push_back(
            {"1 thread / " + std::to_string(wanted.threads) + " threads", batches.one / batches.several, "times"});
        figures.push_back({"1 thread / threads that share nothing", batches.one / batches.apart, "times"});
        same_in_threads = batches.same;
    }
    auto const sweep_all = [&](auto measure, auto take) {
        double spent = 0;
        for (auto const& each : days) {
            nation.move_to(each.on);
            auto const rules = rules_on(book, each.on);
            for (auto const n : each.numbers) {
                request const put(nation.today(), needs[n]);
                plan const swept(book, rules, put);
                double const t = seconds();
                measure(swept);
                spent += seconds() - t;
                take(n);
            }
        }
        return spent;
    };
    if (wants("planes")) {
        std::vector<std::uint64_t> planes(std::remove_const_t<decltype(book)>::size * nation.today().shape().words);
        double const spent =
            sweep_all([&](plan const& swept) { measured_planes(swept, planes); }, [](std::uint32_t) {});
        figures.push_back({"planes", spent * 1e9 / requests / institutions, "ns a decision"});
    }
    if (wants("masks")) {
        std::vector<std::uint16_t> masks(std::size_t{nation.today().shape().words} * 64);
        std::vector<mask_sums> sums(asked.size());
        double const spent = sweep_all([&](plan const& swept) { measured_masks(swept, masks); },
                                       [&](std::uint32_t n) {
                                           for (std::uint32_t s = 0; s < nation.today().size(); ++s)
                                               sums[n].add(number_of(nation.today().site_at(slot{s})), masks[s]);
                                       });
        figures.push_back({"masks", spent * 1e9 / requests / institutions, "ns a decision"});
        mask_sum = mask_checksum(sums, ids);
    }
    bool same_one_by_one = true;
    if (wants("proofs")) {
        std::vector<workload::asked_pair> pairs;
        auto const number_of_sites = nation.today().size();
        for (std::uint32_t n = 0; n < needs.size() && n < 1000; ++n)
            pairs.push_back({n, site{static_cast<std::uint32_t>(std::uint64_t{n} * 7919 % number_of_sites)}});
        auto const found = workload::measure_explanations(nation.today(), needs, pairs, seconds);
        figures.push_back({"decide one pair", found.decide, "us"});
        figures.push_back({"decide one pair from every condition of every rule", found.decide_in_full, "us"});
        figures.push_back({"trace one pair, full proof trees in numbers", found.trace, "us"});
        figures.push_back({"explain one pair, full proof trees in words and sources", found.explain, "us"});
        same_one_by_one = found.same;
    }
    if (wants("updates")) {  // after everything that asks the network as it was read
        auto const found = workload::measure_updates(nation, seconds);
        figures.push_back({"one change: a bed fills", found.bed_fills, "us"});
        figures.push_back({"one change: a licence lapses", found.licence_lapses, "us"});
        figures.push_back({"one change: a technique is suspended", found.technique_is_suspended, "us"});
        same_one_by_one = same_one_by_one && found.seen;
    }
    if (wants("plain_rank") || wants("plain_masks")) {
        auto const plain = workload::read_plain(root);
        auto const plain_requests = workload::read_plain_requests(request_root, root, wanted.requests);
        if (wants("plain_rank")) {
            std::vector<ranked_answer> answers(asked.size());
            double const t = seconds();
            measured_plain_rank(plain, plain_requests, answers);
            figures.push_back({"plain C++: rank", (seconds() - t) * 1e6 / requests, "us a request"});
            plain_rank_sum = rank_checksum(answers, ids);
        }
        if (wants("plain_masks")) {
            std::vector<std::uint16_t> masks(plain.size());
            std::vector<mask_sums> sums(asked.size());
            double spent = 0;
            for (std::size_t n = 0; n < plain_requests.size(); ++n) {
                double const t = seconds();
                measured_plain_masks(plain, plain_requests[n], masks);
                spent += seconds() - t;
                for (std::uint32_t s = 0; s < plain.size(); ++s) sums[n].add(s, masks[s]);
            }
            figures.push_back({"plain C++: masks", spent * 1e9 / requests / institutions, "ns a decision"});
            plain_mask_sum = mask_checksum(sums, ids);
        }
    }
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    figures.push_back({"peak memory of the process", static_cast<double>(usage.ru_maxrss) / 1024, "MiB"});
    {  // last, so that nothing of the library is measured in memory that this left behind
        double const before = seconds();
        boost::json::monotonic_resource memory;
        auto const alone = boost::json::parse(network_text, &memory);
        if (alone.is_null()) throw std::string("Boost.JSON finds nothing in the network file");
        figures.push_back({"Boost.JSON alone parses the same text", (seconds() - before) * 1e3, "ms"});
    }

    bool const agree = same_in_threads && same_one_by_one &&
                       (rank_sum.empty() || plain_rank_sum.empty() || rank_sum == plain_rank_sum) &&
                       (mask_sum.empty() || plain_mask_sum.empty() || mask_sum == plain_mask_sum);
    bool const checked = wanted.check && !wanted.folder.empty() && asked.size() == 10000;
    bool const equal = !checked || as_published(size, rank_sum, mask_sum);
    if (wanted.json) {
        for (auto const& each : figures)
            std::printf("{\"institutions\":%.0f,\"what\":\"%s\",\"value\":%.6g,\"unit\":\"%s\"}\n", institutions,
                        each.what.c_str(), each.value, each.unit.c_str());
        std::printf("{\"institutions\":%.0f,\"requests\":%.0f,\"rank\":\"%s\",\"explain\":\"%s\",\"agrees\":%s}\n",
                    institutions, requests, rank_sum.c_str(), mask_sum.c_str(), agree ? "true" : "false");
    } else {
        std::printf("%.0f institutions, %.0f requests, 12 rules\n", institutions, requests);
        for (auto const& each : figures)
            std::printf("  %-52s %10.3f %s\n", each.what.c_str(), each.value, each.unit.c_str());
        std::printf("  %-52s %s %s\n", "checksums: rank, explain", rank_sum.c_str(), mask_sum.c_str());
        std::printf("  %-52s %s %s\n", "plain C++", plain_rank_sum.c_str(), plain_mask_sum.c_str());
        std::puts(agree ? "  the two agree" : "  THE TWO DISAGREE");
        if (checked) std::puts(equal ? "  and are as published" : "  AND ARE NOT AS PUBLISHED");
    }
    return agree && equal;
}

}  // namespace

int main(int count, char** values) {
    options wanted;
    for (int at = 1; at < count; ++at) {
        std::string_view const name = values[at];
        auto const next = [&]() -> std::string { return at + 1 < count ? values[++at] : ""; };
        if (name == "--folder") {
            wanted.folder = next();
        } else if (name == "--institutions") {
            wanted.sizes.push_back(next());
        } else if (name == "--requests") {
            wanted.requests = static_cast<std::size_t>(std::strtoull(next().c_str(), nullptr, 10));
        } else if (name == "--threads") {
            wanted.threads = static_cast<unsigned>(std::strtoul(next().c_str(), nullptr, 10));
        } else if (name == "--only") {
            wanted.only.push_back(next());
        } else if (name == "--json") {
            wanted.json = true;
        } else if (name == "--check") {
            wanted.check = true;
        } else {
            std::fprintf(stderr, "referral_workload: what is %s?\n", values[at]);
            return 2;
        }
    }
    if (wanted.sizes.empty())
        wanted.sizes =
            wanted.folder.empty() ? std::vector<std::string>{"300"} : std::vector<std::string>{"150", "1500", "15000"};
    try {
        bool agree = true;
        for (auto const& size : wanted.sizes) agree = run(wanted, size) && agree;
        return agree ? 0 : 1;
    } catch (std::string const& reason) {
        std::fprintf(stderr, "referral_workload: %s\n", reason.c_str());
        return 2;
    }
}
