lienvien_add_unit(NAME measure SOURCES measure/charts.test.cpp measure/indicators.test.cpp LABELS measure)
lienvien_add_property(NAME measure SOURCES measure/measure.property.cpp OPTIMISED LABELS measure)
