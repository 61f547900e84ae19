# prereq_add_text(TARGET FILE SYMBOL HEADER)
#
# Compiles a text file into a target: as `const std::string_view prereq::SYMBOL`, which HEADER
# declares. Changing the file is enough to have it compiled anew.
function(prereq_add_text target file symbol header)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${file})
  file(READ ${file} text)
  set(source ${CMAKE_CURRENT_BINARY_DIR}/${symbol}.cpp)
  file(CONFIGURE OUTPUT ${source} @ONLY CONTENT [==[
// Made from @file@.
#include "@header@"

namespace prereq {

const std::string_view @symbol@ = R"text(@text@)text";

}  // namespace prereq
]==])
  target_sources(${target} PRIVATE ${source})
endfunction()
