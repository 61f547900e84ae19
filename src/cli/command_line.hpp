// One command's options and operands: declared, parsed and explained from the same rows.
//
// A command declares what it takes, in the order in which help shows it, then calls parse(). The
// parsing is CLI11's, and stays in command_line.cpp. Options that are not given may be set in the
// environment or a file (settings.hpp), but not for a page. Mistakes become one line on standard
// error with the nearest name, and exit status 2. What was declared can be read again, by help,
// completions and the manual page.
#pragma once

#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/console.hpp"

namespace prereq::cli {

// `text` broken at spaces into lines of at most 80 columns, each after `indent` spaces, except that
// the first starts where `column` says the line already is.
std::string wrap_help(std::string_view text, std::size_t indent, std::size_t column);

class CommandLine {
 public:
  // What is wrong with a value, or nothing.
  using Setter = std::function<std::optional<std::string>(const std::string&)>;
  struct Option {
    std::string heading;
    std::string names;        // "-o,--output"
    std::string placeholder;  // of its value; empty for a flag
    std::string help;
    Setter set;
    bool* flag = nullptr;
    bool repeats = false;  // takes several values

    std::string name() const;  // "--output"
    bool takes_file() const;
  };

  // `arguments` are those after the command's name.
  CommandLine(std::string_view command, std::string_view summary,
              std::vector<std::string> arguments);

  // Paragraphs of help below the usage line.
  void describe(std::string_view text) { descriptions_.push_back(wrap_help(text, 0, 0)); }
  // One whose lines are as they are.
  void paragraph_as_is(std::string text) { descriptions_.push_back(std::move(text)); }
  // The options declared from here on stand under this heading.
  void heading(std::string title) { heading_ = std::move(title); }
  void example(std::string command, std::string what);
  // Exit status 1 in the words of this command, if it has any; 0 and 2 are the same everywhere.
  void wrong_input_means(std::string text) { wrong_input_ = std::move(text); }

  // Names are `-o,--output`.
  void flag(std::string names, std::string help, bool& target);
  void value(std::string names, std::string placeholder, std::string help, Setter set);
  // May be repeated.
  void values(std::string names, std::string placeholder, std::string help, Setter set);
  // The last one given counts.
  void value(std::string names, std::string placeholder, std::string help, std::string& target);
  // May be repeated; each occurrence is taken whole.
  void values(std::string names, std::string placeholder, std::string help,
              std::vector<std::string>& target);
  // May be repeated; each occurrence is split at commas, empty parts left out. One without any part
  // is mostly a shell's variable that is not set: refused, unless no names at all mean something.
  enum class EmptyList : bool { refused, allowed };
  void list(std::string names, std::string placeholder, std::string help,
            std::vector<std::string>& target, EmptyList empty = EmptyList::refused);
  // One of these words; the placeholder is made of them.
  template <typename T>
  void choice(const std::string& names, const std::string& help, T& target,
              std::initializer_list<std::pair<const char*, T>> words) {
    std::vector<std::string> names_of_words;
    std::vector<T> meanings;
    for (const auto& [word, meaning] : words) {
      names_of_words.emplace_back(word);
      meanings.push_back(meaning);
    }
    word(names, help, std::move(names_of_words),
         [&target, meanings = std::move(meanings)](std::size_t i) { target = meanings[i]; });
  }

  // The same for words that are known only at run time: `choose` gets the index of the one given.
  void word(std::string names, std::string help, std::vector<std::string> words,
            std::function<void(std::size_t)> choose);

  // The operands, described by `usage` such as `FILE` or `FILE TOPIC`: exactly as many as it has
  // words, or as many and more if one of them ends in `...`, or at most one if it is `[FILE]`.
  // Without this there are none.
  void operands(std::string usage, std::vector<std::string>& target);

  // To be told where -o writes: unless --format is given, the file's extension is what it says, in
  // any case, if that is one of its words; those of pages and `.txt` are those of their formats.
  void let_extension_decide(const std::string& file);

  // Nothing if the command is to go on; else the status to exit with, because help was asked for
  // and printed, or because of a mistake that was complained about.
  std::optional<Status> parse(Console& console);

  // Whether the option, such as `--by`, stands on the command line; what is set elsewhere does not.
  bool given(std::string_view name) const;
  // Who says it: the option itself if it is given, else `.prereq.toml:3` or `PREREQ_BY` if it is
  // set there, else nothing.
  std::string source_of(std::string_view name) const;

  // From here on parse() only says that all is done: for who wants to know what a command declares.
  void only_describe() { only_describes_ = true; }
  const std::string& command() const { return command_; }
  const std::string& summary() const { return summary_; }
  const std::vector<std::string>& descriptions() const { return descriptions_; }
  // Those declared, and those that every command has.
  std::vector<Option> options() const;
  const std::string& operand_usage() const { return operand_usage_; }
  const std::vector<std::pair<std::string, std::string>>& examples() const { return examples_; }
  const std::string& wrong_input() const { return wrong_input_; }

  // Complains about wrong usage of this command and points to its help.
  Status usage_error(Console& console, std::string_view message) const;

 private:
  std::string help() const;
  std::optional<std::string> wrong_operands() const;
  static std::string unknown_option(const std::string& name, const std::vector<Option>& known);
  // What is wrong with the settings, or nothing.
  std::optional<std::string> apply_settings(Console& console);
  void apply_extension();

  std::string command_;
  std::string summary_;
  std::vector<std::string> arguments_;
  std::vector<std::string> descriptions_;
  std::vector<std::pair<std::string, std::string>> examples_;
  std::string wrong_input_;
  std::string heading_ = "Options";
  std::vector<Option> options_;
  std::string operand_usage_;
  std::vector<std::string>* operands_ = nullptr;
  std::vector<std::string> given_;                        // long names
  std::vector<std::pair<std::string, std::string>> set_;  // long names, and where that is
  std::string format_of_extension_;                       // empty for none
  std::string config_;  // the file to read settings from; empty for the nearest
  bool no_config_ = false;
  bool only_describes_ = false;
};

}  // namespace prereq::cli
