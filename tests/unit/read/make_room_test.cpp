#include "read/make_room.hpp"

#include <gtest/gtest.h>

namespace prereq {
namespace {

std::size_t room_for(std::size_t items, double share_read) {
  std::vector<char> list(items);
  list.shrink_to_fit();
  make_room(list, 1, share_read);
  return list.capacity();
}

TEST(MakeRoom, ForesightIsThatOfTheTextSoFar) {
  EXPECT_GE(room_for(9'999, 0.1), 100'000U);
  EXPECT_LE(room_for(9'999, 0.1), 110'000U);
}

TEST(MakeRoom, DoublesWhereNothingCanBeForeseen) {
  EXPECT_EQ(room_for(99, 0.01), 200U);
  EXPECT_EQ(room_for(0, 0), 2U);
  EXPECT_EQ(room_for(9'999, 0), 20'000U);
  EXPECT_EQ(room_for(9'999, 1), 20'000U);
}

TEST(MakeRoom, IsBoundedWhereTheTextBeginsDensely) { EXPECT_EQ(room_for(9'999, 1e-9), 320'000U); }

TEST(MakeRoom, LeavesRoomThatIsThere) {
  std::vector<char> list;
  list.reserve(1000);
  const char* const before = list.data();
  make_room(list, 1000, 0.5);
  EXPECT_EQ(list.data(), before);
  EXPECT_EQ(list.capacity(), 1000U);
}

}  // namespace
}  // namespace prereq
