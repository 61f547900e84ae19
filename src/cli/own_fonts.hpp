// The letters that a prereq brings along that runs with nothing installed (packaging/portable.py).
#pragma once

namespace prereq::cli {

// Has fontconfig, which draws the letters of PNG and PDF, read ../share/prereq/fonts/fonts.conf,
// seen from the program, where that is; what the environment says in FONTCONFIG_FILE goes before
// it.
void prepare_own_fonts();

}  // namespace prereq::cli
