// What the benches promise: how figures that break a promise stand out, and the exit status.
#pragma once

#include <string>

namespace prereq::bench {

inline bool all_kept = true;

// The words as they are if the promise was kept, else in bold.
inline std::string judged(bool kept, const std::string& words) {
  all_kept = all_kept && kept;
  return kept ? words : "**" + words + "**";
}

inline std::string judged(bool kept) { return judged(kept, kept ? "yes" : "no"); }

inline int exit_status() { return all_kept ? 0 : 1; }

}  // namespace prereq::bench
