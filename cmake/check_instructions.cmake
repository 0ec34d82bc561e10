# cmake -P cmake/check_instructions.cmake              compares with benchmarks/referral_workload/instructions.txt
# cmake -DWRITE=1 -P cmake/check_instructions.cmake    writes that file anew, from the folder as it is now
#
# How many instructions the referral workload takes, as valgrind's callgrind counts them: for networks that the benchmark
# makes itself, a request to be ranked, and a decision as bit planes and as masks. Gated: 3 % over the baseline, which is
# renewed by the second command once the growth is wanted. Times are printed and never gated. The counts are those of one
# compiler, so they are compared only where g++ is of the version that the baseline names; elsewhere, and where there is no
# valgrind, the check is left out and says so.

cmake_minimum_required(VERSION 3.25)
include("${CMAKE_CURRENT_LIST_DIR}/baseline.cmake")
set(folder "${ROOT}/benchmarks/referral_workload")
# N:K, institutions and requests. At N = 15,000 few requests: the network is read under valgrind too.
set(runs 150:1000 1500:300 15000:60)

find_program(valgrind valgrind)
execute_process(COMMAND g++ -dumpfullversion OUTPUT_VARIABLE version ERROR_QUIET RESULT_VARIABLE failed
    OUTPUT_STRIP_TRAILING_WHITESPACE)
if(NOT valgrind OR failed)
    message("left out: there is no valgrind, or no g++")
    return()
endif()
execute_process(COMMAND g++ -dumpmachine OUTPUT_VARIABLE machine OUTPUT_STRIP_TRAILING_WHITESPACE)
open_baseline("${folder}/instructions.txt" "g++ ${version} -O2, ${machine}")

set(program "${WORK}/referral_workload")
execute_process(COMMAND g++ -std=c++20 -O2 -w "-I${ROOT}/include" "${folder}/main.cpp" -o "${program}" -lboost_json -pthread
    RESULT_VARIABLE failed)
if(failed)
    message(FATAL_ERROR "the workload does not compile")
endif()

# hundredths(<instructions> <of> <variable>): the quotient with two digits behind the point.
function(hundredths count of variable)
    math(EXPR whole "${count} / ${of}")
    math(EXPR rest "(${count} % ${of}) * 100 / ${of}")
    if(rest LESS 10)
        set(rest "0${rest}")
    endif()
    set(${variable} "${whole}.${rest}" PARENT_SCOPE)
endfunction()

foreach(run IN LISTS runs)
    string(REPLACE ":" ";" run "${run}")
    list(GET run 0 institutions)
    list(GET run 1 requests)
    set(asked --institutions ${institutions} --requests ${requests} --only rank --only planes --only masks)
    execute_process(COMMAND "${program}" ${asked} OUTPUT_VARIABLE times RESULT_VARIABLE failed)
    if(failed)
        message(FATAL_ERROR "the workload fails:\n${times}")
    endif()
    message("${times}")
    set(counted "${WORK}/${institutions}.callgrind")
    execute_process(COMMAND "${valgrind}" --tool=callgrind "--callgrind-out-file=${counted}" --toggle-collect=measured_rank
        --toggle-collect=measured_planes --toggle-collect=measured_masks "${program}" ${asked}
        OUTPUT_QUIET ERROR_VARIABLE said RESULT_VARIABLE failed)
    if(failed)
        message(FATAL_ERROR "callgrind fails:\n${said}")
    endif()
    execute_process(COMMAND callgrind_annotate --inclusive=yes --threshold=100 "${counted}" OUTPUT_VARIABLE table)
    foreach(what IN ITEMS rank planes masks)
        if(NOT table MATCHES "([0-9,]+) [^\n]*:measured_${what}[^\n]*\n")
            message(FATAL_ERROR "callgrind did not see measured_${what}")
        endif()
        string(REPLACE "," "" count "${CMAKE_MATCH_1}")
        set(unit "a request")
        set(of ${requests})
        if(NOT what STREQUAL "rank")
            set(unit "a decision")
            math(EXPR of "${requests} * ${institutions}")
        endif()
        hundredths(${count} ${of} now)
        count_against_baseline("${institutions} ${requests} ${what}" ${count} before too_many)
        set(said "")
        if(before)
            hundredths(${before} ${of} then)
            set(said " (baseline ${then})")
        endif()
        if(too_many)
            list(APPEND wrong "${what} at ${institutions}: ${now} instructions ${unit}, baseline ${then}")
        endif()
        message("  ${what}, N = ${institutions}: ${now} instructions ${unit}${said}")
    endforeach()
endforeach()
close_baseline("the workload takes over ${tolerance} % more instructions than the baseline says")
