#include "embed/root.hpp"

#include <gtest/gtest.h>

#include "support/run_program.hpp"

namespace prereq {
namespace {

namespace fs = std::filesystem;

class Roots : public ::testing::Test {
 protected:
  Roots() {
    fs::create_directories(base() / "root/docs");
    fs::create_directories(base() / "root-beside");
    folder_.file("root/docs/a.md", "");
    folder_.file("secret", "");
    root_ = Root::at(base() / "root");
  }

  fs::path base() const { return fs::canonical(folder_.path()); }

  // Where the name leads from root/docs, or what is wrong with it.
  std::string resolved(const std::string& name) const {
    std::string wrong;
    const auto file = root_->resolve(base() / "root/docs", name, wrong);
    return file ? file->lexically_relative(base()).string() : wrong;
  }

  testing::TemporaryFolder folder_;
  std::optional<Root> root_;
};

TEST_F(Roots, AreFolders) {
  ASSERT_TRUE(root_.has_value());
  EXPECT_EQ(Root::at(base() / "secret"), std::nullopt);
  EXPECT_EQ(Root::at(base() / "missing"), std::nullopt);
  EXPECT_TRUE(Root::at("/")->holds("/etc"));
}

TEST_F(Roots, HoldWhatIsBelowThem) {
  EXPECT_EQ(resolved("a.md"), "root/docs/a.md");
  EXPECT_EQ(resolved("../new/b.svg"), "root/new/b.svg");
  EXPECT_EQ(resolved("./.././docs/c"), "root/docs/c");
}

TEST_F(Roots, DoNotHoldWhatIsAbove) {
  const auto leads_out = [](const std::string& name) {
    return "'" + name + "' leads out of the root folder, which --root names";
  };
  for (const std::string name : {"../../secret", "../../root-beside/x", "missing/../../../secret",
                                 "../../missing", "../.."}) {
    EXPECT_EQ(resolved(name), leads_out(name));
  }
  const std::string absolute = (base() / "root/docs/a.md").string();
  EXPECT_EQ(resolved(absolute),
            "'" + absolute + "' is absolute, and paths in a marker are relative to the page");
  EXPECT_EQ(resolved(""), "a file needs a name");
  EXPECT_EQ(resolved(std::string("a\0b", 3)), "a file needs a name");
}

TEST_F(Roots, HideWhatBeginsWithADot) {
  const auto hidden = [](const std::string& name) {
    return "'" + name + "' is hidden, and markers neither read nor write hidden files";
  };
  fs::create_symlink("../.env", base() / "root/docs/link.yaml");
  folder_.file("root/.env", "");
  for (const std::string name : {"../.env", "../.git/config", ".a.svg", "link.yaml", "..."}) {
    EXPECT_EQ(resolved(name), hidden(name));
  }
  fs::create_directories(base() / "root/.cache/project");
  std::string wrong;
  const fs::path deep = base() / "root/.cache/project";
  EXPECT_EQ(Root::at(deep)->resolve(deep, "a.yaml", wrong), deep / "a.yaml");
}

TEST_F(Roots, AreNotLeftThroughSymbolicLinks) {
  fs::create_symlink("../../secret", base() / "root/docs/link");
  fs::create_directory_symlink("../..", base() / "root/docs/up");
  fs::create_symlink("../docs/a.md", base() / "root/docs/inside");
  fs::create_symlink("nowhere", base() / "root/docs/dangling");
  fs::create_symlink("loop", base() / "root/docs/loop");
  EXPECT_EQ(resolved("link"), "'link' leads out of the root folder, which --root names");
  EXPECT_EQ(resolved("up/secret"), "'up/secret' leads out of the root folder, which --root names");
  EXPECT_EQ(resolved("up/new"), "'up/new' leads out of the root folder, which --root names");
  EXPECT_EQ(resolved("up/root/docs/a.md"), "root/docs/a.md");
  EXPECT_EQ(resolved("inside"), "root/docs/a.md");
  EXPECT_EQ(resolved("dangling"), "'dangling' is a symbolic link to nothing");
  EXPECT_EQ(resolved("dangling/x"), "'dangling/x' is a symbolic link to nothing");
  EXPECT_TRUE(resolved("loop").starts_with("'loop' ")) << resolved("loop");
}

}  // namespace
}  // namespace prereq
