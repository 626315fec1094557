// The commands for what the register cannot count itself: part 2's figures, and reviews and suits.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/text.hpp"
#include "desk/year/report/report.hpp"
#include "desk/told/table_text.hpp"
#include "desk/year/making.hpp"
#include "domain/year/sheets.hpp"

namespace mingting {
namespace {

constexpr std::int64_t kMostFigure = 999'999'999;
constexpr std::int64_t kFenInTenThousand = 1'000'000;  // 万元
constexpr std::size_t kDecimals = 6;

// ---- figures ----

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t value = 0;
  const auto [at, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || text.front() == '-' || error != std::errc() || at != text.data() + text.size() || value > kMostFigure) {
    return std::nullopt;
  }
  return value;
}

/// 12.5 万元 as fen, exactly.
std::optional<std::int64_t> fen_of(std::string_view text) {
  const auto point = text.find('.');
  const auto whole = whole_number(text.substr(0, point));
  if (!whole || point == std::string_view::npos) return whole ? std::optional(*whole * kFenInTenThousand) : std::nullopt;
  std::string decimals(text.substr(point + 1));
  if (decimals.empty() || decimals.size() > kDecimals) return std::nullopt;
  decimals.resize(kDecimals, '0');
  const auto part = whole_number(decimals);
  return part ? std::optional(*whole * kFenInTenThousand + *part) : std::nullopt;
}

const DisclosureSlot* slot_named(std::string_view name) {
  const auto slots = disclosure_slots();
  const auto found =
      std::find_if(slots.begin(), slots.end(), [name](const auto& slot) { return slot.key == name || slot.title == name; });
  return found == slots.end() ? nullptr : &*found;
}

/// Adds it, or says what is wrong.
std::string take(DisclosureChange& typed, const std::string& value) {
  const auto folded = fold_width(value);
  const auto equals = folded.find('=');
  const auto name = trimmed(folded.substr(0, equals));
  const auto figure = equals == std::string::npos ? std::string() : replace_all(trimmed(folded.substr(equals + 1)), ",", "");
  if (name == "rest" || name == "其余") {
    typed.rest_is_zero = true;
    return figure == "0" ? "" : "其余只能填 0：写成 其余=0";
  }
  const auto* slot = slot_named(name);
  if (slot == nullptr) return fmt::format("没有“{}”这一项", name);
  const auto number = figure_typed(figure, slot->money);
  if (!number) {
    return slot->money ? fmt::format("{}要写成 {}=万元数，最多六位小数，如 {}=12.5", name, name, name)
                       : fmt::format("{}要写成 {}=件数，不小于 0 的整数", name, name);
  }
  slot->figure(typed.entered) = *number;
  return "";
}

std::string shown(const DisclosureSlot& slot, const Figure& figure) {
  if (!figure) return "还没有填";
  return slot.money ? ten_thousands(*figure) + " 万元" : fmt::format("{}", *figure);
}

CommandAnswer told(int year, DisclosureTable table) {
  std::size_t blank = 0;
  TextTable text{{"名称", "含义", "数字"}, {}};
  OrderedJson figures;
  for (const auto& slot : disclosure_slots()) {
    const auto& figure = slot.figure(table);
    blank += figure ? 0U : 1U;
    text.rows.push_back({std::string(slot.title), std::string(slot.what), shown(slot, figure)});
    figures[std::string(slot.key)] = figure ? OrderedJson(*figure) : OrderedJson(nullptr);
  }
  const auto rest = blank == 0 ? std::string("都填好了\n")
                               : fmt::format("还有 {} 项没有填：mingting-desk figures {} 名称=数字 ……；没有的填 0，其余都没有的写 其余=0\n", blank, year);
  return {true, fmt::format("{} 年年报第二部分\n{}{}", year, table_text(text), rest),
          json_text({{"ok", true}, {"year", year}, {"blank", blank}, {"figures", std::move(figures)}})};
}

// ---- disputes ----

OrderedJson dispute_json(const RegisteredDispute& dispute) {
  return {{"id", dispute.id},
          {"kind", named(kDisputeKinds, dispute.kind).key},
          {"opened", iso_date(dispute.opened)},
          {"closed", dispute.closed ? OrderedJson(iso_date(*dispute.closed)) : OrderedJson(nullptr)},
          {"outcome", named(kDisputeOutcomes, dispute.outcome).key},
          {"entry", dispute.entry == 0 ? OrderedJson(nullptr) : OrderedJson(dispute.entry)},
          {"note", dispute.note}};
}

OrderedJson dispute_answer_json(const RegisteredDispute& dispute) {
  OrderedJson json{{"ok", true}};
  json.update(dispute_json(dispute));
  return json;
}

std::string dispute_text(const RegisteredDispute& dispute) {
  auto text = fmt::format("第 {} 件 {}，{}提起，{}", dispute.id, named(kDisputeKinds, dispute.kind).title, chinese_date(dispute.opened),
                          named(kDisputeOutcomes, dispute.outcome).title);
  if (dispute.closed) text += fmt::format("（{}审结）", chinese_date(*dispute.closed));
  return text + "\n";
}

template <class E, std::size_t N>
std::string choices_of(const Named<E> (&table)[N]) {
  std::vector<std::string> all;
  for (const auto& one : table) all.push_back(fmt::format("{}（{}）", one.key, one.title));
  return join(all, "、");
}

Answered recorded(const DeskWork& work, RegisteredDispute dispute) {
  const auto id = work.book.record_dispute(dispute, work.clerk);
  if (!id) return refused_or_failed(id.error());
  dispute.id = *id;
  return CommandAnswer{true, "已记录：" + dispute_text(dispute), json_text(dispute_answer_json(dispute))};
}

/// Why the dispute cannot have been raised on that day; "" when it can. A review may be about not having been answered at
/// all, and a suit may follow such a review.
Result<std::string> raised_too_early(const DeskWork& work, const RegisteredDispute& dispute) {
  const auto entry = work.book.entry(dispute.entry);
  if (!entry) return fail(entry.error());
  const auto steps = work.book.steps(dispute.entry);
  if (!steps) return fail(steps.error());
  const auto one = case_of(*steps);
  const auto arrived = one.arrived.value_or(local_date(entry->received));
  if (dispute.opened < arrived) {
    return fmt::format("没有记：第 {} 件{}才收到，复议、诉讼不会在{}提起。请核对 --on", dispute.entry, chinese_date(arrived),
                       chinese_date(dispute.opened));
  }
  if (dispute.kind == DisputeKind::Review || (one.replied && *one.replied <= dispute.opened)) return std::string();
  const auto all = work.book.disputes();
  if (!all) return fail(all.error());
  const bool reviewed = std::any_of(all->begin(), all->end(), [&](const RegisteredDispute& other) {
    return other.entry == dispute.entry && other.kind == DisputeKind::Review && other.opened <= dispute.opened;
  });
  if (dispute.kind == DisputeKind::SuitAfterReview && reviewed) return std::string();
  return fmt::format("没有记：第 {} 件到{}还没有作出答复。对不答复申请复议的，--kind 写 review；否则请核对 --on", dispute.entry,
                     chinese_date(dispute.opened));
}

}  // namespace

