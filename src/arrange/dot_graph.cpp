#include "arrange/dot_graph.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "arrange/graph_ids.hpp"

namespace prereq {
namespace {

constexpr double points_per_inch = 72;
// Cards and passed rows up to which Graphviz may search for the best coordinates.
constexpr std::size_t most_pieces_at_leisure = 1200;
// Beside titles, for edges that pass and for faces that run wider than the one measured.
constexpr double title_clearance = 8;

// cgraph of 2.42 takes `char*` where it means `const char*`.
char* mutable_text(const std::string& text) { return const_cast<char*>(text.c_str()); }
char* mutable_text(const char* text) { return const_cast<char*>(text); }

void set_default(Agraph_t* graph, int kind, const char* name, const char* value) {
  agattr(graph, kind, mutable_text(name), mutable_text(value));
}

std::string inches(double px) { return fmt::format("{:.5f}", px / points_per_inch); }

// cgraph writes a backslash as it is, also before the closing quote, and takes a name that starts
// with '%' for none.
std::string exported_name(std::string_view id) {
  std::string exported = id.starts_with('%') ? "\\" : "";
  for (const char c : id) exported += c == '\\' ? "\\\\" : std::string(1, c);
  return exported;
}

// Graphviz copies what looks like an entity from names into its SVG as it stands.
std::string in_markup(std::string_view name) {
  std::string escaped;
  for (const char c : name) escaped += c == '&' ? "&amp;" : std::string(1, c);
  return escaped;
}

class Builder {
 public:
  Builder(const View& view, const ArrangementPlan& plan, NodeNames names)
      : view_(view),
        plan_(plan),
        names_(names),
        clearance_(names == NodeNames::numbered ? 2 * Spacing::card_clearance : 0) {}

  DotGraph build() {
    start();
    add_spine();
    add_clusters();
    add_titles();
    add_cards();
    add_edges();
    keep_columns_in_order();
    return std::move(result_);
  }

 private:
  bool runs_down() const { return plan_.direction == Direction::down; }

  void start() {
    result_.graph.reset(agopen(mutable_text("prereq"), Agdirected, numbered_in_order()));
    root_ = result_.graph.get();
    const double row_gap =
        (runs_down() ? Spacing::between_rows : Spacing::between_columns) - clearance_;
    set_default(root_, AGRAPH, "rankdir", runs_down() ? "TB" : "LR");
    set_default(root_, AGRAPH, "newrank", "true");
    set_default(root_, AGRAPH, "outputorder", "edgesfirst");
    set_default(root_, AGRAPH, "nodesep", inches(Spacing::between_cards).c_str());
    set_default(root_, AGRAPH, "ranksep", inches(row_gap).c_str());
    if (plan_.pieces() > most_pieces_at_leisure) {
      // A little wider, but in a fraction of the time; crossings stay as they are.
      set_default(root_, AGRAPH, "nslimit", "0.1");
      set_default(root_, AGRAPH, "nslimit1", "0.1");
      set_default(root_, AGRAPH, "mclimit", "0.3");
    }
    set_default(root_, AGRAPH, "rank", "");
    set_default(root_, AGRAPH, "style", "");
    set_default(root_, AGRAPH, "margin", "");
    set_default(root_, AGNODE, "shape", "box");
    set_default(root_, AGNODE, "fixedsize", "true");
    set_default(root_, AGNODE, "label", "");
    set_default(root_, AGNODE, "style", "");
    set_default(root_, AGNODE, "width", "0.06");
    set_default(root_, AGNODE, "height", "0.06");
    set_default(root_, AGEDGE, "constraint", "true");
    set_default(root_, AGEDGE, "weight", "1");
    set_default(root_, AGEDGE, "style", "");
    set_default(root_, AGEDGE, "arrowhead", "normal");
    set_default(root_, AGEDGE, "arrowsize", "0.7");
  }

  Agnode_t* add_node(Agraph_t* graph, const std::string& name, double width, double height) {
    Agnode_t* node = agnode(graph, mutable_text(name), 1);
    set_attribute(node, "width", inches(width));
    set_attribute(node, "height", inches(height));
    return node;
  }

