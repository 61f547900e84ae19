#include "base/xml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <utility>

#include "base/utf8.hpp"

namespace prereq {
namespace {

bool is_noncharacter(char32_t c) { return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF); }

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

bool is_replaced(char32_t c) {
  return (is_control(c) && c != U'\n' && c != U'\t') || is_noncharacter(c) ||
         c == replacement_character;
}

bool is_plain(char c) {
  return c >= 0x20 && c < 0x7F && c != '&' && c != '<' && c != '>' && c != '"';
}

void append_escaped(std::string& out, std::string_view utf8, bool in_attribute) {
  while (!utf8.empty()) {
    const auto plain = std::ranges::find_if_not(utf8, is_plain) - utf8.begin();
    out += utf8.substr(0, static_cast<std::size_t>(plain));
    utf8.remove_prefix(static_cast<std::size_t>(plain));
    if (utf8.empty()) return;
    const std::string_view before = utf8;
    const char32_t c = take_code_point(utf8);
    if (c == U'&') {
      out += "&amp;";
    } else if (c == U'<') {
      out += "&lt;";
    } else if (c == U'>') {
      out += "&gt;";
    } else if (in_attribute && c == U'"') {
      out += "&quot;";
    } else if (in_attribute && (c == U'\n' || c == U'\t')) {
      out += c == U'\n' ? "&#10;" : "&#9;";  // a parser would make them spaces
    } else if (is_replaced(c)) {
      out += "\xEF\xBF\xBD";
    } else {
      out += before.substr(0, before.size() - utf8.size());
    }
  }
}

}  // namespace

void append_xml(std::string& out, std::string_view utf8) { append_escaped(out, utf8, true); }

std::string xml_characters(std::string_view utf8) {
  std::string out;
  while (!utf8.empty()) {
    const char32_t c = take_code_point(utf8);
    append_utf8(out, is_replaced(c) ? replacement_character : c);
  }
  return out;
}

void append_number(std::string& out, double value) {
  // Far beyond any picture, but still exact as a whole number of hundredths.
  constexpr double limit = 1e13;
  if (!std::isfinite(value)) value = 0;
  const long long hundredths = std::llround(std::clamp(value, -limit, limit) * 100);
  const long long magnitude = std::abs(hundredths);
  if (hundredths < 0) out += '-';
  fmt::format_to(std::back_inserter(out), "{}", magnitude / 100);
  const long long fraction = magnitude % 100;
  if (fraction == 0) return;
  out += '.';
  out += static_cast<char>('0' + fraction / 10);
  if (fraction % 10 != 0) out += static_cast<char>('0' + fraction % 10);
}

void XmlWriter::end_tag() {
  if (in_tag_) out_ += '>';
  in_tag_ = false;
}

XmlWriter& XmlWriter::open(std::string_view name) {
  end_tag();
  out_ += '<';
  out_ += name;
  open_.push_back(name);
  in_tag_ = true;
  return *this;
}

XmlWriter& XmlWriter::attribute(std::string_view name, std::string_view value) {
  assert(in_tag_);
  out_ += ' ';
  out_ += name;
  out_ += "=\"";
  append_escaped(out_, value, true);
  out_ += '"';
  return *this;
}

XmlWriter& XmlWriter::attribute(std::string_view name, double value) {
  std::string number;
  append_number(number, value);
  return attribute(name, number);
}

XmlWriter& XmlWriter::text(std::string_view utf8) {
  end_tag();
  append_escaped(out_, utf8, false);
  return *this;
}

XmlWriter& XmlWriter::line() {
  end_tag();
  out_ += '\n';
  return *this;
}

XmlWriter& XmlWriter::close() {
  assert(!open_.empty());
  if (in_tag_) {
    out_ += "/>";
    in_tag_ = false;
  } else {
    out_ += "</";
    out_ += open_.back();
    out_ += '>';
  }
  open_.pop_back();
  return *this;
}

std::string XmlWriter::finish() && {
  while (!open_.empty()) close();
  out_ += '\n';
  return std::move(out_);
}

}  // namespace prereq
