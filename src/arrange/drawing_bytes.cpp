// Each type lists its members once, for writing and for reading.
#include "arrange/drawing_bytes.hpp"

#include <cmath>
#include <cstring>
#include <type_traits>
#include <vector>

namespace prereq {
namespace {

// Whether `Type` is `Of`, to be changed or not.
template <typename Type, typename Of>
concept Some = std::is_same_v<std::remove_const_t<Type>, Of>;

template <typename Archive>
void members(Archive& in, Some<Point> auto& point) {
  in(point.x, point.y);
}

template <typename Archive>
void members(Archive& in, Some<Box> auto& box) {
  in(box.x, box.y, box.width, box.height);
}

template <typename Archive>
void members(Archive& in, Some<DrawnText> auto& text) {
  in(text.text, text.baseline, text.width, text.centred, text.role, text.url);
}

template <typename Archive>
void members(Archive& in, Some<DrawnPennant> auto& pennant) {
  in(pennant.box, pennant.lines);
}

template <typename Archive>
void members(Archive& in, Some<DrawnCard> auto& card) {
  in(card.box, card.lines, card.pennants);
}

template <typename Archive>
void members(Archive& in, Some<DrawnEdge> auto& edge) {
  in(edge.curve, edge.arrow_tip);
}

template <typename Archive>
void members(Archive& in, Some<DrawnSection> auto& section) {
  in(section.box, section.colour, section.lines);
}

template <typename Archive>
void members(Archive& in, Some<DrawnLegendEntry> auto& entry) {
  in(entry.sample, entry.box, entry.text);
}

template <typename Archive>
void members(Archive& in, Some<Drawing> auto& drawing) {
  in(drawing.placed_by, drawing.width, drawing.height, drawing.left_out_lines, drawing.heading,
     drawing.subheadings, drawing.cards, drawing.edges, drawing.sections, drawing.legend);
}

class DrawingWriter {
 public:
  template <typename... Values>
  void operator()(const Values&... values) {
    (write(values), ...);
  }
  std::string take() { return std::move(bytes_); }

 private:
  template <typename Value>
  void write(const Value& value) {
    if constexpr (std::is_arithmetic_v<Value> || std::is_enum_v<Value>) {
      bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
    } else {
      members(*this, value);
    }
  }
  void write(const std::string& text) {
    write(text.size());
    bytes_ += text;
  }
  template <typename Value>
  void write(const std::vector<Value>& values) {
    write(values.size());
    for (const Value& value : values) write(value);
  }
  template <typename Value>
  void write(const std::optional<Value>& value) {
    write(value.has_value());
    if (value) write(*value);
  }

  std::string bytes_;
};

// After the first mistake everything is zero and good() is false.
class DrawingReader {
 public:
  explicit DrawingReader(std::string_view bytes) : bytes_(bytes) {}

  template <typename... Values>
  void operator()(Values&... values) {
    (read(values), ...);
  }
  bool good() const { return good_; }
  bool at_end() const { return bytes_.empty(); }

 private:
  template <typename Value>
  void read(Value& value) {
    if constexpr (std::is_same_v<Value, bool>) {
      std::uint8_t byte = 0;
      raw(byte);
      good_ = good_ && byte <= 1;
      value = byte == 1;
    } else if constexpr (std::is_arithmetic_v<Value>) {
      raw(value);
      if constexpr (std::is_floating_point_v<Value>) good_ = good_ && std::isfinite(value);
    } else if constexpr (std::is_enum_v<Value>) {
      raw(value);
      good_ = good_ && value <= last(value);
    } else {
      members(*this, value);
    }
  }
  void read(std::string& text) {
    const std::size_t size = count();
    text = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
  }
  template <typename Value>
  void read(std::vector<Value>& values) {
    const std::size_t size = count();
    for (std::size_t i = 0; i < size && good_; ++i) read(values.emplace_back());
  }
  template <typename Value>
  void read(std::optional<Value>& value) {
    bool has_value = false;
    read(has_value);
    if (has_value) read(value.emplace());
  }

  static TextRole last(TextRole) { return TextRole::legend; }
  static LegendSample last(LegendSample) { return LegendSample::chosen; }
  static PlacedBy last(PlacedBy) { return PlacedBy::builtin; }

  // Everything takes a byte at least.
  std::size_t count() {
    std::size_t number = 0;
    raw(number);
    good_ = good_ && number <= bytes_.size();
    return good_ ? number : 0;
  }

  template <typename Value>
  void raw(Value& value) {
    good_ = good_ && bytes_.size() >= sizeof value;
    if (!good_) return;
    std::memcpy(&value, bytes_.data(), sizeof value);
    bytes_.remove_prefix(sizeof value);
  }

  std::string_view bytes_;
  bool good_ = true;
};

bool is_drawing_of(const View& view, const Drawing& drawing) {
  if (drawing.cards.size() != view.cards.size() || drawing.edges.size() != view.edges.size() ||
      drawing.sections.size() != view.sections.size()) {
    return false;
  }
  for (std::size_t c = 0; c < view.cards.size(); ++c) {
    if (drawing.cards[c].pennants.size() != view.cards[c].pennants.size()) return false;
  }
  for (const DrawnEdge& edge : drawing.edges) {
    if (!edge.curve.empty() && edge.curve.size() % 3 != 1) return false;
  }
  for (const DrawnSection& section : drawing.sections) {
    if (section.colour >= drawing.sections.size()) return false;
  }
  return true;
}

}  // namespace

std::string to_bytes(const Drawing& drawing) {
  DrawingWriter out;
  out(drawing);
  return out.take();
}

std::optional<Drawing> drawing_from_bytes(std::string_view bytes, const View& view) {
  DrawingReader in(bytes);
  Drawing drawing;
  in(drawing);
  if (!in.good() || !in.at_end() || !is_drawing_of(view, drawing)) return std::nullopt;
  return drawing;
}

}  // namespace prereq