  // A point has no label: an empty one would be written as none, and be read as the name.
  Agnode_t* add_helper(Agraph_t* graph, const std::string& name) {
    Agnode_t* node = agnode(graph, mutable_text(name), 1);
    set_attribute(node, "shape", "point");
    set_attribute(node, "style", "invis");
    set_attribute(node, "class", "prereq-helper");
    return node;
  }

  // One node a row, kept in a column by heavy edges; the only edges that rank anything. Each band
  // has a row of its own above it, for the anchors that keep its columns in order.
  void add_spine() {
    const auto& layering = plan_.layering;
    for (std::uint32_t row = 0; row < layering.row_count; ++row) {
      if (std::ranges::binary_search(layering.band_rows, row)) anchor_rows_.push_back(add_row());
      rows_.push_back(add_row());
    }
  }

  Agraph_t* add_row() {
    const std::size_t number = rows_.size() + anchor_rows_.size();
    Agraph_t* same = agsubg(root_, mutable_text(fmt::format("row {}", number)), 1);
    set_attribute(same, "rank", "same");
    Agnode_t* node = add_helper(same, fmt::format("spine {}", number));
    if (last_spine_ != nullptr) {
      Agedge_t* edge = agedge(root_, last_spine_, node, nullptr, 1);
      set_attribute(edge, "style", "invis");
      set_attribute(edge, "weight", "100");
    }
    last_spine_ = node;
    return same;
  }

  void add_clusters() {
    const std::vector<double> least_widths = least_widths_of_sections();
    // A box around the page makes dot pull it together: cluster widths weigh more than edges.
    Agraph_t* page = agsubg(root_, mutable_text("cluster of the page"), 1);
    set_attribute(page, "style", "invis");
    page_ = page;
    for (std::size_t s = 0; s < view_.sections.size(); ++s) {
      const ViewSection& section = view_.sections[s];
      Agraph_t* cluster = nullptr;
      if (least_widths[s] > 0) {
        Agraph_t* around = section.parent == no_index ? page : result_.clusters[section.parent];
        cluster = agsubg(around, mutable_text("cluster " + name(s, section.id)), 1);
        const double margin =
            runs_down() ? Spacing::box_padding : title_margin(plan_.titles[s], least_widths[s]);
        set_attribute(cluster, "margin", fmt::format("{}", margin));
      }
      result_.clusters.push_back(cluster);
    }
  }

  // From the first card to the last of pictures that run to the right, if no card elsewhere
  // spreads their columns; of others, of the widest card. 0 for a section without cards.
  std::vector<double> least_widths_of_sections() const {
    std::map<std::pair<std::size_t, std::uint32_t>, double> columns;
    for (std::size_t c = 0; c < view_.cards.size(); ++c) {
      const std::uint32_t column = runs_down() ? 0 : plan_.layering.row_of_item[c];
      for (auto s = view_.cards[c].section; s != no_index; s = view_.sections[s].parent) {
        double& width = columns[{s, column}];
        width = std::max(width, plan_.cards[c].box.width);
      }
    }
    std::vector<double> widths(view_.sections.size(), 0);
    for (const auto& [key, width] : columns) {
      double& total = widths[key.first];
      total += width + (total > 0 ? Spacing::between_columns : 0);
    }
    return widths;
  }

  // A picture that runs to the right has its titles in the margin: as high as the title, and as
  // wide as makes the box wide enough for it.
  static double title_margin(const MeasuredTitle& title, double cards_width) {
    const double needed = title.width + 2 * Spacing::box_padding - cards_width;
    return std::max(title.height + 8, std::ceil(needed / 2));
  }

  void add_titles() {
    for (std::size_t s = 0; s < view_.sections.size(); ++s) {
      Agnode_t* node = nullptr;
      const auto& rows = plan_.layering.row_of_title;
      if (result_.clusters[s] != nullptr && s < rows.size() && rows[s] != no_index) {
        const MeasuredTitle& title = plan_.titles[s];
        node = add_node(result_.clusters[s], "title " + name(s, view_.sections[s].id),
                        std::ceil(title.width / 2) * 2 + title_clearance, title.height);
        set_attribute(node, "style", "invis");
        set_attribute(node, "class", "prereq-helper");
        agsubnode(rows_[rows[s]], node, 1);
      }
      result_.titles.push_back(node);
    }
  }

