// What prereq writes for other programs, it reads back as the same roadmap, as far as the format
// holds it: every roadmap of the repository, pages and tables too, and generated ones.
#include "prereq/exchange.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "base/ascii_words.hpp"
#include "prereq/check.hpp"
#include "prereq/dot.hpp"
#include "prereq/read.hpp"
#include "prereq/roadmap_file.hpp"
#include "roadmap/repeated_entries.hpp"
#include "roadmap/title_id.hpp"
#include "support/random_roadmap.hpp"
#include "support/realistic_roadmap.hpp"
#include "support/roadmap_description.hpp"

namespace prereq {
namespace {

namespace fs = std::filesystem;
using testing::Random;
using testing::RoadmapShape;

struct Named {
  std::string name;
  Roadmap roadmap;
};

std::string content_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

struct ReadBack {
  Roadmap roadmap;
  std::string problems;  // and what was left out
};

ReadBack read_back(const std::string& name, std::string text) {
  Sources sources;
  const FileId file = sources.add(name, std::move(text));
  Diagnostics diagnostics;
  ReadNotes notes;
  ReadBack back{read_roadmap(sources, file, diagnostics, {.format = {}, .notes = &notes}), {}};
  for (const Diagnostic& each : diagnostics.items()) {
    back.problems += fmt::format("{}: {}\n", each.span.begin.line, each.message);
  }
  for (const auto& each : notes.left_out) {
    back.problems += fmt::format("{}: left out {}\n", each.span.begin.line, each.what);
  }
  return back;
}

// Roadmaps without errors in the files of the repository.
std::vector<Named> roadmaps_of_files() {
  const std::string root = PREREQ_SOURCE_DIR "/";
  const std::vector<std::string> folders = {"graphs",       "examples", "tests/suite",
                                            "tests/golden", "src/cli",  "tests/golden/markdown"};
  const std::set<std::string> extensions = {".yaml", ".md", ".csv", ".dot"};
  std::set<fs::path> files;
  for (const std::string& folder : folders) {
    for (const auto& entry : fs::recursive_directory_iterator(root + folder)) {
      if (extensions.contains(entry.path().extension().string())) files.insert(entry.path());
    }
  }
  std::vector<Named> roadmaps;
  for (const fs::path& file : files) {
    Sources sources;
    const FileId added = sources.add(file.string(), content_of(file));
    Diagnostics diagnostics;
    Roadmap roadmap = read_roadmap(sources, added, diagnostics);
    static_cast<void>(check(TopicGraph(roadmap), {.warnings = false}, diagnostics));
    if (diagnostics.has_errors()) continue;
    roadmaps.push_back({fs::relative(file, root).string(), roadmap});
  }
  return roadmaps;
}

std::vector<Named> generated_roadmaps() {
  constexpr int small_ones = 60;
  std::vector<Named> roadmaps;
  roadmaps.reserve(small_ones + 5);
  Random random(41);
  for (int round = 0; round < small_ones; ++round) {
    roadmaps.push_back(
        {fmt::format("small {}", round),
         testing::small_roadmap(
             random,
             {.topics = 9, .max_needs = 3, .cycle_percent = 0, .corequisite_percent = 15})});
  }
  for (const RoadmapShape shape :
       {RoadmapShape::mixed, RoadmapShape::chains, RoadmapShape::fans, RoadmapShape::hubs}) {
    roadmaps.push_back({fmt::format("realistic {}", static_cast<int>(shape)),
                        testing::realistic_roadmap(random, shape, 60)});
  }
  roadmaps.push_back(
      {"layered", testing::layered_roadmap(random, {.topics = 150, .choices = 40, .widest = 12})});
  return roadmaps;
}

// Those of files and generated ones; names say which.
const std::vector<Named>& all_roadmaps() {
  static const std::vector<Named> roadmaps = [] {
    std::vector<Named> all = roadmaps_of_files();
    std::ranges::move(generated_roadmaps(), std::back_inserter(all));
    return all;
  }();
  return roadmaps;
}

TEST(RoundTrip, TriesManyRoadmaps) {
  EXPECT_GT(roadmaps_of_files().size(), 35U);
  EXPECT_GT(all_roadmaps().size(), 100U);
}

TEST(RoundTrip, JsonIsTheSameRoadmap) {
  for (const Named& each : all_roadmaps()) {
    const ReadBack back = read_back("roadmap.json", roadmap_json(each.roadmap));
    EXPECT_EQ(back.problems, "") << each.name;
    EXPECT_EQ(testing::described(back.roadmap), testing::described(each.roadmap)) << each.name;
  }
}

TEST(RoundTrip, DraftInYamlIsTheSameRoadmap) {
  const std::vector<std::string> comments = {"Made from a page.", "- something: left out"};
  for (const Named& each : all_roadmaps()) {
    const ReadBack back = read_back("draft.yaml", roadmap_yaml(each.roadmap, comments));
    EXPECT_EQ(back.problems, "") << each.name;
    EXPECT_EQ(testing::described(back.roadmap, testing::TopicOrder::by_id),
              testing::described(each.roadmap, testing::TopicOrder::by_id))
        << each.name;
  }
}

// Edges without a choice, with ids, kinds and reasons.
std::set<std::string> edges_of(const Roadmap& roadmap) {
  const TopicGraph graph(roadmap);
  std::set<std::string> edges;
  for (const Edge& edge : graph.edges()) {
    if (edge.kind == EdgeKind::alternative) continue;
    edges.insert(fmt::format("{} {} {} {}", roadmap.topics()[edge.prerequisite].id,
                             roadmap.topics()[edge.dependent].id, static_cast<int>(edge.kind),
                             roadmap.requirements()[edge.requirement].because));
  }
  return edges;
}

TEST(RoundTrip, CsvKeepsTheEdges) {
  for (const Named& each : all_roadmaps()) {
    const ReadBack back = read_back("edges.csv", edges_csv(TopicGraph(each.roadmap)));
    EXPECT_EQ(back.problems, "") << each.name;
    EXPECT_EQ(edges_of(back.roadmap), edges_of(each.roadmap)) << each.name;
  }
}

// What a format calls a topic: its id, or its title where ids are lost.
using Names = std::string (*)(const Roadmap& roadmap, const Requirement& entry);

// What a requirement asks for, whichever way it is written: groups of one and groups without a
// choice taken apart, `any` in `any` as one, what is said twice as once, in alphabetical order. Of
// groups whose entries repeat one another, it is what the author wrote (Roadmap::written).
class Requirements {
 public:
  Requirements(const Roadmap& roadmap, Names names) : roadmap_(roadmap), names_(names) {}

