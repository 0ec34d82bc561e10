# cmake -DCXX=<compiler> -DFLAGS=<list> -DSRC=<file> -P cmake/check_fail.cmake      (with LC_ALL=C)
#
# The file's first line is `// expect: <regex>`. Without EXPECT_ERROR it must compile; with it, it must fail, with that
# text and at most five errors: a typing mistake or a lost include is no proof.

cmake_minimum_required(VERSION 3.25)
set(most_errors 5)
file(READ "${SRC}" text)
if(NOT text MATCHES "^// expect: ([^\n]+)\n")
    message(FATAL_ERROR "${SRC}:1: the first line must be `// expect: <regex>`")
endif()
set(expected "${CMAKE_MATCH_1}")

execute_process(COMMAND ${CXX} ${FLAGS} -fsyntax-only "${SRC}"
    RESULT_VARIABLE exit_code ERROR_VARIABLE errors OUTPUT_QUIET)
if(NOT exit_code EQUAL 0)
    message("${errors}")
    message(FATAL_ERROR "${SRC}: the correct twin (without EXPECT_ERROR) does not compile")
endif()

execute_process(COMMAND ${CXX} ${FLAGS} -DEXPECT_ERROR -fsyntax-only "${SRC}"
    RESULT_VARIABLE exit_code ERROR_VARIABLE errors OUTPUT_QUIET)
string(REGEX MATCHALL "error:" counted "${errors}")
list(LENGTH counted count)
if(exit_code EQUAL 0)
    message(FATAL_ERROR "${SRC}: compiles with EXPECT_ERROR; it should fail with /${expected}/")
elseif(NOT errors MATCHES "${expected}")
    message("${errors}")
    message(FATAL_ERROR "${SRC}: fails for another reason than /${expected}/")
elseif(count GREATER most_errors)
    message("${errors}")
    message(FATAL_ERROR "${SRC}: ${count} errors, at most ${most_errors} are readable")
endif()
