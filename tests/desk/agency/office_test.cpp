// What an office may spoil in desk.toml, and how it is told.
#include "base/said/words.hpp"
#include "desk/agency/office.hpp"

#include <gmock/gmock.h>

#include "base/text/text.hpp"
#include "desk/papers/documents_fixture.hpp"

namespace mingting {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

/// What read_office says of a desk.toml of this text.
std::string complaint(const std::string& text) {
  CopiedContent copy;
  copy.folder.write("desk/desk.toml", text);
  const auto office = read_office(disk(), copy.folder.path());
  return office ? "" : worded(office.error());
}

TEST(Office, OfTheContentFolder) {
  const auto office = read_office(disk(), kContent);
  ASSERT_TRUE(office) << worded(office.error());
  EXPECT_EQ(office->site, "nanming");
  EXPECT_EQ(office->receipt_prefix, "NM");
  EXPECT_EQ(office->agency, "南明区人民政府办公室");
  EXPECT_EQ(office->number_prefixes.at("reply"), "南公开复");
  EXPECT_FALSE(office->number_prefixes.contains("registration-receipt"));
  EXPECT_EQ(office->rules, LocalRules{});  // what is written out is what the program assumes
  EXPECT_EQ(office->bodies.city_government, "贵阳市人民政府");
  EXPECT_EQ(office->feedback_days, 0);
  EXPECT_EQ(office->feed_days, 365);
}

TEST(Office, InventsNoPhoneAndNoAddress) {
  const auto office = read_office(disk(), kContent).value();
  for (const auto& value : {office.address, office.hours, office.phone}) EXPECT_EQ(value, "以大厅公示为准");
  EXPECT_EQ(office.postcode + office.bodies.online_review, "");
}

TEST(Office, TakesTheHallsDataWhereItHasNoneOfItsOwn) {
  CopiedContent copy;
  copy.folder.write("desk/desk.toml", "phone = \"示例电话\"\n");
  const auto office = read_office(disk(), copy.folder.path()).value();
  EXPECT_EQ(office.agency, "南明区人民政府办公室");
  EXPECT_EQ(office.address, "以大厅公示为准");
  EXPECT_EQ(office.phone, "示例电话");
  EXPECT_EQ(office.desk_name, "D01");
  EXPECT_TRUE(office.number_prefixes.empty());
}

TEST(Office, ReadsEveryRule) {
  CopiedContent copy;
  copy.folder.write("desk/desk.toml", R"(level = "department"
desk_name = "D12"
[rules]
internet_receipt = "on-arrival"
correction_period = 10
fee_clock = "pauses-until-paid"
[fees-by-item]
tiers = [{ up_to = 5, yuan = 0 }]
step_width = 2
step_rise = 50
[remedy]
court = "示例法院"
online_review = "示例网址"
[promises]
feedback_days = 5
letter_days = 7
retention_years = 3
feed_days = 90
)");
  const auto office = read_office(disk(), copy.folder.path()).value();
  EXPECT_EQ(office.level, AgencyLevel::Department);
  const LocalRules expected{InternetReceipt::OnArrival, 10, FeeClock::PausesUntilPaid, {{{5, 0}}, 2, 50}, page_scale()};
  EXPECT_EQ(office.rules, expected);
  EXPECT_EQ(office.bodies.court + office.bodies.online_review, "示例法院示例网址");
  EXPECT_EQ(office.feedback_days * 1000 + office.letter_days * 100 + office.retention_years * 10, 5730);
  EXPECT_EQ(office.feed_days, 90);
}

TEST(Office, FaultsAreNamedWithFileAndLine) {
  EXPECT_THAT(complaint("level = \"city\"\n"),
              AllOf(StartsWith("desk/desk.toml 第 1 行："), HasSubstr("department、township、government")));
  EXPECT_THAT(complaint("\n[numbers]\nreply = \"南公开复〔2026〕\"\n"), AllOf(HasSubstr("第 3 行"), HasSubstr("机关代字")));
  EXPECT_THAT(complaint("[numbers]\nrepley = \"南公开复\"\n"), AllOf(HasSubstr("第 2 行"), HasSubstr("最接近的是 reply")));
  EXPECT_THAT(complaint("desk_name = \"一号\"\n"), HasSubstr("D01"));
  EXPECT_THAT(complaint("[rules]\ncorrection_period = 0\n"), AllOf(HasSubstr("第 2 行"), HasSubstr("1 到 60")));
  EXPECT_THAT(complaint("[rules]\ncorrection_period = \"15\"\n"), HasSubstr("整数"));
  EXPECT_THAT(complaint("phone = 12345\n"), HasSubstr("双引号"));
  EXPECT_THAT(complaint("[remedy]\ncourt = \"\"\n"), AllOf(HasSubstr("第 2 行"), HasSubstr("court 是空的")));
  EXPECT_THAT(complaint("[fees-by-page]\ntiers = [\n{ up_to = 30, yuan = 0 },\n{ up_to = 20, yuan = 1 },\n]\n"),
              AllOf(HasSubstr("第 4 行"), HasSubstr("一档比一档大")));
  EXPECT_THAT(complaint("phone = \"没有右引号\n"), AllOf(HasSubstr("第 1 行"), HasSubstr("引号")));
  EXPECT_THAT(complaint("agency = 1\nlevel = 2\n"), AllOf(HasSubstr("第 1 行"), HasSubstr("\ndesk/desk.toml 第 2 行")));
}

TEST(Office, NeedsItsFile) {
  CopiedContent copy;
  std::filesystem::remove(copy.folder / "desk/desk.toml");
  const auto office = read_office(disk(), copy.folder.path());
  ASSERT_FALSE(office);
  EXPECT_EQ(office.error().trouble, Trouble::NotFound);
  EXPECT_THAT(worded(office.error()), HasSubstr("缺少 desk/desk.toml"));
  copy.folder.write("site.toml", "id = \"nanming\"\n");
  EXPECT_THAT(worded(read_office(disk(), copy.folder.path()).error()),
              AllOf(HasSubstr("site.toml：缺少 office"), HasSubstr("receipt_prefix")));
}

}  // namespace
}  // namespace mingting
