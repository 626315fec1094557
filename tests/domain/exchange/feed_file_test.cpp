// The two files a desk leaves for its kiosks, as text: the status feed and the acknowledgements.
#include "base/said/words.hpp"
#include "base/text/encoding.hpp"
#include "domain/exchange/feed_file.hpp"

#include <gmock/gmock.h>

#include "domain/exchange/acknowledgement.hpp"

namespace mingting {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const Date kDay = *parse_date("2026-11-20");

/// As long as a sealed text of 1024 bytes.
std::string box(char letter) { return to_base64(std::string(1024 + kBoxOverhead, letter)); }
std::string key(char digit) { return std::string(64, digit); }
Feed sample() { return {.as_of = kDay, .entries = {{key('1'), box('A')}, {key('2'), box('B')}, {key('f'), box('C')}}}; }

std::string fault(const std::string& text) {
  const auto feed = read_feed(text);
  return feed ? "" : std::to_string(feed.error().line) + ": " + worded(feed.error().what);
}

TEST(FeedFile, ComesBackSortedWhateverOrderItWasGivenIn) {
  auto entries = sample().entries;
  std::swap(entries[0], entries[2]);
  const auto text = print_feed(entries, kDay);
  EXPECT_THAT(text, testing::StartsWith("mingting-feed-v1 2026-11-20 3\n" + key('1') + " " + box('A') + "\n"));
  const auto feed = parse_feed(text);
  ASSERT_TRUE(feed) << worded(feed.error());
  EXPECT_EQ(*feed, sample());
}

TEST(FeedFile, MayBeEmpty) {
  const auto feed = parse_feed(print_feed({}, kDay));
  ASSERT_TRUE(feed);
  EXPECT_THAT(feed->entries, IsEmpty());
  EXPECT_EQ(feed->as_of, kDay);
}

TEST(FeedFile, FaultsNameTheirLine) {
  const auto sound = print_feed(sample().entries, kDay);
  for (const char* header :
       {"", "hello\n", "mingting-feed-v2 2026-11-20 0\n", "mingting-feed-v1 2026-02-30 0\n", "mingting-feed-v1 2026-11-20 \n",
        "mingting-feed-v1 2026-11-20 -1\n", "mingting-feed-v1 2026-11-20 0 \n"}) {
    EXPECT_THAT(fault(header), testing::StartsWith("1: ")) << header;
  }
  const auto head = [](int count) { return "mingting-feed-v1 2026-11-20 " + std::to_string(count) + "\n"; };
  const auto line = [](const std::string& k, const std::string& b) { return k + " " + b + "\n"; };
  EXPECT_EQ(fault(head(1) + line(key('1'), box('A'))), "");
  EXPECT_THAT(fault(head(2) + line(key('1'), box('A')) + line(key('1'), box('B'))), testing::StartsWith("3: 这一行与上一行重复"));
  EXPECT_THAT(fault(head(2) + line(key('2'), box('A')) + line(key('1'), box('B'))), testing::StartsWith("3: "));
  EXPECT_THAT(fault(head(2) + line(key('1'), box('A'))), HasSubstr("写明 2 条，实有 1 条"));
  for (const auto& bad :
       {line(key('g'), box('A')), line(key('A'), box('A')), line(key('1').substr(1), box('A')),
        line(key('1'), box('A').substr(1)), line(key('1'), std::string(1420, 'A')), line(key('1'), std::string(1418, 'A') + "=="),
        line(key('1'), "*" + box('A').substr(1)), line(key('1'), ""), std::string("\n"),
        key('1') + " " + box('A') /* no line feed: cut off */, line(key('1'), box('A') + "\r")}) {
    EXPECT_THAT(fault(head(1) + bad), testing::StartsWith("2: ")) << bad.substr(0, 70);
  }
  EXPECT_THAT(worded(parse_feed(sound.substr(0, sound.size() - 5)).error()), HasSubstr("第 4 行"));
}

TEST(FeedFile, CutAnywhereItIsRefused) {
  const auto sound = print_feed(sample().entries, kDay);
  for (std::size_t length = 0; length < sound.size(); ++length) ASSERT_FALSE(parse_feed(sound.substr(0, length))) << length;
}

const std::string kKiosk = std::string(43, 'k') + "=";
const std::string kOther = std::string(43, 'b') + "=";

TEST(AcknowledgedFile, ComesBackByKiosk) {
  const Acknowledged one{kKiosk, 12, key('a')}, other{kOther, 1, key('0')};
  const auto text = print_acknowledged({one, other});
  EXPECT_EQ(text, print_acknowledged({other, one}));
  const auto all = parse_acknowledged(text);
  ASSERT_TRUE(all) << worded(all.error());
  EXPECT_THAT(*all, ElementsAre(other, one));
  EXPECT_THAT(*parse_acknowledged(print_acknowledged({})), IsEmpty());
}

TEST(AcknowledgedFile, AChainThatWentTwoWaysHasAnEntryForEachEnd) {
  const Acknowledged one{kKiosk, 12, key('a')}, other{kKiosk, 3, key('b')}, forked{kOther, 2, key('c'), true};
  EXPECT_THAT(*parse_acknowledged(print_acknowledged({one, other, forked})), ElementsAre(forked, one, other));
}

TEST(AcknowledgedFile, WhatIsNoneOrNotWholeIsRefused) {
  for (const auto& text :
       {std::string(), std::string("[]"), std::string("{}"), std::string("{\"format\":\"mingting-acknowledged-v1\"}"),
        std::string("{\"format\":\"x\",\"kiosks\":[]}"), print_acknowledged({}).substr(0, 20)}) {
    EXPECT_FALSE(parse_acknowledged(text)) << text;
  }
  const Acknowledged sound{kKiosk, 3, key('a')};
  for (const auto& bad : {Acknowledged{"", 3, key('a')}, Acknowledged{kKiosk, 0, key('a')}, Acknowledged{kKiosk, 3, "aa"},
                          Acknowledged{kKiosk, 3, key('G')}, Acknowledged{kKiosk, std::uint64_t{1} << 60, key('a')}}) {
    EXPECT_FALSE(parse_acknowledged(print_acknowledged({bad})));
  }
  EXPECT_THAT(worded(parse_acknowledged(print_acknowledged({sound, sound})).error()), HasSubstr("第 2 台"));
  EXPECT_FALSE(parse_acknowledged("{\"format\":\"mingting-acknowledged-v1\",\"kiosks\":[{\"kiosk_key\":\"" + kKiosk +
                                  "\",\"position\":-1,\"hash\":\"" + key('a') + "\"}]}"));
}

}  // namespace
}  // namespace mingting
