// What the year's report is made from, and the reports that went out.
#include "desk/register/sqlite/register.hpp"

namespace mingting {

Result<std::vector<CaseFigures>> SqliteRegister::figures() {
  return file_.look("register-action.count", [&]() -> Result<std::vector<CaseFigures>> {
    std::vector<CaseFigures> all;
    auto rows = file_.query("SELECT applicant_kind, counts_from, finished, outcome FROM entry WHERE kind = 'application' "
                             "ORDER BY id");
    while (rows.next()) {
      CaseFigures one{rows.named(0, kApplicantKinds), rows.optional_date(1), rows.optional_date(2), std::nullopt};
      if (!rows.is_null(3)) one.outcome = rows.named(3, kReplyKinds);
      all.push_back(one);
    }
    return all;
  });
}

Result<DisclosureTable> SqliteRegister::change_disclosure(std::chrono::year year, const DisclosureChange& change,
                                                          const Clerk& clerk) {
  return file_.change("register-action.keep-disclosure", [&]() -> Result<DisclosureTable> {
    DisclosureTable table;
    {
      auto row = file_.query("SELECT figures FROM disclosure WHERE year = ?");
      if (row.with(static_cast<int>(year)).next()) table = disclosure_from_text(row.text(0));
    }
    table = changed(table, change);
    file_.query("INSERT INTO disclosure (year, figures, clerk, recorded) VALUES (?, ?, ?, ?) ON CONFLICT (year) "
                 "DO UPDATE SET figures = excluded.figures, clerk = excluded.clerk, recorded = excluded.recorded")
        .with(static_cast<int>(year), disclosure_as_text(table), clerk.name, clerk.now)
        .run();
    return table;
  });
}

Result<std::optional<DisclosureTable>> SqliteRegister::disclosure(std::chrono::year year) {
  return file_.look("register-action.disclosure", [&]() -> Result<std::optional<DisclosureTable>> {
    auto row = file_.query("SELECT figures FROM disclosure WHERE year = ?");
    if (!row.with(static_cast<int>(year)).next()) return std::nullopt;
    return disclosure_from_text(row.text(0));
  });
}

Result<std::int64_t> SqliteRegister::record_dispute(const RegisteredDispute& dispute, const Clerk& clerk) {
  if (auto fine = judge_dispute(dispute); !fine) return fail(fine.error());
  return file_.change("register-action.dispute", [&]() -> Result<std::int64_t> {
    if (dispute.entry != 0) {
      if (const auto state = changeable_entry(file_, dispute.entry); !state) return fail(state.error());
    }
    if (dispute.id != 0 && !file_.query("SELECT 1 FROM dispute WHERE id = ?").with(dispute.id).next()) {
      return fail(Trouble::NotFound, "register.no-such-dispute", dispute.id);
    }
    const auto id = dispute.id != 0 ? dispute.id : next_id(file_, "dispute");
    file_.query("INSERT INTO dispute (id, entry, kind, opened, closed, outcome, note, clerk, recorded) "
                 "VALUES (?, nullif(?, 0), ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET entry = excluded.entry, "
                 "kind = excluded.kind, opened = excluded.opened, closed = excluded.closed, outcome = excluded.outcome, "
                 "note = excluded.note, clerk = excluded.clerk, recorded = excluded.recorded")
        .with(id, dispute.entry, named(kDisputeKinds, dispute.kind).key, dispute.opened, dispute.closed,
              named(kDisputeOutcomes, dispute.outcome).key, dispute.note, clerk.name, clerk.now)
        .run();
    return id;
  });
}

Result<std::vector<RegisteredDispute>> SqliteRegister::disputes() {
  return file_.look("register-action.disputes", [&]() -> Result<std::vector<RegisteredDispute>> {
    std::vector<RegisteredDispute> all;
    auto rows = file_.query("SELECT id, coalesce(entry, 0), kind, opened, closed, outcome, note FROM dispute ORDER BY id");
    while (rows.next()) {
      all.push_back({rows.integer(0), rows.integer(1), rows.named(2, kDisputeKinds), rows.date(3), rows.optional_date(4),
                     rows.named(5, kDisputeOutcomes), rows.text(6)});
    }
    return all;
  });
}

Result<void> SqliteRegister::keep_report(const AnnualReport& report, const Clerk& clerk) {
  const int year = static_cast<int>(report.year);
  return file_.change("register-action.keep-report", [&]() -> Result<void> {
    auto last = file_.query("SELECT coalesce(max(n), 0) FROM report WHERE year = ?");
    last.with(year).next();
    file_.query("INSERT INTO report (year, n, content, clerk, recorded) VALUES (?, ?, ?, ?, ?)")
        .with(year, last.integer(0) + 1, report_as_text(report), clerk.name, clerk.now)
        .run();
    return {};
  });
}

Result<std::optional<AnnualReport>> SqliteRegister::kept_report(std::chrono::year year) {
  return file_.look("register-action.report", [&]() -> Result<std::optional<AnnualReport>> {
    auto row = file_.query("SELECT content FROM report WHERE year = ? ORDER BY n DESC LIMIT 1");
    if (!row.with(static_cast<int>(year)).next()) return std::nullopt;
    return report_from_text(row.text(0));
  });
}

}  // namespace mingting
