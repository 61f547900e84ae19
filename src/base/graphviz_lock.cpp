#include "base/graphviz_lock.hpp"

namespace prereq {

std::mutex& graphviz_mutex() {
  static std::mutex mutex;
  return mutex;
}

}  // namespace prereq
