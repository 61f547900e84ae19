// What .github/workflows/release.yml runs, and how releases are fetched: from a place on this
// machine that looks like GitHub's.
#include <gmock/gmock.h>

#include <filesystem>

#include "support/run_program.hpp"

namespace prereq {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::Outcome;
using testing::read_text;
using testing::run_program;
using ::testing::StartsWith;
using testing::TemporaryFolder;

const std::string release = PREREQ_SOURCE_DIR "/scripts/release";
const std::string version = PREREQ_VERSION;

TEST(Release, NeedsTheTagOfItsVersionAndNotes) {
  const Outcome fine = run_program({release, "check", "v" + version});
  EXPECT_EQ(fine.status, 0) << fine.err;
  const Outcome other = run_program({release, "check", "v9.9.9"});
  EXPECT_EQ(other.status, 1);
  EXPECT_THAT(other.err, HasSubstr("expected the tag v" + version));
}

TEST(Release, NotesAreWhatTheChangelogSaysAboutTheVersion) {
  const Outcome notes = run_program({release, "notes"});
  EXPECT_THAT(notes.out, AllOf(HasSubstr("\n- **"), Not(HasSubstr("\n## "))));
}

TEST(Release, IsWhatTheDockerfileBuilds) {
  const std::string steps = read_text(PREREQ_SOURCE_DIR "/Dockerfile");
  EXPECT_THAT(steps, HasSubstr("\nRUN scripts/release portable && "));
  EXPECT_THAT(steps, Not(HasSubstr("apt-get"))) << "scripts/release installs what is missing";
}

TEST(Release, SumsUpEveryFile) {
  const TemporaryFolder folder;
  folder.file("a.deb", "a");
  folder.file("b.whl", "b");
  for (int twice = 0; twice < 2; ++twice) {
    EXPECT_EQ(run_program({release, "sums", folder.path().string()}).status, 0);
  }
  EXPECT_EQ(read_text(folder.path() / "SHA256SUMS"),
            "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  a.deb\n"
            "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d  b.whl\n");
}

// Answers as GitHub does: files by their place, and the newest release by leading to its page.
constexpr const char* server = R"py(
import http.server, os
class Handler(http.server.SimpleHTTPRequestHandler):
    def send_head(self):
        if self.path.endswith("/releases/latest"):
            self.send_response(302)
            self.send_header("Location", "/releases/tag/v1.2.3")
            self.end_headers()
            return None
        return super().send_head()
    def log_message(self, *words): pass
listening = http.server.HTTPServer(("127.0.0.1", 0), Handler)
open("port.part", "w").write(str(listening.server_address[1]))
os.rename("port.part", "port")
listening.serve_forever()
)py";

class FetchRelease : public ::testing::Test {
 protected:
  FetchRelease() {
    folder_.file("server.py", server);
    EXPECT_EQ(run("set -e; name=prereq-1.2.3-linux-$(uname -m); mkdir -p $name/bin releases/tag\n"
                  "echo page >releases/tag/v1.2.3\n"
                  "printf '#!/bin/sh\\necho prereq 1.2.3\\n' >$name/bin/prereq; chmod +x "
                  "$name/bin/prereq\n"
                  "mkdir -p releases/download/v1.2.3; cd releases/download/v1.2.3\n"
                  "tar -C ../../.. -czf $name.tar.gz $name; sha256sum * >SHA256SUMS")
                  .status,
              0);
  }

  Outcome run(const std::string& line) const {
    return run_program({"bash", "-c", line}, {.folder = folder_.path()});
  }

  Outcome fetch(const std::string& arguments) const {
    return run("rm -f port; " PREREQ_SYSTEM_PYTHON
               " server.py & trap 'kill %1' EXIT; until [ -e port ]; do sleep 0.05; done\n"
               "'" PREREQ_SOURCE_DIR "/scripts/fetch-release' http://127.0.0.1:$(cat port) " +
               arguments);
  }

  TemporaryFolder folder_;
};

