// How each kind of text in a drawing is set: what arrange measures is what the writers write.
#pragma once

#include "base/text_metrics.hpp"
#include "prereq/drawing.hpp"

namespace prereq {

constexpr TextStyle text_style(TextRole role) {
  switch (role) {
    case TextRole::heading: return {19, true};
    case TextRole::subheading: return {14, false};
    case TextRole::problem:
    case TextRole::link: return {13, false};
    case TextRole::section_title: return {13.5, true};
    case TextRole::section_detail: return {11.5, false};
    case TextRole::card_title: return {14, false};
    case TextRole::card_number: return {13, true};
    case TextRole::pennant: return {13, false};
    case TextRole::resource: return {12, false};
    case TextRole::mark: return {11, true};
    case TextRole::card_detail:
    case TextRole::junction: return {11, false};
    case TextRole::legend: return {12, false};
  }
  return {};
}

}  // namespace prereq
