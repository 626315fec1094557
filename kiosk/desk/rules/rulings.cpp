#include "desk/rules/rulings.hpp"

#include <fmt/format.h>

#include <charconv>
#include <nlohmann/json.hpp>

#include "base/text.hpp"
#include "base/words.hpp"
#include "domain/case/fees.hpp"
#include "domain/identity/identifiers.hpp"
#include "domain/identity/number_gaps.hpp"
#include "domain/form/submission.hpp"

namespace mingting {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::uint64_t kMostBatch = 64U << 20U;
constexpr std::int64_t kMostDays = 1000;
constexpr std::chrono::year kFirstYear{2000}, kLastYear{2199};

/// Malformed UTF-8 in a question must not end the program.
std::string dumped(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Ruling ruling(std::string text, Json json) { return {true, std::move(text), dumped(json)}; }

Ruling refusal(const std::string& sentence) {
  return {false, sentence, dumped(Json{{"ok", false}, {"error", sentence}})};
}

/// Words parted by spaces, tabs or commas.
std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words;
  auto folded = fold_width(line);
  for (const auto mark : {"\t", ",", "\r"}) folded = replace_all(std::move(folded), mark, " ");
  for (auto& word : split(folded, ' ')) {
    if (!word.empty()) words.push_back(std::move(word));
  }
  return words;
}

std::optional<std::int64_t> count_of(std::string_view word) {
  std::int64_t value = 0;
  const auto [at, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc() || at != word.data() + word.size() || value < 0) return std::nullopt;
  return value;
}

// ---- working days ----

constexpr Named<DayReason> kReasons[] = {
    {DayReason::DayZero, "day-zero", ""}, {DayReason::Workday, "workday", ""}, {DayReason::WorkedWeekend, "worked-weekend", ""},
    {DayReason::Weekend, "weekend", ""},  {DayReason::DayOff, "day-off", ""},  {DayReason::Paused, "paused", ""},
};

Json day_json(const CountedDay& day) {
  Json json{{"date", iso_date(day.date)}, {"counted", day.counted}, {"number", day.number}, {"reason", named(kReasons, day.reason).key}};
  if (!day.name.empty()) json["name"] = day.name;
  if (day.assumed) json["assumed"] = true;
  return json;
}

void add_days(std::string& text, Json& json, const std::vector<CountedDay>& days) {
  json["days"] = Json::array();
  for (const auto& day : days) {
    text += fmt::format("\n  {} {}  {}", iso_date(day.date), chinese_weekday(day.date), why(day));
    json["days"].push_back(day_json(day));
  }
}

// ---- identifiers ----

enum class IdentifierKind { Identity, CreditCode, Phone, Postcode, Email, Paper, Receipt };

constexpr Named<IdentifierKind> kIdentifierKinds[] = {
    {IdentifierKind::Identity, "identity", "居民身份证号码"}, {IdentifierKind::CreditCode, "credit-code", "统一社会信用代码"},
    {IdentifierKind::Phone, "phone", "电话号码"},             {IdentifierKind::Postcode, "postcode", "邮政编码"},
    {IdentifierKind::Email, "email", "电子邮箱"},             {IdentifierKind::Paper, "paper", "其他证件号码"},
    {IdentifierKind::Receipt, "receipt", "回执上的编号"},
};

constexpr Named<IdentifierFault> kFaults[] = {
    {IdentifierFault::None, "none", "有效"},
    {IdentifierFault::Length, "length", "长度不对"},
    {IdentifierFault::Characters, "characters", "有不该出现的字符"},
    {IdentifierFault::BirthDate, "birth-date", "出生日期不存在，或者还没有到"},
    {IdentifierFault::Checksum, "checksum", "校验码不对，请核对每一位"},
    {IdentifierFault::InnerCode, "inner-code", "其中的组织机构代码校验不对，请核对每一位"},
};

IdentifierFault fault_of(IdentifierKind kind, const std::string& text, Date today) {
  switch (kind) {
    case IdentifierKind::Identity: return check_identity_number(text, today);
    case IdentifierKind::CreditCode: return check_credit_code(text);
    case IdentifierKind::Phone: return check_phone(text);
    case IdentifierKind::Postcode: return check_postcode(text);
    case IdentifierKind::Email: return check_email(text);
    case IdentifierKind::Paper: return check_other_paper(text);
    case IdentifierKind::Receipt: break;
  }
  return parse_receipt_number(text) ? IdentifierFault::None : IdentifierFault::Checksum;
}

/// What may be repeated of it in an answer; "" for what says too much about a person.
std::string shown(IdentifierKind kind, const std::string& text) {
  switch (kind) {
    case IdentifierKind::Identity: return masked_identity(normal_identifier(text));
    case IdentifierKind::Phone: return masked_phone(text);
    case IdentifierKind::CreditCode:
    case IdentifierKind::Postcode: return normal_identifier(text);
    case IdentifierKind::Receipt: {
      const auto number = parse_receipt_number(text);
      return number ? number->text : "";
    }
    case IdentifierKind::Email:
    case IdentifierKind::Paper: break;
  }
  return {};
}

std::string kinds_in_words() {
  std::vector<std::string> words;
  for (const auto& kind : kIdentifierKinds) words.push_back(fmt::format("{}（{}）", kind.key, kind.title));
  return join(words, "、");
}

// ---- fees ----

Json fee_json(const Fee& fee) {
  Json lines = Json::array();
  for (const auto& line : fee.lines) {
    lines.push_back({{"from", line.from}, {"to", line.to}, {"each", line.yuan}, {"amount", line.amount}});
  }
  return {{"yuan", fee.yuan}, {"lines", std::move(lines)}};
}

std::string fee_text(const Fee& fee, FeeBasis basis) {
  auto text = fmt::format("{}：{}元", named(kFeeBases, basis).title, fee.yuan);
  if (!fee.lines.empty()) text += "\n  " + fee_sentence(fee, basis);
  return text;
}

Json sequence_json(const NumberSequence& sequence) {
  Json missing = Json::array();
  for (const auto& range : sequence.missing) missing.push_back({range.first, range.last});
  return {{"prefix", sequence.prefix},  {"year", sequence.year},         {"count", sequence.count},
          {"highest", sequence.highest}, {"missing", std::move(missing)}, {"repeated", sequence.repeated}};
}

/// Calls `each` with the number and text of every line that is not blank.
template <class F>
void for_lines(std::string_view lines, F each) {
  if (lines.starts_with("\xEF\xBB\xBF")) lines.remove_prefix(3);
  std::size_t number = 0;
  for (const auto& raw : split(lines, '\n')) {
    ++number;
    if (const auto line = trimmed(raw); !line.empty()) each(number, line);
  }
}

}  // namespace

