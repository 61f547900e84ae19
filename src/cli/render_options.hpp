// What `render` is asked for, as its options say it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/common.hpp"
#include "cli/draw.hpp"
#include "cli/pictures.hpp"
#include "cli/view_question.hpp"

namespace prereq::cli {

struct RenderOptions {
  InputFiles files;
  std::vector<std::string> outputs;
  std::optional<PictureFormat> format;
  bool format_given = false;  // on the command line
  ViewQuestion view;
  DrawOptions draw;
  std::string width_source;  // who says --max-width; empty if nobody does
  std::string id_prefix;
  std::optional<double> scale;
  bool scale_given = false;  // on the command line
  std::string report;        // where the quality report goes; empty for nowhere
  bool quiet = false;
  bool is_inline = false;           // on a page
  std::optional<std::string> link;  // of a picture in a page; empty for none
  bool with_layout = false;         // in JSON and DOT
  bool layout_given = false;        // on the command line

  void declare(CommandLine& line, Console& console);
  // After parsing: notes who says what, and drops settings that contradict what was typed.
  void settle(const CommandLine& line);
  // What is wrong with them, or nothing; unless pictures of sections are asked for, those that are
  // go into `pictures`.
  std::optional<std::string> wrong_usage(const CommandLine& line, std::vector<Picture>& pictures,
                                         Console& console) const;
};

}  // namespace prereq::cli
