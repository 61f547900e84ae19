// Writes XML that is well-formed whatever the strings in it hold.
//
// Characters that XML 1.0 forbids or discourages (controls, noncharacters) and malformed UTF-8
// become U+FFFD; nothing is ever dropped silently. Numbers have at most two decimals, whatever
// the locale.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace prereq {

// Escaped for text and for attribute values in double quotes alike.
void append_xml(std::string& out, std::string_view utf8);

// The text as it is but for the characters that become U+FFFD: for who escapes it himself.
std::string xml_characters(std::string_view utf8);

// The shortest form of `value` rounded to two decimals; what is not finite counts as 0.
void append_number(std::string& out, double value);

// A stream of elements; what is open is closed in the right order by construction. Names are
// literals of the caller and outlive the writer.
class XmlWriter {
 public:
  XmlWriter& open(std::string_view name);
  // Requires: directly after open() or another attribute().
  XmlWriter& attribute(std::string_view name, std::string_view value);
  XmlWriter& attribute(std::string_view name, double value);
  // Text inside the open element. Quotes stay as they are.
  XmlWriter& text(std::string_view utf8);
  // A line break in the file, between elements.
  XmlWriter& line();
  XmlWriter& close();

  // Closes what is open and returns the document.
  std::string finish() &&;

 private:
  void end_tag();

  std::string out_;
  std::vector<std::string_view> open_;
  bool in_tag_ = false;
};

}  // namespace prereq
