lienvien_add_property(NAME planning.rotation SOURCES planning/rotation.property.cpp OPTIMISED LABELS planning)
lienvien_add_property(NAME planning.meetings SOURCES planning/meetings.property.cpp OPTIMISED LABELS planning)
