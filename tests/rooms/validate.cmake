lienvien_add_unit(NAME validate SOURCES
    validate/facts.test.cpp validate/cooperation.test.cpp validate/everything.test.cpp validate/sound.cpp)
lienvien_add_property(NAME validate SOURCES validate/planted.property.cpp validate/sound.cpp)
