// Everything but the windows, and one answer with its reasons.
#include <lienvien/lienvien.hpp>

using namespace lienvien;

bool has_reasons(network const& all, year_month_day date, patient_need const& need, institution_id const& receiver) {
    auto const today = as_of(all, date);
    return why(decide(today, vietnam::transfer_between_facilities, need), receiver).has_value();
}
