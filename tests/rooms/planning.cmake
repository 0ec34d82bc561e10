lienvien_add_property(NAME planning.rotation SOURCES planning/rotation.property.cpp OPTIMISED LABELS planning)
