// What statistics of a period are made from.
#include "desk/register/sqlite/register.hpp"

namespace mingting {

Result<std::vector<PeriodEntry>> SqliteRegister::active_between(Date from, Date to) {
  return file_.look("register-action.count", [&]() -> Result<std::vector<PeriodEntry>> {
    std::vector<PeriodEntry> all;
    std::vector<std::int64_t> ids;
    auto rows = file_.query("SELECT id, kind, received, kiosk IS NOT NULL, finished, "
                             "CASE WHEN kind = 'feedback' THEN answers ELSE '' END FROM entry JOIN submission ON entry = id "
                             "WHERE received < ? AND (finished IS NULL OR finished >= ? OR received >= ?) ORDER BY received, id");
    rows.with(start_of(Date{std::chrono::sys_days{to} + std::chrono::days{1}}), from, start_of(from));
    while (rows.next()) {
      ids.push_back(rows.integer(0));
      PeriodEntry one{rows.named(1, kEntryKinds), rows.instant(2), rows.integer(3) != 0, rows.optional_date(4), {}, 0};
      if (one.kind == EntryKind::Feedback) one.rating = rating_in(answers_from_text(rows.text(5)));
      all.push_back(std::move(one));
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i].kind != EntryKind::Application) continue;
      auto steps = read_steps(file_, ids[i]);
      if (!steps) return fail(steps.error());
      all[i].steps = std::move(*steps);
    }
    return all;
  });
}

}  // namespace mingting
