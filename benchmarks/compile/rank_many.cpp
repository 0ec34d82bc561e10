// Many questions at once: the reader that takes all institutions together.
#include <lienvien/law/vietnam/transfer.hpp>
#include <lienvien/rules/batch.hpp>

using namespace lienvien;

std::uint64_t rank_many(snapshot const& today, std::span<numbered_need const> needs, std::span<ranked<int>> best,
                        std::span<ranking> found) {
    auto const& book = vietnam::transfer_between_facilities;
    return rank_all(book, rules_on(book, today.day()), today, needs, 10, best, found, [](auto const&) { return 0; })
        .done;
}
