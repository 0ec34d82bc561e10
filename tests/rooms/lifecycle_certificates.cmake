lienvien_add_property(NAME lifecycle.certificates SOURCES lifecycle/certificates.property.cpp OPTIMISED LABELS differential)
