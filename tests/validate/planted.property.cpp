// Whatever is planted in a sound network is found, all of it, and nothing else.
#include <lienvien/validate/validate.hpp>

#include <support/rapidcheck.hpp>

#include <algorithm>
#include <validate/sound.hpp>

using namespace sound;

namespace {

template <class Id>
Id named(std::string_view stem, int n) {
    return Id::checked(std::string(stem) + std::to_string(n));
}

/// A sound network of any size: a tree of sites, a chain of techniques and agreements up the tree.
network sound_network(int sites, int techniques) {
    network all;
    for (int t = 0; t < techniques; ++t) {
        all.techniques.push_back({.id = named<technique_id>("t", t), .source = own()});
        if (t > 0) all.techniques.back().requires_ = {named<technique_id>("t", (t - 1) / 2)};
    }
    for (int s = 0; s < sites; ++s) {
        auto const id = named<institution_id>("s", s);
        all.institutions.push_back(open_site(id));
        all.gradings.push_back({.institution = id,
                                .level = technical_level::basic,
                                .valid = between(2020y / 1 / 1, 2024y / 1 / 1),
                                .source = own()});
        all.gradings.push_back(
            {.institution = id, .level = technical_level::specialised, .valid = from(2024y / 1 / 1), .source = own()});
        for (int t = 0; t < techniques; ++t) all.capabilities.push_back(performs(id, named<technique_id>("t", t)));
        if (s == 0) continue;
        auto const above = named<institution_id>("s", (s - 1) / 2);
        all.affiliations.push_back(
            {.member = id, .hub = above, .kind = affiliation_kind::referral_line, .valid = always, .source = own()});
        all.agreements.push_back({.id = named<agreement_id>("a", s),
                                  .status = agreement_status::signed_,
                                  .parties = {{above, party_role::gives}, {id, party_role::receives}},
                                  .signed_on = {{2022y / 1 / 1, own()}},
                                  .in_force = from(2022y / 1 / 1),
                                  .source = own()});
    }
    return all;
}

/// Plants fault number `n` of a kind, with names of its own, and tells how it will be found.
constexpr int kinds_of_fault = 10;
std::string plant(network& all, int kind, int n) {
    auto const a = named<institution_id>("planted-a", n), b = named<institution_id>("planted-b", n);
    all.institutions.push_back(open_site(a));
    all.institutions.push_back(open_site(b));
    auto const about = [](std::string_view code, std::string_view noun, auto const&... ids) {
        std::string line = std::string(code) + ' ' + std::string(noun);
        ((line += ' ', line += ids.view()), ...);
        return line;
    };
    auto const agreed = [&] {
        return agreement{.id = named<agreement_id>("planted", n),
                         .status = agreement_status::operating,
                         .parties = {{a, party_role::peer}, {b, party_role::peer}},
                         .in_force = from(2022y / 1 / 1),
                         .source = own()};
    };
    switch (kind) {
        case 0:
            all.licences.push_back(
                {.institution = named<institution_id>("missing", n), .valid = always, .source = own()});
            return "dangling-id licence missing" + std::to_string(n);
        case 1:
            all.institutions.push_back(open_site(b));
            return about("doubled-id", "institution", b);
        case 2:
            all.licences.push_back({.institution = a,
                                    .valid = {partial_date(2024y / 1 / 1), partial_date(2023y / 1 / 1)},
                                    .source = own()});
            return about("reversed-period", "licence", a);
        case 3:
            all.memberships.push_back({.part = a, .whole = b, .valid = always, .source = own()});
            all.memberships.push_back({.part = b, .whole = a, .valid = always, .source = own()});
            return about("cycle", "institution", a);
        case 4:
            for (auto const level : {technical_level::basic, technical_level::initial})
                all.gradings.push_back({.institution = a, .level = level, .valid = always, .source = own()});
            return about("contradictory-facts", "grading", a);
        case 5:
            all.institutions.back().operations[0].status = operation_status::planned;
            all.capabilities.push_back(performs(b, named<technique_id>("t", 0)));
            return about("works-while-planned", "institution", b);
        case 6:
            all.capabilities.push_back(performs(a, named<technique_id>("t", 1)));
            all.capabilities.push_back(performs(a, named<technique_id>("t", 0), stage::theory));
            return about("prerequisite-not-held", "capability", a, named<technique_id>("t", 1));
        case 7: {
            auto noun = agreed();
            noun.clauses = {{.activity = activity::consultation, .from = a, .to = named<institution_id>("s", 0)}};
            all.agreements.push_back(noun);
            return about("not-a-party", "agreement", noun.id);
        }
        case 8: {
            auto noun = agreed();
            noun.status = agreement_status::ended;
            all.agreements.push_back(noun);
            return about("ended-without-end", "agreement", noun.id);
        }
        default:
            all.staffings.push_back({.institution = a,
                                     .profession = profession::nurse,
                                     .least = people(2),
                                     .most = people(1),
                                     .valid = always,
                                     .source = own()});
            return about("reversed-range", "staffing", a) + " nurse";
    }
}

}  // namespace

