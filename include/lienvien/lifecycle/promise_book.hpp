#pragma once

#include <lienvien/base/finding.hpp>
#include <lienvien/lifecycle/promise_terms.hpp>
#include <lienvien/model/network.hpp>
#include <lienvien/network/id_index.hpp>
#include <lienvien/network/lists.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// A commitment with the agreement that it stands in and with what the clause says of it.
struct written_promise {
    commitment const* what;
    agreement const* under;
    promise_terms terms;                     ///< what cannot be used is taken out: then it is not stated
    agreement_status status{};               ///< its own, else the agreement's
    bool circular = false;                   ///< it waits for itself, by whatever way: nothing it waits for ever comes
    std::vector<std::size_t> replaced_by{};  ///< the promises that stand instead of it from some day on

    /// Whose words it is: the terms', where they give a source, else the commitment's.
    [[nodiscard]] lienvien::source const& origin() const noexcept {
        return terms.source == lienvien::source{} ? what->source : terms.source;
    }
};

/// The promises of a network with their terms, checked before anything rests on them.
///
/// Looks into its network, which must outlive it. What is wrong is in `found()`; a term that cannot be used is treated as
/// not stated, so that no due date is ever made up, and nothing else is lost.
/// Errors: "unknown-commitment" (terms for one that no agreement has), "doubled-id" (two commitments of one id, the first
/// counts), "doubled-terms" (the first count), "recurrence-never", "count-not-positive", "window-closes-first",
/// "waits-for-a-request" (as a condition), "circular-promise", "power-of-nothing" (a power that does not say to do what).
class promise_book {
public:
    explicit promise_book(network const& written, std::vector<promise_terms> const& terms = {}) : written_(&written) {
        for (auto const& under : written.agreements) {
            for (auto const& each : under.commitments) {
                auto const before = ids_.size();
                if (ids_.place(each.id) != before) {
                    report("doubled-id", severity::error, each.id,
                           {"trùng định danh với một cam kết khác; cam kết đầu được tính",
                            "has the id of another commitment; the first one counts"});
                    continue;
                }
                auto const own = each.status == agreement_status::not_known ? under.status : each.status;
                promises_.push_back({&each, &under, {.commitment = each.id}, own});
            }
        }
        agreements_ = id_index<agreement_id>(written.agreements, [](agreement const& each) { return each.id; });
        std::vector<bool> seen(promises_.size(), false);
        for (auto const& each : terms) {
            auto const at = ids_.find(each.commitment);
            if (!at) {
                report("unknown-commitment", severity::error, each.commitment,
                       {"điều khoản nói về một cam kết không có trong thỏa thuận nào",
                        "terms are given for a commitment that no agreement has"});
            } else if (seen[*at]) {
                report("doubled-terms", severity::error, each.commitment,
                       {"có hai bộ điều khoản; bộ đầu được tính", "has two sets of terms; the first ones count"});
            } else {
                seen[*at] = true;
                promises_[*at].terms = each;
                settle(promises_[*at]);
            }
        }
        for (std::size_t at = 0; at < promises_.size(); ++at) {
            if (auto const& old = promises_[at].terms.instead_of) {
                if (auto const earlier = ids_.find(*old); earlier && *earlier != at) {
                    promises_[*earlier].replaced_by.push_back(at);
                } else {
                    report("unknown-commitment", severity::error, promises_[at].what->id,
                           {"thay thế một cam kết không có", "stands instead of a commitment that is not there"});
                }
            }
        }
        find_circles();
    }
    // clang-format off
    explicit promise_book(network const&&, std::vector<promise_terms> const& = {}) = delete;  // LIENVIEN-E026: a book of promises looks into its network: name the network first
    // clang-format on

