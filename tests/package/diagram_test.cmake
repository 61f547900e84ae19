# Draws examples/cmake-diagram with an installed prereq, twice: the second time nothing is to do, until
# the roadmap changes. See CMakeLists.txt. Takes BUILD, SOURCE and COMPILER.

include(${CMAKE_CURRENT_LIST_DIR}/scratch.cmake)

# Builds, and fails unless the picture was drawn (or not), as `expected` says.
function(build expected)
  run(said ${CMAKE_COMMAND} --build build)
  string(FIND "${said}" "Drawing roadmap.yaml" found)
  set(drawn TRUE)
  if(found EQUAL -1)
    set(drawn FALSE)
  endif()
  if(NOT drawn STREQUAL expected)
    fail("expected it drawn: ${expected}; the build says:\n${said}")
  endif()
endfunction()

run(ignored ${CMAKE_COMMAND} --install ${BUILD} --prefix ${scratch}/installed)
file(COPY ${SOURCE}/examples/cmake-diagram DESTINATION ${scratch})
run(ignored ${CMAKE_COMMAND} -S cmake-diagram -B build -G Ninja
  -D CMAKE_CXX_COMPILER=${COMPILER} -D CMAKE_PREFIX_PATH=${scratch}/installed)
build(TRUE)
file(READ ${scratch}/build/docs/roadmap.svg drawing LIMIT 5)
if(NOT drawing MATCHES "^<svg")
  fail("this is no picture: ${drawing}")
endif()
build(FALSE)
file(APPEND ${scratch}/cmake-diagram/roadmap.yaml "# changed\n")
build(TRUE)
file(REMOVE_RECURSE ${scratch})
