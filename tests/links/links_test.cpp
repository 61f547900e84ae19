// Nothing that an author writes leads a reader elsewhere than it says, or runs on a page: what
// prereq writes is read by the programs that people read it with.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "roadmap/id.hpp"
#include "support/run_program.hpp"
#include "support/url_lists.hpp"

namespace prereq {
namespace {

using nlohmann::json;
using testing::Outcome;
using testing::run_program;
using testing::TemporaryFolder;
using Strings = std::vector<std::string>;

// A file that prereq writes from map.json, and what reads it: an engine of read_page.py.
struct Writer {
  const char* name;
  Strings command;  // behind `prereq`; its output is the file
  const char* engine;
  bool absolute_only = false;   // it has no place that an address could be relative to
  bool shows_all_text = false;  // titles, notes and reasons, on one line each
};

// Where Graphviz would place the cards is of no interest here. Formats with links get a row for
// each program that people read them with.
const std::vector<Writer>& writers() {
  static const std::vector<Writer> rows = [] {
    std::vector<Writer> all;
    const Strings outline = {"render", "map.json", "--format", "markdown"};
    const Strings list = {"path", "map.json", "--to", "all", "--format", "markdown"};
    const Strings resources = {"resources", "map.json", "s", "--format", "markdown"};
    for (const char* engine : {"cmark", "python-markdown", "markdown-it"}) {
      all.push_back({"outline", outline, engine, false, true});
      all.push_back({"checklist", list, engine});
      all.push_back({"resources", resources, engine});
    }
    all.push_back({"path", {"path", "map.json", "--to", "all", "--format", "html"}, "html"});
    all.push_back({"resources", {"resources", "map.json", "s", "--format", "html"}, "html"});
    all.push_back({"svg", {"render", "map.json", "--engine", "builtin", "--format", "svg"}, "xml"});
    all.push_back(
        {"svg with links on cards",
         {"render", "map.json", "--engine", "builtin", "--format", "svg", "--detail", "resources"},
         "xml"});
    all.push_back(
        {"svg of graphviz",
         {"render", "map.json", "--engine", "builtin", "--format", "svg", "--renderer", "graphviz"},
         "xml"});
    all.push_back({"dot", {"render", "map.json", "--format", "dot"}, "dot"});
    all.push_back({"graphml", {"render", "map.json", "--format", "graphml"}, "graphml"});
    all.push_back(
        {"csv", {"path", "map.json", "--to", "all", "--pace", "9h/day", "--format", "csv"}, "csv"});
    all.push_back({"calendar",
                   {"path", "map.json", "--to", "all", "--pace", "9h/day", "--start", "2027-01-04",
                    "--format", "ics"},
                   "calendar",
                   true});
    all.push_back(
        {"pdf", {"render", "map.json", "--engine", "builtin", "--format", "pdf"}, "pdf", true});
    return all;
  }();
  return rows;
}

// As browsers see an address: percent codes for all that some engine writes as one.
std::string normal(const std::string& url) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto is_hexadecimal = [](char c) { return std::isxdigit(static_cast<unsigned char>(c)); };
  std::string out;
  for (std::size_t i = 0; i < url.size(); ++i) {
    const auto byte = static_cast<unsigned char>(url[i]);
    const bool is_code = byte == '%' && i + 2 < url.size() && is_hexadecimal(url[i + 1]) &&
                         is_hexadecimal(url[i + 2]);
    if (is_code) {
      out += '%';
      for (const char c : url.substr(i + 1, 2)) {
        out += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
      }
      i += 2;
    } else if (byte < 0x80 && std::isalnum(byte) != 0) {
      out += url[i];
    } else {
      out += {'%', digits[byte / 16], digits[byte % 16]};
    }
  }
  return out;
}

std::multiset<std::string> normal(const Strings& urls) {
  std::multiset<std::string> all;
  for (const std::string& url : urls) all.insert(normal(url));
  return all;
}

bool is_absolute(const std::string& url) {
  std::string start = url.substr(0, url.find(':') + 1);
  std::ranges::transform(start, start.begin(), [](unsigned char c) { return std::tolower(c); });
  return start == "http:" || start == "https:" || start == "mailto:";
}

// Characters that a file may not hold as they are, by their codes.
std::string in_ascii(const json& value) {
  std::string text = value.dump(-1, ' ', true);
  for (std::size_t at = text.find('\x7F'); at != std::string::npos; at = text.find('\x7F')) {
    text.replace(at, 1, "\\u007f");
  }
  return text;
}

class Links : public ::testing::Test {
 protected:
  void write_map(const json& map) const { folder_.file("map.json", in_ascii(map)); }

