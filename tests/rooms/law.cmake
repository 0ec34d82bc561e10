lienvien_add_unit(NAME law SOURCES law/transfer.test.cpp)
