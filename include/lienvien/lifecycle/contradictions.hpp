#pragma once

#include <lienvien/base/truth.hpp>
#include <lienvien/base/vocabulary.hpp>
#include <lienvien/lifecycle/agreement_span.hpp>
#include <lienvien/lifecycle/promise_book.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// In which way two clauses cannot both be obeyed, or used.
enum class contradiction_kind : std::uint8_t { not_known, permitted_and_prohibited, owed_and_prohibited };
template <>
struct vocabulary<contradiction_kind> {
    using enum contradiction_kind;
    static constexpr std::array words{
        word<contradiction_kind>{not_known, "not_known", {"chưa rõ", "not known"}},
        word<contradiction_kind>{permitted_and_prohibited,
                                 "permitted_and_prohibited",
                                 {"vừa được phép vừa bị cấm", "permitted and prohibited"}},
        word<contradiction_kind>{
            owed_and_prohibited, "owed_and_prohibited", {"vừa phải làm vừa bị cấm", "owed and prohibited"}}};
};

/// Where a clause stands: a commitment, or a clause of an agreement by its place there.
struct clause_place {
    agreement_id agreement;
    std::optional<commitment_id> commitment{};
    std::optional<std::size_t> clause{};

    /// As a finding names it.
    [[nodiscard]] std::string name() const {
        if (commitment) return detail::subject_of(*commitment);
        return detail::joined({detail::subject_of(agreement), " clause ", std::to_string(clause.value_or(0) + 1)});
    }
    friend bool operator==(clause_place const&, clause_place const&) = default;
};

/// Two clauses that say opposite things of the same act by the same party in the same time.
struct contradiction {
    contradiction_kind kind{};
    clause_place allowed;     ///< permits it, or asks for it
    clause_place prohibited;  ///< forbids it
    institution_id actor;
    lienvien::activity activity{};
    truth certain{};  ///< not known: dates that are given in part leave open whether the times overlap

    friend bool operator==(contradiction const&, contradiction const&) = default;
};

namespace detail {

/// An act that a clause permits, asks for or forbids. No actor, other side or package: any.
struct clause_act {
    clause_place place;
    lienvien::activity activity;
    agreement const* under;
    std::optional<institution_id> actor;
    std::optional<institution_id> other;
    std::vector<package_id> packages;
    validity when;
    bool owed;

    [[nodiscard]] bool concerns(institution_id const& who, institution_id const& with) const {
        if (actor ? *actor != who : !is_party(*under, who)) return false;
        return other ? *other == with : is_party(*under, with);
    }
    [[nodiscard]] bool concerns(std::optional<package_id> const& package) const {
        if (!package || packages.empty()) return true;
        for (auto const& each : packages) {
            if (each == *package) return true;
        }
        return false;
    }
};

[[nodiscard]] inline validity stated_window(written_promise const& each) {
    return each.terms.binding ? *each.terms.binding : stated_span(*each.under);
}

}  // namespace detail

/// Every pair of clauses that contradict each other, in all agreements that have not ended, proposals included: so they
/// are found before anyone relies on them.
///
/// Whose act it is: the debtor's in a duty or a prohibition, the creditor's in a permission (which the debtor grants), that
/// of `from` in a clause. A prohibition without a package forbids the activity whatever the package.
/// Complexity: prohibitions times acts.
[[nodiscard]] inline std::vector<contradiction> contradictions_in(promise_book const& book) {
    std::vector<detail::clause_act> acts;
    std::vector<written_promise const*> prohibitions;
    for (auto const& each : book.promises()) {
        auto const& what = *each.what;
        if (each.status == agreement_status::ended || what.activity == activity::not_known) continue;
        std::vector<package_id> packages;
        if (what.package) packages.push_back(*what.package);
        clause_place const place{each.under->id, what.id, {}};
        switch (what.kind) {
            case commitment_kind::prohibition:
                prohibitions.push_back(&each);
                break;
            case commitment_kind::permission:
                acts.push_back({place, what.activity, each.under, what.creditor, what.debtor, std::move(packages),
                                detail::stated_window(each), false});
                break;
            case commitment_kind::achievement:
            case commitment_kind::maintenance:
                acts.push_back({place, what.activity, each.under, what.debtor, what.creditor, std::move(packages),
                                detail::stated_window(each), true});
                break;
            default:
                break;
        }
    }
    for (auto const& under : book.written().agreements) {
        for (std::size_t at = 0; at < under.clauses.size(); ++at) {
            auto const& part = under.clauses[at];
            auto const status = part.status == agreement_status::not_known ? under.status : part.status;
            if (status == agreement_status::ended) continue;
            acts.push_back({{under.id, {}, at},
                            part.activity,
                            &under,
                            part.from,
                            part.to,
                            part.packages,
                            detail::stated_span(under),
                            false});
        }
    }
    std::vector<contradiction> found;
    for (auto const* ban : prohibitions) {
        auto const& what = *ban->what;
        auto const when = detail::stated_window(*ban);
        for (auto const& each : acts) {
            if (each.activity != what.activity || !each.concerns(what.debtor, what.creditor) ||
                !each.concerns(what.package))
                continue;
            truth const both = overlap(each.when, when);
            if (is_no(both)) continue;
            found.push_back(
                {each.owed ? contradiction_kind::owed_and_prohibited : contradiction_kind::permitted_and_prohibited,
                 each.place, clause_place{ban->under->id, what.id, {}}, what.debtor, what.activity, both});
        }
    }
    return found;
}

/// The same as findings: "contradictory-clauses", with both clauses named; a warning where it is not certain.
[[nodiscard]] inline findings check_clauses(promise_book const& book) {
    findings found;
    for (auto const& each : contradictions_in(book)) {
        bool const sure = is_yes(each.certain);
        auto const act = label_of(each.activity);
        std::string const first = each.allowed.name();
        std::string const second = each.prohibited.name();
        std::string const who(each.actor.view());
        found.add({finding_code::checked("contradictory-clauses"),
                   sure ? severity::error : severity::warning,
                   second,
                   {},
                   {detail::joined({"“", who, "” ", label_of(each.kind).vi, ": ", act.vi, "; ", first, " và ", second,
                                    sure ? "" : " (có thể cùng thời gian)"}),
                    detail::joined({"“", who, "” is ", label_of(each.kind).en, " to do this: ", act.en, "; ", first,
                                    " and ", second, sure ? "" : " (perhaps at the same time)"})}});
    }
    return found;
}

}  // namespace v0
}  // namespace lienvien
