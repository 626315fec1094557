// How a title is shortened.
#include "library/index/title_forms.hpp"

#include "base/text/text.hpp"

namespace mingting {
namespace {
constexpr std::u32string_view kState = U"中华人民共和国";

/// 物业管理条例 of 物业管理条例（2018年修订）.
std::string without_bracket(const std::string& title) {
  const auto points = to_code_points(title);
  if (points.empty() || (points.back() != U'）' && points.back() != U')')) return title;
  const auto open = points.find_last_of(U"（(");
  return open == std::u32string::npos ? title : to_utf8(points.substr(0, open));
}

}  // namespace

std::u32string short_title(const Folding& folding, const std::string& title) {
  auto text = folding.folded(without_bracket(title));
  std::erase(text, U' ');
  if (text.size() > kState.size() && text.starts_with(kState)) text.erase(0, kState.size());
  return text;
}

std::uint32_t fingerprint(std::u32string_view short_title) {
  std::uint32_t hash = 2'166'136'261;  // FNV-1a
  for (const char32_t c : short_title) hash = (hash ^ static_cast<std::uint32_t>(c)) * 16'777'619;
  return hash;
}

}  // namespace mingting
