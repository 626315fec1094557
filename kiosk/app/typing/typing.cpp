// Which question it answers: what does a key, a letter or a scanned line do to the field being typed in.
#include <algorithm>

#include "app/features.hpp"
#include "domain/identity/identifiers.hpp"

namespace mingting::app {
namespace {

constexpr std::size_t kMostLetters = 40;
constexpr std::size_t kAtOnce = 3;  // letters fingers can type between two looks at the keyboard
// A scanner types its line a character at a time like a keyboard, but sooner than fingers can go from key to key.
constexpr Milliseconds kFingers{35};

Typing* typing(Step& step) {
  return step.model.visit && step.model.visit->typing ? &*step.model.visit->typing : nullptr;
}

const Field* typed_field(Step& step) {
  const auto* page = top<FormPage>(step);
  const auto* now = typing(step);
  return page != nullptr && now != nullptr ? find_field(page->form, now->field) : nullptr;
}

Lines lines_of(Step& step) {
  const auto* field = typed_field(step);
  return field != nullptr && field->kind == FieldKind::LongText ? Lines::Many : Lines::One;
}

std::size_t length_of(Step& step) {
  const auto* field = typed_field(step);
  return field != nullptr ? field->max_length : kSearchLength;
}

/// Digits are enough for the two papers that number people by them; a passport's number, say, begins with letters.
bool is_numbered_by_digits(Step& step, const Field& field) {
  const auto* page = top<FormPage>(step);
  if (page == nullptr || field.paper_field.empty()) return true;
  const auto& given = answers_of(step.model, *page);
  const auto paper = given.find(field.paper_field);
  return paper == given.end() || paper->second.empty() || has_full_check(paper->second);
}

KeyLayout layout_for(Step& step, const Field* field, Language language) {
  const auto words = language == Language::English ? KeyLayout::Letters : KeyLayout::Pinyin;
  if (field == nullptr) return words;
  switch (field->kind) {
    case FieldKind::Phone:
    case FieldKind::Postcode: return KeyLayout::Pad;
    case FieldKind::Day: return KeyLayout::Figures;
    case FieldKind::Identity: return is_numbered_by_digits(step, *field) ? KeyLayout::Pad : KeyLayout::Codes;
    case FieldKind::CreditCode: return KeyLayout::Codes;
    case FieldKind::Email: return KeyLayout::Letters;
    default: return words;
  }
}

void ask_compose(Step& step, Typing& now, int page) {
  now.asked = ++step.model.generation;
  step.want(effect::Compose{now.asked, now.composing.letters, page});
}

/// The letters have changed: show them at once, ask for their candidates.
void compose(Step& step, Typing& now) {
  if (now.composing.letters.empty()) now.composing = {};
  else if (!now.chosen_from) ask_compose(step, now, 0);
  search_now(step);
}

/// What does not fit is said, and what was kept of it, until the field is edited again.
void put(Step& step, Typing& now, std::string_view text) {
  auto inserted = insert(now.edit, text, lines_of(step), length_of(step));
  now.edit = std::move(inserted.edit);
  now.cut = inserted.cut;
  text_changed(step);
  if (auto* page = top<FormPage>(step); page != nullptr && inserted.cut) page->cut[now.field] = inserted.kept;
}

void commit_letters(Step& step, Typing& now) {
  const auto letters = std::exchange(now.composing, {}).letters;
  now.chosen_from.reset();
  now.asked = ++step.model.generation;  // an answer still under way is for letters that are gone
  if (!letters.empty()) put(step, now, letters);
}

void choose(Step& step, Typing& now, int index) {
  if (now.chosen_from || index < 0 || static_cast<std::size_t>(index) >= now.composing.candidates.size()) return;
  now.chosen_from = now.composing.letters;
  now.asked = ++step.model.generation;
  step.want(effect::Choose{now.asked, now.composing.letters, now.composing.page, index});
}

/// Letters for pinyin: one, or the few that fingers type while the screen is busy. A longer run is a scan.
bool is_pinyin(const Typing& now, std::string_view text) {
  if (now.layout != KeyLayout::Pinyin || text.empty() || text.size() > kAtOnce) return false;
  if (text.front() == '\'' && now.composing.letters.empty()) return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '\''; });
}

/// Typed while letters are being composed: a letter goes on; a digit or a space chooses, unless a scanner sent it. False: it
/// is ordinary text.
bool typed_into_composition(Step& step, Typing& now, const std::string& text) {
  if (is_pinyin(now, text)) {
    if (now.composing.letters.size() + text.size() <= kMostLetters) now.composing.letters += text;
    compose(step, now);
    return true;
  }
  if (now.composing.letters.empty()) return false;
  const bool scan = now.quick >= (text == " " ? 2 : 1);  // fingers, too, are quick to the space bar once
  if (!scan && (text == " " || (text.size() == 1 && text[0] >= '1' && text[0] <= '9'))) {
    choose(step, now, text == " " ? 0 : text[0] - '1');
    return true;
  }
  commit_letters(step, now);
  return false;
}

