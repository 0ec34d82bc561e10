lienvien_add_unit(NAME network SOURCES network/network.test.cpp)
lienvien_add_property(NAME network.twin SOURCES network/twin.property.cpp OPTIMISED LABELS differential)
lienvien_add_property(NAME network.situation SOURCES network/situation.property.cpp OPTIMISED LABELS differential)
