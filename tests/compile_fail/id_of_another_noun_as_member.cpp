// expect: package_tag
#include <lienvien/model/capability.hpp>

using namespace lienvien;
using namespace lienvien::literals;

#ifdef EXPECT_ERROR
capability const c{.site = "k"_institution, .technique = "pci"_package};
#else
capability const c{.site = "k"_institution, .technique = "pci"_technique};
#endif
