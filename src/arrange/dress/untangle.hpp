// Takes out crossings that the order of the rows does not call for.
//
// Graphviz draws each line by itself. Between two rows, a line that goes far sideways may then cut
// through neighbours that go the same way, although none overtakes another. Such lines are led on
// levels instead: straight out of the row, sideways on a level of their own, and straight into the
// next row. Of two that go the same way, the one that is ahead turns first; then they cannot meet
// (channel routing, Hashimoto and Stevens 1971, without doglegs).
#pragma once

#include <cstdint>
#include <vector>

#include "arrange/dress/rows.hpp"
#include "arrange/place/placement.hpp"
#include "arrange/plan/page_plan.hpp"
#include "prereq/view.hpp"

namespace prereq {

class Untangler {
 public:
  Untangler(const View& view, const PagePlan& plan, const Placement& placement);

  // How many levels there are below each row.
  const std::vector<std::uint32_t>& levels() const { return levels_; }

  // Draws the lines that need levels anew, once the rows have their places.
  void draw(const std::vector<RowBand>& rows, Placement& placement) const;

 private:
  struct Piece {
    std::uint32_t edge = 0;
    std::uint32_t part = 0;   // of the edge's pieces
    std::uint32_t upper = 0;  // what it comes from: cards, then passes of edges
    std::uint32_t lower = 0;
    double start = 0;  // along the row
    double end = 0;
    std::vector<Point> way;  // x along the row, y across: never back
    double low = 0;          // of the way, along the row
    double high = 0;
    bool on_level = false;
    std::uint32_t level = 0;
  };

  void gather();
  void untangle(std::vector<Piece>& pieces, std::uint32_t row);
  bool find_tangled(std::vector<Piece>& pieces) const;
  static void find_extent(Piece& piece);
  static bool is_tangled(const Piece& a, const Piece& b);
  void spread_ends(std::vector<Piece>& pieces);
  void give_levels(std::vector<Piece>& pieces, std::uint32_t row);
  void sketch_level(Piece& piece, std::uint32_t row) const;

  const View& view_;
  const PagePlan& plan_;
  const Placement& placement_;
  bool down_;
  struct Range {
    double top = 1e9;
    double bottom = -1e9;
  };
  std::vector<std::vector<Piece>> gaps_;  // below each row
  std::vector<bool> is_title_row_;
  std::vector<Range> ranges_;  // of the gaps, as Graphviz has them
  std::vector<std::uint32_t> levels_;
};

}  // namespace prereq
