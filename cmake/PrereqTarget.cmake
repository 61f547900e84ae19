# What every target of prereq has in common.

set(prereq_warnings
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
  -Wnon-virtual-dtor -Woverloaded-virtual -Wnull-dereference -Wcast-align -Wunused
  -Wformat=2 -Wimplicit-fallthrough)
set(prereq_gcc_warnings -Wduplicated-cond -Wduplicated-branches -Wlogical-op)
# Optimising, newer ones see null pointers in what they inline of the standard library.
set(prereq_is_newer_gcc
  $<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_GREATER_EQUAL:$<CXX_COMPILER_VERSION>,13>>)

function(prereq_configure_target target)
  target_compile_features(${target} PUBLIC cxx_std_20)
  set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF POSITION_INDEPENDENT_CODE ON)
  target_include_directories(${target}
    PUBLIC
      $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>
      $<BUILD_INTERFACE:${PROJECT_BINARY_DIR}/include>
      $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>
    PRIVATE ${PROJECT_SOURCE_DIR}/src)
  target_compile_options(${target} PRIVATE
    ${prereq_warnings} $<$<CXX_COMPILER_ID:GNU>:${prereq_gcc_warnings}>
    $<${prereq_is_newer_gcc}:-Wno-null-dereference>)
  if(PREREQ_WARNINGS_AS_ERRORS)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
  if(PREREQ_SANITIZE)
    target_compile_options(${target} PUBLIC -fsanitize=${PREREQ_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(${target} PUBLIC -fsanitize=${PREREQ_SANITIZE})
  endif()
endfunction()
