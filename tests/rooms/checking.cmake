lienvien_add_property(NAME rules.checker SOURCES rules/checker.property.cpp OPTIMISED LABELS explain)
