# run(<what it means where it fails> <command> <argument>...): sets `output` in the caller's scope to what the command says.
# A check of which one step fails says the whole command line, and ends.
function(run what)
    execute_process(COMMAND ${ARGN} RESULT_VARIABLE exit_code OUTPUT_VARIABLE output ERROR_VARIABLE output)
    if(NOT exit_code EQUAL 0)
        list(JOIN ARGN " " line)
        message("${line}\n${output}")
        message(FATAL_ERROR "${what}")
    endif()
    set(output "${output}" PARENT_SCOPE)
endfunction()