  json found_by(const Writer& writer) const {
    Strings command = writer.command;
    command.insert(command.begin(), PREREQ_PROGRAM);
    const Outcome written = run_program(command, {.folder = folder_.path()});
    EXPECT_EQ(written.status, 0) << writer.name << written.err;
    const std::string file = folder_.file("written", written.out);
    const Outcome read = run_program(
        {PREREQ_SYSTEM_PYTHON, PREREQ_SOURCE_DIR "/tests/links/read_page.py", writer.engine, file});
    EXPECT_EQ(read.status, 0) << writer.name << " by " << writer.engine << read.err;
    if (read.status == 0) return json::parse(read.out);
    return {{"links", json::array()}, {"odd", json::array()}, {"text", ""}};
  }

  TemporaryFolder folder_;
};

// A topic for each address, which is its only resource.
json map_of(const Strings& urls) {
  json topics = json::object();
  for (std::size_t i = 0; i < urls.size(); ++i) {
    json resource = {{"title", "R" + std::to_string(i)}, {"url", urls[i]}};
    topics["t" + std::to_string(i)] = {{"hours", 1}, {"resources", json::array({resource})}};
  }
  return {{"title", "Map"}, {"sections", {{"s", {{"topics", topics}}}}}};
}

TEST_F(Links, ThatLookOddComeThroughEveryWriter) {
  const Strings urls = testing::benign_urls();
  Strings absolute;
  std::ranges::copy_if(urls, std::back_inserter(absolute), is_absolute);
  write_map(map_of(urls));
  for (const Writer& writer : writers()) {
    const auto expected = normal(writer.absolute_only ? absolute : urls);
    auto found = normal(found_by(writer).at("links").get<Strings>());
    // A card and a list on it may both lead there; a PDF may have relative ones.
    for (const std::string& url : expected) {
      EXPECT_TRUE(found.contains(url)) << writer.name << " by " << writer.engine << ": " << url;
    }
    const std::set<std::string> all(expected.begin(), expected.end());
    for (const std::string& url : found) {
      EXPECT_TRUE(all.contains(url) || writer.absolute_only)
          << writer.name << " by " << writer.engine << ": " << url;
    }
  }
}

TEST_F(Links, ThatAreHostileAreRefusedEach) {
  const Strings urls = testing::hostile_urls();
  ASSERT_GE(urls.size(), 200U);
  std::string text = "topics:\n";
  for (std::size_t i = 0; i < urls.size(); ++i) {
    text +=
        "  t" + std::to_string(i) + ": {resources: [{title: R, url: " + in_ascii(urls[i]) + "}]}\n";
  }
  folder_.file("map.yaml", text);
  const Outcome check = run_program({PREREQ_PROGRAM, "check", "map.yaml", "--format", "json"},
                                    {.folder = folder_.path()});
  EXPECT_EQ(check.status, 1);
  const json said = json::parse(check.out);
  std::set<std::size_t> refused;
  for (const json& each : said.at("diagnostics")) {
    if (each.at("code") == "bad-url") refused.insert(each.at("line").get<std::size_t>() - 2);
  }
  for (std::size_t i = 0; i < urls.size(); ++i) EXPECT_TRUE(refused.contains(i)) << urls[i];
}

// A page or a graph of somebody else is taken for what it is, without such links.
TEST_F(Links, ThatAreHostileAreLeftOutOfOtherFormats) {
  const Strings urls = testing::hostile_urls();
  std::string page = "# Map\n\n## S\n\n";
  std::string graph = "digraph {\n";
  for (std::size_t i = 0; i < urls.size(); ++i) {
    std::string entities;
    std::string quoted;
    for (const char c : urls[i]) {
      const bool is_plain = std::isalnum(static_cast<unsigned char>(c)) != 0 || (c & 0x80) != 0;
      entities += is_plain ? std::string(1, c) : "&#" + std::to_string(static_cast<int>(c)) + ";";
      quoted += c == '"' || c == '\\' ? "\\" + std::string(1, c) : std::string(1, c);
    }
    const std::string number = std::to_string(i);
    page += "- Topic " + number + ": [R" + number + "](<" + entities + ">)\n";
    if (urls[i].find('\0') == std::string::npos) {
      graph += "t" + number + " [URL=\"" + quoted + "\"];\n";
    }
  }
  folder_.file("map.md", page);
  folder_.file("map.dot", graph + "t1 -> t2 }\n");
  for (const std::string name : {"map.md", "map.dot"}) {
    for (const Writer& writer : writers()) {
      if (writer.command[0] == "resources") continue;
      Writer other = writer;
      std::ranges::replace(other.command, "map.json", name);
      const json found = found_by(other);
      for (const std::string& url : found.at("links").get<Strings>()) {
        // A blank as a percent code makes some of them harmless.
        EXPECT_TRUE(url.starts_with("https://example.org/") || url.starts_with("/%"))
            << name << " as " << writer.name << " by " << writer.engine << ": " << url;
      }
    }
  }
}

// What people write in titles, notes and reasons, by hand or on purpose.
Strings hostile_texts() {
  Strings texts = {"<img src=x onerror=alert(1)>",
                   "<script>alert(1)</script>",
                   "<svg onload=alert(1)>",
                   "<a href=\"javascript:alert(1)\">x</a>",
                   "--> <b>x</b> <!--",
                   "<!-- /prereq -->",
                   "]]><b>",
                   "![x](data:image/svg+xml,x)",
                   "[x](javascript:alert(1))",
                   "[x]: javascript:alert(1)",
                   "[x][y]",
                   "<javascript:alert(1)>",
                   "<https://evil.example>",
                   "https://evil.example/x",
                   "www.evil.example",
                   "me@evil.example",
                   "*a* _b_ **c** ~~d~~ `e`",
                   "a | b",
                   "# a",
                   "> a",
                   "1. a",
                   "- a",
                   "+ a",
                   "***",
                   "---",
                   "===",
                   "&lt;b&gt; &amp;amp; &#60;i&#62;",
                   "\\[x\\](y)",
                   "a\\",
                   "\\",
                   "`",
                   "``` js",
                   "~~~",
                   "$x$ $$y$$",
                   "{{ 7*7 }} {% x %}",
                   "{x: 1}",
                   ":::warning",
                   "!!! note",
                   "???",
                   "[[wiki]]",
                   "[^1]",
                   "[^1]: note",
                   "[x] done",
                   "[ ] open",
                   ":smile: x",
                   "\"quotes\" 'and' \xE2\x80\x9Cmore\xE2\x80\x9D",
                   "(2 h)",
                   "A (2 h)",
                   "B (optional)",
                   "Note: a",
                   "Requires: b",
                   "\" onclick=\"alert(1)",
                   "' onclick='alert(1)",
                   "=a",
                   "@a",
                   "%a",
                   "<b",
                   "a>b",
                   "a<b>c",
                   "&",
                   "&copy",
                   "&copy;",
                   "<?php x ?>",
                   "<!DOCTYPE x>",
                   "<x-y>",
                   "| --- | --- |",
                   ": a",
                   "a  b",
                   "e\xCC\x81",
                   "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB"};
  const Strings urls = testing::hostile_urls();
  for (std::size_t i = 0; i < urls.size(); i += 7) {
    texts.push_back("[x](" + urls[i] + ")");
    texts.push_back("<a href=\"" + urls[i] + "\">x</a>");
  }
  std::erase_if(texts, [](const std::string& text) {
    return std::ranges::any_of(text, [](char c) { return c >= 0 && c < ' '; });
  });
  return texts;
}

std::string with_single_blanks(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ' || (!out.empty() && out.back() != ' ')) out += c;
  }
  return out;
}

