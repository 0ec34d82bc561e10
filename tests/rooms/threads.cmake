find_package(Threads REQUIRED)
lienvien_add_unit(NAME threads SOURCES threads/batch.test.cpp LINK Threads::Threads LABELS threads)
