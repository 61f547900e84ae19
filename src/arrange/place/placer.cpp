// Runs the layout here or in a child, and words what went wrong there.
#include "arrange/place/placer.hpp"

#include <fmt/format.h>

#include <chrono>

#include "arrange/child.hpp"
#include "arrange/place/placement_bytes.hpp"

namespace prereq {
namespace {

using Clock = std::chrono::steady_clock;

// What the child sends first.
constexpr char placed = 'p';
constexpr char failed = 'f';

}  // namespace

std::string words_of_graphviz(std::string_view message) {
  constexpr std::size_t longest = 200;
  std::string words;
  for (const char c : message.substr(0, longest)) words += c >= ' ' && c <= '~' ? c : ' ';
  return words;
}

std::optional<Placement> Placer::place(const View& view, const PagePlan& plan) {
  if (limits_) return place_in_child(view, plan);
  std::string failure;
  auto placement = place_(view, plan, failure);
  if (!placement) failure_ = words_of_graphviz(failure);
  return placement;
}

std::optional<Placement> Placer::place_in_child(const View& view, const PagePlan& plan) {
  LayoutLimits left = *limits_;
  left.seconds -= seconds_used_;
  const auto start = Clock::now();
  const ChildResult result = run_in_child(
      [&] {
        std::string failure;
        const auto placement = place_(view, plan, failure);
        return placement ? placed + to_bytes(*placement) : failed + failure;
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
  std::optional<Placement> placement;
  if (bytes.starts_with(placed)) {
    placement = placement_from_bytes(bytes.substr(1), view, plan);
  }
  if (!placement) failure_ = "gave coordinates that are none";
  return placement;
}

}  // namespace prereq
