// Parts of a word that could name a person or a place.
#include "domain/uses/kept_words.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text/characters.hpp"
#include "base/text/text.hpp"
#include "domain/uses/family_names.hpp"

namespace mingting {
namespace {

constexpr std::size_t kLongestLetters = 4, kLongestFigures = 2;
constexpr std::u32string_view kFigures = U"〇零一二三四五六七八九十百千万两廿壹贰叁肆伍陆柒捌玖拾佰仟幺";

/// Name a place where somebody lives, whatever stands before them ...
constexpr std::array<std::u32string_view, 21> kPlaces{U"路", U"街", U"巷",   U"弄",   U"号",   U"栋",   U"幢",
                                                      U"室", U"村", U"组",   U"寨",   U"屯",   U"庄",   U"苑",
                                                      U"楼", U"胡同", U"大道", U"小区", U"花园", U"公寓", U"单元"};
/// ... but in these ...
constexpr std::array<std::u32string_view, 20> kOrdinary{
    U"道路", U"公路", U"铁路", U"马路", U"线路", U"修路",   U"街道", U"信号", U"编号", U"文号",
    U"账号", U"帐号", U"挂号", U"农村", U"乡村", U"城中村", U"教室", U"科室", U"小组", U"办公室"};
/// ... and in these, which begin a word.
constexpr std::array<std::u32string_view, 18> kOrdinaryFirst{U"路灯", U"路面", U"路况", U"街区", U"号码", U"号召",
                                                             U"村委", U"村民", U"村务", U"村官", U"村医", U"组织",
                                                             U"组成", U"组建", U"室内", U"楼市", U"楼房", U"楼道"};

/// How long the one of them is that the text begins with; 0 for none.
template <std::size_t N>
std::size_t beginning(std::u32string_view text, const std::array<std::u32string_view, N>& words) {
  const auto found = std::find_if(words.begin(), words.end(), [&](auto word) { return text.starts_with(word); });
  return found == words.end() ? 0 : found->size();
}

bool has_place(std::u32string_view text) {
  bool first = true;
  while (!text.empty()) {
    auto ordinary = beginning(text, kOrdinary);
    if (ordinary == 0 && first) ordinary = beginning(text, kOrdinaryFirst);
    if (ordinary == 0 && beginning(text, kPlaces) > 0) return true;
    first = ordinary > 0 || text.front() == U' ';
    text.remove_prefix(std::max<std::size_t>(1, ordinary));
  }
  return false;
}

/// The longest run of code points of a kind.
template <class Is>
std::size_t longest_run(std::u32string_view text, Is is) {
  std::size_t longest = 0, run = 0;
  for (const auto c : text) {
    run = is(c) ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

bool is_written_figure(char32_t c) {
  return kFigures.find(c) != std::u32string_view::npos;
}

/// Rare characters, which the blocks behind this one hold, stand in names.
bool is_common_han(char32_t c) {
  return c >= 0x4E00 && c <= 0x9FFF;
}

/// Runs of Han characters.
std::vector<std::u32string> han_parts(std::u32string_view text) {
  std::vector<std::u32string> parts(1);
  for (const auto c : text) {
    if (is_common_han(c)) parts.back() += c;
    else parts.emplace_back();
  }
  return parts;
}

bool is_of_words_alone(std::u32string_view text) {
  const auto is_word = [](char32_t c) { return is_common_han(c) || is_ascii_letter(c) || c == U' '; };
  return std::all_of(text.begin(), text.end(), is_word) && std::any_of(text.begin(), text.end(), is_common_han) &&
         longest_run(text, is_ascii_letter) <= kLongestLetters;
}

bool could_name_somebody(std::u32string_view text) {
  const auto parts = han_parts(text);
  auto together = std::u32string(text);
  std::erase_if(together, [](char32_t c) { return !is_common_han(c); });
  return is_like_a_name(together) || std::any_of(parts.begin(), parts.end(), is_like_a_name) ||
         longest_run(together, is_written_figure) > kLongestFigures || has_place(text);
}

}  // namespace

std::optional<std::string> kept_word(std::string_view typed) {
  auto parts = split(ascii_lower(fold_width(typed)), ' ');
  std::erase(parts, "");
  const auto word = join(parts, " ");
  const auto length = count_characters(word);
  const auto points = to_code_points(word);
  if (length < 2 || length > kLongestKept || !is_valid_utf8(typed)) return std::nullopt;
  if (!is_of_words_alone(points) || could_name_somebody(points)) return std::nullopt;
  return word;
}

}  // namespace mingting
