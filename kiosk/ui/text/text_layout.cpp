// Where lines break and how they are filled.
#include "ui/text/text_layout.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "base/text/line_break.hpp"
#include "base/text/text.hpp"

namespace mingting::ui {
namespace {

constexpr std::uint32_t kKeepFrames = 240;
constexpr std::size_t kKeepAlways = 1024;

bool is_alphanumeric(char32_t c) {
  return (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') ||
         (c >= 0xC0 && c < 0x250);
}

bool is_space(char32_t c) {
  return c == U' ' || c == U'\n' || c == 0x3000;
}

std::uint64_t mix(std::uint64_t seed, std::uint64_t value) {
  return (seed ^ value) * 0x9E3779B97F4A7C15ULL + (seed >> 29);
}

std::uint64_t key_of(const TextRequest& r) {
  std::uint64_t key = std::hash<std::string_view>{}(r.text);
  key = mix(key, static_cast<std::uint64_t>(r.setting.em) * 2 + (r.setting.bold ? 1 : 0));
  key = mix(key, static_cast<std::uint64_t>(std::min(r.width, kUnbounded) * 8));
  key = mix(key, static_cast<std::uint64_t>(r.setting.line * 8));
  key = mix(key, static_cast<std::uint64_t>(r.max_lines) * 4 + static_cast<std::uint64_t>(r.wrap));
  for (const auto& span : r.spans) {
    key = mix(key, (static_cast<std::uint64_t>(span.end) << 16) +
                       static_cast<std::uint64_t>(span.link + 1) * 8 + (span.struck ? 4U : 0U) +
                       (span.bold ? 2U : 0U) + (span.marked ? 1U : 0U));
  }
  return key;
}

/// Characters of a text in order, with the face each is set in.
class Reader {
 public:
  Reader(TextCache& cache, const TextRequest& request) : cache_(cache), request_(request) {}

  void seek(std::size_t at) {
    at_ = at;
    span_ = 0;
  }
  std::size_t at() const { return at_; }
  char32_t peek() const {
    std::size_t ahead = at_;
    return ahead < request_.text.size() ? next_code_point(request_.text, ahead) : 0;
  }
  /// Moves past one character and answers its advance.
  float next(char32_t& c) {
    while (span_ < request_.spans.size() && at_ >= request_.spans[span_].end) ++span_;
    const bool bold = request_.setting.bold || (span_ < request_.spans.size() && request_.spans[span_].bold);
    c = next_code_point(request_.text, at_);
    return c == U'\n' ? 0 : cache_.advance(c, peek(), bold, request_.setting.em);
  }

 private:
  TextCache& cache_;
  const TextRequest& request_;
  std::size_t at_ = 0, span_ = 0;
};

/// A figure stands with its unit: 2026年 is never torn into 2026 and 年.
bool torn_from_unit(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size() || text[at - 1] < '0' || text[at - 1] > '9') return false;
  return std::u32string_view(U"年月日号天个元页条件秒位步").find(next_code_point(text, at)) != std::u32string_view::npos;
}

/// Fills lines greedily between allowed break points.
class Breaker {
 public:
  Breaker(TextCache& cache, const TextRequest& request)
      : reader_(cache, request),
        text_(request.text),
        breaks_(line_breaks(request.text)),
        wraps_(request.wrap != Wrap::Never) {}

  /// Of the text from its beginning to there, on one line.
  float width_to(std::size_t end) {
    reader_.seek(0);
    float whole = 0, inked = 0;
    advance_to(end, whole, inked);
    return inked;
  }

  enum class At { AnyBreak, Spaces };
  std::vector<Line> lines(float width, At at = At::AnyBreak) {
    lines_.clear();
    line_ = {};
    pen_ = 0;
    reader_.seek(0);
    for (const auto& stop : breaks_) {
      if (at == At::Spaces && stop.offset < text_.size() && text_[stop.offset - 1] != ' ' &&
          text_[stop.offset - 1] != '\n')
        continue;
      if (torn_from_unit(text_, stop.offset)) continue;
      segment(stop.offset, width);
      const bool feed = text_[stop.offset - 1] == '\n';
      if (feed) close(stop.offset);
    }
    if (lines_.empty() || lines_.back().end < text_.size() || text_.back() == '\n') close(text_.size());
    return lines_;
  }