void type_text(Step& step, Typing& now, const std::string& text) {
  if (!typed_into_composition(step, now, text)) put(step, now, text);
}

/// Counts the characters that came sooner than fingers type.
void keep_pace(const Step& step, Typing& now) {
  const auto gap = step.model.now - std::exchange(now.key_at, step.model.now);
  now.quick = gap >= Milliseconds(0) && gap < kFingers ? now.quick + 1 : 0;
}

std::string field_after(Step& step, const std::string& field) {
  if (const auto* page = top<FormPage>(step)) return next_typed(step.model, *page, field);
  if (const auto* page = top<KeyPage>(step)) return next_of_key(step.model, *page, field);
  return std::string(kCodeField);
}

/// What the last key of the keyboard says it does.
void end_typing(Step& step) {
  switch (ending(step.model)) {
    case Ending::Take: return on(step, msg::TakeNumbered{});
    case Ending::LookUp: return top<KeyPage>(step) != nullptr ? on(step, msg::FindRow{}) : on(step, msg::LookUp{});
    case Ending::Search:
    case Ending::Leave: return leave_typing(step);
    case Ending::NextField: break;
  }
  on(step, msg::FocusField{field_after(step, typing(step)->field), SIZE_MAX});
}

void switch_layout(Typing& now, std::string_view name) {
  if (name == "pinyin") now.layout = KeyLayout::Pinyin;
  else if (name == "letters") now.layout = KeyLayout::Letters;
  else if (name == "capitals") now.layout = KeyLayout::Capitals;
  else if (name == "figures") now.layout = KeyLayout::Figures;
  else if (name == "symbols") now.layout = KeyLayout::Symbols;
  else if (name == "codes") now.layout = KeyLayout::Codes;
  else if (name == "pad") now.layout = KeyLayout::Pad;
}

std::string* text_behind(Step& step) {
  auto& visit = *step.model.visit;
  if (top<SearchPage>(step) != nullptr) return &visit.search_text;
  if (auto* page = top<FormPage>(step)) return &visit.answers[answers_key(page->form.id, page->about_item)][visit.typing->field];
  if (auto* page = top<ProgressPage>(step)) {
    if (visit.typing->field == kNumberField) return &page->number;
    if (visit.typing->field == kCodeField) return &page->code;
  }
  if (auto* page = top<ClaimPage>(step)) return &page->number;
  return table_text(step, visit.typing->field);
}

/// The engine has taken a candidate: letters typed since then go on behind what it left.
void take_choice(Step& step, Typing& now, const msg::Composed& composed) {
  const auto from = *std::exchange(now.chosen_from, std::nullopt);
  const auto since = now.composing.letters.substr(std::min(from.size(), now.composing.letters.size()));
  now.composing = composed.composing;
  now.composing.letters += since;
  put(step, now, composed.committed);
  if (!since.empty()) compose(step, now);
}

void enter(Step& step, Typing& now) {
  if (lines_of(step) == Lines::Many) put(step, now, "\n");
  else end_typing(step);
}

/// Goes on with what the last letters, now words, were in the way of.
void carry_on(Step& step, Typing& now) {
  if (now.after == Typing::After::Stay || words_first(step, now.after)) return;
  const auto after = std::exchange(now.after, Typing::After::Stay);
  if (after == Typing::After::NextStep) return on(step, msg::NextStep{});
  end_typing(step);
}

}  // namespace

bool words_first(Step& step, Typing::After after) {
  auto* now = typing(step);
  if (now == nullptr || now->quick > 0 || now->composing.letters.empty()) return false;  // a scanner means its letters
  if (now->composing.candidates.empty()) return false;
  choose(step, *now, 0);
  now->after = after;
  return true;
}

void leave_typing(Step& step) {
  auto* now = typing(step);
  if (now == nullptr) return;
  commit_letters(step, *now);
  const auto field = now->field;
  step.model.visit->typing.reset();
  check_left_field(step, field);
  progress_field_left(step, field);
  table_field_left(step);
}

