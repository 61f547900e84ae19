// Opens files in a headless Chromium, which PREREQ_CHROMIUM names.
#pragma once

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "support/run_program.hpp"

namespace prereq::testing {

struct Page {
  std::string dom;
  std::vector<std::string> console;  // what was logged about it
};

inline Outcome run_chromium(const std::vector<std::string>& arguments, const std::string& file) {
  const TemporaryFolder profile;
  // Everything runs as root in CI's container, where Chromium's own sandbox cannot.
  std::vector<std::string> command = {PREREQ_CHROMIUM,
                                      "--headless",
                                      "--no-sandbox",
                                      "--disable-gpu",
                                      "--disable-dev-shm-usage",
                                      "--disable-quic",
                                      "--disable-background-networking",
                                      "--disable-component-update",
                                      "--disable-sync",
                                      "--no-first-run",
                                      "--user-data-dir=" + profile.path().string(),
                                      "--enable-logging=stderr"};
  command.insert(command.end(), arguments.begin(), arguments.end());
  command.push_back("file://" + file);
  Outcome run = run_program(command);
  EXPECT_EQ(run.status, 0) << run.err;
  return run;
}

inline Page open_in_chromium(const std::string& file, const std::string& window = "800,600") {
  const Outcome run = run_chromium({"--dump-dom", "--window-size=" + window}, file);
  Page page{run.out, {}};
  std::istringstream lines(run.err);
  for (std::string line; std::getline(lines, line);) {
    const auto logged = line.find(":CONSOLE");
    if (logged != std::string::npos) page.console.push_back(line.substr(line.find(']') + 2));
  }
  return page;
}

// A PNG of what a reader sees whose system prefers that colour scheme.
enum class Scheme { dark = 0, light = 1 };  // as Chromium numbers them
inline std::string seen(const std::string& file, Scheme scheme) {
  const TemporaryFolder folder;
  const auto picture = folder.path() / "seen.png";
  run_chromium({"--blink-settings=preferredColorScheme=" + std::to_string(static_cast<int>(scheme)),
                "--window-size=400,300", "--screenshot=" + picture.string()},
               file);
  return read_text(picture);
}

}  // namespace prereq::testing
