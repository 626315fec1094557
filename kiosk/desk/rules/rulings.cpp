// Reads a question and asks the rule.
#include "desk/rules/rulings.hpp"

#include <charconv>

#include "base/text/text.hpp"
#include "desk/agency/calendar_file.hpp"
#include "domain/form/submission.hpp"

namespace mingting {
namespace {

constexpr std::uint64_t kMostBatch = 64U << 20U;
constexpr std::int64_t kMostDays = 1000;

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

}  // namespace

Result<WorkdayCount> workday_ruling(const WorkCalendar& calendar, std::string_view line, bool explained) {
  const auto words = words_of(line);
  const auto date = words.size() == 2 ? parse_date(words[0]) : std::nullopt;
  const auto count = date ? count_of(words[1]) : std::nullopt;
  if (!count || *count > kMostDays) return fail(Trouble::Refused, "rules.no-workday-question", kMostDays);
  if (!is_within_years(*date)) return fail(Trouble::Refused, "rules.no-such-year", int{kFirstYear}, int{kLastYear});
  WorkdayCount counted{*date, static_cast<int>(*count), working_days_after(calendar, *date, static_cast<int>(*count)), {}};
  if (explained) counted.days = explain(calendar, counted.from, counted.count);
  return counted;
}

Result<DocumentNumber> number_ruling(std::string_view line) {
  auto number = parse_document_number(line);
  if (!number) return fail(Trouble::Refused, "rules.no-number");
  return std::move(*number);
}

Result<IdentifierVerdict> identifier_ruling(std::string_view line, Date today) {
  const auto text = trimmed(line);
  const auto space = text.find_first_of(" \t,");
  const auto kind = value_named(kIdentifierKinds, std::string_view(text).substr(0, space));
  if (!kind || space == std::string::npos) return fail(Trouble::Refused, "rules.no-identifier-kind", choices_told(kIdentifierKinds));
  const auto subject = trimmed(std::string_view(text).substr(space + 1));
  const auto fault = fault_of(*kind, subject, today);
  return IdentifierVerdict{*kind, fault, fault == IdentifierFault::None || fault == IdentifierFault::NoAreaCode ? shown(*kind, subject) : ""};
}

Result<FeeComparison> fee_ruling(std::string_view line) {
  std::vector<std::int64_t> counts;
  const auto words = words_of(line);
  for (const auto& word : words) {
    if (const auto count = count_of(word)) counts.push_back(*count);
  }
  if (counts.size() != words.size() || counts.size() < 2 || counts.size() > 3) return fail(Trouble::Refused, "rules.no-fee-question");
  if (counts[0] == 0 || counts[1] == 0) return fail(Trouble::Refused, "rules.nothing-to-compare");
  auto both = compare_fees(counts.size() == 3 ? counts[2] : 0, counts[0], counts[1]);
  if (!both) return fail(Trouble::Refused, both.error());
  return both;
}

NumberGaps gaps_ruling(std::string_view lines) {
  NumberGaps gaps;
  std::vector<DocumentNumber> numbers;
  for (const auto& line : numbered_lines(lines)) {
    if (auto parsed = parse_document_number(line.text)) numbers.push_back(std::move(*parsed));
    else gaps.unread.push_back(line.number);
  }
  gaps.sequences = number_sequences(numbers);
  return gaps;
}

std::vector<NumberedLine> numbered_lines(std::string_view lines) {
  if (lines.starts_with("\xEF\xBB\xBF")) lines.remove_prefix(3);
  std::vector<NumberedLine> numbered;
  std::size_t number = 0;
  for (const auto& raw : split(lines, '\n')) {
    ++number;
    if (auto line = trimmed(raw); !line.empty()) numbered.push_back({number, std::move(line)});
  }
  return numbered;
}

Result<std::string> read_batch(FileSystem& files, const Path& path) {
  auto lines = files.read(path, kMostBatch);
  if (!lines) return fail(lines.error().trouble, "rules.unreadable", path.string(), lines.error());
  return lines;
}

Result<WorkCalendar> read_calendar(FileSystem& files, const Path& given, const Path& fallback) {
  const auto beside = calendar_file("content");
  const auto path = !given.empty() ? given : files.exists(beside) ? beside : fallback;
  return read_calendar_file(files, path, {.unreadable = "rules.no-calendar"});
}

}  // namespace mingting
