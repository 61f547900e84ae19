#include "read/long_texts.hpp"

#include <fmt/format.h>

#include "base/utf8.hpp"

namespace prereq {
namespace {

class LongTexts {
 public:
  LongTexts(const ReadLimits& limits, ReadNotes& notes) : limits_(limits), notes_(notes) {}

  void cut_label(std::string_view& text, std::string_view what, Span span) {
    cut(text, limits_.label, what, span);
  }
  void cut_text(std::string_view& text, std::string_view what, Span span) {
    cut(text, limits_.text, what, span);
  }

  // What topics and sections have in common.
  template <typename Element>
  void cut_texts_of(Element& element) {
    cut_label(element.title, "title", element.span);
    cut_text(element.description, "description", element.span);
    cut_text(element.note, "note", element.span);
  }

 private:
  void cut(std::string_view& text, std::size_t most, std::string_view what, Span span) {
    if (text.size() <= most) return;  // no more characters than bytes
    const std::string_view kept = first_code_points(text, most);
    if (kept.size() == text.size()) return;
    text = kept;
    notes_.left_out.push_back(
        {span, fmt::format("all but the first {} characters of a {}", most, what)});
  }

  const ReadLimits& limits_;
  ReadNotes& notes_;
};

}  // namespace

void cut_long_texts(RoadmapData& data, FileId file, const ReadLimits& limits, ReadNotes& notes) {
  LongTexts texts(limits, notes);
  const Span start = {file, {1, 1}, {1, 2}};
  texts.cut_label(data.title, "title", start);
  texts.cut_text(data.description, "description", start);
  texts.cut_text(data.note, "note", start);
  for (Section& section : data.sections) texts.cut_texts_of(section);
  for (Topic& topic : data.topics) texts.cut_texts_of(topic);
  for (Goal& goal : data.goals) {
    texts.cut_label(goal.title, "title", goal.span);
    texts.cut_text(goal.description, "description", goal.span);
  }
  for (Resource& resource : data.resources) {
    texts.cut_label(resource.title, "title of a link", resource.span);
    texts.cut_label(resource.by, "name of who made a link", resource.span);
    texts.cut_label(resource.part, "part of a link", resource.span);
    texts.cut_text(resource.note, "note on a link", resource.span);
  }
  for (Requirement& entry : data.requirements) texts.cut_text(entry.because, "reason", entry.span);
}

}  // namespace prereq
