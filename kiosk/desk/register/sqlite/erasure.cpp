// The end of retention: who asked and what is taken out, what happened stays. Every figure of a report is as before.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "desk/register/sqlite/file.hpp"

namespace mingting {
namespace {

constexpr std::string_view kErased = "已清除";

/// Fields of steps that hold words of people. All others are days, numbers and keys, which the case is folded from. The
/// official who approved an extension is no applicant and stays.
constexpr std::array<std::string_view, 7> kFreeFields{"what",  "good-reason", "party",          "reasons",
                                                      "why",   "how",         "public-interest"};

bool is_free(std::string_view field) { return std::find(kFreeFields.begin(), kFreeFields.end(), field) != kFreeFields.end(); }

/// A word stays where one stood: whether reasons were given still counts (Art. 32).
StepFields without_words(StepFields fields) {
  for (auto& [field, value] : fields) {
    if (is_free(field)) value = kErased;
  }
  return fields;
}

/// What a note holds is not known here: days alone stay.
StepFields days_alone(StepFields fields) {
  for (auto& [field, value] : fields) {
    if (!parse_date(value)) value = kErased;
  }
  return fields;
}

struct Rewritten {
  std::int64_t n;
  std::string fields;
};

/// Reads all rows first: what is read is not changed meanwhile.
void rewrite(RegisterFile& file, const std::string& table, std::int64_t entry, StepFields (*erased)(StepFields)) {
  std::vector<Rewritten> rows;
  {
    auto read = file.query(fmt::format("SELECT n, fields FROM {} WHERE entry = ? ORDER BY n", table));
    read.with(entry);
    while (read.next()) {
      auto before = read.text(1);
      auto after = fields_as_text(erased(fields_from_text(before)));
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

void erase_entry(RegisterFile& file, std::int64_t id, std::int64_t erasure) {
  file.query("UPDATE entry SET applicant = '', applicant_key = '', wanted = '', erasure = ? WHERE id = ?")
      .with(erasure, id)
      .run();
  file.query("UPDATE submission SET answers = '[]' WHERE entry = ?").with(id).run();
  rewrite(file, "step", id, without_words);
  rewrite(file, "note", id, days_alone);
  file.query("UPDATE document SET content = '' WHERE entry = ?").with(id).run();
  file.query("UPDATE dispute SET note = ? WHERE entry = ? AND note <> ''").with(kErased, id).run();
}

}  // namespace

Result<Erasure> Register::erase(Date finished_until, const std::string& basis, const Clerk& clerk) {
  if (!finished_until.ok()) return fail(Trouble::Invalid, "日期不存在");
  if (trimmed(basis).empty()) return fail(Trouble::Invalid, "请写明清除的依据，例如本机关的保管期限规定");
  if (trimmed(clerk.name).empty()) return fail(Trouble::Invalid, "请写明经办人");
  return impl_->change("清除", [&]() -> Result<Erasure> {
    const auto ids = ripe_entries(*impl_, finished_until);
    const Erasure done{clerk.now, clerk.name, basis, ids.size()};
    const auto erasure = next_id(*impl_, "erasure");
    impl_->query("INSERT INTO erasure (id, done, clerk, basis, finished_until, entries) VALUES (?, ?, ?, ?, ?, ?)")
        .with(erasure, done.done, done.by, done.basis, finished_until, done.entries)
        .run();
    for (const auto id : ids) erase_entry(*impl_, id, erasure);
    return done;
  });
}

Result<std::vector<Erasure>> Register::erasures() {
  return impl_->look("读取清除记录", [&]() -> Result<std::vector<Erasure>> {
    std::vector<Erasure> all;
    auto rows = impl_->query("SELECT done, clerk, basis, entries FROM erasure ORDER BY id");
    while (rows.next()) {
      all.push_back({rows.instant(0), rows.text(1), rows.text(2), static_cast<std::uint64_t>(rows.integer(3))});
    }
    return all;
  });
}

}  // namespace mingting
