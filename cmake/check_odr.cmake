# Compiles two files that include everything in opposite orders, one as C++20 and one as C++23 with NDEBUG, links and
# runs them. g++ compares every type across both (-flto -Werror=odr); with any other compiler the objects are plain.
# Then the symbol table must show no variable of ours that a program could write to.

cmake_minimum_required(VERSION 3.25)
include("${CMAKE_CURRENT_LIST_DIR}/run.cmake")
set(link_flags "")
if(COMPILER STREQUAL "GNU")
    set(link_flags -flto=1 -Wodr -Werror=odr -Wlto-type-mismatch -Werror=lto-type-mismatch)
endif()

run("does not compile" ${CXX} ${FLAGS} ${link_flags} "-I${HEADERS}" -O1 -c "${SRC}/upwards.cpp" -o "${WORK}/upwards.o")
run("does not compile" ${CXX} ${FLAGS} -std=c++2b -DNDEBUG ${link_flags} "-I${HEADERS}" -O1
    -c "${SRC}/downwards.cpp" -o "${WORK}/downwards.o")
run("does not link" ${CXX} ${link_flags} -O1 "${WORK}/upwards.o" "${WORK}/downwards.o" -o "${WORK}/both")
run("an inline variable has two addresses" "${WORK}/both")

# Unused inline functions and the variables only they touch are not compiled; g++ can be told to keep them.
set(keep "")
if(COMPILER STREQUAL "GNU")
    set(keep -fkeep-inline-functions)
endif()
find_program(OBJDUMP objdump)
if(OBJDUMP)
    run("does not compile" ${CXX} ${FLAGS} ${keep} "-I${HEADERS}" -O0 -c "${SRC}/downwards.cpp" -o "${WORK}/kept.o")
    run("objdump" ${OBJDUMP} -tC "${WORK}/kept.o")
    string(REPLACE "[" "(" output "${output}")
    string(REPLACE "]" ")" output "${output}")
    string(REPLACE ";" "," output "${output}")
    string(REPLACE "\n" ";" output "${output}")
    list(FILTER output INCLUDE REGEX "[ \t]\\.(bss|data|tbss|tdata)[^ \t]*[ \t].*lienvien::")
    list(FILTER output EXCLUDE REGEX "\\.data\\.rel\\.ro")
    # The word lists are static constexpr members; g++ -O0 still puts them beside what the loader relocates.
    list(FILTER output EXCLUDE REGEX "\\.data\\.rel\\.local.* lienvien::v[0-9]+::vocabulary<[^>]*>::words$")
    if(output)
        list(JOIN output "\n" output)
        message("${output}")
        message(FATAL_ERROR "lienvien has state that could change")
    endif()
    message("no writable variable of lienvien in the symbol table")
endif()
