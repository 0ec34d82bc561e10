#pragma once

#include <lienvien/validate/kinship.hpp>
#include <lienvien/validate/report.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lienvien {
inline namespace v0 {
namespace detail {

/// Is the institution a party, or does it act for one as a part, an outlet, a daughter, an heir or a forebear?
[[nodiscard]] inline bool stands_in(agreement const& noun, institution_id const& who, kinship const& kin) {
    for (auto const& side : noun.parties) {
        if (side.institution == who) return true;
    }
    for (auto const& side : noun.parties) {
        if (kin.acts_for(who, side.institution)) return true;
    }
    return false;
}

/// What is wrong inside one agreement.
class agreement_check {
public:
    agreement_check(agreement const& noun, std::size_t number, kinship const& kin, report& found)
        : noun_(noun), number_(number), kin_(kin), found_(found) {}

    void parties() {
        std::size_t different = 0;
        for (std::size_t p = 0; p < noun_.parties.size(); ++p) {
            auto const& who = noun_.parties[p].institution;
            std::size_t first = 0;
            while (noun_.parties[first].institution != who) ++first;
            if (first == p) {
                ++different;
                continue;
            }
            add("party-twice", severity::warning, place_of("agreements", number_, "parties", p),
                both({"“", who.view(), "” được ghi là một bên hai lần"},
                     {"“", who.view(), "” is named as a party twice"}));
        }
        if (different >= 2) return;
        std::string const number = std::to_string(different);
        add("too-few-parties", is_yes(binds(noun_.status)) ? severity::error : severity::warning,
            place_of("agreements", number_, "parties"),
            both({"thỏa thuận có ", number, " bên; cần ít nhất hai"},
                 {"different parties: ", number, "; an agreement takes two"}));
    }

    void clauses() {
        for (std::size_t c = 0; c < noun_.clauses.size(); ++c) {
            auto const& each = noun_.clauses[c];
            if (each.from) takes_part(*each.from, "clauses", c, "/from");
            if (each.to) takes_part(*each.to, "clauses", c, "/to");
            if (each.from && each.from == each.to) to_itself(*each.from, "clauses", c);
            not_firmer(each.status, "clauses", c);
        }
        for (std::size_t c = 0; c < noun_.commitments.size(); ++c) {
            auto const& each = noun_.commitments[c];
            takes_part(each.debtor, "commitments", c, "/debtor");
            takes_part(each.creditor, "commitments", c, "/creditor");
            if (each.debtor == each.creditor) to_itself(each.debtor, "commitments", c);
            not_firmer(each.status, "commitments", c);
        }
    }

    void status() {
        if (noun_.status == agreement_status::signed_ && noun_.signed_on.empty()) {
            add("signed-without-date", severity::note, place_of("agreements", number_),
                {"ghi là đã ký nhưng không có ngày ký", "it is signed, but no date of signature is given"});
        }
        if (noun_.status == agreement_status::ended && !noun_.in_force.until) {
            add("ended-without-end", severity::warning, place_of("agreements", number_, "in_force"),
                {"ghi là đã kết thúc nhưng thời hạn không có ngày kết thúc, nên vẫn bị coi là còn hiệu lực",
                 "it has ended, but its period states no end, so that it is still taken to be in force"});
        }
    }

private:
    void add(std::string_view code, severity weight, std::string place, text message) {
        found_.add(finding_code::checked(code), weight, subject_of(noun_), std::move(place), std::move(message));
    }
    // A place is put into words only where something is found there.
    void takes_part(institution_id const& who, std::string_view list, std::size_t number, std::string_view member) {
        if (stands_in(noun_, who, kin_)) return;
        add("not-a-party", severity::error, joined({place_of("agreements", number_, list, number), member}),
            both({"“", who.view(), "” không phải là một bên của thỏa thuận"},
                 {"“", who.view(), "” is not a party to the agreement"}));
    }
    void to_itself(institution_id const& who, std::string_view list, std::size_t number) {
        add("to-itself", severity::error, place_of("agreements", number_, list, number),
            both({"cả hai phía đều là “", who.view(), "”"}, {"both sides are “", who.view(), "”"}));
    }
    void not_firmer(agreement_status inner, std::string_view list, std::size_t number) {
        if (!is_yes(binds(inner)) || !is_no(binds(noun_.status))) return;
        add("firmer-than-agreement", severity::warning,
            joined({place_of("agreements", number_, list, number), "/status"}),
            both({"ghi là ", label_of(inner).vi, ", trong khi cả thỏa thuận ", label_of(noun_.status).vi},
                 {"it is ", label_of(inner).en, ", while the agreement as a whole is ", label_of(noun_.status).en}));
    }

    agreement const& noun_;
    std::size_t number_;
    kinship const& kin_;
    report& found_;
};

/// An agreement that came before must have been signed before, and no longer be in force where it was replaced.
inline void check_earlier(network const& all, directory const& known, std::size_t number, report& found) {
    auto const& noun = all.agreements[number];
    for (std::size_t e = 0; e < noun.earlier.size(); ++e) {
        auto const* before_it = known.get(noun.earlier[e].agreement);
        if (!before_it || before_it->id == noun.id) continue;
        auto const then = before_it->signed_on.settled(), now = noun.signed_on.settled();
        if (then && now && is_yes(before(*now, *then))) {
            std::string const early = then->to_string(), late = now->to_string();
            found.add(finding_code::checked("dates-out-of-order"), severity::error, subject_of(noun),
                      place_of("agreements", number, "earlier", e),
                      both({"thỏa thuận trước “", before_it->id.view(), "” được ký (", early, ") sau thỏa thuận này (",
                            late, ")"},
                           {"the earlier agreement “", before_it->id.view(), "” was signed (", early,
                            ") after this one (", late, ")"}));
        }
        bool const both_bind = is_yes(binds(noun.status)) && is_yes(binds(before_it->status));
        if (noun.earlier[e].link == agreement_link::replaces && both_bind &&
            is_yes(overlap(noun.in_force, before_it->in_force))) {
            text const old = words_of(before_it->in_force), young = words_of(noun.in_force);
            found.add(finding_code::checked("replaced-still-in-force"), severity::warning, subject_of(noun),
                      place_of("agreements", number, "earlier", e),
                      both({"thỏa thuận bị thay thế “", before_it->id.view(), "” vẫn còn hiệu lực (", old.vi,
                            ") cùng lúc với thỏa thuận này (", young.vi, ")"},
                           {"the replaced agreement “", before_it->id.view(), "” is still in force (", old.en,
                            ") at the same time as this one (", young.en, ")"}));
        }
    }
}

/// Work done under an agreement by institutions that are not parties to it, and work of an institution with itself.
inline void check_under_agreements(network const& all, directory const& known, kinship const& kin, report& found) {
    auto const under = [&](auto const& noun, std::string_view list, std::size_t n, institution_id const& who,
                           std::string_view member) {
        if (!noun.agreement) return;
        auto const* basis = known.get(*noun.agreement);
        if (!basis || stands_in(*basis, who, kin)) return;
        found.add(finding_code::checked("outside-agreement"), severity::warning, subject_of(noun),
                  place_of(list, n, member),
                  both({"“", who.view(), "” không phải là một bên của thỏa thuận “", basis->id.view(), "”"},
                       {"“", who.view(), "” is not a party to the agreement “", basis->id.view(), "”"}));
    };
    auto const itself = [&](auto const& noun, std::string_view list, std::size_t n, institution_id const& a,
                            institution_id const& b) {
        if (a != b) return;
        found.add(finding_code::checked("to-itself"), severity::error, subject_of(noun), place_of(list, n),
                  both({"cả hai phía đều là “", a.view(), "”"}, {"both sides are “", a.view(), "”"}));
    };
    for (std::size_t n = 0; n < all.programmes.size(); ++n) {
        under(all.programmes[n], "programmes", n, all.programmes[n].provider, "provider");
    }
    for (std::size_t n = 0; n < all.transfers.size(); ++n) {
        auto const& each = all.transfers[n];
        under(each, "transfers", n, each.giver, "giver");
        under(each, "transfers", n, each.recipient, "recipient");
        itself(each, "transfers", n, each.giver, each.recipient);
    }
    for (std::size_t n = 0; n < all.rotations.size(); ++n) {
        auto const& each = all.rotations[n];
        under(each, "rotations", n, each.home, "home");
        under(each, "rotations", n, each.host, "host");
        itself(each, "rotations", n, each.home, each.host);
    }
    for (std::size_t n = 0; n < all.consultations.size(); ++n) {
        auto const& each = all.consultations[n];
        for (auto const& who : each.parties) under(each, "consultations", n, who, "parties");
        std::size_t different = 0;
        for (std::size_t p = 0; p < each.parties.size(); ++p) {
            std::size_t first = 0;
            while (each.parties[first] != each.parties[p]) ++first;
            different += first == p ? 1u : 0u;
        }
        if (different >= 2) continue;
        std::string const number = std::to_string(different);
        found.add(finding_code::checked("too-few-parties"), severity::warning, subject_of(each),
                  place_of("consultations", n, "parties"),
                  both({"hội chẩn có ", number, " bên; cần ít nhất hai"},
                       {"different parties: ", number, "; a consultation takes two"}));
    }
}

inline void check_agreements(network const& all, directory const& known, kinship const& kin, report& found) {
    for (std::size_t n = 0; n < all.agreements.size(); ++n) {
        agreement_check check(all.agreements[n], n, kin, found);
        check.parties();
        check.clauses();
        check.status();
        check_earlier(all, known, n, found);
    }
    check_under_agreements(all, known, kin, found);
}

}  // namespace detail
}  // namespace v0
}  // namespace lienvien