 private:
  void segment(std::size_t end, float width) {
    const std::size_t begin = reader_.at();
    float inked = 0;
    float whole = 0;
    advance_to(end, whole, inked);
    if (wraps_ && pen_ > 0 && pen_ + inked > width) close(begin);
    if (wraps_ && inked > width) {
      force(begin, end, width);
    } else {
      line_.width = inked > 0 ? pen_ + inked : line_.width;
      pen_ += whole;
    }
  }
  void advance_to(std::size_t end, float& whole, float& inked) {
    while (reader_.at() < end) {
      char32_t c = 0;
      whole += reader_.next(c);
      if (!is_space(c)) inked = whole;
    }
  }
  /// A word longer than the line: broken after a hyphen where it has one (a number's groups stay whole), else between
  /// characters, since nothing may be lost.
  void force(std::size_t begin, std::size_t end, float width) {
    reader_.seek(begin);
    Line to_hyphen{};
    while (reader_.at() < end) {
      const std::size_t before = reader_.at();
      char32_t c = 0;
      const float advance = reader_.next(c);
      if (pen_ > 0 && pen_ + advance > width && !is_space(c)) {
        const bool hyphen = to_hyphen.end > line_.begin;
        if (hyphen) line_.width = to_hyphen.width;
        close(hyphen ? to_hyphen.end : before);
        if (hyphen) {
          reader_.seek(to_hyphen.end);
          continue;
        }
      }
      pen_ += advance;
      if (!is_space(c)) line_.width = pen_;
      if (c == U'-') to_hyphen = {line_.begin, static_cast<std::uint32_t>(reader_.at()), pen_};
    }
  }
  void close(std::size_t end) {
    line_.end = static_cast<std::uint32_t>(end);
    lines_.push_back(line_);
    line_ = {static_cast<std::uint32_t>(end), static_cast<std::uint32_t>(end), 0};
    pen_ = 0;
  }

