if(NOT TARGET lienvien::json)
    return()
endif()

# Reflection over every noun is compiled in two sources only: here, and in the random networks.
add_library(json_network OBJECT json/instances.cpp)
target_link_libraries(json_network PUBLIC lienvien::json)
lienvien_own_code(json_network)
add_library(json_random OBJECT json/random_network.cpp)
target_link_libraries(json_random PUBLIC lienvien::json)
lienvien_own_code(json_random)

lienvien_add_unit(NAME json
    SOURCES json/reflection.test.cpp json/reading.test.cpp json/question.test.cpp
    LINK lienvien::json json_network)
lienvien_add_property(NAME json SOURCES json/roundtrip.property.cpp LINK lienvien::json json_network json_random LABELS roundtrip)

add_executable(network_schema json/network_schema.cpp)
target_link_libraries(network_schema PRIVATE lienvien::json json_network json_random)
lienvien_own_code(network_schema)
find_package(Python3 COMPONENTS Interpreter QUIET)
if(Python3_FOUND)
    add_test(NAME json.schema_agrees
        COMMAND ${Python3_EXECUTABLE} "${CMAKE_CURRENT_SOURCE_DIR}/json/schema_agrees.py" $<TARGET_FILE:network_schema>
            "${PROJECT_SOURCE_DIR}/examples/data/network.schema.json")
else()
    add_test(NAME json.schema_agrees COMMAND ${CMAKE_COMMAND} -E echo "left out: there is no python3")
endif()
set_tests_properties(json.schema_agrees PROPERTIES LABELS json SKIP_REGULAR_EXPRESSION "left out: ")
