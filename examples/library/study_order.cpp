// Reads a roadmap and hands its graph to Boost.Graph: an order in which everything can be studied,
// and the longest chain of topics that have to follow one another.
#include <algorithm>
#include <boost/graph/topological_sort.hpp>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "prereq/boost_graph.hpp"
#include "prereq/check.hpp"
#include "prereq/read.hpp"
#include "prereq/report.hpp"

int print_order(const std::string& name, const std::string& text) {
  prereq::Sources sources;
  prereq::Diagnostics diagnostics;
  const prereq::FileId file = sources.add(name, text);
  const prereq::TopicGraph graph(prereq::read_roadmap(sources, file, diagnostics));
  prereq::check(graph, {}, diagnostics);
  prereq::apply_policy(graph.roadmap(), {}, diagnostics);
  std::cerr << prereq::format_human(diagnostics, sources);
  if (diagnostics.has_errors()) return 1;

  std::vector<prereq::TopicIndex> order;  // dependents first: that is how Boost gives it
  boost::topological_sort(prereq::boost_graph(graph), std::back_inserter(order));
  std::ranges::reverse(order);

  std::vector<int> chain(graph.topic_count(), 1);  // the longest that ends in each topic
  int longest = 0;
  for (const prereq::TopicIndex topic : order) {
    for (const prereq::Edge& edge : graph.prerequisites_of(topic)) {
      chain[topic] = std::max(chain[topic], chain[edge.prerequisite] + 1);
    }
    longest = std::max(longest, chain[topic]);
    std::cout << graph.roadmap().topics()[topic].title << '\n';
  }
  std::cout << "longest chain: " << longest << " topics\n";
  return 0;
}

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: study_order ROADMAP\n";
    return 2;
  }
  std::ifstream in(argv[1], std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  try {
    return print_order(argv[1], text);
  } catch (const boost::not_a_dag&) {
    std::cerr << "alternatives go round in a circle: no one order takes in everything\n";
    return 1;
  }
}
