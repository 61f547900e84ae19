// Coordinates as bytes, for the way from one process to another on the same machine.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "arrange/coordinates.hpp"
#include "arrange/plan.hpp"

namespace prereq {

std::string to_bytes(const Coordinates& coordinates);

// Nothing unless the bytes are coordinates of that plan: of everything that stands in it and of
// nothing else, every number finite and no further off than any picture reaches, every curve whole.
std::optional<Coordinates> coordinates_from_bytes(std::string_view bytes, const View& view,
                                                  const ArrangementPlan& plan);

}  // namespace prereq
