#pragma once

#include <lienvien/network/snapshot.hpp>
#include <lienvien/text/table.hpp>
#include <lienvien/text/words.hpp>

#include <cstddef>
#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace detail {

[[nodiscard]] inline std::vector<std::string> headings_in(language wanted, std::vector<label> const& all) {
    std::vector<std::string> headings;
    for (auto const& each : all) headings.emplace_back(each.in(wanted));
    return headings;
}

/// Whether a site works on the day, in words: as stated, and where its licences have lapsed.
[[nodiscard]] inline label status_words(snapshot const& today, site which) {
    auto const& operations = today.at(which).operations;
    std::vector<std::size_t> all(operations.size());
    for (std::size_t at = 0; at < all.size(); ++at) all[at] = at;
    auto const stated = settle<operation_status>(operations, all, today.when(), [](operation const& each) {
                            return each.status;
                        }).value;
    if (stated == operation_status::operating && is_no(today.operates(which)))
        return {"giấy phép đã hết hạn", "licence lapsed"};
    return label_of(stated);
}

/// A value that is not known as a dash, so that a table shows what is known.
template <named_value Value>
[[nodiscard]] std::string or_dash(Value value, language wanted) {
    return value == Value::not_known ? "–" : std::string(label_of(value).in(wanted));
}

/// From when, and until when where an end is known; a dash where nothing is.
[[nodiscard]] inline std::string period_in_short(validity const& when, language wanted) {
    bool const open = when.from == partial_date::unknown();
    std::string words = open ? "–" : std::string(words_for(when.from).in(wanted));
    if (when.until)
        words += (wanted == language::vi ? ", đến trước " : ", until before ") +
                 std::string(words_for(*when.until).in(wanted));
    return words;
}

/// Marks what is made up.
[[nodiscard]] inline std::string marked(std::string words, source const& origin) {
    bool const said = words.find("(giả định)") != std::string::npos || words.find("(synthetic)") != std::string::npos;
    return origin.kind == source_kind::synthetic && !said && words != "–" ? words + " *" : words;
}

}  // namespace detail

/// Writes the institutions of a network as they stand on the day: kind, ownership, tier and level, status, and what they
/// belong to. A star marks what is synthetic; a dash what is not known.
inline void print_institutions(std::ostream& out, snapshot const& today, language wanted, style look = {}) {
    auto const& written = today.written();
    table all(detail::headings_in(wanted, {{"Cơ sở", "Institution"},
                                           {"Loại, sở hữu", "Kind, owner"},
                                           {"Tuyến trước 2025", "Tier before 2025"},
                                           {"Cấp", "Level"},
                                           {"Tình trạng", "Status"}}));
    auto const source_of = [&](auto const& facts, auto const& numbers) {
        for (auto const number : numbers) {
            if (is_yes(today.when().sees(facts[number]))) return facts[number].source;
        }
        return source{};
    };
    for (std::uint32_t s = 0; s < today.size(); ++s) {
        auto const& each = today.at(site{s});
        std::string status(detail::status_words(today, site{s}).in(wanted));
        auto const add = [&](institution_id const& to, std::string_view how) {
            status += "; " + std::string(how) + " " + std::string(name_of(to, written).in(wanted));
        };
        for (auto const& tie : written.memberships) {
            if (tie.part == each.id && is_yes(today.when().sees(tie)))
                add(tie.whole, wanted == language::vi ? "bộ phận của" : "part of");
        }
        for (auto const& tie : written.affiliations) {
            bool const of_interest = tie.kind == affiliation_kind::outlet || tie.kind == affiliation_kind::satellite;
            if (!of_interest || tie.member != each.id || !is_yes(today.when().sees(tie))) continue;
            add(tie.hub, label_of(tie.kind).in(wanted));
        }
        std::string kind = detail::or_dash(each.kind, wanted);
        if (each.ownership != ownership::not_known) kind += ", " + std::string(label_of(each.ownership).in(wanted));
        all.add({detail::marked(std::string(name_of(each.id, written).in(wanted)), each.source), kind,
                 detail::marked(detail::or_dash(today.tier(site{s}), wanted),
                                source_of(written.legacy_standings, today.facts().legacy_standings[s])),
                 detail::marked(detail::or_dash(today.level(site{s}), wanted),
                                source_of(written.gradings, today.facts().gradings[s])),
                 status});
    }
    all.print(out, look);
}

/// Writes the agreements: how firm each is, between whom, and whether it binds on the day.
inline void print_agreements(std::ostream& out, snapshot const& today, language wanted, style look = {}) {
    auto const& written = today.written();
    table all(detail::headings_in(wanted, {{"Thỏa thuận", "Agreement"},
                                           {"Mức độ", "Status"},
                                           {"Các bên", "Parties"},
                                           {"Hiệu lực từ", "In force from"},
                                           {"Ràng buộc", "Binds"}}));
    for (auto const& each : written.agreements) {
        std::string parties;
        for (auto const& party : each.parties) {
            parties += (parties.empty() ? "" : "; ") + std::string(name_of(party.institution, written).in(wanted));
        }
        all.add({detail::marked(std::string(name_of(each.id, written).in(wanted)), each.source),
                 detail::or_dash(each.status, wanted), parties,
                 detail::period_in_short(today.entry_into_force(each), wanted),
                 std::string(label_of(today.in_force(each)).in(wanted))});
    }
    all.print(out, look);
}

/// Writes the transfers of technique packages: from whom to whom, and the last stage reached by the day.
inline void print_transfers(std::ostream& out, snapshot const& today, language wanted, style look = {}) {
    auto const& written = today.written();
    table all(detail::headings_in(wanted, {{"Gói kỹ thuật", "Technique package"},
                                           {"Bên chuyển giao", "Giver"},
                                           {"Bên tiếp nhận", "Recipient"},
                                           {"Giai đoạn", "Stage"},
                                           {"Từ", "Since"}}));
    for (auto const& each : written.transfers) {
        stage_record const* reached = nullptr;
        for (auto const& record : each.stages) {
            if (is_yes(happened_by(record.on, today.day())) && was_known(record.source, today.when().known_on))
                reached = &record;
        }
        all.add({detail::marked(std::string(name_of(each.package, written).in(wanted)), each.source),
                 std::string(name_of(each.giver, written).in(wanted)),
                 std::string(name_of(each.recipient, written).in(wanted)),
                 reached ? detail::or_dash(reached->stage, wanted) : "–",
                 reached ? std::string(detail::words_for(reached->on).in(wanted)) : std::string()});
    }
    all.print(out, look);
}

}  // namespace v0
}  // namespace lienvien
