// How is content/ published for journeys, and what is added the second time?
#include "journeys/published.hpp"

#include <gtest/gtest.h>

#include "base/clock.hpp"
#include "base/random.hpp"
#include "base/said/words.hpp"
#include "journeys/told_cases.hpp"
#include "publish/build/build.hpp"
#include "publish/content.hpp"
#include "release/installer.hpp"
#include "release/keys.hpp"

namespace mingting {
namespace {

template <class T>
void check(const Result<T>& result) {
  if (result) return;
  ADD_FAILURE() << worded(result.error());
  std::abort();
}

/// Long, with headings, and no longer in force.
Document repealed() {
  Document document;
  document.item.id = "documents/old-lamps";
  document.item.column = "documents";
  document.item.title = "旧路灯办法";
  document.item.validity = Validity::Repealed;
  for (const char* number : {"一", "十", "二十", "三十", "四十"}) {
    const auto name = std::string("第") + number + "节";
    document.blocks.push_back({.kind = BlockKind::Heading, .level = 2, .anchor = name, .spans = {{.text = name}}});
    for (int line = 0; line < 20; ++line) document.blocks.push_back({.kind = BlockKind::Paragraph, .spans = {{.text = "旧路灯的" + name + "。"}}});
  }
  return document;
}

/// Links out of the hall, and struck words.
Document outside() {
  Document document;
  document.item.id = "documents/outside";
  document.item.column = "documents";
  document.item.title = "网址试验";
  document.blocks.push_back(
      {.kind = BlockKind::Paragraph,
       .spans = {{.text = "办事请看"},
                 {.text = "市里的网站", .link = "https://www.example.gov.cn/banshi?from=hall&lang=zh"},
                 {.text = "，"},
                 {.text = "市里的文件",
                  .link = "https://www.example.gov.cn/zwgk/zfxxgkzl/fdzdgknr/zcwj/202101/t20210112_66015838.html?from=hall&lang=zh"},
                 {.text = "，"},
                 {.text = "已经停用的窗口", .struck = true},
                 {.text = "不再受理。"}}});
  document.blocks.push_back(
      {.kind = BlockKind::Bullet,
       .spans = {{.text = "咨询电话 "}, {.text = "0851-12345678", .link = "tel:0851-12345678"}}});
  return document;
}

Document tomorrow() {
  Document document;
  document.item.id = "notices/tomorrow";
  document.item.column = "notices";
  document.item.title = "明天才公布的公告";
  document.item.published = parse_date("2026-11-24");
  document.blocks.push_back({.kind = BlockKind::Paragraph, .spans = {{.text = "孔雀石。"}}});
  return document;
}

Document task_of(int unit) {
  Document document;
  document.item.id = "work-points/unit-" + std::to_string(unit);
  document.item.column = "work-points";
  document.item.title = "任务 " + std::to_string(unit);
  document.item.fields["unit"] = "第" + std::to_string(unit) + "街道";
  document.blocks.push_back({.kind = BlockKind::Paragraph, .spans = {{.text = "一项任务。"}}});
  return document;
}

}  // namespace

const Published& Published::get() {
  static const Published instance;
  return instance;
}

void Published::install(const Path& state) const {
  auto store = ReleaseStore::open(disk(), state);
  ASSERT_TRUE(store) << worded(store.error());
  auto report = store->install(first(), FirstUse::Trust);
  ASSERT_TRUE(report) << worded(report.error());
}

void Published::release(const Path& content, const Path& repository) const {
  if (!std::filesystem::exists(repository)) std::filesystem::copy(first(), repository, std::filesystem::copy_options::recursive);
  auto read = read_content(disk(), content, {});
  check(read);
  ASSERT_TRUE(read->sound());
  build(read->content, repository);
}

Published::Published() {
  SeededRandom random(1);
  check(generate_keys(disk(), random, folder_ / "keys"));
  auto content = read_content(disk(), Path(MINGTING_SOURCE) / "content", {});
  check(content);
  auto calendar = WorkCalendar::from_csv(content->content.holidays_csv);
  check(calendar);
  content->content.status_feed = told_feed(*calendar);
  build(content->content, first());
  std::filesystem::copy(first(), next(), std::filesystem::copy_options::recursive);
  Document notice;
  notice.item.id = "notices/new";
  notice.item.column = "notices";
  notice.item.title = "新发布的公告";
  notice.item.published = parse_date("2026-11-20");
  notice.blocks.push_back({.kind = BlockKind::Paragraph, .spans = {{.text = "刚刚到。"}}});
  content->content.documents.push_back(notice);
  content->content.documents.push_back(repealed());
  content->content.documents.push_back(outside());
  content->content.documents.push_back(tomorrow());
  for (int unit = 1; unit <= 40; ++unit) content->content.documents.push_back(task_of(unit));
  build(content->content, next());
}

void Published::build(const Content& content, const Path& repository) const {
  auto secret = read_key_file(disk(), folder_ / "keys/release.key", "release-secret");
  auto office = read_key_file(disk(), folder_ / "keys/office.pub", "office-public");
  check(secret);
  check(office);
  check(build_release(disk(), ManualClock(kPublished), content, {.repository = repository, .secret_key = *secret, .office_key = *office}));
}

}  // namespace mingting
