lienvien_add_unit(NAME lifecycle.staff SOURCES lifecycle/staff.test.cpp)
lienvien_add_property(NAME lifecycle.staff SOURCES lifecycle/staff.property.cpp OPTIMISED LABELS differential)
