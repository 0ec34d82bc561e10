#pragma once

#include <lienvien/network/changed_facts.hpp>
#include <lienvien/network/situation.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace detail {

/// A state of affairs between an earlier and a later one: any of the steps between the two may be taken or taken back, and
/// that costs what the step touches, not what is there.
///
/// Every step exchanges two versions of one noun, and nothing else moves: what is not there yet, or no longer, is a fact
/// that nobody has heard of, or an institution, technique or package under a name that nobody uses.
class stepping {
public:
    /// \param state, later  two frozen networks
    /// \param steps         those from the one to the other, in their order
    stepping(network state, network later, std::vector<fact_step> const& steps, moment when)
        : now_(prepared(std::move(state), std::move(later), steps), when), taken_(steps.size(), false) {}

    /// Goes to where exactly these steps are taken, and asks the snapshot there.
    /// Complexity: that of moving a `situation` by the facts in which this differs from where one stood; where
    /// institutions, techniques, packages or their ties differ, a new snapshot.
    template <class Ask>
    void with(std::vector<std::uint32_t> const& steps, Ask ask) {
        std::vector<bool> wanted(taken_.size(), false);
        for (auto const each : steps) wanted[each] = true;
        for (std::uint32_t step = 0; step < taken_.size(); ++step) {
            if (wanted[step] != taken_[step]) exchange(places_[step]);
        }
        taken_ = std::move(wanted);
        settle();
        ask(now_.today());
    }

private:
    struct place {
        std::uint32_t list;
        std::size_t at;     ///< in the network
        std::size_t other;  ///< of the other version
    };

    [[nodiscard]] network prepared(network state, network later, std::vector<fact_step> const& steps) {
        std::string const unused = unused_prefix(state, later);
        for (auto const& step : steps) {
            std::string const name = unused + std::to_string(places_.size());
            std::uint32_t list = 0;
            for_each_list(
                [&](std::string_view, auto& here, auto& there, auto& others) {
                    if (list++ != step.list) return;
                    places_.push_back({step.list, step.at, others.size()});
                    if (step.does == fact_step::kind::replace) {
                        others.push_back(std::move(there[step.to]));
                    } else if (step.does == fact_step::kind::strike) {
                        others.push_back(absent(here[step.at], name));
                    } else {
                        places_.back().at = here.size();
                        here.push_back(absent(there[step.at], name));
                        others.push_back(std::move(there[step.at]));
                    }
                },
                state, later, others_);
        }
        return state;
    }
    // The beginning of names that neither network uses.
    [[nodiscard]] static std::string unused_prefix(network const& a, network const& b) {
        std::string prefix = "absent-";
        for (bool used = true; used;) {
            used = false;
            auto const look = [&](auto const& nouns) {
                for (auto const& each : nouns) used = used || each.id.view().substr(0, prefix.size()) == prefix;
            };
            for (auto const* each : {&a, &b}) {
                look(each->institutions);
                look(each->techniques);
                look(each->packages);
            }
            if (used) prefix = "x" + prefix;
        }
        return prefix;
    }
    template <class Noun>
    static constexpr bool numbered =
        std::is_same_v<Noun, institution> || std::is_same_v<Noun, technique> || std::is_same_v<Noun, package>;
    template <class Noun>
    [[nodiscard]] static Noun absent(Noun noun, std::string const& name) {
        if constexpr (numbered<Noun>) {
            noun.id = decltype(noun.id)::checked(name);
        } else if constexpr (requires { noun.source.known_since; }) {  // else no answer hangs on it: a waiver
            noun.source.known_since = (sys_days::max)();               // later than any day that is asked for
        }
        return noun;
    }

    void exchange(place const& which) {
        std::uint32_t list = 0;
        for_each_list(
            [&](std::string_view, auto& here, auto& others) {
                if (list++ != which.list) return;
                auto& fact = here[which.at];
                auto& other = others[which.other];
                touch(fact, other);
                std::swap(fact, other);
            },
            now_.written_[0], others_);
    }
    template <class Fact>
    void touch(Fact const& before, Fact const& after) {
        if constexpr (requires { situation::list(now_.written_[0], before); }) {
            auto const was = now_.subject_of(before);
            auto const is = now_.subject_of(after);
            bool const moved = was.has_value() != is.has_value() || (was && was->site != is->site);
            if (moved || !now_.names_are_numbered(after)) {
                anew_ = true;
            } else if (was) {
                touched_.push_back(*was);
                if (!was->same_matter(*is)) touched_.push_back(*is);
            }
        } else if constexpr (std::is_same_v<Fact, regime>) {
            touched_.push_back({0, 0, 0, situation::subject::crisis});
        } else if constexpr (std::is_same_v<Fact, agreement>) {
            lanes_ = true;
            anew_ = anew_ || !fields_are_numbered(after);
        } else if constexpr (std::is_same_v<Fact, travel>) {
            anew_ = anew_ || before.from != after.from;
        } else {
            anew_ = true;
        }
    }
    [[nodiscard]] bool fields_are_numbered(agreement const& under) const {
        bool all = true;
        auto const look = [&](std::vector<field_id> const& fields) {
            for (auto const& each : fields) all = all && now_.today_.numbers_.find(each).has_value();
        };
        look(under.fields);
        for (auto const& part : under.clauses) look(part.fields);
        return all;
    }
    void settle() {
        if (anew_) {
            now_.renew();
        } else {
            auto& today = now_.today_;
            if (lanes_) today.lanes_ = lienvien::lanes(now_.written_[0], today.numbers_, today.when_);
            for (auto const& each : touched_) now_.refresh(each);
        }
        anew_ = lanes_ = false;
        touched_.clear();
    }

    std::vector<place> places_;
    network others_;  // of each step the version that does not count now
    situation now_;
    std::vector<bool> taken_;
    std::vector<situation::matter> touched_;
    bool anew_ = false;
    bool lanes_ = false;
};

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
