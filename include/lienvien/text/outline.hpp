#pragma once

#include <lienvien/base/date_text.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/base/truth.hpp>
#include <lienvien/rules/citation.hpp>
#include <lienvien/rules/explain.hpp>
#include <lienvien/text/words.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// What a line of an explanation is.
enum class line_kind : std::uint8_t { heading, outcome, section, rule, basis, node, ground, caution };

/// One line of an explanation, in both languages: what a printer wraps, marks and colours.
struct outline_line {
    line_kind kind{};
    int depth = 0;
    std::optional<truth> mark;  ///< does what the line says hold?
    text words;

    friend bool operator==(outline_line const&, outline_line const&) = default;
};

namespace detail {

/// Writes an explanation down line by line, both languages from the same walk over the same tree.
class outliner {
public:
    outliner(network const& written, bool full) : written_(&written), full_(full) {}

    [[nodiscard]] std::vector<outline_line> take() && { return std::move(lines_); }

    void line(line_kind kind, int depth, std::optional<truth> mark, text words) {
        lines_.push_back({kind, depth, mark, std::move(words)});
    }

    void heading(explanation const& given) {
        line(line_kind::heading, 0, {},
             joined_words(name_of(given.origin, *written_), " → ", name_of(given.receiver, *written_), ", ",
                          format_day(given.day)));
        auto const found = given.verdict.outcome;
        line(line_kind::outcome, 0, mark_of(found), to_text(words_for(found)));
    }

    /// Rules under a title; nothing where there are none. `detailed` shows what decided; else their sentences stand in one
    /// line, and only the whole tree (`full`) says more of them.
    template <class Wanted>
    void section(explanation const& given, label title, bool detailed, Wanted wanted) {
        std::vector<rule_proof const*> all;
        for (auto const& each : given.rules) {
            if (wanted(each)) all.push_back(&each);
        }
        if (all.empty()) return;
        line(line_kind::section, 0, {}, to_text(title));
        if (detailed || full_) {
            for (auto const* each : all) rule(*each);
            return;
        }
        text words;
        for (auto const* each : all) {
            if (!words.empty()) add(words, " · ");
            add(words, each->rule.says);
        }
        line(line_kind::rule, 1, mark(*all.front()), std::move(words));
    }

    /// The facts that are not known, each with what is written about it.
    void missing(explanation const& given) {
        if (given.missing.empty()) return;
        line(line_kind::section, 0, {}, {"Điều chưa rõ, quyết định câu trả lời", "What is not known and decides"});
        for (auto const& each : given.missing) {
            line(line_kind::node, 1, truth::unknown, joined_words(each.what));
            grounds_of(&each, 1, 2);
        }
    }

    void cautions(explanation const& given) {
        if (given.cautions.empty()) return;
        line(line_kind::section, 0, {}, {"Lưu ý", "Cautions"});
        for (auto const& each : given.cautions) line(line_kind::caution, 1, {}, joined_words(each));
    }

private:
    /// An objection that stands is a no to the transfer, whatever its own condition came to.
    [[nodiscard]] static truth mark(rule_proof const& each) noexcept {
        bool const objects = each.rule.does == effect::forbids || each.rule.does == effect::demands;
        return objects ? !each.bears : each.bears;
    }

    void rule(rule_proof const& each) {
        line(line_kind::rule, 1, mark(each), to_text(each.rule.says));
        basis(each.rule.basis, each.uncertain, 1);
        bool const how = each.rule.does == effect::instructs && !full_;  // what decided it goes without saying
        if (!how) node(each.why, 2, {}, true);
    }

    void basis(citation const& where, bool uncertain, int depth) {
        text words{to_string(where, language::vi), to_string(where, language::en)};
        if (uncertain) add(words, label{" (chưa chắc còn hiệu lực)", " (not certain to be still in force)"});
        line(line_kind::basis, depth, {}, std::move(words));
    }

