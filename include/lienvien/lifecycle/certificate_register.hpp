#pragma once

#include <lienvien/base/finding.hpp>
#include <lienvien/lifecycle/certificate_findings.hpp>
#include <lienvien/lifecycle/certificate_records.hpp>
#include <lienvien/lifecycle/certificate_status.hpp>
#include <lienvien/lifecycle/postings.hpp>
#include <lienvien/lifecycle/site_rule.hpp>
#include <lienvien/model/network.hpp>
#include <lienvien/network/id_index.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// How a change of the register came out. What is refused changed nothing, and the finding says why.
struct register_change {
    findings refused{};
    std::optional<std::uint32_t> person{};  ///< whose standing, or duty, may have changed

    [[nodiscard]] bool done() const noexcept { return refused.empty(); }
};

/// Every certificate of every person, kept so that the standing of all of them on any day is read off at once.
///
/// Changed by one thread at a time; between changes any number of threads may read it. Topics are programmes: someone who
/// holds two certificates of one programme stands there as the better of them says. It owns what it holds.
/// Complexity: to read one standing O(log n) in the changes of one person in one topic; to change one certificate
/// O(n log n) in the certificates of one person in one topic, plus the growth of tables, amortised.
/// Memory: about 140 bytes a certificate in all (140 MB for a million of 22,000 people, `bytes()`).
class certificate_register {
public:
    /// An empty register of these programmes.
    /// \param known_on  certificates that were not known by that day are left out
    certificate_register(std::vector<programme> topics, certificate_terms terms, sys_days known_on = (sys_days::max)())
        : topics_(std::move(topics)),
          topic_index_(topics_, [](programme const& each) -> programme_id const& { return each.id; }),
          terms_(terms),
          known_on_(known_on) {
        for (auto const& each : topics_) {
            read_.push_back(certificate_detail::term(each.expiry, terms_));
            certificate_detail::check_expiry(each, problems_);
        }
    }
    /// The register of a network: its programmes, people and certificates. Where people work is written without days, so
    /// they are on duty there on every day. What is refused is among `problems()`.
    certificate_register(network const& written, certificate_terms terms, sys_days known_on = (sys_days::max)())
        : certificate_register(written.programmes, terms, known_on) {
        for (auto const& each : written.people) {
            add_person(each.id);
            if (each.workplace && was_known(each.source, known_on))
                static_cast<void>(post({each.id, *each.workplace, always}));
        }
        static_cast<void>(add_all(written.certificates));
    }

