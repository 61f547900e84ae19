// What stands on what, with which contrast: computed from the written file by painting it, shape
// by shape, at the places where there is text or a line.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>
#include <vector>

#include "prereq/arrange.hpp"
#include "prereq/svg.hpp"
#include "sample_drawing.hpp"
#include "sample_views.hpp"
#include "style_sheet.hpp"
#include "support/xml_document.hpp"
#include "write/palette.hpp"

namespace prereq {
namespace {

using testing::Sample;
using testing::StyleSheet;
using testing::XmlElement;
using Path = std::vector<const XmlElement*>;

// As defined by WCAG 2.
double luminance(const std::string& hex) {
  const long rgb = std::strtol(hex.substr(1).c_str(), nullptr, 16);
  const auto channel = [&](int shift) {
    const double c = static_cast<double>((rgb >> shift) & 0xFF) / 255;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0);
}

double contrast(const std::string& a, const std::string& b) {
  const double one = luminance(a);
  const double other = luminance(b);
  const auto [darker, lighter] = std::minmax(one, other);
  return (lighter + 0.05) / (darker + 0.05);
}

double number(const XmlElement& element, const std::string& name) {
  return std::strtod(element.attribute(name).c_str(), nullptr);
}

Box bounds(const XmlElement& shape) {
  if (shape.name == "rect") {
    return {number(shape, "x"), number(shape, "y"), number(shape, "width"),
            number(shape, "height")};
  }
  // A flag: M left+radius top H right L ..., right bottom.
  const std::string d = shape.attribute("d");
  double left = 0, top = 0, right = 0, notch_x = 0, notch_y = 0, corner_x = 0, bottom = 0;
  std::sscanf(d.c_str(), "M%lf %lfH%lfL%lf %lf %lf %lf", &left, &top, &right, &notch_x, &notch_y,
              &corner_x, &bottom);
  return {left, top, notch_x - left, bottom - top};
}

struct Painted {
  Box box;
  std::string fill;
};

struct Mark {
  std::string what;
  std::string colour;
  std::string background;
};

// Walks the file in painting order.
class Painter {
 public:
  Painter(const XmlElement& root, bool dark) : sheet_(style_of(root), dark) {
    Path path;
    visit(root, path);
  }
  std::vector<Mark> texts;
  std::vector<Mark> bands;

  std::string edge_colour;
  std::vector<std::string> grounds;  // what edges may cross

 private:
  static std::string style_of(const XmlElement& root) {
    for (const XmlElement& child : root.children) {
      if (child.name == "style") return child.text;
    }
    return {};
  }

  void visit(const XmlElement& element, Path& path) {
    path.push_back(&element);
    const std::string fill = sheet_.value(path, "fill");
    if (element.name == "text") {
      const Point at{number(element, "x") + 1, number(element, "y") - 3};
      texts.push_back({element.attribute("class") + " '" + element.text + "'", fill, ground(at)});
    } else if (element.name == "rect" || element.has_class("flag")) {
      painted_.push_back({bounds(element), fill});
      if (!element.has_class("card")) grounds.push_back(fill);
    } else if (element.has_class("band")) {
      bands.push_back({"band", fill, painted_.back().fill});
    } else if (element.has_class("edge")) {
      edge_colour = sheet_.value(path, "stroke");
    }
    for (const XmlElement& child : element.children) visit(child, path);
    path.pop_back();
  }

  std::string ground(Point at) const {
    for (auto shape = painted_.rbegin(); shape != painted_.rend(); ++shape) {
      const Box& box = shape->box;
      if (at.x >= box.x && at.x <= box.right() && at.y >= box.y && at.y <= box.bottom()) {
        return shape->fill;
      }
    }
    return "";
  }

