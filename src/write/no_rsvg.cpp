#include "write/rsvg.hpp"

namespace prereq {

std::string rsvg_complaint() { return "this prereq was built without librsvg"; }

std::optional<std::string> rsvg_png(std::string_view, double, Paper, std::string& wrong) {
  wrong = rsvg_complaint();
  return std::nullopt;
}

std::optional<std::string> rsvg_pdf(std::string_view, const std::string&, Paper,
                                    std::string& wrong) {
  wrong = rsvg_complaint();
  return std::nullopt;
}

}  // namespace prereq
