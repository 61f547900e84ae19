// Graphviz in a child that is made to crash, to hang, and to talk nonsense.
#include "arrange/child.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <limits>
#include <stdexcept>
#include <thread>
#include <vector>

#include "arrange/arrange_with.hpp"
#include "arrange/place/placement_bytes.hpp"
#include "unit/arrange/arranged.hpp"

namespace prereq {
namespace {

using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

constexpr LayoutLimits short_limits = {0.3, std::size_t{1} << 30};
constexpr LayoutLimits long_limits = {60, std::size_t{1} << 30};

constexpr std::string_view in_one_section =
    "sections: {s: {topics: {a: , b: {requires: [a]}, c: {requires: [b]}}}}";

bool has_children() {
  const pid_t found = ::waitpid(-1, nullptr, WNOHANG);
  return found >= 0 || errno != ECHILD;
}

[[noreturn]] void hang() {
  while (true) ::pause();
}

TEST(Child, GivesBackWhatItsWorkReturns) {
  for (const std::size_t size : {0U, 1U, 100'000U, 3'000'000U}) {
    const std::string expected(size, 'x');
    const ChildResult result = run_in_child([&] { return expected; }, long_limits);
    EXPECT_TRUE(result.finished) << result.failure;
    EXPECT_EQ(result.bytes, expected);
  }
  EXPECT_FALSE(has_children());
}

TEST(Child, LeavesThisProcessAsItWas) {
  int number = 1;
  const ChildResult result = run_in_child(
      [&] {
        number = 2;
        return std::to_string(number);
      },
      long_limits);
  EXPECT_EQ(result.bytes, "2");
  EXPECT_EQ(number, 1);
}

TEST(Child, ThatCrashesIsNamedByItsSignal) {
  const auto crash = [](int signal) {
    return run_in_child(
               [signal]() -> std::string {
                 ::raise(signal);
                 return "went on";
               },
               long_limits)
        .failure;
  };
  EXPECT_EQ(crash(SIGSEGV), "crashed (signal 11, Segmentation fault)");
  EXPECT_EQ(crash(SIGABRT), "crashed (signal 6, Aborted)");
  EXPECT_EQ(crash(SIGKILL), "crashed (signal 9, Killed)");
  EXPECT_FALSE(has_children());
}

TEST(Child, MayRunOutOfItsStack) {
  struct Deep {
    static int dive(volatile int* from) {  // volatile, so that no compiler makes a loop of it
      volatile int here = *from + 1;
      return here == 0 ? 0 : dive(&here) + here;
    }
  };
  const ChildResult result = run_in_child(
      [] {
        volatile int start = 0;
        return std::to_string(Deep::dive(&start));
      },
      long_limits);
  EXPECT_FALSE(result.finished);
}

TEST(Child, ThatEndsEarlyHasNoResult) {
  const ChildResult result = run_in_child([]() -> std::string { std::_Exit(0); }, long_limits);
  EXPECT_FALSE(result.finished);
  EXPECT_EQ(result.failure, "ended without a result");
}

TEST(Child, ThatThrowsHasNoResult) {
  const ChildResult result =
      run_in_child([]() -> std::string { throw std::runtime_error("thrown"); }, long_limits);
  EXPECT_EQ(result.failure, "ended without a result");
}

TEST(Child, ThatHangsIsEndedInTime) {
  const auto start = std::chrono::steady_clock::now();
  const ChildResult result = run_in_child([]() -> std::string { hang(); }, short_limits);
  EXPECT_TRUE(result.timed_out);
  EXPECT_EQ(result.failure, "took longer than 0.3 s");
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
  EXPECT_FALSE(has_children());
}

TEST(Child, ThatHangsAfterHalfAResultIsEndedToo) {
  const ChildResult result = run_in_child(
      []() -> std::string {
        // The parent expects eight bytes of size first, on the only pipe that there is.
        for (int descriptor = 3; descriptor < 64; ++descriptor) {
          static_cast<void>(::write(descriptor, "1234", 4) == 4);
        }
        hang();
      },
      short_limits);
  EXPECT_TRUE(result.timed_out);
}

#if !defined(__SANITIZE_ADDRESS__)
TEST(Child, ThatWantsTooMuchMemoryIsRefusedIt) {
  const ChildResult result = run_in_child(
      [] {
        std::vector<std::string> hoard;
        for (int i = 0; i < 32; ++i) hoard.emplace_back(std::size_t{1} << 24, 'x');
        return std::string();
      },
      {60, std::size_t{64} << 20});
  EXPECT_EQ(result.failure, "needs more than 64 MiB of memory");
}
#endif

TEST(Child, CannotBeHeard) {
  ::testing::internal::CaptureStderr();
  ::testing::internal::CaptureStdout();
  const ChildResult result = run_in_child(
      [] {
        static_cast<void>(::write(STDERR_FILENO, "noise", 5) == 5);
        static_cast<void>(::write(STDOUT_FILENO, "noise", 5) == 5);
        return std::string("done");
      },
      long_limits);
  EXPECT_EQ(::testing::internal::GetCapturedStdout(), "");
  EXPECT_EQ(::testing::internal::GetCapturedStderr(), "");
  EXPECT_EQ(result.bytes, "done");
}

TEST(Child, IsGoneWhenItsParentIsKilled) {
  std::array<int, 2> ends = {-1, -1};
  ASSERT_EQ(::pipe(ends.data()), 0);
  const pid_t parent = ::fork();
  ASSERT_GE(parent, 0);
  if (parent == 0) {
    run_in_child(
        [&]() -> std::string {
          const pid_t self = ::getpid();
          static_cast<void>(::write(ends[1], &self, sizeof self) == sizeof self);
          hang();
        },
        long_limits);
    ::_exit(0);
  }
  pid_t child = 0;
  ASSERT_EQ(::read(ends[0], &child, sizeof child), static_cast<ssize_t>(sizeof child));
  ::kill(parent, SIGINT);
  int status = 0;
  ::waitpid(parent, &status, 0);
  EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGINT);
  // Its end of the pipe closes when it goes.
  ::close(ends[1]);
  char unused = 0;
  EXPECT_EQ(::read(ends[0], &unused, 1), 0);
  ::close(ends[0]);
}

TEST(Child, OfOneThreadDoesNotWaitForThatOfAnother) {
  std::vector<std::thread> threads;
  std::vector<std::string> results(8);
  for (std::size_t i = 0; i < results.size(); ++i) {
    threads.emplace_back([&results, i] {
      results[i] = run_in_child([i] { return std::to_string(i); }, long_limits).bytes;
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (std::size_t i = 0; i < results.size(); ++i) EXPECT_EQ(results[i], std::to_string(i));
}

// A Graphviz that breaks in one way on every picture.
Drawing draw_with(const View& view, const ArrangeOptions& options, PlaceFunction broken,
                  Diagnostics& diagnostics) {
  Placer placer(options.child, std::move(broken));
  return arrange_with(view, options, placer, diagnostics);
}

ArrangeOptions guarded(const LayoutLimits& limits) {
  ArrangeOptions options;
  options.engine = Engine::dot;
  options.child = limits;
  return options;
}

// What the only diagnostic says, which has to be a warning.
std::string told(const Diagnostics& diagnostics) {
  if (diagnostics.items().size() != 1) return "not one diagnostic";
  const Diagnostic& only = diagnostics.items().front();
  EXPECT_EQ(only.code, Code::layout_failed);
  EXPECT_EQ(only.severity, Severity::warning);
  EXPECT_EQ(only.notes.size(), 1U);
  return only.message;
}

TEST(GuardedLayout, GivesWhatGraphvizGivesWithoutAChild) {
  const View view = testing::bundled_view("turbo");
  for (const Direction direction : {Direction::down, Direction::right}) {
    ArrangeOptions options;
    options.direction = direction;
    const PagePlan plan = plan_page(view, options);
    Placer alone(std::nullopt);
    Placer guarded(long_limits);
    const auto placed = alone.place(view, plan);
    const auto same = guarded.place(view, plan);
    ASSERT_TRUE(placed && same) << alone.failure() << guarded.failure();
    EXPECT_EQ(to_bytes(*placed), to_bytes(*same));
  }
}

TEST(GuardedLayout, DrawsThePictureItselfWhenGraphvizCrashes) {
  const View view = testing::bundled_view("self-study");
  Diagnostics diagnostics;
  const Drawing drawing = draw_with(
      view, guarded(long_limits),
      [](const View&, const PagePlan&, std::string&) -> std::optional<Placement> { std::abort(); },
      diagnostics);
  EXPECT_EQ(told(diagnostics), "Graphviz crashed (signal 6, Aborted)");
  EXPECT_THAT(testing::all_complaints(view, drawing), IsEmpty());
}

TEST(GuardedLayout, WaitsForAllAttemptsTogetherNoLongerThanItsLimit) {
  const View view = testing::view_of(in_one_section);
  ArrangeOptions options = guarded({1, std::size_t{1} << 30});
  Diagnostics diagnostics;
  const auto start = std::chrono::steady_clock::now();
  draw_with(
      view, options,
      [](const View& of, const PagePlan& plan, std::string& failure) {
        std::this_thread::sleep_for(std::chrono::milliseconds(400));
        auto at = place_by_graphviz(of, plan, failure);
        at->card_centres[0].x += 2000;  // too wide for the page, so that it is tried again
        return at;
      },
      diagnostics);
  EXPECT_EQ(told(diagnostics), "Graphviz took longer than 1 s");
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10));
}

#if !defined(__SANITIZE_ADDRESS__)
// It had no limits: 400 topics that each require any of all others took 13 GB.
TEST(GuardedLayout, OfPrereqsOwnIsBoundedToo) {
  View view;  // not read from a text: what reading has freed would be memory enough
  for (std::uint32_t i = 0; i < 30'000; ++i) {
    ViewCard& card = view.cards.emplace_back();
    card.id = card.title = fmt::format("t{}", i);
    if (i > 0) view.edges.push_back({(i - 1) / 2, i, EdgeStyle::required, "", "", ""});
  }
  ArrangeOptions options = guarded({60, std::size_t{1} << 20});
  options.engine = Engine::builtin;
  Diagnostics diagnostics;
  const Drawing drawing = arrange(view, options, diagnostics);
  ASSERT_EQ(told(diagnostics), "prereq's own layout needs more than 1 MiB of memory");
  EXPECT_EQ(diagnostics.items()[0].notes[0].message, "prereq drew the cards alone, without lines");
  EXPECT_EQ(drawing.left_out_lines, view.edges.size());
  EXPECT_EQ(drawing.cards.size(), view.cards.size());
}
#endif

// Only Graphviz was timed, so that planning could take any time.
TEST(GuardedLayout, BoundsPlanningTogetherWithGraphviz) {
  const View view = testing::view_of(in_one_section);
  Placer hanging(
      std::nullopt,
      [](const View&, const PagePlan&, std::string&) -> std::optional<Placement> { hang(); });
  Diagnostics diagnostics;
  const auto start = std::chrono::steady_clock::now();
  const Drawing drawing =
      arrange_with(view, guarded({0.2, std::size_t{1} << 30}), hanging, diagnostics);
  EXPECT_EQ(told(diagnostics), "Graphviz took longer than 0.2 s");
  EXPECT_EQ(drawing.placed_by, PlacedBy::builtin);
  EXPECT_THAT(testing::missing_parts(view, drawing), IsEmpty());
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(30));
}

TEST(GuardedLayout, TellsWhatGraphvizSaysInPrintableWords) {
  const View view = testing::view_of(in_one_section);
  for (const bool in_child : {true, false}) {
    ArrangeOptions options = guarded(long_limits);
    if (!in_child) options.child.reset();
    Diagnostics diagnostics;
    draw_with(
        view, options,
        [](const View&, const PagePlan&, std::string& failure) {
          failure = "says: Error:\x1b[31m lost\n" + std::string(1000, '!');
          return std::optional<Placement>();
        },
        diagnostics);
    EXPECT_THAT(told(diagnostics), StartsWith("Graphviz says: Error: [31m lost !!!"));
    EXPECT_LT(told(diagnostics).size(), 250U);
  }
}

TEST(GuardedLayout, RefusesCoordinatesThatAreNone) {
  const View view = testing::view_of(in_one_section);
  using Spoil = void (*)(Placement&);
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  const std::vector<Spoil> spoils = {
      [](Placement& at) { at.card_centres[0].y = nan; },
      [](Placement& at) { at.card_centres.pop_back(); },
      [](Placement& at) { at.card_centres[0].x = 1e300; },
      [](Placement& at) { at.edges.emplace_back(); },
      [](Placement& at) { at.edges[0].pieces[0].curve.pop_back(); },
      [](Placement& at) { at.edges[0].pieces[0].curve.clear(); },
      [](Placement& at) { at.edges[0].pieces.clear(); },
      [](Placement& at) { at.edges[0].pieces.resize(100, at.edges[0].pieces[0]); },
      [](Placement& at) { at.edges[0].pieces[0].upper_row = 1'000'000'000; },
      [](Placement& at) {
        at.edges[0].arrow_tip = Point{nan, 0};
      },
      [](Placement& at) { at.section_boxes[0] = {}; },
      [](Placement& at) { at.title_centres[0].reset(); },
      [](Placement& at) { at = {}; },
  };
  for (const Spoil spoil : spoils) {
    Diagnostics diagnostics;
    draw_with(
        view, guarded(long_limits),
        [spoil](const View& of, const PagePlan& plan, std::string& failure) {
          auto at = place_by_graphviz(of, plan, failure);
          spoil(*at);
          return at;
        },
        diagnostics);
    EXPECT_EQ(told(diagnostics), "Graphviz gave coordinates that are none");
  }
}

TEST(PlacementBytes, OfAnyPartOrWithAnyByteChangedDoNoHarm) {
  const View view = testing::view_of(in_one_section);
  const PagePlan plan = plan_page(view, {});
  std::string failure;
  const auto at = place_by_graphviz(view, plan, failure);
  ASSERT_TRUE(at);
  const std::string bytes = to_bytes(*at);
  EXPECT_TRUE(placement_from_bytes(bytes, view, plan));
  EXPECT_FALSE(placement_from_bytes(bytes + '\0', view, plan));
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(placement_from_bytes(bytes.substr(0, size), view, plan));
  }
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string changed = bytes;
    changed[i] = static_cast<char>(~changed[i]);
    if (const auto read = placement_from_bytes(changed, view, plan)) {
      EXPECT_EQ(read->card_centres.size(), view.cards.size());
      EXPECT_EQ(read->edges.size(), view.edges.size());
    }
  }
}

class PlainLayout : public ::testing::TestWithParam<const char*> {};

// Some of these have edges that lead up or lie in a row.
TEST_P(PlainLayout, DrawsEveryEdgeAndNoCardOnAnother) {
  ViewOptions view_options;
  view_options.cycles = true;
  const View view = testing::view_of(GetParam(), view_options);
  for (const Direction direction : {Direction::down, Direction::right}) {
    ArrangeOptions options = guarded(long_limits);
    options.direction = direction;
    Diagnostics diagnostics;
    const Drawing drawing = draw_with(
        view, options,
        [](const View&, const PagePlan&, std::string& failure) {
          failure = "failed";
          return std::optional<Placement>();
        },
        diagnostics);
    EXPECT_THAT(testing::all_complaints(view, drawing), IsEmpty());
  }
}

INSTANTIATE_TEST_SUITE_P(
    Views, PlainLayout,
    ::testing::Values("topics: {a: , b: {requires: [a]}, c: {requires: [a]}}",
                      "topics: {a: {recommends: [c]}, b: {requires: [a]}, c: {requires: [b]}}",
                      "topics: {a: {corequisites: [b]}, b: {corequisites: [a]}, c: }",
                      "sections: {s: {topics: {a: {corequisites: [d]}, b: {requires: [a]}}}, "
                      "t: {topics: {d: {corequisites: [a, b]}, e: {requires: [d]}}}}\n"
                      "goals: {g: {requires: [{any: [b, e]}]}}"));

}  // namespace
}  // namespace prereq
