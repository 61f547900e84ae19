#include "read/item_details.hpp"

#include <array>

#include "base/ascii_words.hpp"

namespace prereq {
namespace {

struct Lead {
  std::string_view words;
  DetailKind kind;
};

constexpr std::array<Lead, 26> leads = {{
    {"prerequisites", DetailKind::requirement},
    {"prerequisite", DetailKind::requirement},
    {"pre-requisites", DetailKind::requirement},
    {"prereqs", DetailKind::requirement},
    {"prereq", DetailKind::requirement},
    {"requires", DetailKind::requirement},
    {"required", DetailKind::requirement},
    {"requirements", DetailKind::requirement},
    {"depends on", DetailKind::requirement},
    {"corequisites", DetailKind::corequisite},
    {"corequisite", DetailKind::corequisite},
    {"co-requisites", DetailKind::corequisite},
    {"co-requisite", DetailKind::corequisite},
    {"together with", DetailKind::corequisite},
    {"helpful before", DetailKind::recommendation},
    {"recommends", DetailKind::recommendation},
    {"recommended before", DetailKind::recommendation},
    {"recommended prerequisites", DetailKind::recommendation},
    {"hours", DetailKind::duration},
    {"duration", DetailKind::duration},
    {"effort", DetailKind::duration},
    {"estimated time", DetailKind::duration},
    {"about", DetailKind::description},
    {"note", DetailKind::note},
    {"notes", DetailKind::note},
    {"nb", DetailKind::note},
}};

}  // namespace

std::optional<ItemDetail> find_detail(std::string_view text) {
  text = trimmed(text);
  const std::string start = in_lower_case(text.substr(0, 40));
  for (const Lead& lead : leads) {
    if (!start.starts_with(lead.words)) continue;
    const std::string_view rest = trimmed(text.substr(lead.words.size()));
    if (rest.starts_with(':')) return ItemDetail{lead.kind, std::string(trimmed(rest.substr(1)))};
  }
  return std::nullopt;
}

}  // namespace prereq
