// Another query code against proof of identity: the one before is void, the new one told once, and who proved
// what is kept.
#include "desk/told/intake/new_code.hpp"

#include "desk/hall/feed.hpp"
#include "desk/office_desk.hpp"
#include "domain/exchange/feed_file.hpp"
#include "intake/sealed/sealing.hpp"
#include "intake/sealed/status_feed.hpp"

namespace mingting {
namespace {

using testing::HasSubstr;
using testing::Not;

class NewCode : public ::testing::Test {
 protected:
  Result<CodeRenewed> renew(const std::string& id, const std::string& proof) {
    return renew_code(desk.on("2026-11-24"), desk.random, id, proof);
  }
  /// Whether number and code find an entry in the feed of that day.
  bool is_found(const std::string& number, const std::string& code) {
    const auto file = desk.desk.folder / "status.feed";
    EXPECT_TRUE(write_status_feed(desk.on("2026-11-25"), file, worded));
    const auto feed = parse_feed(*disk().read(file, 1 << 20));
    const auto ticket = feed_ticket({number}, {code});
    EXPECT_TRUE(feed && ticket);
    return std::any_of(feed->entries.begin(), feed->entries.end(),
                       [&](const FeedEntry& entry) { return entry.key == ticket->key; });
  }

  OfficeDesk desk;
};

TEST_F(NewCode, TheOneBeforeIsVoidInRegisterAndFeed) {
  AddOrder order;
  order.answers = person();
  const auto added = desk.json(desk.done(add_entry(desk.on("2026-11-23"), desk.random, order)));
  const std::string number = added["number"], before = added["code"];
  const auto told = desk.done(renew("1", " 看了本人身份证 "));
  const std::string code = desk.json(told)["code"];
  EXPECT_NE(code, before);
  EXPECT_THAT(told.text, AllOf(HasSubstr(number), HasSubstr(code), HasSubstr("作废")));
  EXPECT_EQ(desk.book.entry(1)->code_hash, vault::query_code_hash({number}, {code}).value());
  EXPECT_TRUE(is_found(number, code));
  EXPECT_FALSE(is_found(number, before));
}

TEST_F(NewCode, WhatProvedTheIdentityIsKeptAndTheCodeIsNot) {
  const auto number = desk.added("2026-11-23");
  const std::string code = desk.json(desk.done(renew(number, "看了本人身份证")))["code"];
  const auto notes = desk.book.notes(1).value();
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_EQ(notes[0].name, kCodeNote);
  EXPECT_EQ(notes[0].fields.at("proof"), "看了本人身份证");
  const auto sheet = text_of(show_entry(desk.on("2026-11-24"), "1", true));
  EXPECT_THAT(sheet, AllOf(HasSubstr("换了查询码"), HasSubstr("看了本人身份证"), Not(HasSubstr(code))));
}

TEST_F(NewCode, IsRefusedWithoutProofAndForWhatIsNotThere) {
  desk.added("2026-11-23");
  const auto before = desk.traces();
  EXPECT_THAT(desk.refusal(renew("1", "  ")), HasSubstr("--proof"));
  EXPECT_EQ(renew("99", "看了本人身份证").error().trouble, Trouble::NotFound);
  EXPECT_EQ(desk.traces(), before);
}

TEST_F(NewCode, ComesOnTheReceiptWherePapersAreWanted) {
  desk.added("2026-11-23");
  desk.out = desk.desk.folder / "papers";
  const auto told = desk.json(desk.done(renew("1", "看了本人身份证")));
  ASSERT_TRUE(told["file"].is_string()) << told;
  EXPECT_TRUE(std::filesystem::exists(Path(told["file"].get<std::string>())));
}

}  // namespace
}  // namespace mingting
