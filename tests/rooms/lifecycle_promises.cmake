lienvien_add_unit(NAME lifecycle.promises SOURCES lifecycle/promises.test.cpp)
