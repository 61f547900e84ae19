# `cmake --build … --target portable` makes, in the folder `dist` of the build, what runs with nothing
# installed: prereq-VERSION-linux-ARCH.tar.gz, a Python wheel, and SHA256SUMS. packaging/portable.py
# tells how; scripts/release makes them for others.
add_executable(prereq_portable EXCLUDE_FROM_ALL ${PROJECT_SOURCE_DIR}/src/cli/main.cpp)
prereq_configure_target(prereq_portable)
target_link_libraries(prereq_portable PRIVATE prereq_commands)
# An old-style run path is one for libraries of libraries too, and for those loaded later.
target_link_options(prereq_portable PRIVATE LINKER:--disable-new-dtags)
set_target_properties(prereq_portable PROPERTIES
  OUTPUT_NAME prereq RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/src/cli/portable
  BUILD_WITH_INSTALL_RPATH ON INSTALL_RPATH "$ORIGIN/../lib/prereq" PREREQ_BRINGS_LIBRARIES ON)

find_program(PREREQ_PYTHON NAMES python3)
if(PREREQ_HAS_RSVG)
  find_library(PREREQ_RSVG_LIBRARY rsvg-2)
  set(prereq_portable_rsvg --rsvg ${PREREQ_RSVG_LIBRARY})
endif()
add_custom_target(portable
  COMMAND ${PREREQ_PYTHON} ${PROJECT_SOURCE_DIR}/packaging/portable.py
    --program $<TARGET_FILE:prereq_portable> --like $<TARGET_FILE:prereq_cli> --said ${prereq_said_dir} --version ${PROJECT_VERSION}
    --output ${PROJECT_BINARY_DIR}/dist ${prereq_portable_rsvg}
  COMMENT "Making what runs with nothing installed, in ${PROJECT_BINARY_DIR}/dist"
  VERBATIM)
add_dependencies(portable prereq_portable prereq_installable)
