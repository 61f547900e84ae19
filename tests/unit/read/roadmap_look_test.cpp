#include "read/roadmap_look.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "prereq/schema.hpp"
#include "support/run_program.hpp"

namespace prereq {
namespace {

TEST(RoadmapLook, IsThatOfEveryRoadmapHere) {
  const std::filesystem::path root = PREREQ_SOURCE_DIR;
  std::size_t seen = 0;
  for (const std::string folder : {"graphs", "examples", "tests/shapes"}) {
    for (const auto& each : std::filesystem::recursive_directory_iterator(root / folder)) {
      if (each.path().extension() != ".yaml") continue;
      EXPECT_TRUE(looks_like_roadmap_file(testing::read_text(each.path()))) << each.path();
      ++seen;
    }
  }
  EXPECT_GT(seen, 15U);
}

TEST(RoadmapLook, IsToldByMappingsAtTheTop) {
  for (const std::string text :
       {"topics: {a: {}}\n", "topics:\n  a:\n",
        "# about\n\ntitle: A\n\ntopics:   # all\n\n  # b\n  a: {}\n",
        "---\nsections:\n  a: {title: A}\n", "\"goals\":\n  g: {requires: [a]}\n",
        "{topics: {a: {}}}", "{\"title\": \"a: {\", \"x-b\": {}, \"topics\": {\"a\": {}}}",
        "\xEF\xBB\xBFtopics:\r\n  a:\r\n",
        // With mistakes.
        "tittle: A\ntopics:\n  a: {}\n", "topics:\n  a: [\n", "description: a: b\ntopics:\n  a:\n",
        "topics:\n  a: {}\n\tb: {}\n"}) {
    EXPECT_TRUE(looks_like_roadmap_file(text)) << text;
  }
}

TEST(RoadmapLook, IsNotThatOfTheFilesOfTools) {
  EXPECT_FALSE(looks_like_roadmap_file(roadmap_schema));
  for (const std::string text :
       {"", "{}", "[]", "- topics:\n    a: 1\n", "a: {topics: {b: 1}}\n",
        "a:\n  topics:\n    b: 1\n", "topics: [a, b]\n", "topics:\n  - a\n", "topics:\n- a\n",
        "topics:\n", "title: A\n", "{\"name\": \"a\", \"version\": \"1\", \"topics\": [\"b\"]}",
        "{\"a\": {\"topics\": {\"b\": 1}}}", "{{- if .Values.topics }}\ntopics: 1\n",
        // A page's sections, a cluster's topics.
        "format: jb-book\nroot: index\nsections:\n- file: a\n",
        "apiVersion: v1\nkind: Topics\nmetadata:\n  name: a\nspec: {}\ntopics:\n  a: {partitions: "
        "3}\n",
        "site_name: A\ntheme: {name: b}\nnav:\n  - A: index.md\n", "}", "{\"a", "'", "a", ":"}) {
    EXPECT_FALSE(looks_like_roadmap_file(text)) << text;
  }
}

}  // namespace
}  // namespace prereq
