// Ids made from titles, by one rule for every format that has titles only.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace prereq {

// Letters and digits of any script in lower case, what is between them as one '-', '+' and '#'
// after a letter or digit kept (`c++`, `c#`), cut after 60 characters at a '-' where there is one.
// `untitled` if nothing is left. Stable: depends on the title alone.
std::string id_from_title(std::string_view title);

// Hands out ids; one that is taken gets `-2`, `-3` … in order, cut so that it stays valid.
class IdMaker {
 public:
  std::string make(std::string_view title);
  // Whether it was free.
  bool take(std::string_view id);

 private:
  std::map<std::string, unsigned> next_number_;  // of every id that is taken or was cut, composed
};

// A title as a reader compares it: without case, punctuation and articles, Roman numerals up to
// ten as digits, "Part 2" and "II" the same. Empty for a title of punctuation alone.
std::string comparable_title(std::string_view title);

// The same, but with articles: "A and B" is another title than "B". Titles with equal words are not
// taken for lists of several others.
std::string title_words(std::string_view title);

}  // namespace prereq