TEST_F(FetchRelease, TakesTheNewestOrTheOneThatIsNamed) {
  for (const std::string which : {"latest", "1.2.3", "v1.2.3"}) {
    const Outcome fetched = fetch(which + " got/" + which);
    EXPECT_EQ(fetched.status, 0) << fetched.err;
    EXPECT_EQ(fetched.out, "prereq 1.2.3\n");
    EXPECT_TRUE(fs::exists(folder_.path() / "got" / which / "bin/prereq"));
  }
}

TEST_F(FetchRelease, RefusesWhatIsNotWhatTheSumsSay) {
  run("cd releases/download/v1.2.3; echo more >>prereq-*.tar.gz");
  const Outcome fetched = fetch("1.2.3 got");
  EXPECT_EQ(fetched.status, 1);
  EXPECT_THAT(fetched.err, HasSubstr(".tar.gz is not what SHA256SUMS says\n"));
  EXPECT_FALSE(fs::exists(folder_.path() / "got"));
}

TEST_F(FetchRelease, SaysWhichReleaseIsNotThere) {
  const Outcome fetched = fetch("9.0.0 got");
  EXPECT_EQ(fetched.status, 1);
  EXPECT_THAT(fetched.err, HasSubstr("fetch-release: the release 9.0.0 at http://127.0.0.1:"));
}

class BuildBackend : public ::testing::Test {
 protected:
  // What pip has the backend of pyproject.toml do.
  Outcome build(const std::string& releases) const {
    return run_program({PREREQ_SYSTEM_PYTHON, "-B", "-c",
                        "import sys; sys.path.insert(0, sys.argv[1])\n"
                        "import prereq_build; print(prereq_build.build_wheel('.'))",
                        (root_ / "packaging").string()},
                       {.folder = folder_.path(), .environment = {{"PREREQ_RELEASES", releases}}});
  }

  BuildBackend() {
    fs::create_directories(root_ / "packaging");
    fs::copy(PREREQ_SOURCE_DIR "/packaging/prereq_build.py", root_ / "packaging");
    fs::copy(PREREQ_SOURCE_DIR "/CMakeLists.txt", root_);
    const std::string line = "mkdir -p releases/download/v" + version + "; cd releases/download/v" +
                             version + "; echo wheel >prereq-" + version +
                             "-py3-none-manylinux_2_36_$(uname -m).whl; sha256sum * >SHA256SUMS";
    run_program({"bash", "-c", line}, {.folder = folder_.path()});
  }

  TemporaryFolder folder_;
  const fs::path root_ = folder_.path() / "checkout";
  const fs::path wheels_ = folder_.path() / "releases/download" / ("v" + version);
};

TEST_F(BuildBackend, GivesPipTheWheelOfTheRelease) {
  const Outcome built = build("file://" + (folder_.path() / "releases").string());
  EXPECT_EQ(built.status, 0) << built.err;
  EXPECT_THAT(built.out, StartsWith("prereq-" + version + "-py3-none-manylinux_2_36_"));
  EXPECT_EQ(read_text(folder_.path() / built.out.substr(0, built.out.size() - 1)), "wheel\n");
}

TEST_F(BuildBackend, RefusesAWheelThatIsNotWhatTheSumsSay) {
  run_program({"bash", "-c", "echo more >>*.whl"}, {.folder = wheels_});
  const Outcome built = build("file://" + (folder_.path() / "releases").string());
  EXPECT_EQ(built.status, 1);
  EXPECT_THAT(built.err, HasSubstr(" is not what SHA256SUMS says\n"));
}

TEST_F(BuildBackend, SaysWhatToDoWhereThereIsNoRelease) {
  EXPECT_THAT(build("file:///nowhere").err, HasSubstr("cannot fetch file:///nowhere/download/v"));
  EXPECT_THAT(build("").err, HasSubstr("is no address; set PREREQ_RELEASES"));
}

}  // namespace
}  // namespace prereq
