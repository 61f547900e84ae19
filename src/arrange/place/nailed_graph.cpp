// Built with cgraph's calls, slot by slot and row by row.
#include "arrange/place/nailed_graph.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "arrange/graph_ids.hpp"
#include "arrange/plan/problem.hpp"

namespace prereq {
namespace {

constexpr double points_per_inch = 72;
constexpr double border_px = 2;
// Of the edges that hold the page's own borders straight: less, and single rows would bulge.
constexpr const char* straight_page = "1000";
constexpr double gap_for_lines = 14;  // rows are set further apart when the picture is dressed

// cgraph of 2.42 takes `char*` where it means `const char*`.
char* text(const char* words) { return const_cast<char*>(words); }

std::string inches(double px) { return fmt::format("{:.5f}", px / points_per_inch); }

class NailedGraphBuilder {
 public:
  NailedGraphBuilder(const View& view, const PagePlan& plan)
      : view_(view), plan_(plan), down_(plan.direction == Direction::down) {}

  NailedGraph build() {
    declare();
    passes_.resize(view_.edges.size());
    result_.cards.assign(view_.cards.size(), nullptr);
    doors_in_.assign(view_.sections.size(), nullptr);
    doors_out_.assign(view_.sections.size(), nullptr);
    left_above_.assign(view_.sections.size(), nullptr);
    right_above_.assign(view_.sections.size(), nullptr);
    for (std::uint32_t row = 0; row < plan_.rows.size(); ++row) add_row(row);
    for (std::uint32_t e = 0; e < view_.edges.size(); ++e) add_edge(e);
    return std::move(result_);
  }

 private:
  void declare() {
    result_.graph.reset(agopen(text("prereq"), Agdirected, numbered_in_order()));
    graph_ = result_.graph.get();
    const auto graph_default = [&](const char* name, const char* value) {
      return agattr(graph_, AGRAPH, text(name), text(value));
    };
    graph_default("rankdir", down_ ? "TB" : "LR");
    graph_default("nodesep", inches(Spacing::unit).c_str());
    graph_default("ranksep", inches(down_ ? gap_for_lines : Spacing::between_columns).c_str());
    rank_ = graph_default("rank", "");
    const auto node_default = [&](const char* name, const char* value) {
      return agattr(graph_, AGNODE, text(name), text(value));
    };
    node_default("shape", "box");
    node_default("fixedsize", "true");
    node_default("label", "");
    width_ = node_default("width", inches(border_px).c_str());
    height_ = node_default("height", inches(border_px).c_str());
    const auto edge_default = [&](const char* name, const char* value) {
      return agattr(graph_, AGEDGE, text(name), text(value));
    };
    weight_ = edge_default("weight", "1");
    style_ = edge_default("style", "");
    minlen_ = edge_default("minlen", "1");
    direction_ = edge_default("dir", "none");
    tailport_ = edge_default("tailport", "");
    headport_ = edge_default("headport", "");
    edge_default("arrowsize", "0.7");
  }

  static void set(void* object, Agsym_t* attribute, const char* value) {
    agxset(object, attribute, text(value));
  }

  // Anonymous: it is known by where it is kept.
  Agnode_t* add_node(double breadth, double depth) {
    Agnode_t* node = agnode(graph_, nullptr, 1);
    set(node, width_, inches(down_ ? breadth : depth).c_str());
    set(node, height_, inches(down_ ? depth : breadth).c_str());
    return node;
  }
  Agnode_t* add_point() { return agnode(graph_, nullptr, 1); }

  void join(Agnode_t* from, Agnode_t* to, const char* weight, const char* least_gap = nullptr) {
    Agedge_t* edge = agedge(graph_, from, to, nullptr, 1);
    set(edge, style_, "invis");
    set(edge, weight_, weight);
    if (least_gap != nullptr) set(edge, minlen_, least_gap);
  }

