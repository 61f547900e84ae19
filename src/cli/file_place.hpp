// Where a name leads, as the file system sees it.
#pragma once

#include <optional>
#include <string>

namespace prereq::cli {

struct FilePlace {
  std::string path = {};               // without links or dots in it
  std::optional<int> descriptor = {};  // instead: one of this process, as /dev/stdout means
  int error = 0;                       // else an errno: why there is no such place

  friend bool operator==(const FilePlace&, const FilePlace&) = default;
};

// Where a file of that name stands or would be made: links are followed, also to what is not there
// yet, except those of open files, such as /dev/stdout and /dev/fd/63. The folder has to be there:
// no `..` takes back one that is not.
FilePlace place_of(const std::string& name);

}  // namespace prereq::cli
