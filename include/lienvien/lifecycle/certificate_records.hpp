#pragma once

#include <lienvien/base/finding.hpp>
#include <lienvien/base/order.hpp>
#include <lienvien/lifecycle/certificate_findings.hpp>
#include <lienvien/lifecycle/certificate_spans.hpp>
#include <lienvien/model/programme.hpp>
#include <lienvien/network/id_index.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace certificate_detail {

/// What the register keeps of a certificate.
struct record {
    day_range issued;
    day_range revoked;
    std::uint32_t cell;    ///< whose, and in which programme
    std::uint32_t renews;  ///< the number of what it renews
    std::uint32_t next;    ///< of the same cell, written earlier; of itself where the record is free
};

/// Certificates in lists, one for each person and programme (a cell), checked as they enter.
class records {
public:
    static constexpr std::uint32_t none = span::no_span;

    void resize(std::size_t cells) { first_.resize(cells, none); }
    void reserve(std::size_t more) { all_.reserve(all_.size() + more + more / 8); }
    [[nodiscard]] std::size_t size() const noexcept { return all_.size() - free_; }
    [[nodiscard]] bool any_in(std::size_t cell) const noexcept { return first_[cell] != none; }
    [[nodiscard]] certificate_id const& name(std::uint32_t number) const noexcept { return names_[number]; }
    [[nodiscard]] record const& operator[](std::uint32_t number) const noexcept { return all_[number]; }
    [[nodiscard]] std::uint32_t numbers() const noexcept { return static_cast<std::uint32_t>(all_.size()); }
    [[nodiscard]] bool is_free(std::uint32_t number) const noexcept { return all_[number].next == number; }
    [[nodiscard]] std::optional<std::uint32_t> find(certificate_id const& id) const noexcept {
        auto const number = names_.find(id);
        return number && !is_free(*number) ? number : std::nullopt;
    }

    /// Takes a certificate in, its renewal not looked at yet. Where it is refused there is no number.
    [[nodiscard]] std::optional<std::uint32_t> enter(certificate const& one, std::size_t cell, findings& refused) {
        span dates;
        dates.issued = range_of(one.issued);
        if (one.revoked) dates.revoked = range_of(*one.revoked);
        if (find(one.id)) {
            refused.append(doubled(one.id));
            return std::nullopt;
        }
        if (one.revoked && is_yes(before(*one.revoked, one.issued))) {
            refused.append(revoked_before_issue(one.id, one.issued, *one.revoked));
            return std::nullopt;
        }
        narrow(dates);
        auto const number = names_.place(one.id);
        if (number == all_.size())
            all_.push_back({});
        else
            --free_;
        all_[number] = {dates.issued, dates.revoked, static_cast<std::uint32_t>(cell), none, none};
        std::uint32_t* place = &first_[cell];  // the newest number first
        while (*place != none && *place > number) place = &all_[*place].next;
        all_[number].next = *place;
        *place = number;
        return number;
    }
    /// Ties a renewal to what it renews. \returns whether that is as it must be; else the record is free again.
    [[nodiscard]] bool tie(std::uint32_t number, certificate const& one, findings& refused) {
        if (!one.renews) return true;
        auto const old = find(*one.renews);
        findings wrong;
        if (!old) {
            wrong = unknown_certificate(*one.renews, subject_of(one.id));
        } else if (all_[*old].cell != all_[number].cell) {
            wrong = foreign_renewal(one.id, *one.renews);
        } else if (all_[number].issued.last < all_[*old].issued.first) {
            wrong = renewed_before_issue(one.id, *one.renews);
        } else {
            std::uint32_t at = *old;
            while (at != none && at != number) at = all_[at].renews;
            if (at == number) wrong = circle(one.id);
        }
        if (wrong.empty()) {
            all_[number].renews = *old;
            return true;
        }
        refused.append(std::move(wrong));
        drop(number);
        return false;
    }
    /// Takes a certificate back; the earlier of two days stays. Precondition: not wholly before the issue.
    void revoke(std::uint32_t number, day_range on) noexcept {
        auto& each = all_[number];
        if (on.first < each.revoked.first) each.revoked.first = on.first;
        if (on.last < each.revoked.last) each.revoked.last = on.last;
        span dates;
        dates.issued = each.issued;
        dates.revoked = each.revoked;
        narrow(dates);
        each.issued = dates.issued;
        each.revoked = dates.revoked;
    }

    /// The numbers of a cell, those written first first.
    void numbers_of(std::size_t cell, std::vector<std::uint32_t>& numbers) const {
        numbers.clear();
        for (auto at = first_[cell]; at != none; at = all_[at].next) numbers.push_back(at);
        for (std::size_t from = 0, to = numbers.size(); from + 1 < to; ++from, --to)
            std::swap(numbers[from], numbers[to - 1]);
    }
    /// The certificates of a cell as spans, in the same order.
    void spans_of(std::vector<std::uint32_t> const& numbers, std::vector<span>& spans) const {
        spans.clear();
        for (auto const number : numbers) {
            span made;
            made.issued = all_[number].issued;
            made.revoked = all_[number].revoked;
            if (all_[number].renews != none) {
                auto const at = detail::first_not_before(
                    0, numbers.size(), [&](std::size_t each) { return numbers[each] < all_[number].renews; });
                if (at < numbers.size() && numbers[at] == all_[number].renews)
                    made.renews = static_cast<std::uint32_t>(at);
            }
            spans.push_back(made);
        }
    }
    /// Memory.
    [[nodiscard]] std::size_t bytes() const noexcept {
        return all_.capacity() * sizeof(record) + first_.capacity() * sizeof(std::uint32_t) + names_.bytes();
    }

private:
    void drop(std::uint32_t number) noexcept {
        std::uint32_t* place = &first_[all_[number].cell];
        while (*place != number) place = &all_[*place].next;
        *place = all_[number].next;
        all_[number].next = number;
        ++free_;
    }

    id_index<certificate_id> names_;
    std::vector<record> all_;
    std::vector<std::uint32_t> first_;
    std::size_t free_ = 0;
};

}  // namespace certificate_detail
}  // namespace v0
}  // namespace lienvien
