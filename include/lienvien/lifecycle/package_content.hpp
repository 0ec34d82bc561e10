#pragma once

#include <lienvien/base/source.hpp>
#include <lienvien/base/text.hpp>
#include <lienvien/model/ids.hpp>
#include <lienvien/model/profession.hpp>
#include <lienvien/model/technique.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace lienvien {
inline namespace v0 {

/// Learning material, and for whom; not known: for everybody.
struct learning_material {
    text what{};
    profession reader{};

    friend bool operator==(learning_material const&, learning_material const&) = default;
};

/// A thing that is taught: what is known, done or minded at the end.
struct package_goals {
    std::vector<text> knowledge{};  ///< kiến thức
    std::vector<text> skill{};      ///< kỹ năng
    std::vector<text> attitude{};   ///< thái độ

    friend bool operator==(package_goals const&, package_goals const&) = default;
};

/// What is in a package beyond what a network holds of it: goals by kind, the lessons, material by profession. Standards,
/// indicators, staff, equipment, parts and prerequisites stand in `package`. The same for clinical packages and for know-how
/// of running a hospital.
struct package_content {
    package_id package;
    package_goals goals{};
    std::vector<text> lessons{};
    std::vector<learning_material> materials{};
    text note{};
    lienvien::source source{};

    friend bool operator==(package_content const&, package_content const&) = default;
};

/// In which order packages can be transferred, or why in none.
struct package_order {
    std::vector<package_id> order{};    ///< every package after those that it needs; empty where there is a circle
    std::vector<package_id> circle{};   ///< packages that need each other, each the next, the last the first
    std::vector<package_id> missing{};  ///< named as needed, but not among the packages

    friend bool operator==(package_order const&, package_order const&) = default;
};

namespace detail {

/// Walks down from a package, what it needs first.
class package_walk {
public:
    explicit package_walk(std::vector<package> const& all) : all_(all), state_(all.size(), untouched) {}

    [[nodiscard]] package_order from(package_id const& wanted) {
        struct visit {
            std::size_t at, next;
        };
        std::vector<visit> path;
        auto const enter_package = [&](package_id const& id) {
            auto const at = find(id);
            if (!at) {
                note_missing(id);
            } else if (state_[*at] == untouched) {
                state_[*at] = on_path;
                path.push_back({*at, 0});
            } else if (state_[*at] == on_path && found_.circle.empty()) {
                std::size_t first = 0;
                while (path[first].at != *at) ++first;
                for (; first < path.size(); ++first) found_.circle.push_back(all_[path[first].at].id);
            }
        };
        enter_package(wanted);
        while (!path.empty()) {
            auto const at = path.back().at;
            auto const next = path.back().next++;
            auto const& each = all_[at];
            if (next < each.prerequisites.size()) {
                enter_package(each.prerequisites[next]);
            } else if (next < each.prerequisites.size() + each.parts.size()) {
                enter_package(each.parts[next - each.prerequisites.size()]);
            } else {
                state_[at] = done;
                found_.order.push_back(each.id);
                path.pop_back();
            }
        }
        if (!found_.circle.empty()) found_.order.clear();
        return found_;
    }

private:
    enum mark : unsigned char { untouched, on_path, done };

    [[nodiscard]] std::optional<std::size_t> find(package_id const& id) const noexcept {
        for (std::size_t n = 0; n < all_.size(); ++n) {
            if (all_[n].id == id) return n;
        }
        return std::nullopt;
    }
    void note_missing(package_id const& id) {
        for (auto const& each : found_.missing) {
            if (each == id) return;
        }
        found_.missing.push_back(id);
    }

    std::vector<package> const& all_;
    std::vector<mark> state_;
    package_order found_;
};

}  // namespace detail

/// The order in which a package, its parts and all that they need can be transferred: prerequisites first, then parts, then
/// the whole. A circle is given instead where packages need each other. Complexity: packages x links.
[[nodiscard]] inline package_order order_of_transfer(std::vector<package> const& all, package_id const& wanted) {
    return detail::package_walk(all).from(wanted);
}

}  // namespace v0
}  // namespace lienvien
