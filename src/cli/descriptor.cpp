#include "cli/descriptor.hpp"

#include <unistd.h>

#include <cerrno>
#include <utility>

namespace prereq::cli {

Descriptor::~Descriptor() {
  if (number_ > STDERR_FILENO) ::close(number_);
}

bool Descriptor::close() { return ::close(std::exchange(number_, -1)) == 0; }

int write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

}  // namespace prereq::cli
