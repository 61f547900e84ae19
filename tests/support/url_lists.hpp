// Addresses that no page may lead to, and others that look odd and have to come through unharmed.
#pragma once

#include <string>
#include <vector>

namespace prereq::testing {

std::vector<std::string> hostile_urls();  // tests/links/hostile.json
std::vector<std::string> benign_urls();   // tests/links/benign.json

}  // namespace prereq::testing
