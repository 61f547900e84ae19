# See CMakeLists.txt. Takes BUILD, SOURCE, COMPILER and VERSION.

include(${CMAKE_CURRENT_LIST_DIR}/scratch.cmake)
set(prefix ${scratch}/moved)

run(ignored ${CMAKE_COMMAND} --install ${BUILD} --prefix ${scratch}/installed)
file(RENAME ${scratch}/installed ${prefix})

# Nothing for CMake may name where it was built or first installed.
file(GLOB_RECURSE package_files ${prefix}/*.cmake)
if(NOT package_files)
  fail("no package was installed")
endif()
foreach(file ${package_files})
  file(READ ${file} text)
  foreach(place ${BUILD} ${SOURCE} ${scratch}/installed)
    string(FIND "${text}" "${place}" found)
    if(NOT found EQUAL -1)
      fail("${file} names ${place}")
    endif()
  endforeach()
endforeach()

# The installed program finds Graphviz's plugins by itself.
run(said ${CMAKE_COMMAND} -E env --unset=LD_LIBRARY_PATH ${prefix}/bin/prereq --version)
if(NOT said MATCHES "^prereq ${VERSION}\n")
  fail("the installed program says '${said}'")
endif()

# The schema that editors use is the one of that program.
run(schema ${prefix}/bin/prereq schema)
file(READ ${prefix}/share/prereq/roadmap.schema.json installed_schema)
if(NOT schema STREQUAL installed_schema)
  fail("the installed schema is another than the program's")
endif()

# expect(EXAMPLE PROGRAM OUTPUT ARGUMENT...): builds a folder of examples/ as the project of its own
# that it is, and runs its program.
function(expect example program output)
  file(COPY ${SOURCE}/examples/${example} DESTINATION ${scratch})
  run(ignored ${CMAKE_COMMAND} -S ${example} -B ${example}/build -G Ninja
    -D CMAKE_BUILD_TYPE=Debug -D CMAKE_CXX_COMPILER=${COMPILER} -D CMAKE_PREFIX_PATH=${prefix})
  run(ignored ${CMAKE_COMMAND} --build ${example}/build)
  run(said ${example}/build/${program} ${ARGN})
  if(NOT said STREQUAL output)
    fail("${program} says:\n${said}")
  endif()
endfunction()

set(roadmap ${SOURCE}/examples/first-roadmap/roadmap.yaml)
expect(library study_order
  "Python\nTensorFlow\nPyTorch\nAlgebra\nCalculus\nLinear algebra\nNeural networks\nlongest chain: 3 topics\n"
  ${roadmap})
expect(plan study_plan
  "the shortest path: 185 h
week 1: Algebra, 40 h
week 5: Linear algebra, 35 h
week 8: Calculus, 30 h
week 11: PyTorch, 20 h
week 13: Neural networks, 60 h
tensorflow instead would take 0 h more
"
  ${roadmap} build-one python)
file(REMOVE_RECURSE ${scratch})
