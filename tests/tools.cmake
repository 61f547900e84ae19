# Programs and Python packages of other people that tests use. A system may lack some: the tests that
# need one are left out then, and tests/not-tried.txt of the build names both; scripts/test shows it.

# The system's own Python, which has the packages that scripts/packages.txt names; else another.
find_program(PREREQ_SYSTEM_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH)
find_program(PREREQ_SYSTEM_PYTHON python3)

# prereq_tests_need(NAME WHAT TESTS pattern... [PROGRAM variable name...] [PYTHON module...])
#
# What WHAT is for people; patterns are those of GoogleTest. The variable is where the program is. NAME_FOUND
# tells whether all is there; if not, prereq_add_test() leaves the tests out, in this folder.
macro(prereq_tests_need name what)
  cmake_parse_arguments(need "" "" "TESTS;PROGRAM;PYTHON" ${ARGN})
  set(${name}_FOUND ON)
  if(need_PROGRAM)
    list(POP_FRONT need_PROGRAM need_variable)
    find_program(${need_variable} NAMES ${need_PROGRAM})
    if(NOT ${need_variable})
      set(${name}_FOUND OFF)
    endif()
  endif()
  foreach(module IN LISTS need_PYTHON)
    execute_process(COMMAND ${PREREQ_SYSTEM_PYTHON} -c "import ${module}"
      RESULT_VARIABLE need_status OUTPUT_QUIET ERROR_QUIET)
    if(NOT need_status EQUAL 0)
      set(${name}_FOUND OFF)
    endif()
  endforeach()
  if(NOT ${name}_FOUND)
    list(APPEND prereq_left_out ${need_TESTS})
    list(JOIN need_TESTS ", " need_TESTS)
    set_property(GLOBAL APPEND PROPERTY PREREQ_NOT_TRIED "${what}: ${need_TESTS}")
    message(STATUS "There is no ${what}: these tests are left out: ${need_TESTS}")
  endif()
endmacro()

function(prereq_write_not_tried)
  get_property(lines GLOBAL PROPERTY PREREQ_NOT_TRIED)
  list(TRANSFORM lines APPEND "\n")
  list(JOIN lines "" text)
  file(WRITE ${PROJECT_BINARY_DIR}/tests/not-tried.txt "${text}")
endfunction()
