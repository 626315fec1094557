// What the office takes in itself, by the same form and the same checks as at the kiosk.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text.hpp"
#include "base/words.hpp"
#include "desk/papers/case_papers.hpp"
#include "desk/told/case_text.hpp"
#include "desk/entries/answers.hpp"
#include "desk/entries/published.hpp"
#include "desk/agency/form_reader.hpp"
#include "desk/intake/add.hpp"
#include "desk/agency/toml.hpp"
#include "intake/sealing.hpp"

namespace mingting {
namespace {

constexpr std::uint64_t kMostAnswers = 1U << 20U;
constexpr int kMostTries = 20;  // another clerk may take the same serial at the same moment

// ---- answers from a file --------------------------------------------------------------------------------------------

Result<std::string> answer_in(const std::string& field, const nlohmann::json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number_integer()) return std::to_string(value.get<std::int64_t>());
  if (value.is_boolean()) return std::string(value.get<bool>() ? "yes" : "");
  if (!value.is_array()) return fail(Trouble::Invalid, "{} 的值应当是文字", clean_input(field, Lines::One, 60));
  std::vector<std::string> several;
  for (const auto& one : value) {
    if (!one.is_string()) return fail(Trouble::Invalid, "{} 的值应当是一列文字", clean_input(field, Lines::One, 60));
    several.push_back(one.get<std::string>());
  }
  return join(several, "\n");
}

Result<Answers> answers_in_json(const std::string& text, const Path& file) {
  const auto json = nlohmann::json::parse(text, nullptr, false);
  if (!json.is_object()) return fail(Trouble::Invalid, "{} 不是 JSON 对象：应当是字段和值", file.string());
  Answers answers;
  for (const auto& [field, value] : json.items()) {
    auto answer = answer_in(field, value);
    if (!answer) return fail(Trouble::Invalid, "{}：{}", file.string(), answer.error());
    answers[field] = std::move(*answer);
  }
  return answers;
}

std::string toml_answer(const toml::node& node) {
  if (const auto* list = node.as_array()) {
    std::vector<std::string> several;
    for (const auto& one : *list) several.push_back(one.value_or(std::string()));
    return join(several, "\n");
  }
  if (const auto date = node.value<toml::date>()) return fmt::format("{:04}-{:02}-{:02}", date->year, date->month, date->day);
  if (const auto truth = node.value_exact<bool>()) return *truth ? "yes" : "";
  if (const auto number = node.value_exact<std::int64_t>()) return std::to_string(*number);
  return node.value_or(std::string());
}

// ---- checks ---------------------------------------------------------------------------------------------------------

std::vector<std::string> missing_answers(const Form& form, const AddOrder& order, Date today) {
  std::vector<std::string> labels;
  for (const auto& complaint : check_form(form, order.answers, today)) {
    const auto* field = field_of(form, complaint.field);
    if (field != nullptr && is_unanswered(order.answers, complaint.field) && field->kind != FieldKind::Consent) labels.push_back(field->label);
  }
  return labels;
}

EntryKind kind_by(const std::string& rules) { return value_named(kEntryKinds, rules).value_or(EntryKind::Feedback); }

// ---- adding ---------------------------------------------------------------------------------------------------------

struct Added {
  Entry entry;
  QueryCode code;
};

/// Everything up to the serial: NM-D01-20261123.
std::string beginning_of(const ReceiptNumber& number) {
  return join({split(number.text, '-')[0], split(number.text, '-')[1], split(number.text, '-')[2]}, "-");
}

Result<Added> add_numbered(const DeskWork& work, RandomSource& random, NewEntry entry) {
  const auto& office = work.office;
  const auto code = make_query_code(random);
  const auto beginning = beginning_of(make_receipt_number(office.receipt_prefix, office.desk_name, entry.on, 1));
  for (int tries = 1;; ++tries) {
    const auto serial = work.book.next_serial(beginning);
    if (!serial) return fail(serial.error());
    const auto number = make_receipt_number(office.receipt_prefix, office.desk_name, entry.on, *serial);
    auto hash = vault::query_code_hash(number, code);
    if (!hash) return fail(hash.error());
    entry.number = number.text;
    entry.code_hash = std::move(*hash);
    auto added = work.book.add(entry, work.clerk, work.with());
    if (added) return Added{std::move(*added), code};
    const auto after = work.book.next_serial(beginning);
    const bool taken = after && *after != *serial && tries < kMostTries;
    if (!taken) return fail(added.error());
  }
}

/// The receipt with the code, for those whose day of receipt is settled.
struct ReceiptOutcome {
  std::optional<IssuedDocument> receipt;
  Path file;
  std::string trouble;
};

ReceiptOutcome give_receipt(const DeskWork& work, const Added& added) {
  ReceiptOutcome outcome;
  const PaperOrder order{DocumentKind::RegistrationReceipt, {}, ""};
  auto issued = work.book.issue(added.entry.id, draft_paper(work, added.entry, order));
  if (!issued) {
    outcome.trouble = worded(issued.error());
    return outcome;
  }
  outcome.receipt = std::move(*issued);
  if (work.out.empty()) return outcome;
  auto file = write_receipt_with_code(work, added.entry, *outcome.receipt, added.code.text);
  if (file) outcome.file = std::move(*file);
  else outcome.trouble = worded(file.error());
  return outcome;
}

CommandAnswer added_answer(const DeskWork& work, const Added& added, const Case& one, const ReceiptOutcome& receipt,
                           const std::vector<std::string>& missing) {
  const auto& entry = added.entry;
  LabelledLines lines{{"编号", entry.number},
                      {"查询码", added.code.text + "（只显示这一次，请写给申请人）"},
                      {"申请人", shown_applicant(entry)}};
  if (receipt.receipt)
    lines.push_back({"文书", document_text(*receipt.receipt) + (receipt.file.empty() ? "" : " → " + receipt.file.string())});
  if (entry.kind == EntryKind::Application) {
    for (auto& line : standing_lines(standing_of(one, work.with(), work.today()))) lines.push_back(std::move(line));
  }
  if (!missing.empty()) lines.push_back({"没有填", join(missing, "、") + "（可以要求补正：correct）"});
  auto text = fmt::format("已登记第 {} 件：{}\n{}", entry.id, entry.submission.form_title, labelled_text(lines));
  if (!receipt.trouble.empty()) text += fmt::format("已经登记，但登记回执没有做成：{}\n", receipt.trouble);
  OrderedJson json{{"ok", receipt.trouble.empty()}, {"id", entry.id}, {"number", entry.number}, {"code", added.code.text},
                   {"kind", named(kEntryKinds, entry.kind).key}, {"missing", missing}};
  json["document"] = receipt.receipt ? document_json(*receipt.receipt) : OrderedJson(nullptr);
  json["file"] = receipt.file.empty() ? OrderedJson(nullptr) : OrderedJson(receipt.file.string());
  if (entry.kind == EntryKind::Application) json["standing"] = standing_json(standing_of(one, work.with(), work.today()));
  if (!receipt.trouble.empty()) json["error"] = receipt.trouble;
  return {receipt.trouble.empty(), std::move(text), json_text(json)};
}

}  // namespace

