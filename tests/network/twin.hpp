#pragma once

#include <lienvien/model/need.hpp>
#include <lienvien/model/network.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

/// The naive twin of a snapshot: slow and plain, written from what the headers promise, and sharing nothing with them but
/// the nouns and the three truth values. Dates are read from their text, day by day; facts that may hold are tried both ways.
namespace twin {

using namespace lienvien;

/// All days from 2005 to 2034 that a date may be: every asked day lies well inside.
class calendar_of_dates {
public:
    /// Has the date come by the end of `today`?
    static truth happened(partial_date const& date, sys_days today) {
        std::string const text = date.to_string();
        if (text == "always") return truth::yes;
        auto const& possible = days(text);
        bool const any_past = !possible.empty() && possible.front() <= today;
        bool const any_ahead = !possible.empty() && possible.back() > today;
        return any_past && any_ahead ? truth::unknown : any_past ? truth::yes : truth::no;
    }
    static std::vector<sys_days> const& days(std::string const& text) {
        static std::map<std::string, std::vector<sys_days>> known;
        auto const [at, added] = known.try_emplace(text);
        if (added) {
            for (sys_days each = sys_days(year_month_day(y(2005), m(1), d(1)));
                 each < sys_days(year_month_day(y(2035), m(1), d(1))); each += std::chrono::days(1)) {
                if (fits(text, each)) at->second.push_back(each);
            }
        }
        return at->second;
    }

private:
    static std::chrono::year y(int number) { return std::chrono::year(number); }
    static std::chrono::month m(unsigned number) { return std::chrono::month(number); }
    static std::chrono::day d(unsigned number) { return std::chrono::day(number); }
    static sys_days read_day(std::string const& text) {
        return sys_days(year_month_day(y(std::stoi(text.substr(0, 4))),
                                       m(static_cast<unsigned>(std::stoi(text.substr(5, 2)))),
                                       d(static_cast<unsigned>(std::stoi(text.substr(8, 2))))));
    }
    static bool fits(std::string text, sys_days candidate) {
        if (auto const at = text.find(" by "); at != std::string::npos) {
            if (candidate > read_day(text.substr(at + 4))) return false;
            text = text.substr(0, at);
        }
        if (auto const at = text.find(" since "); at != std::string::npos) {
            if (candidate < read_day(text.substr(at + 7))) return false;
            text = text.substr(0, at);
        }
        if (text == "unknown") return true;
        year_month_day const date(candidate);
        int const year = static_cast<int>(date.year());
        int first = 0;
        int last = 9;
        if (text.starts_with("early ")) last = 4, text = text.substr(6);
        if (text.starts_with("mid ")) first = 3, last = 6, text = text.substr(4);
        if (text.starts_with("late ")) first = 5, text = text.substr(5);
        if (text.back() == 's') {
            int const decade = std::stoi(text.substr(0, 4));
            return decade + first <= year && year <= decade + last;
        }
        if (text.substr(0, 4) != "XXXX" && std::stoi(text.substr(0, 4)) != year) return false;
        if (text.size() >= 7 && std::stoi(text.substr(5, 2)) != static_cast<int>(static_cast<unsigned>(date.month())))
            return false;
        return text.size() < 10 || std::stoi(text.substr(8, 2)) == static_cast<int>(static_cast<unsigned>(date.day()));
    }
};

inline truth all_of(std::vector<truth> const& parts) {
    truth result = truth::yes;
    for (truth const each : parts) {
        if (each == truth::no) return truth::no;
        if (each == truth::unknown) result = truth::unknown;
    }
    return result;
}
inline truth any_of(std::vector<truth> const& parts) {
    truth result = truth::no;
    for (truth const each : parts) {
        if (each == truth::yes) return truth::yes;
        if (each == truth::unknown) result = truth::unknown;
    }
    return result;
}
inline truth contrary(truth a) { return a == truth::yes ? truth::no : a == truth::no ? truth::yes : truth::unknown; }

struct world {
    network const& written;
    sys_days today;
    sys_days known_on;

