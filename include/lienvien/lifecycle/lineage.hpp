#pragma once

#include <lienvien/base/finding.hpp>
#include <lienvien/network/id_index.hpp>
#include <lienvien/network/snapshot.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// What is handed on: a package, or one technique whichever package carries it. A package with the other among its parts
/// carries it too.
using lineage_subject = std::variant<package_id, technique_id>;

/// One training in a lineage: a transfer that carries its subject, as it stands on the day.
struct training {
    transfer_id transfer;
    package_id package;
    institution_id giver;      ///< as it answers to its name on the day, successors followed
    institution_id recipient;  ///< the same
    stage reached{};   ///< not known where records may or may not have come about by the day, or none is written
    truth accepted{};  ///< did it reach acceptance by the day, whatever became of it since?
    partial_date accepted_on{};
    std::vector<team_id> teams{};  ///< the teams (kíp) that were trained

    friend bool operator==(training const&, training const&) = default;
};

/// An institution in a lineage: who trained it and whom it trained, as numbers of accepted trainings.
struct lineage_member {
    institution_id institution;
    std::vector<std::uint32_t> learned{};
    std::vector<std::uint32_t> taught{};
    std::optional<std::uint32_t> depth{};  ///< fewest steps from an origin; none where no origin leads to it

    /// An origin (nơi khởi nguồn) trains others and was trained by nobody in the network.
    [[nodiscard]] bool is_origin() const noexcept { return learned.empty(); }
    friend bool operator==(lineage_member const&, lineage_member const&) = default;
};

namespace detail {

/// Which packages of a network carry the subject, themselves or in a part.
[[nodiscard]] inline std::vector<bool> packages_carrying(network const& all, lineage_subject const& subject) {
    std::vector<bool> carries(all.packages.size(), false);
    id_index<package_id> numbers(all.packages, [](package const& p) -> package_id const& { return p.id; });
    for (std::size_t p = 0; p < carries.size(); ++p) {
        auto const* wanted = std::get_if<package_id>(&subject);
        carries[p] = wanted && all.packages[p].id == *wanted;
        for (auto const& each : all.packages[p].techniques)
            carries[p] = carries[p] || (!wanted && each == std::get<technique_id>(subject));
    }
    for (bool more = true; more;) {
        more = false;
        for (std::size_t p = 0; p < carries.size(); ++p) {
            for (auto const& part : all.packages[p].parts) {
                auto const at = numbers.find(part);
                if (carries[p] || !at || !carries[*at]) continue;
                carries[p] = more = true;
            }
        }
    }
    return carries;
}

/// How a transfer stands on a day: the last record that has surely come about, unless a later one may have.
inline void settle_training(training& made, transfer const& written, moment when) {
    bool any_written = false;
    made.accepted = truth::no;
    for (auto const& record : written.stages) {
        if (!was_known(record.source, when.known_on)) continue;
        any_written = true;
        truth const happened = happened_by(record.on, when.today);
        if (is_no(happened)) continue;
        made.reached = is_yes(happened) ? record.stage : stage::not_known;
        truth const accepting = happened & performs_alone(record.stage);
        if (is_yes(accepting) && !is_yes(made.accepted)) made.accepted_on = record.on;
        made.accepted |= accepting;
    }
    if (!any_written) made.accepted = truth::unknown;
}

}  // namespace detail

/// Who trained whom: the lines along which a package or technique travelled, from where it came to where it is now.
///
/// A graph of institutions; an edge is a transfer that reached acceptance by the day of the snapshot, and stays one when the
/// technique is suspended or lost later. Transfers that did not reach acceptance, or of which that is not known, stand apart
/// as claims. A part of an institution is a member of its own.
/// A value; the snapshot must outlive it. Complexity: linear in transfers, packages and stage records.
class lineage {
public:
    lineage(snapshot const& today, lineage_subject subject) : today_(&today), subject_(std::move(subject)) {
        gather();
        tie();
        measure_depth();
        find_circles();
        find_early_trainings();
    }

