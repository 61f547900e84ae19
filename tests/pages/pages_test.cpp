// What prereq writes into pages is shown by their own readers as the roadmap says it, whatever
// titles, makers, notes and addresses are made of.
#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <sstream>

#include "prereq/page_report.hpp"
#include "support/random_roadmap.hpp"
#include "support/run_program.hpp"
#include "support/url_lists.hpp"
#include "support/xml_document.hpp"

namespace prereq {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::Outcome;
using testing::parse_xml;
using testing::Random;
using testing::XmlElement;

// What means something in one format or another, alone or beside one another.
constexpr std::string_view hostile_words = R"(
* ** *** _ __ ` `` ``` | || |a| |=== \ \\ ~ ~~ ^ # ## #a# + ++ +++ ! !a! ? $ $a$ $$ ${a} %
[ ] [[ ]] [x] [1]_ [a](b) [#id] { } {{ }} {a} < > << >> <<a>> <b> </b> -> => <- & &amp; &#42; &copy;
: :: ::: :a: :bug: :ref:`a` a:: a:b ; ;; - -- --- = == ==== ---- .... ++++ //// // . .. ... .a
1. 1) (1) a) A. iv. #. (C) (R) (TM) ((a)) " ' '' "`a`" it's foo_ foo__ é • ☐
@ a@b.org https://a.org/b_c www.a.org mailto:a link:a[b] image::a[] include::a[] kbd:[a] xref:a[b]
)";
constexpr auto hostile_phrases = std::to_array<std::string_view>({
    "[ ]",
    "{% a %}",
    "{/* a */}",
    "{/* /prereq */}",
    "<A b={c} />",
    "<!-- a -->",
    "<!-- /prereq -->",
    "// /prereq",
    ".. /prereq",
    "(((a, b)))",
    "NOTE: a",
    "* a",
    "a ::",
});

std::vector<std::string> hostile_pieces() {
  std::vector<std::string> all(hostile_phrases.begin(), hostile_phrases.end());
  std::istringstream words{std::string(hostile_words)};
  for (std::string word; words >> word;) all.push_back(word);
  return all;
}

class HostileTexts {
 public:
  explicit HostileTexts(std::uint64_t seed) : random_(seed) {}

  // Pieces with letters, blanks or nothing between them.
  std::string next() {
    constexpr std::array<std::string_view, 6> between = {"", "", " ", " a", "b ", "c"};
    std::string text;
    for (std::size_t left = 1 + random_.below(4); left > 0; --left) {
      text += pieces_[random_.below(static_cast<std::uint32_t>(pieces_.size()))];
      text += pick(between);
    }
    return text;
  }

  std::string address() {
    constexpr std::array<std::string_view, 30> parts = {
        "a",   "b_c", "_d_", "__e__", "*f*",      "**",    "~g~", "h+i", "++",  "(j)",
        "k,l", "'m'", "n;o", "--",    "?p=q&r=s", "&amp;", "#t",  "%20", "%5D", "[u]",
        "{v}", "$w",  "x:y", "@z",    "!",        "=",     "|",   "`",   "^",   "_"};
    constexpr std::array<std::string_view, 4> starts = {"https://example.org/", "http://a.b/", "",
                                                        "../"};
    std::string url(pick(starts));
    if (url.empty()) url = "n/";
    for (std::size_t left = 1 + random_.below(4); left > 0; --left) {
      url += pick(parts);
    }
    return url;
  }

 private:
  template <std::size_t N>
  std::string_view pick(const std::array<std::string_view, N>& from) {
    return from[random_.below(N)];
  }

  const std::vector<std::string> pieces_ = hostile_pieces();
  Random random_;
};

// Every text by itself first, then some at random.
std::vector<std::string> hostile_texts() {
  std::vector<std::string> all = hostile_pieces();
  for (const std::string& piece : hostile_pieces()) {
    all.insert(all.end(), {piece + " a", "a " + piece, "a" + piece, piece + "a",
                           "a " + piece + " b", piece + "a" + piece, piece + " " + piece});
  }
  HostileTexts random(20);
  while (all.size() < 1600) all.push_back(random.next());
  return all;
}

std::string squeezed(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool is_blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!is_blank) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

std::string decoded(std::string_view url) {
  std::string out;
  for (std::size_t i = 0; i < url.size(); ++i) {
    const bool is_code = url[i] == '%' && i + 2 < url.size() &&
                         std::isxdigit(static_cast<unsigned char>(url[i + 1])) != 0 &&
                         std::isxdigit(static_cast<unsigned char>(url[i + 2])) != 0;
    out += is_code ? static_cast<char>(std::stoi(std::string(url.substr(i + 1, 2)), nullptr, 16))
                   : url[i];
    if (is_code) i += 2;
  }
  return out;
}

struct Link {
  std::string text;
  std::string url;     // without percent-encoding
  std::string around;  // the words beside it
  friend bool operator==(const Link&, const Link&) = default;
  friend void PrintTo(const Link& link, std::ostream* out) {
    *out << link.text << " <" << link.url << "> " << link.around;
  }
};

