// Which urgent notices stand when, and in which order.
#include "domain/content/urgent.hpp"

#include <gtest/gtest.h>

namespace mingting {
namespace {

Instant at(const char* moment) { return *parse_moment(moment); }

Item water() {
  Item item{.id = "urgent/water", .title = "停水", .issuer = "水务局"};
  item.fields = {{"level", "橙色"}, {"matter", "停水"},           {"area", "示例路；示例小区"},      {"from", "2026-11-30 20:00"},
                 {"ask", "水务局"}, {"until", "2026-12-01T06:00"}, {"agreed_by", "甲；乙"}, {"reason", "抢修"}};
  return item;
}

UrgentNotice notice(const std::string& id, UrgentLevel level, const char* from, const char* until) {
  return {.item = id, .level = level, .matter = "停水", .area = "示例路", .from = at(from), .until = at(until)};
}

UrgentNotice end_of_water(const char* from) {
  auto end = notice("urgent/end", UrgentLevel::Plain, from, from);
  end.ends = "urgent/water";
  return end;
}

std::vector<std::string> standing(const std::vector<UrgentNotice>& all, const char* now) {
  std::vector<std::string> ids;
  for (const auto* each : standing_notices(all, at(now))) ids.push_back(each->item);
  return ids;
}

using Ids = std::vector<std::string>;

TEST(UrgentNotice, IsReadFromAnItemsFields) {
  const auto read = urgent_notice(water());
  ASSERT_TRUE(read);
  EXPECT_EQ(read->level, UrgentLevel::Orange);
  EXPECT_EQ(read->until, at("2026-12-01 06:00"));
  EXPECT_EQ(read->agreed, (std::vector<std::string>{"甲", "乙"}));
}

TEST(UrgentNotice, IsNoneWithoutItsMoments) {
  for (const auto* name : {"from", "until"}) {
    auto item = water();
    item.fields.erase(name);
    EXPECT_FALSE(urgent_notice(item)) << name;
    item.fields[name] = "今晚";
    EXPECT_FALSE(urgent_notice(item)) << name;
  }
  auto end = water();
  end.fields.erase("until");
  end.fields["ends"] = "urgent/other";
  EXPECT_TRUE(urgent_notice(end)) << "what ends another needs no end";
}

TEST(UrgentNotice, StandsFromItsFirstMinuteUntilJustBeforeItsLast) {
  const std::vector<UrgentNotice> all{notice("urgent/water", UrgentLevel::Orange, "2026-11-30 20:00", "2026-12-01 06:00")};
  EXPECT_EQ(standing(all, "2026-11-30 19:59"), Ids{});
  EXPECT_EQ(standing(all, "2026-11-30 20:00"), Ids{"urgent/water"});
  EXPECT_EQ(standing(all, "2026-12-01 05:59"), Ids{"urgent/water"});
  EXPECT_EQ(standing(all, "2026-12-01 06:00"), Ids{});
}

TEST(UrgentNotice, IsOverFromTheMomentItsPairSaysSo) {
  const std::vector<UrgentNotice> all{notice("urgent/water", UrgentLevel::Orange, "2026-11-30 20:00", "2026-12-01 06:00"),
                                      end_of_water("2026-12-01 02:00")};
  EXPECT_EQ(standing(all, "2026-12-01 01:59"), Ids{"urgent/water"});
  EXPECT_EQ(standing(all, "2026-12-01 02:00"), Ids{}) << "and the end itself is shown to nobody";
}

TEST(UrgentNotice, OfSeveralTheMostSeriousComesFirstThenTheNewest) {
  const auto* late = "2026-12-02 00:00";
  const std::vector<UrgentNotice> all{notice("urgent/a", UrgentLevel::Blue, "2026-12-01 00:00", late),
                                      notice("urgent/b", UrgentLevel::Red, "2026-12-01 00:00", late),
                                      notice("urgent/c", UrgentLevel::Red, "2026-12-01 01:00", late),
                                      notice("urgent/d", UrgentLevel::Plain, "2026-12-01 00:00", late)};
  EXPECT_EQ(standing(all, "2026-12-01 12:00"), (Ids{"urgent/c", "urgent/b", "urgent/a", "urgent/d"}));
}

TEST(UrgentNotice, OneAffairIsOneMatterInOneOfItsAreas) {
  auto one = notice("a", UrgentLevel::Red, "2026-12-01 00:00", "2026-12-02 00:00"), other = one;
  one.area = "示例路；１号小区";
  other.area = "别处; 1号小区";
  EXPECT_TRUE(same_affair(one, other)) << "widths and separators are spelling";
  other.area = "别处";
  EXPECT_FALSE(same_affair(one, other));
  other.area = one.area;
  other.matter = "停电";
  EXPECT_FALSE(same_affair(one, other));
}

TEST(AnItem, IsListedInTheOtherColumnsItNames) {
  Item item;
  EXPECT_TRUE(values_of(item, kAlsoIn).empty());
  item.fields["also"] = "a；b; ；";
  EXPECT_EQ(values_of(item, kAlsoIn), (std::vector<std::string>{"a", "b"}));
}

}  // namespace
}  // namespace mingting
