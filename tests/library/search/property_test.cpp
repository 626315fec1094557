// Whatever the content, any two neighbouring characters of it find it.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "base/random.hpp"
#include "base/text/text.hpp"
#include "library/corpus.hpp"

namespace mingting {
namespace {

/// Text as documents have it: ideographs (rare ones too), figures, Latin, full width, punctuation.
std::string random_text(SeededRandom& random, int length) {
  static const std::u32string kAlphabet = U"区政府办公室低保社会险申请材料标准第条年月日的在和對應關於產業廣場龘𬭸䶮㛃0123456789０１９ABCxyzＰＤＦ，。；（）〔〕 ";
  std::u32string text;
  for (int i = 0; i < length; ++i) text += kAlphabet[random.below(static_cast<std::uint32_t>(kAlphabet.size()))];
  return to_utf8(text);
}

bool is_mark(char32_t c) { return std::u32string_view(U"，。；（）〔〕 ").find(c) != std::u32string_view::npos; }

Content random_content(SeededRandom& random) {
  Content content;
  content.columns = {{.id = "c", .title = "栏"}};
  for (int i = 0; i < 30; ++i) {
    std::vector<Block> blocks;
    for (std::uint32_t b = random.below(4); b-- > 0;) {
      if (random.below(2) == 0) blocks.push_back(heading(2, fmt::format("节{}-{}", i, b)));
      blocks.push_back(paragraph(random_text(random, 40)));
    }
    content.documents.push_back(document(fmt::format("c/{}", i), fmt::format("题{}", i), blocks));
  }
  return content;
}

TEST(SearchProperty, AnyTwoNeighboursFindTheirDocument) {
  SeededRandom random(20261123);
  const auto content = random_content(random);
  const OpenHall hall(content);
  int tried = 0;
  for (const auto& each : content.documents) {
    for (const auto& block : each.blocks) {
      const auto text = to_code_points(plain_text(block));
      for (std::size_t i = 0; i + 1 < text.size(); i += 3) {
        if (is_mark(text[i]) || is_mark(text[i + 1])) continue;
        const auto pair = to_utf8(std::u32string(text.substr(i, 2)));
        const auto results = hall->search({.text = pair, .limit = 100});
        ASSERT_TRUE(results);
        const auto found = std::ranges::find(results->hits, each.item.id, [](const SearchHit& hit) { return hit.item.id; });
        ASSERT_NE(found, results->hits.end()) << pair << " of " << plain_text(block);
        ++tried;
      }
    }
  }
  EXPECT_GT(tried, 300);
}

TEST(SearchProperty, MarksLieOnCharactersInOrderAndInside) {
  SeededRandom random(7);
  const auto content = random_content(random);
  const OpenHall hall(content);
  for (int round = 0; round < 200; ++round) {
    for (const auto& hit : hall.search(random_text(random, 1 + static_cast<int>(random.below(8)))).hits) {
      for (const auto* snippet : {&hit.title, &hit.passage}) {
        ASSERT_TRUE(is_valid_utf8(snippet->text));
        std::size_t before = 0;
        for (const auto& [from, to] : snippet->marks) {
          ASSERT_LE(before, from);
          ASSERT_LT(from, to);
          ASSERT_LE(to, snippet->text.size());
          ASSERT_TRUE(is_valid_utf8(std::string_view(snippet->text).substr(from, to - from)));
          before = to;
        }
      }
      ASSERT_LE(hit.block, 8U);
    }
  }
}

TEST(SearchProperty, HitsAreBestFirstAndDifferentDocuments) {
  const OpenHall hall;
  for (const auto* text : {"申请", "办法", "社会保险登记", "区民政局 低保"}) {
    std::vector<std::string> ids = hall.found(text);
    std::ranges::sort(ids);
    EXPECT_EQ(std::ranges::adjacent_find(ids), ids.end()) << text;
  }
}

}  // namespace
}  // namespace mingting
