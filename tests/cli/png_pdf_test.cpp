// PNG and PDF of bundled roadmaps, as cairo and poppler read them.
#include <cairo.h>
#include <fcntl.h>
#include <gmock/gmock.h>
#include <stdlib.h>  // NOLINT(modernize-deprecated-headers): posix_openpt
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <memory>
#include <regex>
#include <set>
#include <thread>

#include "cli/cli_test.hpp"
#include "prereq/read.hpp"

namespace prereq {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::Outcome;
using testing::read_text;
using ::testing::StartsWith;
using testing::TemporaryFolder;

const std::string turbo = PREREQ_SOURCE_DIR "/graphs/turbo.yaml";
const std::string self_study = PREREQ_SOURCE_DIR "/graphs/self-study.yaml";

Outcome render(std::vector<std::string> arguments, const testing::RunOptions& options = {}) {
  arguments.insert(arguments.begin(), "render");
  return testing::prereq(std::move(arguments), options);
}

// A picture that has been decoded.
class Pixels {
 public:
  explicit Pixels(const std::string& file)
      : surface_(cairo_image_surface_create_from_png(file.c_str()), &cairo_surface_destroy) {
    EXPECT_EQ(cairo_surface_status(surface_.get()), CAIRO_STATUS_SUCCESS) << file;
  }
  int width() const { return cairo_image_surface_get_width(surface_.get()); }
  int height() const { return cairo_image_surface_get_height(surface_.get()); }
  // As 0xRRGGBB.
  std::uint32_t at(int x, int y) const {
    const unsigned char* const row =
        cairo_image_surface_get_data(surface_.get()) +
        static_cast<std::ptrdiff_t>(y) * cairo_image_surface_get_stride(surface_.get());
    std::uint32_t pixel = 0;
    std::copy_n(row + std::ptrdiff_t{4} * x, 4, reinterpret_cast<unsigned char*>(&pixel));
    return pixel & 0xFFFFFFU;
  }
  std::set<std::uint32_t> colours() const {
    std::set<std::uint32_t> found;
    for (int y = 0; y < height(); ++y) {
      for (int x = 0; x < width(); ++x) found.insert(at(x, y));
    }
    return found;
  }

