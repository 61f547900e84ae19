#include "write/page_pieces.hpp"

#include <string_view>

namespace prereq {

std::string resource_piece(const PageText& page, const Resource& resource) {
  std::string piece = page.link(resource.title, resource.url);
  if (!resource.by.empty()) piece += " by " + page.words(resource.by);
  std::string facts;
  const auto add = [&](const std::string& fact) {
    if (!fact.empty()) facts += (facts.empty() ? "" : ", ") + fact;
  };
  add(page.words(resource.part));
  add(std::string(to_string(resource.cost)));
  add(std::string(to_string(resource.type)));
  if (resource.hours) add(format_hours(*resource.hours));
  add(page.words(resource.note));
  return facts.empty() ? piece : piece + " (" + facts + ")";
}

}  // namespace prereq
