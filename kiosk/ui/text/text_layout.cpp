// Where lines break and how they are filled.
#include "ui/text/text_layout.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "base/text/text.hpp"
#include "base/text/whole.hpp"

namespace mingting::ui {
namespace {

constexpr std::uint32_t kKeepFrames = 240;
constexpr std::size_t kKeepAlways = 1024;

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

/// Each sign of the text in its face; those of several styles by their spans.
std::vector<Sign> signs_of(Fonts& fonts, const TextRequest& request) {
  std::vector<Sign> signs;
  signs.reserve(request.text.size() / 2);
  std::size_t span = 0;
  for (std::size_t at = 0; at < request.text.size();) {
    while (span < request.spans.size() && at >= request.spans[span].end) ++span;
    const bool bold = request.setting.bold || (span < request.spans.size() && request.spans[span].bold);
    const auto begin = static_cast<std::uint32_t>(at);
    const char32_t c = next_code_point(request.text, at);
    signs.push_back({c, begin, c == U'\n' ? 0 : fonts.type(bold, request.setting.em).advance(c)});
  }
  return signs;
}

Fill fill_of(Wrap wrap) {
  if (wrap == Wrap::Typed) return Fill::Typed;
  return wrap == Wrap::Balanced ? Fill::Balanced : Fill::Full;
}

/// Cuts after `most` lines; the last keeps what fits before an ellipsis, and no mark stands there that would begin or part
/// something.
void cut(Layout& layout, const TextRequest& request, Fonts& fonts) {
  layout.lines.resize(static_cast<std::size_t>(request.max_lines));
  layout.cut = true;
  auto& last = layout.lines.back();
  const float dots = fonts.type(request.setting.bold, request.setting.em).advance(U'…');
  const Line whole{last.begin, static_cast<std::uint32_t>(request.text.size())};
  std::uint32_t end = last.begin;
  float width = 0;
  for (LineWalk walk(fonts, layout, whole); walk.next() && walk.x() + walk.advance() + dots <= request.width;) {
    const bool parts = is_opening_mark(walk.c()) || std::u32string_view(U"，、；：").find(walk.c()) != std::u32string_view::npos;
    if (parts) continue;
    end = static_cast<std::uint32_t>(walk.end());
    width = walk.x() + walk.advance();
  }
  last = {last.begin, end, width + dots, 0};
}

}  // namespace

Ems ems_of(int em) {
  const auto size = static_cast<float>(em);
  return {size, std::floor(size / 2), std::round(size / 10)};
}

LineWalk::LineWalk(Fonts& fonts, const Layout& layout, const Line& line)
    : fonts_(fonts),
      layout_(layout),
      ems_(ems_of(layout.setting.em)),
      line_end_(line.end),
      stretch_(line.stretch),
      at_(line.begin),
      end_(line.begin) {}

bool LineWalk::next() {
  x_ += advance_;
  advance_ = 0;
  at_ = end_;
  if (end_ >= line_end_) return false;
  const char32_t before = c_;
  std::size_t end = end_;
  c_ = next_code_point(layout_.text, end);
  if (c_ == U'\n') return false;
  end_ = end;
  while (span_ < layout_.spans.size() && at_ >= layout_.spans[span_].end) ++span_;
  const char32_t after = end < line_end_ ? next_code_point(layout_.text, end) : 0;
  const float natural = type().advance(c_);
  const auto off = layout_.typed ? parted(c_, after, ems_) : squeeze(before, c_, after, natural, ems_);
  ink_ = x_ - off.before;
  advance_ = natural - off.before - off.after + stretch_;
  return true;
}

Span LineWalk::style() const { return span_ < layout_.spans.size() ? layout_.spans[span_] : Span{}; }

Type& LineWalk::type() const {
  const bool bold = layout_.setting.bold || (span_ < layout_.spans.size() && layout_.spans[span_].bold);
  return fonts_.type(bold, layout_.setting.em);
}

std::vector<Line> TextCache::lines(const TextRequest& request, std::span<const Sign> signs, Fill fill) const {
  const auto byte = [&](std::uint32_t sign) {
    return sign < signs.size() ? signs[sign].begin : static_cast<std::uint32_t>(request.text.size());
  };
  const Manner manner{.ems = ems_of(request.setting.em),
                      .measure = request.wrap == Wrap::Never ? kUnbounded : request.width,
                      .fill = fill,
                      .names = names_};
  std::vector<Line> lines;
  for (const auto& line : set_in_lines(request.text, signs, manner)) {
    lines.push_back({byte(line.from), byte(line.to), line.stretch > 0 ? request.width : line.width, line.stretch});
  }
  return lines;
}

std::unique_ptr<Layout> TextCache::make(const TextRequest& request) {
  auto layout = std::make_unique<Layout>();
  layout->text = request.text;
  layout->spans.assign(request.spans.begin(), request.spans.end());
  layout->setting = request.setting;
  layout->typed = request.wrap == Wrap::Typed;
  const auto signs = signs_of(fonts_, request);
  layout->lines = lines(request, signs, fill_of(request.wrap));
  if (request.max_lines > 0 && layout->lines.size() > static_cast<std::size_t>(request.max_lines)) {
    if (request.wrap == Wrap::Balanced) layout->lines = lines(request, signs, Fill::Full);
    cut(*layout, request, fonts_);
  }
  for (const auto& line : layout->lines) layout->width = std::max(layout->width, line.width);
  return layout;
}

void TextCache::keep_whole(const std::vector<std::string>& names) {
  if (names == given_) return;
  given_ = names;
  names_ = names_to_keep(names);
  forget();
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
  LineWalk walk(fonts_, layout, layout.lines[line]);
  while (walk.next()) {
    if (walk.at() >= at) return {line, walk.x()};
  }
  return {line, walk.x()};
}

std::size_t TextCache::byte_at(const Layout& layout, float x, float y) {
  const auto row = static_cast<int>(std::floor(y / std::max(layout.setting.line, 1.0F)));
  const auto line = static_cast<std::size_t>(std::clamp(row, 0, static_cast<int>(layout.lines.size()) - 1));
  LineWalk walk(fonts_, layout, layout.lines[line]);
  while (walk.next()) {
    if (x < walk.x() + walk.advance() / 2) return walk.at();
  }
  return walk.at();
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
