// The same bytes for the same roadmap, wherever and however often it is drawn.
#include <gmock/gmock.h>

#include <clocale>
#include <cstdlib>
#include <locale>
#include <string>
#include <thread>
#include <vector>

#include "prereq/dot.hpp"
#include "prereq/svg.hpp"
#include "unit/arrange/arranged.hpp"

namespace prereq {
namespace {

struct Files {
  std::string svg;
  std::string right;
  std::string dot;
  bool operator==(const Files&) const = default;
};

Files files_of(const View& view) {
  return {write_svg(view, testing::draw(view)),
          write_svg(view, testing::draw(view, testing::rightwards)), write_dot(view)};
}

// Numbers with a comma and digits in groups, as in Germany, which need not be installed.
class CommaNumbers : public std::numpunct<char> {
  char do_decimal_point() const override { return ','; }
  char do_thousands_sep() const override { return '.'; }
  std::string do_grouping() const override { return "\1"; }
};

TEST(Bytes, AreTheSameAgain) {
  for (const char* name : {"self-study", "turbo"}) {
    const Files first = files_of(testing::bundled_view(name));
    EXPECT_FALSE(first.svg.empty() || first.dot.empty());
    // Memory is elsewhere the second time.
    const std::vector<std::string> in_the_way(1000, std::string(100, 'x'));
    EXPECT_TRUE(files_of(testing::bundled_view(name)) == first) << name;
  }
}

TEST(Bytes, DoNotDependOnWhatWasDrawnBefore) {
  const Files first = files_of(testing::bundled_view("turbo"));
  files_of(testing::view_of("topics: {a: {}, b: {requires: [a]}}"));
  files_of(testing::bundled_view("self-study"));
  EXPECT_TRUE(files_of(testing::bundled_view("turbo")) == first);
}

TEST(Bytes, DoNotDependOnTheLocale) {
  const View view = testing::bundled_view("turbo");
  const Files plain = files_of(view);
  // Those with a decimal comma first; the first one that is installed is used.
  for (const char* name : {"de_DE.UTF-8", "fr_FR.UTF-8", "pl_PL.UTF-8", "C.UTF-8"}) {
    if (std::setlocale(LC_ALL, name) != nullptr) break;
  }
  const std::locale before = std::locale::global(std::locale(std::locale(), new CommaNumbers));
  const Files elsewhere = files_of(view);
  std::locale::global(before);
  std::setlocale(LC_ALL, "C");
  EXPECT_TRUE(elsewhere == plain);
}

TEST(Bytes, DoNotDependOnTheEnvironment) {
  const View view = testing::bundled_view("turbo");
  const Files plain = files_of(view);
  const std::vector<std::pair<const char*, const char*>> settings = {
      {"LANG", "tr_TR.UTF-8"}, {"GVBINDIR", "/nowhere"},         {"GDFONTPATH", "/nowhere"},
      {"DOTFONTPATH", "/no"},  {"FONTCONFIG_FILE", "/dev/null"}, {"HOME", "/nowhere"},
      {"TZ", "Asia/Tokyo"},    {"SOURCE_DATE_EPOCH", "0"}};
  std::vector<std::pair<const char*, std::optional<std::string>>> before;
  for (const auto& [name, value] : settings) {
    const char* old = std::getenv(name);
    before.emplace_back(name, old == nullptr ? std::nullopt : std::optional<std::string>(old));
    setenv(name, value, 1);
  }
  const Files elsewhere = files_of(view);
  for (const auto& [name, value] : before) {
    value ? setenv(name, value->c_str(), 1) : unsetenv(name);
  }
  EXPECT_TRUE(elsewhere == plain);
}

TEST(Bytes, DoNotDependOnFieldsOfTheAuthorsOwn) {
  const std::string plain = "topics:\n  a: {hours: 2}\n  b: {requires: [a]}\n";
  const std::string more = "x-one: {y: 1}\n" + plain + "  c: {x-two: [1, 2], requires: [a, b]}\n";
  const std::string same = plain + "  c: {requires: [a, b]}\nx-three: z\n";
  EXPECT_TRUE(files_of(testing::view_of(more)) == files_of(testing::view_of(same)));
}

TEST(Bytes, AreTheSameFromSeveralThreadsAtOnce) {
  const View view = testing::view_of(testing::topics_yaml(
      20, [](int i) { return i == 0 ? "" : "requires: [t" + std::to_string(i / 2) + "]"; }));
  const Files alone = files_of(view);
  std::vector<Files> made(4);
  std::vector<std::thread> threads;
  for (Files& files : made) threads.emplace_back([&] { files = files_of(view); });
  for (std::thread& thread : threads) thread.join();
  for (const Files& files : made) EXPECT_TRUE(files == alone);
}

}  // namespace
}  // namespace prereq
