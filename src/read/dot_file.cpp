#include "read/dot_file.hpp"

#include <cgraph.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <utility>

#include "base/ascii_words.hpp"
#include "base/graphviz_lock.hpp"
#include "base/utf8.hpp"
#include "roadmap/name_table.hpp"

namespace prereq {
namespace {

struct CloseDotGraph {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};
using DotGraphHandle = std::unique_ptr<Agraph_t, CloseDotGraph>;

// What cgraph reads in blocks; from some place on, byte by byte, so that it is known how far it
// read.
struct DotInput {
  std::string_view text;
  std::size_t slow_from = SIZE_MAX;
  std::size_t taken = 0;
};

int take_text(void* channel, char* buffer, int size) {
  auto& input = *static_cast<DotInput*>(channel);
  const std::size_t most =
      input.taken < input.slow_from ? input.slow_from - input.taken : std::size_t{1};
  const std::size_t count = std::min(
      {input.text.size() - input.taken, most, static_cast<std::size_t>(std::max(size, 0))});
  std::memcpy(buffer, input.text.data() + input.taken, count);
  input.taken += count;
  return static_cast<int>(count);
}

// Guarded by graphviz_mutex(). What is only a warning the scanner has told, with a better place.
struct ReaderMessages {
  bool is_error = false;  // the one whose parts are coming
  std::size_t count = 0;  // of all parts
  const DotInput* input = nullptr;
  std::size_t read_to = 0;           // bytes of the input at the first error
  std::optional<std::string> error;  // the first
};

ReaderMessages& reader_messages() {
  static ReaderMessages messages;
  return messages;
}

// A message comes in parts: "Error" or "Warning", ": ", and the words.
int keep_message(char* part) {
  ReaderMessages& messages = reader_messages();
  const std::string_view words = part;
  ++messages.count;
  if (words == "Error" || words == "Warning") {
    messages.is_error = words == "Error" && !messages.error;
    if (!messages.is_error) return 0;
    messages.error.emplace();
    messages.read_to = messages.input == nullptr ? 0 : messages.input->taken;
  } else if (messages.is_error) {
    messages.error->append(words);
  }
  return 0;
}

// Keeps what cgraph complains of from being printed.
class MessageKeeper {
 public:
  MessageKeeper() : previous_(agseterrf(keep_message)) {}
  ~MessageKeeper() { agseterrf(previous_); }
  MessageKeeper(const MessageKeeper&) = delete;
  MessageKeeper& operator=(const MessageKeeper&) = delete;

 private:
  agusererrf previous_;
};

DotGraphHandle parse(DotInput input) {
  static Agiodisc_t io = {take_text, AgIoDisc.putstr, AgIoDisc.flush};
  static Agdisc_t discipline = {nullptr, &AgIdDisc, &io};
  agsetfile(nullptr);
  reader_messages() = {};
  reader_messages().input = &input;
  DotGraphHandle graph(agread(&input, &discipline));
  // What its scanner still holds after an error would begin the next text.
  const ReaderMessages messages = reader_messages();
  for (std::size_t before = SIZE_MAX; before != reader_messages().count;) {
    before = reader_messages().count;
    if (DotGraphHandle(agread(&input, &discipline)) != nullptr) before = SIZE_MAX;
  }
  reader_messages() = messages;
  reader_messages().input = nullptr;
  return graph;
}

// "syntax error in line 3 near 'x'", or "memory exhausted" instead of a syntax error.
DotSyntaxError syntax_error(const std::string& message) {
  DotSyntaxError error;
  constexpr std::string_view line = " in line ";
  constexpr std::string_view near = " near '";
  error.is_limit = message.find("memory exhausted") != std::string::npos;
  if (const auto at = message.find(line); at != std::string::npos) {
    error.line =
        static_cast<std::uint32_t>(std::strtoul(message.c_str() + at + line.size(), nullptr, 10));
  }
  const auto start = message.find(near);
  const auto end = message.rfind('\'');
  if (start != std::string::npos && end > start + near.size()) {
    error.near = message.substr(start + near.size(), end - start - near.size());
    error.near.resize(std::min(error.near.size(), find_malformed_utf8(error.near)));
  }
  return error;
}

// Reads once more, as far as the error. Nothing for a line so long that it would take long: each
// byte of a token costs as many as came before it.
std::optional<std::size_t> find_error(std::string_view text, std::uint32_t line) {
  constexpr std::size_t longest_line = 65536;
  std::size_t start = 0;
  for (std::uint32_t at = 1; at < line; ++at) {
    const std::size_t end = text.find('\n', start);
    if (end == std::string_view::npos) return std::nullopt;
    start = end + 1;
  }
  if (std::min(text.find('\n', start), text.size()) - start > longest_line) return std::nullopt;
  static_cast<void>(parse({.text = text, .slow_from = start}));
  const ReaderMessages& messages = reader_messages();
  if (!messages.error || messages.read_to <= start) return std::nullopt;
  return messages.read_to;
}

class DotLoader {
 public:
  explicit DotLoader(Agraph_t* graph) : graph_(graph) {}