  StyleSheet sheet_;
  std::vector<Painted> painted_;
};

// Each section colour once, and a topic in each.
Sample sample_with_all_colours() {
  Sample sample = testing::sample_drawing();
  const ViewSection section = sample.view.sections[0];
  const DrawnSection drawn = sample.drawing.sections[0];
  const ViewCard card = sample.view.cards[0];
  const DrawnCard drawn_card = sample.drawing.cards[0];
  for (std::uint32_t i = 2; i < palette_size; ++i) {
    sample.view.sections.push_back(section);
    sample.drawing.sections.push_back(drawn);
    sample.drawing.sections.back().colour = i;
    sample.view.cards.push_back(card);
    sample.view.cards.back().section = i;
    sample.drawing.cards.push_back(drawn_card);
  }
  return sample;
}

struct Case {
  Theme theme;
  bool dark_reader;
};

std::vector<Painter> all_themes() {
  const Sample sample = sample_with_all_colours();
  std::vector<Painter> result;
  for (const Case c : {Case{Theme::automatic, false}, Case{Theme::automatic, true},
                       Case{Theme::light, false}, Case{Theme::dark, false}}) {
    SvgOptions options;
    options.theme = c.theme;
    const XmlElement root = testing::parse_xml(write_svg(sample.view, sample.drawing, options));
    result.emplace_back(root, c.dark_reader);
  }
  return result;
}

TEST(SvgContrast, IsEnoughForAllText) {
  for (const Painter& painter : all_themes()) {
    EXPECT_GE(painter.texts.size(), 50U);
    for (const Mark& text : painter.texts) {
      ASSERT_EQ(text.colour.size(), 7U) << text.what;
      ASSERT_EQ(text.background.size(), 7U) << text.what;
      EXPECT_GE(contrast(text.colour, text.background), 4.5)
          << text.what << ": " << text.colour << " on " << text.background;
    }
  }
}

TEST(SvgContrast, IsEnoughForEdgesWhereverTheyRun) {
  for (const Painter& painter : all_themes()) {
    EXPECT_EQ(painter.grounds.size(), 1 + palette_size);
    for (const std::string& ground : painter.grounds) {
      EXPECT_GE(contrast(painter.edge_colour, ground), 3) << ground;
    }
  }
}

// Written and painted in light and dark.
std::vector<Painter> painted(const View& view) {
  Diagnostics diagnostics;
  const Drawing drawing = arrange(view, {}, diagnostics);
  const XmlElement root = testing::parse_xml(write_svg(view, drawing));
  return {Painter(root, false), Painter(root, true)};
}

TEST(SvgContrast, IsEnoughForAllTextOfEveryView) {
  for (const View& view : testing::sample_views()) {
    for (const Painter& painter : painted(view)) {
      EXPECT_GE(painter.texts.size(), 5U);
      for (const Mark& text : painter.texts) {
        ASSERT_EQ(text.colour.size(), 7U) << text.what;
        ASSERT_EQ(text.background.size(), 7U) << text.what;
        EXPECT_GE(contrast(text.colour, text.background), 4.5)
            << text.what << ": " << text.colour << " on " << text.background;
      }
    }
  }
}

// 3:1 on white and on the darkest pages that are common.
TEST(SvgContrast, IsEnoughForEdgesOfATransparentDrawingOnAnyPage) {
  for (const ThemeColours& theme : {on_any_page(light_colours()), on_any_page(dark_colours())}) {
    std::vector<Colour> lines = {theme.edge, theme.cycle, theme.chain};
    for (const SectionColours& section : theme.sections) lines.push_back(section.edge);
    for (const Colour line : lines) {
      EXPECT_GE(contrast(hex(line), "#ffffff"), 3) << hex(line);
      EXPECT_GE(contrast(hex(line), "#0d1117"), 3) << hex(line);
    }
  }
}

TEST(SvgContrast, DiffersBetweenTheThemes) {
  const auto themes = all_themes();
  EXPECT_EQ(themes[0].grounds, themes[2].grounds) << "light where nothing is said";
  EXPECT_EQ(themes[1].grounds, themes[3].grounds);
  EXPECT_NE(themes[0].grounds, themes[1].grounds);
}

TEST(SvgContrast, TakesTheLaterOfTwoEqualRules) {
  const XmlElement root = testing::parse_xml("<svg><g class='a'><text class='b'/></g></svg>");
  const Path path = {&root, &root.children[0], &root.children[0].children[0]};
  const StyleSheet sheet("#x text{fill:#1}\n#x .a text{fill:#4}\n#x .b{fill:#2}\n#x .b{fill:#3}\n",
                         false);
  EXPECT_EQ(sheet.value(path, "fill"), "#4");
  EXPECT_EQ(sheet.value({&root, path[1]}, "fill"), "");
}

}  // namespace
}  // namespace prereq
