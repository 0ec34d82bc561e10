// expect: LIENVIEN-E005: an ICD-10 code
#include <lienvien/model/icd10.hpp>

using namespace lienvien;
using namespace lienvien::literals;

#ifdef EXPECT_ERROR
constexpr auto stroke = "I639"_icd10;
#else
constexpr auto stroke = "I63.9"_icd10;
#endif
