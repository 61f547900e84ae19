// Items of lists on a page: what kind of thing they are, and what stands in those that are topics.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "read/draft_builder.hpp"
#include "read/item_text.hpp"
#include "read/markdown_document.hpp"

namespace prereq {

inline constexpr std::size_t longest_description = 400;  // in characters

// "Requires: A, B" as an item, or "Requires:" over a list of its own.
std::optional<ItemDetail> detail_of_item(const MarkdownBlock& item);

// Whether there is a list with something to learn in it.
bool holds_list(const MarkdownBlock& item);

// Whether everything listed below the item says where to learn it: links alone, or for whom they
// are.
bool lists_only_resources(const MarkdownBlock& block);

// Whether the item, or one below it, says what it requires.
bool states_requirement(const MarkdownBlock& block, const ItemText& item);

// Tells of links in a paragraph that is not taken over, unless they lead to parts of the page.
void leave_out_links(const MarkdownBlock& paragraph, DraftBuilder& draft);

// Gives a topic that was just added, or a goal, what its item says.
void fill_topic(TopicIndex topic, const MarkdownBlock& block, const ItemText& item,
                DraftBuilder& draft);
void fill_goal(GoalIndex goal, const MarkdownBlock& block, const ItemText& item,
               DraftBuilder& draft);

}  // namespace prereq