json map_of_texts(const Strings& texts) {
  json topics = json::object();
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string& text = texts[i];
    json resource = {{"title", text}, {"by", text}, {"url", "https://ok.example/"}, {"note", text}};
    json topic = {{"title", text}, {"hours", 1}, {"note", text}, {"resources", {resource}}};
    if (i > 0) topic["requires"] = {{{"topic", "t0"}, {"because", text}}};
    topics["t" + std::to_string(i)] = topic;
  }
  const std::string& any = texts.front();
  return {{"title", any},
          {"description", any},
          {"note", any},
          {"sections", {{"s", {{"title", any}, {"note", any}, {"topics", topics}}}}},
          {"goals", {{"g", {{"title", any}, {"requires", {"t1"}}}}}}};
}

TEST_F(Links, ComeFromNoText) {
  const Strings texts = hostile_texts();
  write_map(map_of_texts(texts));
  for (const Writer& writer : writers()) {
    const json found = found_by(writer);
    for (const std::string& url : found.at("links").get<Strings>()) {
      // GitHub's Markdown makes a link of every address of mail.
      if (url == "mailto:me@evil.example" && std::string(writer.engine) == "cmark") continue;
      EXPECT_EQ(url, "https://ok.example/") << writer.name << " by " << writer.engine;
    }
    EXPECT_EQ(found.at("odd"), json::array()) << writer.name << " by " << writer.engine;
  }
}

