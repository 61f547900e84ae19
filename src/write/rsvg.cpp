#include "write/rsvg.hpp"

#include <cairo-pdf.h>
#include <cairo.h>
#include <dlfcn.h>
#include <fmt/format.h>
#include <librsvg/rsvg.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <new>

#include "base/xml.hpp"
#include "prereq/png_pdf.hpp"

namespace prereq {
namespace {

constexpr const char* library_name = "librsvg-2.so.2";

constexpr double points_per_px = 72.0 / 96.0;
// A longer side is not allowed in a PDF.
constexpr double most_points = 14'400;

// The functions that are used, by the names they have in the library. Those of cairo and GLib come
// with it. Loaded once, and kept: librsvg's own libraries cannot be unloaded.
class Rsvg {
 public:
  // Null if it cannot be loaded.
  static const Rsvg* get() { return library().complete_ ? &library() : nullptr; }

  // Why it cannot; empty if it can.
  static const std::string& complaint() { return library().complaint_; }

  decltype(&::rsvg_handle_new_from_data) handle_new = nullptr;
  decltype(&::rsvg_handle_set_dpi) handle_set_dpi = nullptr;
  decltype(&::rsvg_handle_get_intrinsic_size_in_pixels) handle_size = nullptr;
  decltype(&::rsvg_handle_get_intrinsic_dimensions) handle_dimensions = nullptr;
  decltype(&::rsvg_handle_render_document) handle_render = nullptr;
  decltype(&::g_object_unref) object_unref = nullptr;
  decltype(&::g_error_free) error_free = nullptr;
  decltype(&::cairo_image_surface_create) image_create = nullptr;
  decltype(&::cairo_pdf_surface_create_for_stream) pdf_create = nullptr;
  decltype(&::cairo_pdf_surface_set_metadata) pdf_set_metadata = nullptr;
  decltype(&::cairo_surface_write_to_png_stream) surface_write_png = nullptr;
  decltype(&::cairo_surface_finish) surface_finish = nullptr;
  decltype(&::cairo_surface_status) surface_status = nullptr;
  decltype(&::cairo_surface_destroy) surface_destroy = nullptr;
  decltype(&::cairo_create) context_create = nullptr;
  decltype(&::cairo_destroy) context_destroy = nullptr;
  decltype(&::cairo_set_source_rgb) set_source_rgb = nullptr;
  decltype(&::cairo_paint) paint = nullptr;
  decltype(&::cairo_status_to_string) status_to_string = nullptr;

 private:
  static const Rsvg& library() {
    static const Rsvg loaded;
    return loaded;
  }

  Rsvg() : library_(::dlopen(library_name, RTLD_LAZY | RTLD_LOCAL)) {
    const char* const error = library_ == nullptr ? ::dlerror() : nullptr;
    complete_ = library_ != nullptr && find("rsvg_handle_new_from_data", handle_new) &&
                find("rsvg_handle_set_dpi", handle_set_dpi) &&
                find("rsvg_handle_get_intrinsic_size_in_pixels", handle_size) &&
                find("rsvg_handle_get_intrinsic_dimensions", handle_dimensions) &&
                find("rsvg_handle_render_document", handle_render) &&
                find("g_object_unref", object_unref) && find("g_error_free", error_free) &&
                find("cairo_image_surface_create", image_create) &&
                find("cairo_pdf_surface_create_for_stream", pdf_create) &&
                find("cairo_pdf_surface_set_metadata", pdf_set_metadata) &&
                find("cairo_surface_write_to_png_stream", surface_write_png) &&
                find("cairo_surface_finish", surface_finish) &&
                find("cairo_surface_status", surface_status) &&
                find("cairo_surface_destroy", surface_destroy) &&
                find("cairo_create", context_create) && find("cairo_destroy", context_destroy) &&
                find("cairo_set_source_rgb", set_source_rgb) && find("cairo_paint", paint) &&
                find("cairo_status_to_string", status_to_string);
    if (!complete_) complaint_ = complaint_about(error == nullptr ? "" : error);
  }

  // The loader has no numbers for its errors. One of its own libraries may be what is missing.
  static std::string complaint_about(std::string_view error) {
    const auto says = [error](std::string_view words) {
      return error.find(words) != std::string_view::npos;
    };
    if (says("allocate memory") || says("failed to map segment") || says("out of memory")) {
      return fmt::format("{} cannot be loaded: too little memory", library_name);
    }
    const bool is_missing = error.starts_with(library_name) && says("No such file");
    if (is_missing) return fmt::format("{} is not installed", library_name);
    return fmt::format("{} cannot be loaded{}{}", library_name,
                       error.empty() ? ": it is too old" : ": ", error);
  }

  template <typename Function>
  bool find(const char* name, Function& function) {
    function = reinterpret_cast<Function>(::dlsym(library_, name));
    return function != nullptr;
  }

  void* library_;
  bool complete_ = false;
  std::string complaint_;
};

using Handle = std::unique_ptr<RsvgHandle, decltype(&::g_object_unref)>;
using Surface = std::unique_ptr<cairo_surface_t, decltype(&::cairo_surface_destroy)>;
using Context = std::unique_ptr<cairo_t, decltype(&::cairo_destroy)>;

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int length) {
  try {
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
  } catch (const std::bad_alloc&) {
    return CAIRO_STATUS_NO_MEMORY;  // exceptions do not pass through C
  }
}

// An SVG that librsvg has read, and what becomes of it.
class Rendering {
 public:
  Rendering(const Rsvg& rsvg, Paper paper, std::string& wrong)
      : rsvg_(rsvg), paper_(paper), wrong_(wrong), svg_(nullptr, rsvg.object_unref) {}

