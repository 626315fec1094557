// What are the made-up applications, and how do they stand?
#include "journeys/told_cases.hpp"

#include <gtest/gtest.h>

#include "base/said/words.hpp"
#include "domain/case/status.hpp"
#include "intake/sealed/sealing.hpp"

namespace mingting {

std::vector<ToldCase> told_cases() {
  return {
      // NM-K01-20261102-0001: runs
      {"2026-11-02", "ABCD-2345", {}, "", ""},
      // NM-K01-20261103-0001: to be corrected
      {"2026-11-03", "BCDE-3456", {{"2026-11-09", CorrectionAsked{"写明文号", 15}}}, "", ""},
      // NM-K01-20261104-0001: a third party is asked
      {"2026-11-04", "CDEF-4567", {{"2026-11-10", Extended{10, "示例主任"}}, {"2026-11-12", ConsultationSent{ConsultationKind::ThirdParty, "示例甲公司", {}}}, {"2026-11-16", ConsultationDelivered{3}}}, "", ""},
      // NM-K01-20261009-0001: finished, the reply published
      {"2026-10-09",
       "DEFG-5678",
       {{"2026-10-12", CorrectionAsked{"写明年份", 10}}, {"2026-10-16", CorrectionReceived{}}, {"2026-10-20", FeeNotified{FeeBasis::Pages, 240}},
        {"2026-10-23", FeePaid{}}, {"2026-11-05", Replied{.kind = ReplyKind::Granted, .number = "南公开复〔2026〕7号"}},
        {"2026-11-09", Served{ServiceWay::Direct}}},
       "您申请的示例道路改造方案，予以公开。\n方案已经在本机发布。",
       "faq/01-cost"},
      // NM-K01-20261012-0001: replied to in time, and not served
      {"2026-10-12", "EFGH-6789", {{"2026-11-05", Replied{.kind = ReplyKind::Granted, .number = "南公开复〔2026〕8号"}}}, "", "faq/01-cost"},
  };
}

ReceiptNumber number_of(const ToldCase& told) { return make_receipt_number("NM", "K01", *parse_date(told.day), 1); }

Case case_of(const ToldCase& told, const Reckoning& with) {
  const auto step_on = [](const char* day, StepWhat what) { return Step{*parse_date(day), "示例经办", start_of(*parse_date(day)), std::move(what)}; };
  auto one = record({}, step_on(told.day, Arrived{ReceiptWay::InPerson, {}}), with);
  for (const auto& [day, what] : told.steps) {
    if (one) one = record(*one, step_on(day, what), with);
  }
  EXPECT_TRUE(one) << told.day << ": " << (one ? "" : worded(one.error()));
  return one.value_or(Case{});
}

Feed told_feed(const WorkCalendar& calendar) {
  const LocalRules rules;
  const Reckoning with{calendar, rules};
  Feed feed{.as_of = *parse_date(kToldOn), .entries = {}};
  for (const auto& told : told_cases()) {
    auto status = status_of(case_of(told, with), with, feed.as_of, worded);
    status.number = number_of(told).text;
    status.matter = "政府信息公开申请";
    status.reply = told.reply;
    status.reply_item = told.reply_item;
    auto entry = seal_status(vault::query_code_hash(number_of(told), QueryCode{told.code}).value(), status);
    EXPECT_TRUE(entry) << (entry ? "" : worded(entry.error()));
    if (entry) feed.entries.push_back(*entry);
  }
  return parse_feed(print_feed(feed.entries, feed.as_of)).value();
}

}  // namespace mingting
