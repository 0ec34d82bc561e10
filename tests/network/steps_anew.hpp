#pragma once

#include <lienvien/network/changed_facts.hpp>

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

/// States of affairs between two others, each worked out from the beginning: facts are struck out and written down, and the
/// snapshot is made anew. What `stepping` must agree with.
namespace anew {

using namespace lienvien;
using detail::fact_step;
using detail::for_each_list;

/// Takes steps on a network, and takes them back in the reverse order.
class stepper {
public:
    stepper(network& state, network& later) : state_(&state), later_(&later) {}

    void take(fact_step const& step) {
        std::uint32_t list = 0;
        for_each_list(
            [&](std::string_view, auto& here, auto& there, auto& struck) {
                if (list++ != step.list) return;
                if (step.does == fact_step::kind::replace) {
                    std::swap(here[step.at], there[step.to]);
                } else if (step.does == fact_step::kind::strike) {
                    struck.push_back(std::move(here[step.at]));
                    here.erase(here.begin() + static_cast<std::ptrdiff_t>(step.at));
                } else {
                    here.push_back(std::move(there[step.at]));
                }
            },
            *state_, *later_, struck_);
    }
    void take_back(fact_step const& step) {
        std::uint32_t list = 0;
        for_each_list(
            [&](std::string_view, auto& here, auto& there, auto& struck) {
                if (list++ != step.list) return;
                if (step.does == fact_step::kind::replace) {
                    std::swap(here[step.at], there[step.to]);
                } else if (step.does == fact_step::kind::strike) {
                    here.insert(here.begin() + static_cast<std::ptrdiff_t>(step.at), std::move(struck.back()));
                    struck.pop_back();
                } else {
                    there[step.at] = std::move(here.back());
                    here.pop_back();
                }
            },
            *state_, *later_, struck_);
    }

private:
    network* state_;
    network* later_;
    network struck_;
};

class worlds {
public:
    worlds(network state, network later, std::vector<fact_step> const& steps, moment when)
        : state_(std::move(state)), later_(std::move(later)), steps_(steps), when_(when) {}

    template <class Ask>
    void with(std::vector<std::uint32_t> const& taken, Ask ask) {
        stepper steps(state_, later_);
        for (auto const each : taken) steps.take(steps_[each]);
        {
            snapshot const today(state_, when_);
            ask(today);
        }
        for (auto at = taken.size(); at-- > 0;) steps.take_back(steps_[taken[at]]);
    }

private:
    network state_;
    network later_;
    std::vector<fact_step> steps_;
    moment when_;
};

}  // namespace anew
