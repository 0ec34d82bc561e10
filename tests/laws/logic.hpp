#pragma once

#include <lienvien/base/truth.hpp>

#include <laws/law.hpp>
#include <string_view>

namespace laws {

inline constexpr lienvien::truth truths[] = {lienvien::truth::no, lienvien::truth::unknown, lienvien::truth::yes};

/// The strong logic of Kleene: a distributive lattice with an involution, in which unknown stays possible.
constexpr std::string_view kleene() {
    using namespace lienvien;
    for (truth const a : truths) {
        if ((!!a) != a) return "not not a is a";
        if ((a & a) != a || (a | a) != a) return "and, or are idempotent";
        if ((a & truth::yes) != a || (a | truth::no) != a) return "yes and no are neutral";
        if ((a & truth::no) != truth::no || (a | truth::yes) != truth::yes) return "no and yes absorb";
        for (truth const b : truths) {
            if ((a & b) != (b & a) || (a | b) != (b | a)) return "and, or commute";
            if ((!(a & b)) != ((!a) | (!b)) || (!(a | b)) != ((!a) & (!b))) return "De Morgan";
            if ((a & (a | b)) != a || (a | (a & b)) != a) return "and, or absorb each other";
            if (((a & (!a)) | (b | (!b))) != (b | (!b))) return "a contradiction implies every tautology";
            for (truth const c : truths) {
                if (((a & b) & c) != (a & (b & c)) || ((a | b) | c) != (a | (b | c))) return "and, or associate";
                if ((a & (b | c)) != ((a & b) | (a & c))) return "and distributes over or";
                if ((a | (b & c)) != ((a | b) & (a | c))) return "or distributes over and";
            }
        }
    }
    return kept;
}

/// An operation never takes back what it said when an unknown becomes known, and it is unknown only when the unknowns
/// that it was given could still turn it.
template <class Operation>
constexpr std::string_view best_of_three_values(Operation operation) {
    using namespace lienvien;
    for (truth const a : truths) {
        for (truth const b : truths) {
            for (truth const c : truths) {
                bool can_be_yes = false;
                bool can_be_no = false;
                for (truth const x : {truth::no, truth::yes}) {
                    for (truth const y : {truth::no, truth::yes}) {
                        for (truth const z : {truth::no, truth::yes}) {
                            if (!refines(x, a) || !refines(y, b) || !refines(z, c)) continue;
                            truth const known = operation(x, y, z);
                            if (is_unknown(known)) return "of known operands the result is known";
                            if (!refines(known, operation(a, b, c))) return "what is known stays so";
                            (is_yes(known) ? can_be_yes : can_be_no) = true;
                        }
                    }
                }
                if (is_unknown(operation(a, b, c)) != (can_be_yes && can_be_no))
                    return "unknown only when it could turn";
            }
        }
    }
    return kept;
}

}  // namespace laws
