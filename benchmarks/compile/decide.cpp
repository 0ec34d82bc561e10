// One question: rules, the law of Viet Nam on transfers, and one answer.
#include <lienvien/law/vietnam/transfer.hpp>
#include <lienvien/rules/decide.hpp>

using namespace lienvien;

bool somebody_may_take(network const& all, year_month_day date, patient_need const& need) {
    auto const today = as_of(all, date);
    return !best(decide(today, vietnam::transfer_between_facilities, need), 1).empty();
}
