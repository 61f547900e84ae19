// scripts/lib/setup.sh on systems that are made up: a PATH of few programs, some of them pretended.
#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>

#include "support/run_program.hpp"

namespace prereq {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::Outcome;
using ::testing::StartsWith;

class Setup : public ::testing::Test {
 protected:
  Setup() {
    fs::create_directories(scripts_ / "lib");
    fs::create_directories(programs_);
    fs::copy(PREREQ_SOURCE_DIR "/scripts/lib/setup.sh", scripts_ / "lib");
    fs::copy(PREREQ_SOURCE_DIR "/scripts/packages.txt", scripts_);
    for (const std::string name : {"awk", "cut", "grep", "mkdir", "paste", "sed", "sort", "tail"}) {
      fs::create_symlink(fs::path("/usr/bin") / name, programs_ / name);
    }
    // Others than who made it come in.
    fs::permissions(folder_.path(), fs::perms::others_read | fs::perms::others_exec,
                    fs::perm_options::add);
  }

  void pretend(const std::string& name, const std::string& says = "") {
    const fs::path file = folder_.file("programs/" + name, "#!/bin/bash\necho '" + says + "'\n");
    fs::permissions(file, fs::perms::owner_all | fs::perms::others_read | fs::perms::others_exec);
  }

  // What the line says after setup.sh was read, with no other programs than those.
  Outcome run(const std::string& line, std::vector<std::string> as = {}) const {
    for (const std::string word : {"/bin/bash", "-c"}) as.push_back(word);
    as.push_back("set -euo pipefail; . scripts/lib/setup.sh; " + line);
    return testing::run_program(
        as, {.folder = folder_.path(), .environment = {{"PATH", programs_.string()}}});
  }

 private:
  testing::TemporaryFolder folder_;
  const fs::path scripts_ = folder_.path() / "scripts";
  const fs::path programs_ = folder_.path() / "programs";
};

TEST_F(Setup, PrintsOneLineForThePackageManagerThatIsHere) {
  pretend("dnf");
  const Outcome said = run("say_how_to_install build");
  EXPECT_EQ(said.status, 0) << said.err;
  EXPECT_THAT(said.out,
              StartsWith("prereq: to install everything:\n  sudo dnf install gcc-c++ cmake "));
  EXPECT_THAT(said.out, AllOf(HasSubstr(" graphviz-devel "), Not(HasSubstr(" - ")),
                              Not(HasSubstr("gtest")), Not(HasSubstr("brew"))));
}

TEST_F(Setup, PrintsALineForEachPackageManagerWhereThereIsNone) {
  const Outcome said = run("say_how_to_install build test");
  EXPECT_THAT(said.out, AllOf(HasSubstr("\n  sudo dnf install "), HasSubstr("\n  sudo pacman -S "),
                              HasSubstr("\n  sudo zypper install "), HasSubstr("\n  brew install "),
                              HasSubstr(" gtest")));
}

TEST_F(Setup, GoesOnWithoutAptWhereThereIsACMake) {
  EXPECT_EQ(run("ensure_packages build").status, 1) << "there is nothing to go on with";
  pretend("cmake", "cmake version 3.31.6");
  const Outcome said = run("ensure_packages build; echo going on");
  EXPECT_EQ(said.status, 0) << said.err;
  EXPECT_THAT(said.out, AllOf(StartsWith("prereq: not found: no C++ compiler; no ninja; "),
                              HasSubstr("\n  brew install "), HasSubstr("\ngoing on\n")));
}

TEST_F(Setup, NamesAVersionThatIsTooOld) {
  pretend("cmake", "cmake version 3.22.1");
  EXPECT_EQ(run("lacks 'program:cmake>=3.25'").out, "cmake 3.22.1, older than 3.25\n");
  pretend("cmake", "cmake version 3.100.0");
  EXPECT_EQ(run("lacks 'program:cmake>=3.25'").out, "");
  EXPECT_EQ(run("lacks 'program:ninja'").out, "no ninja\n");
}

TEST_F(Setup, WithoutRootAndSudoSaysWhatToAskAnAdministratorFor) {
  std::vector<std::string> as;
  if (::geteuid() == 0) {
    as = {"/usr/bin/setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"};
  }
  const Outcome said = run("install_by_apt fish zsh", as);
  EXPECT_EQ(said.status, 1);
  EXPECT_EQ(
      said.err,
      "prereq: neither root nor sudo: ask an administrator to run: apt-get install fish zsh\n");
}

}  // namespace
}  // namespace prereq
