# What check_instructions.cmake and check_compile_cost.cmake share: counts that are kept in a file and may grow by no more
# than 3 %. Its first line says what counted them; each other line is `<words> <count>`. With -DWRITE=1 it is written anew,
# from the folder as it is now.
#
# A script calls open_baseline, then count_against_baseline for each count, then close_baseline; WORK is its temporary
# folder, unless it was given.

if(NOT DEFINED ROOT)
    cmake_path(GET CMAKE_CURRENT_LIST_DIR PARENT_PATH ROOT)
endif()
cmake_path(GET CMAKE_SCRIPT_MODE_FILE FILENAME script)
set(write_anew "cmake -DWRITE=1 -P cmake/${script}")
set(tolerance 3)  # percent

# open_baseline(<file> <what counts>): reads the counts that are kept, and makes the folder WORK. A macro: where the file
# was counted with something else, the script that calls it ends.
macro(open_baseline file counted_with)
    set(baseline_file "${file}")
    set(written "${counted_with}\n")
    set(known "")
    set(wrong "")
    if(NOT WRITE)
        if(NOT EXISTS "${baseline_file}")
            message(FATAL_ERROR "there is no ${baseline_file}; write it: ${write_anew}")
        endif()
        file(STRINGS "${baseline_file}" known)
        list(POP_FRONT known known_with)
        if(NOT known_with STREQUAL "${counted_with}")
            message("left out: the baseline counts with ${known_with}, here is ${counted_with}")
            return()
        endif()
    endif()
    if(NOT DEFINED WORK)
        execute_process(COMMAND mktemp -d OUTPUT_VARIABLE WORK OUTPUT_STRIP_TRAILING_WHITESPACE
            COMMAND_ERROR_IS_FATAL ANY)
        set(remove_work TRUE)
    endif()
    file(MAKE_DIRECTORY "${WORK}")
endmacro()

# count_against_baseline(<words> <count> <before> <too many>): notes a count under its words. Sets <before> to the count
# that is kept, or to nothing, and <too many> where the growth is more than the tolerance.
function(count_against_baseline words count before_variable too_many_variable)
    set(written "${written}${words} ${count}\n" PARENT_SCOPE)
    set(before "")
    set(too_many FALSE)
    foreach(line IN LISTS known)
        if(line MATCHES "^${words} ([0-9]+)$")
            set(before ${CMAKE_MATCH_1})
            math(EXPR allowed "${before} + ${before} * ${tolerance} / 100")
            if(count GREATER allowed)
                set(too_many TRUE)
            endif()
        endif()
    endforeach()
    if(before STREQUAL "" AND NOT WRITE)
        set(wrong "${wrong};${words}: not in the baseline" PARENT_SCOPE)
    endif()
    set(${before_variable} "${before}" PARENT_SCOPE)
    set(${too_many_variable} ${too_many} PARENT_SCOPE)
endfunction()

# close_baseline(<sentence>): removes the temporary folder; then writes the file, or fails where the list `wrong` says what
# has grown. The sentence says what that costs.
function(close_baseline sentence)
    if(remove_work)
        file(REMOVE_RECURSE "${WORK}")
    endif()
    if(WRITE)
        file(WRITE "${baseline_file}" "${written}")
        cmake_path(RELATIVE_PATH baseline_file BASE_DIRECTORY "${ROOT}")
        message("${baseline_file}: written")
    elseif(wrong)
        list(REMOVE_ITEM wrong "")
        list(JOIN wrong "\n  " wrong)
        message(FATAL_ERROR "${sentence}:\n  ${wrong}\nWhere this is wanted: ${write_anew}, and say why in the commit.")
    endif()
endfunction()
