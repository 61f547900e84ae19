#include "support/xml_document.hpp"

#include <gtest/gtest.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

#include <memory>
#include <sstream>

namespace prereq::testing {
namespace {

struct FreeXml {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
  void operator()(xmlChar* text) const { xmlFree(text); }
};

std::string to_string(const xmlChar* text) {
  return text == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(text));
}

XmlElement convert(const xmlNode& node) {
  XmlElement element;
  element.name = to_string(node.name);
  for (const xmlAttr* a = node.properties; a != nullptr; a = a->next) {
    const std::unique_ptr<xmlChar, FreeXml> value(xmlNodeListGetString(node.doc, a->children, 1));
    element.attributes[to_string(a->name)] = to_string(value.get());
  }
  for (const xmlNode* child = node.children; child != nullptr; child = child->next) {
    if (child->type == XML_ELEMENT_NODE) element.children.push_back(convert(*child));
    if (child->type == XML_TEXT_NODE) element.text += to_string(child->content);
  }
  return element;
}

void collect(const XmlElement& element, std::vector<const XmlElement*>& result) {
  result.push_back(&element);
  for (const XmlElement& child : element.children) collect(child, result);
}

}  // namespace

std::string XmlElement::attribute(const std::string& key) const {
  const auto found = attributes.find(key);
  return found == attributes.end() ? std::string() : found->second;
}

bool XmlElement::has_class(std::string_view token) const {
  std::istringstream words(attribute("class"));
  for (std::string word; words >> word;) {
    if (word == token) return true;
  }
  return false;
}

std::vector<const XmlElement*> XmlElement::descendants() const {
  std::vector<const XmlElement*> result;
  collect(*this, result);
  return result;
}

XmlElement parse_xml(const std::string& xml, std::string& error) {
  const int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE;
  const std::unique_ptr<xmlDoc, FreeXml> document(
      xmlReadMemory(xml.data(), static_cast<int>(xml.size()), "test.xml", nullptr, options));
  if (document == nullptr) {
    const auto* last = xmlGetLastError();
    error = last != nullptr && last->message != nullptr ? last->message : "not well-formed";
    return {};
  }
  return convert(*xmlDocGetRootElement(document.get()));
}

XmlElement parse_xml(const std::string& xml) {
  std::string error;
  XmlElement root = parse_xml(xml, error);
  EXPECT_EQ(error, "") << xml;
  return root;
}

}  // namespace prereq::testing