    bool known(source const& origin) const { return !origin.known_since || *origin.known_since <= known_on; }
    truth holds(validity const& when) const {
        truth const begun = calendar_of_dates::happened(when.from, today);
        return when.until ? all_of({begun, contrary(calendar_of_dates::happened(*when.until, today))}) : begun;
    }
    bool exists(institution_id const& id) const {
        return std::any_of(written.institutions.begin(), written.institutions.end(),
                           [&](auto const& each) { return each.id == id; });
    }
    institution const& institution_called(institution_id const& id) const {
        return *std::find_if(written.institutions.begin(), written.institutions.end(),
                             [&](auto const& each) { return each.id == id; });
    }

    /// Who answers to a name today: the last heir, unless the way there runs in a circle.
    std::optional<institution_id> answers_to(institution_id const& id) const {
        if (!exists(id)) return std::nullopt;
        std::set<institution_id> seen;
        institution_id now = id;
        for (;;) {
            if (!seen.insert(now).second) return id;
            std::optional<institution_id> heir;
            for (auto const& each : written.successions) {
                if (each.predecessor != now || !known(each.source)) continue;
                if (each.kind == succession_kind::split || each.kind == succession_kind::not_known) continue;
                if (calendar_of_dates::happened(each.on, today) == truth::yes) heir = each.successor;
            }
            if (!heir || !exists(*heir)) return now;
            now = *heir;
        }
    }

    /// What facts say together: a value where one surely says it and none that may hold says another.
    template <class Value>
    std::optional<Value> settle(std::vector<std::pair<Value, truth>> const& said) const {
        std::optional<Value> sure;
        for (auto const& [value, holds_today] : said) {
            if (holds_today == truth::yes) sure = value;
        }
        for (auto const& [value, holds_today] : said) {
            if (sure && holds_today != truth::no && value != *sure) return std::nullopt;
        }
        return sure;
    }
    technical_level level(institution_id const& site) const {
        std::vector<std::pair<technical_level, truth>> said;
        for (auto const& each : written.gradings) {
            if (each.institution == site && known(each.source) && each.level != technical_level::not_known)
                said.emplace_back(each.level, holds(each.valid));
        }
        return settle(said).value_or(technical_level::not_known);
    }
    legacy_tier tier(institution_id const& site) const {
        std::vector<std::pair<legacy_tier, truth>> said;
        for (auto const& each : written.legacy_standings) {
            if (each.institution == site && known(each.source) && each.tier != legacy_tier::not_known)
                said.emplace_back(each.tier, holds(each.valid));
        }
        return settle(said).value_or(legacy_tier::not_known);
    }
    std::optional<beds> free_beds(institution_id const& site) const {
        std::vector<std::pair<beds, truth>> said;
        for (auto const& each : written.capacities) {
            if (each.institution == site && known(each.source) && each.free)
                said.emplace_back(*each.free, holds(each.valid));
        }
        return settle(said);
    }
    std::optional<minutes_of_travel> travel(institution_id const& from, institution_id const& to) const {
        std::vector<std::pair<minutes_of_travel, truth>> said;
        for (auto const& each : written.travels) {
            if (each.from == from && each.to == to && known(each.source))
                said.emplace_back(each.minutes, holds(each.valid));
        }
        return settle(said);
    }
    truth accredited(institution_id const& site, field_id const& field) const {
        std::vector<truth> said;
        for (auto const& each : written.accreditations) {
            if (each.institution == site && each.field == field && known(each.source))
                said.push_back(holds(each.valid));
        }
        for (auto const& list : written.accreditation_lists) {
            if (list.institution != site || !known(list.source)) continue;
            truth const now = holds(list.valid);
            bool const listed = std::find(list.fields.begin(), list.fields.end(), field) != list.fields.end();
            if (listed && now != truth::no) said.push_back(now);
            if (!listed && now == truth::yes) said.push_back(truth::no);
        }
        return said.empty() ? truth::unknown : any_of(said);
    }
    truth insurance_contracted(institution_id const& site) const {
        std::vector<std::pair<truth, truth>> said;
        for (auto const& each : written.insurance_contracts) {
            if (each.institution == site && known(each.source) && each.held != truth::unknown)
                said.emplace_back(each.held, holds(each.valid));
        }
        return settle(said).value_or(truth::unknown);
    }
    truth stands_in(institution_id const& site, std::optional<province_id> const& wanted) const {
        auto const& province = institution_called(site).place.province;
        return !province || !wanted ? truth::unknown : *province == *wanted ? truth::yes : truth::no;
    }
    truth same_province(patient_need const& need, institution_id const& receiver) const {
        auto const origin = answers_to(need.origin);
        return origin ? stands_in(receiver, institution_called(*origin).place.province) : truth::unknown;
    }
    truth operates(institution_id const& site) const {
        std::vector<std::pair<operation_status, truth>> said;
        for (auto const& each : institution_called(site).operations) {
            if (known(each.source) && each.status != operation_status::not_known)
                said.emplace_back(each.status, holds(each.valid));
        }
        auto const status = settle(said);
        bool const ruled_out = !said.empty() && std::all_of(said.begin(), said.end(),
                                                            [](auto const& each) { return each.second == truth::no; });
        truth const works = ruled_out                                ? truth::no
                            : !status                                ? truth::unknown
                            : *status == operation_status::operating ? truth::yes
                                                                     : truth::no;
        std::vector<truth> licences;
        for (auto const& each : written.licences) {
            if (each.institution == site && known(each.source)) licences.push_back(holds(each.valid));
        }
        return all_of({works, licences.empty() ? truth::yes : any_of(licences)});
    }

