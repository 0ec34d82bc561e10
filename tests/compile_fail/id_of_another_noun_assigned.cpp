// expect: technique_tag
// The message names both nouns.
#include <lienvien/model/ids.hpp>

using namespace lienvien;
using namespace lienvien::literals;

#ifdef EXPECT_ERROR
institution_id const where = "pci"_technique;
#else
institution_id const where = "pci"_institution;
#endif
