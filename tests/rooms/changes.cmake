lienvien_add_unit(NAME network.changes SOURCES network/changes.test.cpp)
lienvien_add_property(NAME network.changes SOURCES network/changes.property.cpp OPTIMISED LABELS differential)
lienvien_add_unit(NAME network.journal SOURCES network/journal.test.cpp OPTIMISED)
