// Rules about resources: one URL told in two ways, or twice in one topic.
#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "base/shown.hpp"
#include "check/rules.hpp"

namespace prereq {
namespace {

char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// What tells pages apart: without the scheme's `s`, the case of scheme and host, or a last slash.
std::string page_of(std::string_view url) {
  std::string page;
  const auto scheme = url.find("://");
  if (scheme != std::string_view::npos) {
    const auto host_end = std::min(url.find_first_of("/?#", scheme + 3), url.size());
    page = url.substr(0, host_end);
    std::ranges::transform(page, page.begin(), to_lower);
    if (page.starts_with("https:")) page.erase(4, 1);
    page += url.substr(host_end);
  } else {
    page = url;
  }
  if (page.ends_with('/')) page.pop_back();
  return page;
}

struct Use {
  const Resource* resource = nullptr;
  TopicIndex topic = no_index;
};

std::vector<Use> all_uses(const Roadmap& roadmap) {
  std::vector<Use> uses;
  const auto add = [&](std::span<const Resource> resources, TopicIndex topic) {
    for (const Resource& resource : resources) {
      if (!resource.url.empty()) uses.push_back({&resource, topic});
    }
  };
  for (TopicIndex t = 0; t < roadmap.topics().size(); ++t) {
    add(roadmap.resources(roadmap.topics()[t].resources), t);
  }
  for (const Section& section : roadmap.sections())
    add(roadmap.resources(section.resources), no_index);
  add(roadmap.roadmap_resources(), no_index);
  return uses;
}

// What is said about a page, empty if nothing is.
std::string_view said_cost(const Resource& resource) { return to_string(resource.cost); }
std::string_view said_maker(const Resource& resource) { return resource.by; }
std::string_view said_title(const Resource& resource) {
  return resource.title == resource.url ? std::string_view() : resource.title;
}

struct Aspect {
  std::string_view name;
  std::string_view (*said)(const Resource&);
};
constexpr std::array<Aspect, 3> aspects = {
    {{"cost", said_cost}, {"title", said_title}, {"maker", said_maker}}};

// The uses of one page, in order: says once what differs, at the first use that does, with a note
// at each one that differs from what was said before it.
void check_page(const Roadmap& roadmap, const std::vector<Use>& uses, Diagnostics& diagnostics) {
  std::array<const Resource*, aspects.size()> first_to_say{};
  std::string differing;
  const Resource* place = nullptr;
  std::vector<Note> notes;
  for (const Use& use : uses) {
    for (std::size_t a = 0; a < aspects.size(); ++a) {
      const std::string_view said = aspects[a].said(*use.resource);
      if (said.empty()) continue;
      const Resource*& before = first_to_say[a];
      if (before == nullptr) before = use.resource;
      const std::string_view said_before = aspects[a].said(*before);
      if (said == said_before) continue;
      const std::string name(aspects[a].name);
      if (differing.find(name) == std::string::npos) {
        differing += (differing.empty() ? "" : ", ") + name;
        notes.push_back({before->span, name + " " + in_quotes(said_before) + " here"});
      }
      notes.push_back({use.resource->span, name + " " + in_quotes(said) + " here"});
      if (place == nullptr) place = use.resource;
    }
  }
  if (place == nullptr) return;
  Diagnostic& added = diagnostics.add(
      Code::url_conflict, place->span,
      "one URL with two descriptions (" + differing + "): " + in_quotes(place->url));
  std::ranges::stable_sort(notes, {}, &Note::span);
  added.notes = std::move(notes);
  for (const Use& use : uses) {
    if (use.topic == no_index) continue;
    const std::string id(roadmap.topics()[use.topic].id);
    if (std::ranges::find(added.topics, id) == added.topics.end()) added.topics.push_back(id);
  }
}

void check_duplicates(const Roadmap& roadmap, Diagnostics& diagnostics) {
  for (const Topic& topic : roadmap.topics()) {
    const auto resources = roadmap.resources(topic.resources);
    if (resources.size() < 2) continue;
    std::vector<std::tuple<std::string, std::string_view, std::size_t>> keys;
    for (std::size_t r = 0; r < resources.size(); ++r) {
      if (!resources[r].url.empty()) {
        keys.emplace_back(page_of(resources[r].url), resources[r].part, r);
      }
    }
    std::ranges::sort(keys);
    std::vector<std::pair<std::size_t, std::size_t>> repeats;  // the second one, the first one
    for (std::size_t k = 1; k < keys.size(); ++k) {
      const auto& [page, part, r] = keys[k];
      const auto& [page_before, part_before, before] = keys[k - 1];
      if (page == page_before && part == part_before) repeats.emplace_back(r, before);
    }
    std::ranges::sort(repeats);
    for (const auto& [second, first] : repeats) {
      Diagnostic& added = diagnostics.add(Code::duplicate_resource, resources[second].span,
                                          "topic " + in_quotes(topic.id) + " has this URL twice: " +
                                              in_quotes(resources[second].url));
      added.notes.push_back({resources[first].span, "it is given here before"});
      added.topics.emplace_back(topic.id);
    }
  }
}

}  // namespace

void check_resources(const Roadmap& roadmap, Diagnostics& diagnostics) {
  std::vector<std::vector<Use>> pages;  // in order of their first use
  std::unordered_map<std::string, std::size_t> page_number;
  for (const Use& use : all_uses(roadmap)) {
    const auto [found, is_new] = page_number.try_emplace(page_of(use.resource->url), pages.size());
    if (is_new) pages.emplace_back();
    pages[found->second].push_back(use);
  }
  for (const std::vector<Use>& uses : pages) {
    if (uses.size() > 1) check_page(roadmap, uses, diagnostics);
  }
  check_duplicates(roadmap, diagnostics);
}

}  // namespace prereq