    /// A node and what decided below it. `lead` is a structure word that the line begins with; `open` a node whose own
    /// line would only repeat the line above.
    void node(proof const& at, int depth, label lead, bool open) {
        using kind = proof::kind;
        bool const leaf = at.node == kind::statement || at.node == kind::comparison ||
                          (at.parts.empty() && at.node != kind::provision);
        if (leaf) {
            line(line_kind::node, depth, at.value, joined_words(lead, words_for_leaf(at)));
            grounds_of(at.readings.data(), at.readings.size(), depth + 1);
            return;
        }
        if (at.node == kind::provision) {
            line(line_kind::node, depth, at.value, joined_words(lead, at.words));
            if (at.basis) basis(*at.basis, false, depth);
            for (auto const& part : at.parts) node(part, depth + 1, {}, true);
            return;
        }
        if (at.node == kind::exception && at.parts.size() == 3) {
            if (!lead.en.empty()) line(line_kind::node, depth++, at.value, joined_words(lead, structure_word(at.node)));
            exception(at, depth);
            return;
        }
        if (at.node == kind::negation && deniable(at)) {
            line(line_kind::node, depth, at.value, joined_words(lead, denied(at)));
            grounds_of(at.parts.front().readings.data(), 1, depth + 1);
            return;
        }
        if (at.node == kind::any && !full_ && lead.en.empty() && hangs_on_few(at)) {
            for (auto const& part : at.parts) {
                if (part.value == at.value) node(part, depth, {}, false);
            }
            return;
        }
        // The parts of a rule or provision all count: that needs no word of its own.
        bool const silent = open && lead.en.empty() && at.node == kind::all;
        if (!silent) line(line_kind::node, depth, at.value, joined_words(lead, structure_word(at.node)));
        for (auto const& part : at.parts) {
            // Under "all" a part that fails decides, under "any" one that holds; under "not" the only one.
            bool const decides = full_ || part.value == at.value || at.node == kind::negation;
            if (decides) {
                node(part, depth + (silent ? 0 : 1), {}, false);
            } else {
                in_short(part, depth + (silent ? 0 : 1));
            }
        }
    }

    void exception(proof const& at, int depth) {
        auto const& when = at.parts[0];
        auto const& then = at.parts[1];
        bool const instead = then.node != proof::kind::all || !then.parts.empty();
        node(when, depth, {"ngoại lệ, khi ", "exception, where "}, false);
        if (instead && (full_ || !is_no(when.value))) node(then, depth, {"khi đó: ", "then: "}, false);
        if (!instead && is_yes(when.value)) {
            line(line_kind::node, depth, at.value, {"khi đó quy tắc này không đặt ra", "then the rule has no effect"});
        }
        if (full_ || !is_yes(when.value)) node(at.parts[2], depth, {"quy tắc chung: ", "as a rule: "}, false);
    }

    /// A part that did not decide, as one line.
    void in_short(proof const& at, int depth) {
        using kind = proof::kind;
        if (at.node == kind::provision) {
            line(line_kind::node, depth, at.value, to_text(at.words));
        } else if (at.node == kind::negation && deniable(at)) {
            line(line_kind::node, depth, at.value, denied(at));
        } else if (at.node == kind::any && hangs_on_few(at)) {
            for (auto const& part : at.parts) {
                if (part.value == at.value) return in_short(part, depth);
            }
        } else if (at.parts.empty()) {
            line(line_kind::node, depth, at.value, words_for_leaf(at));
        } else {
            line(line_kind::node, depth, at.value, to_text(structure_word(at.node)));
            for (auto const& part : at.parts) in_short(part, depth + 1);
        }
    }

    /// Of several conditions one that holds is enough, and where only one is open it decides: the others say nothing more.
    [[nodiscard]] static bool hangs_on_few(proof const& at) noexcept {
        int open = 0;
        for (auto const& part : at.parts) open += is_unknown(part.value) ? 1 : 0;
        return is_yes(at.value) || (is_unknown(at.value) && open == 1);
    }