void text_changed(Step& step) {
  if (auto* text = text_behind(step)) *text = typing(step)->edit.text;
  search_now(step);
  if (top<ProgressPage>(step) != nullptr) return progress_typed(step);
  if (top<ClaimPage>(step) != nullptr) return claim_typed(step);
  table_typed(step);
  auto* page = top<FormPage>(step);
  if (page == nullptr) return;
  const auto& name = typing(step)->field;
  page->cut.erase(name);
  std::erase_if(page->complaints, [&](const Complaint& each) { return each.field == name; });
  const auto* field = find_field(page->form, name);
  if (field == nullptr || field->search != "published") return;
  search_published(step, *page, typing(step)->edit.text);
}

void on(Step& step, const msg::FocusField& focus) {
  if (!step.model.visit || sending(step.model)) return;
  if (auto* now = typing(step); now != nullptr && now->field == focus.field) {
    commit_letters(step, *now);
    now->edit = with_caret(std::move(now->edit.text), focus.caret);
    return;
  }
  leave_typing(step);
  auto& visit = *step.model.visit;
  visit.typing = Typing{};
  visit.typing->field = focus.field;
  const auto* text = text_behind(step);
  const auto* page = top<FormPage>(step);
  if (text == nullptr || (page != nullptr && find_field(page->form, focus.field) == nullptr)) return visit.typing.reset();
  visit.typing->edit = with_caret(*text, focus.caret);
  visit.typing->layout = top<ProgressPage>(step) != nullptr || top<KeyPage>(step) != nullptr ? KeyLayout::Codes
                         : top<ClaimPage>(step) != nullptr                                   ? KeyLayout::Pad
                         : top<TableViewPage>(step) != nullptr                                   ? KeyLayout::Figures
                                                            : layout_for(step, typed_field(step), visit.settings.language);
}

void on(Step& step, const msg::LeaveField&) { leave_typing(step); }

void on(Step& step, const msg::TextTyped& typed) {
  auto* now = typing(step);
  if (now == nullptr || step.model.asking != Asking::Nothing) return;
  keep_pace(step, *now);
  type_text(step, *now, typed.text);
}

void on(Step& step, const msg::Pasted& pasted) {
  auto* now = typing(step);
  if (now == nullptr || step.model.asking != Asking::Nothing) return;
  commit_letters(step, *now);
  put(step, *now, pasted.text);
}

void on(Step& step, const msg::Edited& edited) {
  auto* now = typing(step);
  if (now == nullptr) return;
  auto& letters = now->composing.letters;
  if (!letters.empty() && !now->chosen_from) {
    if (edited.key != EditKey::Backspace) return;
    letters.pop_back();
    return compose(step, *now);
  }
  const auto before = now->edit.text;
  now->edit = apply(now->edit, edited.key);
  now->cut = false;
  if (now->edit.text != before) text_changed(step);
}

void on(Step& step, const msg::Entered&) {
  auto* now = typing(step);
  if (now == nullptr) return;
  keep_pace(step, *now);
  const bool composing = !now->composing.letters.empty();
  if (composing) commit_letters(step, *now);
  if (!composing || now->quick >= 2) enter(step, *now);  // a scanner's Enter ends its line
}

void on(Step& step, const msg::KeyTapped& tapped) {
  auto* now = typing(step);
  if (now == nullptr) return;
  const auto& key = tapped.key;
  if (key == "done") return words_first(step, Typing::After::End) ? void() : end_typing(step);
  now->quick = 0;
  now->after = Typing::After::Stay;
  if (key == "backspace") return on(step, msg::Edited{EditKey::Backspace});
  if (key == "left") return on(step, msg::Edited{EditKey::Left});
  if (key == "right") return on(step, msg::Edited{EditKey::Right});
  if (key == "enter") return now->composing.letters.empty() ? enter(step, *now) : commit_letters(step, *now);
  if (key.starts_with("layout:")) {
    commit_letters(step, *now);
    return switch_layout(*now, std::string_view(key).substr(7));
  }
  type_text(step, *now, key == "space" ? " " : key);
  if (now->layout == KeyLayout::Capitals) now->layout = KeyLayout::Letters;
}

void on(Step& step, const msg::CandidateTapped& tapped) {
  if (auto* now = typing(step)) choose(step, *now, tapped.index);
}

void on(Step& step, const msg::CandidatePage& turned) {
  auto* now = typing(step);
  if (now == nullptr || now->composing.letters.empty() || now->chosen_from) return;
  const int page = now->composing.page + turned.step;
  if (page >= 0 && (turned.step < 0 || !now->composing.last_page)) ask_compose(step, *now, page);
}

void on(Step& step, const msg::Composed& composed) {
  auto* now = typing(step);
  if (now == nullptr || now->asked != composed.asked) return;
  if (now->chosen_from) take_choice(step, *now, composed);
  else now->composing = composed.composing;
  carry_on(step, *now);
}

}  // namespace mingting::app
