lienvien_add_unit(NAME law SOURCES law/transfer.test.cpp law/vietnam_transfer.test.cpp LABELS cases)
