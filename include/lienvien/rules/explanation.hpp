#pragma once

#include <lienvien/base/source.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/base/truth.hpp>
#include <lienvien/base/vocabulary.hpp>
#include <lienvien/model/ids.hpp>
#include <lienvien/rules/citation.hpp>
#include <lienvien/rules/precedence.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// An explanation as a value, and what it is made of. Nothing in this header decides anything: the readers of rules write
// these values, and the independent checker reads them.

namespace lienvien {
inline namespace v0 {

/// A written fact on which a statement rests: which noun, what it says, and where it comes from.
struct ground {
    std::string subject;  ///< kind and id, such as "agreement bach-mai-cho-ray"
    text says;
    lienvien::source source;

    friend bool operator==(ground const&, ground const&) = default;
};
using grounds = std::vector<ground>;

/// How two amounts are compared.
enum class relation_sign : std::uint8_t { equal, unequal, less, at_most, greater, at_least };

/// One fact as it was read: its name, whose it is, its value in both languages, and what it rests on.
struct reading {
    std::string_view fact;
    text what;  ///< "the tier of the receiving institution"
    bool is_known = false;
    std::int64_t value = 0;  ///< as an amount or a truth; 0 where not known
    text shown;              ///< the value in words
    lienvien::grounds grounds;
    text contrary{};  ///< a statement denied in natural words, where its fact has them

    friend bool operator==(reading const&, reading const&) = default;
};

/// A node of a proof: what was asked, what came out, and from what.
struct proof {
    enum class kind : std::uint8_t { statement, comparison, all, any, negation, exception, provision };

    proof::kind node{};
    truth value{};
    relation_sign sign{};           ///< of a comparison
    std::vector<reading> readings;  ///< one of a statement, two of a comparison
    label words{};                  ///< of a provision
    std::optional<citation> basis;  ///< of a provision
    std::vector<proof> parts;       ///< of an exception: its condition, what then holds, what holds otherwise

    friend bool operator==(proof const&, proof const&) = default;
};

/// What a rule does when its condition holds.
enum class effect : std::uint8_t {
    permits,   ///< the transfer is allowed
    forbids,   ///< the transfer is not allowed
    demands,   ///< the transfer is not allowed unless the condition holds
    instructs  ///< something is to be done in a certain way; the outcome does not depend on it
};
template <>
struct vocabulary<effect> {
    using enum effect;
    static constexpr std::array words{word<effect>{permits, "permits", {"cho phép", "permits"}},
                                      word<effect>{forbids, "forbids", {"cấm", "forbids"}},
                                      word<effect>{demands, "demands", {"đòi hỏi", "demands"}},
                                      word<effect>{instructs, "instructs", {"hướng dẫn", "instructs"}}};
};

/// What every reader may know of a rule without its condition.
struct rule_heading {
    rule_id id;
    label says;
    citation basis;
    effect does = effect::permits;
    std::array<std::optional<rule_id>, 4>
        prevails_over{};  ///< rules to which this one is the more special (lex specialis)

    friend constexpr bool operator==(rule_heading const&, rule_heading const&) = default;
};

/// One bit for each rule of a rulebook, in order of declaration.
using rule_set = std::uint64_t;

/// What holds where no rule bears on a case.
enum class otherwise : std::uint8_t {
    not_provided_for,  ///< what is not permitted is not provided for
    permitted          ///< what is not forbidden is permitted
};

/// What the rules say of a transfer. Only `permitted` is a yes; the others are four different kinds of no.
enum class outcome : std::uint8_t { facts_missing, not_in_force, not_provided_for, forbidden, permitted };
template <>
struct vocabulary<outcome> {
    using enum outcome;
    static constexpr std::array words{
        word<outcome>{facts_missing, "facts_missing", {"thiếu dữ kiện", "facts missing"}},
        word<outcome>{not_in_force, "not_in_force", {"không có quy định hiệu lực", "no rules in force"}},
        word<outcome>{not_provided_for, "not_provided_for", {"không được quy định cho phép", "not provided for"}},
        word<outcome>{forbidden, "forbidden", {"không được phép", "forbidden"}},
        word<outcome>{permitted, "permitted", {"được phép", "permitted"}}};
};

/// What the rules say of one receiver: the outcome, and which rules bear on it.
struct verdict {
    lienvien::outcome outcome{};
    rule_set bears = 0;      ///< rules that surely bear: permissions that hold, objections that stand
    rule_set open = 0;       ///< rules of which facts leave it open
    bool ambiguous = false;  ///< a permission and an objection contradict each other and neither prevails

    friend constexpr bool operator==(verdict const&, verdict const&) = default;
};

/// One rule in one case: whether it bears, and the proof.
struct rule_proof {
    rule_heading rule;
    truth bears{};           ///< of a permission: does it hold; of an objection: does it stand
    bool uncertain = false;  ///< is it uncertain whether the instrument is still in force?
    proof why;

    friend bool operator==(rule_proof const&, rule_proof const&) = default;
};

/// Why the rules say what they say of one receiver: every rule in force, with its proof.
struct explanation {
    institution_id origin;
    institution_id receiver;
    sys_days day;
    lienvien::verdict verdict;
    std::vector<rule_proof> rules;  ///< those in force on the day, in order of declaration
    std::vector<reading> missing;   ///< the facts that are not known and leave the outcome open, each once
    std::vector<text> cautions;     ///< what a reader must know before relying on it

    friend bool operator==(explanation const&, explanation const&) = default;
};
/// The sentences of caution that an explanation may carry.
namespace cautions {

/// Two rules contradict each other and neither prevails.
[[nodiscard]] inline text contested() {
    return {"Hai quy tắc mâu thuẫn và không quy tắc nào được ưu tiên: kết quả theo hướng thận trọng.",
            "Two rules contradict each other and neither prevails: the outcome is the cautious one."};
}
/// No certain rule of law bears the outcome out.
[[nodiscard]] inline text perhaps_not_in_force(instrument const& text) {
    return {"Chưa chắc " + std::string(text.name.vi) + " " + std::string(text.number) +
                " còn hiệu lực: " + std::string(text.uncertain_because.vi),
            "It is not certain that " + std::string(text.name.en) + " " + std::string(text.number) +
                " is still in force: " + std::string(text.uncertain_because.en)};
}
/// Nothing but an agreement bears the outcome out.
[[nodiscard]] inline text agreement_alone() {
    return {"Chỉ dựa trên thỏa thuận: không có quy định pháp luật nào trong bộ quy tắc này cho phép riêng.",
            "It rests on an agreement alone: no rule of law in this rulebook provides for it."};
}

}  // namespace cautions
}  // namespace v0
}  // namespace lienvien
