# The libraries prereq is built from. Used by the build and, installed, by prereqConfig.cmake.
find_package(PkgConfig REQUIRED)
find_package(Boost 1.74 REQUIRED)
find_package(fmt 9 REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
pkg_check_modules(yaml REQUIRED IMPORTED_TARGET yaml-0.1)
pkg_check_modules(cmark_gfm REQUIRED IMPORTED_TARGET libcmark-gfm)
pkg_check_modules(utf8proc REQUIRED IMPORTED_TARGET libutf8proc)
# The extensions have no .pc file of their own.
find_library(PREREQ_CMARK_GFM_EXTENSIONS cmark-gfm-extensions
  HINTS ${cmark_gfm_LIBRARY_DIRS} REQUIRED)
pkg_check_modules(graphviz REQUIRED IMPORTED_TARGET libgvc>=2.42 libcgraph libcdt)
pkg_check_modules(cgraph REQUIRED IMPORTED_TARGET libcgraph)

# The layout engine is a plugin that we link instead of having Graphviz search for it, so that no
# configuration of the machine decides what is drawn. Plugins live in a folder of their own, which
# therefore has to be in the run path.
pkg_get_variable(graphviz_libdir libgvc libdir)
set(PREREQ_GRAPHVIZ_PLUGIN_DIR ${graphviz_libdir}/graphviz CACHE PATH "Folder of Graphviz's plugins")
find_library(PREREQ_GRAPHVIZ_DOT_PLUGIN gvplugin_dot_layout
  HINTS ${PREREQ_GRAPHVIZ_PLUGIN_DIR} REQUIRED)
find_library(PREREQ_GRAPHVIZ_CORE_PLUGIN gvplugin_core HINTS ${PREREQ_GRAPHVIZ_PLUGIN_DIR} REQUIRED)

if(NOT TARGET prereq_graphviz_libraries)
  add_library(prereq_graphviz_libraries INTERFACE IMPORTED)
  target_link_libraries(prereq_graphviz_libraries INTERFACE
    PkgConfig::graphviz ${PREREQ_GRAPHVIZ_DOT_PLUGIN} ${PREREQ_GRAPHVIZ_CORE_PLUGIN})
  # A program that brings its own copies of the libraries says so with a property.
  target_link_options(prereq_graphviz_libraries INTERFACE
    "$<$<NOT:$<BOOL:$<TARGET_PROPERTY:PREREQ_BRINGS_LIBRARIES>>>:LINKER:-rpath,${PREREQ_GRAPHVIZ_PLUGIN_DIR}>")
endif()
