// Which question it answers: how is a form filled in, reviewed and handed in, and what does the visitor get for it.
#include <algorithm>

#include "app/features.hpp"
#include "base/text/characters.hpp"
#include "base/text/text.hpp"
#include "domain/calendar/receipt_counting.hpp"
#include "domain/content/comment_period.hpp"

namespace mingting::app {
namespace {

constexpr int kReplyWithin = 20;  // 条例 Art. 33: working days from receipt

Date today(const Model& model) { return local_date(believed_now(model)); }

bool blocks(const Complaint& complaint) { return complaint.gravity == Gravity::Blocks; }

bool blocks(const std::vector<Complaint>& complaints) {
  return std::any_of(complaints.begin(), complaints.end(), [](const Complaint& each) { return blocks(each); });
}

Answers& answers(Step& step, const FormPage& page) {
  return step.model.visit->answers[answers_key(page.form.id, page.about_item)];
}

/// The first complaint that holds the step: one that blocks, or one not asked about before with this very answer.
const Complaint* held_by(const std::vector<Complaint>& complaints, const Answers& asked, const Answers& given) {
  const auto holds = [&](const Complaint& each) {
    if (each.gravity != Gravity::AskedOnce) return blocks(each);
    const auto before = asked.find(each.field), now = given.find(each.field);
    return before == asked.end() || now == given.end() || before->second != now->second;
  };
  const auto found = std::find_if(complaints.begin(), complaints.end(), holds);
  return found == complaints.end() ? nullptr : &*found;
}

/// What is shown now has been asked.
void note_asked(FormPage& page, const Answers& given) {
  for (const auto& each : page.complaints) {
    const auto answer = given.find(each.field);
    if (each.gravity == Gravity::AskedOnce && answer != given.end()) page.asked_about[each.field] = answer->second;
  }
}

void reveal_complaint(Step& step, const FormPage& page) {
  const auto first = std::find_if(page.complaints.begin(), page.complaints.end(), [](const auto& each) { return blocks(each); });
  if (first != page.complaints.end()) step.model.visit->reveal = first->field;
}

/// The visible step after (or before) the one the page stands at; nothing at the end.
std::optional<std::size_t> neighbour(Step& step, const FormPage& page, int direction) {
  const auto visible = visible_steps(page.form, answers(step, page));
  const auto here = std::find(visible.begin(), visible.end(), page.step);
  if (here == visible.end()) return visible.empty() ? std::nullopt : std::optional(visible.front());
  if (direction < 0) return here == visible.begin() ? std::nullopt : std::optional(*(here - 1));
  return here + 1 == visible.end() ? std::nullopt : std::optional(*(here + 1));
}

void go_to(FormPage& page, std::size_t index, FormStage stage) {
  page.step = index;
  page.stage = stage;
  page.complaints.clear();
  page.failure.clear();
}

void review(FormPage& page) {
  go_to(page, page.step, FormStage::Reviewing);
  page.from_review = false;
}

void toggle_choice(const Field& field, std::string& value, const std::string& chosen) {
  if (field.kind == FieldKind::Consent) {
    value = value == "yes" ? "" : "yes";
    return;
  }
  if (field.kind != FieldKind::Choices) {
    value = chosen;
    return;
  }
  const auto held = split(value, '\n');
  std::vector<std::string> now;
  for (const auto& each : field.choices) {  // kept in the form's order
    const bool was = std::find(held.begin(), held.end(), each.value) != held.end();
    if (was != (each.value == chosen)) now.push_back(each.value);
  }
  value = join(now, "\n");
}

/// The draft a comment is about is the page from which the form was opened.
void set_last_day(const Step& step, FormPage& page) {
  if (page.form.rules != RuleSet::Comment) return;
  for (const auto& below : step.model.visit->pages) {
    const auto* item = std::get_if<ItemPage>(&below);
    if (item == nullptr || item->item != page.about_item || !item->document.value) continue;
    if (const auto period = comment_period(item->document.value->item)) page.last_day = period->until;
  }
}

/// Words brought from a search that found nothing go into the field that describes what is wanted.
void carry_words(Step& step, const FormPage& page, const std::string& words) {
  if (words.empty()) return;
  for (const auto& form_step : page.form.steps) {
    for (const auto& field : form_step.fields) {
      auto& value = answers(step, page)[field.id];
      if (field.search == "published" && value.empty()) value = words;
    }
  }
}

/// For words that were there before the form was opened: carried here from a search, or typed before a look elsewhere.
void search_what_is_written(Step& step, FormPage& page) {
  for (const auto& form_step : page.form.steps) {
    for (const auto& field : form_step.fields) {
      if (field.search != "published") continue;
      const auto& given = answers_of(step.model, page);
      const auto value = given.find(field.id);
      if (value != given.end() && !value->second.empty()) search_published(step, page, value->second);
    }
  }
}

std::string applicant(const Form& form, const Answers& given) {
  for (const auto& form_step : form.steps) {
    for (const auto& field : form_step.fields) {
      const auto value = given.find(field.id);
      if (field.applicant && value != given.end() && !value->second.empty()) {
        return field.personal ? masked_value(field, value->second) : value->second;
      }
    }
  }
  return {};
}

/// The law's period for an application, else what the office promises of itself (0: nothing).
int reply_days(const Form& form) { return form.rules == RuleSet::Application ? kReplyWithin : form.promise_days; }

void set_due(Receipt& receipt, const Form& form, const WorkCalendar& calendar) {
  const int days = reply_days(form);
  if (days <= 0) return;
  const auto received = local_date(receipt.received);
  const auto due = working_days_after(calendar, received, days);
  receipt.due = due.date;
  receipt.due_provisional = due.provisional;
  receipt.promised = form.rules != RuleSet::Application;
  receipt.counted = counting_remarks(calendar, received, days, receipt.english);
}

/// What happens next: first what concerns this visitor alone. A sentence with a date needs one to be known.
void set_next(Receipt& receipt, const Form& form, const Answers& submitted) {
  const auto due = receipt.due ? (receipt.english ? english_date(*receipt.due) : chinese_date(*receipt.due)) : std::string();
  std::vector<std::string> sentences;
  for (const auto& each : form.next_if) {
    const bool english = receipt.english && !each.sentence_en.empty();
    if (is_shown(each.when, submitted)) sentences.push_back(english ? each.sentence_en : each.sentence);
  }
  const auto& always = receipt.english && !form.next_en.empty() ? form.next_en : form.next;
  sentences.insert(sentences.end(), always.begin(), always.end());
  for (const auto& sentence : sentences) {
    if (!receipt.due && sentence.find("{due}") != std::string::npos) continue;
    receipt.next.push_back(replace_all(sentence, "{due}", due));
  }
}

}  // namespace

bool is_opinion(const Form& form) { return form.rules == RuleSet::Feedback || form.rules == RuleSet::Comment; }

Receipt make_receipt(const Model& model, const Form& form, const Answers& submitted, const msg::Accepted& accepted) {
  const auto& hall = *model.hall;
  Receipt receipt;
  receipt.number = accepted.number;
  receipt.code = accepted.code;
  receipt.received = accepted.received;
  receipt.clock_doubtful = accepted.clock_doubtful;
  receipt.english = model.visit->settings.language == Language::English;
  receipt.matter = receipt.english && !form.title_en.empty() ? form.title_en : form.title;
  receipt.applicant = applicant(form, submitted);
  receipt.countersign = form.countersign;
  set_due(receipt, form, hall.calendar);
  set_next(receipt, form, submitted);
  receipt.office = hall.site.office;
  receipt.office_phone = hall.site.phone;
  receipt.hall = hall.site.hall;
  receipt.address = hall.site.address;
  return receipt;
}

namespace {

Submission submission_of(const Model& model, const FormPage& page) {
  auto submission = make_submission(page.form, answers_of(model, page), {page.about_item, page.about_title});
  submission.content_release = std::to_string(page.release);
  return submission;
}

/// The first step that is not in order, with its complaints; nothing when all are.
std::optional<std::pair<std::size_t, std::vector<Complaint>>> first_complaint(Step& step, const FormPage& page) {
  const auto& given = answers(step, page);
  for (const auto index : visible_steps(page.form, given)) {
    auto complaints = check_step(page.form.steps[index], visible_answers(page.form, given), today(step.model));
    if (blocks(complaints)) return std::pair(index, std::move(complaints));
  }
  return std::nullopt;
}

/// After a step was put right: back to the review, or to a step that it has brought along and nobody has filled in.
void return_to_review(Step& step, FormPage& page) {
  const auto open = first_complaint(step, page);
  if (open) go_to(page, open->first, FormStage::Filling);
  else review(page);
}

/// The receipt of this number, on every page that shows it.
template <class Change>
void for_receipts(Step& step, const std::string& number, Change change) {
  if (!step.model.visit) return;
  for (auto& page : step.model.visit->pages) {
    auto* shown = std::get_if<ReceiptPage>(&page);
    if (shown != nullptr && shown->receipt.number.text == number) change(*shown);
  }
  for (auto& kept : step.model.visit->receipts) {
    if (kept.receipt.number.text == number) change(kept);
  }
}

}  // namespace

bool step_back(Step& step) {
  auto* page = top<FormPage>(step);
  if (page == nullptr) return false;
  if (page->stage == FormStage::Reviewing) {
    const auto visible = visible_steps(page->form, answers(step, *page));  // the step last put right may be another
    go_to(*page, visible.empty() ? page->step : visible.back(), FormStage::Filling);
    return true;
  }
  if (page->from_review) {
    review(*page);
    return true;
  }
  const auto before = neighbour(step, *page, -1);
  if (before) go_to(*page, *before, FormStage::Filling);
  return before.has_value();
}

void check_left_field(Step& step, const std::string& name) {
  auto* page = top<FormPage>(step);
  const auto* field = page != nullptr ? find_field(page->form, name) : nullptr;
  if (field == nullptr) return;
  auto& given = answers(step, *page);
  std::erase_if(page->complaints, [&](const Complaint& each) { return each.field == name; });
  if (given[name].empty()) return;  // an empty field is only complained of on the way to the next step
  if (auto complaint = check_field(*field, visible_answers(page->form, given), today(step.model))) page->complaints.push_back(*complaint);
  note_asked(*page, given);
}

void on(Step& step, const msg::OpenForm& open) {
  const auto* form = find_form(step.model, open.form);
  if (form == nullptr || !step.model.visit) return;
  FormPage page;
  page.form = *form;
  page.release = step.model.hall->release;
  page.about_item = open.about_item;
  page.about_title = open.about_title;
  set_last_day(step, page);
  carry_words(step, page, open.carried_words);
  const auto visible = visible_steps(page.form, answers(step, page));
  page.step = visible.empty() ? 0 : visible.front();
  push_page(step, std::move(page));
  if (auto* opened = top<FormPage>(step)) search_what_is_written(step, *opened);
}

void on(Step& step, const msg::Answered& answered) {
  auto* page = top<FormPage>(step);
  const auto* field = page != nullptr ? find_field(page->form, answered.field) : nullptr;
  if (field == nullptr || page->stage == FormStage::Sending) return;
  leave_typing(step);
  toggle_choice(*field, answers(step, *page)[field->id], answered.value);
  std::erase_if(page->complaints, [&](const Complaint& each) {
    const auto* about = find_field(page->form, each.field);
    return each.field == field->id || (about != nullptr && about->paper_field == field->id);
  });
}

void on(Step& step, const msg::NextStep&) {
  auto* page = top<FormPage>(step);
  if (page == nullptr || page->stage != FormStage::Filling) return;
  if (words_first(step, Typing::After::NextStep)) return;
  const auto asked = page->asked_about;  // what this very touch finds odd has not been seen yet
  leave_typing(step);
  const auto& given = answers(step, *page);
  page->complaints = check_step(page->form.steps.at(page->step), visible_answers(page->form, given), today(step.model));
  note_asked(*page, given);
  if (const auto* held = held_by(page->complaints, asked, given)) {
    step.model.visit->reveal = held->field;
    return;
  }
  if (page->from_review) return return_to_review(step, *page);
  const auto after = neighbour(step, *page, +1);
  go_to(*page, after.value_or(page->step), after ? FormStage::Filling : FormStage::Reviewing);
}

void on(Step& step, const msg::EditStep& edit) {
  auto* page = top<FormPage>(step);
  if (page == nullptr || page->stage != FormStage::Reviewing || edit.step >= page->form.steps.size()) return;
  go_to(*page, edit.step, FormStage::Filling);
  page->from_review = true;
}

void on(Step& step, const msg::ToggleNote& toggle) {
  auto* page = top<FormPage>(step);
  if (page == nullptr || toggle.note >= page->form.notes.size()) return;
  leave_typing(step);
  page->open_note = page->open_note == toggle.note ? std::nullopt : std::optional(toggle.note);
}

void draft_loaded(Step& step) {
  for (auto& page : step.model.visit->pages) {
    if (auto* form = std::get_if<FormPage>(&page)) set_last_day(step, *form);
  }
}

namespace {

/// One character guesses at everything: two Han characters or a word of three letters or figures ask for something.
bool asks_for_something(std::string_view text) {
  constexpr int kHan = 2, kWord = 3;
  int han = 0, word = 0, longest = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto from = at;
    const char32_t c = next_code_point(text, at);
    const bool of_word = has_letter(text.substr(from, at - from)) || (c >= '0' && c <= '9');
    han += is_han(c) ? 1 : 0;
    word = of_word && !is_han(c) ? word + 1 : 0;
    longest = std::max(longest, word);
  }
  return han >= kHan || longest >= kWord;
}

/// Without the district's name, also a part of it: it stands in most of what is published here, and says nothing of the matter.
std::string without_place(std::string_view text, std::string_view district) {
  const auto words = to_code_points(text), place = to_code_points(district);
  std::u32string left;
  for (std::size_t at = 0; at < words.size();) {
    std::size_t length = 0;
    while (at + length < words.size() && place.find(words.substr(at, length + 1)) != std::u32string::npos) ++length;
    if (length < 2) {
      left += words[at++];
      continue;
    }
    left += U' ';
    at += length;
  }
  return to_utf8(left);
}

}  // namespace