    /// The ties upwards of a site: wholes, and chains where these count.
    std::vector<std::pair<institution_id, truth>> above(institution_id const& site, bool chains) const {
        std::vector<std::pair<institution_id, truth>> found;
        auto const add = [&](institution_id const& member, institution_id const& hub, auto const& fact) {
            if (member != site || !known(fact.source)) return;
            if (auto const heir = answers_to(hub)) found.emplace_back(*heir, holds(fact.valid));
        };
        for (auto const& each : written.memberships) add(each.part, each.whole, each);
        for (auto const& each : written.affiliations) {
            if (chains && each.kind == affiliation_kind::outlet) add(each.member, each.hub, each);
        }
        return found;
    }
    truth reaches(institution_id const& from, institution_id const& to, bool chains,
                  std::set<institution_id> on_the_way = {}) const {
        if (from == to) return truth::yes;
        if (!on_the_way.insert(from).second) return truth::no;
        std::vector<truth> ways;
        for (auto const& [next, tie] : above(from, chains))
            ways.push_back(all_of({tie, reaches(next, to, chains, on_the_way)}));
        return any_of(ways);
    }
    truth acts_for(institution_id const& who, institution_id const& whom) const { return reaches(who, whom, true); }
    truth same_house(institution_id const& a, institution_id const& b) const {
        std::vector<truth> ways;
        for (auto const& each : written.institutions)
            ways.push_back(all_of({reaches(a, each.id, false), reaches(b, each.id, false)}));
        return any_of(ways);
    }