    [[nodiscard]] snapshot const& today() const noexcept { return *today_; }
    [[nodiscard]] lineage_subject const& subject() const noexcept { return subject_; }
    /// The trainings that reached acceptance: the edges.
    [[nodiscard]] std::vector<training> const& trainings() const noexcept { return trainings_; }
    /// The transfers that did not reach acceptance, or of which that is not known.
    [[nodiscard]] std::vector<training> const& claims() const noexcept { return claims_; }
    /// The institutions that trained or were trained, in the order in which transfers name them.
    [[nodiscard]] std::vector<lineage_member> const& members() const noexcept { return members_; }
    /// What is wrong with the lines: circles, and trainings given before the giver was trained.
    [[nodiscard]] findings const& problems() const noexcept { return problems_; }

    [[nodiscard]] std::optional<std::uint32_t> find(institution_id const& id) const { return numbers_.find(id); }
    [[nodiscard]] std::uint32_t giver_of(training const& each) const { return *numbers_.find(each.giver); }
    [[nodiscard]] std::uint32_t recipient_of(training const& each) const { return *numbers_.find(each.recipient); }

    /// Everyone whom a member trained, directly or down the line, without the member itself. Complexity: linear.
    [[nodiscard]] std::vector<std::uint32_t> descendants(std::uint32_t member) const {
        auto const seen = reach(member, true);
        std::vector<std::uint32_t> all;
        for (std::uint32_t at = 0; at < seen.size(); ++at) {
            if (seen[at] && at != member) all.push_back(at);
        }
        return all;
    }
    /// A shortest line from an origin to a member, as numbers of members, the origin first; empty where none leads there.
    [[nodiscard]] std::vector<std::uint32_t> line_to(std::uint32_t member) const {
        std::vector<std::uint32_t> back;
        if (!members_[member].depth) return back;
        for (std::uint32_t at = member;;) {
            back.insert(back.begin(), at);
            if (*members_[at].depth == 0) return back;
            for (auto const each : members_[at].learned) {
                auto const from = giver_of(trainings_[each]);
                if (members_[from].depth && *members_[from].depth + 1 == *members_[at].depth) {
                    at = from;
                    break;
                }
            }
        }
    }

private:
    [[nodiscard]] institution_id answering(institution_id const& named) const {
        auto const at = today_->find_successor(named);
        return at ? today_->at(*at).id : named;
    }
    void gather() {
        network const& all = today_->written();
        auto const carries = detail::packages_carrying(all, subject_);
        auto const* whole = std::get_if<package_id>(&subject_);
        id_index<package_id> packages(all.packages, [](package const& p) -> package_id const& { return p.id; });
        for (auto const& each : all.transfers) {
            if (!was_known(each.source, today_->when().known_on)) continue;
            auto const at = packages.find(each.package);
            if (at ? !carries[*at] : !whole || *whole != each.package) continue;
            training made{.transfer = each.id,
                          .package = each.package,
                          .giver = answering(each.giver),
                          .recipient = answering(each.recipient),
                          .teams = each.trainees};
            detail::settle_training(made, each, today_->when());
            (is_yes(made.accepted) ? trainings_ : claims_).push_back(std::move(made));
        }
    }
    void tie() {
        auto const member = [&](institution_id const& id) -> lineage_member& {
            auto const at = numbers_.place(id);
            if (at == members_.size()) members_.push_back({.institution = id});
            return members_[at];
        };
        for (std::uint32_t n = 0; n < trainings_.size(); ++n) {
            member(trainings_[n].giver).taught.push_back(n);
            member(trainings_[n].recipient).learned.push_back(n);
        }
    }
    void measure_depth() {
        std::vector<std::uint32_t> queue;
        for (std::uint32_t at = 0; at < members_.size(); ++at) {
            if (!members_[at].is_origin()) continue;
            members_[at].depth = 0;
            queue.push_back(at);
        }
        for (std::size_t next = 0; next < queue.size(); ++next) {
            for (auto const each : members_[queue[next]].taught) {
                auto const to = recipient_of(trainings_[each]);
                if (members_[to].depth) continue;
                members_[to].depth = *members_[queue[next]].depth + 1;
                queue.push_back(to);
            }
        }
    }
    /// Who is reached from a member, the member itself only where a line leads back to it.
    [[nodiscard]] std::vector<bool> reach(std::uint32_t from, bool down) const {
        std::vector<bool> seen(members_.size(), false);
        std::vector<std::uint32_t> queue{from};
        for (std::size_t next = 0; next < queue.size(); ++next) {
            auto const& at = members_[queue[next]];
            for (auto const each : down ? at.taught : at.learned) {
                auto const to = down ? recipient_of(trainings_[each]) : giver_of(trainings_[each]);
                if (seen[to]) continue;
                seen[to] = true;
                queue.push_back(to);
            }
        }
        return seen;
    }
    void find_circles() {
        // Whoever was trained only by members already cleared is on no circle; most networks end here.
        std::vector<std::size_t> open(members_.size());
        std::vector<std::uint32_t> cleared;
        for (std::uint32_t at = 0; at < members_.size(); ++at) {
            open[at] = members_[at].learned.size();
            if (open[at] == 0) cleared.push_back(at);
        }
        std::vector<bool> done(members_.size(), false);
        for (std::size_t next = 0; next < cleared.size(); ++next) {
            done[cleared[next]] = true;
            for (auto const each : members_[cleared[next]].taught) {
                auto const to = recipient_of(trainings_[each]);
                if (--open[to] == 0) cleared.push_back(to);
            }
        }
        for (std::uint32_t at = 0; at < members_.size(); ++at) {
            if (done[at]) continue;
            auto const below = reach(at, true);
            if (!below[at]) continue;
            auto const above = reach(at, false);
            std::string names;
            for (std::uint32_t other = 0; other < members_.size(); ++other) {
                if (!below[other] || !above[other]) continue;
                done[other] = true;
                names += (names.empty() ? "" : ", ") + std::string(members_[other].institution.view());
            }
            report("lineage-circle", severity::warning, subject_name(),
                   {"các cơ sở đào tạo lẫn nhau thành vòng: " + names,
                    "institutions trained each other in a circle: " + names});
        }
    }
    void find_early_trainings() {
        std::vector<bool> claimed(members_.size(), false);
        for (auto const& claim : claims_) {
            if (auto const at = numbers_.find(claim.recipient)) claimed[*at] = true;
        }
        for (auto const& each : trainings_) {
            auto const& giver = members_[giver_of(each)];
            std::string const name(giver.institution.view());
            truth early = known(!giver.learned.empty());
            for (auto const n : giver.learned) early &= before(each.accepted_on, trainings_[n].accepted_on);
            if (is_yes(early)) {
                report("trained-before-accepted", severity::warning, "transfer " + std::string(each.transfer.view()),
                       {"“" + name + "” đào tạo nơi khác trước khi chính mình được nghiệm thu",
                        "“" + name + "” trained others before its own training was accepted"});
            }
            if (claimed[giver_of(each)] && giver.is_origin()) {
                report("trains-on-a-claim", severity::note, "transfer " + std::string(each.transfer.view()),
                       {"“" + name + "” đào tạo nơi khác trong khi việc chính mình tiếp nhận chưa rõ đã nghiệm thu",
                        "“" + name + "” trains others, while its own training is not known to be accepted"});
            }
        }
    }
    [[nodiscard]] std::string subject_name() const {
        auto const* whole = std::get_if<package_id>(&subject_);
        return whole ? "package " + std::string(whole->view())
                     : "technique " + std::string(std::get<technique_id>(subject_).view());
    }
    void report(std::string_view code, severity weight, std::string about, text words) {
        problems_.add({finding_code::checked(code), weight, std::move(about), {}, std::move(words)});
    }

    snapshot const* today_;
    lineage_subject subject_;
    std::vector<training> trainings_, claims_;
    std::vector<lineage_member> members_;
    id_index<institution_id> numbers_;
    findings problems_;
};

/// The lineage of a package or a technique on the day of a snapshot, which must outlive it.
[[nodiscard]] inline lineage lineage_of(snapshot const& today, lineage_subject subject) {
    return lineage(today, std::move(subject));
}
// clang-format off
lineage lineage_of(snapshot const&&, lineage_subject) = delete;  // LIENVIEN-E025: a lineage looks into its snapshot: name that
// clang-format on

}  // namespace v0
}  // namespace lienvien
