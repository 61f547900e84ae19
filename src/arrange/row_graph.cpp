#include "arrange/row_graph.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <tuple>
#include <utility>

namespace prereq {
namespace {

class RowGraphBuilder {
 public:
  RowGraphBuilder(const View& view, const ArrangementPlan& plan, Bands bands)
      : view_(view), plan_(plan), layering_(plan.layering) {
    graph_.rows.resize(layering_.row_count);
    find_bands();
    if (bands == Bands::one) join_bands();
    number_rows();
    find_columns();
  }

  RowGraph build() {
    graph_.node_of_title.assign(view_.sections.size(), no_index);
    for (std::uint32_t s = 0; s < layering_.row_of_title.size() && s < view_.sections.size(); ++s) {
      const std::uint32_t row = layering_.row_of_title[s];
      if (row == no_index) continue;
      graph_.node_of_title[s] =
          add(RowNodeKind::title, s, row, column_of(s, row), plan_.titles[s].width);
    }
    for (std::uint32_t c = 0; c < view_.cards.size(); ++c) {
      const std::uint32_t row = layering_.row_of_item[c];
      graph_.node_of_card.push_back(add(RowNodeKind::card, c, row,
                                        column_of(plan_.box_of_card[c], row),
                                        plan_.cards[c].box.width));
    }
    gather_bundles();
    for (std::uint32_t b = 0; b < graph_.bundles.size(); ++b) {
      add_line(b, true);
      add_line(b, false);
    }
    return std::move(graph_);
  }

 private:
  struct Rows {
    std::uint32_t first = no_index;
    std::uint32_t last = 0;
    void include(std::uint32_t row) {
      first = std::min(first, row);
      last = std::max(last, row);
    }
  };

  // Boxes that wait for each other in turns may stand in several of the layering's bands: these are
  // one here, groups of boxes kept together.
  void find_bands() {
    std::vector<Rows> rows_of_box(view_.sections.size() + 2);
    for (std::size_t c = 0; c < view_.cards.size(); ++c) {
      rows_of_box[plan_.box_of_card[c]].include(layering_.row_of_item[c]);
    }
    std::vector<Rows> rows_of_band;
    for (const auto& boxes : layering_.boxes_of_band) {
      Rows rows;
      for (const std::uint32_t box : boxes) {
        rows.include(rows_of_box[box].first);
        rows.include(rows_of_box[box].last);
        for (auto b = box; b < view_.sections.size(); b = view_.sections[b].parent) {
          const std::uint32_t title = layering_.row_of_title[b];
          if (title != no_index && (rows_of_band.empty() || title > rows_of_band.back().last)) {
            rows.include(title);
          }
        }
      }
      RowBand band = {rows.first, boxes, {}};
      while (!rows_of_band.empty() && rows_of_band.back().last >= rows.first) {
        rows.include(rows_of_band.back().first);
        rows.include(rows_of_band.back().last);
        auto& before = graph_.bands.back().boxes;
        band.boxes.insert(band.boxes.begin(), before.begin(), before.end());
        band.first_row = std::min(band.first_row, graph_.bands.back().first_row);
        graph_.bands.pop_back();
        rows_of_band.pop_back();
      }
      keep_groups_together(band.boxes);
      rows_of_band.push_back(rows);
      graph_.bands.push_back(std::move(band));
    }
    if (graph_.bands.empty()) graph_.bands.emplace_back();
    graph_.bands.front().first_row = 0;
  }

  void join_bands() {
    RowBand all;
    for (const RowBand& band : graph_.bands) {
      all.boxes.insert(all.boxes.end(), band.boxes.begin(), band.boxes.end());
    }
    keep_groups_together(all.boxes);
    graph_.bands = {std::move(all)};
  }

  void number_rows() {
    std::uint32_t band = 0;
    for (std::uint32_t row = 0; row < layering_.row_count; ++row) {
      while (band + 1 < graph_.bands.size() && graph_.bands[band + 1].first_row <= row) ++band;
      graph_.band_of_row.push_back(band);
    }
  }

  std::uint32_t outermost(std::uint32_t box) const {
    if (box >= view_.sections.size()) return box;
    while (view_.sections[box].parent != no_index) box = view_.sections[box].parent;
    return box;
  }

  // What a box holds stands where the first of it stood.
  void keep_groups_together(std::vector<std::uint32_t>& boxes) const {
    std::vector<std::uint32_t> first_of(view_.sections.size() + 2, no_index);
    for (std::uint32_t i = 0; i < boxes.size(); ++i) {
      for_each_around(boxes[i], [&](std::uint32_t b) { first_of[b] = std::min(first_of[b], i); });
    }
    std::vector<std::pair<std::vector<std::uint32_t>, std::uint32_t>> order;
    for (std::uint32_t i = 0; i < boxes.size(); ++i) {
      std::vector<std::uint32_t> path = {i};
      for_each_around(boxes[i], [&](std::uint32_t b) { path.push_back(first_of[b]); });
      std::ranges::reverse(path);
      order.emplace_back(std::move(path), boxes[i]);
    }
    std::ranges::sort(order);
    for (std::size_t i = 0; i < boxes.size(); ++i) boxes[i] = order[i].second;
  }

