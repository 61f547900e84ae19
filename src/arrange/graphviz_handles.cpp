// Graphviz's context, with the plugins that are linked, and its messages.
#include "arrange/graphviz_handles.hpp"

#include <array>

#include "base/graphviz_lock.hpp"

// The plugins are linked, so that Graphviz neither searches for others nor reads a configuration.
// NOLINTBEGIN(readability-identifier-naming): Graphviz names them.
extern "C" {
extern gvplugin_library_t gvplugin_dot_layout_LTX_library;
extern gvplugin_library_t gvplugin_core_LTX_library;
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