void search_published(Step& step, FormPage& page, const std::string& text) {
  page.asked = ++step.model.generation;
  const auto wanted = without_place(text, step.model.hall->site.district);
  if (!asks_for_something(wanted)) page.published = {};
  else step.want(effect::Search{page.asked, {.text = wanted, .filters = {}, .limit = 3}});
}

void on(Step& step, const msg::Submit&) {
  auto* page = top<FormPage>(step);
  if (page == nullptr || page->stage != FormStage::Reviewing || !step.model.accepts_submissions) return;
  if (comment_over(step.model, *page)) return;  // the screen says so, and what was written stays
  if (auto open = first_complaint(step, *page)) {
    go_to(*page, open->first, FormStage::Filling);
    page->complaints = std::move(open->second);
    page->from_review = true;
    return reveal_complaint(step, *page);
  }
  page->stage = FormStage::Sending;
  page->failure.clear();
  step.want(effect::SubmitForm{submission_of(step.model, *page),
                               claim_of(page->form, submitted_answers(page->form, answers(step, *page)))});
}

void on(Step& step, const msg::Accepted& accepted) {
  auto* page = top<FormPage>(step);
  if (page == nullptr || page->stage != FormStage::Sending) return;
  const auto submitted = submitted_answers(page->form, answers_of(step.model, *page));
  ReceiptPage receipt;
  receipt.receipt = make_receipt(step.model, page->form, submitted, accepted);
  receipt.receipt.about = page->about_title;
  receipt.opinion = is_opinion(page->form);
  step.model.visit->answers.erase(answers_key(page->form.id, page->about_item));
  hand_out(step, {std::move(receipt)});
}

