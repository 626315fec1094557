// An entry checked, numbered, registered, and its receipt made where the day of receipt is settled.
#include "desk/intake/add.hpp"

#include "base/text/text.hpp"
#include "desk/agency/form_reader.hpp"
#include "desk/entries/answers.hpp"
#include "desk/entries/published.hpp"
#include "desk/intake/kiosks.hpp"
#include "desk/papers/case_papers.hpp"
#include "intake/sealed/sealing.hpp"

namespace mingting {
namespace {

constexpr int kMostTries = 20;  // another clerk may take the same serial at the same moment

/// Labels of the questions that were left open.
std::vector<std::string> missing_answers(const Form& form, const Answers& answers, Date today) {
  std::vector<std::string> labels;
  for (const auto& complaint : check_form(form, answers, today)) {
    const auto* field = field_of(form, complaint.field);
    const bool open = field != nullptr && is_unanswered(answers, complaint.field);
    if (open && field->kind != FieldKind::Consent) labels.push_back(field->label);
  }
  return labels;
}

EntryKind kind_by(const std::string& rules) { return value_named(kEntryKinds, rules).value_or(EntryKind::Feedback); }

/// Everything up to the serial: NM-D01-20261123.
std::string beginning_of(const ReceiptNumber& number) {
  return join({split(number.text, '-')[0], split(number.text, '-')[1], split(number.text, '-')[2]}, "-");
}

struct Numbered {
  Entry entry;
  QueryCode code;
};

Result<Numbered> add_numbered(const DeskWork& work, RandomSource& random, NewEntry entry) {
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
    if (added) return Numbered{std::move(*added), code};
    const auto after = work.book.next_serial(beginning);
    const bool taken = after && *after != *serial && tries < kMostTries;
    if (!taken) return fail(added.error());
  }
}

/// What is registered stays registered when its receipt cannot be made.
void give_receipt(const DeskWork& work, const Entry& entry, EntryAdded& added) {
  const PaperOrder order{DocumentKind::RegistrationReceipt, {}, ""};
  auto issued = work.book.issue(entry.id, draft_paper(work, entry, order));
  if (!issued) {
    added.trouble = issued.error();
    return;
  }
  added.receipt = std::move(*issued);
  if (work.out.empty()) return;
  auto file = write_receipt_with_code(work, entry, *added.receipt, added.code);
  if (file) added.file = std::move(*file);
  else added.trouble = file.error();
}

/// The form it is on, once order and answers are fit to be registered.
Result<DeskForm> accepted_form(const DeskWork& work, const AddOrder& order) {
  auto form = read_desk_form(work.files, work.content, order.form);
  if (!form) return fail(as_refusal(form.error()));
  if (!order.about_item.empty() && !is_item(work, order.about_item)) {
    return fail(Trouble::Refused, "add.no-such-item", clean_input(order.about_item, Lines::One, 100));
  }
  const auto taken = order.incomplete ? Taken::AsItStands : Taken::AskedFirst;
  if (const auto wrong = complaints_about(form->form, order.answers, taken, work.today()); !wrong.empty()) {
    return fail(Trouble::Refused, "answers.not-added", wrong);
  }
  return form;
}

/// No number is given that a kiosk may give as well.
Result<void> name_is_the_desks(const DeskWork& work) {
  const auto kiosks = work.book.kiosks();
  if (!kiosks) return fail(kiosks.error());
  if (const auto fault = desk_name_fault(work.office, *kiosks)) return fail(Trouble::Refused, *fault);
  return {};
}

}  // namespace

Result<EntryAdded> add_entry(const DeskWork& work, RandomSource& random, const AddOrder& given) {
  if (auto own = name_is_the_desks(work); !own) return fail(own.error());
  auto order = given;
  order.answers = clean_answers(given.answers);
  const auto form = accepted_form(work, order);
  if (!form) return fail(form.error());
  NewEntry entry{.submission = make_submission(form->form, order.answers),
                 .kind = kind_by(form->rules),
                 .arrived = {order.way, order.confirmed},
                 .on = work.on,
                 .number = "",
                 .code_hash = ""};
  entry.submission.about_item = order.about_item;
  const auto numbered = add_numbered(work, random, std::move(entry));
  if (!numbered) return fail(as_refusal(numbered.error()));
  const auto& held = numbered->entry;
  const auto steps = work.book.steps(held.id);
  if (!steps) return fail(steps.error());
  EntryAdded added{.entry = head_of(held), .form_title = held.submission.form_title, .code = numbered->code.text,
                   .missing = missing_answers(form->form, order.answers, work.today()),
                   .doubts = doubts_about(form->form, order.answers, work.today())};
  if (held.kind != EntryKind::Application) return added;
  const auto one = case_of(*steps);
  added.standing = standing_of(one, work.with(), work.today());
  if (one.received) give_receipt(work, held, added);
  return added;
}

}  // namespace mingting