  void add_cards() {
    for (std::size_t c = 0; c < view_.cards.size(); ++c) {
      const ViewCard& card = view_.cards[c];
      Agraph_t* around = card.section == no_index ? page_ : result_.clusters[card.section];
      Agnode_t* node =
          add_node(around, card_name(c), plan_.cards[c].box.width + (runs_down() ? 0 : clearance_),
                   plan_.cards[c].box.height + (runs_down() ? clearance_ : 0));
      agsubnode(rows_[plan_.layering.row_of_item[c]], node, 1);
      result_.cards.push_back(node);
    }
  }

  void add_edges() {
    for (std::size_t e = 0; e < view_.edges.size(); ++e) {
      const ViewEdge& edge = view_.edges[e];
      // A key keeps parallel edges apart.
      Agedge_t* drawn =
          agedge(root_, result_.cards[edge.prerequisite], result_.cards[edge.dependent],
                 mutable_text(fmt::format("{}", e)), 1);
      const bool same_section =
          view_.cards[edge.prerequisite].section == view_.cards[edge.dependent].section;
      if (same_section) set_attribute(drawn, "weight", "3");
      const auto& rows = plan_.layering.row_of_item;
      if (rows[edge.prerequisite] >= rows[edge.dependent]) {
        set_attribute(drawn, "constraint", "false");
      }
      if (view_.cards[edge.dependent].kind == CardKind::junction) {
        set_attribute(drawn, "arrowhead", "none");
      }
      result_.edges.push_back(drawn);
    }
  }

  // dot ignores edges within a row between clusters, so the order is set among free nodes in the
  // row above the band, each of which holds its column's first box below itself: crossing many
  // invisible edges is what dot avoids first.
  void keep_columns_in_order() {
    const auto& layering = plan_.layering;
    for (std::size_t band = 0; band < layering.boxes_of_band.size(); ++band) {
      Agnode_t* left = nullptr;
      for (const std::uint32_t box : layering.boxes_of_band[band]) {
        Agnode_t* top = first_node_of(box);
        if (top == nullptr) continue;
        Agnode_t* anchor = add_helper(page_, fmt::format("anchor {}", box));
        agsubnode(anchor_rows_[band], anchor, 1);
        if (left != nullptr) hold(left, anchor, 0);
        for (int i = 0; i < 6; ++i) hold(anchor, top, i);
        left = anchor;
      }
    }
  }

  void hold(Agnode_t* from, Agnode_t* to, int key) {
    Agedge_t* edge = agedge(root_, from, to, mutable_text(fmt::format("hold {}", key)), 1);
    set_attribute(edge, "style", "invis");
  }

  // The box's title, or a card of its first row.
  Agnode_t* first_node_of(std::uint32_t box) {
    if (box < result_.titles.size() && result_.titles[box] != nullptr) return result_.titles[box];
    const auto card = plan_.layering.first_item_of_box[box];
    return card == no_index ? nullptr : result_.cards[card];
  }

  std::string name(std::size_t index, const std::string& id) const {
    if (names_ == NodeNames::numbered) return fmt::format("{}", index);
    return names_ == NodeNames::from_ids ? exported_name(id) : in_markup(exported_name(id));
  }

  // Ids hold no space, so names with one cannot clash with a topic's.
  std::string card_name(std::size_t c) const {
    const ViewCard& card = view_.cards[c];
    std::string plain = name(c, card.id);
    if (card.kind == CardKind::junction) return "junction " + plain;
    if (card.kind == CardKind::links) return "links " + plain;
    if (card.kind == CardKind::section) return "section " + plain;
    return plain;
  }

  const View& view_;
  const ArrangementPlan& plan_;
  NodeNames names_;
  double clearance_;  // an exported graph shows cards as large as they are
  DotGraph result_;
  Agraph_t* root_ = nullptr;
  Agraph_t* page_ = nullptr;
  std::vector<Agraph_t*> rows_;
  std::vector<Agraph_t*> anchor_rows_;  // one a band
  Agnode_t* last_spine_ = nullptr;
};

}  // namespace

void set_attribute(void* object, const char* name, const std::string& value) {
  agsafeset(object, mutable_text(name), mutable_text(value), mutable_text(""));
}

DotGraph build_dot_graph(const View& view, const ArrangementPlan& plan, NodeNames names) {
  return Builder(view, plan, names).build();
}

}  // namespace prereq
