#include "arrange/row_places.hpp"

#include <algorithm>
#include <cmath>

#include "arrange/spaced.hpp"
#include "arrange/straight_rows.hpp"

namespace prereq {
namespace {

constexpr double settled_px = 0.5;
constexpr double between_lines_px = 9;
constexpr double line_to_card_px = 11;
constexpr double between_boxes_px = 14;
constexpr double line_to_border_px = 7;

class Placement {
 public:
  Placement(const View& view, const ArrangementPlan& plan, const RowGraph& graph)
      : view_(view), plan_(plan), graph_(graph) {
    at_.centre.assign(graph.nodes.size(), 0);
    gather_columns();
    place_.resize(graph.nodes.size());
    for (std::uint32_t r = 0; r < graph.rows.size(); ++r) {
      stretches_.push_back(find_stretches(r));
      for (std::size_t i = 0; i < graph.rows[r].size(); ++i) place_[graph.rows[r][i]] = i;
    }
    measure_columns();
    pack();
  }

  RowPlaces place(int sweeps) {
    for (int sweep = 0; sweep < sweeps; ++sweep) {
      const bool down = sweep % 2 == 0;
      if (sweep % 4 == 0) furthest_moved_ = 0;
      if (sweep % 4 == 3) shift_columns();
      const std::size_t count = graph_.rows.size();
      for (std::size_t i = 0; i < count; ++i) settle_row(down ? i : count - 1 - i);
      if (sweep % 4 == 3 && furthest_moved_ < settled_px) break;
    }
    const auto room_of = [this](std::uint32_t n) { return free_room(n); };
    const auto chains = find_chains(graph_);
    for (int again = 0; again < 2; ++again) {
      for (const auto& chain : chains) align(chain, room_of, at_.centre);
      for (const auto& nodes : graph_.nodes_of_edge) straighten(nodes, room_of, at_.centre);
    }
    return std::move(at_);
  }

 private:
  const RowNode& node(std::uint32_t n) const { return graph_.nodes[n]; }

  std::size_t band_of(std::uint32_t row) const { return graph_.band_of(row); }

  void gather_columns() {
    for (const RowBand& band : graph_.bands) {
      at_.columns.emplace_back();
      for (const std::uint32_t box : band.boxes) {
        ColumnPlace column;
        column.box = box;
        at_.columns.back().push_back(column);
      }
    }
    for (const RowNode& n : graph_.nodes) {
      if (n.column == no_index) continue;
      ColumnPlace& column = at_.columns[band_of(n.row)][n.column];
      column.first_row = std::min(column.first_row, n.row);
      column.last_row = std::max(column.last_row, n.row);
    }
  }

  bool is_framed(const ColumnPlace& column) const { return column.box < view_.sections.size(); }
  double padding(const ColumnPlace& column) const {
    return is_framed(column) ? Spacing::box_padding : 0;
  }

  // Borders of outer sections that end or begin between two columns.
  std::size_t borders_between(const ColumnPlace& left, const ColumnPlace& right) const {
    return outer_borders(left.box, right.box) + outer_borders(right.box, left.box);
  }
  std::size_t outer_borders(std::uint32_t box, std::uint32_t other) const {
    std::size_t count = 0;
    if (box >= view_.sections.size()) return 0;
    for (auto b = view_.sections[box].parent; b != no_index; b = view_.sections[b].parent) {
      if (!is_within(view_, other, b)) ++count;
    }
    return count;
  }
  double half(std::uint32_t n) const { return node(n).width / 2; }

  // Least distance of two neighbours' centres.
  double distance(std::uint32_t left, std::uint32_t right) const {
    const bool one = node(left).kind == RowNodeKind::pass;
    const bool other = node(right).kind == RowNodeKind::pass;
    const double gap = one && other   ? between_lines_px
                       : one || other ? line_to_card_px
                                      : Spacing::between_cards;
    return half(left) + half(right) + gap;
  }

