#include "arrange/column_order.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace prereq {
namespace {

constexpr std::size_t visit_budget = 300'000;

class ColumnOrder {
 public:
  ColumnOrder(const ScheduleInput& in, const std::vector<ScheduledColumn>& columns)
      : columns_(columns), column_of_box_(in.box_count(), no_index), centre_(columns.size(), 0) {
    for (std::uint32_t c = 0; c < columns.size(); ++c) {
      column_of_box_[columns[c].box] = c;
    }
    gather_bands(in);
    gather_edges(in);
  }

  std::vector<std::vector<std::uint32_t>> ordered() {
    climb();
    std::vector<std::vector<std::uint32_t>> first_boxes;
    for (const Band& band : bands_) {
      first_boxes.emplace_back();
      for (const Group& group : band) {
        for (const std::uint32_t c : group) first_boxes.back().push_back(columns_[c].box);
      }
    }
    return first_boxes;
  }

 private:
  using Group = std::vector<std::uint32_t>;
  using Band = std::vector<Group>;

  void gather_bands(const ScheduleInput& in) {
    for (std::uint32_t c = 0; c < columns_.size(); ++c) {
      if (bands_.empty() || columns_[c].band != columns_[bands_.back().front().front()].band) {
        bands_.emplace_back();
        groups_.clear();
      }
      const std::uint32_t group = in.outermost(columns_[c].box);
      const auto [at, added] = groups_.try_emplace(group, bands_.back().size());
      if (added) bands_.back().emplace_back();
      bands_.back()[at->second].push_back(c);
    }
  }

  void gather_edges(const ScheduleInput& in) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> weights;
    for (std::uint32_t item = 0; item < in.item_count(); ++item) {
      for (const std::uint32_t lower : in.below(item)) {
        const std::uint32_t from = column_of_box_[in.box_of(item)];
        const std::uint32_t to = column_of_box_[in.box_of(lower)];
        if (from != to) weights[{std::min(from, to), std::max(from, to)}] += 1;
      }
    }
    for (const auto& [ends, weight] : weights) edges_.push_back({ends.first, ends.second, weight});
  }

  double cost() {
    spent_ += edges_.size() + columns_.size();
    for (const Band& band : bands_) {
      double width = 0;
      for (const Group& group : band) {
        for (const std::uint32_t column : group) width += columns_[column].width;
      }
      double x = -width / 2;
      for (const Group& group : band) {
        for (const std::uint32_t column : group) {
          centre_[column] = x + columns_[column].width / 2;
          x += columns_[column].width;
        }
      }
    }
    double total = 0;
    for (const auto& edge : edges_) {
      total += edge.weight * std::abs(centre_[edge.from] - centre_[edge.to]);
    }
    return total;
  }

  template <typename T>
  bool improve_by_swaps(std::vector<T>& parts) {
    bool improved = false;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      for (std::size_t j = i + 1; j < parts.size() && spent_ < visit_budget; ++j) {
        std::swap(parts[i], parts[j]);
        const double tried = cost();
        if (tried + 0.5 < best_) {
          best_ = tried;
          improved = true;
        } else {
          std::swap(parts[i], parts[j]);
        }
      }
    }
    return improved;
  }

  void climb() {
    best_ = cost();
    for (bool improved = true; improved && spent_ < visit_budget;) {
      improved = false;
      for (Band& band : bands_) {
        improved |= improve_by_swaps(band);
        for (Group& group : band) improved |= improve_by_swaps(group);
      }
    }
  }

  struct ColumnEdge {
    std::uint32_t from;
    std::uint32_t to;
    double weight;
  };

  const std::vector<ScheduledColumn>& columns_;
  std::vector<std::uint32_t> column_of_box_;
  std::vector<double> centre_;
  std::vector<Band> bands_;
  std::map<std::uint32_t, std::size_t> groups_;
  std::vector<ColumnEdge> edges_;
  double best_ = 0;
  std::size_t spent_ = 0;
};

}  // namespace

std::vector<std::vector<std::uint32_t>> order_columns(const ScheduleInput& input,
                                                      const std::vector<ScheduledColumn>& columns) {
  return ColumnOrder(input, columns).ordered();
}

}  // namespace prereq