std::optional<std::int64_t> figure_typed(std::string_view text, bool money) { return money ? fen_of(text) : whole_number(text); }

Answered figures_command(const DeskWork& work, const FiguresOptions& options) {
  if (options.year < kFirstReportYear || options.year > kLastReportYear) {
    return refused(fmt::format("年份要在 {} 到 {} 之间", kFirstReportYear, kLastReportYear));
  }
  DisclosureChange typed;
  std::vector<std::string> wrong;
  for (const auto& value : options.values) {
    if (auto sentence = take(typed, value); !sentence.empty()) wrong.push_back(std::move(sentence));
  }
  if (!wrong.empty()) {
    std::vector<std::string> known;
    for (const auto& slot : disclosure_slots()) known.emplace_back(slot.title);
    return refused(fmt::format("{}。一项也没有记。可以填的：{}、其余", join(wrong, "；"), join(known, "、")));
  }
  const std::chrono::year year{options.year};
  if (options.values.empty()) {
    const auto table = work.book.disclosure(year);
    if (!table) return fail(table.error());
    return told(options.year, table->value_or(DisclosureTable{}));
  }
  const auto table = work.book.change_disclosure(year, typed, work.clerk);
  if (!table) return refused_or_failed(table.error());
  return told(options.year, *table);
}

Answered add_dispute_command(const DeskWork& work, const NewDispute& options) {
  const auto kind = value_named(kDisputeKinds, options.kind);
  if (!kind) return refused(fmt::format("不认识“{}”：可写 {}", options.kind, choices_of(kDisputeKinds)));
  if (options.on > work.today()) return refused(fmt::format("{}还没有到，不能先记", chinese_date(options.on)));
  RegisteredDispute dispute{.kind = *kind, .opened = options.on, .note = options.note};
  if (!options.entry.empty()) {
    const auto id = work.book.find(options.entry);
    if (!id) return refused_or_failed(id.error());
    dispute.entry = *id;
    const auto early = raised_too_early(work, dispute);
    if (!early) return fail(early.error());
    if (!early->empty()) return refused(*early);
  }
  return recorded(work, std::move(dispute));
}

Answered close_dispute_command(const DeskWork& work, const ClosedDispute& options) {
  const auto outcome = value_named(kDisputeOutcomes, options.outcome);
  if (!outcome) return refused(fmt::format("不认识“{}”：可写 {}", options.outcome, choices_of(kDisputeOutcomes)));
  if (options.on > work.today()) return refused(fmt::format("{}还没有到，不能先记", chinese_date(options.on)));
  const auto all = work.book.disputes();
  if (!all) return fail(all.error());
  const auto found = std::find_if(all->begin(), all->end(), [&](const auto& one) { return one.id == options.id; });
  if (found == all->end()) return refused(fmt::format("没有第 {} 件复议诉讼：用 dispute list 看编号", options.id));
  auto dispute = *found;
  dispute.outcome = *outcome;
  dispute.closed = *outcome == DisputeOutcome::Open ? std::nullopt : std::optional(options.on);
  if (!options.note.empty()) dispute.note = options.note;
  return recorded(work, std::move(dispute));
}

Answered list_disputes_command(const DeskWork& work) {
  const auto all = work.book.disputes();
  if (!all) return fail(all.error());
  TextTable text{{"序号", "种类", "提起", "审结", "结果", "申请", "说明"}, {}};
  OrderedJson list = OrderedJson::array();
  for (const auto& one : *all) {
    text.rows.push_back({fmt::format("{}", one.id), std::string(named(kDisputeKinds, one.kind).title), chinese_date(one.opened),
                         one.closed ? chinese_date(*one.closed) : "", std::string(named(kDisputeOutcomes, one.outcome).title),
                         one.entry == 0 ? "" : fmt::format("{}", one.entry), one.note});
    list.push_back(dispute_json(one));
  }
  return CommandAnswer{true, all->empty() ? "没有复议诉讼的记录\n" : table_text(text),
                       json_text({{"ok", true}, {"disputes", std::move(list)}})};
}

}  // namespace mingting
