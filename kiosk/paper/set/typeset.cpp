// Where lines break, hang and are filled.
#include "paper/set/typeset.hpp"

#include <algorithm>
#include <cmath>

#include "base/text/line_break.hpp"
#include "base/text/text.hpp"

namespace mingting {
namespace {

constexpr std::u32string_view kOpening = U"（《〈「『【〔〖“‘";
constexpr std::u32string_view kClosing = U"。，、；：）》〉」』】〕〗”’！？";
/// Filling a line may add this much of an em after each character, no more.
constexpr double kMostStretch = 0.09;

double advance(PaperFaces::Impl& faces, char32_t c, Weight weight) {
  const PaperGlyph* glyph = faces.find(weight, c);
  return glyph == nullptr ? 0.0 : static_cast<double>(glyph->advance) / kUnitsPerEm;
}

/// The blank half of a full-width mark, in ems; nothing for marks that fill their square.
double hanging_before(PaperFaces::Impl& faces, char32_t c, Weight weight) {
  if (kOpening.find(c) == std::u32string_view::npos) return 0;
  const PaperGlyph* glyph = faces.find(weight, c);
  return glyph != nullptr && glyph->advance == kUnitsPerEm && glyph->x_min > kUnitsPerEm * 45 / 100 ? 0.45 : 0;
}
double hanging_after(PaperFaces::Impl& faces, char32_t c, Weight weight) {
  if (kClosing.find(c) == std::u32string_view::npos) return 0;
  const PaperGlyph* glyph = faces.find(weight, c);
  return glyph != nullptr && glyph->advance == kUnitsPerEm && glyph->x_max < kUnitsPerEm * 55 / 100 ? 0.45 : 0;
}

/// What a line of these characters takes up, in ems.
double line_ems(PaperFaces::Impl& faces, std::u32string_view text, Weight weight) {
  while (!text.empty() && text.back() == U' ') text.remove_suffix(1);
  double ems = 0;
  for (const char32_t c : text) ems += advance(faces, c, weight);
  if (text.empty()) return ems;
  if (text.size() > 1) ems -= hanging_after(faces, text.back(), weight);
  return ems - hanging_before(faces, text.front(), weight);
}

bool is_chinese(std::u32string_view text) {
  const auto han = std::count_if(text.begin(), text.end(), [](char32_t c) { return is_han(c); });
  return 2 * han >= static_cast<std::ptrdiff_t>(text.size());
}

/// The text cut where it may break; the flag says that it must.
struct Piece {
  std::u32string text;
  bool ends_line = false;
};

/// "20 " stays with what it counts: 20 个, 21 December.
bool is_number(std::u32string_view text) {
  return text.size() > 1 && text.back() == U' ' &&
         std::all_of(text.begin(), text.end() - 1, [](char32_t c) { return c >= U'0' && c <= U'9'; });
}

std::vector<Piece> pieces_of(std::u32string_view text) {
  const std::string utf8 = to_utf8(text);
  std::vector<Piece> pieces;
  std::size_t start = 0;
  for (const BreakPoint& point : line_breaks(utf8)) {
    Piece piece{to_code_points(std::string_view(utf8).substr(start, point.offset - start)), point.mandatory};
    start = point.offset;
    while (!piece.text.empty() && piece.text.back() == U'\n') piece.text.pop_back();
    if (!pieces.empty() && !pieces.back().ends_line && is_number(pieces.back().text)) {
      pieces.back().text += piece.text;
      pieces.back().ends_line = piece.ends_line;
    } else {
      pieces.push_back(std::move(piece));
    }
  }
  return pieces;
}

/// From this size on, lines begin at the ink and not at the letter's own margin.
constexpr double kLarge = 16;

class LineFiller {
 public:
  /// Lines break at `measure` and are filled up to `full`, which may be a little more.
  LineFiller(PaperFaces::Impl& faces, const TypeStyle& style, double measure, double full)
      : faces_(faces), style_(style), measure_(measure), full_(full) {}

