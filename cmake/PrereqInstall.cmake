# `cmake --install`: the program with its manual page and completions, the library with its headers,
# the schema of roadmap files, examples, and the packages that find_package(prereq) and pkg-config
# find. Nothing installed names a path of this machine.
include(CMakePackageConfigHelpers)

set(prereq_package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/prereq)

set_target_properties(prereq_core PROPERTIES EXPORT_NAME core)
set_target_properties(prereq_graphviz PROPERTIES EXPORT_NAME graphviz)
# Graphviz's plugins are outside the folders that are searched by default.
set_target_properties(prereq_cli PROPERTIES EXPORT_NAME cli INSTALL_RPATH_USE_LINK_PATH ON)

install(TARGETS prereq prereq_core prereq_graphviz prereq_cli EXPORT prereqTargets)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/prereq ${PROJECT_BINARY_DIR}/include/prereq
  DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN "*.hpp")
install(FILES ${PROJECT_SOURCE_DIR}/src/read/roadmap.schema.json
  DESTINATION ${CMAKE_INSTALL_DATADIR}/prereq)
install(EXPORT prereqTargets NAMESPACE prereq:: DESTINATION ${prereq_package_dir})

configure_package_config_file(
  ${PROJECT_SOURCE_DIR}/cmake/prereqConfig.cmake.in ${PROJECT_BINARY_DIR}/prereqConfig.cmake
  INSTALL_DESTINATION ${prereq_package_dir} NO_SET_AND_CHECK_MACRO)
# Before 1.0, a new minor version may break what a user wrote.
write_basic_package_version_file(
  ${PROJECT_BINARY_DIR}/prereqConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES
  ${PROJECT_BINARY_DIR}/prereqConfig.cmake
  ${PROJECT_BINARY_DIR}/prereqConfigVersion.cmake
  ${PROJECT_SOURCE_DIR}/cmake/PrereqDependencies.cmake
  ${PROJECT_SOURCE_DIR}/cmake/PrereqDiagram.cmake
  DESTINATION ${prereq_package_dir})

# As pkg-config reads its files from below the library folder, that is all that it needs to know.
configure_file(${PROJECT_SOURCE_DIR}/cmake/prereq.pc.in ${PROJECT_BINARY_DIR}/prereq.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/prereq.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

# What the program says about itself: prereq_add_said(FILE ARGUMENT...).
set(prereq_said_dir ${PROJECT_BINARY_DIR}/said)
file(MAKE_DIRECTORY ${prereq_said_dir})
function(prereq_add_said file)
  add_custom_command(OUTPUT ${prereq_said_dir}/${file}
    COMMAND prereq_cli ${ARGN} --no-config -o ${prereq_said_dir}/${file}
    DEPENDS prereq_cli VERBATIM)
endfunction()
prereq_add_said(prereq.1 manual)
prereq_add_said(prereq completions bash)
prereq_add_said(_prereq completions zsh)
prereq_add_said(prereq.fish completions fish)
# All that is made for installing; scripts/demo builds it, so that `cmake --install` works after it.
add_custom_target(prereq_installable ALL
  DEPENDS ${prereq_said_dir}/prereq.1 ${prereq_said_dir}/prereq ${prereq_said_dir}/_prereq
    ${prereq_said_dir}/prereq.fish)
add_dependencies(prereq_installable prereq_core prereq_graphviz prereq_cli)
install(FILES ${prereq_said_dir}/prereq.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${prereq_said_dir}/prereq
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${prereq_said_dir}/_prereq DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${prereq_said_dir}/prereq.fish
  DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)
install(FILES ${PROJECT_SOURCE_DIR}/CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/graphs ${PROJECT_SOURCE_DIR}/examples/first-roadmap
    ${PROJECT_SOURCE_DIR}/examples/library ${PROJECT_SOURCE_DIR}/examples/plan
    ${PROJECT_SOURCE_DIR}/examples/cmake-diagram
  DESTINATION ${CMAKE_INSTALL_DOCDIR}/examples PATTERN build EXCLUDE)

include(PrereqPackage)
include(PrereqPortable)
