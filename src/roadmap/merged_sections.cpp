#include "roadmap/merged_sections.hpp"

namespace prereq {

// A section that is new gets a parent that is there already, so no section ends up inside itself,
// even if two files nest the same ones the other way round.
std::vector<SectionIndex> MergedSections::add(const RoadmapData& part) {
  ++part_count_;
  std::vector<SectionIndex> numbers;
  for (const Section& section : part.sections) {
    const auto next = static_cast<SectionIndex>(sections_.size());
    SectionIndex number = numbers_.insert(section.id, next);
    // Twice in one file is a mistake, not a merger.
    if (number != next && sections_[number].last_part == part_count_) number = next;
    if (number == next) {
      sections_.push_back({section, part_count_, {}, {}, {}, {}});
      SectionIndex& parent = sections_.back().section.parent;
      if (parent != no_index) parent = numbers[parent];
      auto& siblings = parent == no_index ? outermost_ : sections_[parent].inside;
      siblings.push_back(number);
    } else {
      Section& kept = sections_[number].section;
      if (kept.title.empty()) kept.title = section.title;
      if (kept.description.empty()) kept.description = section.description;
      if (kept.note.empty()) kept.note = section.note;
      sections_[number].last_part = part_count_;
    }
    sections_[number].requirements.join(part, section.requirements);
    sections_[number].recommendations.join(part, section.recommendations);
    sections_[number].resources.join(part, section.resources);
    numbers.push_back(number);
  }
  return numbers;
}

void MergedSections::write(RoadmapData& to) {
  written_.assign(sections_.size(), no_index);
  for (const SectionIndex root : outermost_) write_tree(root, to);
}

void MergedSections::write_tree(SectionIndex root, RoadmapData& to) {
  std::vector<SectionIndex> waiting = {root};
  while (!waiting.empty()) {
    const SectionIndex number = waiting.back();
    waiting.pop_back();
    const Parts& parts = sections_[number];
    Section section = parts.section;
    if (section.parent != no_index) section.parent = written_[section.parent];
    section.requirements = parts.requirements.write(to);
    section.recommendations = parts.recommendations.write(to);
    section.resources = parts.resources.write(to);
    written_[number] = static_cast<SectionIndex>(to.sections.size());
    to.sections.push_back(section);
    waiting.insert(waiting.end(), parts.inside.rbegin(), parts.inside.rend());
  }
}

}  // namespace prereq
