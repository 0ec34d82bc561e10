#pragma once

#include <lienvien/model/network.hpp>
#include <lienvien/network/id_index.hpp>
#include <lienvien/network/settle.hpp>

#include <cstdint>
#include <optional>

namespace lienvien {
inline namespace v0 {

/// The number of an institution in a snapshot: its place in `network::institutions`.
enum class site : std::uint32_t {};
/// The number of a technique in a snapshot: its place in `network::techniques`.
enum class technique_number : std::uint32_t {};
/// The number of a field in a snapshot, whether `network::fields` describes it or a fact only names it.
enum class field_number : std::uint32_t {};
/// The number of a province in which institutions of a snapshot stand.
enum class province_number : std::uint32_t {};

[[nodiscard]] constexpr std::uint32_t number_of(site which) noexcept { return static_cast<std::uint32_t>(which); }
[[nodiscard]] constexpr std::uint32_t number_of(technique_number which) noexcept {
    return static_cast<std::uint32_t>(which);
}

[[nodiscard]] constexpr std::uint32_t number_of(field_number which) noexcept {
    return static_cast<std::uint32_t>(which);
}
[[nodiscard]] constexpr std::uint32_t number_of(province_number which) noexcept {
    return static_cast<std::uint32_t>(which);
}

/// From names to dense numbers. A view of the network it was made from.
class numbering {
public:
    /// Fields that only agreements name have no number yet: `lanes`, which read the agreements next, `place` them.
    explicit numbering(network const& written)
        : written_(&written),
          institutions_(written.institutions, name),
          techniques_(written.techniques, name_of_technique),
          fields_(written.fields, name_of_field) {
        for (auto const& each : written.accreditations) place(each.field);
        for (auto const& each : written.accreditation_lists) {
            for (auto const& id : each.fields) place(id);
        }
        for (auto const& each : written.institutions) {
            if (each.place.province) provinces_.place(*each.place.province);
        }
        successions_ =
            by_site(written.successions, [](succession const& s) -> institution_id const& { return s.predecessor; });
    }
    /// The number of a field, which it is given now where it had none.
    field_number place(field_id const& id) { return field_number{fields_.place(id)}; }

    [[nodiscard]] std::optional<site> find(institution_id const& id) const {
        auto const at = institutions_.find(id);
        return at ? std::optional(site{*at}) : std::nullopt;
    }
    /// The same, looked for at `guess` first: lists often name institutions in the order in which they are numbered.
    [[nodiscard]] std::optional<site> find(institution_id const& id, site guess) const {
        auto const at = institutions_.find(id, number_of(guess));
        return at ? std::optional(site{*at}) : std::nullopt;
    }
    [[nodiscard]] std::optional<technique_number> find(technique_id const& id) const {
        auto const at = techniques_.find(id);
        return at ? std::optional(technique_number{*at}) : std::nullopt;
    }

    [[nodiscard]] std::optional<field_number> find(field_id const& id) const {
        auto const at = fields_.find(id);
        return at ? std::optional(field_number{*at}) : std::nullopt;
    }
    [[nodiscard]] std::optional<province_number> find(province_id const& id) const {
        auto const at = provinces_.find(id);
        return at ? std::optional(province_number{*at}) : std::nullopt;
    }
    /// How many fields, and provinces, have a number, and which each is.
    [[nodiscard]] std::size_t fields() const noexcept { return fields_.size(); }
    [[nodiscard]] std::size_t provinces() const noexcept { return provinces_.size(); }
    [[nodiscard]] field_id const& at(field_number which) const noexcept { return fields_[number_of(which)]; }
    [[nodiscard]] province_id const& at(province_number which) const noexcept { return provinces_[number_of(which)]; }

    /// The institution that answers to the name: the last in a chain of mergers, renamings and takeovers that have
    /// happened. A split has several successors and is not followed; nor is a circle, which `validate` reports.
    [[nodiscard]] std::optional<site> find_successor(institution_id const& id, moment when) const {
        auto const named = find(id);
        return named ? std::optional(find_successor(*named, when)) : std::nullopt;
    }
    [[nodiscard, gnu::always_inline]] site find_successor(site named, moment when) const {
        return written_->successions.empty() ? named : follow(named, when);
    }

    /// Groups facts by the institution that `subject(fact)` names; facts about unknown institutions are left out.
    template <class Fact, class Subject>
    [[nodiscard]] fact_chains by_site(std::vector<Fact> const& facts, Subject subject) const {
        std::optional<std::uint32_t> at;  // of the fact before: facts often stand in the order of the institutions
        return fact_chains(written_->institutions.size(), facts.size(), [&](std::size_t fact) {
            bool const of_the_same = fact > 0 && subject(facts[fact]) == subject(facts[fact - 1]);
            if (!of_the_same) at = institutions_.find(subject(facts[fact]), at ? *at + 1 : 0);
            return at;
        });
    }

private:
    [[nodiscard]] site follow(site named, moment when) const {
        auto at = named;
        for (std::size_t steps = 0; steps <= written_->successions.size(); ++steps) {
            succession const* next = nullptr;
            for (auto const number : successions_[number_of(at)]) {
                auto const& each = written_->successions[number];
                bool const one_heir = each.kind != succession_kind::split && each.kind != succession_kind::not_known;
                if (one_heir && when.knows(each.source) && is_yes(happened_by(each.on, when.today))) next = &each;
            }
            if (!next) return at;
            auto const heir = find(next->successor);
            if (!heir) return at;
            at = *heir;
        }
        return named;
    }
    [[nodiscard]] static institution_id const& name(institution const& noun) noexcept { return noun.id; }
    [[nodiscard]] static technique_id const& name_of_technique(technique const& noun) noexcept { return noun.id; }
    [[nodiscard]] static field_id const& name_of_field(field const& noun) noexcept { return noun.id; }

    network const* written_;
    id_index<institution_id> institutions_;
    id_index<technique_id> techniques_;
    id_index<field_id> fields_;
    id_index<province_id> provinces_;
    fact_chains successions_;
};
}  // namespace v0
}  // namespace lienvien