void hand_out(Step& step, std::vector<ReceiptPage> receipts) {
  auto& visit = *step.model.visit;
  visit.pages.assign(1, HomePage{});
  for (auto& each : receipts) {
    step.want(effect::MakeReceipt{each.receipt});
    visit.receipts.push_back(each);
  }
  visit.pages.push_back(std::move(receipts.back()));
  visit.last_touch = step.model.now;
}

void on(Step& step, const msg::NotAccepted& refused) {
  auto* page = top<FormPage>(step);
  if (page == nullptr || page->stage != FormStage::Sending) return;
  page->stage = FormStage::Reviewing;
  page->failure = refused.reason;
  step.model.visit->reveal = "failure";
}

void on(Step& step, const msg::ReceiptMade& made) {
  for_receipts(step, made.number, [&](ReceiptPage& page) {
    page.qr = made.qr;
    page.saved = made.saved;
  });
}

void on(Step& step, const msg::Print&) {
  const auto* page = top<ReceiptPage>(step);
  if (page == nullptr || page->printing == Printing::Running) return;
  step.want(effect::PrintReceipt{page->receipt});
  for_receipts(step, std::string(page->receipt.number.text), [](ReceiptPage& each) { each.printing = Printing::Running; });
}

void on(Step& step, const msg::Printed& printed) {
  for_receipts(step, printed.number, [&](ReceiptPage& page) {
    page.printing = printed.state;
    page.print_reason = printed.reason;
  });
}

void on(Step& step, const msg::ShowReceipt& show) {
  if (!step.model.visit) return;
  for (const auto& each : std::vector(step.model.visit->receipts)) {
    if (each.receipt.number.text == show.number) return push_page(step, each);
  }
}

}  // namespace mingting::app
