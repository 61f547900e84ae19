// Read like any input: the child may have crashed, or Graphviz have written where it should not.
#include "arrange/place/placement_bytes.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <utility>
#include <vector>

namespace prereq {
namespace {

constexpr double furthest_px = 1e9;

class Writer {
 public:
  void count(std::size_t number) { raw(static_cast<std::uint64_t>(number)); }
  void flag(bool value) { bytes_ += value ? '\1' : '\0'; }
  void number(double value) { raw(value); }
  void point(Point point) {
    number(point.x);
    number(point.y);
  }
  std::string take() { return std::move(bytes_); }

 private:
  template <typename T>
  void raw(T value) {
    std::array<char, sizeof value> bytes;
    std::memcpy(bytes.data(), &value, sizeof value);
    bytes_.append(bytes.data(), bytes.size());
  }

  std::string bytes_;
};

// After the first mistake everything is zero and good() is false.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  bool good() const { return good_; }
  bool at_end() const { return bytes_.empty(); }
  void require(bool condition) { good_ = good_ && condition; }

  // At most as many as there can be of things that take `size` bytes; any number for 0.
  std::size_t count(std::size_t size) {
    const auto number = raw<std::uint64_t>();
    require(size == 0 || number <= bytes_.size() / size);
    return good_ ? static_cast<std::size_t>(number) : 0;
  }
  bool flag() {
    require(!bytes_.empty() && (bytes_[0] == '\0' || bytes_[0] == '\1'));
    if (!good_) return false;
    const bool value = bytes_[0] == '\1';
    bytes_.remove_prefix(1);
    return value;
  }
  double number() {
    const auto value = raw<double>();
    require(std::isfinite(value) && std::abs(value) <= furthest_px);
    return good_ ? value : 0;
  }
  Point point() {
    const double x = number();
    return {x, number()};
  }
  Extent extent() {
    Extent read;
    read.include(point());
    read.include(point());
    return read;
  }

 private:
  template <typename T>
  T raw() {
    T value = {};
    require(bytes_.size() >= sizeof value);
    if (!good_) return value;
    std::memcpy(&value, bytes_.data(), sizeof value);
    bytes_.remove_prefix(sizeof value);
    return value;
  }

  std::string_view bytes_;
  bool good_ = true;
};

PlacedPiece read_piece(Reader& in, std::uint32_t upper_row) {
  PlacedPiece piece;
  piece.upper_row = upper_row;
  const std::size_t points = in.count(2 * sizeof(double));
  in.require(points >= 4 && points % 3 == 1);
  for (std::size_t i = 0; i < points && in.good(); ++i) piece.curve.push_back(in.point());
  return piece;
}

PlacedEdge read_edge(Reader& in, std::size_t rows) {
  PlacedEdge edge;
  edge.leads_up = in.flag();
  const std::size_t row = in.count(0);
  const std::size_t pieces = in.count(sizeof(std::uint64_t));
  in.require(pieces > 0 && pieces <= rows && row <= rows - pieces);
  for (std::size_t i = 0; i < pieces && in.good(); ++i) {
    edge.pieces.push_back(read_piece(in, static_cast<std::uint32_t>(row + i)));
  }
  if (in.flag()) edge.arrow_tip = in.point();
  return edge;
}

// Boxes and titles of the sections that are drawn, and of no others.
bool has_what_stands(const Placement& read, const PagePlan& plan) {
  for (std::size_t s = 0; s < plan.rows_of_section.size(); ++s) {
    const bool is_drawn = plan.rows_of_section[s].is_drawn();
    if (read.section_boxes[s].empty() == is_drawn) return false;
    if (read.title_centres[s].has_value() != is_drawn) return false;
  }
  return true;
}

}  // namespace

std::string to_bytes(const Placement& placement) {
  Writer out;
  for (const Point centre : placement.card_centres) out.point(centre);
  for (const Extent& box : placement.section_boxes) {
    out.flag(!box.empty());
    if (box.empty()) continue;
    out.point({box.left, box.top});
    out.point({box.right, box.bottom});
  }
  for (const auto& centre : placement.title_centres) {
    out.flag(centre.has_value());
    if (centre) out.point(*centre);
  }
  for (const PlacedEdge& edge : placement.edges) {
    out.flag(edge.leads_up);
    out.count(edge.pieces.empty() ? 0 : edge.pieces.front().upper_row);
    out.count(edge.pieces.size());
    for (const PlacedPiece& piece : edge.pieces) {
      out.count(piece.curve.size());
      for (const Point point : piece.curve) out.point(point);
    }
    out.flag(edge.arrow_tip.has_value());
    if (edge.arrow_tip) out.point(*edge.arrow_tip);
  }
  return out.take();
}

std::optional<Placement> placement_from_bytes(std::string_view bytes, const View& view,
                                              const PagePlan& plan) {
  Reader in(bytes);
  Placement read;
  for (std::size_t i = 0; i < view.cards.size() && in.good(); ++i) {
    read.card_centres.push_back(in.point());
  }
  read.section_boxes.resize(view.sections.size());
  for (Extent& box : read.section_boxes) {
    if (in.flag()) box = in.extent();
  }
  read.title_centres.resize(view.sections.size());
  for (auto& centre : read.title_centres) {
    if (in.flag()) centre = in.point();
  }
  for (std::size_t i = 0; i < view.edges.size() && in.good(); ++i) {
    read.edges.push_back(read_edge(in, plan.rows.size()));
  }
  if (!in.good() || !in.at_end() || !has_what_stands(read, plan)) return std::nullopt;
  return read;
}

}  // namespace prereq