 private:
  std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface_;
};

std::string without_spaces(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\f'; });
  return text;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

TEST(Png, HasThePixelsOfItsScale) {
  const TemporaryFolder folder;
  const std::string name = (folder.path() / "a.png").string();
  const std::string svg = render({turbo}).out;
  std::smatch size;
  ASSERT_TRUE(std::regex_search(svg, size, std::regex("width=\"(\\d+)\" height=\"(\\d+)\"")));
  for (const auto& [scale, times] :
       std::vector<std::pair<std::string, double>>{{"1", 1}, {"2", 2}, {"0.5", 0.5}}) {
    const Outcome run = render({turbo, "--scale", scale, "-o", name});
    EXPECT_EQ(run.status, 0);
    EXPECT_EQ(run.err, "");
    const Pixels picture(name);
    EXPECT_EQ(picture.width(), static_cast<int>(std::ceil(std::stoi(size[1]) * times)));
    EXPECT_EQ(picture.height(), static_cast<int>(std::ceil(std::stoi(size[2]) * times)));
    EXPECT_GT(picture.colours().size(), 100U) << "nothing is drawn";
  }
  render({turbo, "-o", name});
  EXPECT_EQ(Pixels(name).width(), std::stoi(size[1]));
}

TEST(Png, IsLightUnlessToldToBeDark) {
  const TemporaryFolder folder;
  const std::string name = (folder.path() / "a.png").string();
  const auto paper = [&](const std::vector<std::string>& theme) {
    std::vector<std::string> arguments = {turbo, "-o", name};
    arguments.insert(arguments.end(), theme.begin(), theme.end());
    EXPECT_EQ(render(arguments).status, 0);
    const Pixels picture(name);
    return std::vector{picture.at(1, 1), picture.at(picture.width() - 2, picture.height() - 2)};
  };
  EXPECT_THAT(paper({}), ElementsAre(0xFFFFFF, 0xFFFFFF));
  EXPECT_THAT(paper({"--theme", "light"}), ElementsAre(0xFFFFFF, 0xFFFFFF));
  EXPECT_THAT(paper({"--theme", "dark"}), ElementsAre(0x0D1117, 0x0D1117));
}

TEST(Png, OfGraphvizsOwnSvgIsDrawnToo) {
  const TemporaryFolder folder;
  const std::string name = (folder.path() / "a.png").string();
  EXPECT_EQ(render({turbo, "--renderer", "graphviz", "-o", name}).status, 0);
  EXPECT_GT(Pixels(name).colours().size(), 50U);
}

TEST(Png, GoesThroughAPipeButNotToATerminal) {
  const Outcome run = render({turbo, "--format", "png"});
  EXPECT_EQ(run.status, 0);
  const TemporaryFolder folder;
  render({turbo, "-o", (folder.path() / "turbo.png").string()});
  EXPECT_TRUE(run.out == read_text(folder.path() / "turbo.png"));

  const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY);
  ASSERT_GE(terminal, 0);
  ASSERT_EQ(::grantpt(terminal), 0);
  ASSERT_EQ(::unlockpt(terminal), 0);
  for (const std::string format : {"png", "pdf"}) {
    const Outcome shown = render({turbo, "--format", format}, {.output = ::ptsname(terminal)});
    EXPECT_EQ(shown.status, 2);
    EXPECT_THAT(shown.err,
                HasSubstr("a terminal cannot show PNG and PDF: say where they go, with -o\n"));
  }
  ::close(terminal);
}

TEST(Png, ThatWouldBeTooLargeIsRefused) {
  const TemporaryFolder folder;
  const std::string name = (folder.path() / "a.png").string();
  const Outcome run = render({turbo, "--scale", "16", "-o", name});
  EXPECT_EQ(run.status, 2);
  EXPECT_THAT(run.err, StartsWith("prereq: cannot draw '" + name + "': it would have "));
  EXPECT_THAT(run.err, HasSubstr(" pixels, and may have 32767 on a side and 100000000 in all: give "
                                 "a smaller scale, or draw less\n"));
  EXPECT_THAT(folder.names(), IsEmpty());
}

TEST(Png, ScaleIsANumberAndNeedsAPng) {
  for (const std::string scale : {"0", "0.05", "17", "-1", "2x", "", "nan", "inf"}) {
    const Outcome run = render({turbo, "--format", "png", "--scale", scale});
    EXPECT_EQ(run.status, 2) << scale;
    EXPECT_THAT(run.err, HasSubstr("--scale: '" + scale + "' is not a number from 0.1 to 16\n"));
  }
  const Outcome run = render({turbo, "--scale", "2"});
  EXPECT_EQ(run.status, 2);
  EXPECT_THAT(run.err, HasSubstr("--scale is of a PNG: -o NAME.png\n"));
}

TEST(Pdf, KeepsEveryTitleAsText) {
  const TemporaryFolder folder;
  for (const std::string& file : {turbo, self_study}) {
    const std::string name = (folder.path() / "a.pdf").string();
    ASSERT_EQ(render({file, "-o", name}).status, 0);
    // In the order in which the texts were drawn, a title's lines after one another.
    const Outcome text = testing::run_program({"pdftotext", "-raw", name, "-"});
    ASSERT_EQ(text.status, 0) << text.err;
    const std::string letters = without_spaces(text.out);
    Sources sources;
    Diagnostics diagnostics;
    const Roadmap roadmap = read_roadmap(sources, sources.add(file, read_text(file)), diagnostics);
    EXPECT_THAT(letters, HasSubstr(without_spaces(std::string(roadmap.title()))));
    for (const Topic& topic : roadmap.topics()) {
      EXPECT_THAT(letters, HasSubstr(without_spaces(std::string(topic.title)))) << file;
    }
    const Outcome info = testing::run_program({"pdfinfo", name});
    EXPECT_THAT(info.out, HasSubstr(std::string(roadmap.title())));
    EXPECT_THAT(info.out, HasSubstr("Pages:           1\n"));
  }
}

TEST(Pdf, KeepsTheLinks) {
  const TemporaryFolder folder;
  const std::string name = (folder.path() / "a.pdf").string();
  ASSERT_EQ(render({turbo, "--detail", "resources", "-o", name}).status, 0);
  const Outcome links = testing::run_program({"pdfinfo", "-url", name});
  ASSERT_EQ(links.status, 0) << links.err;
  const std::string svg = render({turbo, "--detail", "resources"}).out;
  const std::regex anchor("<a href=\"([^\"]*)\"");
  std::size_t found = 0;
  for (std::sregex_iterator at(svg.begin(), svg.end(), anchor), end; at != end; ++at, ++found) {
    const std::string url = std::regex_replace((*at)[1].str(), std::regex("&amp;"), "&");
    EXPECT_THAT(links.out, HasSubstr(" " + url + "\n"));
  }
  EXPECT_GT(found, 50U);
  EXPECT_GE(count(links.out, "Annotation"), found);
}

TEST(Pdf, IsTheSameWheneverItIsWritten) {
  const std::string first = render({turbo, "--format", "pdf"}).out;
  std::this_thread::sleep_for(std::chrono::milliseconds(1100));
  EXPECT_TRUE(render({turbo, "--format", "pdf"}).out == first);
  EXPECT_THAT(first, StartsWith("%PDF-1."));
  EXPECT_THAT(first, Not(HasSubstr("CreationDate")));
}

TEST(Pdf, OfAPictureLargerThanAPageCanBeIsSmaller) {
  const TemporaryFolder folder;
  std::string chain = "topics:\n  t0: {}\n";
  for (int i = 1; i < 400; ++i) {
    chain += "  t" + std::to_string(i) + ": {requires: [t" + std::to_string(i - 1) + "]}\n";
  }
  const std::string name = (folder.path() / "a.pdf").string();
  ASSERT_EQ(render({folder.file("a.yaml", chain), "-o", name}).status, 0);
  const Outcome info = testing::run_program({"pdfinfo", name});
  EXPECT_THAT(info.out, HasSubstr(" x 14400 pts\n"));
}

TEST(PngAndPdf, InAPageAreFreshUntilTheyShowSomethingElse) {
  const TemporaryFolder folder;
  folder.file("small.yaml", testing::small_roadmap);
  const auto marker = [](const std::string& options) {
    return "<!-- prereq render small.yaml " + options + " -o a.png -o a.pdf -->\n" +
           "<!-- /prereq -->\n";
  };
  const auto embed = [&](const std::vector<std::string>& words) {
    std::vector<std::string> arguments = {"embed", "a.md"};
    arguments.insert(arguments.end(), words.begin(), words.end());
    return testing::prereq(arguments, {.folder = folder.path()});
  };
  folder.file("a.md", marker(""));
  EXPECT_EQ(embed({}).out, "a.md: written\na.png: written\na.pdf: written\n");
  EXPECT_THAT(read_text(folder.path() / "a.md"),
              HasSubstr("[![Small: 3 topics, 90 hours](a.png)](a.png)\n"));
  EXPECT_EQ(embed({"--check"}).out, "nothing is stale\n");

  // Cut short, they still begin as the pictures of this roadmap.
  const std::string png = read_text(folder.path() / "a.png");
  const std::string pdf = read_text(folder.path() / "a.pdf");
  folder.file("a.png", png.substr(0, png.size() - 20));
  folder.file("a.pdf", pdf.substr(0, pdf.size() / 2));
  EXPECT_EQ(embed({"--check"}).out,
            "a.png: stale: was changed after prereq wrote it\n"
            "a.pdf: stale: was changed after prereq wrote it\n");
  EXPECT_EQ(embed({}).out, "a.png: written\na.pdf: written\n");
  EXPECT_EQ(read_text(folder.path() / "a.png"), png);
  EXPECT_EQ(read_text(folder.path() / "a.pdf"), pdf);
  std::string other = png;
  other[png.size() / 2] ^= 1;
  folder.file("a.png", other);
  folder.file("a.pdf", "");
  EXPECT_EQ(embed({"--check"}).out,
            "a.png: stale: was changed after prereq wrote it\na.pdf: stale: is empty\n");
  EXPECT_EQ(embed({}).status, 0);

  std::string page = read_text(folder.path() / "a.md");
  page.replace(page.find("small.yaml"), 10, "small.yaml --scale 2");
  folder.file("a.md", page);
  EXPECT_EQ(embed({"--check"}).out, "a.png: stale: shows something else\n");
  EXPECT_EQ(embed({}).out, "a.png: written\n");

  std::string roadmap(testing::small_roadmap);
  roadmap.replace(roadmap.find("hours: 40"), 9, "hours: 41");
  folder.file("small.yaml", roadmap);
  EXPECT_EQ(embed({}).out, "a.md: written\na.png: written\na.pdf: written\n");
}

TEST(PngAndPdf, ThatCannotBeWrittenLeaveWhatIsThere) {
  const TemporaryFolder folder;
  folder.file("a.pdf", "old");
  const Outcome run = render({turbo, "-o", (folder.path() / "a.pdf").string(), "-o",
                              (folder.path() / "none" / "a.png").string()});
  EXPECT_EQ(run.status, 2);
  EXPECT_THAT(run.err, HasSubstr("cannot write '"));
  EXPECT_EQ(read_text(folder.path() / "a.pdf"), "old");
  EXPECT_THAT(folder.names(), ElementsAre("a.pdf"));
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
// From too little to load librsvg to enough for all that it does.
TEST(PngAndPdf, WithoutEnoughMemorySaysSoInOneLine) {
  const TemporaryFolder folder;
  folder.file("small.yaml", testing::small_roadmap);
  int short_ones = 0;
  for (int kib = 60'000; kib <= 180'000; kib += 20'000) {
    const std::string picture = std::to_string(kib) + ".png";
    const Outcome run =
        testing::run_program({"bash", "-c",
                              "ulimit -v " + std::to_string(kib) +
                                  "; " PREREQ_PROGRAM " render small.yaml -o " + picture},
                             {.folder = folder.path()});
    if (run.status == 0) continue;
    ++short_ones;
    EXPECT_EQ(run.status, 2) << kib << run.err;
    EXPECT_THAT(run.err, HasSubstr("memory")) << kib;
    EXPECT_THAT(run.err, Not(HasSubstr("not installed"))) << kib;
    EXPECT_FALSE(std::filesystem::exists(folder.path() / picture)) << kib;
  }
  EXPECT_GT(short_ones, 0);
}
#endif

TEST(PngAndPdf, TakeTitlesOfNoncharacters) {
  const TemporaryFolder folder;
  folder.file("odd.json", R"({"title": "\ufdd0a\uffff", "topics": {"a": {"title": "\ufdd0"}}})");
  const Outcome run = testing::prereq({"render", "odd.json", "-o", "a.pdf", "-o", "a.png"},
                                      {.folder = folder.path()});
  EXPECT_EQ(run.status, 0) << run.err;
}

}  // namespace
}  // namespace prereq
