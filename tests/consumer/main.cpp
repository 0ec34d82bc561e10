// A stranger's program: the front door, nothing else.
#include <lienvien/lienvien.hpp>

#include <cstdio>

int main() {
    std::printf("lienvien %d.%d.%d\n", lienvien::version_major, lienvien::version_minor, lienvien::version_patch);
    return 0;
}
