// What goes back to the hall: each finds how their own stands, and kiosks may forget what is safe.
#include "desk/told/hall.hpp"

#include "base/said/words.hpp"
#include "desk/office_desk.hpp"
#include "desk/told/feedback.hpp"
#include "domain/exchange/acknowledgement.hpp"
#include "intake/sealed/status_feed.hpp"

namespace mingting {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

struct FeedDesk : OfficeDesk {
  Path file = desk.folder / "status.feed";

  /// Receipt number and code of something taken in.
  std::pair<std::string, std::string> taken(std::string_view day, const AddOrder& order) {
    const auto answer = json(done(add_entry(on(day), random, order)));
    return {answer["number"], answer["code"]};
  }
  /// What the one who holds number and code finds.
  std::optional<CaseStatus> found(const std::pair<std::string, std::string>& receipt) {
    const auto feed = parse_feed(*disk().read(file, 1U << 24));
    if (!feed) return std::nullopt;
    const auto ticket = feed_ticket(*parse_receipt_number(receipt.first), *parse_query_code(receipt.second));
    for (const auto& entry : feed->entries) {
      if (entry.key == ticket->key) return open_status(*ticket, entry.box);
    }
    return std::nullopt;
  }
};

TEST(FeedCommands, EachFindsHowTheirOwnStands) {
  FeedDesk desk;
  AddOrder application, feedback;
  application.answers = person();
  feedback.form = "feedback";
  feedback.answers = {{"rating", "4"}, {"comment", "灯太暗"}};
  const auto asked = desk.taken("2026-11-02", application), said = desk.taken("2026-11-02", feedback);
  desk.done(reply(desk.on("2026-11-03"), "1", {.kind = ReplyKind::Granted}, {{"given", "改造方案一份"}}));
  const auto item = desk.desk.folder.write("content/documents/2025-road.md", "示例");
  desk.done(mark_converted(desk.on("2026-11-03"), "1", "documents/2025-road"));
  desk.done(answer_feedback(desk.on("2026-11-04"), "2", "灯已经换好"));
  EXPECT_THAT(desk.done(write_status_feed(desk.on("2026-11-05"), desk.file, worded)).text, HasSubstr("2 件"));
  const auto status = desk.found(asked);
  ASSERT_TRUE(status);
  EXPECT_EQ(status->number, asked.first);
  EXPECT_EQ(status->phase, "reply-made");
  EXPECT_EQ(status->due, day_of("2026-11-30"));
  EXPECT_EQ(status->reply_item, "documents/2025-road");
  EXPECT_THAT(status->reply, HasSubstr("南公开复〔2026〕1号"));
  const auto answered = desk.found(said);
  ASSERT_TRUE(answered);
  EXPECT_EQ(answered->phase, "answered");
  EXPECT_EQ(answered->reply, "灯已经换好");
  EXPECT_FALSE(desk.found({asked.first, said.second})) << "another's code opens nothing";
  ASSERT_TRUE(disk().remove(item));
  desk.done(write_status_feed(desk.on("2026-11-05"), desk.file, worded));
  EXPECT_EQ(desk.found(asked)->reply_item, "") << "the item is gone again";
  EXPECT_THAT(*disk().read(desk.file, 1U << 24), AllOf(Not(HasSubstr(asked.first)), Not(HasSubstr("示例"))));
}

TEST(FeedCommands, FinishedLongAgoAndWithoutACodeAreLeftOut) {
  FeedDesk desk;
  AddOrder order;
  order.answers = person();
  const auto asked = desk.taken("2026-11-02", order);
  desk.done(withdraw(desk.on("2026-11-03"), "1", "书面"));
  auto record = record_at(1, application_of(1), "2026-11-02T09:00");
  record.code_hash.clear();
  ASSERT_TRUE(desk.book.import(export_of({record}), clerk_on("2026-11-02"), desk.desk.with()));
  desk.office.feed_days = 10;
  const auto near = desk.json(desk.done(write_status_feed(desk.on("2026-11-13"), desk.file, worded)));
  EXPECT_EQ(near["entries"], 1);
  EXPECT_EQ(near["without_code"], 1);
  EXPECT_EQ(desk.json(desk.done(write_status_feed(desk.on("2026-11-14"), desk.file, worded)))["entries"], 0);
}

TEST(FeedCommands, WhatIsSafeIsAcknowledged) {
  FeedDesk desk;
  ASSERT_TRUE(desk.book.import(applications(1, 3), clerk_on("2026-11-02"), desk.desk.with()));
  EXPECT_THAT(desk.done(write_acknowledgements(desk.on("2026-11-05"), desk.desk.folder / "out")).text,
              AllOf(HasSubstr("一楼大厅"), HasSubstr("3")));
  const auto read = parse_acknowledged(*disk().read(desk.desk.folder / "out/acknowledged.json", 1U << 20));
  ASSERT_TRUE(read);
  ASSERT_EQ(read->size(), 1U);
  EXPECT_EQ(read->front().kiosk_key, kKioskKey);
  EXPECT_EQ(read->front().position, 3U);
  EXPECT_EQ(read->front().hash, record_at(3, application_of(3)).hash);
}

TEST(FeedCommands, AnItemThatIsNotThereIsNotPublished) {
  FeedDesk desk;
  desk.added("2026-11-02");
  desk.desk.folder.write("content/documents/2025-road.md", "示例");
  desk.desk.folder.write("outside.md", "示例");
  const auto before = desk.traces();
  for (const auto& item : {std::string("documents/none"), std::string("../outside"), std::string("documents/../../outside"),
                           (desk.desk.folder / "outside").string(), std::string("documents"), std::string(" ")}) {
    EXPECT_THAT(desk.refusal(mark_converted(desk.on("2026-11-03"), "1", item)), HasSubstr("没有条目")) << item;
  }
  EXPECT_EQ(desk.traces(), before);
  desk.done(mark_converted(desk.on("2026-11-03"), "1", "documents/2025-road"));
}

}  // namespace
}  // namespace mingting
