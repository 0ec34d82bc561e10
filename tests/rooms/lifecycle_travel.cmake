lienvien_add_unit(NAME lifecycle.travel SOURCES lifecycle/travel.test.cpp)
lienvien_add_property(NAME lifecycle.travel SOURCES lifecycle/travel.property.cpp OPTIMISED LABELS differential)
