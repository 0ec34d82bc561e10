lienvien_add_unit(NAME model SOURCES model/model.test.cpp model/network.test.cpp)