Result<Answers> read_answers(FileSystem& files, const Path& file) {
  if (file.extension() == ".toml") {
    const auto table = read_toml(files, file, file.string());
    if (!table) return fail(table.error());
    Answers answers;
    for (const auto& [field, node] : *table) answers[std::string(field.str())] = toml_answer(node);
    return answers;
  }
  const auto text = files.read(file, kMostAnswers);
  if (!text) return fail(text.error().trouble, "读不了 {}（{}）", file.string(), text.error());
  return answers_in_json(*text, file);
}

Answered add_entry(const DeskWork& work, RandomSource& random, const AddOrder& given) {
  const auto form = read_desk_form(work.files, work.content, given.form);
  if (!form) return refused_or_failed(form.error());
  if (!given.about_item.empty() && !is_item(work, given.about_item)) {
    return refused(fmt::format("没有登记：content 里没有条目“{}”。请写条目的编号，如 documents/2026-road，不带 .md",
                               clean_input(given.about_item, Lines::One, 100)));
  }
  auto order = given;
  order.answers = clean_answers(given.answers);
  const auto unanswered = order.incomplete ? Unanswered::Allowed : Unanswered::InTheWay;
  if (const auto complaints = complaints_about(form->form, order.answers, unanswered, work.today()); !complaints.empty()) {
    return refused(words("answers.not-added", complaints));
  }
  NewEntry entry{.submission = make_submission(form->form, order.answers),
                 .kind = kind_by(form->rules),
                 .arrived = {order.way, order.confirmed},
                 .on = work.on,
                 .number = "",
                 .code_hash = ""};
  entry.submission.about_item = order.about_item;
  const auto added = add_numbered(work, random, std::move(entry));
  if (!added) return refused_or_failed(added.error());
  const auto steps = work.book.steps(added->entry.id);
  if (!steps) return fail(steps.error());
  const auto one = case_of(*steps);
  const bool settled = added->entry.kind == EntryKind::Application && one.received.has_value();
  const auto receipt = settled ? give_receipt(work, *added) : ReceiptOutcome{};
  return added_answer(work, *added, one, receipt, missing_answers(form->form, order, work.today()));
}

}  // namespace mingting
