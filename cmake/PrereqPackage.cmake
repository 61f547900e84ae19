# `cpack` in a build folder makes prereq_VERSION_ARCH.deb: program, library, headers, CMake package,
# pkg-config file, manual page, completions, schema and examples. apt finds what the program needs
# itself (Depends); what it can do without, and what compiling against the library takes, comes with
# it unless told otherwise (Recommends).
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME prereq)
set(CPACK_PACKAGE_VENDOR "the prereq authors")
set(CPACK_PACKAGE_CONTACT "the prereq authors <prereq@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGE_DESCRIPTION
  "prereq turns a text file of topics and what they require into a checked graph, a picture for
documentation, and the shortest path to a goal. This package holds the command-line program and the
C++20 library with its headers.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)

# Releases of Debian have different libraries: the revision says which one it is for.
cmake_host_system_information(RESULT distribution QUERY DISTRIB_ID DISTRIB_VERSION_ID)
list(JOIN distribution "" distribution)
string(REPLACE debian deb distribution "${distribution}")
set(CPACK_DEBIAN_PACKAGE_RELEASE "1+${distribution}")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# librsvg is loaded when a PNG or PDF is asked for.
string(JOIN ", " CPACK_DEBIAN_PACKAGE_RECOMMENDS
  librsvg2-2 pkg-config libboost-dev libgraphviz-dev libyaml-dev libfmt-dev nlohmann-json3-dev
  libcmark-gfm-dev libcmark-gfm-extensions-dev libutf8proc-dev)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

include(CPack)
