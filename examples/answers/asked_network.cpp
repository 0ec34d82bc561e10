// The network and the need of a question. The door for networks is compiled here, once for the program.

#include "asked_network.hpp"

#include <lienvien/json/network_src.hpp>

#include <utility>

namespace answers {

network const& network_of(question& asked, library const& known, std::optional<network>& own, std::string_view member) {
    using namespace lienvien::literals;
    if (auto const given = asked.take(member)) {
        auto read = lienvien::json::read_network(*given);
        own = std::move(read.value);
        asked.keep(std::move(read.findings));
        if (own) return *own;
    } else if (known.preloaded()) {
        return *known.preloaded();
    } else {
        asked.wrong("no-network", {},
                    {"cần \"network\" hoặc tùy chọn --network", "this needs \"network\" or the option --network"});
    }
    static network const none;
    return none;
}

std::optional<lienvien::patient_need> need_of(question& asked, network const& written) {
    auto need = asked.read<lienvien::patient_need>("need");
    auto const id = asked.read<lienvien::need_id>("need_id");
    if (id && need) {
        asked.wrong("bad-value", "need_id",
                    {"chỉ dùng một trong \"need\" và \"need_id\"", "either \"need\" or \"need_id\""});
    }
    for (auto const& each : written.needs) {
        if (id && !need && each.id == *id) need = each;
    }
    if (id && !need)
        asked.wrong("unknown-need", "need_id",
                    {"mạng lưới không có nhu cầu này", "the network has no need of this name"});
    return need;
}

std::optional<lienvien::patient_need> required_need_of(question& asked, network const& written) {
    auto need = need_of(asked, written);
    if (!asked.take("need") && !asked.take("need_id")) asked.missing("need");
    return need;
}

}  // namespace answers
