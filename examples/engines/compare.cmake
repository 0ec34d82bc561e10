# cmake -DPROGRAM= -DENGINE= -DSUITES= -DDATA= -DWORK= -P compare.cmake: puts the questions of all suites to the program
# through the engine, and compares what comes back with what the program answers by itself.
file(MAKE_DIRECTORY ${WORK})
file(GLOB suites "${SUITES}/*.questions.jsonl")
list(SORT suites)
set(command ${PROGRAM} --network ${DATA}/articles.json --network ${DATA}/public_record.json
    --network ${DATA}/synthetic_neighbours.json)
execute_process(COMMAND cat ${suites} OUTPUT_FILE ${WORK}/questions.jsonl COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${command} INPUT_FILE ${WORK}/questions.jsonl OUTPUT_FILE ${WORK}/expected.jsonl
    COMMAND_ERROR_IS_FATAL ANY)
file(WRITE ${WORK}/nothing.jsonl "")

# Blocks of a few lines, so that each worker is given several.
set(ENV{BLOCK} 2k)
function(ask workers questions expected)
    set(actual ${WORK}/actual.${workers}.jsonl)
    execute_process(
        COMMAND ${ENGINE} ${workers} ${command}
        INPUT_FILE ${questions} OUTPUT_FILE ${actual} ERROR_VARIABLE complaint RESULT_VARIABLE status)
    if(status EQUAL 127)
        message("left out: ${complaint}")
        set(left_out TRUE PARENT_SCOPE)
        return()
    elseif(NOT status EQUAL 0)
        message(FATAL_ERROR "exit ${status} with ${workers} worker(s): ${complaint}")
    endif()
    execute_process(COMMAND ${CMAKE_COMMAND} -E compare_files ${expected} ${actual} RESULT_VARIABLE differ)
    if(differ)
        message(FATAL_ERROR "with ${workers} worker(s) the answers in ${actual} are not those of ${expected}")
    endif()
endfunction()
foreach(workers IN ITEMS 1 2 3 5)
    ask(${workers} ${WORK}/questions.jsonl ${WORK}/expected.jsonl)
    if(left_out)
        return()
    endif()
endforeach()
ask(3 ${WORK}/nothing.jsonl ${WORK}/nothing.jsonl)

# An engine must not hide that a worker failed.
execute_process(COMMAND ${ENGINE} 2 ${PROGRAM} --network ${WORK}/no_such_network.json
    INPUT_FILE ${WORK}/questions.jsonl OUTPUT_QUIET ERROR_QUIET RESULT_VARIABLE status)
if(status EQUAL 0)
    message(FATAL_ERROR "workers failed, and the engine says that all went well")
endif()
