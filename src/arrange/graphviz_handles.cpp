// Graphviz's context, with the plugins that are linked, and its messages; and memory for it that
// need not be touched before it is used.
#include "arrange/graphviz_handles.hpp"

#include <array>
#include <cstdlib>

#include "base/graphviz_lock.hpp"

// The plugins are linked, so that Graphviz neither searches for others nor reads a configuration.
// NOLINTBEGIN(readability-identifier-naming): Graphviz names them.
extern "C" {
extern gvplugin_library_t gvplugin_dot_layout_LTX_library;
extern gvplugin_library_t gvplugin_core_LTX_library;

// Takes the place of Graphviz's own, which writes the zeroes one by one: dot 2.42 asks for 8 MB of
// them, for a stack of which it uses a page or two, and getting these from the system took a third
// of the time of a small picture. Weak, for programs that have a function of this name. Where it is
// not found first, or Graphviz has none of this name, nothing changes but the time.
[[gnu::weak, gnu::visibility("default")]] void* zmalloc(std::size_t bytes);
void* zmalloc(std::size_t bytes) {
  if (bytes == 0) return nullptr;
  void* const zeroes = std::calloc(1, bytes);  // fresh pages are zero as they come
  if (zeroes == nullptr) std::abort();         // as Graphviz does
  return zeroes;
}
}
// NOLINTEND(readability-identifier-naming)

namespace prereq {
namespace {

// Guarded by graphviz_mutex(). Graphviz delivers one message in several calls.
std::string& collected_messages() {
  static std::string messages;
  return messages;
}

int collect_message(char* part) {
  collected_messages() += part;
  return 0;
}

// The context keeps pointing at the table, which must therefore live on.
GVC_t* new_context() {
  static std::array<lt_symlist_t, 3> plugins = {{
      {"gvplugin_dot_layout_LTX_library", &gvplugin_dot_layout_LTX_library},
      {"gvplugin_core_LTX_library", &gvplugin_core_LTX_library},
      {nullptr, nullptr},
  }};
  return gvContextPlugins(plugins.data(), 0);
}

}  // namespace

GraphvizSession::GraphvizSession() : lock_(graphviz_mutex()) {
  collected_messages().clear();
  previous_handler_ = agseterrf(collect_message);
  context_ = new_context();
}

GraphvizSession::~GraphvizSession() {
  gvFreeContext(context_);
  agseterrf(previous_handler_);
}

std::string GraphvizSession::error() const {
  const std::string& messages = collected_messages();
  const auto start = messages.find("Error");
  if (start == std::string::npos) return {};
  return messages.substr(start, messages.find('\n', start) - start);
}

LayoutHandle::LayoutHandle(const GraphvizSession& session, Agraph_t* graph)
    : context_(session.context()), graph_(graph) {
  succeeded_ = gvLayout(context_, graph_, "dot") == 0;
}

LayoutHandle::~LayoutHandle() { gvFreeLayout(context_, graph_); }

}  // namespace prereq