    /// The written facts behind a line. In short, what was written out above is not written again.
    /// The readings outlive the outliner, which remembers the facts by place.
    void grounds_of(reading const* readings, std::size_t count, int depth) {
        auto const of = lines_.size() - 1;
        bool repeated = false;
        for (auto const* at = readings; at != readings + count; ++at) {
            auto const& each = *at;
            for (auto const& fact : each.grounds) {
                if (is_of_need(fact)) {
                    add(lines_[of].words, each.is_known ? label{" – theo nhu cầu", " – as the need states"}
                                                        : label{" – nhu cầu không nêu", " – the need does not say"});
                    if (each.is_known && count == 1 && fact.says != each.shown)
                        add(lines_[of].words, joined_words(": ", fact.says));
                    if (auto const origin = words_for(fact.source); !origin.empty())
                        add(lines_[of].words, joined_words(" ", origin));
                    continue;
                }
                if (!full_ && seen(fact)) {
                    repeated = true;
                    continue;
                }
                shown_.push_back(&fact);
                line(line_kind::ground, depth, {}, words_for(fact, *written_));
            }
        }
        if (repeated && lines_.size() == of + 1) add(lines_[of].words, label{" (như trên)", " (see above)"});
    }
    /// What the need states says the same as the line itself: it needs no line of its own.
    [[nodiscard]] static bool is_of_need(ground const& fact) {
        return fact.subject.rfind(std::string(need_tag::noun.en) + " ", 0) == 0;
    }
    [[nodiscard]] bool seen(ground const& fact) const {
        for (auto const* earlier : shown_) {
            if (*earlier == fact) return true;
        }
        return false;
    }

    network const* written_;
    bool full_;
    std::vector<outline_line> lines_;
    std::vector<ground const*> shown_;
};

}  // namespace detail

/// The lines of an explanation, best read from top to bottom: who and when, the outcome, what decided it with rule,
/// citation and written facts, and what to beware of.
///
/// In short (not `full`) it leaves out what did not decide; `full` is the whole tree of every rule. Both languages hold the
/// same lines in the same order. Complexity: linear in the proof, quadratic in its grounds.
[[nodiscard]] inline std::vector<outline_line> outline(explanation const& given, network const& written,
                                                       bool full = false) {
    detail::outliner out(written, full);
    out.heading(given);
    auto const found = given.verdict.outcome;
    bool const permitted = found == outcome::permitted;
    bool const refused = found == outcome::forbidden || found == outcome::not_provided_for;
    auto const permits = [](rule_proof const& each) { return each.rule.does == effect::permits; };
    auto const instructs = [](rule_proof const& each) { return each.rule.does == effect::instructs; };
    auto const objects = [=](rule_proof const& each) { return !permits(each) && !instructs(each); };
    if (found == outcome::not_in_force && !full) return std::move(out).take();

    out.missing(given);
    out.section(given,
                permitted ? label{"Có cản trở, nhưng quy tắc cho phép được ưu tiên",
                                  "Stands against it, but yields to what permits it"}
                          : label{"Điều cản trở", "What stands against it"},
                true, [&](auto const& each) { return objects(each) && is_yes(each.bears); });
    out.section(given,
                refused ? label{"Có cho phép, nhưng chưa đủ", "Permits it, but that is not enough"}
                        : label{"Căn cứ cho phép", "What permits it"},
                !refused, [&](auto const& each) { return permits(each) && is_yes(each.bears); });
    out.section(given,
                permitted || refused
                    ? label{"Chưa rõ, nhưng không đổi kết quả", "Not known, but without effect on the outcome"}
                    : label{"Phụ thuộc vào điều chưa rõ", "What depends on it"},
                !permitted && !refused, [&](auto const& each) { return !instructs(each) && is_unknown(each.bears); });
    if (!permitted || full) {
        out.section(given, {"Có thể là căn cứ, nhưng không đạt", "Could permit it, but does not hold"}, refused,
                    [&](auto const& each) { return permits(each) && is_no(each.bears); });
    }
    out.section(given, {"Điều kiện đã đáp ứng", "Conditions that are met"}, false,
                [&](auto const& each) { return objects(each) && is_no(each.bears); });
    if (!refused || full) {
        out.section(given, {"Cách thực hiện", "How it is done"}, true,
                    [&](auto const& each) { return instructs(each) && (full || !is_no(each.bears)); });
    }
    out.cautions(given);
    return std::move(out).take();
}

}  // namespace v0
}  // namespace lienvien
