#pragma once

#include <csignal>
#include <cstdio>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace laws {

/// What a child process said on standard error before `broken` stopped it with abort(); empty when it did not stop.
template <class Broken>
std::string last_words(Broken broken) {
    int ends[2];
    if (::pipe(ends) != 0) return {};
    std::fflush(nullptr);
    auto const child = ::fork();
    if (child == 0) {
        std::signal(SIGABRT, SIG_DFL);  // Catch would report a crash of the test
        ::dup2(ends[1], STDERR_FILENO);
        broken();
        ::_exit(0);
    }
    ::close(ends[1]);
    std::string words;
    char buffer[512];
    for (auto size = ::read(ends[0], buffer, sizeof buffer); size > 0; size = ::read(ends[0], buffer, sizeof buffer)) {
        words.append(buffer, static_cast<std::size_t>(size));
    }
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT ? words : std::string();
}

/// Does it stop the program, saying `sentence`?
template <class Broken>
bool stops(std::string const& sentence, Broken broken) {
    auto const words = last_words(broken);
    return words.find("lienvien: broken precondition: ") == 0 && words.find(sentence) != std::string::npos;
}

}  // namespace laws