    /// A person without certificates, where the register does not have the person yet. \returns the number of the person.
    std::uint32_t add_person(person_id const& who) {
        auto const at = staff_.place_person(who);
        std::size_t const cells = std::size_t{staff_.people()} * topics_.size();
        if (steps_.size() < cells) records_.resize(cells), steps_.resize(cells);
        return at;
    }
    /// Someone is on duty somewhere.
    register_change post(posting const& one) {
        auto const at = add_person(one.person);
        staff_.add(one);
        return {{}, at};
    }
    /// From `day` on someone is on duty at this site only.
    register_change move(person_id const& who, institution_id const& to, sys_days day) {
        add_person(who);
        auto const at = staff_.move(who, to, day);
        return {{}, at};
    }
    /// When someone used what a programme teaches. A second list takes the place of the first.
    [[nodiscard]] register_change add(skill_use use) {
        auto const topic = find_topic(use.programme);
        if (!topic)
            return {certificate_detail::unknown_programme(use.programme, "person " + std::string(use.person.view())),
                    {}};
        auto const person = add_person(use.person);
        std::size_t const cell = cell_of(person, *topic);
        if (use_at_.size() < steps_.size()) use_at_.resize(steps_.size(), none);
        if (use_at_[cell] == none) {
            use_at_[cell] = static_cast<std::uint32_t>(uses_.size());
            uses_.push_back(std::move(use));
        } else {
            uses_[use_at_[cell]] = std::move(use);
        }
        settle(cell);
        return {{}, person};
    }
    /// One more certificate. Refused: a name that is taken, an unknown programme, a revocation before the issue, a renewal
    /// of what is not there, of another person or programme, issued before what it renews, or leading back to itself.
    [[nodiscard]] register_change add(certificate const& one) {
        register_change made;
        auto const number = enter(one, made.refused);
        if (!number || !records_.tie(*number, one, made.refused)) return made;
        settle(records_[*number].cell);
        made.person = person_of(records_[*number].cell);
        return made;
    }
    /// Many certificates; a renewal may stand before what it renews. What is refused is also among `problems()`.
    findings add_all(std::vector<certificate> const& all) {
        findings refused;
        std::vector<std::pair<std::uint32_t, std::size_t>> fresh;
        records_.reserve(all.size());
        for (std::size_t from = 0; from < all.size(); ++from) {
            if (auto const number = enter(all[from], refused)) fresh.push_back({*number, from});
        }
        tie_all(all, fresh, refused);
        std::vector<bool> settled(steps_.size(), false);
        for (auto const& [number, from] : fresh) {
            auto const cell = records_[number].cell;
            if (!settled[cell]) settle(cell);
            settled[cell] = true;
        }
        problems_.append(refused);
        return refused;
    }
    /// A certificate is taken back. Where it was already, the earlier day stays. Refused: no such certificate, or a day
    /// that surely lies before its issue.
    [[nodiscard]] register_change revoke(certificate_id const& which, partial_date const& on) {
        using namespace certificate_detail;
        auto const number = records_.find(which);
        if (!number) return {unknown_certificate(which, subject_of(which)), {}};
        auto const day = range_of(on);
        auto const& issued = records_[*number].issued;
        if (day.last < issued.first)
            return {revoked_before_issue(which, issued.first < no_day ? partial_date(day_of(issued.first)) : on, on),
                    {}};
        return revoke(*number, day);
    }
    /// The same by its number, within a range of days. Precondition: not wholly before the issue.
    register_change revoke(std::uint32_t number, certificate_detail::day_range on) {
        records_.revoke(number, on);
        settle(records_[number].cell);
        return {{}, person_of(records_[number].cell)};
    }
    /// A programme whose certificates end otherwise from now on: all of them are read again, old ones too.
    /// Complexity: one settling for each holder
    [[nodiscard]] register_change change_expiry(programme_id const& topic, expiry stated) {
        auto const at = find_topic(topic);
        if (!at) return {certificate_detail::unknown_programme(topic, "programme " + std::string(topic.view())), {}};
        topics_[*at].expiry = std::move(stated);
        read_[*at] = certificate_detail::term(topics_[*at].expiry, terms_);
        for (std::uint32_t person = 0; person < staff_.people(); ++person) {
            if (records_.any_in(cell_of(person, *at))) settle(cell_of(person, *at));
        }
        register_change made;
        certificate_detail::check_expiry(topics_[*at], made.refused);
        return made;
    }
    /// What a site needs on duty. Refused: a programme that the register does not have, or a number over 65,535.
    [[nodiscard]] register_change require(institution_id const& site, site_rule const& rule) {
        auto const at = staff_.place_site(site);
        return {rules_.set(at, site, rule, topic_index_), {}};
    }

    /// How someone stands in a programme on a day; `not_yet` where the register has no certificate of theirs.
    [[nodiscard]] certificate_status status(person_id const& who, programme_id const& topic, sys_days day) const {
        auto const person = staff_.find(who);
        auto const at = find_topic(topic);
        if (!person || !at) return certificate_status::not_yet;
        auto const both = both_on(*person, *at, certificate_detail::number_of(day));
        return certificate_detail::status_of(
            {static_cast<std::uint8_t>(both >> 3), static_cast<std::uint8_t>(both & 7)});
    }
    /// The same with its reason and the day of the next change.
    [[nodiscard]] certificate_answer why(person_id const& who, programme_id const& topic, sys_days day) const {
        auto const person = staff_.find(who);
        auto const at = find_topic(topic);
        if (person && at) return certification_of(*person, *at).why(day);
        return {.status = certificate_status::not_yet,
                .on = day,
                .because = at ? text{"sổ không có người này", "the register has no such person"}
                              : text{"sổ không có chương trình này", "the register has no such programme"}};
    }
    /// All certificates of someone in a topic, read under the terms of the register, or under another expiry.
    /// \param proposed  the day of one more, that nobody has issued
    [[nodiscard]] certification certification_of(std::uint32_t person, std::uint32_t topic,
                                                 expiry const* otherwise = nullptr,
                                                 std::optional<sys_days> proposed = {}) const {
        std::size_t const cell = cell_of(person, topic);
        std::vector<std::uint32_t> numbers;
        std::vector<certificate_detail::span> spans;
        records_.numbers_of(cell, numbers);
        records_.spans_of(numbers, spans);
        std::vector<certificate_id> names;
        for (auto const number : numbers) names.push_back(records_.name(number));
        if (proposed) {
            names.push_back(certificate_id::checked("proposed"));
            spans.push_back({.issued = certificate_detail::range_of(*proposed)});
        }
        return {otherwise ? certificate_detail::term(*otherwise, terms_) : read_[topic], std::move(names),
                std::move(spans), use_of(cell)};
    }

