// A new holiday notice, the end of retention, a look at the office's files.
#include "desk/told/care.hpp"

#include <fmt/format.h>

#include "base/said/words.hpp"
#include "desk/agency/calendar_file.hpp"
#include "desk/desk_disk.hpp"
#include "desk/office_desk.hpp"

namespace mingting {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

TEST(Care, NoCopyOfTheCalendarIsEverWrittenOver) {
  OfficeDesk desk;
  const auto copy = [&](int n) { return desk.content / fmt::format("desk/holidays.csv.bak-2026-12-22{}", n == 1 ? "" : fmt::format("-{}", n)); };
  for (int n = 1; n <= 120; ++n) ASSERT_TRUE(write_durably(disk(), copy(n), "kept"));
  const auto kept = replace_calendar(disk(), desk.content, "date,kind,name\n", day_of("2026-12-22"));
  ASSERT_TRUE(kept);
  EXPECT_EQ(*kept, copy(121));
  for (int n = 1; n <= 120; ++n) EXPECT_EQ(*disk().read(copy(n), 100), "kept") << n;
}

/// A year as the law has it at the least: 2027, with 4 January off for New Year's Day.
const std::string kWholeYear =
    "2027-01-01,holiday,元旦\n2027-01-04,holiday,元旦\n2027-02-05,holiday,春节\n2027-02-06,holiday,春节\n"
    "2027-02-07,holiday,春节\n2027-02-08,holiday,春节\n2027-04-05,holiday,清明节\n2027-05-01,holiday,劳动节\n"
    "2027-05-02,holiday,劳动节\n2027-06-09,holiday,端午节\n2027-09-15,holiday,中秋节\n2027-10-01,holiday,国庆节\n"
    "2027-10-02,holiday,国庆节\n2027-10-03,holiday,国庆节\n";

/// A desk and its calendar, for notices to be laid on.
struct NoticeDesk : OfficeDesk {
  std::string text() { return *disk().read(content / "calendar/holidays.csv", 1U << 20); }
  Path notice(const std::string& days) { return desk.folder.write("new.csv", "date,kind,name\n" + days); }
  Result<CalendarTaken> take(const std::string& days, bool replace = false) {
    desk.calendar = WorkCalendar::from_csv(text()).value();
    return take_calendar(on("2026-12-22"), notice(days), replace);
  }
};

TEST(Care, ANewNoticeTellsWhatItMovesOnce) {
  NoticeDesk desk;
  desk.added("2026-12-21");
  const auto old_notice = desk.text();
  ASSERT_TRUE(desk.book.keep_calendar_text(old_notice));
  const auto moved = desk.done(desk.take(kWholeYear));
  EXPECT_THAT(moved.text, AllOf(HasSubstr("1 件"), HasSubstr("答复期限"), HasSubstr("2027年1月19日（暂定）"), HasSubstr("2027年1月20日")));
  EXPECT_THAT(desk.text(), AllOf(testing::StartsWith(old_notice), testing::EndsWith("2027-10-03,holiday,国庆节\n")));
  EXPECT_EQ(*disk().read(desk.content / "desk/holidays.csv.bak-2026-12-22", 1U << 20), old_notice);
  desk.desk.calendar = WorkCalendar::from_csv(desk.text()).value();
  EXPECT_FALSE(calendar_is_new(desk.on("2026-12-22")));
  EXPECT_TRUE(desk.json(desk.done(desk.take(kWholeYear)))["moved"].empty());
  ASSERT_TRUE(disk().remove(desk.desk.folder.path() / "new.csv"));
  EXPECT_FALSE(take_calendar(desk.on("2026-12-22"), desk.desk.folder.path() / "new.csv"));
  EXPECT_THAT(desk.refusal(desk.take("2027-01-\n")), HasSubstr("没有启用"));
}

TEST(Care, AYearIsTakenWholeOrNotAtAll) {
  NoticeDesk desk;
  const auto before = desk.text();
  EXPECT_THAT(desk.refusal(desk.take("2027-01-01,holiday,元旦\n2027-01-04,holiday,元旦\n", true)),
              AllOf(HasSubstr("2027 年“春节”的放假日只有 0 天"), HasSubstr("至少 4 天")));
  const std::string skeleton =
      "2026-01-01,holiday,元旦\n2026-02-17,holiday,春节\n2026-04-05,holiday,清明节\n2026-05-01,holiday,劳动节\n"
      "2026-06-19,holiday,端午节\n2026-09-25,holiday,中秋节\n2026-10-01,holiday,国庆节\n";
  EXPECT_THAT(desk.refusal(desk.take(skeleton, true)), AllOf(HasSubstr("“春节”的放假日只有 1 天"), HasSubstr("“国庆”的放假日只有 1 天")));
  EXPECT_THAT(desk.refusal(desk.take("2026-10-14,workday,国庆节\n")), HasSubstr("2026-10-14（星期三）本来就是工作日"));
  EXPECT_THAT(desk.refusal(desk.take("2026-10-03,workday,国庆节\n")), HasSubstr("2026-10-03 是法定节日"));
  EXPECT_EQ(desk.text(), before) << "nothing of what was refused stays";
}

TEST(Care, OneMoreDayOffIsLaidOverTheYear) {
  NoticeDesk desk;
  const auto before = desk.text();
  const auto answer = desk.json(desk.done(desk.take("2026-09-03,holiday,纪念日\n")));
  EXPECT_EQ(answer["changed"], nlohmann::json({2026}));
  EXPECT_EQ(desk.text().size(), before.size() + std::string("2026-09-03,holiday,纪念日\n").size());
  EXPECT_THAT(desk.text(), AllOf(HasSubstr("2026-09-03,holiday,纪念日\n"), HasSubstr("2026-10-05,holiday,国庆节\n")));
}

TEST(Care, AShorterListSaysWhatWouldBeLost) {
  NoticeDesk desk;
  desk.done(desk.take(kWholeYear));
  auto shorter = kWholeYear;
  const std::string lost = "2027-01-04,holiday,元旦\n";
  shorter.erase(shorter.find(lost), lost.size());
  EXPECT_THAT(desk.refusal(desk.take(shorter)), AllOf(HasSubstr("会少 1 个放假日：2027-01-04"), HasSubstr("--replace")));
  EXPECT_THAT(desk.text(), HasSubstr(lost));
  desk.done(desk.take(shorter, true));
  EXPECT_THAT(desk.text(), Not(HasSubstr(lost)));
}

TEST(Care, ANoticeReplacesItsOwnYearsAlone) {
  NoticeDesk desk;
  const std::string before = "date,kind,name\n2025-10-01,holiday,国庆节\n2025-12-31,holiday,元旦\n2026-12-31,holiday,元旦\n2027-01-01,holiday,元旦\n";
  desk.desk.folder.write("content/calendar/holidays.csv", before);
  EXPECT_THAT(desk.refusal(desk.take("", true)), HasSubstr("一天也没有"));
  const auto answer = desk.json(desk.done(desk.take(kWholeYear)));
  EXPECT_EQ(answer["changed"], nlohmann::json({2027}));
  EXPECT_EQ(answer["kept"], nlohmann::json({2025}));
  EXPECT_EQ(desk.text(), "date,kind,name\n2025-10-01,holiday,国庆节\n2025-12-31,holiday,元旦\n" + kWholeYear)
      << "the end of December belongs to the notice of the year after";
}

TEST(Care, TroublesOfTheDiskAreToldInChinese) {
  TempFolder folder;
  const auto file = folder.write("big", std::string(100, 'x'));
  EXPECT_THAT(worded(desk_disk().read(file, 10).error()), HasSubstr("太大"));
  const auto none = desk_disk().read(folder / "none", 10);
  EXPECT_EQ(worded(none.error()), fmt::format("没有 {} 这个文件或文件夹", (folder / "none").string()));
  EXPECT_EQ(none.error().trouble, Trouble::NotFound);
  const auto full = desk_disk().create("/dev/full/x");
  EXPECT_THAT(worded(full.error()), Not(HasSubstr("cannot")));
  const auto device = desk_disk().create("/dev/full");
  ASSERT_TRUE(device);
  EXPECT_THAT(worded((*device)->write("x").error()), HasSubstr("磁盘满了"));
}

TEST(Care, AChangedNoticeInContentIsNoticed) {
  OfficeDesk desk;
  EXPECT_FALSE(calendar_is_new(desk.on("2026-12-22"))) << "nothing was told before";
  ASSERT_TRUE(desk.book.keep_calendar_text(*disk().read(desk.content / "calendar/holidays.csv", 1U << 20)));
  EXPECT_FALSE(calendar_is_new(desk.on("2026-12-22")));
  ASSERT_TRUE(desk.book.keep_calendar_text("date,kind,name\n"));
  EXPECT_TRUE(calendar_is_new(desk.on("2026-12-22")));
}

TEST(Care, ErasingIsCountedAndAgreedFirst) {
  OfficeDesk desk;
  desk.added("2026-11-02");
  desk.added("2026-11-02", person("张示例", "第二件"));
  desk.done(withdraw(desk.on("2026-11-03"), "1", "书面"));
  EXPECT_THAT(desk.refusal(erase_entries(desk.on("2026-11-30"), std::nullopt, true, worded)), HasSubstr("retention_years"));
  EXPECT_THAT(desk.refusal(erase_entries(desk.on("2026-11-30"), day_of("2026-11-29"), false, worded)),
              AllOf(HasSubstr("1 件"), HasSubstr("--yes")));
  EXPECT_EQ(desk.book.entry(1)->applicant.name, "欧阳示例") << "counting erases nothing";
  EXPECT_THAT(desk.done(erase_entries(desk.on("2026-11-30"), day_of("2026-11-29"), true, worded)).text, HasSubstr("已清除 1 件"));
  EXPECT_TRUE(desk.book.entry(1)->erased);
  EXPECT_FALSE(desk.book.entry(2)->erased);
  EXPECT_THAT(desk.done(show_entry(desk.on("2026-11-30"), "1", true)).text, AllOf(HasSubstr("已清除"), Not(HasSubstr("欧阳"))));
  EXPECT_THAT(desk.refusal(convert_entry(desk.on("2026-11-30"), "1", disclosure_draft)), HasSubstr("答复"));
  desk.out = desk.desk.folder / "papers";
  EXPECT_THAT(desk.refusal(entry_papers(desk.on("2026-11-30"), "1", false)), HasSubstr("清除"));
  desk.done(withdraw(desk.on("2026-11-30"), "2", "书面"));
  ASSERT_TRUE(desk.book.record_dispute({.entry = 2, .opened = day_of("2026-11-30")}, clerk_on("2026-11-30")));
  EXPECT_EQ(desk.json(desk.done(erase_entries(desk.on("2026-11-30"), day_of("2026-11-30"), false, worded)))["entries"], 0)
      << "one in dispute is not counted either";
  desk.office.retention_years = 3;
  EXPECT_THAT(desk.done(erase_entries(desk.on("2028-02-29"), std::nullopt, true, worded)).text, HasSubstr("已清除 0 件"));
}

TEST(Care, OneSlipInTheOfficesFileIsSaidOnce) {
  OfficeDesk desk;
  auto text = *disk().read(desk.content / "desk/desk.toml", 1U << 20);
  text.replace(text.find("level = \"") + 9, text.substr(text.find("level = \"") + 9).find('"'), "district");
  desk.desk.folder.write("content/desk/desk.toml", text);
  const auto check =
      check_office(disk(), desk.content, Path(MINGTING_SOURCE) / "fonts/fonts.toml", day_of("2026-11-05"));
  ASSERT_EQ(check->problems.size(), 1U);
  EXPECT_THAT(worded(check->problems[0]), HasSubstr("level 的“district”不认识"));
}

TEST(Care, TheDeskDoesNotCountUnderAKiosksName) {
  OfficeDesk desk;
  const auto named = [&](const std::string& name, const std::vector<EnrolledKiosk>& kiosks) {
    auto text = *disk().read(Path(MINGTING_SOURCE) / "content/desk/desk.toml", 1U << 20);
    text.replace(text.find("\"D01\""), 5, '"' + name + '"');
    desk.desk.folder.write("content/desk/desk.toml", text);
    return check_office(disk(), desk.content, Path(MINGTING_SOURCE) / "fonts/fonts.toml",
                        day_of("2026-11-05"), kiosks);
  };
  const std::vector<EnrolledKiosk> kiosks{{.key = "k", .name = "一楼大厅", .number = "B07"}};
  desk.done(named("D01", kiosks));
  EXPECT_THAT(desk.refusal(named("B07", kiosks)),
              AllOf(HasSubstr("B07"), HasSubstr("一楼大厅"), HasSubstr("desk_name")));
  desk.done(named("B07", {}));
  EXPECT_THAT(desk.refusal(named("K02", {})), AllOf(HasSubstr("K02"), HasSubstr("D01")));
}

TEST(Care, TheOfficesFilesAreLookedAt) {
  OfficeDesk desk;
  const auto check = [&](std::string_view day) {
    return check_office(disk(), desk.content, Path(MINGTING_SOURCE) / "fonts/fonts.toml", day_of(day));
  };
  desk.done(check("2026-11-05"));
  EXPECT_THAT(desk.refusal(check("2026-12-05")), HasSubstr("2027"));
  desk.desk.folder.write("content/desk/templates/reply.toml", "title = \"{不存在的项}\"\n");
  desk.desk.folder.write("content/forms/application.toml", "title = ");
  desk.desk.folder.write("content/calendar/holidays.csv", "date,kind,name\n2026-10-01,holiday,国庆节\n");
  EXPECT_THAT(desk.refusal(check("2026-11-05")),
              AllOf(HasSubstr("reply.toml"), HasSubstr("application.toml"), HasSubstr("2026 年“春节”的放假日只有 0 天")));
}

}  // namespace
}  // namespace mingting
