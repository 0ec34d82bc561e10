#pragma once

#include <cstdint>

/// Names of the nouns, for headers that only pass them on. No constraints, no definitions.
namespace lienvien {
inline namespace v0 {

enum class truth : std::int8_t;
enum class language : std::uint8_t;
enum class errc : std::uint8_t;
enum class severity : std::uint8_t;

struct label;
struct text;
struct error;
struct source;
struct validity;
struct finding;
class findings;
class period;
class partial_date;
class remark;
template <class T>
class result;
template <class Tag>
class basic_id;
template <class Unit>
class measure;

struct institution;
struct membership;
struct affiliation;
struct succession;
struct grading;
struct legacy_standing;
struct licence;
struct accreditation;
struct accreditation_list;
struct insurance_contract;
struct capacity;
struct staffing;
struct equipment;
struct travel;
struct field;
struct technique;
struct package;
struct capability;
struct technique_list;
struct agreement;
struct commitment;
struct clause;
struct person;
struct role_holding;
struct team;
struct programme;
struct certificate;
struct transfer;
struct rotation;
struct consultation;
struct recognition;
struct indicator;
struct figure;
struct regime;
struct patient_need;
struct referral;
struct waiver;
struct network;

class snapshot;

}  // namespace v0
}  // namespace lienvien