  // A row falls into stretches: what stands in one column, or passes between two.
  struct Stretch {
    std::size_t first;
    std::size_t last;
    std::uint32_t column;  // no_index for lines between columns
    std::uint32_t after;   // then: the column on the left, or no_index
    std::uint32_t before;  // and the one on the right
  };

  std::vector<Stretch> find_stretches(std::uint32_t r) const {
    const auto& row = graph_.rows[r];
    std::vector<Stretch> result;
    // Lines between two nodes of a column are in it.
    std::vector<std::uint32_t> column(row.size(), no_index);
    std::uint32_t last = no_index;
    std::size_t last_at = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
      column[i] = node(row[i]).column;
      if (column[i] == no_index) continue;
      if (column[i] == last) {
        for (std::size_t j = last_at + 1; j < i; ++j) column[j] = last;
      }
      last = column[i];
      last_at = i;
    }
    std::uint32_t left = no_index;
    for (std::size_t i = 0; i < row.size();) {
      std::size_t end = i + 1;
      while (end < row.size() && column[end] == column[i]) ++end;
      const std::uint32_t right = end < row.size() ? column[end] : no_index;
      result.push_back({i, end, column[i], left, column[i] == no_index ? right : no_index});
      if (column[i] != no_index) left = column[i];
      i = end;
    }
    return result;
  }

  double room(std::uint32_t r, const Stretch& stretch) const {
    const auto& row = graph_.rows[r];
    double width = half(row[stretch.first]) + half(row[stretch.last - 1]);
    for (std::size_t i = stretch.first + 1; i < stretch.last; ++i) {
      width += distance(row[i - 1], row[i]);
    }
    return width;
  }

  void measure_columns() {
    corridors_.resize(at_.columns.size());
    for (std::size_t band = 0; band < at_.columns.size(); ++band) {
      auto& columns = at_.columns[band];
      auto& corridors = corridors_[band];
      corridors.assign(columns.size() + 1, 0);
      for (std::size_t c = 1; c < columns.size(); ++c) {
        corridors[c] =
            between_boxes_px +
            Spacing::box_padding * static_cast<double>(borders_between(columns[c - 1], columns[c]));
      }
      if (!columns.empty()) {
        corridors.front() = Spacing::box_padding *
                            static_cast<double>(outer_borders(columns.front().box, no_index));
        corridors.back() =
            Spacing::box_padding * static_cast<double>(outer_borders(columns.back().box, no_index));
      }
    }
    for (std::uint32_t r = 0; r < graph_.rows.size(); ++r) {
      auto& columns = at_.columns[band_of(r)];
      for (const Stretch& stretch : stretches_[r]) {
        if (stretch.column == no_index) continue;
        ColumnPlace& column = columns[stretch.column];
        column.width = std::max(column.width, room(r, stretch) + 2 * padding(column));
      }
    }
    for (std::uint32_t r = 0; r < graph_.rows.size(); ++r) {
      for (const Stretch& stretch : stretches_[r]) {
        if (stretch.column == no_index) widen_corridor(band_of(r), r, stretch);
      }
    }
  }

  // Lines between two columns take what other columns between them do not use in this row.
  void widen_corridor(std::size_t band, std::uint32_t r, const Stretch& stretch) {
    auto& columns = at_.columns[band];
    auto& corridors = corridors_[band];
    const std::size_t first = stretch.after == no_index ? 0 : stretch.after + 1;
    const std::size_t last = stretch.before == no_index ? columns.size() : stretch.before;
    double needed = room(r, stretch) + 2 * line_to_border_px;
    std::size_t widest = first;
    for (std::size_t c = first; c <= last; ++c) {
      if (c < last && !is_active(columns[c], r)) needed -= columns[c].width;
      needed -= corridors[c];
      if (corridors[c] > corridors[widest]) widest = c;
    }
    if (needed > 0) corridors[widest] += needed;
  }

  static bool is_active(const ColumnPlace& column, std::uint32_t row) {
    return row >= column.first_row && row <= column.last_row;
  }

