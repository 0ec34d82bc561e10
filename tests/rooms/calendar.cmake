lienvien_add_unit(NAME calendar SOURCES calendar/lunar.test.cpp calendar/days.test.cpp calendar/meetings.test.cpp)
lienvien_add_property(NAME calendar SOURCES calendar/calendar.property.cpp OPTIMISED LABELS calendar)
