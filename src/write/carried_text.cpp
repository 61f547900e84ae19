#include "write/carried_text.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace prereq {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view png_signature = "\x89PNG\r\n\x1A\n";
constexpr std::string_view keyword = "prereq-source\0"sv;  // of the chunk, with its end
constexpr std::string_view pdf_comment = "%prereq-source ";

// Of a chunk, apart from its data: the length, the type, and the checksum.
constexpr std::size_t chunk_frame = 12;

std::uint32_t crc32(std::string_view bytes) {
  std::uint32_t crc = UINT32_MAX;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
  }
  return ~crc;
}

std::string big_endian(std::uint32_t value) {
  std::string bytes;
  for (const unsigned shift : {24U, 16U, 8U, 0U}) {
    bytes += static_cast<char>(static_cast<unsigned char>(value >> shift));
  }
  return bytes;
}

// Requires: four bytes.
std::uint32_t from_big_endian(std::string_view bytes) {
  std::uint32_t value = 0;
  for (const char c : bytes) value = value << 8U | static_cast<unsigned char>(c);
  return value;
}

std::string_view text_in_png(std::string_view png) {
  png.remove_prefix(png_signature.size());
  while (png.size() >= chunk_frame) {
    const std::uint32_t length = from_big_endian(png.substr(0, 4));
    if (length > png.size() - chunk_frame) return {};
    const std::string_view data = png.substr(8, length);
    if (png.substr(4, 4) == "tEXt" && data.starts_with(keyword)) {
      return data.substr(keyword.size());
    }
    png.remove_prefix(length + chunk_frame);
  }
  return {};
}

std::string_view text_in_pdf(std::string_view pdf) {
  if (pdf.ends_with('\n')) pdf.remove_suffix(1);
  const std::string_view last = pdf.substr(pdf.rfind('\n') + 1);
  return last.starts_with(pdf_comment) ? last.substr(pdf_comment.size()) : std::string_view();
}

}  // namespace

std::string png_with_text(std::string_view png, std::string_view text) {
  std::string typed("tEXt");
  typed.append(keyword).append(text);
  // Behind the first chunk, which has to be the header.
  const std::size_t header = png_signature.size();
  const std::size_t place = header + chunk_frame + from_big_endian(png.substr(header, 4));
  std::string with_text(png.substr(0, place));
  with_text += big_endian(static_cast<std::uint32_t>(typed.size() - 4));
  with_text.append(typed).append(big_endian(crc32(typed))).append(png.substr(place));
  return with_text;
}

std::string pdf_with_text(std::string_view pdf, std::string_view text) {
  std::string with_text(pdf);
  if (!with_text.ends_with('\n')) with_text += '\n';
  return with_text.append(pdf_comment).append(text).append("\n");
}

std::string_view carried_text(std::string_view picture) {
  if (picture.starts_with(png_signature)) return text_in_png(picture);
  return picture.starts_with("%PDF-") ? text_in_pdf(picture) : std::string_view();
}

}  // namespace prereq
