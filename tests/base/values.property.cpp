// Properties of identities, measures and codes on texts and numbers that nobody chose.
#include <lienvien/base/measure.hpp>
#include <lienvien/model/icd10.hpp>
#include <lienvien/model/ids.hpp>

#include <support/rapidcheck.hpp>

#include <optional>
#include <string>

using namespace lienvien;

namespace {

rc::Gen<std::string> text_of(std::string letters) {
    return rc::gen::container<std::string>(rc::gen::elementOf(std::move(letters)));
}

// A refusal lies at a place in the text or at its end, and quotes the text.
template <class Value>
bool is_refused_with_place(result<Value> const& read, std::string const& text) {
    return !read.has_value() && read.error().position <= text.size() && read.error().subject == text;
}

// Decimal digits as a number of parts, by arithmetic on the text alone.
std::optional<std::string> shifted(std::string text, std::size_t decimals) {
    std::string sign;
    if (!text.empty() && text[0] == '-') sign = "-", text.erase(0, 1);
    auto const point = text.find('.');
    std::string const whole = text.substr(0, point);
    std::string part = point == std::string::npos ? "" : text.substr(point + 1);
    if (whole.empty() || (point != std::string::npos && part.empty())) return std::nullopt;
    if ((whole + part).find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
    while (part.size() > decimals && part.back() == '0') part.pop_back();
    if (part.size() > decimals) return std::nullopt;
    part.resize(decimals, '0');
    std::string digits = whole + part;
    auto const zeros = digits.find_first_not_of('0');
    return zeros == std::string::npos ? "0" : sign + digits.substr(zeros);
}
template <class Measure>
bool is_read_exactly(std::string const& text, std::size_t decimals) {
    using unit = typename Measure::unit;
    auto const read = Measure::parse(text);
    auto const expected = shifted(text, decimals);
    if (read) {
        return expected && std::to_string(read->count()) == *expected && Measure::parse(read->to_string()) == read &&
               Measure::checked(read->count()) == read;
    }
    if (!is_refused_with_place(read, text)) return false;
    bool const outside = read.error().code == errc::out_of_range;
    if (!outside || !expected) return outside || !expected;
    auto const limit = std::to_string((*expected)[0] == '-' ? unit::least * unit::parts : unit::most * unit::parts);
    return limit == "0" || expected->size() > limit.size() || (expected->size() == limit.size() && *expected > limit);
}

}  // namespace

TEST_CASE("any text is an identity or is refused with a place") {
    rc::prop("letters of an identity and some others", [] {
        std::string const text = *text_of("abz019AZ.-_ /\xC3");
        auto const id = institution_id::parse(text);
        RC_ASSERT(id.has_value() == institution_id::is_well_formed(text));
        if (id) {
            RC_ASSERT(id->view() == text);
        } else {
            RC_ASSERT(is_refused_with_place(id, text));
            auto const kept = text.substr(0, id.error().position);
            // What stands before the fault could begin an identity.
            RC_ASSERT(kept.empty() || institution_id::is_well_formed(kept.substr(0, 30) + "a"));
        }
        RC_ASSERT(technique_id::parse(text).has_value() || !id);  // capitals only add identities
    });
    rc::prop("identities are ordered as their texts", [] {
        auto const one = institution_id::parse(*text_of("ab0"));
        auto const other = institution_id::parse(*text_of("ab0"));
        RC_PRE(one.has_value() && other.has_value());
        RC_ASSERT((*one < *other) == (one->view() < other->view()));
        RC_ASSERT((*one == *other) == (one->view() == other->view()));
    });
    rc::prop("bytes of any kind", [](std::string const& text) {
        RC_ASSERT(institution_id::parse(text).has_value() == institution_id::is_well_formed(text));
    });
}

TEST_CASE("any text is a measure, exactly, or is refused with a place") {
    rc::prop("digits, points and signs", [] {
        std::string const text = *text_of("00112599.-");
        RC_ASSERT(is_read_exactly<beds>(text, 0) && is_read_exactly<people>(text, 0));
        RC_ASSERT(is_read_exactly<credit_hours>(text, 1) && is_read_exactly<grading_score>(text, 2) &&
                  is_read_exactly<latitude>(text, 5));
    });
    rc::prop("numbers about the range", [] {
        std::string text =
            std::to_string(*rc::gen::inRange(-200, 200)) + "." + std::to_string(*rc::gen::inRange(0, 1'000));
        RC_ASSERT(is_read_exactly<grading_score>(text, 2) && is_read_exactly<longitude>(text, 5));
    });
    rc::prop("every number of parts in range is written and read back", [] {
        auto const parts = *rc::gen::inRange<std::int64_t>(-9'000'000, 9'000'001);
        RC_ASSERT(latitude::parse(latitude::of_parts(parts).to_string()) ==
                  result<latitude>(latitude::of_parts(parts)));
        RC_ASSERT(beds::checked(parts).has_value() == (parts >= 0 && parts <= 1'000'000));
    });
    rc::prop("bytes of any kind", [](std::string const& text) { RC_ASSERT(is_read_exactly<grading_score>(text, 2)); });
}

TEST_CASE("sums of measures are those of their numbers") {
    rc::prop("people", [] {
        auto const a = *rc::gen::inRange<std::int64_t>(0, 5'000'000'000);
        auto const b = *rc::gen::inRange<std::int64_t>(0, 5'000'000'000);
        RC_ASSERT((people(a) + people(b)).count() == a + b);
        RC_ASSERT(people(a) + people(b) - people(b) == people(a));
        RC_ASSERT((people(a) < people(b)) == (a < b));
    });
}

TEST_CASE("any text is an ICD-10 code or is refused with a place") {
    rc::prop("letters, digits and points", [] {
        std::string const text = *text_of("AZ019.a");
        auto const code = icd10_code::parse(text);
        RC_ASSERT(code.has_value() == icd10_code::is_well_formed(text));
        if (code) {
            RC_ASSERT(code->view() == text);
            RC_ASSERT(code->is_within(*code) && code->is_within(code->category()));
        } else {
            RC_ASSERT(is_refused_with_place(code, text));
        }
    });
    rc::prop("codes", [] {
        auto const digit = [] { return std::to_string(*rc::gen::inRange(0, 10)); };
        std::string text = std::string(1, *rc::gen::inRange('A', static_cast<char>('Z' + 1))) + digit() + digit();
        RC_ASSERT(icd10_code::parse(text).has_value());
        RC_ASSERT(icd10_code::parse(text + ".").error().position == 4);
        RC_ASSERT(icd10_code::parse(text + "." + digit()).has_value());
        RC_ASSERT(icd10_code::parse(text + "." + digit() + digit()).has_value());
        RC_ASSERT(icd10_code::parse(text + "." + digit() + digit() + digit()).error().position == 6);
        RC_ASSERT(icd10_code::parse(text + digit()).error().position == 3);
    });
}