TEST_CASE("what is planted is found") {
    rc::prop("k faults in a sound network of any size are all found, and nothing else", [] {
        auto all = sound_network(*rc::gen::inRange(2, 20), *rc::gen::inRange(2, 12));
        RC_ASSERT(faults(all).empty());
        auto const kinds = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, kinds_of_fault));
        std::vector<std::string> planted, found;
        for (std::size_t n = 0; n < kinds.size(); ++n) planted.push_back(plant(all, kinds[n], static_cast<int>(n)));
        auto const result = check(all);
        RC_ASSERT(check(all) == result);
        for (auto const& each : result) found.push_back(std::string(each.code.view()) + ' ' + each.subject);
        std::sort(planted.begin(), planted.end());
        std::sort(found.begin(), found.end());
        RC_ASSERT(found == planted);
        for (auto const& each : result) {
            bool known = false;
            for (auto const& kind : finding_kinds)
                known = known || (kind.code == each.code.view() && each.severity <= kind.weight);
            RC_ASSERT(known);
            RC_ASSERT(!each.message.vi.empty() && !each.message.en.empty() && each.place.pointer.starts_with('/'));
        }
    });

    rc::prop("contradictions are found as by comparing every pair", [] {
        network all;
        for (int s = 0; s < 3; ++s) all.institutions.push_back(open_site(named<institution_id>("s", s)));
        auto const count = *rc::gen::inRange(0, 12);
        for (int n = 0; n < count; ++n) {
            auto const first = day(2020y / 1 / 1) + std::chrono::days(*rc::gen::inRange(0, 12));
            auto const length = std::chrono::days(*rc::gen::inRange(1, 5));
            validity when = period::between(first, first + length);
            if (*rc::gen::inRange(0, 4) == 0) when.until = std::nullopt;
            if (*rc::gen::inRange(0, 5) == 0) when.from = partial_date::month(2020y / 1);
            if (*rc::gen::inRange(0, 8) == 0) when = {partial_date::unknown(), partial_date::unknown()};
            if (is_reversed(when)) when = always;
            all.gradings.push_back({.institution = named<institution_id>("s", *rc::gen::inRange(0, 3)),
                                    .level = static_cast<technical_level>(*rc::gen::inRange(0, 4)),
                                    .valid = when,
                                    .source = own()});
        }
        // Each contradicted fact is told against one other; so a site is told of exactly when any two of its facts clash.
        for (auto const& site : all.institutions) {
            truth worst = truth::no;
            for (auto const& a : all.gradings) {
                for (auto const& b : all.gradings) {
                    if (a.institution != site.id || b.institution != site.id || &a == &b) continue;
                    bool const both_known =
                        a.level != technical_level::not_known && b.level != technical_level::not_known;
                    if (both_known && a.level != b.level) worst |= overlap(a.valid, b.valid);
                }
            }
            truth told_of = truth::no;
            for (auto const& each : check(all)) {
                if (each.subject == "grading " + std::string(site.id.view())) {
                    told_of |= each.code == "contradictory-facts"_finding ? truth::yes : truth::unknown;
                }
            }
            RC_ASSERT(told_of == worst);
        }
    });

    rc::prop("circles are found where following the links comes back", [] {
        network all;
        auto const size = *rc::gen::inRange(1, 9);
        std::vector<std::vector<bool>> reaches(static_cast<std::size_t>(size),
                                               std::vector<bool>(static_cast<std::size_t>(size), false));
        for (int t = 0; t < size; ++t) all.techniques.push_back({.id = named<technique_id>("t", t), .source = own()});
        for (auto const link : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, size * size))) {
            all.techniques[static_cast<std::size_t>(link / size)].requires_.push_back(
                named<technique_id>("t", link % size));
            reaches[static_cast<std::size_t>(link / size)][static_cast<std::size_t>(link % size)] = true;
        }
        auto const n = static_cast<std::size_t>(size);
        for (std::size_t k = 0; k < n; ++k) {
            for (std::size_t i = 0; i < n; ++i) {
                for (std::size_t j = 0; j < n; ++j) reaches[i][j] = reaches[i][j] || (reaches[i][k] && reaches[k][j]);
            }
        }
        std::size_t tangles = 0;  // each is counted at its first member
        for (std::size_t i = 0; i < n; ++i) {
            bool first = reaches[i][i];
            for (std::size_t j = 0; j < i; ++j) first = first && !(reaches[i][j] && reaches[j][i]);
            tangles += first ? 1u : 0u;
        }
        RC_ASSERT(check(all).size() == tangles);
    });
}
