lienvien_add_unit(NAME lifecycle.promises
    SOURCES lifecycle/promises.test.cpp lifecycle/promises_of_the_articles.test.cpp
    LINK lienvien::json json_network)
lienvien_add_property(NAME lifecycle.promises SOURCES lifecycle/promises.property.cpp)
