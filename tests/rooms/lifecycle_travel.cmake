lienvien_add_unit(NAME lifecycle.travel SOURCES lifecycle/travel.test.cpp)
lienvien_add_property(NAME lifecycle.travel SOURCES lifecycle/travel.property.cpp OPTIMISED LABELS differential)
lienvien_add_property(NAME lifecycle.reach SOURCES lifecycle/reach.property.cpp LABELS differential)
