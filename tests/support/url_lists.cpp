#include "support/url_lists.hpp"

#include <nlohmann/json.hpp>

#include "support/run_program.hpp"

namespace prereq::testing {
namespace {

std::vector<std::string> list(const std::string& name) {
  return nlohmann::json::parse(read_text(PREREQ_SOURCE_DIR "/tests/links/" + name));
}

}  // namespace

std::vector<std::string> hostile_urls() { return list("hostile.json"); }
std::vector<std::string> benign_urls() { return list("benign.json"); }

}  // namespace prereq::testing
