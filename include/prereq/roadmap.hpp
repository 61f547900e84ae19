// The roadmap: topics, what they require, sections, goals and resources, as the author wrote them.
//
// A Roadmap is immutable and cheap to copy (copies share one store); all its string_views live as
// long as any copy does. It is complete even when the input had errors: what could not be
// understood is missing from it and named in the Diagnostics of the reader. Topics, sections and
// goals are numbered in order of declaration, and that order is the last tie-break everywhere.
//
// Text is UTF-8 exactly as written: escape it before it goes into any other format.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "prereq/diagnostic.hpp"
#include "prereq/hours.hpp"
#include "prereq/source.hpp"

namespace prereq {

using TopicIndex = std::uint32_t;
using SectionIndex = std::uint32_t;
using GoalIndex = std::uint32_t;
using RequirementIndex = std::uint32_t;
inline constexpr std::uint32_t no_index = UINT32_MAX;

// Half-open range of indices into one of the roadmap's arrays.
struct IndexRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  constexpr std::uint32_t size() const { return last - first; }
  constexpr bool empty() const { return first == last; }
};

enum class Cost : std::uint8_t { unstated, free, paid };
enum class Level : std::uint8_t { core, optional, assumed };
enum class Choose : std::uint8_t { one, all };
enum class ResourceType : std::uint8_t {
  unstated,
  course,
  video,
  book,
  article,
  tool,
  notebook,
  project,
  docs,
  newsletter,
  channel,
  community,
};
std::string_view to_string(Cost cost);  // empty when unstated
std::string_view to_string(Level level);
std::string_view to_string(ResourceType type);  // empty when unstated

struct Resource {
  std::string_view title;  // never empty: the URL stands in for a missing title
  std::string_view url;    // empty when there is none
  std::string_view by;
  std::string_view part;
  std::string_view note;
  std::optional<HoursRange> hours;
  Cost cost = Cost::unstated;
  ResourceType type = ResourceType::unstated;
  Span span;
};

// One node of a requirement tree; entries of a group stand side by side in requirements().
//   topic     met when `topic` is learned; `least` is 0
//   all       met when all entries are
//   any       met when one entry is; the author's preference first
//   at_least  met when `least` entries are
// `least` holds the number of entries needed for every group kind.
//
// Entries of an `any` or `at_least` that repeat one another count once. An entry contains another
// if it names every topic that the other names, both at any depth; two that name the same topics
// contain one another, and the first as written is taken for the contained one. A name that is not
// defined is never repeated. Of entries that hang together in this way, directly or through others,
// those count that contain none of the others, and if only others are met, these count as 1:
//   at-least: 2, of: [a, b, a]                        a and b
//   at-least: 2, of: [a, {all: [a, b]}, c]            a and c
//   at-least: 2, of: [a, {any: [a, b]}, c]            (a or b) and c
//   at-least: 2, of: [a, b, {any: [a, b]}]            a and b
//   at-least: 2, of: [{any: [a, b]}, {any: [a, c]}]   a alone will do: neither contains the other
// `entries` hold what counts like that by itself, so that whoever goes through them need not know:
// without entries that say the same as an earlier one and, where more than one is needed, with
// groups of those that count as one. Learnability, paths, `why`, metrics and redundancy go by them.
// A group of fewer entries than `least` can never be met. Roadmap::written() has what the author
// wrote: files are written from it, and a junction in a drawing has a line for each different one.
//
// `section:ID` is a group of kind `all` with that as its name, of the section's topics that are not
// optional, the topic that it is said of aside; in `recommends` and `corequisites` it is these
// topics themselves. What a section requires stands at the end of the lists of its topics, in each
// by itself. Roadmap::origin() tells such entries from what a topic says itself.
enum class RequirementKind : std::uint8_t { topic, all, any, at_least };
struct Requirement {
  RequirementKind kind = RequirementKind::topic;
  std::uint32_t least = 0;
  IndexRange entries;           // as they count
  TopicIndex topic = no_index;  // no_index when the name is not defined: it counts as learnable
  Span span;
  std::string_view name;  // as written, for kind topic; of a group `section:ID`, else empty
  std::string_view because;
};

