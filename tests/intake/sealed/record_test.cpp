// A record's two JSON forms: nothing is lost on the way, and nothing hostile gets through.
#include "intake/sealed/record.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "intake/hall.hpp"

namespace mingting::vault {
namespace {

Envelope envelope() {
  return {.number = "NM-K01-20261123-0001-X",
          .received = at("2026-11-23T09:00"),
          .clock = at("2026-11-23T08:00"),
          .trusted = at("2026-11-23T08:30"),
          .clock_doubtful = true,
          .start = 12,
          .code_hash = std::string(64, 'a')};
}

SealedRecord sealed_record() {
  return {.position = 3,
          .previous = std::string(32, '\x07'),
          .number = "NM-K01-20261123-0001-X",
          .received = at("2026-11-23T09:00"),
          .office_key = office_keys().public_key,
          .sealed = std::string("\0\xFFsealed", 8),
          .signature = std::string(64, '\x09')};
}

TEST(PlainRecord, ComesBackAsItWas) {
  auto submission = application("\"引号\" \\ 换行\n制表\t控制\x01 </script> 😀 𬭸");
  submission.about_item = "work-points/01";
  const auto text = plain_record(envelope(), submission);
  const auto read = read_plain_record(text.view());
  ASSERT_TRUE(read);
  EXPECT_EQ(read->submission, submission);
  EXPECT_EQ(read->number, envelope().number);
  EXPECT_EQ(read->received, envelope().received);
  EXPECT_EQ(read->clock, envelope().clock);
  EXPECT_EQ(read->trusted, envelope().trusted);
  EXPECT_TRUE(read->clock_doubtful);
  EXPECT_EQ(read->start, 12U);
  EXPECT_EQ(read->code_hash, envelope().code_hash);
}

TEST(PlainRecord, MalformedBytesBecomeReplacementCharacters) {
  const auto text = plain_record(envelope(), application("好\xC3\x28\xFF"));
  ASSERT_TRUE(nlohmann::json::accept(text.view()));
  const auto read = read_plain_record(text.view());
  ASSERT_TRUE(read);
  EXPECT_EQ(read->submission.answers[3].value, "好\uFFFD(\uFFFD");
}

TEST(PlainRecord, RefusesWhatIsNone) {
  auto json = nlohmann::json::parse(plain_record(envelope(), application()).view());
  ASSERT_TRUE(read_plain_record(json.dump()));
  for (const auto& member : json.items()) {
    if (member.key() == "format") continue;
    auto without = json;
    without.erase(member.key());
    EXPECT_EQ(read_plain_record(without.dump()).has_value(), member.key() == "trusted") << "without " << member.key();
    auto other = json;
    other[member.key()] = nlohmann::json::array({nlohmann::json::object()});
    EXPECT_FALSE(read_plain_record(other.dump())) << "with another " << member.key();
  }
  json["received"] = INT64_MAX;
  EXPECT_FALSE(read_plain_record(json.dump())) << "a time no calendar holds";
}

TEST(SealedRecordJson, ComesBackAsItWas) {
  const auto record = sealed_record();
  const auto read = record_from_json(record_as_json(record));
  ASSERT_TRUE(read);
  EXPECT_EQ(record_statement(*read), record_statement(record));
  EXPECT_EQ(read->sealed, record.sealed);
  EXPECT_EQ(record_hash(*read), record_hash(record));
}

TEST(SealedRecordJson, TheStatementCoversEveryPart) {
  const auto whole = record_statement(sealed_record());
  const auto differs = [&](auto change) {
    auto record = sealed_record();
    change(record);
    return record_statement(record) != whole;
  };
  EXPECT_TRUE(differs([](SealedRecord& r) { r.position = 4; }));
  EXPECT_TRUE(differs([](SealedRecord& r) { r.previous[0] = 1; }));
  EXPECT_TRUE(differs([](SealedRecord& r) { r.number += "1"; }));
  EXPECT_TRUE(differs([](SealedRecord& r) { r.received += Milliseconds(1); }));
  EXPECT_TRUE(differs([](SealedRecord& r) { r.office_key = office_keys(2).public_key; }));
  EXPECT_TRUE(differs([](SealedRecord& r) { r.sealed += "1"; }));
  EXPECT_THAT(whole, testing::StartsWith("mingting-record-v1\n3\n0707"));
}

TEST(SealedRecordJson, HostileTextIsRefusedQuietly) {
  const auto whole = record_as_json(sealed_record());
  for (std::size_t size = 0; size + 2 < whole.size(); ++size)
    EXPECT_FALSE(record_from_json(whole.substr(0, size)));
  for (const std::string& text :
       {std::string("null"), std::string("[]"), std::string("{\"position\":-1}"),
        std::string("{\"position\":1e99}"), std::string("\xFF\xFE"), std::string(1 << 20, '['),
        std::string(1 << 18, '{'), std::string("{\"a\":") + std::string(1000, '9')}) {
    EXPECT_FALSE(record_from_json(text));
    EXPECT_FALSE(read_plain_record(text));
  }
  auto json = nlohmann::json::parse(whole);
  json["position"] = UINT64_MAX;
  EXPECT_FALSE(record_from_json(json.dump()));
}

}  // namespace
}  // namespace mingting::vault
