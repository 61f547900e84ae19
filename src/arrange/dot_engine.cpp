#include "arrange/dot_engine.hpp"

#include <fmt/format.h>

#include <chrono>
#include <utility>

#include "arrange/child.hpp"
#include "arrange/coordinates_bytes.hpp"

namespace prereq {
namespace {

using Clock = std::chrono::steady_clock;

// What the child sends first.
constexpr char laid_out = 'c';
constexpr char failed = 'f';

}  // namespace

std::string words_of_graphviz(std::string_view message) {
  constexpr std::size_t longest = 200;
  std::string words;
  for (const char c : message.substr(0, longest)) words += c >= ' ' && c <= '~' ? c : ' ';
  return words;
}

std::optional<Coordinates> DotEngine::lay_out(const View& view, const ArrangementPlan& plan) {
  if (limits_) return lay_out_in_child(view, plan);
  std::string failure;
  auto coordinates = lay_out_(view, plan, failure);
  if (!coordinates) failure_ = words_of_graphviz(failure);
  return coordinates;
}

std::optional<Coordinates> DotEngine::lay_out_in_child(const View& view,
                                                       const ArrangementPlan& plan) {
  LayoutLimits left = *limits_;
  left.seconds -= seconds_used_;
  const auto start = Clock::now();
  const ChildResult result = run_in_child(
      [&] {
        std::string failure;
        const auto coordinates = lay_out_(view, plan, failure);
        return coordinates ? laid_out + to_bytes(*coordinates) : failed + failure;
      },
      left);
  seconds_used_ += std::chrono::duration<double>(Clock::now() - start).count();
  if (!result.finished) {
    failure_ = result.timed_out ? fmt::format("took longer than {:g} s", limits_->seconds)
                                : result.failure;
    return std::nullopt;
  }
  const std::string_view bytes = result.bytes;
  if (bytes.starts_with(failed)) {
    failure_ = words_of_graphviz(bytes.substr(1));
    return std::nullopt;
  }
  std::optional<Coordinates> coordinates;
  if (bytes.starts_with(laid_out)) {
    coordinates = coordinates_from_bytes(bytes.substr(1), view, plan);
  }
  if (!coordinates) failure_ = "gave coordinates that are none";
  return coordinates;
}

}  // namespace prereq
