// Owners of Graphviz's handles. The layout of a graph goes before the graph, both before the
// context; one lock serialises all use, because Graphviz keeps global state.
#pragma once

// gvc.h of 2.42 defines macros such as TRUE and MAX: included in src/arrange only.
#include <gvc.h>

#include <memory>
#include <mutex>
#include <string>

namespace prereq {

struct CloseGraph {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};
using GraphHandle = std::unique_ptr<Agraph_t, CloseGraph>;

// Graphviz's context with the two linked plugins, and what it complained of meanwhile.
class GraphvizSession {
 public:
  GraphvizSession();
  ~GraphvizSession();
  GraphvizSession(const GraphvizSession&) = delete;
  GraphvizSession& operator=(const GraphvizSession&) = delete;

  GVC_t* context() const { return context_; }
  // The first error since the session began, empty for none; warnings do not count.
  std::string error() const;

 private:
  std::unique_lock<std::mutex> lock_;
  GVC_t* context_ = nullptr;
  agusererrf previous_handler_ = nullptr;
};

// Frees the layout of `graph` when it goes out of scope.
class LayoutHandle {
 public:
  LayoutHandle(const GraphvizSession& session, Agraph_t* graph);
  ~LayoutHandle();
  LayoutHandle(const LayoutHandle&) = delete;
  LayoutHandle& operator=(const LayoutHandle&) = delete;

  bool succeeded() const { return succeeded_; }

 private:
  GVC_t* context_;
  Agraph_t* graph_;
  bool succeeded_;
};

}  // namespace prereq