  // With the reasons of entries that ask for one thing.
  std::string text(IndexRange range, bool with_reasons) const {
    std::vector<std::string> parts;
    for (RequirementIndex r = range.first; r < range.last; ++r) {
      const Requirement& entry = roadmap_.requirements()[r];
      std::vector<std::string> inside = parts_of(r, '&');
      if (inside.size() == 1 && with_reasons && !entry.because.empty()) {
        inside.front() += " because " + std::string(entry.because);
      }
      std::ranges::move(inside, std::back_inserter(parts));
    }
    return joined(std::move(parts), '&');
  }

 private:
  static std::string joined(std::vector<std::string> parts, char kind) {
    std::ranges::sort(parts);
    const bool counts = kind != '&' && kind != '|';
    if (!counts) parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
    if (parts.size() == 1 && !counts) return parts.front();
    std::string text = std::string(1, kind) + "(";
    for (const std::string& part : parts) text += part + "; ";
    return text + ")";
  }

  // The parts that an entry is in a group of that kind: '&', '|', or the number that is needed.
  std::vector<std::string> parts_of(RequirementIndex index, char around) const {
    const Requirement& entry = roadmap_.requirements()[index];
    if (entry.kind == RequirementKind::topic) return {names_(roadmap_, entry)};
    const std::vector<RequirementIndex> written = different_entries(roadmap_, index);
    const bool can_be_met = entry.least <= entry.entries.size();
    const char kind = can_be_met && entry.least >= written.size() ? '&'
                      : entry.least == 1                          ? '|'
                                         : static_cast<char>('0' + entry.least);
    const bool is_one = can_be_met && written.size() == 1;
    std::vector<std::string> parts;
    for (const RequirementIndex each : written) {
      std::ranges::move(parts_of(each, is_one ? around : kind), std::back_inserter(parts));
    }
    if (is_one || kind == around) return parts;
    return {joined(std::move(parts), kind)};
  }

