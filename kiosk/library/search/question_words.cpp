// The words people ask with, longest first.
#include "library/search/question_words.hpp"

#include <algorithm>
#include <array>

namespace mingting {
namespace {

constexpr std::array<std::u32string_view, 62> kQuestionWords{
    U"应该怎么办", U"怎么处理", U"怎么办", U"怎么样", U"怎么",   U"怎样",   U"如何处理", U"如何",   U"是否能够", U"是否可以", U"是否",
    U"能不能",     U"可不可以", U"可以吗", U"能否",   U"可否",   U"是不是", U"有没有",   U"有无",   U"为什么",   U"为何",     U"什么时候",
    U"是什么",     U"什么",     U"哪些",   U"哪个",   U"哪里",   U"哪儿",   U"多少钱",   U"多少",   U"多久",     U"多长时间", U"几天",
    U"几年",       U"请问",     U"我想",   U"想问",   U"咨询",   U"该如何", U"应如何",   U"谁来",   U"由谁",     U"谁",       U"吗",
    U"呢",         U"啊",       U"吧",     U"了",     U"我们",   U"我",     U"你",       U"他们",   U"她",       U"的话",     U"的",
    U"情况下",     U"这种",     U"那么",   U"需要",   U"可以",   U"应该",   U"怎"};

std::size_t longest_run(std::u32string_view text) {
  std::size_t longest = 0, run = 0;
  for (const char32_t c : text) {
    run = c == U' ' ? 0 : run + 1;
    longest = std::max(longest, run);
  }
  return longest;
}

}  // namespace

std::u32string without_question_words(std::u32string_view folded) {
  std::u32string kept(folded);
  for (const auto word : kQuestionWords) {
    for (auto at = kept.find(word); at != std::u32string::npos; at = kept.find(word, at + 1))
      std::fill_n(kept.begin() + static_cast<std::ptrdiff_t>(at), word.size(), U' ');
  }
  return longest_run(kept) >= 2 ? kept : std::u32string(folded);
}

}  // namespace mingting
