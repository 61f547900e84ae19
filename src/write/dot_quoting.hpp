// Texts and names as DOT has them, so that nothing in them is taken for its syntax.
#pragma once

#include <string>
#include <string_view>

namespace prereq {

// As it stands if it is a plain word or a number, else in quotes. `text` is as cgraph is to read
// it.
void append_dot_value(std::string& out, std::string_view text);

// The name of a node or cluster, not quoted yet. Different ids give different names.
std::string dot_name(std::string_view id);

// Author text for a label or tooltip, in quotes. What XML cannot hold becomes U+FFFD.
void append_dot_text(std::string& out, std::string_view text);

// An address for `URL`, in quotes. Requires: safe_href() made it.
void append_dot_address(std::string& out, std::string_view href);

// Author text for a comment: on one line.
std::string dot_comment(std::string_view text);

}  // namespace prereq