  double least_width(std::size_t band) const {
    double width = 0;
    for (const double corridor : corridors_[band]) width += corridor;
    for (const ColumnPlace& column : at_.columns[band]) width += column.width;
    return width;
  }

  // Columns in the middle of the page, nodes in the middle of their columns.
  void pack() {
    for (std::size_t band = 0; band < at_.columns.size(); ++band) {
      at_.width = std::max(at_.width, least_width(band));
    }
    for (std::size_t band = 0; band < at_.columns.size(); ++band) {
      double x = (at_.width - least_width(band)) / 2;
      for (std::size_t c = 0; c < at_.columns[band].size(); ++c) {
        x += corridors_[band][c];
        at_.columns[band][c].left = x;
        x += at_.columns[band][c].width;
      }
    }
    for (std::uint32_t r = 0; r < graph_.rows.size(); ++r) {
      for (const std::uint32_t n : graph_.rows[r]) {
        if (node(n).column == no_index) {
          at_.centre[n] = at_.width / 2;
        } else {
          const ColumnPlace& column = at_.columns[band_of(r)][node(n).column];
          at_.centre[n] = column.left + column.width / 2;
        }
      }
    }
  }

  double weight(std::uint32_t a, std::uint32_t b) const {
    const int passes =
        (node(a).kind == RowNodeKind::pass ? 1 : 0) + (node(b).kind == RowNodeKind::pass ? 1 : 0);
    const double straight = passes == 2 ? 6 : passes == 1 ? 2 : 1.5;
    const bool inside = node(a).column != no_index && node(a).column == node(b).column &&
                        band_of(node(a).row) == band_of(node(b).row);
    return inside ? 3 * straight : straight;
  }

  // Titles, and what is said of links below them.
  bool stands_left(std::uint32_t n) const {
    if (node(n).column == no_index) return false;
    return node(n).kind == RowNodeKind::title ||
           (node(n).kind == RowNodeKind::card &&
            view_.cards[node(n).index].kind == CardKind::links);
  }

  SpacedPlace wish(std::uint32_t n) const {
    double sum = 0;
    double total = 0;
    for (const auto* others : {&node(n).above, &node(n).below}) {
      for (const std::uint32_t other : *others) {
        const double w = weight(n, other);
        sum += w * at_.centre[other];
        total += w;
      }
    }
    if (stands_left(n)) return {at_.columns[band_of(node(n).row)][node(n).column].left, 0.5, 0};
    if (total == 0) return {at_.centre[n], 0.01, 0};
    return {sum / total, total, 0};
  }

  void settle_row(std::size_t r) {
    const auto& row = graph_.rows[r];
    const std::size_t band = band_of(static_cast<std::uint32_t>(r));
    for (const Stretch& stretch : stretches_[r]) {
      wishes_.clear();
      for (std::size_t i = stretch.first; i < stretch.last; ++i) {
        wishes_.push_back(wish(row[i]));
        if (i > stretch.first) wishes_.back().least = distance(row[i - 1], row[i]);
      }
      double low = 0;
      double high = at_.width;
      if (stretch.column != no_index) {
        const ColumnPlace& column = at_.columns[band][stretch.column];
        low = column.left + padding(column) + half(row[stretch.first]);
        high = column.right() - padding(column) - half(row[stretch.last - 1]);
      } else {
        const auto& columns = at_.columns[band];
        if (stretch.after != no_index) low = columns[stretch.after].right() + line_to_border_px;
        if (stretch.before != no_index) high = columns[stretch.before].left - line_to_border_px;
      }
      const std::vector<double>& places = spacer_.place(wishes_, low, high);
      for (std::size_t i = stretch.first; i < stretch.last; ++i) {
        double& centre = at_.centre[row[i]];
        furthest_moved_ = std::max(furthest_moved_, std::abs(places[i - stretch.first] - centre));
        centre = places[i - stretch.first];
      }
    }
  }

