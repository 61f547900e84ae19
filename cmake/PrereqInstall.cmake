# `cmake --install`: the program, the library with its headers, the schema of roadmap files, and the
# package that find_package(prereq) finds. Nothing installed names a path of this machine.
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