  bool read(std::string_view svg) {
    GError* error = nullptr;
    svg_.reset(rsvg_.handle_new(reinterpret_cast<const guint8*>(svg.data()), svg.size(), &error));
    if (svg_ == nullptr) return fail(error);
    rsvg_.handle_set_dpi(svg_.get(), 96);
    if (find_size()) return true;
    wrong_ = "the SVG does not say how large it is";
    return false;
  }

  std::optional<std::string> png(double scale) {
    const double width = std::ceil(width_px_ * scale);
    const double height = std::ceil(height_px_ * scale);
    if (width > most_png_side_px || height > most_png_side_px || width * height > most_png_px) {
      wrong_ = fmt::format(
          "it would have {:.0f} x {:.0f} pixels, and may have {} on a side and {} in all: give a "
          "smaller scale, or draw less",
          width, height, most_png_side_px, most_png_px);
      return std::nullopt;
    }
    const auto format = paper_ == Paper::transparent ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24;
    const Surface surface(
        rsvg_.image_create(format, static_cast<int>(width), static_cast<int>(height)),
        rsvg_.surface_destroy);
    std::string bytes;
    if (!draw(surface.get(), width_px_ * scale, height_px_ * scale) ||
        !is_fine(rsvg_.surface_write_png(surface.get(), append, &bytes))) {
      return std::nullopt;
    }
    return bytes;
  }

  // cairo takes noncharacters for malformed UTF-8.
  std::optional<std::string> pdf(const std::string& written_title) {
    const std::string title = xml_characters(written_title);
    const double scale =
        std::min(points_per_px, most_points / std::max({width_px_, height_px_, 1.0}));
    std::string bytes;
    const Surface surface(rsvg_.pdf_create(append, &bytes, width_px_ * scale, height_px_ * scale),
                          rsvg_.surface_destroy);
    rsvg_.pdf_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, title.c_str());
    // Else it is the time of writing.
    rsvg_.pdf_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, nullptr);
    if (!draw(surface.get(), width_px_ * scale, height_px_ * scale)) return std::nullopt;
    rsvg_.surface_finish(surface.get());
    if (!is_fine(rsvg_.surface_status(surface.get()))) return std::nullopt;
    return bytes;
  }

 private:
  // In a page, our own SVG is as high as its width makes it: of that, librsvg knows no size.
  bool find_size() {
    if (rsvg_.handle_size(svg_.get(), &width_px_, &height_px_) != FALSE) return true;
    gboolean has_width = FALSE;
    gboolean has_height = FALSE;
    gboolean has_view_box = FALSE;
    RsvgLength width;
    RsvgLength height;
    RsvgRectangle view_box;
    rsvg_.handle_dimensions(svg_.get(), &has_width, &width, &has_height, &height, &has_view_box,
                            &view_box);
    if (has_view_box == FALSE) return false;
    width_px_ = view_box.width;
    height_px_ = view_box.height;
    return true;
  }

  bool draw(cairo_surface_t* surface, double width, double height) {
    if (!is_fine(rsvg_.surface_status(surface))) return false;
    const Context context(rsvg_.context_create(surface), rsvg_.context_destroy);
    if (paper_ != Paper::transparent) {
      rsvg_.set_source_rgb(context.get(), 1, 1, 1);
      rsvg_.paint(context.get());
    }
    const RsvgRectangle page{0, 0, width, height};
    GError* error = nullptr;
    return rsvg_.handle_render(svg_.get(), context.get(), &page, &error) != FALSE || fail(error);
  }

  bool fail(GError* error) {
    wrong_ = fmt::format("librsvg: {}", error == nullptr ? "failed" : error->message);
    if (error != nullptr) rsvg_.error_free(error);
    return false;
  }

  bool is_fine(cairo_status_t status) {
    if (status != CAIRO_STATUS_SUCCESS) wrong_ = rsvg_.status_to_string(status);
    return status == CAIRO_STATUS_SUCCESS;
  }

  const Rsvg& rsvg_;
  const Paper paper_;
  std::string& wrong_;
  Handle svg_;
  double width_px_ = 0;
  double height_px_ = 0;
};

}  // namespace

std::string rsvg_complaint() { return Rsvg::complaint(); }

std::optional<std::string> rsvg_png(std::string_view svg, double scale, Paper paper,
                                    std::string& wrong) {
  wrong = rsvg_complaint();
  if (!wrong.empty()) return std::nullopt;
  Rendering rendering(*Rsvg::get(), paper, wrong);
  return rendering.read(svg) ? rendering.png(scale) : std::nullopt;
}

std::optional<std::string> rsvg_pdf(std::string_view svg, const std::string& title, Paper paper,
                                    std::string& wrong) {
  wrong = rsvg_complaint();
  if (!wrong.empty()) return std::nullopt;
  Rendering rendering(*Rsvg::get(), paper, wrong);
  return rendering.read(svg) ? rendering.pdf(title) : std::nullopt;
}

}  // namespace prereq
