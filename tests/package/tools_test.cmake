# tests/tools.cmake leaves out exactly the tests whose tool is missing, and names both.
# See CMakeLists.txt. Takes SOURCE.

include(${CMAKE_CURRENT_LIST_DIR}/scratch.cmake)
set(PROJECT_BINARY_DIR ${scratch})
include(${SOURCE}/tests/tools.cmake)

prereq_tests_need(there "CMake" PROGRAM CMAKE_PROGRAM cmake TESTS A.Runs)
prereq_tests_need(missing "a shell of the future" PROGRAM MISSING no-such-shell TESTS B.* C.Completes)
prereq_tests_need(unpackaged "a module" PYTHON no_such_module TESTS D.Reads)
if(NOT there_FOUND OR missing_FOUND OR unpackaged_FOUND)
  fail("a tool was found that is not there, or the other way round")
endif()
if(NOT prereq_left_out STREQUAL "B.*;C.Completes;D.Reads")
  fail("left out: ${prereq_left_out}")
endif()
prereq_write_not_tried()
file(READ ${scratch}/tests/not-tried.txt text)
if(NOT text STREQUAL "a shell of the future: B.*, C.Completes\na module: D.Reads\n")
  fail("not tried:\n${text}")
endif()
file(REMOVE_RECURSE ${scratch})