  const Roadmap& roadmap_;
  Names names_;
};

std::string id_name(const Roadmap& roadmap, const Requirement& entry) {
  return std::string(roadmap.topics()[entry.topic].id);
}

std::string title_name(const Roadmap& roadmap, const Requirement& entry) {
  return std::string(roadmap.topics()[entry.topic].title);
}

std::string section_path(const Roadmap& roadmap, SectionIndex section) {
  std::string path;
  for (; section != no_index; section = roadmap.sections()[section].parent) {
    path.insert(0, "/" + std::string(roadmap.sections()[section].title));
  }
  return path;
}

std::string hours_of(const Topic& topic) {
  return topic.hours_guessed ? "guessed" : format_hours(topic.hours);
}

// Title and maker, part and note are one text each on a page.
std::string resource_words(const Resource& resource) {
  std::string notes(resource.part);
  if (!resource.note.empty()) notes += (notes.empty() ? "" : ", ") + std::string(resource.note);
  return fmt::format("{}{}{} {} {} {} {} ({})", resource.title, resource.by.empty() ? "" : " by ",
                     resource.by, resource.url, to_string(resource.cost), to_string(resource.type),
                     resource.hours ? format_hours(*resource.hours) : "", notes);
}

// What a picture shows, and so DOT.
std::set<std::string> contents_of_dot(const Roadmap& roadmap) {
  const Requirements requirements(roadmap, id_name);
  std::set<std::string> lines = {"title " + std::string(roadmap.title())};
  for (TopicIndex t = 0; t < roadmap.topics().size(); ++t) {
    const Topic& topic = roadmap.topics()[t];
    const auto resources = roadmap.resources(topic.resources);
    // A section of links alone is a card without a box.
    const SectionIndex section =
        roadmap.stands_for_section(t) ? roadmap.sections()[topic.section].parent : topic.section;
    lines.insert(fmt::format(
        "{}: {}, {}, {}, in {}, at {} <- {} with {} after {}", topic.id, topic.title,
        hours_of(topic), to_string(topic.level), section_path(roadmap, section),
        resources.empty() || resources.front().url.empty() ? "" : resource_words(resources.front()),
        requirements.text(topic.requirements, true), requirements.text(topic.corequisites, false),
        requirements.text(topic.recommendations, true)));
  }
  for (const Goal& goal : roadmap.goals()) {
    lines.insert(fmt::format("goal {}: {} <- {}", goal.id, goal.title,
                             requirements.text(goal.requirements, true)));
  }
  return lines;
}

TEST(RoundTrip, DotKeepsWhatThePictureShows) {
  for (const Named& each : all_roadmaps()) {
    const TopicGraph graph(each.roadmap);
    Diagnostics diagnostics;
    static_cast<void>(check(graph, {.warnings = false}, diagnostics));
    if (diagnostics.has_errors()) continue;
    const ReadBack back =
        read_back("graph.dot", write_dot(select_view(graph, {.all_edges = true})));
    EXPECT_EQ(back.problems, "") << each.name;
    EXPECT_EQ(contents_of_dot(back.roadmap), contents_of_dot(each.roadmap)) << each.name;
  }
}

// Lines between topics, goals and boxes, and pennants.
std::multiset<std::string> lines_of_picture(const View& view) {
  std::multiset<std::string> lines;
  for (const ViewEdge& edge : view.edges) {
    const bool at_choice = view.cards[edge.prerequisite].kind == CardKind::junction ||
                           view.cards[edge.dependent].kind == CardKind::junction;
    if (at_choice) continue;
    // Aliases do not stay.
    const std::string from =
        edge.prerequisite_section == no_index ? view.cards[edge.prerequisite].id : edge.from;
    const std::string to =
        edge.dependent_section == no_index ? view.cards[edge.dependent].id : edge.to;
    lines.insert(fmt::format("{} -> {} ({})", from, to, static_cast<int>(edge.style)));
  }
  for (const ViewCard& card : view.cards) {
    for (const ViewPennant& pennant : card.pennants) {
      lines.insert(fmt::format("{} on {}", pennant.id, card.id));
    }
  }
  return lines;
}

TEST(RoundTrip, DotReadsBackAsTheSamePicture) {
  for (const Named& each : all_roadmaps()) {
    // Those name one topic several times, and choices of one thing, which are drawn as none.
    if (each.name.starts_with("small")) continue;
    const TopicGraph graph(each.roadmap);
    Diagnostics diagnostics;
    static_cast<void>(check(graph, {.warnings = false}, diagnostics));
    if (diagnostics.has_errors()) continue;
    const View view = select_view(graph);
    const ReadBack back = read_back("graph.dot", write_dot(view));
    EXPECT_EQ(back.problems, "") << each.name;
    EXPECT_EQ(lines_of_picture(select_view(TopicGraph(back.roadmap))), lines_of_picture(view))
        << each.name;
  }
}

std::string resource_words(const Roadmap& roadmap, std::span<const Resource> resources) {
  static_cast<void>(roadmap);
  std::string words;
  for (const Resource& each : resources) words += resource_words(each) + "; ";
  return words;
}

// Lines of a text are one line on a page.
std::string in_one_line(std::string_view text) {
  std::string line;
  for (const std::string_view word : split_at_any(text, "\n ")) {
    line += (line.empty() ? "" : " ") + std::string(word);
  }
  return line;
}

// What can be said in an outline, by titles.
std::multiset<std::string> contents_of_outline(const Roadmap& roadmap) {
  const Requirements requirements(roadmap, title_name);
  std::multiset<std::string> lines = {
      fmt::format("{} / {} / {}", roadmap.title(), in_one_line(roadmap.description()),
                  in_one_line(roadmap.note())),
      resource_words(roadmap, roadmap.roadmap_resources())};
  std::vector<bool> is_used(roadmap.sections().size(), false);
  for (const Topic& topic : roadmap.topics()) {
    for (SectionIndex s = topic.section; s != no_index; s = roadmap.sections()[s].parent) {
      is_used[s] = true;
    }
    lines.insert(fmt::format(
        "{}, {}, {}, in {}, {} {} ({} {}) <- {} with {} after {}", topic.title, hours_of(topic),
        to_string(topic.level), section_path(roadmap, topic.section),
        in_one_line(topic.description), in_one_line(topic.note),
        roadmap.resources(topic.resources).size() > 1 ? static_cast<int>(topic.choose) : 0,
        resource_words(roadmap, roadmap.resources(topic.resources)),
        requirements.text(topic.requirements, true), requirements.text(topic.corequisites, true),
        requirements.text(topic.recommendations, true)));
  }
  for (SectionIndex s = 0; s < roadmap.sections().size(); ++s) {
    const Section& section = roadmap.sections()[s];
    if (!is_used[s] && section.resources.empty()) continue;
    lines.insert(fmt::format("{}: {} / {} {}", section_path(roadmap, s),
                             in_one_line(section.description), in_one_line(section.note),
                             resource_words(roadmap, roadmap.resources(section.resources))));
  }
  for (const Goal& goal : roadmap.goals()) {
    lines.insert(fmt::format("goal {}: {} <- {}", goal.title, in_one_line(goal.description),
                             requirements.text(goal.requirements, true)));
  }
  return lines;
}

// Topics that a reader could not tell apart by their names.
bool has_equal_titles(const Roadmap& roadmap) {
  std::set<std::string> titles;
  return !std::ranges::all_of(roadmap.topics(), [&](const Topic& topic) {
    return titles.insert(comparable_title(topic.title)).second;
  });
}

// Their titles are no links on a page, and read as notes.
bool has_resources_without_address(const Roadmap& roadmap) {
  return std::ranges::any_of(roadmap.topics(), [&](const Topic& topic) {
    const auto resources = roadmap.resources(topic.resources);
    return std::ranges::any_of(resources, [](const Resource& each) { return each.url.empty(); });
  });
}

TEST(RoundTrip, MarkdownKeepsWhatAnOutlineSays) {
  int compared = 0;
  for (const Named& each : all_roadmaps()) {
    if (has_equal_titles(each.roadmap) || has_resources_without_address(each.roadmap)) continue;
    const std::string outline = outline_markdown(TopicGraph(each.roadmap));
    const ReadBack back = read_back("outline.md", outline);
    EXPECT_EQ(back.problems, "") << each.name;
    EXPECT_EQ(contents_of_outline(back.roadmap), contents_of_outline(each.roadmap))
        << each.name << '\n'
        << outline;
    ++compared;
  }
  EXPECT_GT(compared, 80);
}

// Words, and what pages of Markdown say besides words.
std::string odd_title(Random& random) {
  static const std::vector<std::string> pieces = {"Sets",
                                                  "maps",
                                                  ":word:",
                                                  ":+1:",
                                                  "(2 h)",
                                                  "(optional)",
                                                  "(40 h, core)",
                                                  "(free)",
                                                  "[x]",
                                                  "[ ]",
                                                  "[[w]]",
                                                  "[[w|v]]",
                                                  "[^1]",
                                                  "[!NOTE]",
                                                  "Note:",
                                                  "Requires: a",
                                                  "Hours: 3",
                                                  "by",
                                                  "**",
                                                  "*a*",
                                                  "_b_",
                                                  "`code`",
                                                  "~~c~~",
                                                  "<b>",
                                                  "&amp;",
                                                  "&#58;",
                                                  "http://x.io",
                                                  "www.x.io",
                                                  "{#id}",
                                                  "$x$",
                                                  "{{y}}",
                                                  "-",
                                                  "–",
                                                  ":",
                                                  "#",
                                                  "1.",
                                                  "2)",
                                                  "+",
                                                  "=",
                                                  "|",
                                                  "\\",
                                                  "\\:",
                                                  "[a](b)",
                                                  "![a](b)",
                                                  "]",
                                                  "(",
                                                  ")",
                                                  "(requires B)",
                                                  "(Paid)",
                                                  "all of X",
                                                  ", continued",
                                                  "...",
                                                  "***",
                                                  "(continued)",
                                                  "🎉"};
  std::string title;
  const std::uint32_t count = 1 + random.below(4);
  for (std::uint32_t i = 0; i < count; ++i) {
    if (!title.empty()) title += ' ';
    title += pieces[random.below(static_cast<std::uint32_t>(pieces.size()))];
  }
  return title;
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

// What the outline of a topic with that title and resource is read as.
TEST(RoundTrip, MarkdownKeepsTitlesWhateverTheyLookLike) {
  Random random(1912);
  for (int i = 0; i < 1500; ++i) {
    const std::string title = odd_title(random);
    const std::string resource = odd_title(random);
    const std::string yaml = "topics:\n  a: {hours: 2, title: " + quoted(title) + "}\n" +
                             "  b: {hours: 1, title: " + quoted(resource) +
                             ", requires: [a], resources: [{title: " + quoted(resource) +
                             ", url: 'https://x.io/?a|b&amp;c'}]}\n";
    const Roadmap written = read_back("map.yaml", yaml).roadmap;
    ASSERT_EQ(written.topics().size(), 2U) << yaml;
    const std::string outline = outline_markdown(TopicGraph(written));
    const Roadmap back = read_back("map.md", outline).roadmap;
    ASSERT_EQ(back.topics().size(), 2U) << outline;
    EXPECT_EQ(back.topics()[0].title, title) << outline;
    EXPECT_EQ(back.topics()[1].title, resource) << outline;
    EXPECT_EQ(back.topics()[0].hours, written.topics()[0].hours) << outline;
    const auto resources = back.resources(back.topics()[1].resources);
    ASSERT_EQ(resources.size(), 1U) << outline;
    EXPECT_EQ(resources.front().title, resource) << outline;
    EXPECT_EQ(resources.front().url, "https://x.io/?a|b&amp;c") << outline;
    EXPECT_EQ(resources.front().by, "") << outline;
  }
}

}  // namespace
}  // namespace prereq
