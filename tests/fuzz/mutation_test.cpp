// Bundled roadmaps with bytes changed at random, as if somebody's hand had slipped.
#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>
#include <string>
#include <utility>

#include "prereq/check.hpp"
#include "prereq/read.hpp"
#include "support/random_roadmap.hpp"
#include "support/run_program.hpp"

namespace prereq {
namespace {

using testing::Random;

// What is wrong with how a mutated file is rejected, or empty.
std::string complaint_about(std::string text) {
  Sources sources;
  Diagnostics diagnostics;
  const FileId file = sources.add("mutated.yaml", std::move(text));
  const TopicGraph graph(read_roadmap(sources, file, diagnostics));
  static_cast<void>(check(graph, {}, diagnostics));
  for (const Diagnostic& each : diagnostics.items()) {
    if (each.span.file != file || each.span.begin.line < 1) return each.message;
  }
  return {};
}

// A change that took everything away leaves nothing to change.
void mutate(Random& random, std::string& text) {
  if (text.empty()) return;
  const auto place = [&] {
    return static_cast<std::size_t>(random.below(static_cast<std::uint32_t>(text.size())));
  };
  // Drawn one after the other, so that a seed means the same to every compiler.
  const std::uint32_t change = random.below(6);
  const std::size_t at = place();
  const std::size_t other = place();
  switch (change) {
    case 0: text[at] = static_cast<char>(random.below(256)); break;
    case 1: text.erase(at, 1 + random.below(20)); break;
    case 2: text.insert(at, 1, "[]{}:,&*#?|-<>=!%@`'\"\\\n\t \r"[random.below(28)]); break;
    case 3: text.insert(at, text.substr(other, random.below(200))); break;
    case 4: std::swap(text[at], text[other]); break;
    default: text.resize(1 + at); break;
  }
}

unsigned long number_from_environment(const char* name, unsigned long otherwise) {
  const char* const asked = std::getenv(name);
  return asked == nullptr ? otherwise : std::strtoul(asked, nullptr, 10);
}

TEST(Mutations, LeaveAnEmptyTextAsItIs) {
  Random random(20261);
  for (int i = 0; i < 1000; ++i) {
    std::string text = "a";
    for (int change = 0; change < 4; ++change) mutate(random, text);
  }
  std::string nothing;
  mutate(random, nothing);
  EXPECT_EQ(nothing, "");
}

TEST(Mutations, OfBundledRoadmapsAreReadInTimeAndRejectedWithAPlace) {
  // scripts/mutations asks for more, and from other seeds.
  const unsigned long count = number_from_environment("PREREQ_MUTATIONS", 400);
  const unsigned long seed = number_from_environment("PREREQ_SEED", 11);
  Random random(seed);
  for (const char* name : {"self-study", "turbo"}) {
    const std::string original =
        testing::read_text(std::string(PREREQ_SOURCE_DIR "/graphs/") + name + ".yaml");
    for (unsigned long i = 0; i < count / 2; ++i) {
      std::string text = original;
      const std::uint32_t changes = 1 + random.below(4);
      for (std::uint32_t change = 0; change < changes; ++change) mutate(random, text);
      const std::clock_t start = std::clock();  // what others run meanwhile does not count
      ASSERT_EQ(complaint_about(text), "")
          << "seed " << seed << ", " << name << ", file " << i << "\n"
          << text;
      ASSERT_LT(std::clock() - start, 2 * CLOCKS_PER_SEC)
          << "seed " << seed << ", " << name << ", file " << i << "\n"
          << text;
    }
  }
}

}  // namespace
}  // namespace prereq
