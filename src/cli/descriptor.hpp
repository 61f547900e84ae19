// An open file.
#pragma once

#include <string_view>

namespace prereq::cli {

// Closes what it holds, except the standard streams.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor();
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int get() const { return number_; }
  bool is_open() const { return number_ >= 0; }
  // False, with errno, if what was written last did not reach the file.
  bool close();

 private:
  int number_;
};

// 0, or the errno of what went wrong.
int write_all(int descriptor, std::string_view text);

}  // namespace prereq::cli