  void add(const Piece& piece) {
    if (!fits(current_ + piece.text) && !current_.empty()) finish(false);
    if (fits(current_ + piece.text)) {
      current_ += piece.text;
    } else {
      for (const char32_t c : piece.text) add_character(c);
    }
    if (piece.ends_line) finish(true);
  }

  std::vector<Line> lines() && {
    if (!current_.empty() || lines_.empty()) finish(true);
    return std::move(lines_);
  }

 private:
  bool fits(std::u32string_view text) const {
    return line_ems(faces_, text, style_.weight) * style_.size <= measure_ + 0.01;
  }
  /// Inside a word too long for a line; a mark that may not begin a line takes the character before it along.
  void add_character(char32_t c) {
    if (!current_.empty() && !fits(current_ + c)) {
      std::u32string carried(1, c);
      while (current_.size() > 1 && (is_mark(kClosing, carried.front()) || is_mark(kOpening, current_.back()))) {
        carried.insert(carried.begin(), current_.back());
        current_.pop_back();
      }
      finish(false);
      current_ = carried;
      return;
    }
    current_.push_back(c);
  }
  static bool is_mark(std::u32string_view marks, char32_t c) { return marks.find(c) != std::u32string_view::npos; }
  void finish(bool last) {
    while (!current_.empty() && current_.back() == U' ') current_.pop_back();
    Line line;
    line.width = line_ems(faces_, current_, style_.weight) * style_.size;
    if (!current_.empty()) line.indent = -bearing(current_.front()) * style_.size;
    std::replace(current_.begin(), current_.end(), char32_t{0x00A0}, U' ');
    if (!last) line.spacing = stretch(line.width);
    line.text = std::move(current_);
    current_.clear();
    lines_.push_back(std::move(line));
  }
  double bearing(char32_t c) const {
    const double hanging = hanging_before(faces_, c, style_.weight);
    if (hanging > 0 || style_.size < kLarge) return hanging;
    const PaperGlyph* glyph = faces_.find(style_.weight, c);
    return glyph == nullptr ? 0 : std::max(0.0, static_cast<double>(glyph->x_min) / kUnitsPerEm);
  }
  /// Latin text keeps its own rhythm; Chinese is filled when little is wanting.
  double stretch(double width) const {
    if (current_.size() < 2 || !is_chinese(current_)) return 0;
    const double space = (full_ - width) / static_cast<double>(current_.size() - 1);
    return space > 0 && space <= kMostStretch * style_.size ? space : 0;
  }

  PaperFaces::Impl& faces_;
  const TypeStyle& style_;
  double measure_, full_;
  std::u32string current_;
  std::vector<Line> lines_;
};

}  // namespace

double text_width(PaperFaces::Impl& faces, std::u32string_view text, Weight weight, double size) {
  double ems = 0;
  for (const char32_t c : text) ems += advance(faces, c, weight);
  return ems * size;
}

std::vector<Line> set_lines(const PaperFaces& faces, std::string_view text, const TypeStyle& style, double measure) {
  const std::u32string clean = printable(faces, text);
  const std::vector<Piece> pieces = pieces_of(clean);
  const auto set = [&](double narrower) {
    LineFiller filler(faces.impl(), style, measure - narrower, measure);
    for (const Piece& piece : pieces) filler.add(piece);
    return std::move(filler).lines();
  };
  std::vector<Line> lines = set(0);
  // A last line of a character or two, or of one short word, looks lost: break a little earlier if that costs no line.
  const double least = is_chinese(clean) ? 2.2 * style.size : 0.2 * measure;
  const double step = is_chinese(clean) ? style.size : 0.04 * measure;
  for (int i = 1; lines.size() > 1 && lines.back().width < least && i <= (is_chinese(clean) ? 2 : 6); ++i) {
    auto earlier = set(i * step);
    if (earlier.size() == lines.size() && earlier.back().width >= least) lines = std::move(earlier);
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
