// XML as a strict parser reads it, for tests of what prereq writes.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace prereq::testing {

struct XmlElement {
  std::string name;
  std::map<std::string, std::string> attributes;
  std::string text;  // of the element itself, without that of its children
  std::vector<XmlElement> children;

  // The attribute's value, or "" without one.
  std::string attribute(const std::string& key) const;
  // Whether `token` is one of the words in the class attribute.
  bool has_class(std::string_view token) const;
  // This element and all below it, in document order.
  std::vector<const XmlElement*> descendants() const;
};

// The root; without a name, and the parser's complaint in `error`, if `xml` is not well-formed.
XmlElement parse_xml(const std::string& xml, std::string& error);

// The root. A failure of the test if `xml` is not well-formed.
XmlElement parse_xml(const std::string& xml);

}  // namespace prereq::testing