  // Moves whole columns towards what their nodes are joined to elsewhere.
  void shift_columns() {
    for (std::uint32_t band = 0; band < at_.columns.size(); ++band) {
      auto& columns = at_.columns[band];
      if (columns.empty()) continue;
      wishes_.clear();
      for (std::size_t c = 0; c < columns.size(); ++c) {
        const double least = c == 0 ? 0 : columns[c - 1].width + corridors_[band][c];
        wishes_.push_back({columns[c].left, 1e-3, least});
      }
      const std::uint32_t end = end_of(band);
      for (std::uint32_t r = graph_.bands[band].first_row; r < end; ++r) {
        for (const std::uint32_t n : graph_.rows[r]) add_pull(n, band, wishes_);
      }
      const std::vector<double>& lefts =
          spacer_.place(wishes_, corridors_[band].front(),
                        at_.width - corridors_[band].back() - columns.back().width);
      for (std::uint32_t r = graph_.bands[band].first_row; r < end; ++r) {
        for (const std::uint32_t n : graph_.rows[r]) {
          const std::uint32_t c = node(n).column;
          if (c != no_index) at_.centre[n] += lefts[c] - columns[c].left;
        }
      }
      for (std::size_t c = 0; c < columns.size(); ++c) columns[c].left = lefts[c];
    }
  }

  std::uint32_t end_of(std::uint32_t band) const {
    return band + 1 < graph_.bands.size() ? graph_.bands[band + 1].first_row
                                          : static_cast<std::uint32_t>(graph_.rows.size());
  }

  void add_pull(std::uint32_t n, std::uint32_t band, std::vector<SpacedPlace>& wishes) const {
    const std::uint32_t c = node(n).column;
    if (c == no_index) return;
    const double left = at_.columns[band][c].left;
    for (const auto* others : {&node(n).above, &node(n).below}) {
      for (const std::uint32_t other : *others) {
        if (node(other).column == c && graph_.band_of(node(other).row) == band) continue;
        SpacedPlace& wish = wishes[c];
        const double wanted = left + at_.centre[other] - at_.centre[n];
        wish.wanted = (wish.wanted * wish.weight + wanted) / (wish.weight + 1);
        wish.weight += 1;
      }
    }
  }

  FreeRoom free_room(std::uint32_t n) const {
    const auto& row = graph_.rows[node(n).row];
    const std::size_t i = place_[n];
    double low = 0;
    double high = at_.width;
    const auto& columns = at_.columns[band_of(node(n).row)];
    for (const Stretch& s : stretches_[node(n).row]) {
      if (i < s.first || i >= s.last) continue;
      if (s.column != no_index) {
        const ColumnPlace& column = columns[s.column];
        const double kept =
            node(n).kind == RowNodeKind::pass ? line_to_border_px : padding(column) + half(n);
        low = column.left + kept;
        high = column.right() - kept;
      } else {
        if (s.after != no_index) low = columns[s.after].right() + line_to_border_px;
        if (s.before != no_index) high = columns[s.before].left - line_to_border_px;
      }
    }
    if (i > 0) low = std::max(low, at_.centre[row[i - 1]] + distance(row[i - 1], n));
    if (i + 1 < row.size()) high = std::min(high, at_.centre[row[i + 1]] - distance(n, row[i + 1]));
    if (low > high) low = high = at_.centre[n];
    return {low, high};
  }

  const View& view_;
  const ArrangementPlan& plan_;
  const RowGraph& graph_;
  RowPlaces at_;
  double furthest_moved_ = 0;
  Spacer spacer_;
  std::vector<SpacedPlace> wishes_;
  std::vector<std::vector<double>> corridors_;  // least widths: before, between and after columns
  std::vector<std::size_t> place_;
  std::vector<std::vector<Stretch>> stretches_;
};

}  // namespace

RowPlaces place_in_rows(const View& view, const ArrangementPlan& plan, const RowGraph& graph,
                        int sweeps) {
  return Placement(view, plan, graph).place(sweeps);
}

}  // namespace prereq