    /// Does the site itself perform it? Every way in which the facts that are open may turn out is tried.
    struct site_of_technique {
        truth performs;
        bool written;
    };
    site_of_technique own(institution_id const& site, technique_id const& technique) const {
        enum class part : std::uint8_t { absent, performs, does_not, listed, complete };
        std::vector<std::vector<part>> open;  // what each fact may turn out to say
        bool capability_written = false;
        bool named = false;
        for (auto const& each : written.capabilities) {
            if (each.site != site || each.technique != technique || !known(each.source)) continue;
            capability_written = named = true;
            std::vector<part> ways;
            truth const now = holds(each.valid);
            bool const alone =
                each.stage == stage::accepted || each.stage == stage::monitored || each.stage == stage::replicating;
            if (now != truth::yes) ways.push_back(part::absent);
            if (now != truth::no && (alone || each.stage == stage::not_known)) ways.push_back(part::performs);
            if (now != truth::no && !alone) ways.push_back(part::does_not);
            open.push_back(ways);
        }
        std::optional<field_id> field;
        for (auto const& each : written.techniques) {
            if (each.id == technique) field = each.field;
        }
        for (auto const& each : written.technique_lists) {
            if (each.site != site || !known(each.source)) continue;
            truth const now = holds(each.valid);
            bool const lists =
                std::find(each.techniques.begin(), each.techniques.end(), technique) != each.techniques.end();
            bool const complete = !each.field || (field && *each.field == *field);
            named = named || (lists && now != truth::no);
            std::vector<part> ways;
            if (now != truth::yes) ways.push_back(part::absent);
            if (now != truth::no) ways.push_back(lists ? part::listed : complete ? part::complete : part::absent);
            open.push_back(ways);
        }
        std::set<truth> results;
        std::vector<part> chosen(open.size(), part::absent);
        auto const judge = [&] {
            auto const has = [&](part wanted) {
                return std::find(chosen.begin(), chosen.end(), wanted) != chosen.end();
            };
            if (has(part::performs) && has(part::does_not)) return truth::unknown;
            if (has(part::performs)) return truth::yes;
            if (has(part::does_not)) return truth::no;
            if (has(part::listed)) return truth::yes;
            return capability_written || has(part::complete) ? truth::no : truth::unknown;
        };
        auto const try_all = [&](auto const& self, std::size_t at) -> void {
            if (at == open.size()) {
                results.insert(judge());
                return;
            }
            for (part const way : open[at]) {
                chosen[at] = way;
                self(self, at + 1);
            }
        };
        try_all(try_all, 0);
        return {results.size() == 1 ? *results.begin() : truth::unknown, named};
    }
    truth performs(institution_id const& site, technique_id const& technique, std::set<institution_id> on_the_way = {},
                   bool at_top = true) const {
        on_the_way.insert(site);
        auto const here = own(site, technique);
        std::vector<truth> ways{at_top || here.written ? here.performs : truth::no};
        for (auto const& each : written.memberships) {
            if (!known(each.source) || answers_to(each.whole) != site || !exists(each.part) ||
                on_the_way.contains(each.part))
                continue;
            ways.push_back(
                all_of({holds(each.valid), operates(each.part), performs(each.part, technique, on_the_way, false)}));
        }
        return any_of(ways);
    }

    static truth binds(agreement_status status) {
        if (status == agreement_status::not_known) return truth::unknown;
        return status == agreement_status::signed_ || status == agreement_status::operating ? truth::yes : truth::no;
    }
    truth in_force(agreement const& which) const {
        if (!known(which.source)) return truth::no;
        validity when = which.in_force;
        if (when.from.to_string() == "unknown") {
            std::set<std::string> signings;
            for (auto const& each : which.signed_on.stated) {
                if (known(each.source)) signings.insert(each.value.to_string());
            }
            if (signings.size() == 1) when.from = *partial_date::parse(*signings.begin());
        }
        return all_of({binds(which.status), holds(when)});
    }

