#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/safe_names.hpp"
#include "prereq/split_view.hpp"
#include "view/collapse.hpp"
#include "view/narrow.hpp"
#include "view/page_names.hpp"
#include "view/words.hpp"

namespace prereq {
namespace {

constexpr std::string_view overview_name = "overview";

class Splitter {
 public:
  Splitter(const TopicGraph& graph, ViewOptions options, const std::string& extension)
      : graph_(graph),
        roadmap_(graph.roadmap()),
        options_(std::move(options)),
        extension_(extension),
        members_(roadmap_.sections().size()) {
    options_.collapse.clear();
    const std::vector<bool> collapsed = sections_with_topics(roadmap_);
    const auto sections = roadmap_.sections();
    page_of_section_.assign(sections.size(), no_index);
    for (SectionIndex s = 0; s < sections.size(); ++s) {
      if (sections[s].parent != no_index)
        page_of_section_[s] = page_of_section_[sections[s].parent];
      if (page_of_section_[s] == no_index && collapsed[s]) page_of_section_[s] = s;
    }
    std::vector<bool> shown(roadmap_.topics().size(), true);
    if (options_.core_only) shown = core_topics(roadmap_);
    for (TopicIndex t = 0; t < shown.size(); ++t) {
      const SectionIndex page = page_of(t);
      if (shown[t] && page != no_index) members_[page].push_back(t);
    }
  }

  std::vector<ViewPage> split() {
    std::vector<ViewPage> pages;
    pages.push_back({std::string(overview_name), overview()});
    for (SectionIndex s = 0; s < members_.size(); ++s) {
      if (!members_[s].empty()) pages.push_back({page_name(s), page(s)});
    }
    return pages;
  }

 private:
  SectionIndex page_of(TopicIndex topic) const {
    const SectionIndex section = roadmap_.topics()[topic].section;
    return section == no_index ? no_index : page_of_section_[section];
  }

  std::string page_name(SectionIndex section) const {
    if (section == no_index) return std::string(overview_name);
    return page_name_of(roadmap_.sections()[section].id, longest_file_name - extension_.size());
  }

  View overview() {
    ViewOptions options = options_;
    options.collapse_all = true;
    View view = select_view(graph_, options);
    for (ViewCard& card : view.cards) {
      if (card.kind != CardKind::section || members_[card.colour].empty()) continue;
      card.url = page_name(card.colour) + extension_;
    }
    return view;
  }

  View page(SectionIndex section) {
    ViewOptions options = options_;
    Neighbourhood around;
    around.centre = members_[section];
    around.name = roadmap_.sections()[section].title;
    options.around = std::move(around);
    View view = select_view(graph_, options);
    for (ViewCard& card : view.cards) {
      // A junction is on its dependent's page, but nothing to go to.
      if (!card.context || card.kind == CardKind::junction) continue;
      const auto topic = roadmap_.find_topic(card.id);
      const std::string name = page_name(topic ? page_of(*topic) : no_index);
      card.url =
          fmt::format("{}{}#{}-topic-{}", name, extension_, root_id(name), escape_id(card.id));
    }
    view.links.push_back({"‹ Overview", std::string(overview_name) + extension_, Cost::unstated});
    return view;
  }

  const TopicGraph& graph_;
  const Roadmap& roadmap_;
  ViewOptions options_;
  const std::string& extension_;
  std::vector<SectionIndex> page_of_section_;
  std::vector<std::vector<TopicIndex>> members_;  // by the section whose page they are on
};

}  // namespace

std::vector<ViewPage> split_view(const TopicGraph& graph, const ViewOptions& options,
                                 const std::string& extension) {
  return Splitter(graph, options, extension).split();
}

}  // namespace prereq
