# prereq_add_diagram(TARGET ROADMAP OUTPUT [ALL] [WITH file...] [DEPENDS file...] [OPTIONS option...])
#
# Adds a target that draws ROADMAP, a file of the source folder, into OUTPUT, a file of the build
# folder; its extension decides the format. It is drawn anew when the roadmap, the files merged into
# it (WITH), other files that it depends on (DEPENDS, such as a list of what is known) or the program
# change. With ALL, building everything builds it. The options are those of `prereq render`.
# The property PREREQ_OUTPUT of the target is the picture's full path.
function(prereq_add_diagram target roadmap output)
  cmake_parse_arguments(PARSE_ARGV 3 arg "ALL" "" "WITH;DEPENDS;OPTIONS")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "prereq_add_diagram: unknown arguments: ${arg_UNPARSED_ARGUMENTS}")
  endif()
  set(roadmaps)
  foreach(file IN ITEMS ${roadmap} LISTS arg_WITH)
    cmake_path(ABSOLUTE_PATH file BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR} NORMALIZE)
    list(APPEND roadmaps ${file})
  endforeach()
  cmake_path(ABSOLUTE_PATH output BASE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR} NORMALIZE)
  cmake_path(GET output PARENT_PATH folder)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${folder}
    COMMAND prereq::cli render ${arg_OPTIONS} -o ${output} ${roadmaps}
    DEPENDS ${roadmaps} ${arg_DEPENDS} prereq::cli
    COMMENT "Drawing ${roadmap}"
    VERBATIM)
  set(all)
  if(arg_ALL)
    set(all ALL)
  endif()
  add_custom_target(${target} ${all} DEPENDS ${output})
  set_target_properties(${target} PROPERTIES PREREQ_OUTPUT ${output})
endfunction()
