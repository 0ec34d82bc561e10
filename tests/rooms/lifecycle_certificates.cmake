lienvien_add_unit(NAME lifecycle.certificates SOURCES lifecycle/certificates.test.cpp lifecycle/courses.test.cpp)
lienvien_add_property(NAME lifecycle.certificates SOURCES lifecycle/certificates.property.cpp OPTIMISED LABELS differential)
