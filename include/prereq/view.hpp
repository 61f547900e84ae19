// What a picture shows: cards, edges and sections, with their words but without coordinates.
//
// A View is plain data made from a roadmap by select_view(); anything may be changed in it before
// it is arranged. Cards stand in order of declaration, sections in preorder. Strings are author
// text or made from it: never escaped here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "prereq/next.hpp"
#include "prereq/topic_graph.hpp"

namespace prereq {

enum class CardKind : std::uint8_t {
  topic,
  milestone,  // a topic of 0 hours without resources: drawn small
  goal,       // an end flag
  junction,   // joins alternatives: "one of", "2 of 3"; or "all of" inside one
  links,      // the resources of a section that has no topics
  section,    // a collapsed section; `section` is the one that it stands in
};

// Where a learner stands with a topic or goal.
enum class CardState : std::uint8_t {
  none,     // nobody asked
  done,     // known, or reached
  ready,    // can be started now
  blocked,  // needs others first
};

// What a view brings out. Words and lines tell it, colour only helps.
enum class Emphasizing : std::uint8_t {
  nothing,
  critical,  // the chain of `requires` edges with most hours
  blocking,  // what many others depend on
  chosen,    // topics that somebody named
};

// Of a card or an edge, where a view brings out a chain or what was chosen: part of it, or beside.
enum class Emphasis : std::uint8_t { none, strong, quiet };

inline constexpr std::uint8_t most_shade = 4;

// A line below a card's detail, or below the picture's heading.
struct ViewLine {
  std::string text;
  std::string url;  // where the line leads; empty for nowhere
  Cost cost = Cost::unstated;
};

// A goal that requires one topic and nothing else: a pennant on that topic's card, instead of a
// card and an edge of its own.
struct ViewPennant {
  std::string id;  // of the goal
  std::string title;
  std::uint32_t place = 0;  // among all goals of the view, cards and pennants
  CardState state = CardState::none;
  Emphasis emphasis = Emphasis::none;
  std::string because = {};               // why the goal requires that topic
  std::vector<std::string> tooltip = {};  // one line for what the goal's description says
  std::string label = {};                 // the goal in words, for a screen reader
};

struct ViewCard {
  CardKind kind = CardKind::topic;
  std::string id;  // of the topic or goal; of a junction, its dependent's id, '/' and a number
  std::string title;
  std::string detail;                // "4 h · 1 link"; empty for none
  std::string hours;                 // of a topic, as a roadmap file states them; empty for none
  std::uint32_t section = no_index;  // into View::sections
  bool optional = false;
  bool assumed = false;
  std::uint32_t number = 0;  // place in the path, from 1; 0 for none
  CardState state = CardState::none;
  bool focus = false;    // what the view is about
  bool context = false;  // stands elsewhere, and is here for its edges
  // Section whose colour it has where that is not the one it stands in.
  std::uint32_t colour = no_index;
  bool in_cycle = false;  // cannot be learned, because of edges that are shown
  Emphasis emphasis = Emphasis::none;
  std::uint32_t blocks = 0;           // with Emphasizing::blocking: how many topics depend on it
  std::uint8_t shade = 0;             // how dark that makes it, from 1 to most_shade; 0 for none
  std::vector<ViewLine> lines;        // resources, or what was not chosen
  std::string url;                    // where the card leads; empty for nowhere
  std::vector<ViewPennant> pennants;  // in order of declaration
  std::vector<std::string> tooltip;   // one line a resource
  std::string label;  // the card in words, for a screen reader: what it requires and unlocks
};

enum class EdgeStyle : std::uint8_t { required, recommended, corequisite, alternative };

struct ViewEdge {
  std::uint32_t prerequisite;  // into View::cards
  std::uint32_t dependent;     // into View::cards
  EdgeStyle style = EdgeStyle::required;
  std::string from;  // ids of the topics or goals that the edge connects, junctions looked through
  std::string to;
  std::string because;
  bool both_ways = false;  // between collapsed sections that depend on each other
  bool in_cycle = false;
  Emphasis emphasis = Emphasis::none;
  // An end that is a section's box, into View::sections: all topics of the section need
  // `prerequisite`, or `dependent` needs them all, or the author says it of the section. The card
  // then is the first one that stands in the box. no_index for an end that is the card itself.
  std::uint32_t prerequisite_section = no_index;
  std::uint32_t dependent_section = no_index;
  // Whether "all topics" of such a box includes the optional ones.
  bool prerequisites_optional_too = false;
  bool dependents_optional_too = false;
  // The edges that such an edge is drawn instead of, at least two, or one where the author names
  // the section and it implies the others. `because` joins their reasons. Else empty.
  std::vector<ViewEdge> instead_of = {};