  void add_row(std::uint32_t row) {
    measure_row(row);
    Agraph_t* same = agsubg(graph_, nullptr, 1);
    set(same, rank_, "same");
    Agnode_t* spine = add_point();
    agsubnode(same, spine, 1);
    if (spine_ != nullptr) join(spine_, spine, straight_page);
    std::vector<Agnode_t*> nodes;
    Agnode_t* before = spine;
    const Slot* slot_before = nullptr;
    for (const Slot& slot : plan_.rows[row]) {
      Agnode_t* node = add_slot(slot, row);
      agsubnode(same, node, 1);
      row_of_[node] = row;
      join(before, node, pull(slot_before, slot), least_gap(slot_before, slot));
      nodes.push_back(node);
      before = node;
      slot_before = &slot;
    }
    if (plan_.pull > 0) {
      Agnode_t* edge_of_page = add_point();
      agsubnode(same, edge_of_page, 1);
      join(before, edge_of_page, "1");
      if (page_edge_ != nullptr) {
        join(page_edge_, edge_of_page, straight_page);
      } else {
        join(spine, edge_of_page, std::to_string(plan_.pull).c_str());
      }
      page_edge_ = edge_of_page;
    }
    spine_ = spine;
    result_.slots.push_back(std::move(nodes));
  }

  // Boxes are drawn tight around what is in them: what stands in a box holds together more than
  // what is beside it.
  static const char* pull(const Slot* before, const Slot& slot) {
    if (before == nullptr) return "1";
    const auto is_border = [](const Slot& s) {
      return s.kind == SlotKind::left_border || s.kind == SlotKind::right_border;
    };
    const bool after_border = is_border(*before);
    const bool before_border = is_border(slot);
    if (after_border && slot.kind == SlotKind::title) return "6";
    if (after_border && before_border) return "1";
    const bool from_inside = before_border && slot.kind == SlotKind::right_border;
    const bool to_inside = after_border && before->kind == SlotKind::left_border;
    if (from_inside || to_inside) return "3";
    return after_border || before_border ? "1" : "2";
  }

  static const char* least_gap(const Slot* before, const Slot& slot) {
    return before != nullptr && units_between(*before, slot) == 2 ? "2" : nullptr;
  }

  // As Graphviz sees it: that of the deepest card.
  void measure_row(std::uint32_t row) {
    double depth = border_px;
    for (const Slot& slot : plan_.rows[row]) {
      if (slot.kind == SlotKind::card) {
        const Box& box = plan_.cards[slot.index].box;
        depth = std::max(depth, (down_ ? box.height : box.width) + 2 * Spacing::card_clearance);
      } else if (slot.kind == SlotKind::title) {
        depth = std::max(depth, plan_.titles[slot.index].height);
      }
    }
    depth_of_row_.push_back(depth);
  }

  Agnode_t* add_slot(const Slot& slot, std::uint32_t row) {
    switch (slot.kind) {
      case SlotKind::card: {
        const Box& box = plan_.cards[slot.index].box;
        constexpr double clearance = 2 * Spacing::card_clearance;
        Agnode_t* node = down_ ? add_node(box.width, box.height + clearance)
                               : add_node(box.height, box.width + clearance);
        result_.cards[slot.index] = node;
        return node;
      }
      case SlotKind::title: {
        const MeasuredTitle& title = plan_.titles[slot.index];
        return add_node(title.width + Spacing::title_clearance, title.height);
      }
      case SlotKind::left_border: return add_border(slot.index, left_above_, true);
      case SlotKind::right_border: return add_border(slot.index, right_above_, false);
      case SlotKind::door: {
        Agnode_t* node = add_point();
        (slot.is_entrance ? doors_in_ : doors_out_)[slot.index] = node;
        return node;
      }
      case SlotKind::pass: {
        Agnode_t* node = add_node(border_px, depth_of_row_[row]);
        passes_[slot.index].push_back(node);
        return node;
      }
    }
    return nullptr;
  }

