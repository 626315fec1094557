// Text in lines by the rules of Chinese typesetting: vectors, and what holds for any text.
#include "base/text/typeset.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <fstream>
#include <random>
#include <sstream>

#include "base/text/line_break.hpp"
#include "base/text/text.hpp"
#include "base/text/whole.hpp"

namespace mingting {
namespace {

const std::vector<std::u32string>& names() {
  static const auto kept =
      names_to_keep({"贵阳市南明区", "南明区人民政府办公室", "南明区政务服务中心政务公开专区"});
  return kept;
}

float advance_of(char32_t c) {
  if (c == U'\n') return 0;
  if (c == U' ') return 0.25F;
  if (c == 0x2014) return 0.9F;
  return c < 0x250 ? 0.5F : 1;
}

std::vector<Sign> signs_of(std::string_view text) {
  std::vector<Sign> signs;
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = static_cast<std::uint32_t>(at);
    const char32_t c = next_code_point(text, at);
    signs.push_back({c, begin, advance_of(c)});
  }
  return signs;
}

std::vector<SetLine> set(std::string_view text, std::span<const Sign> signs, float measure, Fill fill) {
  return set_in_lines(text, signs, {.measure = measure, .fill = fill, .names = names()});
}

std::string words_of(std::string_view text, std::span<const Sign> signs, const SetLine& line) {
  const auto byte = [&](std::size_t at) { return at < signs.size() ? signs[at].begin : text.size(); };
  return std::string(text.substr(byte(line.from), byte(line.to) - byte(line.from)));
}

// ---- vectors ----

struct Vector {
  std::string head;
  Fill fill = Fill::Full;
  float measure = 0;
  std::string text, lines;
};

Vector read_head(const std::string& head) {
  std::istringstream words(head);
  std::string fill;
  Vector vector{.head = head};
  words >> fill >> vector.measure;
  vector.fill = fill == "balanced" ? Fill::Balanced : fill == "typed" ? Fill::Typed : Fill::Full;
  vector.text = replace_all(head.substr(head.find(": ") + 2), "\\n", "\n");
  return vector;
}

std::vector<Vector> vectors() {
  std::ifstream file(std::string(MINGTING_SOURCE) + "/tests/base/text/typeset.vectors");
  std::vector<Vector> all;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    if (line.starts_with(' ')) {
      all.back().lines += line + "\n";
    } else {
      all.push_back(read_head(line));
    }
  }
  return all;
}

std::string told(const Vector& vector) {
  const auto signs = signs_of(vector.text);
  std::string lines;
  for (const auto& line : set(vector.text, signs, vector.measure, vector.fill)) {
    lines += fmt::format("  {:5.2f}{} {}|\n", line.width, line.stretch > 0 ? '+' : ' ',
                         replace_all(words_of(vector.text, signs, line), "\n", "\\n"));
  }
  return lines;
}

TEST(Typeset, SetsTheVectors) {
  const auto all = vectors();
  EXPECT_GE(all.size(), 60U);
  for (const auto& vector : all) EXPECT_EQ(told(vector), vector.lines) << vector.head;
}

// ---- what holds for any text ----

/// Texts of words, figures, names, titles and marks between them as they meet in documents; the same ones
/// each time.
std::string some_text(std::mt19937& random) {
  static const std::vector<std::string> kWords{
      "政府", "信息",     "公开",           "的",    "申请", "条例",   "《条例》", "（试行）",
      "20",   "个工作日", "2026年11月30日", "open ", "data", "南明区", "某",       "1,234.50万元"};
  static const std::vector<std::string> kMarks{"，", "。", "、", "；",   "：“", "”，",
                                               "”“", "——", "……", "！？", " "};
  std::string text = "开";
  const auto count = random() % 30 + 1;
  for (unsigned i = 0; i < count; ++i) {
    text += kWords[random() % kWords.size()];
    if (random() % 3 == 0) text += kMarks[random() % kMarks.size()];
  }
  return text;
}

template <typename Check>
void for_many_texts(Check check) {
  std::mt19937 random(7);
  for (int i = 0; i < 400; ++i) {
    const auto text = some_text(random);
    const auto signs = signs_of(text);
    for (const auto fill : {Fill::Full, Fill::Balanced, Fill::Typed}) {
      for (const float measure : {5.0F, 7.5F, 12.0F, 24.0F})
        check(text, signs, measure, fill, set(text, signs, measure, fill));
    }
  }
}

TEST(Typeset, LosesNothingAndChangesNoOrder) {
  for_many_texts(
      [](const auto& text, const auto& signs, float measure, Fill, const std::vector<SetLine>& lines) {
        std::size_t at = 0;
        for (const auto& line : lines) {
          ASSERT_EQ(line.from, at) << text << " in " << measure;
          ASSERT_GT(line.to, line.from) << text << " in " << measure;
          at = line.to;
        }
        ASSERT_EQ(at, signs.size()) << text << " in " << measure;
      });
}

TEST(Typeset, KeepsToTheMeasure) {
  for_many_texts(
      [](const auto& text, const auto& signs, float measure, Fill, const std::vector<SetLine>& lines) {
        for (const auto& line : lines) {
          auto seen = line.to;
          while (seen > line.from && is_blank(signs[seen - 1].c)) --seen;
          const auto gaps = static_cast<float>(std::max<std::uint32_t>(seen, line.from + 1) - line.from - 1);
          ASSERT_LE(line.width + line.stretch * gaps, measure + 0.01F)
              << words_of(text, signs, line) << " in " << measure;
        }
      });
}

/// Five ems hold a character with any marks of these texts about it.
TEST(Typeset, NeverLeavesAMarkWhereItMayNotStand) {
  for_many_texts(
      [](const auto& text, const auto& signs, float measure, Fill, const std::vector<SetLine>& lines) {
        for (std::size_t i = 1; i < lines.size(); ++i) {
          const char32_t first = signs[lines[i].from].c, last = signs[lines[i].from - 1].c;
          ASSERT_FALSE(is_closing_mark(first) || is_opening_mark(last))
              << text << " in " << measure << ", line " << i;
        }
      });
}

TEST(Typeset, TearsNoWholeThatALineCanHold) {
  for_many_texts([](const auto& text, const auto& signs, float measure, Fill fill,
                    const std::vector<SetLine>& lines) {
    if (measure < 12) return;
    for (const auto& whole : wholes(to_code_points(text), names())) {
      if (fill != Fill::Balanced && whole.kind == Whole::Kind::Name) continue;
      float width = 0;
      for (std::size_t i = whole.from; i < whole.to; ++i) width += signs[i].advance + 0.1F;
      const auto torn = [&](const SetLine& line) { return line.from > whole.from && line.from < whole.to; };
      ASSERT_TRUE(width + 2 > measure || std::none_of(lines.begin(), lines.end(), torn))
          << text << " in " << measure;
    }
  });
}

TEST(Typeset, SetsMalformedBytesLikeAnyOther) {
  const std::string text("好\xFF\xC0坏\xE4\xB8", 10);
  const auto signs = signs_of(text);
  const auto lines = set(text, signs, 3, Fill::Full);
  EXPECT_EQ(lines.back().to, signs.size());
}

}  // namespace
}  // namespace mingting
