// The schema and the reader know the same fields, words and limits.
#include "prereq/schema.hpp"

#include <gmock/gmock.h>

#include <functional>
#include <nlohmann/json.hpp>
#include <set>

#include "prereq/check.hpp"
#include "read/fields.hpp"
#include "read/limits.hpp"
#include "roadmap/id.hpp"
#include "unit/read/read_text.hpp"

namespace prereq {
namespace {

using Json = nlohmann::ordered_json;
using Names = std::vector<std::string>;
using ::testing::ElementsAreArray;
using ::testing::UnorderedElementsAreArray;

const Json& schema() {
  static const Json parsed = Json::parse(roadmap_schema);
  return parsed;
}

const Json& definition(const std::string& name) { return schema().at("$defs").at(name); }

Names keys(const Json& object) {
  Names names;
  for (const auto& [name, ignored] : object.items()) names.push_back(name);
  return names;
}

TEST(Schema, KnowsTheFieldsOfEveryObjectInOrder) {
  EXPECT_THAT(keys(schema().at("properties")), ElementsAreArray(root_type.fields));
  EXPECT_THAT(keys(schema().at("properties").at("defaults").at("properties")),
              ElementsAreArray(defaults_type.fields));
  EXPECT_THAT(keys(definition("section").at("properties")), ElementsAreArray(section_type.fields));
  EXPECT_THAT(keys(definition("topic").at("properties")), ElementsAreArray(topic_type.fields));
  EXPECT_THAT(keys(definition("goal").at("properties")), ElementsAreArray(goal_type.fields));
  EXPECT_THAT(keys(definition("resource").at("properties")),
              ElementsAreArray(resource_type.fields));
  std::set<std::string> fields;
  for (const std::string kind : {"topic", "any", "all", "at-least"}) {
    for (const std::string& name : keys(definition("entry-" + kind).at("properties"))) {
      fields.insert(name);
    }
  }
  EXPECT_THAT(fields, UnorderedElementsAreArray(entry_type.fields));
}

TEST(Schema, TakesOwnFieldsAndNoOthersInEveryObject) {
  std::size_t objects = 0;
  const std::function<void(const Json&)> walk = [&](const Json& part) {
    if (part.is_object() && part.contains("patternProperties")) {
      ++objects;
      EXPECT_EQ(part.at("patternProperties"), Json({{"^x-", true}}));
      EXPECT_EQ(part.at("additionalProperties"), false);
    }
    for (const Json& each : part) {
      if (each.is_structured()) walk(each);
    }
  };
  walk(schema());
  EXPECT_EQ(objects, 10U);
}

// The names between quotes in `expected 'a', 'b' or 'c', found 'nonsense'`.
Names words_that_the_reader_names(const std::string& text) {
  Names words;
  const testing::ReadResult read = testing::read_text(text);
  for (const Diagnostic& each : read.diagnostics.items()) {
    std::string_view rest = std::string_view(each.message).substr(0, each.message.find(", found"));
    for (auto open = rest.find('\''); open != std::string_view::npos; open = rest.find('\'')) {
      rest.remove_prefix(open + 1);
      words.emplace_back(rest.substr(0, rest.find('\'')));
      rest.remove_prefix(rest.find('\'') + 1);
    }
  }
  return words;
}

// Those of an enumeration; `null`, a field without a value, is the last of them.
Names words_of(const std::string& name) {
  const Json& all = definition(name).at("enum");
  EXPECT_TRUE(all.back().is_null());
  return {all.begin(), all.end() - 1};
}

TEST(Schema, KnowsTheWordsThatTheReaderTakes) {
  const std::string nonsense = "nonsense";
  EXPECT_EQ(words_of("level"), words_that_the_reader_names("topics: {a: {level: nonsense}}"));
  EXPECT_EQ(words_of("choose"), words_that_the_reader_names("topics: {a: {choose: nonsense}}"));
  EXPECT_EQ(words_of("cost"), words_that_the_reader_names("defaults: {cost: nonsense}"));
  EXPECT_EQ(words_of("type"), words_that_the_reader_names("defaults: {type: nonsense}"));
}

TEST(Schema, KnowsTheWarningsThatMayBeAllowed) {
  Names warnings;
  for (std::size_t i = 0; i < code_count; ++i) {
    const auto code = static_cast<Code>(i);
    if (can_be_allowed(code)) warnings.emplace_back(code_name(code));
  }
  EXPECT_EQ(keys(definition("allow").at("properties")), warnings);
}

TEST(Schema, HasTheReadersLimits) {
  EXPECT_EQ(definition("id").at("maxLength"), max_id_length);
  EXPECT_EQ(definition("label").at("maxLength"), ReadLimits{}.label);
  EXPECT_EQ(definition("prose").at("maxLength"), ReadLimits{}.text);
  EXPECT_EQ(definition("hours").at("maximum"), max_stated_hours);
}

TEST(Schema, DescribesEveryField) {
  const std::function<void(const Json&)> walk = [&](const Json& part) {
    if (part.is_object() && part.contains("properties")) {
      for (const auto& [name, field] : part.at("properties").items()) {
        const bool is_described_there =
            field.contains("$ref") &&
            definition(field.at("$ref").get<std::string>().substr(8)).contains("description");
        EXPECT_TRUE(field.contains("description") || is_described_there) << name;
      }
    }
    for (const Json& each : part) {
      if (each.is_structured()) walk(each);
    }
  };
  walk(schema());
}

}  // namespace
}  // namespace prereq