  Reader reader_;
  std::string_view text_;
  std::vector<BreakPoint> breaks_;
  bool wraps_;
  std::vector<Line> lines_;
  Line line_;
  float pen_ = 0;
};

bool at_spaces(const std::vector<Line>& lines, std::string_view text) {
  return std::all_of(lines.begin() + 1, lines.end(), [&](const Line& line) {
    return text[line.begin - 1] == ' ' || text[line.begin - 1] == '\n';
  });
}

/// In two lines after a mark that parts the text about in the middle, where there is one: 打分、来信、 | 议草案.
std::optional<std::vector<Line>> parted(Breaker& breaker, const std::vector<Line>& lines, const TextRequest& request) {
  constexpr float kLeastShare = 0.45F;  // of the longer line
  if (lines.size() != 2 || request.text.find('\n') != std::string_view::npos) return std::nullopt;
  const float sum = lines[0].width + lines[1].width;
  std::optional<std::vector<Line>> best;
  for (std::size_t at = 0; at < request.text.size();) {
    const char32_t c = next_code_point(request.text, at);
    if (std::u32string_view(U"，。、；：！？,;:").find(c) == std::u32string_view::npos || at >= request.text.size()) continue;
    const float first = breaker.width_to(at);
    const float second = sum - first;
    const bool fits = std::max(first, second) <= request.width;
    if (!fits || std::min(first, second) < kLeastShare * std::max(first, second)) continue;
    const auto middle = static_cast<std::uint32_t>(at);
    best = {{0, middle, first}, {middle, static_cast<std::uint32_t>(request.text.size()), second}};
  }
  return best;
}

/// The narrowest width that still needs no more lines; at spaces where that is enough.
std::vector<Line> balanced(Breaker& breaker, std::vector<Line> lines, const TextRequest& request) {
  if (lines.size() < 2 || lines.size() > 4) return lines;
  auto at = Breaker::At::AnyBreak;
  if (auto words = breaker.lines(request.width, Breaker::At::Spaces);
      words.size() == lines.size() && at_spaces(words, request.text)) {
    at = Breaker::At::Spaces;
    lines = std::move(words);
  } else if (auto at_mark = parted(breaker, lines, request)) {
    return std::move(*at_mark);
  }
  float low = request.width / 4;
  float high = request.width;
  while (high - low > static_cast<float>(request.setting.em) / 4) {
    const float middle = (low + high) / 2;
    auto narrower = breaker.lines(middle, at);
    if (narrower.size() > lines.size() || (at == Breaker::At::Spaces && !at_spaces(narrower, request.text))) {
      low = middle;
    } else {
      high = middle;
      lines = std::move(narrower);
    }
  }
  return lines;
}

/// A little narrower, where that brings company to a last line of a character or two.
std::vector<Line> accompanied(Breaker& breaker, std::vector<Line> lines, const TextRequest& request) {
  const auto em = static_cast<float>(request.setting.em);
  const auto lonely = [&](const std::vector<Line>& all) {
    return all.size() > 1 && all.back().width < 2.2F * em;
  };
  if (!lonely(lines) || request.width < 6 * em || request.text[lines.back().begin - 1] == '\n') return lines;
  for (float less = 1; less <= 3; ++less) {
    auto other = breaker.lines(request.width - less * em);
    if (other.size() == lines.size() && !lonely(other)) return other;
  }
  return lines;
}

/// Cuts after `most` lines; the last keeps what fits before an ellipsis.
void cut(Layout& layout, const TextRequest& request, TextCache& cache) {
  layout.lines.resize(static_cast<std::size_t>(request.max_lines));
  layout.cut = true;
  auto& last = layout.lines.back();
  const float room = request.width - cache.advance(U'…', 0, request.setting.bold, request.setting.em);
  Reader reader(cache, request);
  reader.seek(last.begin);
  last.width = 0;
  std::size_t end = last.begin;
  while (reader.at() < request.text.size()) {
    char32_t c = 0;
    const float advance = reader.next(c);
    if (c == U'\n' || last.width + advance > room) break;
    last.width += advance;
    end = reader.at();
  }
  last.end = static_cast<std::uint32_t>(end);
  last.width = request.width - room + last.width;
}

}  // namespace

float TextCache::advance(char32_t c, char32_t next, bool bold, int em) {
  const float plain = fonts_.type(bold, em).advance(c);
  const bool boundary = (is_han(c) && is_alphanumeric(next)) || (is_alphanumeric(c) && is_han(next));
  return boundary ? plain + std::round(static_cast<float>(em) / 10) : plain;
}

std::unique_ptr<Layout> TextCache::make(const TextRequest& request) {
  auto layout = std::make_unique<Layout>();
  layout->text = request.text;
  layout->spans.assign(request.spans.begin(), request.spans.end());
  layout->setting = request.setting;
  if (request.text.empty()) {
    layout->lines.push_back({});
    return layout;
  }
  Breaker breaker(*this, request);
  layout->lines = breaker.lines(request.width);
  if (request.wrap == Wrap::Natural) layout->lines = accompanied(breaker, std::move(layout->lines), request);
  if (request.wrap == Wrap::Balanced) layout->lines = balanced(breaker, std::move(layout->lines), request);
  if (request.max_lines > 0 && layout->lines.size() > static_cast<std::size_t>(request.max_lines))
    cut(*layout, request, *this);
  for (const auto& line : layout->lines) layout->width = std::max(layout->width, line.width);
  return layout;
}

const Layout& TextCache::lay(const TextRequest& request) {
  auto key = key_of(request);
  for (;;) {
    auto& entry = known_[key];
    if (!entry.layout) {
      entry = {make(request), request.width, request.max_lines, request.wrap, frame_};
    }
    const bool same = entry.layout->text == request.text && entry.asked_width == request.width &&
                      entry.max_lines == request.max_lines && entry.wrap == request.wrap &&
                      entry.layout->setting.em == request.setting.em &&
                      entry.layout->setting.bold == request.setting.bold &&
                      std::equal(entry.layout->spans.begin(), entry.layout->spans.end(),
                                 request.spans.begin(), request.spans.end());
    entry.used = frame_;
    if (same) return *entry.layout;
    key = mix(key, 1);  // two texts, one hash: the second moves on
  }
}

float TextCache::measure(std::string_view text, const Setting& setting) {
  return lay({.text = text,
              .spans = {},
              .setting = setting,
              .width = kUnbounded,
              .max_lines = 0,
              .wrap = Wrap::Never})
      .width;
}

TextCache::Place TextCache::place(const Layout& layout, std::size_t at) {
  std::size_t line = 0;
  while (line + 1 < layout.lines.size() && at >= layout.lines[line + 1].begin) ++line;
  const TextRequest request{.text = layout.text, .spans = layout.spans, .setting = layout.setting};
  Reader reader(*this, request);
  reader.seek(layout.lines[line].begin);
  float x = 0;
  while (reader.at() < std::min(at, layout.text.size())) {
    char32_t c = 0;
    x += reader.next(c);
  }
  return {line, x};
}

std::size_t TextCache::byte_at(const Layout& layout, float x, float y) {
  const auto row = static_cast<int>(std::floor(y / std::max(layout.setting.line, 1.0F)));
  const auto line = static_cast<std::size_t>(std::clamp(row, 0, static_cast<int>(layout.lines.size()) - 1));
  const TextRequest request{.text = layout.text, .spans = layout.spans, .setting = layout.setting};
  Reader reader(*this, request);
  reader.seek(layout.lines[line].begin);
  float pen = 0;
  while (reader.at() < layout.lines[line].end) {
    const std::size_t before = reader.at();
    char32_t c = 0;
    const float advance = reader.next(c);
    if (c == U'\n' || x < pen + advance / 2) return before;
    pen += advance;
  }
  return reader.at();
}

bool TextCache::remembers(std::string_view words) const {
  return std::any_of(known_.begin(), known_.end(), [&](const auto& each) {
    return each.second.layout && each.second.layout->text.find(words) != std::string::npos;
  });
}

void TextCache::end_frame() {
  ++frame_;
  if (frame_ % kKeepFrames != 0 || known_.size() < kKeepAlways) return;
  std::erase_if(known_, [&](const auto& item) { return frame_ - item.second.used > kKeepFrames; });
}

}  // namespace mingting::ui
