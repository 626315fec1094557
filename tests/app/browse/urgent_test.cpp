// Urgent notices: which stand, by the time that is believed, and that no visit is disturbed by them.
#include "app/visitor.hpp"

namespace mingting {
namespace {

UrgentNotice notice(const std::string& id, UrgentLevel level, const char* from, const char* until) {
  return {.item = id, .level = level, .matter = id, .area = "示例路", .from = *parse_moment(from), .until = *parse_moment(until)};
}

/// A hall with two notices, of which one stands from nine on.
class UrgentHall : public ::testing::Test {
 protected:
  UrgentHall() {
    auto hall = small_hall();
    hall->urgent = {notice("urgent/road", UrgentLevel::Plain, "2026-11-23 08:00", "2026-11-23 09:30"),
                    notice("urgent/water", UrgentLevel::Red, "2026-11-23 09:10", "2026-11-23 10:00")};
    visitor_.send(msg::HallLoaded{hall, ""});
  }

  std::vector<std::string> standing_at(const char* moment) {
    visitor_.send(msg::Tick{*parse_moment(moment)});
    std::vector<std::string> ids;
    for (const auto* each : standing_urgent(visitor_.model)) ids.push_back(each->item);
    return ids;
  }

  Visitor visitor_;
};

using Ids = std::vector<std::string>;

TEST_F(UrgentHall, ShowsWhatStandsNowTheMostSeriousFirst) {
  EXPECT_EQ(standing_at("2026-11-23 09:00"), Ids{"urgent/road"});
  EXPECT_EQ(standing_at("2026-11-23 09:10"), (Ids{"urgent/water", "urgent/road"}));
  EXPECT_EQ(standing_at("2026-11-23 09:30"), Ids{"urgent/water"});
  EXPECT_EQ(standing_at("2026-11-23 10:00"), Ids{});
}

TEST_F(UrgentHall, LooksAgainWithTheMinute) {
  visitor_.send(msg::Tick{*parse_moment("2026-11-23 09:29")});
  EXPECT_LE(next_tick(visitor_.model), *parse_moment("2026-11-23 09:30"));
}

TEST_F(UrgentHall, NeverTurnsAVisitAway) {
  visitor_.send(msg::OpenTarget{"everything"});
  visitor_.send(msg::Touched{*parse_local_time("2026-11-23T09:09:30")});
  const auto before = visitor_.model.visit->pages;
  (void)standing_at("2026-11-23 09:10");
  EXPECT_EQ(visitor_.model.visit->pages, before);
  EXPECT_EQ(visitor_.model.asking, Asking::Nothing);
}

TEST_F(UrgentHall, IsAskedOfNoBareMachine) { EXPECT_TRUE(standing_urgent(Model{}).empty()); }

/// A clock that went back to 2019 hides nothing that the release knows to stand: its making is believed.
TEST_F(UrgentHall, IsJudgedByTheTimeThatIsBelieved) {
  auto hall = std::make_shared<Hall>(*visitor_.model.hall);
  hall->times.made = *parse_moment("2026-11-23 09:15");
  hall->times.expires = *parse_moment("2027-11-23 09:15");
  visitor_.send(msg::HallLoaded{hall, ""});
  EXPECT_EQ(standing_at("2019-01-01 00:00"), (Ids{"urgent/water", "urgent/road"}));
}

}  // namespace
}  // namespace mingting
