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

void mutate(Random& random, std::string& text) {
  const auto place = [&] {
    return static_cast<std::size_t>(random.below(static_cast<std::uint32_t>(text.size())));
  };
  switch (random.below(6)) {
    case 0: text[place()] = static_cast<char>(random.below(256)); break;
    case 1: text.erase(place(), 1 + random.below(20)); break;
    case 2: text.insert(place(), 1, "[]{}:,&*#?|-<>=!%@`'\"\\\n\t \r"[random.below(28)]); break;
    case 3: text.insert(place(), text.substr(place(), random.below(200))); break;
    case 4: std::swap(text[place()], text[place()]); break;
    default: text.resize(1 + place()); break;
  }
}

TEST(Mutations, OfBundledRoadmapsAreReadInTimeAndRejectedWithAPlace) {
  // How many; scripts/mutations asks for more.
  const char* const asked = std::getenv("PREREQ_MUTATIONS");
  const int count = asked == nullptr ? 400 : std::atoi(asked);
  Random random(11);
  for (const char* name : {"self-study", "turbo"}) {
    const std::string original =
        testing::read_text(std::string(PREREQ_SOURCE_DIR "/graphs/") + name + ".yaml");
    for (int i = 0; i < count / 2; ++i) {
      std::string text = original;
      const std::uint32_t changes = 1 + random.below(4);
      for (std::uint32_t change = 0; change < changes; ++change) mutate(random, text);
      const std::clock_t start = std::clock();  // what others run meanwhile does not count
      ASSERT_EQ(complaint_about(text), "") << name << ", file " << i << "\n" << text;
      ASSERT_LT(std::clock() - start, 2 * CLOCKS_PER_SEC) << name << ", file " << i << "\n" << text;
    }
  }
}

}  // namespace
}  // namespace prereq