  // The box itself, and what holds it.
  template <typename Function>
  void for_each_around(std::uint32_t box, Function&& visit) const {
    visit(box);
    if (box >= view_.sections.size()) return;
    for (auto b = view_.sections[box].parent; b != no_index; b = view_.sections[b].parent) visit(b);
  }

  // A box that only holds boxes has the column of the first of them.
  void find_columns() {
    for (RowBand& band : graph_.bands) {
      for (const std::uint32_t box : band.boxes) band.groups.push_back(outermost(box));
      auto& columns = column_of_box_.emplace_back(view_.sections.size() + 2, no_index);
      for (std::uint32_t column = 0; column < band.boxes.size(); ++column) {
        columns[band.boxes[column]] = column;
        for (auto b = band.boxes[column]; b < view_.sections.size(); b = view_.sections[b].parent) {
          columns[b] = std::min(columns[b], column);
        }
      }
    }
  }

  std::uint32_t column_of(std::uint32_t box, std::uint32_t row) const {
    return column_of_box_[graph_.band_of(row)][box];
  }

  std::uint32_t add(RowNodeKind kind, std::uint32_t index, std::uint32_t row, std::uint32_t column,
                    double width) {
    const auto node = static_cast<std::uint32_t>(graph_.nodes.size());
    graph_.nodes.push_back({kind, index, row, column, width, {}, {}});
    graph_.rows[row].push_back(node);
    return node;
  }

  void join(std::uint32_t upper, std::uint32_t lower) {
    graph_.nodes[upper].below.push_back(lower);
    graph_.nodes[lower].above.push_back(upper);
  }

  // An edge inside a box stays there.
  bool is_inside(const ViewEdge& edge) const {
    return plan_.box_of_card[edge.prerequisite] == plan_.box_of_card[edge.dependent] &&
           plan_.box_of_card[edge.dependent] < view_.sections.size();
  }

  // What edges of one bundle have in common: they look alike.
  auto likeness(std::uint32_t e) const {
    const ViewEdge& edge = view_.edges[e];
    return std::tuple(edge.prerequisite, edge.style, edge.both_ways, edge.in_cycle);
  }

  void gather_bundles() {
    std::vector<std::uint32_t> order(view_.edges.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, {}, [this](std::uint32_t e) { return likeness(e); });
    graph_.bundle_of_edge.resize(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
      if (i == 0 || likeness(order[i]) != likeness(order[i - 1])) graph_.bundles.emplace_back();
      graph_.bundles.back().push_back(order[i]);
      graph_.bundle_of_edge[order[i]] = static_cast<std::uint32_t>(graph_.bundles.size() - 1);
    }
    for (auto& bundle : graph_.bundles) {
      std::ranges::stable_sort(bundle, std::greater(), [this](std::uint32_t e) {
        return layering_.row_of_item[view_.edges[e].dependent];
      });
    }
    for (const ViewEdge& edge : view_.edges) graph_.stays_inside.push_back(is_inside(edge));
    graph_.nodes_of_edge.resize(view_.edges.size());
  }

  void add_line(std::uint32_t bundle, bool inside) {
    std::vector<std::uint32_t> line;
    for (const std::uint32_t e : graph_.bundles[bundle]) {
      if (graph_.stays_inside[e] != inside) continue;
      const std::uint32_t from = graph_.node_of_card[view_.edges[e].prerequisite];
      const std::uint32_t to = graph_.node_of_card[view_.edges[e].dependent];
      const std::uint32_t first = graph_.nodes[from].row;
      const std::uint32_t column = inside ? graph_.nodes[from].column : no_index;
      if (line.empty()) line.push_back(from);
      while (line.size() < graph_.nodes[to].row - first) {
        const auto row = static_cast<std::uint32_t>(first + line.size());
        line.push_back(add(RowNodeKind::pass, bundle, row, column, 0));
      }
      auto& chain = graph_.nodes_of_edge[e];
      chain.assign(line.begin(), line.begin() + (graph_.nodes[to].row - first));
      chain.push_back(to);
      for (std::size_t i = 1; i < chain.size(); ++i) join(chain[i - 1], chain[i]);
    }
  }

  const View& view_;
  const ArrangementPlan& plan_;
  const Layering& layering_;
  RowGraph graph_;
  std::vector<std::vector<std::uint32_t>> column_of_box_;  // by band and box
};

}  // namespace

bool is_within(const View& view, std::uint32_t box, std::uint32_t outer) {
  if (box >= view.sections.size()) return false;
  while (box != no_index && box != outer) box = view.sections[box].parent;
  return box == outer;
}

RowGraph make_row_graph(const View& view, const ArrangementPlan& plan, Bands bands) {
  return RowGraphBuilder(view, plan, bands).build();
}

}  // namespace prereq