    bool package_holds(package_id const& id, technique_id const& wanted, std::set<package_id> seen = {}) const {
        if (!seen.insert(id).second) return false;
        for (auto const& each : written.packages) {
            if (each.id != id) continue;
            for (auto const& one : each.techniques) {
                if (one == wanted) return true;
            }
            for (auto const& part : each.parts) {
                if (package_holds(part, wanted, seen)) return true;
            }
        }
        return false;
    }
    truth in_scope(agreement const& under, clause const& part, patient_need const& need) const {
        std::vector<truth> limits;
        auto const& fields = part.fields.empty() ? under.fields : part.fields;
        if (!fields.empty()) {
            limits.push_back(!need.field                                                            ? truth::unknown
                             : std::find(fields.begin(), fields.end(), *need.field) != fields.end() ? truth::yes
                                                                                                    : truth::no);
        }
        bool const own_limits = !part.techniques.empty() || !part.packages.empty();
        auto const& techniques = own_limits ? part.techniques : under.techniques;
        if (own_limits || !techniques.empty()) {
            if (need.techniques.empty()) limits.push_back(truth::unknown);
            for (auto const& wanted : need.techniques) {
                bool within = std::find(techniques.begin(), techniques.end(), wanted) != techniques.end();
                for (auto const& id : part.packages) within = within || package_holds(id, wanted);
                limits.push_back(within ? truth::yes : truth::no);
            }
        }
        return all_of(limits);
    }
    static truth carries(activity what, urgency how_soon) {
        switch (what) {
            case activity::patient_transfer:
                return truth::yes;
            case activity::emergency_linkage:
                return how_soon == urgency::not_known   ? truth::unknown
                       : how_soon == urgency::emergency ? truth::yes
                                                        : truth::no;
            case activity::joint_care:
                return how_soon == urgency::not_known ? truth::unknown
                       : how_soon == urgency::routine ? truth::no
                                                      : truth::yes;
            default:
                return truth::no;
        }
    }
    /// Does an agreement in force carry the patient from where he is to the receiver?
    truth agreement_accepts(patient_need const& need, institution_id const& receiver) const {
        auto const origin = answers_to(need.origin);
        if (!origin) return truth::no;
        auto const takes_part = [](party const& each) {
            return each.role != party_role::authority && each.role != party_role::funds &&
                   each.role != party_role::witness;
        };
        std::vector<truth> ways;
        for (auto const& under : written.agreements) {
            for (auto const& part : under.clauses) {
                if (!known(part.source)) continue;
                for (auto const& sender : under.parties) {
                    for (auto const& taker : under.parties) {
                        auto const from = answers_to(sender.institution);
                        auto const to = answers_to(taker.institution);
                        if (!from || !to || *from == *to || !takes_part(taker)) continue;
                        if (part.from ? answers_to(*part.from) != from : !takes_part(sender)) continue;
                        if (part.to && answers_to(*part.to) != to) continue;
                        truth const status =
                            part.status == agreement_status::not_known ? truth::yes : binds(part.status);
                        ways.push_back(
                            all_of({in_force(under), status, carries(part.activity, need.urgency),
                                    in_scope(under, part, need), acts_for(*origin, *from), acts_for(receiver, *to)}));
                    }
                }
            }
        }
        return any_of(ways);
    }
    truth performs_all(institution_id const& site, patient_need const& need) const {
        std::vector<truth> parts;
        if (need.techniques.empty()) parts.push_back(truth::unknown);
        for (auto const& wanted : need.techniques) {
            bool const named = std::any_of(written.techniques.begin(), written.techniques.end(),
                                           [&](auto const& each) { return each.id == wanted; });
            parts.push_back(named ? performs(site, wanted) : truth::unknown);
        }
        return all_of(parts);
    }
    /// Does a working adjacent upper facility perform everything? Unknown where no line of referral surely holds.
    truth adjacent_upper_holds(patient_need const& need) const {
        auto const origin = answers_to(need.origin);
        if (!origin) return truth::unknown;
        std::vector<truth> ways;
        bool written_down = false;
        for (auto const& each : written.affiliations) {
            if (each.kind != affiliation_kind::referral_line || each.member != *origin || !known(each.source)) continue;
            auto const upper = answers_to(each.hub);
            if (!upper) continue;
            truth const line = holds(each.valid);
            written_down = written_down || line == truth::yes;
            ways.push_back(all_of({line, operates(*upper), performs_all(*upper, need)}));
        }
        truth const found = any_of(ways);
        return found == truth::yes || written_down ? found : truth::unknown;
    }
    truth in_crisis() const {
        std::vector<truth> said;
        for (auto const& each : written.regimes) {
            if (each.kind == regime_kind::crisis && known(each.source)) said.push_back(holds(each.valid));
        }
        return any_of(said);
    }
};

}  // namespace twin
