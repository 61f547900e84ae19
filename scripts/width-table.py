#!/usr/bin/env python3
"""Writes src/base/width_table.cpp from a regular and a bold font with Helvetica's widths.

Usage: width-table.py LiberationSans-Regular.ttf LiberationSans-Bold.ttf > src/base/width_table.cpp
Needs fontTools. Run by hand when the ranges below change; the build only reads the result.
"""
import sys
from fontTools.ttLib import TTFont

RANGES = [
    ("Latin", 0x0020, 0x017F),
    ("Greek, Cyrillic", 0x0370, 0x04FF),
    ("Latin Extended Additional (Vietnamese)", 0x1E80, 0x1EF9),
    ("General punctuation", 0x2010, 0x205E),
    ("Superscripts, currency", 0x2070, 0x20BF),
    ("Letter-like, fractions, arrows", 0x2100, 0x21FF),
    ("Mathematical operators", 0x2200, 0x226F),
]
UNITS = 2048


def widths(font, first, last):
    cmap, hmtx = font.getBestCmap(), font["hmtx"]
    scale = UNITS / font["head"].unitsPerEm
    return [round(hmtx[cmap[c]][0] * scale) if c in cmap else 0 for c in range(first, last + 1)]


def array(name, values):
    print(f"constexpr std::uint16_t {name}[] = {{")
    for start in range(0, len(values), 16):
        print("    " + " ".join(f"{v}," for v in values[start:start + 16]))
    print("};")


def main():
    regular, bold = TTFont(sys.argv[1]), TTFont(sys.argv[2])
    print("// Made by scripts/width-table.py: do not edit.")
    print("// clang-format off")
    print('#include "base/width_table.hpp"\n\n#include <array>\n\nnamespace prereq {\nnamespace {\n')
    rows = []
    for number, (title, first, last) in enumerate(RANGES):
        print(f"// {title}")
        array(f"regular_{number}", widths(regular, first, last))
        array(f"bold_{number}", widths(bold, first, last))
        rows.append(f"    {{0x{first:04X}, regular_{number}, bold_{number}}},")
    print(f"\nconstexpr std::array<WidthRange, {len(rows)}> ranges = {{{{")
    print("\n".join(rows))
    print("}};\n\n}  // namespace\n")
    print("std::span<const WidthRange> width_table() { return ranges; }\n\n}  // namespace prereq")


main()