  // Titles that take no row stand along the upper border, in a picture that runs to the right.
  Agnode_t* add_border(std::uint32_t section, std::vector<Agnode_t*>& above, bool left) {
    const bool holds_title = left && !plan_.titles_take_rows;
    // In the first column lines keep off the title as they do off cards.
    const bool first = above[section] == nullptr;
    const double depth = first ? plan_.titles[section].width + Spacing::title_clearance : border_px;
    Agnode_t* node = holds_title ? add_node(title_strip_px(plan_, section), depth) : add_point();
    if (above[section] != nullptr) {
      // More than all that pulls at them together: boxes would reach into one another else.
      join(above[section], node, "50000");
    }
    above[section] = node;
    return node;
  }

  Agnode_t* end_of(std::uint32_t card, std::uint32_t section,
                   const std::vector<Agnode_t*>& doors) const {
    if (section != no_index && doors[section] != nullptr) return doors[section];
    return result_.cards[card];
  }

  void add_edge(std::uint32_t e) {
    const ViewEdge& edge = view_.edges[e];
    Agnode_t* from = end_of(edge.prerequisite, edge.prerequisite_section, doors_out_);
    Agnode_t* to = end_of(edge.dependent, edge.dependent_section, doors_in_);
    const bool up = row_of_[from] > row_of_[to];
    if (up) std::swap(from, to);
    const bool together =
        edge.prerequisite_section == no_index && edge.dependent_section == no_index &&
        view_.cards[edge.prerequisite].section == view_.cards[edge.dependent].section;
    const bool arrow = edge.dependent_section != no_index ||
                       view_.cards[edge.dependent].kind != CardKind::junction;
    std::vector<Agedge_t*> pieces;
    Agnode_t* last = from;
    const std::vector<Agnode_t*>& passes = passes_[e];
    for (std::size_t i = 0; i <= passes.size(); ++i) {
      const bool ends = i == passes.size();
      Agedge_t* piece = agedge(graph_, last, ends ? to : passes[i], nullptr, 1);
      const bool through = i > 0 && !ends;
      const bool whole = passes.empty();
      set(piece, weight_, through ? "12" : whole && together ? "4" : "2");
      if (i > 0) set(piece, tailport_, down_ ? "s" : "e");
      if (!ends) set(piece, headport_, down_ ? "n" : "w");
      const bool arrow_here = arrow && (up ? i == 0 : ends);
      set(piece, direction_, !arrow_here ? "none" : up ? "back" : "forward");
      pieces.push_back(piece);
      if (!ends) last = passes[i];
    }
    result_.edges.push_back(std::move(pieces));
    result_.upper_row.push_back(row_of_[from]);
    result_.leads_up.push_back(up);
  }

  const View& view_;
  const PagePlan& plan_;
  bool down_;
  NailedGraph result_;
  Agraph_t* graph_ = nullptr;
  Agsym_t* rank_ = nullptr;
  Agsym_t* width_ = nullptr;
  Agsym_t* height_ = nullptr;
  Agsym_t* weight_ = nullptr;
  Agsym_t* style_ = nullptr;
  Agsym_t* minlen_ = nullptr;
  Agsym_t* direction_ = nullptr;
  Agsym_t* tailport_ = nullptr;
  Agsym_t* headport_ = nullptr;
  Agnode_t* spine_ = nullptr;      // the last row's point left of everything
  Agnode_t* page_edge_ = nullptr;  // and right of it, on a page of a certain breadth
  std::map<Agnode_t*, std::uint32_t> row_of_;
  std::vector<std::vector<Agnode_t*>> passes_;  // of each edge, by row
  std::vector<double> depth_of_row_;
  std::vector<Agnode_t*> doors_in_;
  std::vector<Agnode_t*> doors_out_;
  std::vector<Agnode_t*> left_above_;
  std::vector<Agnode_t*> right_above_;
};

}  // namespace

double title_strip_px(const PagePlan& plan, std::uint32_t section) {
  constexpr double above_and_below = 6;
  return plan.titles[section].height + above_and_below;
}

NailedGraph build_nailed_graph(const View& view, const PagePlan& plan) {
  return NailedGraphBuilder(view, plan).build();
}

}  // namespace prereq
