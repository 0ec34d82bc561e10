lienvien_add_unit(NAME measure SOURCES measure/charts.test.cpp measure/indicators.test.cpp LABELS measure)
lienvien_add_property(NAME measure SOURCES measure/measure.property.cpp OPTIMISED LABELS measure)

# The same tables, put as questions; left out where the published tables are not beside the project.
find_package(Python3 COMPONENTS Interpreter QUIET)
if(Python3_FOUND AND LIENVIEN_BUILD_EXAMPLES)
    add_test(NAME measure.questions_agree COMMAND ${Python3_EXECUTABLE}
        "${CMAKE_CURRENT_SOURCE_DIR}/measure/questions_agree.py" $<TARGET_FILE:answers>
        "${PROJECT_SOURCE_DIR}/../shared/truths/tables/spc")
else()
    add_test(NAME measure.questions_agree COMMAND ${CMAKE_COMMAND} -E echo "left out: no python3, or no examples")
endif()
set_tests_properties(measure.questions_agree PROPERTIES LABELS measure SKIP_REGULAR_EXPRESSION "left out: ")
