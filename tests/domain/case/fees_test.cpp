// Fees by items and by pages, with the vectors of the measure.
#include "base/said/words.hpp"
#include "domain/case/fees.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mingting {
namespace {

using namespace std::chrono;
using testing::HasSubstr;

std::int64_t items(std::int64_t units) { return fee_for(item_scale(), 0, units).value().yuan; }
std::int64_t pages(std::int64_t units) { return fee_for(page_scale(), 0, units).value().yuan; }

TEST(Fees, ByItems) {
  const std::map<int, int> expected{{0, 0},     {10, 0},    {11, 100},  {30, 2000}, {31, 2200},
                                    {40, 4000}, {41, 4300}, {50, 7000}, {51, 7400}};
  for (const auto& [units, yuan] : expected) EXPECT_EQ(items(units), yuan) << units;
}

TEST(Fees, ByPages) {
  const std::map<int, int> expected{{0, 0}, {30, 0}, {31, 10}, {100, 700}, {101, 720}, {200, 2700}, {201, 2740}, {1000, 34'700}};
  for (const auto& [units, yuan] : expected) EXPECT_EQ(pages(units), yuan) << units;
}

TEST(Fees, TheMonthsItemsAddUpHoweverTheyAreSplit) {
  for (std::int64_t total = 0; total <= 120; ++total) {
    for (std::int64_t before = 0; before <= total; ++before) {
      ASSERT_EQ(items(before) + fee_for(item_scale(), before, total - before)->yuan, items(total)) << before << "+" << total;
    }
  }
}

TEST(Fees, NeverFallAndNeverCheaperByTheUnit) {
  for (const auto& scale : {item_scale(), page_scale()}) {
    std::int64_t last = 0, last_step = 0;
    for (std::int64_t units = 1; units <= 500; ++units) {
      const auto yuan = fee_for(scale, 0, units)->yuan;
      ASSERT_GE(yuan - last, last_step) << units;
      last_step = yuan - last;
      last = yuan;
    }
  }
}

TEST(Fees, LinesSayHowItWasReckoned) {
  const auto fee = fee_for(item_scale(), 8, 25).value();
  std::vector<std::string> lines;
  for (const auto& line : fee.lines) lines.push_back(worded(how_charged(line, FeeBasis::Items)));
  EXPECT_THAT(lines, testing::ElementsAre("第9至10件不收费", "第11至30件共20件，每件100元，共2000元",
                                          "第31至33件共3件，每件200元，共600元"));
  EXPECT_EQ(fee.yuan, 2600);
  EXPECT_EQ(worded(how_charged(FeeLine{31, 31, 10, 10}, FeeBasis::Pages)), "第31页共1页，每页10元，共10元");
  EXPECT_EQ(worded(how_charged(fee_for(item_scale(), 1, 15).value(), FeeBasis::Items)),
            "本月此前1件，这次15件，是第2至16件：第2至10件不收费；第11至16件共6件，每件100元，共600元。");
  EXPECT_EQ(worded(how_charged(fee_for(item_scale(), 10, 1).value(), FeeBasis::Items)),
            "本月此前10件，这次1件，是第11件：第11件共1件，每件100元，共100元。");
  EXPECT_EQ(worded(how_charged(Fee{}, FeeBasis::Items)), "");
  EXPECT_EQ(worded(how_charged(fee_for(page_scale(), 0, 31).value(), FeeBasis::Pages)),
            "这次31页：第1至30页不收费；第31页共1页，每页10元，共10元。");
}

TEST(Fees, BothWaysCompared) {
  const auto both = compare_fees(0, 11, 50).value();
  EXPECT_EQ(both.by_items.yuan, 100);
  EXPECT_EQ(both.by_pages.yuan, 200);
  EXPECT_EQ(both.cheaper, FeeBasis::Items);
  EXPECT_EQ(compare_fees(0, 1, 20)->cheaper, std::nullopt);
  EXPECT_EQ(compare_fees(30, 1, 31)->cheaper, FeeBasis::Pages);
}

TEST(Fees, RefusesImpossibleCounts) {
  EXPECT_FALSE(fee_for(item_scale(), -1, 5));
  EXPECT_FALSE(fee_for(item_scale(), 0, -5));
  EXPECT_THAT(worded(fee_for(page_scale(), 0, kMostFeeUnits + 1).error()), HasSubstr("100000"));
  EXPECT_TRUE(fee_for(page_scale(), 0, kMostFeeUnits));
  EXPECT_FALSE(compare_fees(0, 1, -1));
}

TEST(Fees, OneApplicantsMonth) {
  const std::vector<CountedApplication> all{{"甲", 2026y / November / 1, 3},  {"甲", 2026y / November / 30, 4},
                                            {"甲", 2026y / December / 1, 5},  {"乙", 2026y / November / 15, 6},
                                            {"甲", 2025y / November / 15, 7}, {"甲", 2026y / November / 15, 1}};
  EXPECT_EQ(items_in_month(all, "甲", 2026y / November), 8);
  EXPECT_EQ(items_in_month(all, "甲", 2026y / November, 2026y / November / 15), 4);
  EXPECT_EQ(items_in_month(all, "丙", 2026y / November), 0);
}

}  // namespace
}  // namespace mingting