class PageReader : public ::testing::TestWithParam<PageFormat> {
 protected:
  std::string extension() const {
    switch (GetParam()) {
      case PageFormat::rst: return ".rst";
      case PageFormat::mdx: return ".mdx";
      default: return ".adoc";
    }
  }

  std::string marker(const std::string& command) const {
    switch (GetParam()) {
      case PageFormat::rst: return ".. prereq " + command + "\n.. /prereq\n\n";
      case PageFormat::mdx: return "{/* prereq " + command + " */}\n{/* /prereq */}\n\n";
      default: return "// prereq " + command + "\n// /prereq\n\n";
    }
  }

  // The page with these markers, refreshed, as its reader shows it.
  XmlElement shown(const std::string& commands) const {
    const std::string name = "page" + extension();
    const std::string file = folder_.file(name, commands);
    const Outcome embedded =
        testing::run_program({PREREQ_PROGRAM, "embed", name}, {.folder = folder_.path()});
    EXPECT_EQ(embedded.status, 0) << embedded.err.substr(0, 2000);
    const Outcome checked = testing::run_program({PREREQ_PROGRAM, "embed", "--check", name},
                                                 {.folder = folder_.path()});
    EXPECT_EQ(checked.out, "nothing is stale\n");
    const Outcome read = testing::run_program(reader(file));
    EXPECT_EQ(read.status, 0) << read.err.substr(0, 2000);
    EXPECT_EQ(read.err, "");
    return parse_xml(read.out);
  }

  static std::vector<std::string> reader(const std::string& file) {
    switch (GetParam()) {
      case PageFormat::rst:
        return {PREREQ_SYSTEM_PYTHON, PREREQ_SOURCE_DIR "/tests/pages/read_rst.py", file};
      case PageFormat::mdx: return {PREREQ_NODE, PREREQ_PAGES_FOLDER "/read_mdx.mjs", file};
      default:
        return {PREREQ_ASCIIDOCTOR,     "-b", "xhtml5", "-a", "stylesheet!",
                "--failure-level=INFO", "-o", "-",      file};
    }
  }

  static std::vector<std::string> texts_of(const XmlElement& page, std::string_view name) {
    std::vector<std::string> texts;
    for (const XmlElement* each : page.descendants()) {
      if (each->name == name) texts.push_back(squeezed(each->text));
    }
    return texts;
  }

  // Of the body of tables.
  static std::vector<std::string> cells_of(const XmlElement& page) {
    std::vector<std::string> texts;
    for (const XmlElement* each : page.descendants()) {
      if (each->name != "td") continue;
      std::string text;
      for (const XmlElement* part : each->descendants()) text += part->text;
      texts.push_back(squeezed(text));
    }
    return texts;
  }

  static std::vector<Link> links_of(const XmlElement& page) {
    std::vector<Link> links;
    for (const XmlElement* each : page.descendants()) {
      for (const XmlElement& child : each->children) {
        if (child.name != "a") continue;
        links.push_back(
            {squeezed(child.text), decoded(child.attribute("href")), squeezed(each->text)});
      }
    }
    return links;
  }

  // The first one that differs tells more than all of them.
  template <typename T>
  static void expect_same(const std::vector<T>& found, const std::vector<T>& expected) {
    const auto [one, other] =
        std::mismatch(found.begin(), found.end(), expected.begin(), expected.end());
    if (one != found.end() && other != expected.end()) {
      EXPECT_EQ(*one, *other);
    }
    EXPECT_EQ(found.size(), expected.size());
  }

  testing::TemporaryFolder folder_;
};

TEST_P(PageReader, ShowsEveryTextAsItIs) {
  const std::vector<std::string> texts = hostile_texts();
  HostileTexts random(21);
  json topics = json::object();
  std::vector<std::string> titles;
  std::vector<Link> links;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string by = squeezed(random.next());
    const std::string note = squeezed(random.next());
    const std::string url = random.address();
    topics["t" + std::to_string(i)] = {
        {"title", texts[i]},
        {"section", "all"},
        {"hours", 2},
        {"resources", {{{"title", texts[i]}, {"url", url}, {"by", by}, {"note", note}}}}};
    titles.push_back(squeezed(texts[i]));
    links.push_back({squeezed(texts[i]), decoded(url), squeezed(" by " + by + " (" + note + ")")});
  }
  // Of JSON, nlohmann sorts the keys.
  std::vector<std::size_t> order(texts.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::sort(order, {}, [](std::size_t i) { return "t" + std::to_string(i); });
  folder_.file("r.json",
               json{{"sections", {{"all", {{"title", "All"}}}}}, {"topics", topics}}.dump());

  const XmlElement list = shown(marker("resources r.json all"));
  std::vector<std::string> expected_titles;
  std::vector<Link> expected_links;
  for (const std::size_t i : order) {
    expected_titles.push_back(titles[i]);
    expected_links.push_back(links[i]);
  }
  expect_same(texts_of(list, "strong"), expected_titles);
  expect_same(links_of(list), expected_links);

  const XmlElement table = shown(marker("next r.json"));
  std::vector<std::string> cells = cells_of(table);
  std::vector<std::string> in_cells;
  for (const std::string& title : titles) {
    in_cells.insert(in_cells.end(), {title, "0", "2 h"});
  }
  std::ranges::sort(cells);
  std::ranges::sort(in_cells);
  EXPECT_EQ(cells, in_cells);
}

