lienvien_add_unit(NAME laws SOURCES laws/laws.test.cpp laws/values.test.cpp)
