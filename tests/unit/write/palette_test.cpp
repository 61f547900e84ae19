#include "write/palette.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace prereq {
namespace {

using Vector = std::array<double, 3>;
using Matrix = std::array<Vector, 3>;

// Colour vision as modelled by Machado, Oliveira and Fernandes (2009), severity 1, in linear RGB.
constexpr Matrix normal = {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
constexpr Matrix protanopia = {{{0.152286, 1.052583, -0.204868},
                                {0.114503, 0.786281, 0.099216},
                                {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix deuteranopia = {{{0.367322, 0.860646, -0.227968},
                                  {0.280085, 0.672501, 0.047413},
                                  {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix tritanopia = {{{1.255528, -0.076749, -0.178779},
                                {-0.078411, 0.930809, 0.147602},
                                {0.004733, 0.691367, 0.303900}}};

double linear(std::uint8_t channel) {
  const double c = channel / 255.0;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

Vector times(const Matrix& matrix, const Vector& v) {
  Vector result{};
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t j = 0; j < 3; ++j) result[i] += matrix[i][j] * v[j];
  }
  return result;
}

// CIE L*a*b*, white point D65.
Vector lab(Colour colour, const Matrix& vision) {
  Vector rgb = times(vision, {linear(colour.red), linear(colour.green), linear(colour.blue)});
  for (double& channel : rgb) channel = std::clamp(channel, 0.0, 1.0);
  constexpr Matrix to_xyz = {
      {{0.4124, 0.3576, 0.1805}, {0.2126, 0.7152, 0.0722}, {0.0193, 0.1192, 0.9505}}};
  Vector xyz = times(to_xyz, rgb);
  const Vector white = {0.95047, 1, 1.08883};
  for (std::size_t i = 0; i < 3; ++i) {
    const double t = xyz[i] / white[i];
    xyz[i] = t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116;
  }
  return {116 * xyz[1] - 16, 500 * (xyz[0] - xyz[1]), 200 * (xyz[1] - xyz[2])};
}

double difference(Colour a, Colour b, const Matrix& vision) {
  const Vector x = lab(a, vision);
  const Vector y = lab(b, vision);
  return std::hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

TEST(Palette, HasBandsThatAnyColourVisionTellsApart) {
  for (const ThemeColours* theme : {&light_colours(), &dark_colours()}) {
    for (const Matrix* vision : {&normal, &protanopia, &deuteranopia, &tritanopia}) {
      for (std::size_t i = 0; i < palette_size; ++i) {
        for (std::size_t j = 0; j < i; ++j) {
          // 2.3 is just noticeable side by side.
          EXPECT_GE(difference(theme->sections[i].band, theme->sections[j].band, *vision), 10)
              << hex(theme->sections[i].band) << " and " << hex(theme->sections[j].band);
        }
      }
    }
  }
}

TEST(Palette, WritesColoursAsSixHexDigits) { EXPECT_EQ(hex({0, 0x72, 0xB2}), "#0072b2"); }

}  // namespace
}  // namespace prereq
