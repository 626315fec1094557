// Both ends of the loop: what visitors hand in at the kiosk, what the office does with it, and what the visitors find when
// they come back. Every part is the real one: the kiosk's screens, the export, the register, the feed, the next release.
#include <gtest/gtest.h>

#include "base/said/words.hpp"
#include "desk/register/sqlite/open.hpp"
#include "desk/told/cases/steps.hpp"
#include "desk/told/hall.hpp"
#include "desk/told/intake/import.hpp"
#include "desk/told/intake/kiosks.hpp"
#include "desk/told/uses.hpp"
#include "journeys/booth.hpp"
#include "journeys/published.hpp"
#include "release/keys.hpp"
#include "support/temp_folder.hpp"

namespace mingting {
namespace {

namespace fs = std::filesystem;

/// What a visitor carries home.
struct Slip {
  std::string number, code;
};

class BothEnds : public ::testing::Test {
 protected:
  BothEnds() {
    fs::copy(Path(MINGTING_SOURCE) / "content", content_, fs::copy_options::recursive);
    office_ = read_office(disk(), content_).value();
    calendar_ = WorkCalendar::from_csv(disk().read(content_ / "calendar/holidays.csv", 1 << 20).value()).value();
    book_ = create_sqlite_register(disk(), {.file = folder_ / "register.db"}, office_.site).value();
    key_ = read_key_file(disk(), Published::get().office_key_file(), "office-secret").value();
  }

  DeskWork on(const char* day) {
    const auto date = *parse_date(day);
    return {.files = disk(), .book = *book_, .office = office_, .calendar = calendar_, .content = content_,
            .clerk = {"示例经办", start_of(date) + std::chrono::hours(10)}, .on = date, .out = {}, .faces = Path(MINGTING_SOURCE) / "fonts/fonts.toml"};
  }
  template <class Answer>
  static void done(const Result<Answer>& answer) {
    const auto told = tell(answer, Shape::Text);
    ASSERT_TRUE(told) << (told ? "" : worded(told.error()));
    EXPECT_TRUE(told->whole) << told->words;
  }

  Slip hand_in(const std::string& wanted) {
    booth_.go("tap 开始使用\ntap 提申请\ntype 您想要什么信息 " + wanted +
              "\ntap 下一步\ntap 个人\ntap 下一步\ntype 申请人的姓名 张示例\ntap 下一步\ntap 居民身份证\ntype 证件号码 11010519491231002X\ntap 下一步\n"
              "type 联系电话 13800138000\ntype 通信地址 贵阳市南明区示例路1号\ntap 下一步\ntap 我已看过\ntap 下一步\ntap 纸质件\ntap 下一步\ntap 自己来领\ntap 下一步\n"
              "tap 提交申请\nexpect 已经收到");
    const auto& receipt = booth_->model().visit->receipts.back().receipt;
    Slip slip{receipt.number.text, receipt.code.text};
    booth_.go("tap 完成，结束使用\ntap 记下了，结束");
    return slip;
  }
  /// As hall staff do it, while the kiosk runs.
  RequestAnswer ask_kiosk(Request::Kind kind, const Path& stick = {}) {
    Request request{.kind = kind, .folder = stick, .id = {}};
    auto answer = ask(booth_.state(), request, [this](bool) {
      booth_.clock.advance(std::chrono::seconds(3));
      booth_->tick();
      return true;
    });
    EXPECT_TRUE(answer) << (answer ? "" : worded(answer.error()));
    return answer.value_or(RequestAnswer{});
  }
  Path stick(const char* name) {
    const Path path = folder_ / name;
    fs::create_directories(path);
    EXPECT_EQ(ask_kiosk(Request::Kind::Export, path).trouble, "");
    return path;
  }
  /// The desk's answers go back to the hall on the day.
  void next_release(const char* day) {
    done(write_status_feed(on(day), content_ / "desk/status.feed", worded));
    done(write_acknowledgements(on(day), content_ / "desk"));
    const Path repository = folder_ / "repository";
    Published::get().release(content_, repository);
    const auto taken = booth_->take_release(repository);
    ASSERT_TRUE(taken) << worded(taken.error());
    booth_->tick();
  }
  void come_back(const Slip& slip, const std::string& expectations) {
    booth_.clock.advance(std::chrono::minutes(5));
    booth_->tick();
    booth_.go("tap 开始使用\ntap 查进度\ntype 编号 " + slip.number + " " + slip.code + "\npress Enter\n" + expectations + "\ntap 结束");
  }