// Where an entry comes from that a topic or goal does not name itself.
struct RequirementOrigin {
  SectionIndex named = no_index;    // that of `section:ID`, whose group or topic the entry is
  SectionIndex said_by = no_index;  // the section, around the topic, that requires it
};

struct Topic {
  std::string_view id;
  std::string_view title;  // given, or made from the id
  std::string_view description;
  std::string_view note;
  SectionIndex section = no_index;
  Level level = Level::core;
  Choose choose = Choose::one;
  bool hours_guessed = false;       // nothing stated hours; `hours` is 1
  bool hours_of_resources = false;  // it states none itself; `hours` is taken from its resources
  HoursRange hours;                 // own, or from the resources, or guessed
  IndexRange requirements;          // every entry is needed, its sections' too; of requirements()
  IndexRange recommendations;       // entries of kind topic, its sections' too
  IndexRange corequisites;          // entries of kind topic
  IndexRange resources;
  Span span;  // of the id
};

struct Section {
  std::string_view id;
  std::string_view title;
  std::string_view description;
  std::string_view note;
  SectionIndex parent = no_index;  // always a lower number: sections are in preorder
  // These hold for each of its topics, but where an entry names the topic or a section around it.
  IndexRange requirements;
  IndexRange recommendations;  // entries of kind topic, or groups for `section:ID`
  IndexRange resources;
  Span span;
};

struct Goal {
  std::string_view id;
  std::string_view title;
  std::string_view description;
  IndexRange requirements;  // every entry is needed
  Span span;
};

// A silenced code with its reason; `topic` is no_index for the whole file.
struct Allowance {
  Code code;
  std::string_view reason;
  TopicIndex topic = no_index;
  Span span;
};

// Another name of a topic: it may be used wherever the id may.
struct Alias {
  std::string_view name;
  TopicIndex topic = no_index;
  Span span;
};

struct RoadmapData;

class Roadmap {
 public:
  // An empty roadmap.
  Roadmap();
  // Takes what a reader gathered, resolves names and hours, and reports duplicates and unknown
  // names. O(size of the data, and of what sections stand for) expected; that is bounded.
  Roadmap(RoadmapData&& data, Diagnostics& diagnostics);

  std::string_view title() const;
  std::string_view description() const;
  std::string_view note() const;
  std::string_view base() const;

  std::span<const Topic> topics() const;
  std::span<const Section> sections() const;
  std::span<const Goal> goals() const;
  std::span<const Allowance> allowances() const;
  std::span<const Alias> aliases() const;
  // Requirement nodes of all topics, goals and sections; IndexRanges of entries point into this.
  // Some belong to none: what was written, where a list had to be made longer.
  std::span<const Requirement> requirements() const;
  std::span<const Requirement> requirements(IndexRange range) const;
  RequirementOrigin origin(RequirementIndex entry) const;  // O(log entries)
  // The entries of a group as the author wrote them, also where they repeat one another.
  IndexRange written(RequirementIndex group) const;  // O(log groups)
  std::span<const Resource> resources(IndexRange range) const;
  // Resources of the file itself, without topic or section.
  std::span<const Resource> roadmap_resources() const;

  // Whether it is made of a section of links alone that is named, requires or recommends something:
  // its only topic, with its title and resources, and its id where that is free.
  bool stands_for_section(TopicIndex topic) const;

  // By id or alias; expected O(1).
  std::optional<TopicIndex> find_topic(std::string_view id) const;
  std::optional<GoalIndex> find_goal(std::string_view id) const;
  std::optional<SectionIndex> find_section(std::string_view id) const;

  // Its terms are quarters, as a curriculum said: complexity counts two thirds (metrics.hpp).
  bool has_quarters() const;

  // A syntax error cut the reading short: names may look unknown only because of that.
  bool is_incomplete() const;

  // It is incomplete, or an entry, a name or a field is missing because of a mistake: what looks
  // unused may not be.
  bool has_gaps() const;

 private:
  std::shared_ptr<const RoadmapData> data_;
};

}  // namespace prereq
