// Sealed statuses: found and opened by number and code together, and by nothing else.
#include "base/said/words.hpp"
#include "base/text/encoding.hpp"
#include "intake/sealed/status_feed.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "intake/sealed/sealing.hpp"

namespace mingting {
namespace {

using testing::HasSubstr;
using testing::Not;

const Date kDay = *parse_date("2026-11-20");
const ReceiptNumber kNumber = make_receipt_number("NM", "K01", *parse_date("2026-11-02"), 1);
const QueryCode kCode = *parse_query_code("ABCD-2345");

CaseStatus status(const std::string& outcome = "予以公开") {
  return {.number = kNumber.text,
          .matter = "政府信息公开申请",
          .phase = "awaiting-correction",
          .done = {{kDay, "收到您的申请", "arrived"}, {kDay, "“引号”\\和\n换行", ""}},
          .due = parse_date("2026-11-30"),
          .due_provisional = true,
          .clock_stopped = true,
          .overdue = true,
          .how_counted = "怎么算的",
          .how_counted_en = "How",
          .duties = {{"请补正", parse_date("2026-12-01"), true, "correct"}, {"请留意", std::nullopt, false, ""}},
          .outcome = outcome,
          .reply = "第一行\n第二行",
          .reply_item = "responses/1",
          .as_of = kDay,
          .stopped_by = "correction"};
}

/// The slow hash is slow: made once.
const std::string& code_hash() {
  static const std::string hash = vault::query_code_hash(kNumber, kCode).value();
  return hash;
}
const FeedTicket& ticket() {
  static const FeedTicket made = feed_ticket(kNumber, kCode).value();
  return made;
}

TEST(StatusJson, ComesBackAsItWent) {
  EXPECT_EQ(status_from_json(status_as_json(status())), status());
  EXPECT_EQ(status_from_json(status_as_json(CaseStatus{.as_of = kDay})), CaseStatus{.as_of = kDay});
  EXPECT_THAT(status_as_json(status()), Not(HasSubstr("\n"))) << "one line";
}

TEST(StatusJson, WhatIsNoneIsRefused) {
  const auto sound = nlohmann::json::parse(status_as_json(status()));
  for (const auto& [name, value] : sound.items()) {
    auto without = sound;
    without.erase(name);
    EXPECT_EQ(status_from_json(without.dump()).has_value(), name == "how_counted_en") << name;  // older desks do not tell it
    for (const nlohmann::json& wrong : {nlohmann::json(7), nlohmann::json::object(), nlohmann::json::array({1})}) {
      auto other = sound;
      other[name] = wrong;
      EXPECT_FALSE(status_from_json(other.dump())) << name << " " << wrong;
    }
  }
  auto bad_day = sound;
  bad_day["due"] = "2026-02-30";
  EXPECT_FALSE(status_from_json(bad_day.dump()));
  for (const char* text : {"", "null", "[]", "{", "\"x\""}) EXPECT_FALSE(status_from_json(text)) << text;
  EXPECT_FALSE(status_from_json(status_as_json(status(std::string(17'000, 'x')))));
}

TEST(StatusFeed, NumberAndCodeFindAndOpenIt) {
  const auto entry = seal_status(code_hash(), status());
  ASSERT_TRUE(entry) << worded(entry.error());
  EXPECT_EQ(entry->key, ticket().key);
  EXPECT_EQ(open_status(ticket(), entry->box), status());
  const auto feed = parse_feed(print_feed({*entry}, kDay));
  ASSERT_TRUE(feed) << worded(feed.error());
  EXPECT_EQ(feed->entries, std::vector{*entry});
}

TEST(StatusFeed, AnotherCodeOrNumberFindsAndOpensNothing) {
  const auto entry = seal_status(code_hash(), status()).value();
  const auto other_code = feed_ticket(kNumber, *parse_query_code("ABCD-2346")).value();
  const auto other_number = feed_ticket(make_receipt_number("NM", "K01", *parse_date("2026-11-02"), 2), kCode).value();
  for (const auto& other : {other_code, other_number}) {
    EXPECT_NE(other.key, entry.key);
    EXPECT_FALSE(open_status(other, entry.box));
    EXPECT_FALSE(open_status({.key = entry.key, .opener = other.opener}, entry.box));
    EXPECT_FALSE(open_status({.key = other.key, .opener = ticket().opener}, entry.box))
        << "a box moved to another key is noticed";
  }
  EXPECT_FALSE(open_status({.key = entry.key, .opener = ""}, entry.box));
}

TEST(StatusFeed, NothingOfItCanBeReadWithoutTheCode) {
  const auto entry = seal_status(code_hash(), status()).value();
  const auto bytes =
      entry.key + entry.box + from_base64_up_to(entry.box, 1 << 20).value() + from_hex(entry.key, 32).value();
  EXPECT_THAT(bytes, Not(HasSubstr(kNumber.text)));
  EXPECT_THAT(bytes, Not(HasSubstr("申请")));
  EXPECT_THAT(bytes, Not(HasSubstr(code_hash())));
  EXPECT_THAT(bytes, Not(HasSubstr(from_hex(code_hash(), 32).value()))) << "the slow hash itself is in no feed";
  EXPECT_NE(to_hex(ticket().opener), entry.key);
}

TEST(StatusFeed, TheSameGivesTheSameBytesAndAnotherSharesNoNonce) {
  const auto once = seal_status(code_hash(), status()).value(), again = seal_status(code_hash(), status()).value();
  EXPECT_EQ(once, again);
  const auto nonce = [](const FeedEntry& entry) { return from_base64_up_to(entry.box, 1 << 20).value().substr(0, 24); };
  std::set<std::string> nonces;
  for (int i = 0; i < 50; ++i) nonces.insert(nonce(seal_status(code_hash(), status(std::to_string(i))).value()));
  EXPECT_EQ(nonces.size(), 50U);
}

TEST(StatusFeed, ItsLengthIsOneOfAFew) {
  std::set<std::size_t> lengths;
  for (std::size_t more = 0; more < 15'000; more += 97) {
    const auto entry = seal_status(code_hash(), status(std::string(more, 'x')));
    ASSERT_TRUE(entry) << more << ": " << worded(entry.error());
    EXPECT_EQ(open_status(ticket(), entry->box), status(std::string(more, 'x')));
    lengths.insert(entry->box.size());
  }
  EXPECT_EQ(lengths.size(), std::size(kBoxTexts));
  const auto too_long = seal_status(code_hash(), status(std::string(17'000, 'x')));
  ASSERT_FALSE(too_long);
  EXPECT_THAT(worded(too_long.error()), HasSubstr(kNumber.text));
}

TEST(StatusFeed, AnAlteredBoxIsNotOpened) {
  const auto box = seal_status(code_hash(), status()).value().box;
  const auto bytes = from_base64_up_to(box, 1 << 20).value();
  for (std::size_t at = 0; at < bytes.size(); at += 31) {
    auto altered = bytes;
    altered[at] = static_cast<char>(altered[at] ^ 1);
    EXPECT_FALSE(open_status(ticket(), to_base64(altered))) << at;
  }
  for (const auto& text : {std::string(), std::string("?"), box.substr(0, 52), box.substr(4), std::string(1 << 20, 'A')}) {
    EXPECT_FALSE(open_status(ticket(), text));
  }
}

TEST(StatusFeed, AHashThatIsNoneIsRefused) {
  for (const auto& hash : {std::string(), std::string("x"), std::string(63, 'a'), std::string(64, 'g')})
    EXPECT_FALSE(seal_status(hash, status())) << hash;
}

}  // namespace
}  // namespace mingting
