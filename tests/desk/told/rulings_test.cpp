// How rulings are said, and what they never repeat.
#include "desk/told/rulings.hpp"

#include <gtest/gtest.h>

namespace mingting {
namespace {

TEST(GapsText, NamesThem) {
  EXPECT_EQ(gaps_text({"南府办发", 2026, 4, 9, {{3, 3}, {7, 8}}, {5}}), "南府办发〔2026〕：缺第3号、第7至8号；第5号重复。");
  EXPECT_EQ(gaps_text({"南府发", 2026, 1, 1, {}, {}}), "");
  EXPECT_EQ(gaps_text({"贵州省人民政府令", 0, 1, 2, {{1, 1}}, {}}), "贵州省人民政府令：缺第1号。");
}

}  // namespace
}  // namespace mingting
