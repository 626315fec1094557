// What statistics of a period are made from.
#include <algorithm>

#include "desk/register/sqlite/file.hpp"

namespace mingting {
namespace {

constexpr std::string_view kRatingField = "rating";

int rating_in(const std::string& answers) {
  const auto all = answers_from_text(answers);
  const auto found = std::find_if(all.begin(), all.end(), [](const SubmittedAnswer& answer) { return answer.field == kRatingField; });
  const bool fine = found != all.end() && found->value.size() == 1 && found->value[0] >= '1' && found->value[0] <= '5';
  return fine ? found->value[0] - '0' : 0;
}

}  // namespace

Result<std::vector<PeriodEntry>> Register::active_between(Date from, Date to) {
  return impl_->look("统计", [&]() -> Result<std::vector<PeriodEntry>> {
    std::vector<PeriodEntry> all;
    std::vector<std::int64_t> ids;
    auto rows = impl_->query("SELECT id, kind, received, kiosk IS NOT NULL, finished, "
                             "CASE WHEN kind = 'feedback' THEN answers ELSE '' END FROM entry JOIN submission ON entry = id "
                             "WHERE received < ? AND (finished IS NULL OR finished >= ? OR received >= ?) ORDER BY received, id");
    rows.with(start_of(Date{std::chrono::sys_days{to} + std::chrono::days{1}}), from, start_of(from));
    while (rows.next()) {
      ids.push_back(rows.integer(0));
      PeriodEntry one{rows.named(1, kEntryKinds), rows.instant(2), rows.integer(3) != 0, rows.optional_date(4), {}, 0};
      if (one.kind == EntryKind::Feedback) one.rating = rating_in(rows.text(5));
      all.push_back(std::move(one));
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i].kind != EntryKind::Application) continue;
      auto steps = read_steps(*impl_, ids[i]);
      if (!steps) return fail(steps.error());
      all[i].steps = std::move(*steps);
    }
    return all;
  });
}

}  // namespace mingting