  TempFolder folder_;
  Path content_ = folder_ / "content";
  Office office_;
  WorkCalendar calendar_;
  std::unique_ptr<Register> book_;
  std::string key_;
  Booth booth_;
};

TEST_F(BothEnds, ThreeVisitorsHandInAndEachFindsHowTheirsStands) {
  const auto first = hand_in("示例路改造方案"), second = hand_in("示例学校学区划分"), third = hand_in("示例社区预算");
  const auto monday = stick("monday");

  done(enrol_kiosk(on("2026-11-24"), monday.string(), "一楼大厅", "", worded));
  done(import_exports(on("2026-11-24"), monday, key_));
  EXPECT_EQ(*book_->count({}), 3U);
  done(import_exports(on("2026-11-24"), monday, key_));
  EXPECT_EQ(*book_->count({}), 3U) << "the same stick twice adds nothing";

  done(ask_correction(on("2026-11-26"), first.number, "请写明是哪一年的改造方案", 15));
  done(extend(on("2026-12-18"), second.number, {5, "示例主任"}, {{"reason", "需要查找较早的档案"}}));
  done(reply(on("2026-12-01"), third.number, {.kind = ReplyKind::Granted}, {{"given", "示例社区2025年度预算，附后。"}}));
  done(serve(on("2026-12-02"), third.number, ServiceWay::Direct));

  booth_.clock.set(*parse_local_time("2026-12-18T15:00"));
  next_release("2026-12-18");
  come_back(first, "expect 等您补正\nexpect 最迟 2026年12月17日 办理\nexpect not 哪一年");
  come_back(second, "expect 正在办理\nexpect 最迟 2026年12月28日 答复");
  come_back(third, "expect 已经办结\nexpect 办理结果：予以公开\nexpect not 答复期限现在不计算");
  come_back({first.number, third.code}, "expect 没有查到\nexpect not 补正");

  done(take_correction(on("2026-12-21"), first.number, "邮寄在途"));
  done(ask_opinion(on("2026-12-22"), first.number, {ConsultationKind::ThirdParty, "示例甲公司", *parse_date("2026-12-22")}, ""));
  booth_.clock.set(*parse_local_time("2026-12-23T15:00"));
  next_release("2026-12-23");
  come_back(first, "expect 正在征求第三方的意见\nexpect not 示例甲公司");
}

TEST_F(BothEnds, TheKioskForgetsWhatTheRegisterHoldsAndGoesOn) {
  const auto first = hand_in("示例路改造方案");
  const auto monday = stick("monday");
  const auto kiosk = ask_kiosk(Request::Kind::Status);
  done(enrol_kiosk(on("2026-11-24"), kiosk.key, "一楼大厅", kiosk.fingerprint, worded));
  done(import_exports(on("2026-11-24"), monday, key_));
  const auto later = hand_in("示例学校学区划分");
  EXPECT_EQ(ask_kiosk(Request::Kind::Status).records, 2U);

  next_release("2026-11-24");
  EXPECT_EQ(ask_kiosk(Request::Kind::Status).records, 1U) << "the one that is not in the register yet";
  const auto tuesday = stick("tuesday");
  done(import_exports(on("2026-11-25"), tuesday, key_));
  EXPECT_EQ(*book_->count({}), 2U);
  EXPECT_TRUE(book_->find(later.number)) << "what was handed in after the first stick";
  come_back(first, "expect 正在办理");
}

/// What people opened, from their visits to the list that the next ones are shown.
TEST_F(BothEnds, WhatIsOpenedIsCountedOnceAVisitAndNeverTwiceAtTheDesk) {
  const std::string look = "tap 开始使用\ntap 办事指南\ntap 专区能帮您做什么\ntap 返回\ntap 专区能帮您做什么\ntap 返回\ntap 返回\n";
  const std::string search = "tap 搜索\ntype 搜索 火星移民\nexpect 没有找到\n";
  for (int visit = 0; visit < 4; ++visit) booth_.go(look + "tap 结束");
  booth_.go(look + search + "tap 结束");
  const auto monday = stick("monday");
  done(enrol_kiosk(on("2026-11-24"), monday.string(), "一楼大厅", "", worded));
  for (int time = 0; time < 2; ++time) done(import_exports(on("2026-11-24"), monday, key_));
  EXPECT_EQ(*book_->count({}), 0U) << "nothing was handed in";
  const auto summed = sum_uses(on("2026-11-24"), {.tsv = content_ / "search/uses.tsv"}, uses_table);
  ASSERT_TRUE(summed) << worded(summed.error());
  ASSERT_EQ(summed->items.size(), 1U);
  EXPECT_EQ(summed->items[0].name, "guide/01-hall");
  EXPECT_EQ(summed->items[0].sum(), 5U);
  EXPECT_TRUE(summed->words.empty());

  booth_.go("tap 开始使用\ntap 搜索\nexpect not 大家常看\ntap 结束");
  next_release("2026-11-24");
  booth_.go("tap 开始使用\ntap 搜索\nexpect 大家常看\nshot most-used\ntap 专区能帮您做什么\nexpect 五项服务\ntap 结束");
}

TEST_F(BothEnds, AWordThatFoundNothingIsKeptFromItsThirdDayOn) {
  const auto search = [&](const char* day, const std::string& words) {
    booth_.clock.set(*parse_local_time(day));
    booth_->tick();
    booth_.go("tap 开始使用\ntap 搜索\ntype 搜索 " + words + "\nexpect 没有找到\ntap 结束");
  };
  for (const char* day : {"2026-11-23T10:00", "2026-11-24T10:00"}) search(day, "火星移民");
  for (const char* day : {"2026-11-25T10:00", "2026-11-26T10:00", "2026-11-27T10:00"}) search(day, "欧阳火星");
  const auto early = stick("early");
  search("2026-11-27T11:00", "火星移民");
  const auto late = stick("late");
  EXPECT_TRUE(fs::is_empty(early)) << "hashes and names are nothing to export";
  const auto opened = open_export(disk(), fs::directory_iterator(late)->path(), key_);
  ASSERT_TRUE(opened) << worded(opened.error());
  EXPECT_EQ(opened->uses, (std::vector<WeekOfUses>{{*parse_date("2026-11-23"), {}, {{"火星移民", kFew}}}}));
}

TEST_F(BothEnds, WhereTheHallDoesNotCountNothingIsKeptAnyMore) {
  booth_.go("tap 开始使用\ntap 办事指南\ntap 专区能帮您做什么\ntap 结束");
  EXPECT_TRUE(fs::exists(booth_.state() / "intake/uses.db"));
  const auto site = *disk().read(content_ / "site.toml", 1 << 20);
  ASSERT_TRUE(write_durably(disk(), content_ / "site.toml", "count_uses = false\n" + site));
  next_release("2026-11-24");
  EXPECT_FALSE(fs::exists(booth_.state() / "intake/uses.db"));
  booth_.go("tap 开始使用\ntap 办事指南\ntap 专区能帮您做什么\ntap 结束");
  EXPECT_FALSE(fs::exists(booth_.state() / "intake/uses.db"));
  EXPECT_TRUE(fs::is_empty(stick("monday")));
}

TEST_F(BothEnds, WhileTheClockIsInDoubtNothingIsCounted) {
  booth_.clock.set(*parse_local_time("2031-01-06T10:00"));
  booth_->tick();
  booth_.go("tap 开始使用\ntap 办事指南\ntap 专区能帮您做什么\ntap 结束");
  EXPECT_TRUE(fs::is_empty(stick("monday")));
}

}  // namespace
}  // namespace mingting
