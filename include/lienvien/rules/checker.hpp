#pragma once

#include <lienvien/base/finding.hpp>
#include <lienvien/rules/published_rules.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The second opinion: it takes an explanation as a value and works everything out again. It shares no line with the
// readers that decide: what it includes are plain values, and its three values are numbers of its own.

namespace lienvien {
inline namespace v0 {

namespace detail {

class checker {
public:
    checker(explanation const& claimed, published_rules const& rules, fact_sheet const& facts)
        : claimed_(&claimed), rules_(&rules), facts_(&facts) {}

    [[nodiscard]] findings run() {
        using namespace literals;
        if (claimed_->origin != facts_->origin || claimed_->receiver != facts_->receiver ||
            claimed_->day != facts_->day)
            object("other-case"_finding, {"không nói về trường hợp này", "it is not about this case"});
        check_rules();
        check_verdict();
        check_missing();
        check_cautions();
        return found_;
    }

private:
    // Truths are numbers here: -1 no, 0 open, 1 yes. A conjunction is the least of them, a disjunction the greatest.
    static int least(int a, int b) noexcept { return a < b ? a : b; }
    static int greatest(int a, int b) noexcept { return a > b ? a : b; }
    static int number(truth value) noexcept { return static_cast<int>(value); }

    /// A rule in force on the day, as worked out here.
    struct line {
        rule_heading const* rule;
        std::size_t place;  ///< in the book
        bool uncertain;
        int bears;
        proof const* why;
        [[nodiscard]] bool permits() const noexcept { return rule->does == effect::permits; }
        [[nodiscard]] bool objects() const noexcept {
            return rule->does == effect::forbids || rule->does == effect::demands;
        }
        [[nodiscard]] bool enacted() const noexcept {
            auto const kind = rule->basis.text.kind;
            return kind != instrument_kind::agreement && kind != instrument_kind::definition;
        }
    };

    void object(finding_code code, label message, std::string subject = "explanation", std::string at = {}) {
        found_.add({code, severity::error, std::move(subject), {std::move(at), 0}, to_text(message)});
    }

    /// Each rule in force on the day is there once, in order, with its own words and citation, and says what follows.
    void check_rules() {
        using namespace literals;
        for (std::size_t i = 0; i < rules_->rules.size(); ++i) {
            auto const& [heading, when] = rules_->rules[i];
            auto const& text = heading.basis.text;
            auto const first = text.in_force.first();
            auto const after = text.in_force.first_after();
            if ((first && facts_->day < *first) || (after && *after <= facts_->day)) continue;
            bool const uncertain = text.uncertain_from && *text.uncertain_from <= facts_->day;
            if (uncertain && facts_->policy == uncertain_rules::leave_out) continue;
            std::string const subject = "rule " + std::string(heading.id.view());
            line next{&heading, i, uncertain, 0, nullptr};
            if (lines_.size() >= claimed_->rules.size() || claimed_->rules[lines_.size()].rule != heading) {
                object("wrong-rule"_finding, {"quy tắc không đúng như công bố", "the rule is not as published"},
                       subject);
            } else {
                auto const& given = claimed_->rules[lines_.size()];
                if (text.name.vi.empty() || text.name.en.empty())
                    object("no-citation"_finding, {"quy tắc không có căn cứ", "the rule cites nothing"}, subject);
                int const holds = check_node(given.why, when, subject, "/");
                next.bears = heading.does == effect::demands ? -holds : holds;
                next.why = &given.why;
                if (number(given.bears) != next.bears || given.uncertain != uncertain)
                    object("wrong-bears"_finding, {"không theo chứng minh", "it does not follow from its proof"},
                           subject);
            }
            lines_.push_back(next);
        }
        if (lines_.size() < claimed_->rules.size())
            object("wrong-rule"_finding, {"có quy tắc thừa", "there is a rule too many"});
    }

    /// What the node says by its leaves. Every departure from the published condition or from the facts is an objection.
    [[nodiscard]] int check_node(proof const& node, published_condition const& as, std::string const& subject,
                                 std::string const& path) {
        using namespace literals;
        if (node.node != as.node || node.sign != as.sign || node.words != as.words || node.basis != as.basis ||
            node.parts.size() != as.parts.size() || node.readings.size() != as.readings.size()) {
            object("wrong-node"_finding, {"nút không đúng như công bố", "the node is not as published"}, subject, path);
            return 0;
        }
        std::vector<int> values;
        for (std::size_t i = 0; i < as.parts.size(); ++i)
            values.push_back(check_node(node.parts[i], as.parts[i], subject, path + std::to_string(i) + "/"));
        for (std::size_t i = 0; i < as.readings.size(); ++i) {
            if (agrees(node.readings[i], as.readings[i])) continue;
            object("wrong-reading"_finding, {"khác bảng dữ kiện", "it is not what the facts say"}, subject, path);
            return 0;
        }
        int const value = derived(as, values, node.readings);
        if (value != number(node.value))
            object("wrong-value"_finding, {"không theo các phần của nút", "it does not follow from the parts"}, subject,
                   path);
        return value;
    }

    /// Does a leaf say the amount that the rule states, or what the sheet holds, moved by the steps of the rule?
    [[nodiscard]] bool agrees(reading const& read, published_reading const& as) const {
        if (as.fact.empty()) return read == reading{{}, {}, true, as.stated, as.shown, {}};
        for (auto const& each : facts_->facts) {
            if (each.fact != as.fact || each.what != as.what) continue;
            if (as.steps == 0) return read == each;
            reading moved = each;
            moved.what.vi = (as.steps > 0 ? "bậc liền trên " : "bậc liền dưới ") + moved.what.vi;
            moved.what.en = (as.steps > 0 ? "one step above " : "one step below ") + moved.what.en;
            if (moved.is_known) moved.value += as.steps;
            return read == moved;
        }
        return false;
    }

    [[nodiscard]] static int derived(published_condition const& as, std::vector<int> const& parts,
                                     std::vector<reading> const& read) {
        bool const all = as.node == proof::kind::all;
        if (all || as.node == proof::kind::any) {
            int value = all ? 1 : -1;
            for (int const part : parts) value = all ? least(value, part) : greatest(value, part);
            return value;
        }
        for (auto const& each : read) {
            if (!each.is_known) return 0;
        }
        if (as.node == proof::kind::statement) return read[0].value > 0 ? 1 : -1;
        if (as.node == proof::kind::negation) return -parts[0];
        if (as.node == proof::kind::exception)
            return parts[0] > 0 ? parts[1] : parts[0] < 0 ? parts[2] : parts[1] == parts[2] ? parts[1] : 0;
        if (as.node == proof::kind::provision) return parts[0];
        auto const a = read[0].value;
        auto const b = read[1].value;
        bool const table[] = {a == b, a != b, a<b, a <= b, a> b, a >= b};  // in the order of the signs
        return table[static_cast<std::size_t>(as.sign)] ? 1 : -1;
    }

    /// Where both bear, the more special, the higher, the later rule prevails.
    [[nodiscard]] static bool beats(line const& strong, line const& weak) noexcept {
        auto const names = [](rule_heading const& a, rule_heading const& b) {
            bool named = false;
            for (auto const& other : a.prevails_over) named = named || (other && *other == b.id);
            return named;
        };
        if (names(*strong.rule, *weak.rule) || names(*weak.rule, *strong.rule)) return names(*strong.rule, *weak.rule);
        auto const& a = strong.rule->basis.text;
        auto const& b = weak.rule->basis.text;
        if (a.kind != b.kind) return a.kind > b.kind;
        return a.in_force.first() && b.in_force.first() && *a.in_force.first() > *b.in_force.first();
    }
    /// The strongest (-1, 0, 1) of the permissions that beat the objection.
    [[nodiscard]] int defeat(line const& objection) const {
        int strongest = -1;
        for (auto const& each : lines_) {
            if (each.permits() && beats(each, objection)) strongest = greatest(strongest, each.bears);
        }
        return strongest;
    }

    void check_verdict() {
        using namespace literals;
        bool const open_country = rules_->otherwise_is == otherwise::permitted;
        bool any_rule = false;
        int objected = -1;
        allowed_ = open_country ? 1 : -1;
        for (auto const& each : lines_) {
            if (each.bears > 0) right_.bears |= rule_set{1} << each.place;
            if (each.bears == 0) right_.open |= rule_set{1} << each.place;
            any_rule = any_rule || open_country || (each.permits() && each.enacted());
            if (each.permits()) allowed_ = greatest(allowed_, each.bears);
            if (!each.objects() || each.bears < 0) continue;
            int const beaten = defeat(each);
            objected = greatest(objected, least(each.bears, -beaten));
            for (auto const& other : lines_) {
                if (each.bears > 0 && beaten < 0 && other.permits() && other.bears > 0 && !beats(each, other))
                    right_.ambiguous = true;
            }
        }
        right_.ambiguous = right_.ambiguous && any_rule;
        right_.outcome = !any_rule                      ? outcome::not_in_force
                         : objected > 0                 ? outcome::forbidden
                         : allowed_ < 0                 ? outcome::not_provided_for
                         : allowed_ > 0 && objected < 0 ? outcome::permitted
                                                        : outcome::facts_missing;
        if (right_ != claimed_->verdict)
            object("wrong-verdict"_finding, {"không theo các quy tắc", "the verdict does not follow from the rules"});
    }

    /// The unknown leaves of the open rules on which the outcome hangs, each once, in order.
    void check_missing() {
        using namespace literals;
        std::vector<reading const*> open;
        for (auto const& each : lines_) {
            if (right_.outcome != outcome::facts_missing || each.bears != 0 || !each.why) continue;
            bool hangs = (each.objects() && defeat(each) <= 0) || (each.permits() && allowed_ <= 0);
            for (auto const& other : lines_) {
                hangs = hangs || (each.permits() && other.objects() && other.bears >= 0 && beats(each, other) &&
                                  defeat(other) <= 0);
            }
            if (hangs) collect(*each.why, open);
        }
        bool same = open.size() == claimed_->missing.size();
        for (std::size_t i = 0; same && i < open.size(); ++i) same = *open[i] == claimed_->missing[i];
        if (!same) object("wrong-missing"_finding, {"điều chưa rõ không đúng", "these are not the missing facts"});
    }
    static void collect(proof const& node, std::vector<reading const*>& open) {
        if (number(node.value) != 0) return;
        for (auto const& each : node.readings) {
            bool listed = each.is_known;
            for (auto const* one : open) listed = listed || (one->fact == each.fact && one->what == each.what);
            if (!listed) open.push_back(&each);
        }
        bool const exception = node.node == proof::kind::exception && node.parts.size() == 3;
        int const when = exception ? number(node.parts[0].value) : 0;  // decided: only one branch counts
        for (std::size_t i = 0; i < node.parts.size(); ++i) {
            if (when == 0 || i == (when > 0 ? 1u : 2u)) collect(node.parts[i], open);
        }
    }

    void check_cautions() {
        using namespace literals;
        std::vector<text> right;
        if (right_.ambiguous) right.push_back(cautions::contested());
        line const* first = nullptr;  // of the rules of law that bear the outcome out
        bool all_uncertain = true;
        bool by_agreement = false;
        for (auto const& each : lines_) {
            bool const stands = right_.outcome == outcome::forbidden && each.objects() && defeat(each) < 0;
            bool const carries = right_.outcome == outcome::permitted && each.permits();
            if (each.bears <= 0 || (!stands && !carries)) continue;
            by_agreement = by_agreement || (carries && !each.enacted());
            if (carries && !each.enacted()) continue;
            if (!first) first = &each;
            all_uncertain = all_uncertain && each.uncertain;
        }
        if (first && all_uncertain) right.push_back(cautions::perhaps_not_in_force(first->rule->basis.text));
        if (!first && by_agreement) right.push_back(cautions::agreement_alone());
        if (right != claimed_->cautions)
            object("wrong-cautions"_finding, {"lời lưu ý không đúng", "these are not the cautions"});
    }

    explanation const* claimed_;
    published_rules const* rules_;
    fact_sheet const* facts_;
    std::vector<line> lines_;
    int allowed_ = -1;
    verdict right_{};
    findings found_;
};

}  // namespace detail

/// Is the explanation right? Works it out again from the published rules and the facts of the case, with code of its own.
///
/// It checks that every rule in force is there with its published words and citations, that every leaf says what the sheet
/// says, that every node follows from its parts and the verdict from the rules by the published precedence (the more
/// special, the higher, the later), and that missing facts and cautions are the right ones. It trusts the fact sheet: that
/// the sheet says what the network says is for whoever wrote it.
/// \returns what is wrong, in words; nothing where the explanation stands.
/// Complexity: linear in the explanation, times the facts of the sheet; quadratic in the rules.
[[nodiscard]] inline findings check(explanation const& claimed, published_rules const& rules, fact_sheet const& facts) {
    return detail::checker(claimed, rules, facts).run();
}

}  // namespace v0
}  // namespace lienvien
