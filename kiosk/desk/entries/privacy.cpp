// Takes out what an entry's own answers say, and whatever looks like a number of a person.
#include "desk/entries/privacy.hpp"

#include <algorithm>

#include "base/text/text.hpp"
#include "desk/agency/form_reader.hpp"
#include "domain/identity/identifiers.hpp"

namespace mingting {
namespace {

constexpr std::u32string_view kHidden = U"×××";
constexpr std::size_t kManyDigits = 7;

bool is_digit(char32_t c) { return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９'); }
bool is_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }
bool is_word(char32_t c) { return is_digit(c) || is_letter(c); }
bool is_mail(char32_t c) { return is_word(c) || c == U'@' || c == U'.' || c == U'_' || c == U'-' || c == U'+' || c == U'＠'; }

/// The length of the run at `at` whose characters satisfy `belongs`.
template <class F>
std::size_t run_at(const std::u32string& text, std::size_t at, F belongs) {
  std::size_t end = at;
  while (end < text.size() && belongs(text[end])) ++end;
  return end - at;
}

/// Numbers of people (identity, phone, account) and mail addresses, by their look.
std::u32string without_numbers(const std::u32string& text) {
  std::u32string clean;
  for (std::size_t at = 0; at < text.size();) {
    const auto mail = text.substr(at, run_at(text, at, is_mail));
    if (mail.find_first_of(U"@＠") != std::u32string::npos) {
      clean += kHidden;
      at += mail.size();
      continue;
    }
    const auto word = text.substr(at, run_at(text, at, is_word));
    const auto digits = static_cast<std::size_t>(std::count_if(word.begin(), word.end(), is_digit));
    if (word.empty()) {
      clean += text[at++];
      continue;
    }
    clean += digits >= kManyDigits ? kHidden : std::u32string_view(word);
    at += word.size();
  }
  return clean;
}

/// Choices and consent name nobody; what the form does not know might.
bool is_personal(const Form* form, const SubmittedAnswer& answer) {
  const auto* field = form == nullptr ? nullptr : field_of(*form, answer.field);
  if (field == nullptr) return true;
  return field->personal || field->applicant || masked_value(*field, answer.value) != answer.value;
}

/// Longest first, so that a name inside an address does not break the address.
std::vector<std::string> personal_words(const Entry& entry, const Form* form) {
  std::vector<std::string> words{entry.applicant.name};
  for (const auto& answer : entry.submission.answers) {
    if (!is_personal(form, answer)) continue;
    words.push_back(answer.value);
    words.push_back(answer.display);
  }
  std::erase_if(words, [](const std::string& word) { return count_code_points(trimmed(word)) < 2; });
  std::sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return words;
}

std::string masked_applicant(const Applicant& applicant) {
  return applicant.kind == ApplicantKind::Person ? masked_name(applicant.name) : applicant.name;
}

}  // namespace

std::string without_personal_data(std::string_view text, const Entry& entry, const Form* form) {
  std::string clean(text);
  for (const auto& word : personal_words(entry, form)) clean = replace_all(std::move(clean), word, to_utf8(kHidden));
  return to_utf8(without_numbers(to_code_points(clean)));
}

EntryHead head_of(const Entry& entry) {
  return {entry.id,
          entry.number,
          entry.kind,
          entry.applicant.kind,
          entry.erased ? "" : masked_applicant(entry.applicant),
          entry.erased};
}

EntryHead head_of(const OpenCase& open) {
  return {open.id, open.number, EntryKind::Application, open.applicant.kind, masked_applicant(open.applicant), false};
}

ShownEntry whole_entry(const Entry& entry) {
  ShownEntry shown{.head = head_of(entry), .wanted = {entry.applicant.wanted}, .form = entry.submission.form,
                   .received = entry.received, .clock_doubtful = entry.clock_doubtful, .finished = entry.finished,
                   .outcome = entry.outcome};
  shown.head.applicant = entry.applicant.name;
  return shown;
}

ShownWords shown_answer(const Form* form, const SubmittedAnswer& answer) {
  const auto* field = form == nullptr ? nullptr : field_of(*form, answer.field);
  if (field == nullptr) return {"", true};
  const auto masked = masked_value(*field, answer.value);
  return {masked == answer.value ? answer.display : masked};
}

ShownWords ShownEntries::shown_words(const Entry& entry, const std::string& text) {
  if (text.empty()) return {text};
  const auto& id = entry.submission.form;
  auto known = forms_.find(id);
  if (known == forms_.end()) {
    auto read = read_desk_form(work_.files, work_.content, id);
    known = forms_.emplace(id, read ? std::optional<Form>(std::move(read->form)) : std::nullopt).first;
  }
  if (!known->second) return {"", true};
  return {without_personal_data(text, entry, &*known->second)};
}

ShownEntry ShownEntries::of(const Entry& entry) {
  auto shown = whole_entry(entry);
  shown.head = head_of(entry);
  shown.wanted = shown_words(entry, entry.applicant.wanted);
  return shown;
}

}  // namespace mingting