TEST_F(Links, AndMarkupInTextsAreShownAsTheyWereWritten) {
  Strings texts = hostile_texts();
  // Characters that change the direction of other text are shown by their code.
  std::erase_if(texts, [](const std::string& text) {
    return std::ranges::any_of(text, [](char c) { return (c & 0x80) != 0; });
  });
  write_map(map_of_texts(texts));
  for (const Writer& writer : writers()) {
    if (!writer.shows_all_text) continue;
    const std::string shown = found_by(writer).at("text");
    for (const std::string& text : texts) {
      const std::string line = with_single_blanks(text);
      EXPECT_THAT(shown, ::testing::HasSubstr(line)) << writer.name << " by " << writer.engine;
      if (!line.ends_with(' ')) {
        EXPECT_THAT(shown, ::testing::HasSubstr("Note: " + line))
            << writer.name << " by " << writer.engine;
      }
    }
  }
}

// Controls, noncharacters, and what cannot be seen.
Strings odd_characters() {
  std::vector<char32_t> characters = {0x7F,   0x80,   0x85,    0x9F,    0xA0,    0xAD,    0x200B,
                                      0x200D, 0x200E, 0x202E,  0x2028,  0x2029,  0x2066,  0x3164,
                                      0xD7FF, 0xE000, 0xFDD0,  0xFDEF,  0xFEFF,  0xFFF9,  0xFFFD,
                                      0xFFFE, 0xFFFF, 0x1FFFE, 0x1FFFF, 0xE0001, 0xF0028, 0x10FFFF};
  for (char32_t c = 1; c < 0x20; ++c) characters.push_back(c);
  Strings texts = {" ",        "  ",  "\xC2\xA0", "]",   "[",     "\\",    "a\\",
                   "\\N",      "\\G", "\\l",      "<b>", "<<b>>", "{a|b}", "&#0;",
                   "&#xFFFE;", "%",   "node",     "--",  "/*",    "\"",    "'"};
  for (const char32_t c : characters) {
    std::string one;
    append_utf8(one, c);
    texts.insert(texts.end(), {one, "a" + one + "b", one + one});
  }
  return texts;
}

TEST_F(Links, AndTextsAreReadWhateverCharactersTheyHold) {
  const Strings texts = odd_characters();
  json map = map_of_texts(texts);
  // As ids, for which not all of them are allowed.
  std::size_t ids = 0;
  for (const std::string& text : texts) {
    if (!is_valid_id(text) || text == "t0") continue;
    map["topics"][text] = {{"hours", 1}, {"requires", {"t0"}}, {"title", "I"}};
    map["sections"]["in" + text] = {
        {"topics", {{"of" + text, {{"hours", 1}, {"requires", {text}}}}}}};
    ++ids;
  }
  EXPECT_GT(ids, 40U);
  write_map(map);
  std::vector<Writer> all = writers();
  all.push_back({"json", {"render", "map.json", "--format", "json"}, "json"});
  all.push_back({"path json", {"path", "map.json", "--to", "all", "--format", "json"}, "json"});
  all.push_back({"layout in dot",
                 {"render", "map.json", "--engine", "builtin", "--format", "dot", "--layout"},
                 "dot"});
  for (const Writer& writer : all)
    EXPECT_EQ(found_by(writer).at("odd"), json::array()) << writer.name;
}

}  // namespace
}  // namespace prereq
