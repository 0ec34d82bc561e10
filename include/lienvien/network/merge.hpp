#pragma once

#include <lienvien/base/finding.hpp>
#include <lienvien/model/network.hpp>
#include <lienvien/network/id_index.hpp>
#include <lienvien/network/lists.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace detail {

/// Which nouns of `more` are already in `into`, word for word; every id that stands for two different nouns is a finding.
template <class Noun>
[[nodiscard]] std::vector<bool> find_twins(std::string_view list, std::vector<Noun> const& into,
                                           std::vector<Noun> const& more, findings& found) {
    std::vector<bool> twins(more.size(), false);
    if constexpr (identified<Noun>) {
        using id_type = decltype(Noun::id);
        auto const identity = [](Noun const& noun) -> id_type const& { return noun.id; };
        id_index<id_type> const here(into, identity);
        id_index<id_type> const there(more, identity);
        for (std::size_t at = 0; at < more.size(); ++at) {
            auto const& id = more[at].id;
            Noun const* twin = nullptr;
            if (auto const first = here.find(id)) {
                twin = &into[*first];
            } else if (auto const earlier = there.find(id); earlier && *earlier != at) {
                twin = &more[*earlier];
            }
            if (!twin) continue;
            twins[at] = *twin == more[at];
            auto const& noun = id_type::tag::noun;
            place_in_text where{joined({"/", list, "/", std::to_string(at)})};
            if (twins[at]) {
                found.add({finding_code::checked("same-noun-twice"),
                           severity::note,
                           subject_of(id),
                           std::move(where),
                           {joined({noun.vi, " “", id.view(), "” có ở cả hai bên, giống hệt nhau; giữ một bản"}),
                            joined({noun.en, " “", id.view(), "” is in both, word for word; one is kept"})}});
            } else {
                found.add(
                    {finding_code::checked("doubled-id"),
                     severity::error,
                     subject_of(id),
                     std::move(where),
                     {joined({"định danh “", id.view(), "” (", noun.vi, ") được dùng cho hai đối tượng khác nhau"}),
                      joined({"the id “", id.view(), "” (", noun.en, ") names two different things"})}});
            }
        }
    }
    return twins;
}

/// Commitments stand inside agreements, but their ids are the network's.
inline void find_doubled_commitments(network const& into, network const& more, std::vector<bool> const& twins,
                                     findings& found) {
    struct owed {
        commitment_id const* id;
        std::size_t agreement, at;
    };
    std::vector<owed> all;
    for (auto const& each : into.agreements) {
        for (auto const& promise : each.commitments) all.push_back({&promise.id, 0, 0});
    }
    std::size_t const old = all.size();
    for (std::size_t a = 0; a < more.agreements.size(); ++a) {
        if (twins[a]) continue;
        auto const& promises = more.agreements[a].commitments;
        for (std::size_t c = 0; c < promises.size(); ++c) all.push_back({&promises[c].id, a, c});
    }
    auto const identity = [](owed const& each) -> commitment_id const& { return *each.id; };
    id_index<commitment_id> const index(all, identity);
    for (std::size_t at = old; at < all.size(); ++at) {
        auto const& id = *all[at].id;
        if (*index.find(id) == at) continue;
        found.add(
            {finding_code::checked("doubled-id"),
             severity::error,
             subject_of(id),
             {joined({"/agreements/", std::to_string(all[at].agreement), "/commitments/", std::to_string(all[at].at)})},
             {joined({"định danh “", id.view(), "” (cam kết) được dùng hai lần"}),
              joined({"the id “", id.view(), "” (commitment) is used twice"})}});
    }
}

}  // namespace detail

/// Adds another network: its nouns and facts follow those that are there, in their order.
///
/// A noun that both have, word for word, is kept once and noted. An id that would stand for two different nouns is an
/// error, and then nothing changes. Facts without an id are all taken; `validate` compares them. Places point into `more`.
/// Errors: "doubled-id". Throws only what memory throws, and then `into` is as it was.
/// Complexity: linear in both networks; nouns of `more` are moved.
[[nodiscard]] inline findings merge(network& into, network more) {
    findings found;
    std::vector<std::vector<bool>> twins;
    detail::for_each_list(
        [&](std::string_view list, auto const& here, auto const& there) {
            twins.push_back(detail::find_twins(list, here, there, found));
            if constexpr (std::is_same_v<decltype(here), std::vector<agreement> const&>) {
                detail::find_doubled_commitments(into, more, twins.back(), found);
            }
        },
        into, more);
    if (found.has_errors()) return found;

    detail::for_each_list(
        [](std::string_view, auto& here, auto const& there) {
            std::size_t const wanted = here.size() + there.size();
            if (wanted > here.capacity()) here.reserve(wanted > 2 * here.capacity() ? wanted : 2 * here.capacity());
        },
        into, more);
    std::size_t list = 0;  // from here on nothing throws: there is room, and nouns move without throwing
    detail::for_each_list(
        [&](std::string_view, auto& here, auto& there) {
            static_assert(
                std::is_nothrow_move_constructible_v<typename std::remove_reference_t<decltype(here)>::value_type>);
            for (std::size_t at = 0; at < there.size(); ++at) {
                if (!twins[list][at]) here.push_back(std::move(there[at]));
            }
            ++list;
        },
        into, more);
    return found;
}

}  // namespace v0
}  // namespace lienvien