    [[nodiscard]] roster const& staff() const noexcept { return staff_; }
    [[nodiscard]] std::vector<programme> const& topics() const noexcept { return topics_; }
    [[nodiscard]] std::optional<std::uint32_t> find_topic(programme_id const& id) const noexcept {
        return topic_index_.find(id);
    }
    [[nodiscard]] certificate_terms const& terms() const noexcept { return terms_; }
    /// What was wrong with what it was made from. A certificate that was refused is not counted.
    [[nodiscard]] findings const& problems() const noexcept { return problems_; }
    [[nodiscard]] certificate_detail::records const& records() const noexcept { return records_; }
    [[nodiscard]] std::uint32_t person_of(std::size_t cell) const noexcept {
        return static_cast<std::uint32_t>(cell / topics_.size());
    }
    [[nodiscard]] std::uint32_t topic_of(std::size_t cell) const noexcept {
        return static_cast<std::uint32_t>(cell % topics_.size());
    }
    /// The rule of a site, where it has one.
    [[nodiscard]] certificate_detail::dense_rule const* rule_of(std::uint32_t site) const noexcept {
        return rules_.of(site);
    }
    /// What stands from each day on, person after person, topic after topic.
    [[nodiscard]] certificate_detail::rows<certificate_detail::step> const& steps() const noexcept { return steps_; }
    [[nodiscard]] std::uint8_t both_on(std::uint32_t person, std::uint32_t topic, std::int32_t day) const noexcept {
        auto const row = steps_[cell_of(person, topic)];
        return certificate_detail::both_on(row.first, row.count, day);
    }
    /// Memory in bytes, near enough.
    [[nodiscard]] std::size_t bytes() const noexcept {
        return staff_.bytes() + steps_.bytes() + records_.bytes() + rules_.bytes();
    }

private:
    static constexpr std::uint32_t none = certificate_detail::span::no_span;

    [[nodiscard]] std::size_t cell_of(std::uint32_t person, std::uint32_t topic) const noexcept {
        return std::size_t{person} * topics_.size() + topic;
    }
    [[nodiscard]] skill_use const* use_of(std::size_t cell) const noexcept {
        return cell < use_at_.size() && use_at_[cell] != none ? &uses_[use_at_[cell]] : nullptr;
    }
    [[nodiscard]] std::optional<std::uint32_t> enter(certificate const& one, findings& refused) {
        if (!was_known(one.source, known_on_)) return std::nullopt;
        auto const topic = find_topic(one.programme);
        if (topic) return records_.enter(one, cell_of(add_person(one.holder), *topic), refused);
        refused.append(certificate_detail::unknown_programme(one.programme, certificate_detail::subject_of(one.id)));
        return std::nullopt;
    }
    // Ties all renewals; a renewal of what is refused is refused too.
    void tie_all(std::vector<certificate> const& all, std::vector<std::pair<std::uint32_t, std::size_t>> const& fresh,
                 findings& refused) {
        std::vector<std::uint32_t> open(records_.numbers(), none);  // of a number: its place in `fresh`
        for (std::uint32_t at = 0; at < fresh.size(); ++at) {
            if (records_.tie(fresh[at].first, all[fresh[at].second], refused)) open[fresh[at].first] = at;
        }
        std::vector<std::uint32_t> path;
        for (auto const& [start, from] : fresh) {
            path.clear();
            auto number = start;
            for (; number != none && open[number] != none; number = records_[number].renews) path.push_back(number);
            bool const stands = number == none || !records_.is_free(number);
            for (; !path.empty(); path.pop_back()) {
                auto const at = open[path.back()];
                if (!stands) static_cast<void>(records_.tie(path.back(), all[fresh[at].second], refused));
                open[path.back()] = none;
            }
        }
    }
    void settle(std::size_t cell) {
        records_.numbers_of(cell, numbers_);
        records_.spans_of(numbers_, spans_);
        auto const& of = read_[topic_of(cell)];
        certificate_detail::settle_ends(spans_, of, use_of(cell));
        certificate_detail::settle_steps(spans_, of.grace(), fresh_steps_);
        steps_.assign(cell, fresh_steps_);
    }

    std::vector<programme> topics_;
    id_index<programme_id> topic_index_;
    certificate_terms terms_;
    sys_days known_on_;
    std::vector<certificate_detail::term> read_;  // the expiry of each topic
    roster staff_;
    certificate_detail::records records_;
    certificate_detail::rows<certificate_detail::step> steps_;
    std::vector<skill_use> uses_;
    std::vector<std::uint32_t> use_at_;
    certificate_detail::rules_of_sites rules_;
    findings problems_;
    // Room for the settling of one cell; nothing is read from it later.
    std::vector<std::uint32_t> numbers_;
    std::vector<certificate_detail::span> spans_;
    std::vector<certificate_detail::step> fresh_steps_;
};

}  // namespace v0
}  // namespace lienvien
