// What the year's report is made from, and the reports that went out.
#include "desk/register/sqlite/file.hpp"

namespace mingting {
namespace {

Result<void> judge_dispute(const RegisteredDispute& one) {
  if (!one.opened.ok() || (one.closed && !one.closed->ok())) return fail(Trouble::Invalid, "日期不存在");
  if (one.closed && *one.closed < one.opened) {
    return fail(Trouble::Invalid, "审结日期{}早于提起日期{}", chinese_date(*one.closed), chinese_date(one.opened));
  }
  if (one.closed && one.outcome == DisputeOutcome::Open) return fail(Trouble::Invalid, "有审结日期的，请写明结果");
  if (!one.closed && one.outcome != DisputeOutcome::Open) return fail(Trouble::Invalid, "写了结果的，请写明审结日期");
  return {};
}

}  // namespace

Result<std::vector<CaseFigures>> Register::figures() {
  return impl_->look("统计", [&]() -> Result<std::vector<CaseFigures>> {
    std::vector<CaseFigures> all;
    auto rows = impl_->query("SELECT applicant_kind, counts_from, finished, outcome FROM entry WHERE kind = 'application' "
                             "ORDER BY id");
    while (rows.next()) {
      CaseFigures one{rows.named(0, kApplicantKinds), rows.optional_date(1), rows.optional_date(2), std::nullopt};
      if (!rows.is_null(3)) one.outcome = rows.named(3, kReplyKinds);
      all.push_back(one);
    }
    return all;
  });
}

Result<void> Register::set_disclosure(std::chrono::year year, const DisclosureTable& table, const Clerk& clerk) {
  const auto kept = change_disclosure(year, [&](DisclosureTable& all) { all = table; }, clerk);
  return kept ? Result<void>{} : fail(kept.error());
}

Result<DisclosureTable> Register::change_disclosure(std::chrono::year year, const std::function<void(DisclosureTable&)>& enter,
                                                    const Clerk& clerk) {
  return impl_->change("保存主动公开数据", [&]() -> Result<DisclosureTable> {
    DisclosureTable table;
    {
      auto row = impl_->query("SELECT figures FROM disclosure WHERE year = ?");
      if (row.with(static_cast<int>(year)).next()) table = disclosure_from_text(row.text(0));
    }
    enter(table);
    impl_->query("INSERT INTO disclosure (year, figures, clerk, recorded) VALUES (?, ?, ?, ?) ON CONFLICT (year) "
                 "DO UPDATE SET figures = excluded.figures, clerk = excluded.clerk, recorded = excluded.recorded")
        .with(static_cast<int>(year), disclosure_as_text(table), clerk.name, clerk.now)
        .run();
    return table;
  });
}

Result<std::optional<DisclosureTable>> Register::disclosure(std::chrono::year year) {
  return impl_->look("读取主动公开数据", [&]() -> Result<std::optional<DisclosureTable>> {
    auto row = impl_->query("SELECT figures FROM disclosure WHERE year = ?");
    if (!row.with(static_cast<int>(year)).next()) return std::nullopt;
    return disclosure_from_text(row.text(0));
  });
}

Result<std::int64_t> Register::record_dispute(const RegisteredDispute& dispute, const Clerk& clerk) {
  if (auto fine = judge_dispute(dispute); !fine) return fail(fine.error());
  return impl_->change("记录复议诉讼", [&]() -> Result<std::int64_t> {
    if (dispute.entry != 0) {
      if (const auto state = changeable_entry(*impl_, dispute.entry); !state) return fail(state.error());
    }
    if (dispute.id != 0 && !impl_->query("SELECT 1 FROM dispute WHERE id = ?").with(dispute.id).next()) {
      return fail(Trouble::NotFound, "没有第 {} 件复议诉讼", dispute.id);
    }
    const auto id = dispute.id != 0 ? dispute.id : next_id(*impl_, "dispute");
    impl_->query("INSERT INTO dispute (id, entry, kind, opened, closed, outcome, note, clerk, recorded) "
                 "VALUES (?, nullif(?, 0), ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET entry = excluded.entry, "
                 "kind = excluded.kind, opened = excluded.opened, closed = excluded.closed, outcome = excluded.outcome, "
                 "note = excluded.note, clerk = excluded.clerk, recorded = excluded.recorded")
        .with(id, dispute.entry, named(kDisputeKinds, dispute.kind).key, dispute.opened, dispute.closed,
              named(kDisputeOutcomes, dispute.outcome).key, dispute.note, clerk.name, clerk.now)
        .run();
    return id;
  });
}

Result<std::vector<RegisteredDispute>> Register::disputes() {
  return impl_->look("读取复议诉讼", [&]() -> Result<std::vector<RegisteredDispute>> {
    std::vector<RegisteredDispute> all;
    auto rows = impl_->query("SELECT id, coalesce(entry, 0), kind, opened, closed, outcome, note FROM dispute ORDER BY id");
    while (rows.next()) {
      all.push_back({rows.integer(0), rows.integer(1), rows.named(2, kDisputeKinds), rows.date(3), rows.optional_date(4),
                     rows.named(5, kDisputeOutcomes), rows.text(6)});
    }
    return all;
  });
}

Result<void> Register::keep_report(const AnnualReport& report, const Clerk& clerk) {
  const int year = static_cast<int>(report.year);
  return impl_->change("保存年度报告", [&]() -> Result<void> {
    auto last = impl_->query("SELECT coalesce(max(n), 0) FROM report WHERE year = ?");
    last.with(year).next();
    impl_->query("INSERT INTO report (year, n, content, clerk, recorded) VALUES (?, ?, ?, ?, ?)")
        .with(year, last.integer(0) + 1, report_as_text(report), clerk.name, clerk.now)
        .run();
    return {};
  });
}

Result<std::optional<AnnualReport>> Register::kept_report(std::chrono::year year) {
  return impl_->look("读取年度报告", [&]() -> Result<std::optional<AnnualReport>> {
    auto row = impl_->query("SELECT content FROM report WHERE year = ? ORDER BY n DESC LIMIT 1");
    if (!row.with(static_cast<int>(year)).next()) return std::nullopt;
    return report_from_text(row.text(0));
  });
}

}  // namespace mingting
