// Each kind of ruling in its words.
#include "desk/told/rulings.hpp"

#include "base/said/words.hpp"
#include "base/text/text.hpp"

namespace mingting {
namespace {

// ---- working days

constexpr Named<DayReason> kReasons[] = {
    {DayReason::DayZero, "day-zero", ""}, {DayReason::Workday, "workday", ""}, {DayReason::WorkedWeekend, "worked-weekend", ""},
    {DayReason::Weekend, "weekend", ""},  {DayReason::DayOff, "day-off", ""},  {DayReason::Paused, "paused", ""},
};

OrderedJson day_json(const CountedDay& day) {
  OrderedJson json{{"date", iso_date(day.date)},
                   {"counted", day.counted},
                   {"number", day.number},
                   {"reason", named(kReasons, day.reason).key}};
  if (!day.name.empty()) json["name"] = day.name;
  if (day.assumed) json["assumed"] = true;
  return json;
}

// ---- identifiers

/// Their words are in [identifier-fault].
constexpr Named<IdentifierFault> kFaults[] = {
    {IdentifierFault::None, "none", ""},           {IdentifierFault::Length, "length", ""},
    {IdentifierFault::Characters, "characters", ""}, {IdentifierFault::BirthDate, "birth-date", ""},
    {IdentifierFault::Checksum, "checksum", ""},   {IdentifierFault::InnerCode, "inner-code", ""},
    {IdentifierFault::OldRegistration, "old-registration", ""}, {IdentifierFault::NoAreaCode, "no-area-code", ""},
    {IdentifierFault::Unusual, "unusual", ""},
};

std::string fault_text(const IdentifierVerdict& verdict) {
  const bool receipt = verdict.kind == IdentifierKind::Receipt && verdict.fault != IdentifierFault::None;
  return words("identifier-fault." + std::string(receipt ? "receipt" : named(kFaults, verdict.fault).key));
}

// ---- fees

std::string fee_text(const Fee& fee, FeeBasis basis) {
  const auto text = words("fee-ruling.one-way", named(kFeeBases, basis).title, fee.yuan);
  return fee.lines.empty() ? text : text + "\n  " + worded(how_charged(fee, basis));
}

OrderedJson fee_json(const Fee& fee) {
  auto lines = OrderedJson::array();
  for (const auto& line : fee.lines) {
    lines.push_back({{"from", line.from}, {"to", line.to}, {"each", line.yuan}, {"amount", line.amount}});
  }
  return {{"yuan", fee.yuan}, {"lines", std::move(lines)}};
}

// ---- gaps

Remark range_remark(const NumberRange& range) {
  return range.first == range.last ? remark("number-gaps.one", range.first) : remark("number-gaps.several", range.first, range.last);
}

OrderedJson sequence_json(const NumberSequence& sequence) {
  auto missing = OrderedJson::array();
  for (const auto& range : sequence.missing) missing.push_back({range.first, range.last});
  return {{"prefix", sequence.prefix},  {"year", sequence.year},         {"count", sequence.count},
          {"highest", sequence.highest}, {"missing", std::move(missing)}, {"repeated", sequence.repeated}};
}

bool is_sound(const NumberSequence& sequence) { return sequence.missing.empty() && sequence.repeated.empty(); }

}  // namespace

std::string as_text(const WorkdayCount& counted) {
  const auto& [date, provisional] = counted.deadline;
  auto text = words(provisional ? "rules.workday-provisional" : "rules.workday", counted.from, counted.count, date,
                    chinese_weekday(date));
  for (const auto& day : counted.days) text += "\n  " + iso_date(day.date) + " " + chinese_weekday(day.date) + "  " + worded(why(day));
  return text;
}

OrderedJson as_json(const WorkdayCount& counted) {
  OrderedJson json{{"ok", true},
                   {"from", iso_date(counted.from)},
                   {"count", counted.count},
                   {"date", iso_date(counted.deadline.date)},
                   {"provisional", counted.deadline.provisional}};
  for (const auto& day : counted.days) json["days"].push_back(day_json(day));
  return json;
}

std::string as_text(const DocumentNumber& number) { return print_document_number(number); }

OrderedJson as_json(const DocumentNumber& number) {
  return {{"ok", true}, {"text", as_text(number)}, {"prefix", number.prefix}, {"year", number.year}, {"number", number.number}};
}

bool is_whole(const IdentifierVerdict& verdict) {
  return verdict.fault == IdentifierFault::None || verdict.fault == IdentifierFault::NoAreaCode;
}

std::string as_text(const IdentifierVerdict& verdict) {
  const auto kind = named(kIdentifierKinds, verdict.kind).title;
  if (verdict.shown.empty()) return words("rules.identifier", kind, fault_text(verdict));
  return words("rules.identifier-shown", kind, verdict.shown, fault_text(verdict));
}

OrderedJson as_json(const IdentifierVerdict& verdict) {
  OrderedJson json{{"ok", is_whole(verdict)},
                   {"kind", named(kIdentifierKinds, verdict.kind).key},
                   {"fault", named(kFaults, verdict.fault).key}};
  if (!verdict.shown.empty()) json["shown"] = verdict.shown;
  return json;
}

std::string as_text(const FeeComparison& both) {
  const auto cheaper = both.cheaper ? std::string(named(kFeeBases, *both.cheaper).title) : words("fee-ruling.same");
  return fee_text(both.by_items, FeeBasis::Items) + "\n" + fee_text(both.by_pages, FeeBasis::Pages) + "\n" +
         words("fee-ruling.both", cheaper);
}

OrderedJson as_json(const FeeComparison& both) {
  return {{"ok", true},
          {"items", fee_json(both.by_items)},
          {"pages", fee_json(both.by_pages)},
          {"cheaper", both.cheaper ? named(kFeeBases, *both.cheaper).key : "same"}};
}

std::string gaps_text(const NumberSequence& sequence) {
  if (is_sound(sequence)) return "";
  std::vector<Remark> missing, repeated, said;
  for (const auto& range : sequence.missing) missing.push_back(range_remark(range));
  for (const int number : sequence.repeated) repeated.push_back(range_remark({number, number}));
  if (!missing.empty()) said.push_back(remark("number-gaps.missing", missing));
  if (!repeated.empty()) said.push_back(remark("number-gaps.repeated", repeated));
  return sequence.year == 0 ? words("number-gaps.of-orders", sequence.prefix, said)
                            : words("number-gaps.of-year", sequence.prefix, sequence.year, said);
}

bool is_whole(const NumberGaps& gaps) {
  return gaps.unread.empty() && std::all_of(gaps.sequences.begin(), gaps.sequences.end(), is_sound);
}

std::string as_text(const NumberGaps& gaps) {
  std::vector<std::string> said;
  for (const auto& sequence : gaps.sequences) {
    if (!is_sound(sequence)) said.push_back(gaps_text(sequence));
  }
  if (said.empty()) said.push_back(words("number-gaps.none"));
  if (!gaps.unread.empty()) said.push_back(words("number-gaps.unread", gaps.unread.size(), gaps.unread.front()));
  return join(said, "\n");
}

OrderedJson as_json(const NumberGaps& gaps) {
  auto sequences = OrderedJson::array();
  for (const auto& sequence : gaps.sequences) sequences.push_back(sequence_json(sequence));
  return {{"ok", is_whole(gaps)}, {"sequences", std::move(sequences)}, {"unread", gaps.unread}};
}

}  // namespace mingting
