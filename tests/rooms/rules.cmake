lienvien_add_unit(NAME rules SOURCES rules/rules.test.cpp)
lienvien_add_property(NAME rules.readers SOURCES rules/readers.property.cpp OPTIMISED LABELS differential explain)
find_package(Threads REQUIRED)
target_link_libraries(unit.rules PRIVATE Threads::Threads)
