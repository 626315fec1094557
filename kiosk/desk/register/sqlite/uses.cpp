// What kiosks counted, by kiosk and week.
#include "desk/register/sqlite/register.hpp"

namespace mingting {
namespace {

constexpr const char *kItem = "item", *kWord = "word";

void keep_counts(RegisterFile& file, std::int64_t kiosk, Date week, const char* kind, const UseCounts& counts) {
  for (const auto& [name, count] : counts) {
    file.query(
            "INSERT INTO uses (kiosk, week, kind, name, count) VALUES (?, ?, ?, ?, ?) ON CONFLICT (kiosk, week, kind, name) "
            "DO UPDATE SET count = excluded.count WHERE excluded.count > uses.count")
        .with(kiosk, week, kind, name, std::int64_t{count})
        .run();
  }
}

}  // namespace

void keep_uses(RegisterFile& file, std::int64_t kiosk, const std::vector<WeekOfUses>& weeks) {
  for (const auto& each : weeks) {
    keep_counts(file, kiosk, each.week, kItem, each.items);
    keep_counts(file, kiosk, each.week, kWord, each.words);
  }
}

Result<std::vector<KioskUses>> SqliteRegister::uses(Date from, Date to) {
  return file_.look("register-action.read", [&]() -> Result<std::vector<KioskUses>> {
    std::vector<KioskUses> all;
    auto rows = file_.query(
        "SELECT k.key, u.week, u.kind, u.name, u.count FROM uses u JOIN kiosk k ON k.id = u.kiosk "
        "WHERE u.week >= ? AND u.week <= ? ORDER BY u.kiosk, u.week");
    rows.with(week_of(from), to);
    while (rows.next()) {
      const auto key = rows.text(0);
      const auto week = rows.date(1);
      if (all.empty() || all.back().kiosk_key != key || all.back().counted.week != week) all.push_back({key, {week, {}, {}}});
      auto& counted = all.back().counted;
      auto& counts = rows.text(2) == kItem ? counted.items : counted.words;
      counts[rows.text(3)] = static_cast<std::uint32_t>(rows.integer(4));
    }
    return all;
  });
}

}  // namespace mingting
