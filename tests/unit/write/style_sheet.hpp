// A reader of the style sheets that prereq writes, for tests that ask what a reader would see.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "support/xml_document.hpp"

namespace prereq::testing {

// Rules of the form `#id`, `#id part` or `#id part part`, where a part is a class, an element's
// name, or two parts joined by descent; rules with a pseudo-class are left out.
class StyleSheet {
 public:
  // With `dark`, what stands in a media rule applies as well.
  StyleSheet(std::string_view css, bool dark);

  // The value of `property` that the cascade gives to the last of `path`, whose ancestors are
  // before it, root first. Empty if no rule matches.
  std::string value(const std::vector<const XmlElement*>& path, std::string_view property) const;

 private:
  struct Rule {
    std::vector<std::string> parts;  // below the root
    std::string declarations;
    int specificity = 0;  // 10 a class, 1 an element
  };
  void add(std::string_view line);

  std::vector<Rule> rules_;
};

}  // namespace prereq::testing
