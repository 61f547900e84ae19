# A folder to work in, and commands that leave none behind when they fail.
cmake_minimum_required(VERSION 3.25)

function(fail message)
  file(REMOVE_RECURSE ${scratch})
  message(FATAL_ERROR "${message}")
endfunction()

# run(OUTPUT_VARIABLE COMMAND...): fails with all that the command said unless it succeeds.
function(run variable)
  execute_process(COMMAND ${ARGN}
    WORKING_DIRECTORY ${scratch}
    RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE errors)
  if(NOT status EQUAL 0)
    fail("${ARGN}: ${status}\n${output}${errors}")
  endif()
  set(${variable} "${output}" PARENT_SCOPE)
endfunction()

execute_process(COMMAND mktemp -d OUTPUT_VARIABLE scratch OUTPUT_STRIP_TRAILING_WHITESPACE
  COMMAND_ERROR_IS_FATAL ANY)