  DotFile load() {
    file_.is_directed = agisdirected(graph_) != 0;
    const char* name = agnameof(graph_);
    if (name != nullptr && *name != '%') file_.name = name;
    file_.look = look_of(graph_);
    file_.css_class = attribute(graph_, "class");
    const std::string compound = in_lower_case(attribute(graph_, "compound"));
    file_.is_compound = compound == "true" || compound == "yes" || compound == "1";
    for (Agnode_t* node = agfstnode(graph_); node != nullptr; node = agnxtnode(graph_, node)) {
      load_node(node);
    }
    load_clusters();
    load_edges();
    return std::move(file_);
  }

 private:
  static std::string attribute(void* object, const char* name) {
    const char* value = agget(object, const_cast<char*>(name));
    return value == nullptr ? std::string() : value;
  }

  static DotLook look_of(void* object) {
    DotLook look;
    for (const char* name : {"label", "xlabel"}) {
      char* label = agget(object, const_cast<char*>(name));
      if (label == nullptr || *label == '\0') continue;
      look.label = {label, aghtmlstr(label) != 0};
      break;
    }
    look.url = attribute(object, "href");
    if (look.url.empty()) look.url = attribute(object, "URL");
    look.tooltip = attribute(object, "tooltip");
    look.style = attribute(object, "style");
    return look;
  }

  // To Graphviz, names that differ by how they are composed are two nodes.
  void load_node(Agnode_t* node) {
    const auto next = static_cast<std::uint32_t>(file_.nodes.size());
    const std::uint32_t number = names_.insert(agnameof(node), next);
    numbers_.emplace(AGID(node), number);
    if (number != next) {
      complete(file_.nodes[number].look, look_of(node));
      return;
    }
    file_.nodes.push_back({agnameof(node),
                           look_of(node),
                           attribute(node, "shape"),
                           attribute(node, "class"),
                           attribute(node, "hours"),
                           attribute(node, "level"),
                           {}});
  }

  static void complete(DotLook& look, const DotLook& other) {
    if (look.label.text.empty() || look.label.text == "\\N") look.label = other.label;
    if (look.url.empty()) look.url = other.url;
    if (look.tooltip.empty()) look.tooltip = other.tooltip;
  }

  // Clusters may stand in subgraphs that are none.
  void load_clusters() {
    struct Open {
      Agraph_t* graph;
      std::uint32_t cluster;
    };
    std::vector<Open> open{{graph_, UINT32_MAX}};
    while (!open.empty()) {
      const Open next = open.back();
      open.pop_back();
      for (Agraph_t* inside = agfstsubg(next.graph); inside != nullptr;
           inside = agnxtsubg(inside)) {
        std::uint32_t cluster = next.cluster;
        const char* name = agnameof(inside);
        if (name != nullptr && std::string_view(name).starts_with("cluster")) {
          cluster = static_cast<std::uint32_t>(file_.clusters.size());
          file_.clusters.push_back({name, look_of(inside), next.cluster});
          for (Agnode_t* n = agfstnode(inside); n != nullptr; n = agnxtnode(inside, n)) {
            file_.nodes[numbers_.at(AGID(n))].clusters.push_back(cluster);
          }
        }
        open.push_back({inside, cluster});
      }
    }
  }

  void load_edges() {
    std::vector<Agedge_t*> edges;
    for (Agnode_t* node = agfstnode(graph_); node != nullptr; node = agnxtnode(graph_, node)) {
      for (Agedge_t* e = agfstout(graph_, node); e != nullptr; e = agnxtout(graph_, e)) {
        edges.push_back(e);
      }
    }
    std::ranges::sort(edges, {}, [](const Agedge_t* e) { return AGSEQ(e); });
    for (Agedge_t* e : edges) {
      file_.edges.push_back({numbers_.at(AGID(agtail(e))), numbers_.at(AGID(aghead(e))), look_of(e),
                             attribute(e, "dir"), attribute(e, "class"), attribute(e, "ltail"),
                             attribute(e, "lhead")});
    }
  }

  Agraph_t* graph_;
  std::unordered_map<IDTYPE, std::uint32_t> numbers_;  // of nodes; looked up only
  NameTable names_;                                    // whose texts are the graph's
  DotFile file_;
};

}  // namespace

std::variant<DotFile, DotSyntaxError> load_dot(std::string_view text) {
  const std::scoped_lock lock(graphviz_mutex());
  const MessageKeeper keeper;
  const DotGraphHandle graph = parse({.text = text});
  const auto message = reader_messages().error;
  if (graph != nullptr && !message) return DotLoader(graph.get()).load();
  DotSyntaxError error = syntax_error(message.value_or(std::string()));
  if (!error.near.empty()) error.read_to = find_error(text, error.line);
  return error;
}

}  // namespace prereq
