// Numbers read from their first figure to their unit, titles to their closing mark, names looked up.
#include "base/text/whole.hpp"

#include <algorithm>
#include <array>

#include "base/text/squeeze.hpp"
#include "base/text/text.hpp"

namespace mingting {
namespace {

using Text = std::u32string_view;

constexpr Text kHanFigures = U"〇零一二三四五六七八九十百千万两";
constexpr Text kOrdered = U"条款项章节编号期批次届位名页步部份类";
constexpr Text kDateUnits = U"年月日时分点";
/// Longest first where one begins another.
constexpr std::array<Text, 24> kLongUnits{
    U"个工作日", U"个自然日", U"平方公里", U"个百分点", U"平方米", U"立方米", U"个月", U"个人",
    U"公里",     U"公斤",     U"千米",     U"小时",     U"分钟",   U"周岁",   U"万元", U"亿元",
    U"万人",     U"万户",     U"万个",     U"亿人",     U"人次",   U"户次",   U"件次", U"工作日"};
constexpr Text kUnits =
    U"年月日号天个元页条件秒位步时分点人户名项次份字岁楼层室栋米克吨升亩度倍成折章节款期批届种类家所处台套辆"
    U"万亿";

bool has(Text all, char32_t c) {
  return all.find(c) != Text::npos;
}

/// What joins figures to one number: 1,234.50  9:00  0851-8581 2345  2026/11/30
bool joins(char32_t c) {
  return has(U".,:/-~ \u00A0", c);
}

class NumberReader {
 public:
  NumberReader(Text text, std::size_t from) : text_(text), at_(from) {}

  /// Where the number that begins here ends, with its unit.
  std::size_t end() {
    do figures();
    while (unit() && has(kDateUnits, text_[at_ - 1]) && is_ascii_figure(peek()));
    return at_;
  }

 private:
  char32_t peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : 0; }
  void figures() {
    while (is_ascii_figure(peek()) || (joins(peek()) && is_ascii_figure(peek(1)))) ++at_;
    if (peek() == U'%' || peek() == U'‰' || peek() == U'℃') ++at_;
  }
  /// A typed space before it belongs to it: 20 个, 20 working days.
  bool unit() {
    const std::size_t gap = peek() == U' ' || peek() == 0xA0 ? 1 : 0;
    const Text rest = text_.substr(std::min(at_ + gap, text_.size()));
    for (const Text each : kLongUnits) {
      if (rest.starts_with(each)) return take(gap + each.size());
    }
    if (!rest.empty() && has(kUnits, rest.front())) return take(gap + 1);
    if (gap == 1 && !rest.empty() && is_alphanumeric(rest.front())) at_ += 2;
    return false;
  }
  bool take(std::size_t count) {
    at_ += count;
    return true;
  }

  Text text_;
  std::size_t at_;
};

/// 第三十三条, 第12期
std::size_t ordinal_end(Text text, std::size_t from) {
  std::size_t at = from + 1;
  while (at < text.size() && (has(kHanFigures, text[at]) || is_ascii_figure(text[at]))) ++at;
  return at > from + 1 && at < text.size() && has(kOrdered, text[at]) ? at + 1 : from + 1;
}

/// 〔2020〕109号 and the character before it.
std::size_t document_number_end(Text text, std::size_t from) {
  const auto close = text.find(U'〕', from);
  if (close == Text::npos || close - from > 6) return from + 1;
  return close + 1 < text.size() && is_ascii_figure(text[close + 1]) ? NumberReader(text, close + 1).end()
                                                                     : close + 1;
}

std::size_t title_end(Text text, std::size_t from) {
  int depth = 0;
  for (std::size_t at = from; at < text.size() && text[at] != U'\n'; ++at) {
    if (text[at] == U'《') ++depth;
    if (text[at] == U'》' && --depth == 0) return at + 1;
  }
  return from + 1;
}

void find_names(Text text, std::span<const std::u32string> names, std::vector<Whole>& found) {
  for (const Text name : names) {
    for (auto at = text.find(name); at != Text::npos; at = text.find(name, at + name.size())) {
      found.push_back({at, at + name.size(), Whole::Kind::Name});
    }
  }
}

/// Ends of a place's parts.
bool ends_place(char32_t c) {
  return has(U"省市州盟县区旗镇乡", c);
}

}  // namespace

std::vector<Whole> wholes(Text text, std::span<const std::u32string> names) {
  std::vector<Whole> found;
  const auto add = [&](std::size_t from, std::size_t to, Whole::Kind kind) {
    if (to > from + 1) found.push_back({from, to, kind});
    return std::max(to, from + 1);
  };
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text[at];
    if (is_ascii_figure(c)) {
      at = add(at, NumberReader(text, at).end(), Whole::Kind::Number);
    } else if (c == U'第') {
      at = add(at, ordinal_end(text, at), Whole::Kind::Number);
    } else if (c == U'〔') {
      at = add(at - std::min<std::size_t>(at, 1), document_number_end(text, at), Whole::Kind::Number);
    } else {
      if (c == U'《') add(at, title_end(text, at), Whole::Kind::Name);
      ++at;
    }
  }
  find_names(text, names, found);
  return found;
}

std::vector<std::u32string> names_to_keep(const std::vector<std::string>& names) {
  std::vector<std::u32string> kept;
  for (const auto& name : names) {
    const auto whole = to_code_points(name);
    if (whole.size() < 2) continue;
    kept.push_back(whole);
    if (!ends_place(whole.back())) continue;
    for (std::size_t from = 0, at = 0; at < whole.size(); ++at) {
      if (!ends_place(whole[at]) || at < from + 1) continue;
      if (from > 0 || at + 1 < whole.size()) kept.push_back(whole.substr(from, at + 1 - from));
      from = at + 1;
    }
  }
  return kept;
}

}  // namespace mingting
