// What each kind of reply must say, and the remedy it leaves.
#include "base/said/words.hpp"
#include "domain/case/replies.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mingting {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TEST(Replies, EveryKindHasARuleAKeyAndALeafOfTheReport) {
  std::set<std::string_view> keys;
  std::set<ReportRow> rows;
  for (const auto& row : kReplyKinds) {
    const auto& rule = rule_of(row.value);
    EXPECT_EQ(rule.kind, row.value) << row.key;
    EXPECT_TRUE(keys.insert(row.key).second) << row.key;
    EXPECT_GE(rule.row, ReportRow::Granted) << row.key;
    EXPECT_LE(rule.row, ReportRow::Else) << row.key;
    EXPECT_EQ(value_named(kReplyKinds, row.key), row.value);
    EXPECT_EQ(value_named(kReplyKinds, row.title), row.value);
    rows.insert(rule.row);
  }
  EXPECT_EQ(keys.size(), static_cast<std::size_t>(ReplyKind::Withdrawn) + 1);
  EXPECT_EQ(rows.size(), 21U);  // every leaf can be reached
  EXPECT_EQ(value_named(kReplyKinds, "nonsense"), std::nullopt);
}

TEST(Replies, TheRowsOfTheMapping) {
  const std::map<ReplyKind, ReportRow> expected{
      {ReplyKind::AlreadyPublic, ReportRow::Granted},
      {ReplyKind::Granted, ReportRow::Granted},
      {ReplyKind::OwnAccessRules, ReportRow::AdministrativeQuery},
      {ReplyKind::NotExisting, ReportRow::NotHeld},
      {ReplyKind::NotOurs, ReportRow::NotHeld},
      {ReplyKind::ThirdPartyInterest, ReportRow::ThirdParty},
      {ReplyKind::EnforcementFile, ReportRow::EnforcementFile},
      {ReplyKind::Withdrawn, ReportRow::Else},
      {ReplyKind::Excessive, ReportRow::Excessive},
  };
  for (const auto& [kind, row] : expected) EXPECT_EQ(rule_of(kind).row, row) << reply_title(kind);
}

TEST(Replies, ReviewComesFirstOnlyForArticles14To16) {
  const std::set<ReplyKind> first{ReplyKind::StateSecret,        ReplyKind::BarredByLaw,     ReplyKind::PublicSecurity,
                                  ReplyKind::ThirdPartyInterest, ReplyKind::InternalAffairs, ReplyKind::ProcessInformation,
                                  ReplyKind::EnforcementFile};
  for (const auto& row : kReplyKinds) {
    EXPECT_EQ(rule_of(row.value).remedy == RemedyRoute::ReviewFirst, first.contains(row.value)) << row.key;
    EXPECT_EQ(withholds(row.value), first.contains(row.value)) << row.key;
  }
  EXPECT_EQ(rule_of(ReplyKind::GrantedInPart).remedy, RemedyRoute::OfficerDecides);
  EXPECT_EQ(rule_of(ReplyKind::Withdrawn).remedy, RemedyRoute::None);
}

TEST(Replies, SayWhatTheArticlesDemand) {
  EXPECT_THAT(worded_each(missing_points(ReplyKind::GrantedInPart, {"given"})), ElementsAre(HasSubstr("没有公开"), HasSubstr("理由")));
  EXPECT_THAT(missing_points(ReplyKind::NotOurs, {"reason"}), IsEmpty());  // the other agency: only where known
  EXPECT_THAT(worded_each(missing_points(ReplyKind::NotExisting, {"reason"})), ElementsAre(HasSubstr("检索")));
  EXPECT_THAT(missing_points(ReplyKind::Publication, {}), IsEmpty());
  EXPECT_THAT(missing_points(ReplyKind::Withdrawn, {}), IsEmpty());
}

TEST(Replies, EveryPointHasWords) {
  for (const auto& row : kReplyKinds) {
    for (const auto& point : rule_of(row.value).points) EXPECT_TRUE(told_words().contains(point.what)) << point.what;
  }
}

TEST(Remedies, TheLineByRoute) {
  const RemedyBodies bodies;
  const auto first = worded(remedy_line(RemedyRoute::ReviewFirst, AgencyLevel::Department, bodies).value());
  EXPECT_THAT(first, HasSubstr("应当先申请行政复议"));
  EXPECT_THAT(first, HasSubstr("60日内向南明区人民政府"));
  EXPECT_THAT(first, HasSubstr("15日内"));
  EXPECT_THAT(first, Not(HasSubstr("6个月")));
  const auto either = worded(remedy_line(RemedyRoute::ReviewOrSuit, AgencyLevel::Government, bodies).value());
  EXPECT_THAT(either, HasSubstr("60日内向贵阳市人民政府"));
  EXPECT_THAT(either, HasSubstr("6个月内"));
  EXPECT_THAT(either, Not(HasSubstr("应当先")));
  EXPECT_EQ(worded(remedy_line(RemedyRoute::None, AgencyLevel::Government, bodies).value()), "");
}

TEST(Remedies, WhoReviews) {
  const RemedyBodies bodies;
  EXPECT_EQ(reviewer(AgencyLevel::Department, bodies), "南明区人民政府");
  EXPECT_EQ(reviewer(AgencyLevel::Township, bodies), "南明区人民政府");
  EXPECT_EQ(reviewer(AgencyLevel::Government, bodies), "贵阳市人民政府");
}

TEST(Remedies, AMixedReplyWaitsForTheOfficer) {
  const auto line = remedy_line(RemedyRoute::OfficerDecides, AgencyLevel::Department, {});
  ASSERT_FALSE(line);
  EXPECT_THAT(worded(line.error()), HasSubstr("承办人员选定"));
}

TEST(Remedies, AnInternetReplyOffersReviewOnTheInternet) {
  EXPECT_FALSE(remedy_line(RemedyRoute::ReviewFirst, AgencyLevel::Department, {}, ServedOver::Internet));
  const RemedyBodies bodies{.online_review = "掌上复议"};
  EXPECT_THAT(worded(remedy_line(RemedyRoute::ReviewFirst, AgencyLevel::Department, bodies, ServedOver::Internet).value()),
              HasSubstr("掌上复议"));
}

}  // namespace
}  // namespace mingting
