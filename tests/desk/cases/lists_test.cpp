// What there is and what is due: in order, and nobody named.
#include "desk/cases/lists.hpp"

#include "desk/office_desk.hpp"

namespace mingting {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

TEST(EntryLists, ListsMaskPeopleAndNotOrganisations) {
  OfficeDesk desk;
  desk.added("2026-11-02");
  auto company = person();
  company.erase("name"), company.erase("paper_kind"), company.erase("paper_number");
  company["applicant_kind"] = "company";
  company["organisation"] = "示例科技有限公司";
  company["credit_code"] = "91330100799655058B";
  company["legal_representative"] = "赵示例";
  company["contact_name"] = "钱示例";
  desk.added("2026-11-03", company);
  const auto work = desk.on("2026-11-04");
  EntryFilter open;
  open.open = true;
  for (const auto& answer :
       {desk.done(list_entries(work, {})), desk.done(list_entries(work, open)), desk.done(due_entries(work, 1000)),
        desk.done(similar_entries(work, "1")), desk.done(show_entry(work, "1", false)), desk.done(show_entry(work, "2", false)),
        desk.done(tell_deadline(work, "1", true))}) {
    for (const auto* secret : {"欧阳示例", "11010519491231002X", "13800138000", "示例路12号", "赵示例", "钱示例"}) {
      EXPECT_THAT(answer.text, Not(HasSubstr(secret)));
      EXPECT_THAT(answer.json, Not(HasSubstr(secret)));
    }
  }
  EXPECT_THAT(desk.done(list_entries(work, {})).text, AllOf(HasSubstr("欧阳**"), HasSubstr("示例科技有限公司")));
  EXPECT_THAT(desk.done(show_entry(work, "1", true)).text,
              AllOf(HasSubstr("欧阳示例"), HasSubstr("11010519491231002X"), HasSubstr("示例路12号")));
}

TEST(EntryLists, WhatWasWantedIsShownWithoutPersonalData) {
  OfficeDesk desk;
  for (int i = 0; i < 2; ++i) desk.added("2026-11-02", person("欧阳示例", "欧阳示例11010519491231002X住示例路12号，要示例方案，a@example.invalid"));
  const auto work = desk.on("2026-11-04");
  for (const auto& answer : {desk.done(list_entries(work, {})), desk.done(similar_entries(work, "1")), desk.done(show_entry(work, "1", false))}) {
    for (const auto* secret : {"欧阳示例", "1101051949", "示例路12号", "example.invalid"}) {
      EXPECT_THAT(answer.text, Not(HasSubstr(secret)));
      EXPECT_THAT(answer.json, Not(HasSubstr(secret)));
    }
  }
  EXPECT_THAT(desk.done(show_entry(work, "1", true)).json, HasSubstr("欧阳示例11010519491231002X"));
}

TEST(EntryLists, DueTellsWhoseMoveItIsMostUrgentFirst) {
  OfficeDesk desk;
  desk.added("2026-11-02");
  desk.added("2026-11-05", person("张示例", "第二件"));
  desk.done(ask_correction(desk.on("2026-11-05"), "2", "请写明", 3));
  const auto items = desk.json(desk.done(due_entries(desk.on("2026-11-09"), 20)))["items"];
  ASSERT_EQ(items.size(), 3U) << items.dump();
  EXPECT_EQ(items[0]["name"], "correct-by");
  EXPECT_EQ(items[0]["ours"], false);
  EXPECT_EQ(items[0]["by"]["date"], "2026-11-10");
  EXPECT_EQ(items[1]["name"], "ask-correction");
  EXPECT_EQ(items[2]["name"], "reply");
  EXPECT_EQ(desk.json(desk.done(due_entries(desk.on("2026-11-09"), 0)))["items"].size(), 0U);
  const auto late = desk.json(desk.done(due_entries(desk.on("2026-12-01"), 0)));
  EXPECT_EQ(late["overdue"], 1);
  EXPECT_EQ(late["items"][0]["name"], "lapse") << "what has no day and is ours is due now";
  EXPECT_EQ(late["items"][1]["days_left"], -1);
}

TEST(EntryLists, WithdrawnAndFilteredLists) {
  OfficeDesk desk;
  const auto number = desk.added("2026-11-02");
  desk.added("2026-11-10", person("张示例", "区里的年度预算"));
  desk.done(withdraw(desk.on("2026-11-03"), number, "书面"));
  EntryFilter filter;
  filter.open = false;
  EXPECT_THAT(desk.done(list_entries(desk.on("2026-11-11"), filter)).text, AllOf(HasSubstr("申请人撤回申请"), Not(HasSubstr("预算"))));
  filter = {};
  filter.text = "预算";
  EXPECT_EQ(desk.json(desk.done(list_entries(desk.on("2026-11-11"), filter)))["total"], 1);
  filter = {};
  filter.limit = 1;
  EXPECT_THAT(desk.done(list_entries(desk.on("2026-11-11"), filter)).text, HasSubstr("共 2 件，这里是 1 件"));
  filter.offset = 1;
  EXPECT_EQ(desk.json(desk.done(list_entries(desk.on("2026-11-11"), filter)))["total"], 2);
  filter.offset = 5;
  EXPECT_EQ(desk.json(desk.done(list_entries(desk.on("2026-11-11"), filter)))["total"], 2) << "beyond the end";
  filter.limit = 50, filter.offset = 1;
  EXPECT_EQ(desk.json(desk.done(list_entries(desk.on("2026-11-11"), filter)))["total"], 2);
}

}  // namespace
}  // namespace mingting
