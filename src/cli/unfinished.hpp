// Files, folders and a line on the terminal that are to be gone when a signal ends the program.
#pragma once

namespace prereq::cli {

// From now on the file goes when SIGINT, SIGTERM or SIGHUP ends the program, unless that is ignored
// (as under nohup) or handled otherwise. The text stays where it is until forget_unfinished().
// Beyond 4,096 at a time, files stay.
void remember_unfinished(const char* name);
void forget_unfinished(const char* name);

// The same for a folder, which goes after the files if it is empty then. Beyond 16, they stay.
void remember_unfinished_folder(const char* name);
void forget_unfinished_folder(const char* name);

// The same for the last line of standard error, which shows progress on a terminal.
void remember_unfinished_line();
void forget_unfinished_line();

// As a signal would. Requires: the program is about to end.
void remove_all_unfinished();

}  // namespace prereq::cli
