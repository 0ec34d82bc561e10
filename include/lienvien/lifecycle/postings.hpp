#pragma once

#include <lienvien/base/truth.hpp>
#include <lienvien/base/validity.hpp>
#include <lienvien/lifecycle/certificate_terms.hpp>
#include <lienvien/model/ids.hpp>
#include <lienvien/network/id_index.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// Who is on duty at a site, and when.
struct posting {
    person_id person;
    institution_id site;
    validity valid{};
};

namespace certificate_detail {

/// Lists of different lengths in one block of memory. A list that outgrows its room moves to the end, with twice the room;
/// what it leaves stays empty.
template <class T>
class rows {
public:
    struct row {
        T const* first;
        std::size_t count;
        [[nodiscard]] T const* begin() const noexcept { return first; }
        [[nodiscard]] T const* end() const noexcept { return first + count; }
    };
    [[nodiscard]] std::size_t size() const noexcept { return places_.size(); }
    void resize(std::size_t number) { places_.resize(number); }
    [[nodiscard]] row operator[](std::size_t at) const noexcept {
        return {cells_.data() + places_[at].from, places_[at].size};
    }
    [[nodiscard]] T* begin_of(std::size_t at) noexcept { return cells_.data() + places_[at].from; }

    void assign(std::size_t at, std::vector<T> const& all) {
        make_room(at, all.size(), all.size());
        for (std::size_t n = 0; n < all.size(); ++n) cells_[places_[at].from + n] = all[n];
        places_[at].size = static_cast<std::uint32_t>(all.size());
    }
    void push(std::size_t at, T one) {
        auto const size = places_[at].size;
        make_room(at, size + 1u, 2u * size + 1u);
        cells_[places_[at].from + size] = one;
        ++places_[at].size;
    }
    [[nodiscard]] std::size_t bytes() const noexcept {
        return cells_.capacity() * sizeof(T) + places_.capacity() * sizeof(place);
    }

private:
    struct place {
        std::uint32_t from = 0;
        std::uint32_t size = 0;
        std::uint32_t room = 0;
    };
    void make_room(std::size_t at, std::size_t needed, std::size_t wanted) {
        place& here = places_[at];
        if (needed <= here.room) return;
        if (here.room != 0 && wanted < 2u * here.room) wanted = 2u * here.room;
        auto const from = static_cast<std::uint32_t>(cells_.size());
        cells_.resize(cells_.size() + wanted);
        for (std::uint32_t n = 0; n < here.size; ++n) cells_[from + n] = cells_[here.from + n];
        here.from = from;
        here.room = static_cast<std::uint32_t>(wanted);
    }

    std::vector<T> cells_;
    std::vector<place> places_;
};

/// One time of one person at one site.
struct duty {
    std::uint32_t site;
    day_range from;
    day_range until;
};

/// Is it sure, and is it possible, that someone is there?
struct presence {
    bool sure = false;
    bool possible = false;
    friend constexpr bool operator==(presence, presence) = default;
};
[[nodiscard]] constexpr presence presence_on(duty const& of, std::int32_t day) noexcept {
    return {of.from.last <= day && day < of.until.first, of.from.first <= day && day < of.until.last};
}

}  // namespace certificate_detail

/// The people and the sites of a register, and who is on duty where: numbered densely in the order of first mention.
class roster {
public:
    std::uint32_t place_person(person_id const& id) {
        auto const at = people_.place(id);
        if (at >= duties_.size()) duties_.resize(at + 1u);
        return at;
    }
    std::uint32_t place_site(institution_id const& id) {
        auto const at = sites_.place(id);
        if (at >= people_at_.size()) people_at_.resize(at + 1u);
        return at;
    }
    /// Someone is on duty at a site, for a time.
    void add(posting const& one) {
        auto const person = place_person(one.person);
        using namespace certificate_detail;
        day_range const until = one.valid.until ? range_of(*one.valid.until) : never;
        add(person, {place_site(one.site), range_of(one.valid.from), until});
    }
    /// From `day` on someone is on duty at this site only.
    std::uint32_t move(person_id const& who, institution_id const& to, sys_days day) {
        using namespace certificate_detail;
        auto const person = place_person(who);
        auto const last = certificate_detail::number_of(day);
        auto* duties = duties_.begin_of(person);
        for (std::size_t n = 0; n < duties_[person].count; ++n) {
            if (duties[n].until.first > last) duties[n].until.first = last;
            if (duties[n].until.last > last) duties[n].until.last = last;
        }
        add(person, {place_site(to), {last, last}, never});
        return person;
    }

    [[nodiscard]] std::optional<std::uint32_t> find(person_id const& id) const noexcept { return people_.find(id); }
    [[nodiscard]] std::optional<std::uint32_t> find(institution_id const& id) const noexcept { return sites_.find(id); }
    [[nodiscard]] person_id const& person(std::uint32_t at) const noexcept { return people_[at]; }
    [[nodiscard]] institution_id const& site(std::uint32_t at) const noexcept { return sites_[at]; }
    [[nodiscard]] std::uint32_t people() const noexcept { return static_cast<std::uint32_t>(people_.size()); }
    [[nodiscard]] std::uint32_t sites() const noexcept { return static_cast<std::uint32_t>(sites_.size()); }

    /// Is the person on duty at the site on the day?
    [[nodiscard]] truth on_duty(std::uint32_t person, std::uint32_t site, sys_days day) const noexcept {
        auto const there = presence_at(person, site, certificate_detail::number_of(day));
        return there.sure ? truth::yes : there.possible ? truth::unknown : truth::no;
    }
    /// Everyone who is on duty at the site on any day.
    [[nodiscard]] certificate_detail::rows<std::uint32_t>::row people_at(std::uint32_t site) const noexcept {
        return people_at_[site];
    }
    [[nodiscard]] certificate_detail::rows<certificate_detail::duty>::row duties_of(
        std::uint32_t person) const noexcept {
        return duties_[person];
    }
    [[nodiscard]] certificate_detail::presence presence_at(std::uint32_t person, std::uint32_t site,
                                                           std::int32_t day) const noexcept {
        certificate_detail::presence there;
        for (auto const& each : duties_[person]) {
            if (each.site != site) continue;
            auto const one = certificate_detail::presence_on(each, day);
            there.sure = there.sure || one.sure;
            there.possible = there.possible || one.possible;
        }
        return there;
    }
    /// Memory.
    [[nodiscard]] std::size_t bytes() const noexcept {
        return duties_.bytes() + people_at_.bytes() + people_.bytes() + sites_.bytes();
    }

private:
    void add(std::uint32_t person, certificate_detail::duty const& one) {
        bool there = false;
        for (auto const& each : duties_[person]) there = there || each.site == one.site;
        duties_.push(person, one);
        if (!there) people_at_.push(one.site, person);
    }

    id_index<person_id> people_;
    id_index<institution_id> sites_;
    certificate_detail::rows<certificate_detail::duty> duties_;
    certificate_detail::rows<std::uint32_t> people_at_;
};

}  // namespace v0
}  // namespace lienvien
