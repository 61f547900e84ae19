# See CMakeLists.txt. Takes BUILD, SOURCE, COMPILER, VERSION and CPACK.

include(${CMAKE_CURRENT_LIST_DIR}/scratch.cmake)
set(root ${scratch}/root)

# The best compression takes long on a build for debugging.
run(ignored ${CPACK} --config ${BUILD}/CPackConfig.cmake -B ${scratch}
  -D CPACK_DEBIAN_COMPRESSION_TYPE=gzip)
file(GLOB packages ${scratch}/*.deb)
list(LENGTH packages count)
if(NOT count EQUAL 1)
  fail("cpack made '${packages}'")
endif()
run(ignored dpkg-deb -x ${packages} ${root})

# What it depends on is found in its files, not listed here.
run(depends dpkg-deb -f ${packages} Depends)
foreach(library libc6 libstdc\\+\\+6 libgvc6 libcgraph6 libyaml-0-2 libcmark-gfm0 libfmt[0-9]+ libutf8proc[0-9]+)
  if(NOT ", ${depends}" MATCHES ", ${library}")
    fail("the package does not depend on ${library}: ${depends}")
  endif()
endforeach()
run(package_version dpkg-deb -f ${packages} Version)
string(STRIP "${package_version}" package_version)
if(NOT package_version MATCHES "^${VERSION}-1\\+[a-z]+[0-9]")
  fail("the package's version is '${package_version}'")
endif()

foreach(file
    bin/prereq lib/libprereq_core.a lib/libprereq_graphviz.a include/prereq/path.hpp
    include/prereq/version.hpp lib/cmake/prereq/prereqConfig.cmake lib/pkgconfig/prereq.pc
    share/man/man1/prereq.1 share/bash-completion/completions/prereq
    share/zsh/vendor-completions/_prereq share/fish/vendor_completions.d/prereq.fish
    share/prereq/roadmap.schema.json share/doc/prereq/copyright
    share/doc/prereq/examples/graphs/turbo.yaml share/doc/prereq/examples/library/CMakeLists.txt)
  if(NOT EXISTS ${root}/usr/${file})
    fail("the package lacks /usr/${file}")
  endif()
endforeach()

# The program works from there, and its manual page can be shown.
set(program ${root}/usr/bin/prereq)
run(said ${program} --version)
if(NOT said MATCHES "^prereq ${VERSION}\n")
  fail("the program says '${said}'")
endif()
run(picture ${program} render ${root}/usr/share/doc/prereq/examples/graphs/turbo.yaml)
if(NOT picture MATCHES "^<svg ")
  fail("the program draws '${picture}'")
endif()
run(page man -l ${root}/usr/share/man/man1/prereq.1)
if(NOT page MATCHES "prereq render")
  fail("the manual page is '${page}'")
endif()

# pkg-config is enough to compile and link a program.
set(ENV{PKG_CONFIG_PATH} ${root}/usr/lib/pkgconfig)
run(found_version pkg-config --modversion prereq)
if(NOT found_version STREQUAL "${VERSION}\n")
  fail("pkg-config says '${found_version}'")
endif()
run(flags pkg-config --cflags --libs prereq)
separate_arguments(flags UNIX_COMMAND "${flags}")
set(example ${root}/usr/share/doc/prereq/examples)
file(GLOB sources ${example}/library/*.cpp)
run(ignored ${COMPILER} -std=c++20 ${sources} -o study_order ${flags})
run(order ${scratch}/study_order ${example}/first-roadmap/roadmap.yaml)
if(NOT order MATCHES "Neural networks\nlongest chain: 3 topics\n$")
  fail("the example says:\n${order}")
endif()
file(REMOVE_RECURSE ${scratch})
