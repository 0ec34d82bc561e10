# cmake -DPROGRAM=<file> -DARGS_FILE=<file or empty> -DEXPECTED=<file> -DACTUAL=<file> -P cmake/compare_output.cmake
#
# Runs a program and compares what it prints with a file, byte for byte. Arguments stand one a line in ARGS_FILE.

cmake_minimum_required(VERSION 3.25)
set(arguments "")
if(ARGS_FILE)
    file(STRINGS "${ARGS_FILE}" arguments ENCODING UTF-8)
endif()
execute_process(COMMAND "${PROGRAM}" ${arguments} RESULT_VARIABLE exit_code OUTPUT_FILE "${ACTUAL}")
if(NOT exit_code EQUAL 0)
    file(READ "${ACTUAL}" text)
    message("${text}")
    message(FATAL_ERROR "${PROGRAM} ends with ${exit_code} after printing the above")
endif()
execute_process(COMMAND ${CMAKE_COMMAND} -E compare_files "${EXPECTED}" "${ACTUAL}" RESULT_VARIABLE differs ERROR_QUIET)
if(differs)
    find_program(DIFF diff)
    if(DIFF AND EXISTS "${EXPECTED}")
        execute_process(COMMAND "${DIFF}" -u --label expected.txt --label "what it prints" "${EXPECTED}" "${ACTUAL}"
            OUTPUT_VARIABLE shown)
    else()
        file(READ "${ACTUAL}" shown)
    endif()
    message("${shown}")
    message(FATAL_ERROR "the output differs. If the new one is right: cp '${ACTUAL}' '${EXPECTED}'")
endif()
