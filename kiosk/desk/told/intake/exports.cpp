// What visitors handed in, safe to print: labels to the left, further lines of an answer below its first.
#include "desk/told/intake/exports.hpp"

#include <algorithm>

#include "base/said/words.hpp"
#include "base/text/text.hpp"
#include "desk/told/parts/days.hpp"

namespace mingting {
namespace {

constexpr std::size_t kWidestLabel = 24;  // columns; a longer label gets a line of its own
constexpr std::size_t kMostShown = 1'000'000;
constexpr std::size_t kMostFaultsListed = 200;  // anybody can make a stick that says a million are missing
constexpr std::size_t kLongestFault = 1000;
constexpr std::size_t kMostStrangersNamed = 10;

std::string one_line(const std::string& text) { return clean_input(text, Lines::One, kMostShown); }

// ---- text -----------------------------------------------------------------------------------------------------------

std::size_t label_width(const LabelledLines& rows) {
  std::size_t width = 0;
  for (const auto& [label, value] : rows) {
    const auto wide = display_width(label);
    if (wide <= kWidestLabel) width = std::max(width, wide);
  }
  return width;
}

/// "  label  first line", further lines below the first.
std::string row_text(const std::string& label, const std::string& value, std::size_t width) {
  const auto wide = display_width(label);
  const std::string indent(2 + width + 2, ' ');
  return "  " + label + (wide <= width ? std::string(width - wide + 2, ' ') : "\n" + indent) +
         replace_all(value, "\n", "\n" + indent) + "\n";
}

std::string moment_text(Instant instant) { return chinese_date(local_date(instant)) + " " + clock_face(instant); }

std::string received_text(const OpenedRecord& record) {
  const auto received = moment_text(record.received);
  if (!record.clock_doubtful) return received;
  return words("opened-export.clock-doubtful", received, moment_text(record.clock), moment_text(record.trusted), record.start);
}

LabelledLines rows_of(const OpenedRecord& record) {
  const auto& submission = record.submission;
  const bool code = record.kind == RecordKind::QueryCode;
  LabelledLines rows{
      {words("opened-export.number"), one_line(record.number)},
      {words("opened-export.received"), received_text(record)},
      {words("opened-export.form"),
       code ? words("opened-export.query-code")
            : words("opened-export.form-named", one_line(submission.form_title), one_line(submission.form_version))}};
  if (!submission.about_item.empty()) rows.push_back({words("opened-export.about-item"), one_line(submission.about_item)});
  for (const auto& answer : submission.answers) {
    rows.push_back({one_line(answer.label), clean_input(answer.display, Lines::Many, kMostShown)});
  }
  return rows;
}

/// The local time as written in export.json, in Chinese; as it is when it is none.
std::string made_text(const OpenedExport& opened) {
  const auto instant = parse_local_time(opened.made);
  return instant ? moment_text(*instant) : one_line(opened.made);
}

// ---- JSON -----------------------------------------------------------------------------------------------------------

OrderedJson record_json(const OpenedRecord& record) {
  const auto& submission = record.submission;
  auto answers = OrderedJson::array();
  for (const auto& answer : submission.answers) {
    answers.push_back({{"field", answer.field}, {"label", answer.label}, {"value", answer.value}, {"display", answer.display}});
  }
  return {{"position", record.position},
          {"kind", record.kind == RecordKind::QueryCode ? "query-code" : "submission"},
          {"number", record.number},
          {"received", moment_json(record.received)},
          {"clock_doubtful", record.clock_doubtful},
          {"clock", moment_json(record.clock)},
          {"trusted", moment_json(record.trusted)},
          {"start", record.start},
          {"code_hash", record.code_hash},
          {"form", submission.form},
          {"form_title", submission.form_title},
          {"form_version", submission.form_version},
          {"rules", submission.rules},
          {"content_release", submission.content_release},
          {"about_item", submission.about_item},
          {"answers", std::move(answers)}};
}

}  // namespace

std::string as_text(const OpenedExport& opened) {
  auto text = words("opened-export.title", one_line(opened.kiosk_name), opened.kiosk_fingerprint, made_text(opened),
                    opened.records.size()) +
              "\n";
  for (const auto& record : opened.records) {
    text += "\n" + words("opened-export.record", record.position) + "\n";
    const auto rows = rows_of(record);
    const auto width = label_width(rows);
    for (const auto& [label, value] : rows) text += row_text(label, value, width);
  }
  return text;
}

OrderedJson as_json(const OpenedExport& opened) {
  auto records = OrderedJson::array();
  for (const auto& record : opened.records) records.push_back(record_json(record));
  return {{"format", 1},
          {"kiosk", {{"name", opened.kiosk_name}, {"key", opened.kiosk_key}, {"fingerprint", opened.kiosk_fingerprint}}},
          {"made", opened.made},
          {"records", std::move(records)},
          {"faults", faults_json(opened.faults)}};
}

std::string as_text(const OpenedExports& exports) {
  std::string text;
  for (const auto& opened : exports) {
    if (opened) text += (text.empty() ? "" : "\n") + as_text(*opened);
  }
  return text;
}

OrderedJson as_json(const OpenedExports& exports) {
  auto list = OrderedJson::array();
  for (const auto& opened : exports) {
    if (opened) list.push_back(as_json(*opened));
  }
  return {{"exports", std::move(list)}};
}

// ---- what is wrong --------------------------------------------------------------------------------------------------

std::string fault_lines(const std::vector<RecordFault>& faults) {
  std::string text;
  const auto listed = std::min(faults.size(), kMostFaultsListed);
  for (std::size_t i = 0; i < listed; ++i) {
    const auto sentence = clean_input(worded(faults[i].what), Lines::One, kLongestFault);
    text += "  " + words("opened-export.fault", faults[i].position, sentence) + "\n";
  }
  if (listed < faults.size()) text += "  " + words("opened-export.more-faults", faults.size() - listed) + "\n";
  return text;
}

OrderedJson faults_json(const std::vector<RecordFault>& faults) {
  auto list = OrderedJson::array();
  for (const auto& fault : faults) list.push_back({{"position", fault.position}, {"sentence", worded(fault.what)}});
  return list;
}

std::string stranger_text(const std::vector<std::string>& strangers) {
  if (strangers.empty()) return "";
  std::vector<std::string> names;
  for (const auto& name : strangers) {
    if (names.size() < kMostStrangersNamed) names.push_back(clean_input(name, Lines::One, 80));
  }
  const auto* code = names.size() < strangers.size() ? "opened-export.many-strangers" : "opened-export.strangers";
  return words(code, strangers.size(), join(names, "、")) + "\n";
}

namespace {

/// The faults with what they are faults of, and the strangers.
std::string fault_report(const OpenedExport& opened) {
  if (opened.faults.empty()) return stranger_text(opened.strangers);
  return words("opened-export.faults", one_line(opened.kiosk_name), opened.faults.size()) + "\n" + fault_lines(opened.faults) +
         stranger_text(opened.strangers);
}

}  // namespace

std::string problems_text(const OpenedExports& exports) {
  std::string text;
  for (const auto& opened : exports) text += opened ? fault_report(*opened) : worded(opened.error()) + "\n";
  return text;
}

}  // namespace mingting
