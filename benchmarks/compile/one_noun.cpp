// A form that writes one agreement.
#include <lienvien/model/agreement.hpp>

using namespace lienvien;
using namespace lienvien::literals;

agreement written_on_a_form(text name) {
    return {.id = "form-1"_agreement, .name = name, .status = agreement_status::signed_, .source = synthetic()};
}
