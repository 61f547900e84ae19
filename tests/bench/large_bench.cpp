#include <fmt/format.h>

#include <chrono>
#include <cmath>
#include <algorithm>
#include <cstdlib>
#include <set>
#include "prereq/drawing_quality.hpp"

#include "arrange/flat_edges.hpp"
#include "prereq/arrange.hpp"
#include "prereq/read.hpp"
#include "support/plain_dot.hpp"
#include "support/run_program.hpp"

int main(int argc, char** argv) {
  using namespace prereq;
  using Clock = std::chrono::steady_clock;
  for (int i = 1; i < argc; ++i) {
    Sources sources;
    Diagnostics diagnostics;
    const Roadmap read =
        read_roadmap(sources, sources.add(argv[i], testing::read_text(argv[i])), diagnostics);
    const View view = select_view(TopicGraph(read), {.all_edges = true});
    ArrangeOptions o;
    o.max_width_px.reset();
    auto t0 = Clock::now();
    const auto drawing = arrange(view, o, diagnostics);
    auto t1 = Clock::now();
    const auto stats = [&](const Drawing& d) {
      std::set<int> ys;
      for (const auto& c : d.cards) ys.insert(int(c.box.y + c.box.height / 2 + 0.5));
      std::vector<int> rows;
      for (int y : ys) if (rows.empty() || y > rows.back() + 2) rows.push_back(y);
      const auto row = [&](const Box& b) { return std::lower_bound(rows.begin(), rows.end(), int(b.y + b.height / 2 + 0.5) - 1) - rows.begin(); };
      long span = 0; double dx = 0;
      for (const auto& e : view.edges) { span += row(d.cards[e.dependent].box) - row(d.cards[e.prerequisite].box);
        dx += std::abs(d.cards[e.dependent].box.x - d.cards[e.prerequisite].box.x); }
      std::size_t crossings = std::getenv("CROSS") ? measure_quality(view, d).crossings : 0;
      fmt::print("      rows {} span {} dx {:.0f} crossings {}\n", rows.size(), span, dx, crossings);
    };
    const auto length = [](const Drawing& d) {
      double sum = 0;
      for (const auto& e : d.edges) {
        if (e.curve.empty()) continue;
        Point before = e.curve.front();
        for (std::size_t i = 0; i + 3 < e.curve.size(); i += 3) {
          for (int k = 1; k <= 16; ++k) {
            const double t = k / 16.0, u = 1 - t;
            const auto mix = [&](double a, double b, double c, double dd) { return u*u*u*a + 3*u*u*t*b + 3*u*t*t*c + t*t*t*dd; };
            const Point p = {mix(e.curve[i].x, e.curve[i+1].x, e.curve[i+2].x, e.curve[i+3].x), mix(e.curve[i].y, e.curve[i+1].y, e.curve[i+2].y, e.curve[i+3].y)};
            sum += distance(before, p);
            before = p;
          }
        }
      }
      return sum;
    };
    fmt::print("{}: {:.0f} ms, {:.0f} x {:.0f}, length {:.0f}\n", argv[i],
               std::chrono::duration<double, std::milli>(t1 - t0).count(), drawing.width,
               drawing.height, length(drawing));
    stats(drawing);
    std::fflush(stdout);
    if (std::getenv("NODOT")) continue;
    t0 = Clock::now();
    const Drawing dot = testing::draw_with_plain_dot(view, drawing);
    t1 = Clock::now();
    fmt::print("   dot: {:.0f} ms, {:.0f} x {:.0f}, length {:.0f}, ratio {:.3f}\n",
               std::chrono::duration<double, std::milli>(t1 - t0).count(), dot.width, dot.height,
               length(dot), length(drawing) / length(dot));
    stats(dot);
  }
}
