# cmake -DPROGRAM= -DTHREADS= -DDATA= -DSUITE= -DACTUAL= -P compare.cmake: puts <suite>.questions.jsonl to the program and
# compares what comes back with <suite>.answers.jsonl.
execute_process(
    COMMAND ${PROGRAM} --threads ${THREADS} --network ${DATA}/articles.json --network ${DATA}/public_record.json
        --network ${DATA}/synthetic_neighbours.json
    INPUT_FILE ${SUITE}.questions.jsonl OUTPUT_FILE ${ACTUAL} ERROR_VARIABLE complaint RESULT_VARIABLE status)
if(NOT status EQUAL 0)
    message(FATAL_ERROR "exit ${status}: ${complaint}")
endif()
file(READ ${SUITE}.answers.jsonl expected)
file(READ ${ACTUAL} actual)
if(NOT expected STREQUAL actual)
    message(FATAL_ERROR "the answers differ from ${SUITE}.answers.jsonl; they stand in ${ACTUAL}")
endif()
