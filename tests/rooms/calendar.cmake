lienvien_add_unit(NAME calendar SOURCES calendar/days.test.cpp)