// Where titles and notes hold hostile links, the addresses of resources are all that a page leads
// to.
TEST_P(PageReader, LeadsNowhereButWhereAddressesSay) {
  const std::vector<std::string> urls = testing::benign_urls();
  const std::vector<std::string> hostile = testing::hostile_urls();
  json topics = json::object();
  std::vector<std::string> expected;
  for (std::size_t i = 0; i < hostile.size(); ++i) {
    const std::string& url = urls[i % urls.size()];
    const std::string text = "[x](" + hostile[i] + ") <a href=\"" + hostile[i] + "\">y</a>";
    topics["t" + std::to_string(i)] = {
        {"title", text}, {"section", "all"}, {"resources", {{{"title", text}, {"url", url}}}}};
    expected.push_back(decoded(url));
  }
  std::string map =
      json{{"sections", {{"all", {{"title", "All"}}}}}, {"topics", topics}}.dump(-1, ' ', true);
  for (auto at = map.find('\x7F'); at != std::string::npos; at = map.find('\x7F')) {
    map.replace(at, 1, "\\u007f");
  }
  folder_.file("r.json", map);
  std::vector<std::string> found;
  for (const Link& link : links_of(shown(marker("resources r.json all")))) {
    found.push_back(link.url);
  }
  std::ranges::sort(found);
  std::ranges::sort(expected);
  EXPECT_EQ(found, expected);
}

TEST_P(PageReader, ShowsParagraphsChecklistsAndOutlines) {
  HostileTexts random(22);
  for (int round = 0; round < 6; ++round) {
    const std::string topic = random.next();
    const std::string section = random.next();
    const std::string goal = random.next();
    const std::string title = random.next();
    folder_.file("r.json",
                 json{{"title", title},
                      {"sections", {{"s", {{"title", section}}}}},
                      {"topics", {{"t", {{"title", topic}, {"section", "s"}, {"hours", 2}}}}},
                      {"goals", {{"g", {{"title", goal}, {"requires", {"t"}}}}}}}
                     .dump());
    const XmlElement page =
        shown(marker("path r.json --to g") + marker("path r.json --to g --as outline") +
              marker("goals r.json") + marker("render r.json -o 'p (1) #é_.svg' --engine builtin"));
    const std::string path = squeezed("Shortest path to " + goal);
    const std::vector<std::string> strong = {path, squeezed(section), path, squeezed(section)};
    EXPECT_EQ(texts_of(page, "strong"), strong);
    std::vector<std::string> all;
    std::string alt;
    for (const XmlElement* each : page.descendants()) {
      all.push_back(squeezed(each->text));
      if (each->name != "img") continue;
      alt = each->attribute("alt");
      EXPECT_EQ(decoded(each->attribute("src")), "p (1) #é_.svg");
    }
    EXPECT_THAT(all, ::testing::Contains(::testing::EndsWith(squeezed(topic + " (2 h)"))).Times(2));
    EXPECT_THAT(all, ::testing::Contains(squeezed(goal)));
    EXPECT_EQ(squeezed(alt), squeezed(title + ": 1 topic, 2 hours"));
    for (const Link& link : links_of(page)) EXPECT_EQ(link.url, "p (1) #é_.svg");
  }
}

TEST_P(PageReader, ShowsADrawingWithItsLinks) {
  folder_.file("r.json", json{{"title", "`a` ${b} {{c}} \\d"},
                              {"topics",
                               {{"t",
                                 {{"title", "`e` ${f} {{g}} {h} *i*"},
                                  {"resources", {"[J](https://example.org/j)"}}}}}}}
                             .dump());
  const XmlElement page = shown(marker("render r.json --inline --id-prefix here"));
  std::vector<std::string> texts;
  std::size_t drawings = 0;
  for (const XmlElement* each : page.descendants()) {
    texts.push_back(squeezed(each->text));
    if (each->name == "svg" && each->attribute("id") == "here") ++drawings;
    if (each->name != "a") continue;
    EXPECT_EQ(each->attribute("href"), "https://example.org/j");
  }
  EXPECT_EQ(drawings, 1U);
  EXPECT_THAT(texts, ::testing::Contains("`a` ${b} {{c}} \\d"));
  EXPECT_THAT(texts, ::testing::Contains(::testing::HasSubstr("`e` ${f} {{g}} {h} *i*")));
}

INSTANTIATE_TEST_SUITE_P(Formats, PageReader,
                         ::testing::Values(PageFormat::rst, PageFormat::mdx, PageFormat::asciidoc),
                         [](const auto& each) { return std::string(to_string(each.param)); });

}  // namespace
}  // namespace prereq
