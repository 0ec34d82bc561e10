// expect: no matching (constructor|function)
#include <lienvien/lifecycle/certificate_terms.hpp>

using namespace lienvien;

#ifdef EXPECT_ERROR
constexpr certificate_terms terms(month_end::last_of_month, last_valid_day::day_before, renewal_start::at_issue);
#else
constexpr certificate_terms terms(month_end::last_of_month, last_valid_day::day_before, renewal_start::at_issue,
                                  std::chrono::days(30));
#endif
