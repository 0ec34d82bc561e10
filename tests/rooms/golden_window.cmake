lienvien_add_unit(NAME golden_window SOURCES rules/golden_window.test.cpp)
lienvien_add_property(NAME golden_window SOURCES rules/golden_window.property.cpp OPTIMISED LABELS differential)
