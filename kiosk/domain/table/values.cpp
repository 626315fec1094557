// A way of reading for each type; a fault is the name of the sentence that says what should stand there.
#include "domain/table/values.hpp"

#include <algorithm>

#include "base/text/cells.hpp"
#include "base/text/text.hpp"
#include "domain/identity/document_number.hpp"
#include "domain/identity/identifiers.hpp"
#include "domain/table/decimal.hpp"
#include "domain/table/period.hpp"

namespace mingting {
namespace {

constexpr int kFen = 2;

CellFault put_figure(const TableColumn& column, std::string& cell) {
  const bool percent = column.type == CellType::Percent, money = column.type == CellType::Money;
  const CellFault wrong{money ? "table-cell.money" : percent ? "table-cell.percent" : "table-cell.number"};
  if (is_scientific(cell, Among::Numbers)) return {"table-cell.scientific"};
  std::string_view written = cell;
  for (const std::string_view sign : {"%", "％"}) {
    if (percent && written.ends_with(sign)) written.remove_suffix(sign.size());
  }
  auto number = number_in(written);
  const auto read = number ? decimal_of(*number) : std::nullopt;
  if (!read || read->scale > most_decimals(column)) return wrong;
  cell = std::move(*number);
  return {};
}

CellFault put_day(std::string& cell) {
  if (is_scientific(cell, Among::Numbers)) return {"table-cell.scientific"};
  const auto day = day_in(cell);
  if (!day) return {"table-cell.date"};
  cell = iso_date(*day);
  return {};
}

CellFault put_period(std::string& cell) {
  auto period = period_in(cell);
  if (!period) return {"table-cell.period"};
  cell = std::move(period->code);
  return {};
}

std::vector<std::string> parted(std::string_view text, std::string_view mark) {
  std::vector<std::string> parts;
  for (std::size_t at = 0;;) {
    const auto end = text.find(mark, at);
    parts.push_back(trimmed(text.substr(at, end == std::string_view::npos ? end : end - at)));
    if (end == std::string_view::npos) return parts;
    at = end + mark.size();
  }
}

/// As the column spells it; nothing when it is none of its choices.
const std::string* choice_of(const TableColumn& column, std::string_view text) {
  const auto exact = std::ranges::find(column.choices, text);
  if (exact != column.choices.end()) return &*exact;
  const auto folded = ascii_lower(fold_width(text));
  const auto found =
      std::ranges::find_if(column.choices, [&](const auto& choice) { return ascii_lower(fold_width(choice)) == folded; });
  return found == column.choices.end() ? nullptr : &*found;
}

bool take_choice(const TableColumn& column, const std::string& text, std::vector<std::string>& taken) {
  if (text.empty()) return true;
  const auto* choice = choice_of(column, text);
  if (choice == nullptr && !column.choices.empty()) return false;
  taken.push_back(choice != nullptr ? *choice : text);
  return true;
}

/// ； parts choices; so does 、 where what stands between is a choice: some choices have a 、 of their own.
bool take_choices(const TableColumn& column, std::string_view cell, std::vector<std::string>& taken) {
  for (const auto& piece : parted(replace_all(std::string(cell), ";", "；"), "；")) {
    if (choice_of(column, piece) != nullptr) {
      if (!take_choice(column, piece, taken)) return false;
      continue;
    }
    for (const auto& part : parted(piece, "、")) {
      if (!take_choice(column, part, taken)) return false;
    }
  }
  return true;
}

CellFault put_option(const TableColumn& column, std::string& cell) {
  if (column.choices.empty() && !column.several) return {};
  std::vector<std::string> taken;
  if (!(column.several ? take_choices(column, cell, taken) : take_choice(column, cell, taken))) return {"table-cell.choice"};
  cell = join(taken, "；");
  return {};
}

CellFault put_credit_code(std::string& cell) {
  auto code = normal_identifier(cell);
  switch (check_credit_code(code)) {
    case IdentifierFault::None: cell = std::move(code); return {};
    case IdentifierFault::OldRegistration: cell = std::move(code); return {};
    case IdentifierFault::Checksum:
    case IdentifierFault::InnerCode: cell = std::move(code); return {"table-cell.credit-doubtful", true};
    default: return {"table-cell.credit"};
  }
}

CellFault put_code(const TableColumn& column, std::string& cell) {
  if (is_scientific(cell, Among::Numbers)) return {"table-cell.scientific"};
  if (column.code == "credit") return put_credit_code(cell);
  if (column.code == "document" && !parse_document_number(cell)) return {"table-cell.document", true};
  if (column.code == "account") {
    const auto plain = normal_identifier(cell);
    if (plain.empty() || !is_plain_name(plain, "*")) return {"table-cell.account"};
  }
  return {};
}

void put_item(std::string& cell) {
  if (cell.starts_with("item:")) cell.erase(0, 5);
  if (cell.ends_with(".md")) cell.resize(cell.size() - 3);
}

CellFault put_phone(const std::string& cell) {
  if (is_scientific(cell, Among::Numbers)) return {"table-cell.scientific"};
  return check_phone(cell) == IdentifierFault::Unusual ? CellFault{"table-cell.phone", true} : CellFault{};
}

char32_t plain_bracket(char32_t c) {
  constexpr std::u32string_view kOpening = U"〔[【﹝（", kClosing = U"〕]】﹞）";
  if (kOpening.find(c) != std::u32string_view::npos) return U'(';
  return kClosing.find(c) != std::u32string_view::npos ? U')' : c;
}

bool parts_nothing(char32_t c) {
  return c == ' ' || c == '\t' || c == 0x3000 || c == 0xA0 || c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

std::string masked_number(std::string_view cell) {
  const auto points = to_code_points(cell);
  constexpr std::size_t kShort = 8, kShortKept = 2, kFirst = 3, kLast = 4;
  const bool brief = points.size() <= kShort;
  const std::size_t first = brief ? 0 : kFirst, last = std::min(points.size(), brief ? kShortKept : kLast);
  if (points.size() <= kShortKept) return std::string(points.size(), '*');
  return to_utf8(points.substr(0, first)) + std::string(points.size() - first - last, '*') + to_utf8(points.substr(points.size() - last));
}

std::string masked_names(std::string_view cell) {
  auto names = parted(replace_all(std::string(cell), "，", "、"), "、");
  for (auto& name : names) name = masked_name(name);
  return join(names, "、");
}

}  // namespace

int most_decimals(const TableColumn& column) {
  if (column.type != CellType::Money) return kMostScale;
  return std::min(kMostScale, kFen + money_power(column.unit).value_or(0));
}

CellFault put_in_form(const TableColumn& column, std::string& cell) {
  if (column.type == CellType::Text) return {is_scientific(cell, Among::Words) ? "table-cell.scientific" : ""};
  if (says_nothing(cell)) return cell.clear(), CellFault{};
  switch (column.type) {
    case CellType::Number:
    case CellType::Money:
    case CellType::Percent: return put_figure(column, cell);
    case CellType::Day: return put_day(cell);
    case CellType::Stretch: return put_period(cell);
    case CellType::Option: return put_option(column, cell);
    case CellType::Code: return put_code(column, cell);
    case CellType::ItemLink: return put_item(cell), CellFault{};
    case CellType::Phone: return put_phone(cell);
    default: return {};
  }
}

TableColumn key_form(const TableColumn& link, const TableColumn& key) {
  TableColumn form = key;
  form.name = link.name, form.title = link.title, form.required = link.required;
  return form;
}

std::vector<std::string> options_in(const TableColumn& column, std::string_view cell) {
  if (cell.empty()) return {};
  return column.several ? parted(cell, "；") : std::vector<std::string>{std::string(cell)};
}

std::string folded_code(const TableColumn& column, std::string_view cell) {
  if (column.code == "document") {
    if (const auto number = parse_document_number(cell)) return print_document_number(*number);
  }
  std::string folded;
  for (const char32_t c : to_code_points(fold_width(cell))) {
    if (!parts_nothing(c)) append_utf8(folded, c >= 'a' && c <= 'z' ? c - 0x20 : plain_bracket(c));
  }
  return folded;
}

std::string masked(Mask mask, std::string_view cell) {
  if (cell.empty()) return "";
  switch (mask) {
    case Mask::None: return std::string(cell);
    case Mask::Name: return masked_names(cell);
    case Mask::Number: return masked_number(cell);
    case Mask::Phone: return masked_phone(cell);
    case Mask::Left: return "";
  }
  return "";
}

Table published_form(const Table& table) {
  Table published = table;
  std::erase_if(published.columns, [](const TableColumn& column) { return column.mask == Mask::Left; });
  return published;
}

std::vector<std::string> published_cells(const Table& table, const std::vector<std::string>& cells) {
  std::vector<std::string> published;
  for (std::size_t i = 0; i < table.columns.size() && i < cells.size(); ++i) {
    const auto mask = table.columns[i].mask;
    if (mask != Mask::Left) published.push_back(masked(mask, cells[i]));
  }
  return published;
}

bool is_shown(const Table& table, const std::vector<std::string>& cells, Date today) {
  if (const auto ends = column_at(table, table.ends); ends && *ends < cells.size()) {
    if (const auto day = parse_date(cells[*ends]); day && today.ok() && *day < today) return false;
  }
  const auto state = column_at(table, table.state);
  if (!state || *state >= cells.size()) return true;
  return std::ranges::none_of(options_in(table.columns[*state], cells[*state]),
                              [&](const auto& option) { return std::ranges::find(table.hidden_states, option) != table.hidden_states.end(); });
}

}  // namespace mingting
