#pragma once

#include <lienvien/base/finding.hpp>
#include <lienvien/lifecycle/staged_transfer.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace lienvien {
inline namespace v0 {

/// A transfer whose stage is known only at run time.
using any_stage =
    std::variant<transfer_at<stage::not_known>, transfer_at<stage::readiness>, transfer_at<stage::theory>,
                 transfer_at<stage::clinical>, transfer_at<stage::on_site>, transfer_at<stage::accepted>,
                 transfer_at<stage::monitored>, transfer_at<stage::replicating>, transfer_at<stage::suspended>,
                 transfer_at<stage::withdrawn>, transfer_at<stage::failed>>;

/// Must a written history begin with preparation, or may its first stages be untold, as in most sources?
enum class first_stages : std::uint8_t { are_told, may_be_untold };

/// A transfer that came through the gate, or everything that kept it out.
struct entered_transfer {
    std::optional<any_stage> at;
    lienvien::findings findings{};
};

/// The transfer as data, at whatever stage it is: what went in through the gate comes out unchanged.
[[nodiscard]] inline transfer const& written(any_stage const& any) noexcept {
    transfer const* found = nullptr;
    std::visit([&](auto const& each) { found = &each.written(); }, any);
    return *found;
}
[[nodiscard]] inline stage stage_of(any_stage const& any) noexcept { return stage_of(written(any)); }

namespace detail {

/// Gives a transfer the type of the stage that it has reached.
template <std::size_t Index = 0>
[[nodiscard]] any_stage typed(transfer each) {
    constexpr std::size_t size = std::variant_size_v<any_stage>;
    using here = std::variant_alternative_t<Index, any_stage>;
    if (here::reached == stage_of(each))
        return any_stage(std::in_place_index<Index>, transfer_maker::at<here::reached>(std::move(each)));
    if constexpr (Index + 1 < size) {
        return typed<Index + 1>(std::move(each));
    } else {
        broken_promise("a history that was checked ends with a stage of the vocabulary", __FILE__, __LINE__);
    }
}

}  // namespace detail

/// The one gate through which written history becomes a typed stage.
///
/// Lets through exactly those histories whose every step is in the table and whose days are not surely out of order. What the
/// evidence is worth is not judged here: the terms of then are not written in a network (see `judge`).
/// Findings: `unknown-stage` for a record whose stage is not known; `step-not-in-table`; `stage-before-previous`;
/// `beginning-not-told`, an error or, where first stages may be untold, a note. Complexity: linear in the history.
[[nodiscard]] inline entered_transfer enter(transfer each, first_stages beginning = first_stages::are_told) {
    using namespace literals;
    entered_transfer made;
    auto const report = [&](finding_code code, severity weight, std::size_t at, text message) {
        made.findings.add({code,
                           weight,
                           std::string(transfer_tag::noun.en) + " " + std::string(each.id.view()),
                           {"/stages/" + std::to_string(at), 0},
                           std::move(message)});
    };
    for (std::size_t n = 0; n < each.stages.size(); ++n) {
        auto const& record = each.stages[n];
        stage const previous = n == 0 ? stage::not_known : each.stages[n - 1].stage;
        if (detail::find_word(record.stage) == nullptr || record.stage == stage::not_known) {
            report("unknown-stage"_finding, severity::error, n,
                   {"giai đoạn không rõ nên không biết bước nào đã đi",
                    "the stage is not known, so that nobody can tell which step was taken"});
        } else if (!transfer_table.between(previous, record.stage) && (n == 0 || previous != stage::not_known)) {
            bool const untold = n == 0;
            report(untold ? "beginning-not-told"_finding : "step-not-in-table"_finding,
                   untold && beginning == first_stages::may_be_untold ? severity::note : severity::error, n,
                   detail::spoken()
                       .say(untold ? "lịch sử bắt đầu từ giữa, ở “" : "không có bước nào từ “",
                            untold ? "the history begins in the middle, at “" : "no step leads from “")
                       .say(label_of(untold ? record.stage : previous))
                       .say(untold ? "" : "” đến “", untold ? "" : "” to “")
                       .say(untold ? label{} : label_of(record.stage))
                       .say("”")
                       .words());
        }
        if (n > 0 && is_yes(before(record.on, each.stages[n - 1].on))) {
            report("stage-before-previous"_finding, severity::error, n,
                   detail::spoken()
                       .say("“")
                       .say(label_of(record.stage))
                       .say("” ngày ", "” on ")
                       .say(record.on)
                       .say(" trước giai đoạn trước nó, ", " is before the stage before it, on ")
                       .say(each.stages[n - 1].on)
                       .words());
        }
    }
    if (!made.findings.has_errors()) made.at.emplace(detail::typed(std::move(each)));
    return made;
}

/// What came of a proposed step: the transfer where it now stands, and why.
struct proposed_step_taken {
    any_stage at;
    step_judgement because;

    [[nodiscard]] bool allowed() const noexcept { return because.outcome == step_outcome::allowed; }
};

/// Takes a step that is known only at run time. One that the table does not have is refused with the steps that it has.
[[nodiscard]] inline proposed_step_taken advance(any_stage so_far, proposed_step const& proposed,
                                                 transfer_terms const& terms) {
    auto because = judge(written(so_far), proposed, terms);
    if (because.outcome != step_outcome::allowed) return {std::move(so_far), std::move(because)};
    transfer moved_on =
        std::visit([](auto&& each) -> transfer { return std::move(each).written(); }, std::move(so_far));
    return {detail::typed(detail::transfer_maker::with(std::move(moved_on), proposed, because.to)), std::move(because)};
}

}  // namespace v0
}  // namespace lienvien
