// A row for every entry, step and paper. What is held back says so.
#include "desk/told/year/export.hpp"

#include "base/said/words.hpp"
#include "base/text/text.hpp"
#include "desk/told/parts/entry.hpp"
#include "desk/told/parts/paper.hpp"
#include "desk/told/parts/step.hpp"

namespace mingting {
namespace {

using Row = std::vector<std::string>;

std::string moment(Instant instant) { return replace_all(iso_local_time(instant), "T", " "); }

std::string yes_or_no(bool yes) { return words(yes ? "csv-export.yes" : "csv-export.no"); }

std::string day_or_none(const std::optional<Date>& day) { return day ? iso_date(*day) : ""; }

/// The head of a table: the column that only whole tables have stands last.
Row head_of(std::initializer_list<std::string_view> columns, std::string_view of_whole_ones, bool whole) {
  Row head;
  for (const auto column : columns) head.push_back(words(column));
  if (whole && !of_whole_ones.empty()) head.push_back(words(of_whole_ones));
  return head;
}

// ---- entries

std::string way_of(const Entry& entry, const Case& one) {
  if (!entry.kiosk_key.empty()) return words("csv-export.at-kiosk");
  const bool by_step = entry.kind == EntryKind::Application && one.phase != Phase::Unreceived;
  return by_step ? std::string(named(kReceiptWays, one.way).title) : words("csv-export.at-desk");
}

std::string answers_of(const Submission& submission) {
  std::vector<std::string> answers;
  for (const auto& answer : submission.answers) answers.push_back(words("csv-export.field", answer.label, answer.display));
  return join(answers, "；");
}

Row entry_row(const ExportedEntry& exported, bool whole) {
  const auto& entry = exported.entry;
  const bool application = entry.kind == EntryKind::Application;
  Row row{std::to_string(entry.id),
          entry.number,
          std::string(named(kEntryKinds, entry.kind).title),
          moment(entry.received),
          yes_or_no(entry.clock_doubtful),
          way_of(entry, exported.one),
          application ? std::string(named(kApplicantKinds, exported.shown.head.applicant_kind).title) : "",
          whole ? entry.applicant.name : applicant_text(exported.shown.head),
          shown_text(exported.shown.wanted),
          day_or_none(exported.one.received),
          application ? std::string(named(kPhases, exported.one.phase).title) : answered_text(exported.shown),
          day_or_none(entry.finished),
          entry.outcome ? std::string(reply_title(*entry.outcome)) : "",
          yes_or_no(entry.erased)};
  if (whole) row.push_back(answers_of(entry.submission));
  return row;
}

CsvRows entry_rows(const RegisterTables& tables) {
  CsvRows rows{head_of({"csv-export.id", "csv-export.number", "csv-export.kind", "csv-export.received", "csv-export.clock-doubtful",
                        "csv-export.way", "csv-export.applicant-kind", "csv-export.applicant", "csv-export.wanted",
                        "csv-export.received-by-law", "csv-export.state", "csv-export.finished", "csv-export.outcome",
                        "csv-export.erased"},
                       "csv-export.answers", tables.whole)};
  for (const auto& entry : tables.entries) rows.push_back(entry_row(entry, tables.whole));
  return rows;
}

// ---- steps

std::string fields_of(const ExportedStep& step) {
  std::vector<std::string> parts;
  for (const auto& [name, value] : step.fields) {
    const auto title = step.title.empty() ? note_word(name) : field_title(name);
    const auto step_name = step.title.empty() ? std::string() : step.name;
    parts.push_back(words("csv-export.field", title, value ? field_value(step_name, name, *value) : words("csv-export.hidden")));
  }
  return join(parts, "；");
}

CsvRows step_rows(const RegisterTables& tables) {
  CsvRows rows{head_of({"csv-export.id", "csv-export.number", "csv-export.step", "csv-export.date", "csv-export.what", "csv-export.by",
                        "csv-export.recorded", "csv-export.in-force", "csv-export.content"},
                       "", tables.whole)};
  for (const auto& [entry, shown, one, steps] : tables.entries) {
    for (std::size_t i = 0; i < steps.size(); ++i) {
      const auto& step = steps[i];
      rows.push_back({std::to_string(entry.id), entry.number, std::to_string(i + 1), iso_date(step.on),
                      step.title.empty() ? note_word(step.name) : step.title, step.by, moment(step.recorded),
                      yes_or_no(step.in_force), fields_of(step)});
    }
  }
  return rows;
}

// ---- papers

CsvRows document_rows(const RegisterTables& tables) {
  CsvRows rows{head_of({"csv-export.id", "csv-export.number", "csv-export.step", "csv-export.document", "csv-export.document-number",
                        "csv-export.date", "csv-export.void"},
                       "csv-export.content", tables.whole)};
  for (const auto& [document, entry_number] : tables.documents) {
    Row row{std::to_string(document.id), entry_number,
            document.step == 0 ? "" : std::to_string(document.step),
            document_title(document.kind), document.number, iso_date(document.on), yes_or_no(document.is_void)};
    if (tables.whole) row.push_back(document.content);
    rows.push_back(std::move(row));
  }
  return rows;
}

// ---- what is lost

CsvRows lost_rows(const RegisterTables& tables) {
  CsvRows rows{head_of({"csv-export.kiosk", "csv-export.first", "csv-export.last", "csv-export.count",
                        "csv-export.reason", "csv-export.by", "csv-export.recorded"},
                       "", tables.whole)};
  for (const auto& [kiosk, lost] : tables.lost) {
    rows.push_back({kiosk, std::to_string(lost.first), std::to_string(lost.last),
                    std::to_string(lost.last - lost.first + 1), lost.reason, lost.by, moment(lost.recorded)});
  }
  return rows;
}

}  // namespace

std::vector<ExportTable> export_tables(const RegisterTables& tables) {
  return {{"entries.csv", entry_rows(tables)},
          {"steps.csv", step_rows(tables)},
          {"documents.csv", document_rows(tables)},
          {"lost.csv", lost_rows(tables)}};
}

std::string as_text(const CsvExported& exported) {
  std::string text;
  for (const auto& [file, rows] : exported.files) text += words("csv-export.rows", file.string(), rows) + "\n";
  return text + words(exported.whole ? "csv-export.whole" : "csv-export.masked") + "\n";
}

OrderedJson as_json(const CsvExported& exported) {
  auto files = OrderedJson::array();
  for (const auto& [file, rows] : exported.files) files.push_back(OrderedJson{{"file", file.string()}, {"rows", rows}});
  return {{"ok", true}, {"whole", exported.whole}, {"files", std::move(files)}};
}

}  // namespace mingting
