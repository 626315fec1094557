// The end of retention: who asked and what is taken out, what happened stays. Every figure of a report is as before.
#include <fmt/format.h>

#include <functional>

#include "desk/register/sqlite/register.hpp"

namespace mingting {
namespace {

struct Rewritten {
  std::int64_t n;
  std::string fields;
};

/// A record's fields without the words of people.
using Erase = std::function<StepFields(StepFields)>;

/// Reads all rows first: what is read is not changed meanwhile.
void rewrite(RegisterFile& file, const std::string& table, std::int64_t entry, const Erase& erase) {
  std::vector<Rewritten> rows;
  {
    auto read = file.query(fmt::format("SELECT n, fields FROM {} WHERE entry = ? ORDER BY n", table));
    read.with(entry);
    while (read.next()) {
      auto before = read.text(1);
      auto after = fields_as_text(erase(fields_from_text(before)));
      if (after != before) rows.push_back({read.integer(0), std::move(after)});
    }
  }
  for (const auto& row : rows) {
    file.query(fmt::format("UPDATE {} SET fields = ? WHERE entry = ? AND n = ?", table)).with(row.fields, entry, row.n).run();
  }
}

/// Finished by the day and not in dispute: a review or suit needs its file.
std::vector<std::int64_t> ripe_entries(RegisterFile& file, Date finished_until) {
  std::vector<std::int64_t> ids;
  auto rows = file.query("SELECT id FROM entry WHERE finished IS NOT NULL AND finished <= ? AND erasure IS NULL AND NOT EXISTS "
                         "(SELECT 1 FROM dispute WHERE dispute.entry = entry.id AND dispute.outcome = 'open') ORDER BY id");
  rows.with(finished_until);
  while (rows.next()) ids.push_back(rows.integer(0));
  return ids;
}

void erase_entry(RegisterFile& file, std::int64_t id, std::int64_t erasure, const std::string& mark) {
  file.query("UPDATE entry SET applicant = '', applicant_key = '', wanted = '', erasure = ? WHERE id = ?")
      .with(erasure, id)
      .run();
  file.query("UPDATE submission SET answers = '[]' WHERE entry = ?").with(id).run();
  rewrite(file, "step", id, [&](StepFields fields) { return step_without_words(std::move(fields), mark); });
  rewrite(file, "note", id, [&](StepFields fields) { return note_without_words(std::move(fields), mark); });
  file.query("UPDATE document SET content = '' WHERE entry = ?").with(id).run();
  file.query("UPDATE dispute SET note = ? WHERE entry = ? AND note <> ''").with(mark, id).run();
}

}  // namespace

Result<Erasure> SqliteRegister::erase(const ErasureOrder& order, const Clerk& clerk) {
  if (auto fine = judge_erasure(order, clerk); !fine) return fail(fine.error());
  return file_.change("register-action.erase", [&]() -> Result<Erasure> {
    const auto ids = ripe_entries(file_, order.finished_until);
    const Erasure done{clerk.now, clerk.name, order.basis, ids.size()};
    const auto erasure = next_id(file_, "erasure");
    file_.query("INSERT INTO erasure (id, done, clerk, basis, finished_until, entries) VALUES (?, ?, ?, ?, ?, ?)")
        .with(erasure, done.done, done.by, done.basis, order.finished_until, done.entries)
        .run();
    for (const auto id : ids) erase_entry(file_, id, erasure, order.mark);
    return done;
  });
}

Result<std::vector<Erasure>> SqliteRegister::erasures() {
  return file_.look("register-action.erasures", [&]() -> Result<std::vector<Erasure>> {
    std::vector<Erasure> all;
    auto rows = file_.query("SELECT done, clerk, basis, entries FROM erasure ORDER BY id");
    while (rows.next()) {
      all.push_back({rows.instant(0), rows.text(1), rows.text(2), static_cast<std::uint64_t>(rows.integer(3))});
    }
    return all;
  });
}

}  // namespace mingting