Ruling workday_ruling(const WorkCalendar& calendar, std::string_view line, bool explained) {
  const auto words = words_of(line);
  const auto date = words.size() == 2 ? parse_date(words[0]) : std::nullopt;
  const auto count = date ? count_of(words[1]) : std::nullopt;
  if (!count || *count > kMostDays) return refusal("请写日期和工作日数，如 2026-09-11 20（0 至 1000 天）；日期要有这一天");
  if (date->year() < kFirstYear || date->year() > kLastYear) return refusal("年份不对，请核对：要在 2000 到 2199 之间");
  const auto deadline = working_days_after(calendar, *date, static_cast<int>(*count));
  auto text = fmt::format("{}之后第 {} 个工作日：{}（{}）{}", chinese_date(*date), *count, chinese_date(deadline.date),
                          chinese_weekday(deadline.date), deadline.provisional ? "，暂定：有的年份放假安排还没有公布" : "");
  Json json{{"ok", true}, {"from", iso_date(*date)}, {"count", *count}, {"date", iso_date(deadline.date)}, {"provisional", deadline.provisional}};
  if (explained) {
    add_days(text, json, explain(calendar, *date, static_cast<int>(*count)));
  }
  return ruling(std::move(text), std::move(json));
}

Ruling number_ruling(std::string_view line) {
  const auto number = parse_document_number(line);
  if (!number) return refusal("认不出文号，请写成 筑府办函〔2021〕34号 的样子");
  const auto text = print_document_number(*number);
  return ruling(text, {{"ok", true}, {"text", text}, {"prefix", number->prefix}, {"year", number->year}, {"number", number->number}});
}

