// What the typesetter needs to know of a face, and what it said as lines of a page.
#include "paper/set/typeset.hpp"

#include <algorithm>
#include <cmath>

#include "base/text/text.hpp"
#include "paper/face/formed.hpp"

namespace mingting {
namespace {

/// From this size on, lines begin at the ink and not at the letter's own margin.
constexpr double kLarge = 16;

float advance(PaperFaces::Impl& faces, char32_t c, Weight weight) {
  const PaperGlyph* glyph = faces.find(weight, c);
  return glyph == nullptr ? 0 : static_cast<float>(glyph->advance) / kUnitsPerEm;
}

std::vector<Sign> signs_of(PaperFaces::Impl& faces, std::string_view text, Weight weight) {
  std::vector<Sign> signs;
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = static_cast<std::uint32_t>(at);
    const char32_t c = next_code_point(text, at);
    signs.push_back({c, begin, c == U'\n' ? 0 : advance(faces, c, weight)});
  }
  return signs;
}

/// The signs of one line, each in its form; no-break spaces are spaces once lines are set.
std::u32string formed_text(std::span<const Sign> line) {
  std::u32string text;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char32_t c = line[i].c;
    const auto off = squeeze(i > 0 ? line[i - 1].c : 0, c, i + 1 < line.size() ? line[i + 1].c : 0, line[i].advance, {});
    text += formed(c == 0xA0 ? U' ' : c, off, line[i].advance);
  }
  return text;
}

double margin_of(PaperFaces::Impl& faces, const TypeStyle& style, std::u32string_view text) {
  if (text.empty() || style.size < kLarge) return 0;
  const PaperGlyph* glyph = faces.find(style.weight, text.front());
  return glyph == nullptr ? 0 : std::max(0.0, static_cast<double>(glyph->x_min) / kUnitsPerEm) * style.size;
}

}  // namespace

double text_width(PaperFaces::Impl& faces, std::u32string_view text, Weight weight, double size) {
  double ems = 0;
  for (const char32_t c : text) ems += static_cast<double>(advance(faces, c, weight));
  return ems * size;
}

std::vector<Line> set_lines(const PaperFaces& faces, std::string_view text, const TypeStyle& style, double measure, Fill fill,
                            std::span<const std::u32string> names) {
  const std::string clean = to_utf8(printable(faces, text));
  const auto signs = signs_of(faces.impl(), clean, style.weight);
  const Manner manner{.measure = static_cast<float>(measure / style.size), .fill = fill, .names = names};
  std::vector<Line> lines;
  for (const SetLine& set : set_in_lines(clean, signs, manner)) {
    auto end = set.to;
    while (end > set.from && is_blank(signs[end - 1].c)) --end;
    Line line{.text = formed_text(std::span(signs).subspan(set.from, end - set.from)),
              .width = static_cast<double>(set.width) * style.size,
              .spacing = static_cast<double>(set.stretch) * style.size};
    line.indent = -margin_of(faces.impl(), style, line.text);
    lines.push_back(std::move(line));
  }
  return lines;
}

double fitting_size(PaperFaces::Impl& faces, std::u32string_view text, Weight weight, double measure, double least,
                    double most) {
  const double ems = text_width(faces, text, weight, 1);
  if (ems <= 0) return most;
  return std::clamp(std::floor(measure / ems * 2) / 2, least, most);
}

}  // namespace mingting
