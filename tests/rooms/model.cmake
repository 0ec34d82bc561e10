lienvien_add_unit(NAME model SOURCES model/model.test.cpp)
