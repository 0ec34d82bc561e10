lienvien_add_unit(NAME law SOURCES law/transfer.test.cpp law/vietnam_transfer.test.cpp law/versions.test.cpp law/subjects.test.cpp LABELS cases)
lienvien_add_unit(NAME law.insurance SOURCES law/insurance.test.cpp law/slip.test.cpp law/reforms.test.cpp LABELS cases OPTIMISED)
