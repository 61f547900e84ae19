# What the README does before `cmake --install build/release` has to make all that this copies: every
# file that the build makes and the installation takes is one of scripts/demo's target.
# See CMakeLists.txt. Takes BUILD and SOURCE.

include(${CMAKE_CURRENT_LIST_DIR}/scratch.cmake)

file(READ ${SOURCE}/README.md readme)
string(FIND "${readme}" "scripts/demo\n" demo)
string(FIND "${readme}" "cmake --install build/release" install)
if(demo EQUAL -1 OR install LESS demo)
  fail("the README does not install what scripts/demo builds")
endif()
file(STRINGS ${SOURCE}/scripts/demo line REGEX "cmake --build")
string(REGEX MATCH "--target ([a-z_]+)" ignored "${line}")
set(target ${CMAKE_MATCH_1})

# What the target asks for itself, as ninja knows it.
run(inputs ninja -C ${BUILD} -t query ${target})
string(REGEX MATCHALL "[^ \n]+" inputs "${inputs}")
file(GLOB_RECURSE scripts ${BUILD}/cmake_install.cmake)
set(count 0)
foreach(script ${scripts})
  file(READ ${script} text)
  string(REGEX MATCHALL "\"${BUILD}/[^\"]+\"" files "${text}")
  foreach(quoted ${files})
    string(REPLACE "\"" "" file ${quoted})
    cmake_path(RELATIVE_PATH file BASE_DIRECTORY ${BUILD} OUTPUT_VARIABLE file)
    # Files that configuring makes are unknown to ninja.
    execute_process(COMMAND ninja -C ${BUILD} -t query ${file} RESULT_VARIABLE status OUTPUT_QUIET ERROR_QUIET)
    if(status EQUAL 0)
      math(EXPR count "${count} + 1")
      if(NOT file IN_LIST inputs)
        fail("cmake --install takes ${file}, which building '${target}' does not make")
      endif()
    endif()
  endforeach()
endforeach()
if(count LESS 7)
  fail("only ${count} installed files are made by the build: the library, the program, what it says")
endif()
file(REMOVE_RECURSE ${scratch})
