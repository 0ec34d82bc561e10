# cmake -P cmake/check_compile_cost.cmake              compares with benchmarks/compile/baseline.txt
# cmake -DWRITE=1 -P cmake/check_compile_cost.cmake    writes that file anew, from the folder as it is now
#
# What a user pays to include the library: for each source of benchmarks/compile, a realistic use, the lines that g++
# reads (`-E -P`, without blank lines), and how many functions and classes clang++-19 instantiates from templates. Gated:
# 3 % over the baseline, which is renewed by the second command once the growth is wanted. No clock is read. The counts
# are those of two compilers with one standard library, so they are compared only where these are of the versions that the
# baseline names; elsewhere the check is left out and says so.

cmake_minimum_required(VERSION 3.25)
if(NOT DEFINED ROOT)
    cmake_path(GET CMAKE_CURRENT_LIST_DIR PARENT_PATH ROOT)
endif()
if(NOT DEFINED FLAGS)
    set(FLAGS -std=c++20 "-I${ROOT}/include")
endif()
set(folder "${ROOT}/benchmarks/compile")
set(baseline_file "${folder}/baseline.txt")
set(tolerance 3)  # percent

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

set(known "")
if(NOT WRITE)
    if(NOT EXISTS "${baseline_file}")
        message(FATAL_ERROR "there is no ${baseline_file}; write it: cmake -DWRITE=1 -P cmake/check_compile_cost.cmake")
    endif()
    file(STRINGS "${baseline_file}" known)
    list(POP_FRONT known known_compilers)
    if(NOT known_compilers STREQUAL compilers)
        message("left out: the baseline counts with ${known_compilers}, here are ${compilers}")
        return()
    endif()
endif()

if(NOT DEFINED WORK)
    execute_process(COMMAND mktemp -d OUTPUT_VARIABLE WORK OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
    set(remove_work TRUE)
endif()
file(MAKE_DIRECTORY "${WORK}")
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

set(written "${compilers}\n")
set(wrong "")
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
        string(APPEND written "${name} ${what} ${count}\n")
        set(before "-")
        set(growth "-")
        foreach(each IN LISTS known)
            if(each MATCHES "^${name} ${what} ([0-9]+)$")
                set(before ${CMAKE_MATCH_1})
            endif()
        endforeach()
        if(NOT before STREQUAL "-")
            set(growth 0)
            if(before GREATER 0)
                math(EXPR growth "(${count} - ${before}) * 100 / ${before}")
            endif()
            math(EXPR allowed "${before} + ${before} * ${tolerance} / 100")
            if(count GREATER allowed)
                list(APPEND wrong "${name}: ${count} ${what}, more than ${allowed}")
            endif()
        elseif(NOT WRITE)
            list(APPEND wrong "${name}: no ${what} in the baseline")
        endif()
        row("${name}: ${what}" ${before} ${count} ${growth})
    endforeach()
endforeach()
if(remove_work)
    file(REMOVE_RECURSE "${WORK}")
endif()

if(WRITE)
    file(WRITE "${baseline_file}" "${written}")
    message("benchmarks/compile/baseline.txt: written")
elseif(wrong)
    list(JOIN wrong "\n  " wrong)
    message(FATAL_ERROR "who includes lienvien pays over ${tolerance} % more than the baseline says:\n  ${wrong}\n"
        "Where this is wanted: cmake -DWRITE=1 -P cmake/check_compile_cost.cmake, and say why in the commit.")
endif()
