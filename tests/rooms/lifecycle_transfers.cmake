lienvien_add_unit(NAME lifecycle.transfers SOURCES lifecycle/transfers.test.cpp)
lienvien_add_property(NAME lifecycle.transfers SOURCES lifecycle/transfers.property.cpp)
