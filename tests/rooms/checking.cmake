lienvien_add_property(NAME rules.checker SOURCES rules/checker.property.cpp OPTIMISED LABELS explain)
lienvien_add_property(NAME rules.audit SOURCES rules/audit.property.cpp OPTIMISED LABELS explain)
lienvien_add_property(NAME rules.repair SOURCES rules/repair.property.cpp OPTIMISED LABELS differential)
