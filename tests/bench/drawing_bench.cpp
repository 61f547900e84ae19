// Measures prereq's drawings beside those of dot and ELK:
//
//   drawing_bench                       prints the tables of docs/drawing-quality.md, for
//                                       scripts/compare-drawings; exits with 1 if a promise is
//                                       broken
//   drawing_bench --only prereq [NAME…] prints a line for each roadmap of that name, or for all
//   drawing_bench --stability           how far prereq's pictures stay when a topic is left out
//   drawing_bench --times               how long prereq takes beside dot
//   drawing_bench --svg FOLDER [NAME…]  writes NAME-prereq.svg, NAME-dot.svg and NAME-elk.svg
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <exception>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include "bench/promises.hpp"
#include "prereq/arrange.hpp"
#include "prereq/roadmap_file.hpp"
#include "prereq/svg.hpp"
#include "support/drawing_comparison.hpp"
#include "support/elk_peer.hpp"
#include "support/left_out.hpp"
#include "support/plain_dot.hpp"
#include "support/run_program.hpp"

namespace prereq {
namespace {

using testing::ComparedRoadmap;
using testing::median;

constexpr std::uint32_t most_topics = 200;  // of the roadmaps that promises are about
constexpr double page_px = 1000;

// 1384.2 as "1,384".
std::string grouped(double number) {
  std::string digits = fmt::format("{:.0f}", number);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

std::string size_words(const DrawingQuality& q) {
  return grouped(q.width) + " × " + grouped(q.height);
}

double area(const DrawingQuality& q) { return q.width * q.height; }

std::size_t faults(const DrawingQuality& q) {
  return q.edges_through_cards + q.edges_through_titles + q.overlaps;
}

Drawing draw(const View& view) {
  Diagnostics diagnostics;
  return arrange(view, {}, diagnostics);
}

std::vector<ComparedRoadmap> roadmaps_named(const std::vector<std::string>& names) {
  std::vector<ComparedRoadmap> roadmaps = testing::compared_roadmaps();
  if (names.empty()) return roadmaps;
  std::erase_if(roadmaps, [&](const ComparedRoadmap& roadmap) {
    return std::ranges::count(names, roadmap.name) == 0;
  });
  return roadmaps;
}

// One roadmap as all three draw it.
struct Pictures {
  std::string name;
  View view;
  Drawing prereq;
  Drawing dot;
  Drawing elk;
};

std::vector<Pictures> draw_with_all(const std::vector<ComparedRoadmap>& roadmaps, bool all_edges) {
  std::vector<Pictures> all;
  for (const ComparedRoadmap& roadmap : roadmaps) {
    Pictures& pictures = all.emplace_back();
    pictures.name = roadmap.name;
    pictures.view = testing::view_of(roadmap, all_edges);
    pictures.prereq = draw(pictures.view);
    pictures.dot = testing::draw_with_plain_dot(pictures.view, pictures.prereq,
                                                testing::DotSections::clusters);
  }
  std::vector<testing::ElkTask> tasks;
  for (const Pictures& pictures : all) tasks.push_back({&pictures.view, &pictures.prereq});
  std::vector<Drawing> elk = testing::draw_with_elk(tasks);
  for (std::size_t i = 0; i < all.size(); ++i) all[i].elk = std::move(elk[i]);
  return all;
}

struct Row {
  std::string name;
  DrawingQuality prereq;
  DrawingQuality dot;
  DrawingQuality elk;
};

std::vector<Row> measure_all(bool all_edges) {
  std::vector<Row> rows;
  for (const Pictures& p : draw_with_all(testing::compared_roadmaps(), all_edges)) {
    rows.push_back({p.name, measure_quality(p.view, p.prereq), measure_quality(p.view, p.dot),
                    measure_quality(p.view, p.elk)});
  }
  return rows;
}

void print_rows(const std::vector<Row>& rows) {
  fmt::print(
      "| roadmap | cards, edges | crossings | dot | ELK | lines | dot | ELK | width × height | dot "
      "| ELK | area / ELK's | bends | dot | ELK |\n"
      "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|\n");
  for (const auto& [name, prereq, dot, elk] : rows) {
    fmt::print(
        "| {} | {}, {} | {} | {} | {} | {} | {} | {} | {} | {} | {} | {:.2f} | {} | {} | {} |\n",
        name, prereq.cards, prereq.edges, prereq.crossings, dot.crossings, elk.crossings,
        grouped(prereq.edge_length), grouped(dot.edge_length), grouped(elk.edge_length),
        size_words(prereq), size_words(dot), size_words(elk), area(prereq) / area(elk),
        prereq.bends, dot.bends, elk.bends);
  }
}

// All that must not be, of all pictures together; and whose are not free of it.
void print_faults(const std::vector<Row>& rows) {
  fmt::print("\n| in all pictures | prereq | dot | ELK |\n|---|---|---|---|\n");
  const auto print = [&](const char* what, std::size_t DrawingQuality::*member) {
    std::size_t prereq = 0;
    std::size_t dot = 0;
    std::size_t elk = 0;
    for (const Row& row : rows) {
      prereq += row.prereq.*member;
      dot += row.dot.*member;
      elk += row.elk.*member;
    }
    fmt::print("| {} | {} | {} | {} |\n", what, prereq, dot, elk);
  };
  print("lines through cards", &DrawingQuality::edges_through_cards);
  print("lines through titles", &DrawingQuality::edges_through_titles);
  print("overlaps", &DrawingQuality::overlaps);
}

void promise(const std::string& what, const std::string& wanted, bool kept,
             const std::string& reached) {
  fmt::print("| {} | {} | {} |\n", what, wanted, bench::judged(kept, reached));
}

void promise_most(const std::string& what, const std::string& wanted, double most, double reached,
                  const char* format = "{:.2f}") {
  promise(what, wanted, reached <= most, fmt::format(fmt::runtime(format), reached));
}

// What a roadmap's picture may be at most.
struct Bound {
  std::string name;
  double height;
  std::size_t crossings;
  double length;
};

void promise_picture(const DrawingQuality& q, const Bound& bound) {
  promise(bound.name + ": width", "800–1,000 px", q.width >= 800 && q.width <= page_px,
          grouped(q.width) + " px");
  promise(bound.name + ": height", fmt::format("at most {} px", grouped(bound.height)),
          q.height <= bound.height, grouped(q.height) + " px");
  promise(bound.name + ": crossings", fmt::format("at most {}", bound.crossings),
          q.crossings <= bound.crossings, fmt::format("{}", q.crossings));
  promise(bound.name + ": lines", fmt::format("at most {} px", grouped(bound.length)),
          q.edge_length <= bound.length, grouped(q.edge_length) + " px");
}

const Row& row_named(const std::vector<Row>& rows, const std::string& name) {
  return *std::ranges::find(rows, name, &Row::name);
}

// The names of the rows that fail, for people to look at.
std::string failing(const std::vector<Row>& rows, const std::function<bool(const Row&)>& holds) {
  std::string names;
  for (const Row& row : rows) {
    if (!holds(row)) names += (names.empty() ? "" : ", ") + row.name;
  }
  return names;
}

void promise_everywhere(const std::string& what, const std::vector<Row>& rows,
                        const std::function<bool(const Row&)>& holds) {
  const std::string names = failing(rows, holds);
  promise(what, "everywhere", names.empty(), names.empty() ? "everywhere" : "not " + names);
}

std::vector<Row> up_to_most_topics(const std::vector<Row>& rows) {
  std::vector<Row> some;
  std::ranges::copy_if(rows, std::back_inserter(some),
                       [](const Row& row) { return row.prereq.topics <= most_topics; });
  return some;
}

// Of those where either has any; what is 0 for both tells nothing.
double median_share_of_crossings(const std::vector<Row>& rows, DrawingQuality Row::*peer) {
  std::vector<double> shares;
  for (const Row& row : rows) {
    if (row.prereq.crossings + (row.*peer).crossings == 0) continue;
    shares.push_back(testing::crossing_ratio(row.prereq, row.*peer));
  }
  return median(shares);
}

template <typename Measure>
double median_share_of_elk(const std::vector<Row>& rows, Measure&& measure) {
  std::vector<double> shares;
  for (const Row& row : rows) {
    if (measure(row.elk) > 0) shares.push_back(measure(row.prereq) / measure(row.elk));
  }
  return median(shares);
}

void promise_rows(const std::vector<Row>& all, const std::vector<Row>& with_all_edges) {
  promise_picture(row_named(all, "turbo").prereq, {"turbo", 1450, 4, 11000});
  promise_picture(row_named(all, "self-study").prereq, {"self-study", 1850, 18, 20000});
  const std::vector<Row> rows = up_to_most_topics(all);
  promise_most("crossings, as a share of dot's, in the median", "at most 0.5", 0.5,
               median_share_of_crossings(rows, &Row::dot));
  promise_most("crossings, as a share of ELK's, in the median", "at most 0.6", 0.6,
               median_share_of_crossings(rows, &Row::elk));
  promise_everywhere("no more crossings than the larger of the two", rows, [](const Row& row) {
    return row.prereq.crossings <= std::max(row.dot.crossings, row.elk.crossings);
  });
  promise_most("length of lines, as a share of ELK's, in the median", "at most 0.9", 0.9,
               median_share_of_elk(rows, [](const DrawingQuality& q) { return q.edge_length; }));
  promise_most("area, as a share of ELK's, in the median", "at most 0.8", 0.8,
               median_share_of_elk(rows, area));
  promise_everywhere("no wider than 1,000 px", rows,
                     [](const Row& row) { return row.prereq.width <= page_px; });
  promise_everywhere("nothing through a card or title, no overlap", all,
                     [](const Row& row) { return faults(row.prereq) == 0; });
  promise_everywhere("the same with all edges", with_all_edges,
                     [](const Row& row) { return faults(row.prereq) == 0; });
  const DrawingQuality& catalogue = row_named(all, "catalogue").prereq;
  promise("catalogue: 64 topics in 32 sections, without an edge", "at most 1,000 × 1,600 px",
          catalogue.width <= page_px && catalogue.height <= 1600, size_words(catalogue) + " px");
}

// A roadmap, and what is left of it without each of its topics.
struct Thinned {
  std::string name;
  View whole;
  std::vector<View> parts;
};

std::vector<Thinned> thinned_bundled() {
  std::vector<Thinned> all;
  for (const ComparedRoadmap& roadmap : roadmaps_named({"turbo", "self-study"})) {
    Thinned& thinned = all.emplace_back();
    thinned.name = roadmap.name;
    thinned.whole = testing::view_of(roadmap);
    for (Roadmap& part : testing::each_topic_left_out(testing::read_compared(roadmap))) {
      thinned.parts.push_back(select_view(TopicGraph(std::move(part))));
    }
  }
  return all;
}

// The median share of pairs that change, over the topics.
double changed(const Thinned& thinned, const Drawing& whole, const std::vector<Drawing>& parts) {
  std::vector<double> shares;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    shares.push_back(
        testing::share_of_changed_pairs(thinned.whole, whole, thinned.parts[i], parts[i]));
  }
  return median(shares);
}

std::vector<Drawing> draw_parts(const Thinned& thinned) {
  std::vector<Drawing> drawings;
  for (const View& part : thinned.parts) drawings.push_back(draw(part));
  return drawings;
}

std::string percent(double share) { return fmt::format("{:.1f} %", 100 * share); }

void promise_stability() {
  for (const Thinned& thinned : thinned_bundled()) {
    const Drawing whole = draw(thinned.whole);
    const std::vector<Drawing> parts = draw_parts(thinned);
    std::vector<Drawing> dot_parts;
    std::vector<testing::ElkTask> tasks = {{&thinned.whole, &whole}};
    for (std::size_t i = 0; i < parts.size(); ++i) {
      dot_parts.push_back(
          testing::draw_with_plain_dot(thinned.parts[i], parts[i], testing::DotSections::clusters));
      tasks.push_back({&thinned.parts[i], &parts[i]});
    }
    const Drawing dot =
        testing::draw_with_plain_dot(thinned.whole, whole, testing::DotSections::clusters);
    std::vector<Drawing> elk_parts = testing::draw_with_elk(tasks);
    const Drawing elk = elk_parts.front();
    elk_parts.erase(elk_parts.begin());
    const double ours = changed(thinned, whole, parts);
    promise(
        thinned.name +
            ": pairs of cards that change places when a topic is left out, in the "
            "median",
        "at most 3 %", ours <= 0.03,
        fmt::format("{} (dot {}, ELK {})", percent(ours), percent(changed(thinned, dot, dot_parts)),
                    percent(changed(thinned, elk, elk_parts))));
  }
}

struct Race {
  std::string name;
  std::string file;
  std::string dot;  // what a person would write of the same
  double most_of_dot;
};

// The median of the pairs' ratios; the programs run in turn, so that both meet the same machine.
void promise_time(const Race& race) {
  constexpr int pairs = 30;
  const auto run = [](const std::vector<std::string>& command) {
    const testing::Outcome outcome = testing::run_program(command, {.output = "/dev/null"});
    if (outcome.status != 0) throw std::runtime_error(command[0] + " failed: " + outcome.err);
    return outcome.seconds;
  };
  const std::vector<std::string> prereq_command = {PREREQ_PROGRAM, "render", race.file};
  const std::vector<std::string> dot_command = {"dot", "-Tsvg", race.dot};
  run(prereq_command);
  run(dot_command);
  std::vector<double> ours;
  std::vector<double> dots;
  std::vector<double> ratios;
  for (int i = 0; i < pairs; ++i) {
    // Each begins as often as the other.
    if (i % 2 == 0) ours.push_back(run(prereq_command));
    dots.push_back(run(dot_command));
    if (i % 2 == 1) ours.push_back(run(prereq_command));
    ratios.push_back(ours.back() / dots.back());
  }
  const double ratio = median(ratios);
  promise(race.name + ": time of `prereq render`, as a share of `dot -Tsvg`'s",
          fmt::format("at most {}", race.most_of_dot), ratio <= race.most_of_dot,
          fmt::format("{:.2f} ({:.1f} ms, {:.1f} ms)", ratio, 1000 * median(ours),
                      1000 * median(dots)));
}

void promise_times() {
  const testing::TemporaryFolder folder;
  const auto dot_file = [&](const ComparedRoadmap& roadmap) {
    return folder.file("graph.dot", testing::handwritten_dot(testing::view_of(roadmap)));
  };
  for (const auto& [name, most] : {std::pair{"turbo", 0.9}, std::pair{"self-study", 1.2}}) {
    const ComparedRoadmap roadmap = roadmaps_named({name}).front();
    promise_time({name, PREREQ_SOURCE_DIR "/" + roadmap.file, dot_file(roadmap), most});
  }
  for (const auto& [topics, most] : {std::pair{100U, 2.0}, std::pair{300U, 8.0}}) {
    const ComparedRoadmap roadmap = {fmt::format("{} random topics", topics), "",
                                     testing::RoadmapShape::mixed, topics, 2026 + topics};
    const std::string yaml = roadmap_yaml(testing::read_compared(roadmap));
    promise_time({roadmap.name, folder.file("graph.yaml", yaml), dot_file(roadmap), most});
  }
}

void print_page() {
  const std::vector<Row> fewer = measure_all(false);
  const std::vector<Row> all = measure_all(true);
  fmt::print("## What is promised\n\n| | wanted | reached |\n|---|---|---|\n");
  promise_rows(fewer, all);
  promise_stability();
  promise_times();
  fmt::print("\n## The edges that prereq draws\n\n");
  print_rows(fewer);
  print_faults(fewer);
  fmt::print("\n## All edges\n\n");
  print_rows(all);
  print_faults(all);
}

void print_own_rows(const std::vector<std::string>& names) {
  fmt::print("{:15} {:>5} {:>5} {:>9} {:>7} {:>6} {:>6} {:>6} {:>6} {:>6} {:>5} {:>7}\n", "roadmap",
             "cards", "edges", "crossings", "length", "width", "height", "bends", "cards!",
             "title!", "over!", "seconds");
  for (const ComparedRoadmap& roadmap : roadmaps_named(names)) {
    const View view = testing::view_of(roadmap);
    const auto start = std::chrono::steady_clock::now();
    const Drawing drawing = draw(view);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    const DrawingQuality q = measure_quality(view, drawing);
    fmt::print("{:15} {:5} {:5} {:9} {:7.0f} {:6.0f} {:6.0f} {:6} {:6} {:6} {:5} {:7.3f}\n",
               roadmap.name, q.cards, q.edges, q.crossings, q.edge_length, q.width, q.height,
               q.bends, q.edges_through_cards, q.edges_through_titles, q.overlaps, taken.count());
    std::fflush(stdout);
  }
}

void print_own_stability() {
  for (const Thinned& thinned : thinned_bundled()) {
    const double share = changed(thinned, draw(thinned.whole), draw_parts(thinned));
    fmt::print("{:15} {}\n", thinned.name, percent(share));
  }
}

void write_pictures(const std::string& folder, const std::vector<std::string>& names) {
  for (const Pictures& p : draw_with_all(roadmaps_named(names), false)) {
    std::string name = p.name;
    std::ranges::replace(name, ' ', '-');
    const auto write = [&](const char* maker, const Drawing& drawing) {
      const std::string file = fmt::format("{}/{}-{}.svg", folder, name, maker);
      std::ofstream(file, std::ios::binary) << write_svg(p.view, drawing);
    };
    write("prereq", p.prereq);
    write("dot", p.dot);
    write("elk", p.elk);
  }
}

int run(const std::vector<std::string>& words) {
  const auto names_from = [&](std::size_t first) {
    return std::vector<std::string>(words.begin() + static_cast<std::ptrdiff_t>(first),
                                    words.end());
  };
  if (words.empty()) {
    print_page();
  } else if (words.size() >= 2 && words[0] == "--only" && words[1] == "prereq") {
    print_own_rows(names_from(2));
  } else if (words.size() == 1 && words[0] == "--stability") {
    print_own_stability();
  } else if (words.size() == 1 && words[0] == "--times") {
    promise_times();
  } else if (words.size() >= 2 && words[0] == "--svg") {
    write_pictures(words[1], names_from(2));
  } else {
    fmt::print(stderr,
               "usage: drawing_bench [--only prereq [NAME…] | --stability | --times | --svg FOLDER "
               "[NAME…]]\n");
    return 2;
  }
  return bench::exit_status();
}

}  // namespace
}  // namespace prereq

int main(int count, char** arguments) {
  try {
    return prereq::run({arguments + 1, arguments + count});
  } catch (const std::exception& failure) {
    fmt::print(stderr, "drawing_bench: {}\n", failure.what());
    return 2;
  }
}
