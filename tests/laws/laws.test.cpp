// Truth, periods and vocabularies keep their laws.
#include <lienvien/model/network.hpp>

#include <support/catch.hpp>

#include <laws/interval.hpp>
#include <laws/logic.hpp>
#include <laws/vocabulary.hpp>
#include <string_view>

using namespace lienvien;

namespace {

constexpr std::string_view periods_keep_their_laws(int days) {
    auto const all = laws::small_periods(days);
    for (auto const& a : all) {
        if (auto const law = laws::one_interval(a); law != laws::kept) return law;
        for (auto const& b : all) {
            if (auto const law = laws::two_intervals(a, b); law != laws::kept) return law;
        }
    }
    return laws::kept;
}

static_assert(periods_keep_their_laws(3) == laws::kept);
static_assert(laws::kleene() == laws::kept);

template <class... Values>
std::string_view vocabularies_keep_their_laws() {
    static_assert(((laws::vocabulary<Values>() == laws::kept) && ...));
    for (auto const law : {laws::names_are_read_back<Values>()...}) {
        if (law != laws::kept) return law;
    }
    return laws::kept;
}

}  // namespace

TEST_CASE("truth follows the strong logic of Kleene") {
    CHECK(laws::kleene() == laws::kept);
    constexpr auto both = [](truth a, truth b, truth) { return a & b; };
    constexpr auto either = [](truth a, truth b, truth) { return a | b; };
    constexpr auto turned = [](truth a, truth, truth) { return !a; };
    constexpr auto chosen = [](truth a, truth b, truth c) { return choose(a, b, c); };
    static_assert(laws::best_of_three_values(chosen) == laws::kept);
    CHECK(laws::best_of_three_values(both) == laws::kept);
    CHECK(laws::best_of_three_values(either) == laws::kept);
    CHECK(laws::best_of_three_values(turned) == laws::kept);
    CHECK(laws::best_of_three_values(chosen) == laws::kept);
}

TEST_CASE("periods have exactly one of Allen's relations, and share their days") {
    CHECK(periods_keep_their_laws(laws::days_in_view) == laws::kept);
    auto const all = laws::small_periods();
    bool all_hold = true;
    for (auto const& a : all) {
        for (auto const& b : all) {
            for (auto const& c : all) all_hold = all_hold && laws::three_intervals(a, b, c) == laws::kept;
        }
    }
    CHECK(all_hold);
}

TEST_CASE("Allen's relations compose as in his table of 409 entries") {
    auto const all = laws::small_periods();
    unsigned composed[13][13] = {};
    auto const number = [](allen each) { return static_cast<unsigned>(each); };
    for (auto const& a : all) {
        for (auto const& b : all) {
            for (auto const& c : all)
                composed[number(relation(a, b))][number(relation(b, c))] |= 1u << number(relation(a, c));
        }
    }
    unsigned entries = 0;
    unsigned not_mirrored = 0;
    for (unsigned first = 0; first < 13; ++first) {
        for (unsigned second = 0; second < 13; ++second) {
            for (unsigned third = 0; third < 13; ++third) {
                bool const there = (composed[first][second] >> third & 1u) != 0;
                entries += there ? 1u : 0u;
                auto const back = [&](unsigned each) { return number(converse(static_cast<allen>(each))); };
                if (there != ((composed[back(second)][back(first)] >> back(third) & 1u) != 0)) ++not_mirrored;
            }
        }
        CHECK(composed[first][number(allen::equals)] == 1u << first);
        CHECK(composed[number(allen::equals)][first] == 1u << first);
    }
    CHECK(entries == 409);
    CHECK(not_mirrored == 0);
    auto const is = [&](allen first, allen second, allen third) {
        return composed[number(first)][number(second)] == 1u << number(third);
    };
    CHECK(is(allen::before, allen::before, allen::before));
    CHECK(is(allen::meets, allen::meets, allen::before));
    CHECK(is(allen::starts, allen::during, allen::during));
    CHECK(is(allen::finishes, allen::during, allen::during));
    CHECK(is(allen::during, allen::before, allen::before));
    CHECK(composed[number(allen::before)][number(allen::after)] == (1u << 13) - 1);
    CHECK(composed[number(allen::overlaps)][number(allen::overlaps)] ==
          (1u << number(allen::before) | 1u << number(allen::meets) | 1u << number(allen::overlaps)));
}

TEST_CASE("every vocabulary lists every enumerator once, in order, in two languages") {
    CHECK((vocabularies_keep_their_laws<source_kind, institution_kind, operation_status, technical_level, legacy_tier,
                                        hospital_class, profession, affiliation_kind, succession_kind, technique_kind,
                                        stage, agreement_status, activity, commitment_kind, frequency, party_role,
                                        agreement_link, component_kind, honour, urgency, offer_state, better,
                                        regime_kind>() == laws::kept));
    // `private` is a word of the language, so the enumerator is called otherwise.
    CHECK((laws::vocabulary<ownership, ownership::non_state>() == laws::kept));
    CHECK(name_of(ownership::non_state) == "private");
    CHECK(laws::names_are_read_back<ownership>() == laws::kept);
}

TEST_CASE("truth has words, from no to yes") {
    auto const& words = vocabulary<truth>::words;
    REQUIRE(words.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(words[i].value == laws::truths[i]);
        CHECK(laws::shown(words[i].label) == laws::kept);
    }
    CHECK(name_of(truth::no) == "no");
    CHECK(name_of(truth::unknown) == "unknown");
    CHECK(name_of(truth::yes) == "yes");
    CHECK(name_of(static_cast<truth>(2)).empty());
    CHECK(laws::names_are_read_back<truth>() == laws::kept);
}