    [[nodiscard]] network const& written() const noexcept { return *written_; }
    [[nodiscard]] findings const& found() const noexcept { return found_; }
    /// Every promise, in the order in which the agreements stand in the network.
    [[nodiscard]] std::span<written_promise const> promises() const noexcept { return promises_; }
    [[nodiscard]] written_promise const* find(commitment_id const& id) const noexcept {
        auto const at = ids_.find(id);
        return at ? &promises_[*at] : nullptr;
    }
    [[nodiscard]] agreement const* find(agreement_id const& id) const noexcept {
        auto const at = agreements_.find(id);
        return at ? &written_->agreements[*at] : nullptr;
    }
    /// The promises that wait for the breach of this one: what follows from it.
    [[nodiscard]] std::vector<commitment_id> consequences_of(commitment_id const& broken) const {
        std::vector<commitment_id> all;
        for (auto const& each : promises_) {
            for (auto const& wait : each.terms.only_after) {
                auto const* const breach = std::get_if<breach_of>(&wait);
                if (breach && breach->commitment == broken) all.push_back(each.what->id);
            }
        }
        return all;
    }

private:
    void report(std::string_view code, severity weight, commitment_id const& about, text says) {
        std::string const name(about.view());
        found_.add({finding_code::checked(code),
                    weight,
                    detail::subject_of(about),
                    {},
                    {"cam kết “" + name + "”: " + says.vi, "the commitment “" + name + "”: " + says.en}});
    }
    void settle(written_promise& each) {
        auto& terms = each.terms;
        auto const drop = [&](std::string_view code, text says) {
            report(code, severity::error, terms.commitment, std::move(says));
            terms.due = due_not_stated{};
        };
        if (auto const* const every = std::get_if<due_every>(&terms.due); every && !every->rule().comes()) {
            drop("recurrence-never", {"lịch lặp không bao giờ tới; coi như không nêu hạn",
                                      "its recurrence never comes; taken as not stated"});
        }
        if (auto const* const after = std::get_if<due_after>(&terms.due); after && after->count() < 0) {
            drop("count-not-positive",
                 {"thời hạn âm; coi như không nêu hạn", "it is due before it begins to count; taken as not stated"});
        }
        if (terms.binding && is_reversed(*terms.binding)) {
            report("window-closes-first", severity::error, terms.commitment,
                   {"khoảng hiệu lực kết thúc trước khi bắt đầu; coi như không nêu",
                    "its window closes before it opens; taken as not stated"});
            terms.binding.reset();
        }
        for (auto const& wait : terms.only_after) {
            if (std::holds_alternative<request_made>(wait))
                report("waits-for-a-request", severity::error, terms.commitment,
                       {"điều kiện là một yêu cầu: dùng thời hạn tính từ yêu cầu",
                        "a request is no condition: count its due day from the request"});
        }
        if (each.what->kind == commitment_kind::power && terms.power == power_kind::not_known)
            report("power-of-nothing", severity::warning, terms.commitment,
                   {"quyền mà không nêu được làm gì", "a power that does not say to do what"});
    }
    /// The commitments that one hangs on.
    template <class Visit>
    static void for_each_awaited(written_promise const& each, Visit visit) {
        auto const look = [&](occasion const& wait) {
            if (auto const* const done = std::get_if<fulfilment_of>(&wait)) visit(done->commitment);
            if (auto const* const broken = std::get_if<breach_of>(&wait)) visit(broken->commitment);
        };
        for (auto const& wait : each.terms.only_after) look(wait);
        if (auto const* const after = std::get_if<due_after>(&each.terms.due)) look(after->since());
    }
    /// Marks every promise from which its own circle is reached; unknown ones are reported.
    void find_circles() {
        enum class colour : std::uint8_t { white, grey, black };
        std::vector<colour> colours(promises_.size(), colour::white);
        std::vector<std::pair<std::size_t, std::vector<std::size_t>>> path;  // a promise and what is left to visit
        auto const enter = [&](std::size_t at) {
            colours[at] = colour::grey;
            path.push_back({at, {}});
            for_each_awaited(promises_[at], [&](commitment_id const& id) {
                if (auto const next = ids_.find(id)) {
                    path.back().second.push_back(*next);
                } else {
                    report("unknown-commitment", severity::error, promises_[at].what->id,
                           {"chờ một cam kết không có", "waits for a commitment that is not there"});
                }
            });
        };
        for (std::size_t first = 0; first < promises_.size(); ++first) {
            if (colours[first] != colour::white) continue;
            enter(first);
            while (!path.empty()) {
                if (path.back().second.empty()) {
                    colours[path.back().first] = colour::black;
                    path.pop_back();
                    continue;
                }
                auto const next = path.back().second.back();
                path.back().second.pop_back();
                if (colours[next] == colour::white) {
                    enter(next);
                } else if (colours[next] == colour::grey) {
                    close(path, next);
                }
            }
        }
    }
    template <class Path>
    void close(Path const& path, std::size_t where) {
        bool inside = false;
        for (auto const& [at, left] : path) {
            inside = inside || at == where;
            if (!inside || promises_[at].circular) continue;
            promises_[at].circular = true;
            report("circular-promise", severity::error, promises_[at].what->id,
                   {"chờ chính nó; không bao giờ tới hạn", "waits for itself; nothing it waits for ever comes"});
        }
    }

    network const* written_;
    std::vector<written_promise> promises_;
    id_index<commitment_id> ids_;
    id_index<agreement_id> agreements_;
    findings found_;
};

}  // namespace v0
}  // namespace lienvien
