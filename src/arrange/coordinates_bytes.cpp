#include "arrange/coordinates_bytes.hpp"

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
  void box(const Box& box) {
    for (const double value : {box.x, box.y, box.width, box.height}) number(value);
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

  // At most as many as there can be of things that take `size` bytes.
  std::size_t count(std::size_t size) {
    const auto number = raw<std::uint64_t>();
    require(number <= bytes_.size() / size);
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
  double size() {
    const double value = number();
    require(value >= 0);
    return value;
  }
  Point point() {
    const double x = number();
    return {x, number()};
  }
  Box box() {
    const Point corner = point();
    const double width = size();
    return {corner.x, corner.y, width, size()};
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

DrawnEdge read_edge(Reader& in) {
  DrawnEdge edge;
  const std::size_t points = in.count(2 * sizeof(double));
  in.require(points >= 4 && points % 3 == 1);
  for (std::size_t i = 0; i < points && in.good(); ++i) edge.curve.push_back(in.point());
  if (in.flag()) edge.arrow_tip = in.point();
  return edge;
}

bool has_what_stands(const Coordinates& read, const View& view, const ArrangementPlan& plan) {
  std::vector<bool> has_cards(view.sections.size(), false);
  for (const ViewCard& card : view.cards) {
    for (auto s = card.section; s != no_index; s = view.sections[s].parent) has_cards[s] = true;
  }
  const auto& rows = plan.layering.row_of_title;
  for (std::size_t s = 0; s < view.sections.size(); ++s) {
    const bool has_title = has_cards[s] && s < rows.size() && rows[s] != no_index;
    if (read.section_boxes[s].has_value() != has_cards[s]) return false;
    if (read.title_centres[s].has_value() != has_title) return false;
  }
  return true;
}

}  // namespace

std::string to_bytes(const Coordinates& coordinates) {
  Writer out;
  out.number(coordinates.width);
  out.number(coordinates.height);
  out.count(coordinates.card_centres.size());
  for (const Point centre : coordinates.card_centres) out.point(centre);
  out.count(coordinates.section_boxes.size());
  for (const auto& box : coordinates.section_boxes) {
    out.flag(box.has_value());
    if (box) out.box(*box);
  }
  out.count(coordinates.title_centres.size());
  for (const auto& centre : coordinates.title_centres) {
    out.flag(centre.has_value());
    if (centre) out.point(*centre);
  }
  out.count(coordinates.edges.size());
  for (const DrawnEdge& edge : coordinates.edges) {
    out.count(edge.curve.size());
    for (const Point point : edge.curve) out.point(point);
    out.flag(edge.arrow_tip.has_value());
    if (edge.arrow_tip) out.point(*edge.arrow_tip);
  }
  return out.take();
}

std::optional<Coordinates> coordinates_from_bytes(std::string_view bytes, const View& view,
                                                  const ArrangementPlan& plan) {
  Reader in(bytes);
  Coordinates read;
  read.width = in.size();
  read.height = in.size();
  in.require(in.count(2 * sizeof(double)) == view.cards.size());
  for (std::size_t i = 0; i < view.cards.size() && in.good(); ++i) {
    read.card_centres.push_back(in.point());
  }
  in.require(in.count(1) == view.sections.size());
  for (std::size_t i = 0; i < view.sections.size() && in.good(); ++i) {
    auto& box = read.section_boxes.emplace_back();
    if (in.flag()) box = in.box();
  }
  in.require(in.count(1) == view.sections.size());
  for (std::size_t i = 0; i < view.sections.size() && in.good(); ++i) {
    auto& centre = read.title_centres.emplace_back();
    if (in.flag()) centre = in.point();
  }
  in.require(in.count(1) == view.edges.size());
  for (std::size_t i = 0; i < view.edges.size() && in.good(); ++i) {
    read.edges.push_back(read_edge(in));
  }
  if (!in.good() || !in.at_end() || !has_what_stands(read, view, plan)) return std::nullopt;
  return read;
}

}  // namespace prereq
