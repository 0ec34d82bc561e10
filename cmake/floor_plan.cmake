# Reads the floor plan for the build and for the checks.

# lienvien_read_floor_plan(<file> <prefix>) sets in the caller's scope
#   <prefix>_all                      every header in plan order
#   <prefix>_sections, <prefix>_lines the section and the line of each of them, in the same order
#   <prefix>_core, _date, _json       the headers of one section
#   <prefix>_faults                   lines that are neither comment, section nor header
function(lienvien_read_floor_plan file prefix)
    file(READ "${file}" text)
    # These characters would split or glue the elements of a CMake list.
    string(REPLACE ";" " " text "${text}")
    string(REPLACE "[" "<" text "${text}")
    string(REPLACE "]" ">" text "${text}")
    string(REGEX REPLACE "\r?\n" ";" rows "${text}")
    set(section "")
    set(number 0)
    foreach(name IN ITEMS all sections lines core date json faults)
        set(plan_${name} "")
    endforeach()
    foreach(row IN LISTS rows)
        math(EXPR number "${number} + 1")
        string(REGEX REPLACE "#.*" "" row "${row}")
        string(STRIP "${row}" row)
        if(row STREQUAL "")
            continue()
        elseif(row MATCHES "^<(core|date|json)>$")
            set(section "${CMAKE_MATCH_1}")
        elseif(section AND row MATCHES "^lienvien/[a-z0-9_/]+\\.hpp$")
            list(APPEND plan_all "${row}")
            list(APPEND plan_sections "${section}")
            list(APPEND plan_lines "${number}")
            list(APPEND plan_${section} "${row}")
        else()
            list(APPEND plan_faults "${number}: `${row}` is no section ([core], [date], [json]) and no header of one")
        endif()
    endforeach()
    foreach(name IN ITEMS all sections lines core date json faults)
        set(${prefix}_${name} "${plan_${name}}" PARENT_SCOPE)
    endforeach()
endfunction()

# lienvien_is_window(<header> <variable>): is it a room for a heavy guest, left out of the front door?
function(lienvien_is_window header variable)
    if(header MATCHES "^lienvien/(reflect|text|threads|json|fhir|ical|picture)/")
        set(${variable} TRUE PARENT_SCOPE)
    else()
        set(${variable} FALSE PARENT_SCOPE)
    endif()
endfunction()

# lienvien_is_study(<header> <variable>): does it study rules and changes (repair, audit, difference, journal ...) rather than
# apply rules, or does it follow work over time (lifecycle, measure, planning)? Such rooms cost every reader seconds to
# compile and are included by name.
function(lienvien_is_study header variable)
    if(header MATCHES "^lienvien/(lifecycle|measure|planning)/"
        OR header MATCHES "^lienvien/rules/(audit|case_classes|changes|checker|compare|critical_days|difference|finite|known_values|minimal_sets|neighbourhood|offers|probes|publish|published_rules|repair|review|tried_changes|what_if)\\.hpp$"
        OR header MATCHES "^lienvien/network/(changed_facts|critical_days|dates_of|fact_names|frozen|journal|journal_entry|noun|stepping)\\.hpp$"
        OR header STREQUAL "lienvien/law/vietnam/benefit_change.hpp")
        set(${variable} TRUE PARENT_SCOPE)
    else()
        set(${variable} FALSE PARENT_SCOPE)
    endif()
endfunction()

# lienvien_front_door_headers(<core headers> <variable>): what lienvien.hpp includes, sorted.
function(lienvien_front_door_headers core variable)
    set(wanted "")
    foreach(header IN LISTS core)
        lienvien_is_window("${header}" window)
        lienvien_is_study("${header}" study)
        if(NOT window AND NOT study AND NOT header MATCHES "/detail/" AND NOT header STREQUAL "lienvien/lienvien.hpp")
            list(APPEND wanted "${header}")
        endif()
    endforeach()
    list(REMOVE_DUPLICATES wanted)
    list(SORT wanted)
    set(${variable} "${wanted}" PARENT_SCOPE)
endfunction()