  bool ends_at_box() const {
    return prerequisite_section != no_index || dependent_section != no_index;
  }
};

struct ViewSection {
  std::string id;
  std::string title;
  std::string detail;  // "85 h"
  std::uint32_t parent = no_index;
};

struct View {
  std::string title;
  std::string summary;                // "14 topics, 212 hours"
  std::string shows;                  // what of the roadmap; empty for all of it, as it is
  std::vector<std::string> problems;  // said below that
  std::vector<ViewLine> links;        // and these, such as the way to other pictures
  std::string description;            // the picture in words
  Emphasizing emphasizing = Emphasizing::nothing;
  std::vector<ViewCard> cards;
  std::vector<ViewEdge> edges;
  std::vector<ViewSection> sections;
  // How many of the edges between these cards are left out because others imply them.
  std::size_t redundant_edges = 0;
};

// How much a card says.
enum class Detail : std::uint8_t {
  title,
  summary,    // and hours, and how many resources
  resources,  // and which, each with its link
};

// Topics and what is near them.
struct Neighbourhood {
  std::vector<TopicIndex> centre;
  std::optional<std::uint32_t> depth = 1;  // most edges away; nothing for any number
  bool upstream = true;                    // what the centre depends on
  bool downstream = true;                  // what depends on it
  // What the centre is called, if the rest only gives it its context: that is drawn faintly, in no
  // section's box, without edges among itself. Otherwise the centre is in focus.
  std::optional<std::string> name = {};
};

struct ViewOptions {
  // Redundant ones too, none joined in one that ends at a box, and a card for each goal.
  bool all_edges = false;
  // What somebody knows and can start, which every card then says. With `learner->path`, only that
  // path: its topics, numbered, the goals it was asked for, and what of the known it builds on.
  // Then `core_only`, `around` and the collapsing options do not apply.
  std::optional<Next> learner = {};
  bool core_only = false;  // no optional topics but those that others cannot do without
  std::optional<Neighbourhood> around = {};
  std::vector<SectionIndex> collapse = {};  // one card each, with the edges of what they hold
  bool collapse_all = false;                // every section that holds topics itself
  Detail detail = Detail::summary;
  bool cycles = false;  // mark what makes topics impossible to learn
  Emphasizing emphasizing = Emphasizing::nothing;
  std::vector<TopicIndex> chosen = {};  // with Emphasizing::chosen
  // Where the roadmap was read from: names the files of lines if there are several.
  const Sources* sources = nullptr;
};

// O(V + E) beyond the search for redundant edges (redundancy.hpp). A path's redundant edges are
// those that its other edges imply; among more than 10,000 cards they are not looked for.
View select_view(const TopicGraph& graph, const ViewOptions& options = {});

// The same with a card for every goal and a line for every edge, for formats that have neither
// pennants nor edges that end at boxes. Goals stand in order of declaration. O(V + E).
View with_every_line(View view);

// Where alternatives have more than 20,000 lines: the view with the junctions of each topic joined
// in one, to which a line leads from everything that is in any of them. It says so among its
// problems. Nothing where there are fewer lines or nothing to join. O(E log E).
std::optional<View> with_joined_alternatives(const View& view);
inline constexpr std::string_view joined_alternatives_words =
    "the alternatives of each topic are drawn as one choice: there are too many lines";

// The cards that "all topics" of a section means in the picture, in order: those that stand in its
// box or in one inside; the optional ones if `optional_too`. O(V).
std::vector<std::uint32_t> topics_in_box(const View& view, std::uint32_t section,
                                         bool optional_too);

// What a picture of the view shows in one line, for a page's alternative text: title, then
// `shows` or the summary.
std::string picture_alt(const View& view);

}  // namespace prereq