Ruling identifier_ruling(std::string_view line, Date today) {
  const auto text = trimmed(line);
  const auto space = text.find_first_of(" \t,");
  const auto kind = value_named(kIdentifierKinds, std::string_view(text).substr(0, space));
  if (!kind || space == std::string::npos) return refusal("请先写种类再写号码；种类有：" + kinds_in_words());
  const auto subject = trimmed(std::string_view(text).substr(space + 1));
  const auto fault = fault_of(*kind, subject, today);
  const auto& row = named(kIdentifierKinds, *kind);
  const bool fine = fault == IdentifierFault::None;
  const auto words = *kind == IdentifierKind::Receipt && !fine ? "不是回执上的编号，或者有写错的字符" : named(kFaults, fault).title;
  const auto masked = fine ? shown(*kind, subject) : std::string();
  Json json{{"ok", fine}, {"kind", row.key}, {"fault", named(kFaults, fault).key}};
  if (!masked.empty()) json["shown"] = masked;
  const auto gap = masked.empty() ? "" : " ";
  return {fine, fmt::format("{}{}{}：{}", row.title, gap, masked, words), dumped(json)};
}

Ruling fee_ruling(std::string_view line) {
  std::vector<std::int64_t> counts;
  const auto words = words_of(line);
  for (const auto& word : words) {
    if (const auto count = count_of(word)) counts.push_back(*count);
  }
  if (counts.size() != words.size() || counts.size() < 2 || counts.size() > 3) {
    return refusal("请写件数和页数，如 1 120；同一申请人本月已有的件数写在最后，如 1 120 15");
  }
  const auto both = compare_fees(counts.size() == 3 ? counts[2] : 0, counts[0], counts[1]);
  if (!both) return refusal(worded(both.error()));
  const auto cheaper = both->cheaper ? named(kFeeBases, *both->cheaper) : Named<FeeBasis>{{}, "same", "一样"};
  auto text = fmt::format("{}\n{}\n较低：{}。由行政机关选定一种，不能两种都收（国办函〔2020〕109号）",
                          fee_text(both->by_items, FeeBasis::Items), fee_text(both->by_pages, FeeBasis::Pages), cheaper.title);
  return ruling(std::move(text), {{"ok", true}, {"items", fee_json(both->by_items)}, {"pages", fee_json(both->by_pages)}, {"cheaper", cheaper.key}});
}

Ruling gaps_ruling(std::string_view lines) {
  std::vector<DocumentNumber> numbers;
  std::vector<std::size_t> unread;
  for_lines(lines, [&](std::size_t number, const std::string& line) {
    if (auto parsed = parse_document_number(line)) numbers.push_back(std::move(*parsed));
    else unread.push_back(number);
  });
  std::vector<std::string> said;
  Json json{{"ok", true}, {"sequences", Json::array()}, {"unread", unread}};
  for (const auto& sequence : number_sequences(numbers)) {
    if (auto report = gap_report(sequence); !report.empty()) said.push_back(std::move(report));
    json["sequences"].push_back(sequence_json(sequence));
  }
  const bool fine = said.empty() && unread.empty();
  json["ok"] = fine;
  if (said.empty()) said.push_back("没有缺号和重号");
  if (!unread.empty()) said.push_back(fmt::format("有 {} 行认不出文号，第一处在第 {} 行", unread.size(), unread.front()));
  return {fine, join(said, "\n"), dumped(json)};
}

BatchAnswer run_batch(std::string_view lines, const Rule& rule, bool json) {
  BatchAnswer answer;
  for_lines(lines, [&](std::size_t number, const std::string& line) {
    const auto given = rule(line);
    if (!given.fine) ++answer.refused;
    // The object's first member is the line it answers.
    answer.text += json ? fmt::format("{{\"line\":{},{}\n", number, given.json.substr(1)) : fmt::format("{}\t{}\n", number, given.text);
  });
  return answer;
}

Result<std::string> read_batch(FileSystem& files, const Path& path) {
  auto lines = files.read(path, kMostBatch);
  if (!lines) return fail(lines.error().trouble, "读不了 {}（{}），请核对文件名；文件最大 64 MB", path.string(), lines.error());
  return lines;
}

Result<WorkCalendar> read_calendar(FileSystem& files, const Path& given, const Path& fallback) {
  const Path beside = Path("content") / "calendar" / "holidays.csv";
  const auto path = !given.empty() ? given : files.exists(beside) ? beside : fallback;
  const auto csv = files.read(path, 1 << 20);
  if (!csv) return fail(csv.error().trouble, "读不了放假安排 {}（{}），可以用 --calendar 指定", path.string(), csv.error());
  auto calendar = WorkCalendar::from_csv(*csv);
  if (!calendar) return fail(calendar.error().trouble, "{}：{}", path.string(), calendar.error());
  return calendar;
}

}  // namespace mingting
