#include "cli/own_fonts.hpp"

#include <stdlib.h>  // NOLINT(modernize-deprecated-headers): setenv

#include <filesystem>
#include <system_error>

namespace prereq::cli {

void prepare_own_fonts() {
  std::error_code error;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (error) return;
  const std::filesystem::path fonts =
      program.parent_path().parent_path() / "share/prereq/fonts/fonts.conf";
  constexpr int keep = 0;
  if (std::filesystem::exists(fonts, error)) ::setenv("FONTCONFIG_FILE", fonts.c_str(), keep);
}

}  // namespace prereq::cli
