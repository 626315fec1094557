// Papers that went out, numbered without gaps: a number is given in the transaction that keeps its paper, or not at all.
#include "desk/register/sqlite/register.hpp"

namespace mingting {
namespace {

const std::string kReadPapers = "SELECT id, entry, step, kind, number, day, content, void FROM document ";

std::vector<IssuedDocument> papers_in(Query& rows) {
  std::vector<IssuedDocument> all;
  while (rows.next()) {
    all.push_back({.id = rows.integer(0),
                   .entry = rows.integer(1),
                   .step = static_cast<int>(rows.integer(2)),
                   .kind = rows.text(3),
                   .number = rows.text(4),
                   .on = rows.date(5),
                   .content = rows.text(6),
                   .is_void = rows.integer(7) != 0});
  }
  return all;
}

}  // namespace

PaperNumber next_paper_number(RegisterFile& file, const DocumentDraft& draft) {
  if (draft.prefix.empty()) return {};
  const int year = static_cast<int>(draft.on.year());
  auto row = file.query("SELECT coalesce(max(serial), 0) + 1 FROM document WHERE prefix = ? AND year = ?");
  row.with(draft.prefix, year).next();
  const DocumentNumber number{draft.prefix, year, static_cast<int>(row.integer(0))};
  return {number, print_document_number(number)};
}

Result<IssuedDocument> issue_paper(RegisterFile& file, const PaperPlace& place, const DocumentDraft& draft,
                                   const PaperNumber& number) {
  if (!draft.on.ok()) return fail(Trouble::Invalid, "register.no-such-day-of-paper");
  auto content = draft.content(number.text, place.one);
  if (!content) return fail(content.error());
  IssuedDocument document{.id = next_id(file, "document"),
                          .entry = place.entry,
                          .step = place.step,
                          .kind = draft.kind,
                          .number = number.text,
                          .on = draft.on,
                          .content = std::move(*content)};
  std::optional<std::string> prefix;
  std::optional<int> year, serial;
  if (!number.text.empty()) prefix = number.number.prefix, year = number.number.year, serial = number.number.number;
  file.query("INSERT INTO document (id, entry, step, kind, prefix, year, serial, number, day, content, void) "
             "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)")
      .with(document.id, document.entry, document.step, document.kind, prefix, year, serial, document.number, document.on,
            document.content)
      .run();
  return document;
}

Result<IssuedDocument> SqliteRegister::issue(std::int64_t id, const DocumentDraft& draft) {
  return file_.change("register-action.issue", [&]() -> Result<IssuedDocument> {
    const auto state = changeable_entry(file_, id);
    if (!state) return fail(state.error());
    const auto steps = read_steps(file_, id);
    if (!steps) return fail(steps.error());
    const auto one = case_of(*steps);
    return issue_paper(file_, {id, 0, one}, draft, next_paper_number(file_, draft));
  });
}

Result<std::vector<IssuedDocument>> SqliteRegister::documents(std::int64_t id) {
  return file_.look("register-action.papers", [&]() -> Result<std::vector<IssuedDocument>> {
    if (!file_.query("SELECT 1 FROM entry WHERE id = ?").with(id).next()) return no_such_entry(id);
    auto rows = file_.query(kReadPapers + "WHERE entry = ? ORDER BY id");
    return papers_in(rows.with(id));
  });
}

Result<std::vector<IssuedDocument>> SqliteRegister::all_documents() {
  return file_.look("register-action.papers", [&]() -> Result<std::vector<IssuedDocument>> {
    auto rows = file_.query(kReadPapers + "ORDER BY coalesce(prefix, ''), coalesce(year, 0), coalesce(serial, 0), id");
    return papers_in(rows);
  });
}

}  // namespace mingting
