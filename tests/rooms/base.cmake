lienvien_add_unit(NAME base SOURCES base/values.test.cpp base/dates.test.cpp)
lienvien_add_property(NAME base SOURCES base/values.property.cpp base/dates.property.cpp)
