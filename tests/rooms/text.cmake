lienvien_add_unit(NAME text SOURCES text/layout.test.cpp text/answers.test.cpp)
lienvien_add_property(NAME text.outline SOURCES text/outline.test.cpp OPTIMISED)
