// What tests/lsan.supp cannot tell: Graphviz keeps a little of every layout, and its leaks are not
// reported, so a layout or graph that prereq forgot to free would not be either.
#include <gtest/gtest.h>

#include <cstddef>

#if defined(__SANITIZE_ADDRESS__)
// Of the sanitizer's library; only Clang brings a header for it.
extern "C" std::size_t __sanitizer_get_current_allocated_bytes();
#else
#include <malloc.h>
#endif

#include "arrange/graphviz_handles.hpp"
#include "arrange/place/nailed_graph.hpp"
#include "unit/arrange/arranged.hpp"

namespace prereq {
namespace {

double allocated_bytes() {
#if defined(__SANITIZE_ADDRESS__)
  return static_cast<double>(__sanitizer_get_current_allocated_bytes());
#else
  return static_cast<double>(mallinfo2().uordblks);
#endif
}

struct Use {
  double held = 0;  // while the graph and its layout are alive
  double kept = 0;  // after both are gone
};

Use lay_out_once(const View& view, const PagePlan& plan) {
  Use use;
  const double before = allocated_bytes();
  {
    const GraphvizSession session;
    const NailedGraph nailed = build_nailed_graph(view, plan);
    const LayoutHandle layout(session, nailed.graph.get());
    EXPECT_TRUE(layout.succeeded());
    use.held = allocated_bytes() - before;
  }
  use.kept = allocated_bytes() - before;
  return use;
}

TEST(Memory, OfALayoutIsFreed) {
  const View view = testing::bundled_view("self-study");
  const PagePlan plan = plan_page(view, {});
  lay_out_once(view, plan);  // Graphviz's tables that live as long as the process
  const Use use = lay_out_once(view, plan);
  EXPECT_GT(use.held, 100'000);
  EXPECT_LT(use.kept, use.held / 4);
}

}  // namespace
}  // namespace prereq
