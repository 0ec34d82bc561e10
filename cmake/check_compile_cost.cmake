# cmake -P cmake/check_compile_cost.cmake              compares with benchmarks/compile/baseline.txt
# cmake -DWRITE=1 -P cmake/check_compile_cost.cmake    writes that file anew, from the folder as it is now
#
# What a user pays to include the library: for each source of benchmarks/compile, a realistic use, the lines that g++
# reads (`-E -P`, without blank lines), and how many functions and classes clang++-19 instantiates from templates. Gated:
# 3 % over the baseline, which is renewed by the second command once the growth is wanted. No clock is read. The counts
# are those of two compilers with one standard library, so they are compared only where these are of the versions that the
# baseline names; elsewhere the check is left out and says so.

cmake_minimum_required(VERSION 3.25)
include("${CMAKE_CURRENT_LIST_DIR}/baseline.cmake")
if(NOT DEFINED FLAGS)
    set(FLAGS -std=c++20 "-I${ROOT}/include")
endif()
set(folder "${ROOT}/benchmarks/compile")

# One line that says which compilers count.
set(compilers "")
foreach(compiler IN ITEMS g++ clang++-19)
    execute_process(COMMAND ${compiler} -dumpfullversion OUTPUT_VARIABLE version ERROR_QUIET RESULT_VARIABLE failed
        OUTPUT_STRIP_TRAILING_WHITESPACE)
    if(failed)
        execute_process(COMMAND ${compiler} -dumpversion OUTPUT_VARIABLE version ERROR_QUIET RESULT_VARIABLE failed
            OUTPUT_STRIP_TRAILING_WHITESPACE)
    endif()
    if(failed)
        message("left out: there is no ${compiler}")
        return()
    endif()
    list(APPEND compilers "${compiler} ${version}")
endforeach()
list(JOIN compilers ", " compilers)
open_baseline("${folder}/baseline.txt" "${compilers}")

file(GLOB sources "${folder}/*.cpp")
list(SORT sources)

# row(<cell>...): the first to the left, the others to the right.
function(row)
    list(POP_FRONT ARGN line)
    set(width 32)
    string(LENGTH "${line}" length)
    math(EXPR missing "${width} - ${length}")
    string(REPEAT " " ${missing} padding)
    string(APPEND line "${padding}")
    foreach(cell IN LISTS ARGN)
        string(LENGTH "${cell}" length)
        math(EXPR missing "10 - ${length}")
        string(REPEAT " " ${missing} padding)
        string(APPEND line "${padding}${cell}")
    endforeach()
    message("${line}")
endfunction()

row("use, and what is counted" baseline now "% more")
foreach(source IN LISTS sources)
    cmake_path(GET source STEM name)
    execute_process(COMMAND g++ ${FLAGS} -w -E -P "${source}" COMMAND grep -c . RESULTS_VARIABLE exit_codes
        OUTPUT_VARIABLE lines OUTPUT_STRIP_TRAILING_WHITESPACE)
    list(GET exit_codes 0 failed)
    # With a granularity of 0 every event is in the trace; their number is read, not their times.
    set(trace "${WORK}/${name}.json")
    execute_process(COMMAND clang++-19 ${FLAGS} -w -c -Xclang -fsyntax-only "${source}" -o "${WORK}/${name}.o"
        "-ftime-trace=${trace}" -ftime-trace-granularity=0 RESULT_VARIABLE failed_too)
    if(failed OR failed_too)
        message(FATAL_ERROR "${source} does not compile")
    endif()
    foreach(kind IN ITEMS Function Class)
        execute_process(COMMAND grep -o "\"name\":\"Instantiate${kind}\"" "${trace}" COMMAND grep -c .
            OUTPUT_VARIABLE instantiated_${kind} OUTPUT_STRIP_TRAILING_WHITESPACE)
    endforeach()
    file(REMOVE "${trace}")

    set(what_is_counted lines functions classes)
    set(counts ${lines} ${instantiated_Function} ${instantiated_Class})
    foreach(what count IN ZIP_LISTS what_is_counted counts)
        count_against_baseline("${name} ${what}" ${count} before too_many)
        set(growth "-")
        if(before STREQUAL "")
            set(before "-")
        elseif(before EQUAL 0)
            set(growth 0)
        else()
            math(EXPR growth "(${count} - ${before}) * 100 / ${before}")
        endif()
        if(too_many)
            list(APPEND wrong "${name}: ${count} ${what}, the baseline says ${before}")
        endif()
        row("${name}: ${what}" ${before} ${count} ${growth})
    endforeach()
endforeach()
close_baseline("who includes lienvien pays over ${tolerance} % more than the baseline says")
