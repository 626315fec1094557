// Takes out what an entry's own answers say, however it is spelt, and whatever looks like a number of a person.
#include "desk/entries/privacy.hpp"

#include <algorithm>
#include <vector>

#include "base/text/text.hpp"
#include "desk/agency/form_reader.hpp"
#include "domain/identity/identifiers.hpp"

namespace mingting {
namespace {

constexpr std::u32string_view kHidden = U"×××";
constexpr std::size_t kManyDigits = 7;
constexpr std::size_t kMostApart = 3;  ///< separators between two characters of one name or number

// In half and in full width.
bool is_digit(char32_t c) { return is_ascii_figure(half_width(c)); }
bool is_word(char32_t c) { return is_digit(c) || is_ascii_letter(half_width(c)); }
bool is_mail(char32_t c) {
  constexpr std::u32string_view kMarks = U"@._-+";
  return is_word(c) || kMarks.find(half_width(c)) != std::u32string_view::npos;
}

/// What people put between the characters of a number or name: blanks, line ends, dashes, dots, brackets. No comma, no full
/// stop: they end what was said.
bool is_separator(char32_t c) {
  constexpr std::u32string_view kOthers =
      U" \u00A0\u00AD\u3000\u202F\u205F\u2060\uFEFF-\u2212\uFF0D_.\uFF0E\u00B7\u2022\u2027\u30FB\uFF65()\uFF08\uFF09/";
  return (c >= 0x9 && c <= 0xD) || (c >= 0x2000 && c <= 0x2015) || c == 0x2028 || c == 0x2029 || kOthers.find(c) != std::u32string_view::npos;
}

char32_t folded(char32_t c) {
  c = half_width(c);
  return c >= U'A' && c <= U'Z' ? c + 32 : c;
}

/// A text without its separators, in half width and small letters, and where each character of it stands.
struct Bare {
  std::u32string text;
  std::vector<std::size_t> at;

  explicit Bare(const std::u32string& whole) {
    for (std::size_t i = 0; i < whole.size(); ++i) {
      if (!is_separator(whole[i])) text += folded(whole[i]), at.push_back(i);
    }
  }
  /// Separators in front of the n-th character.
  std::size_t apart(std::size_t n) const { return at[n] - at[n - 1] - 1; }
  /// Whether the characters from `from` on, `size` of them, can be one name or number.
  bool holds_together(std::size_t from, std::size_t size) const {
    for (std::size_t n = from + 1; n < from + size; ++n) {
      if (apart(n) > kMostApart) return false;
    }
    return true;
  }
};

/// A text in which spans are hidden.
class Hiding {
 public:
  explicit Hiding(std::u32string text) : text_(std::move(text)), bare_(text_), hidden_(text_.size()) {}

  const Bare& bare() const { return bare_; }
  void hide(std::size_t from, std::size_t size) {
    std::fill(hidden_.begin() + static_cast<std::ptrdiff_t>(bare_.at[from]),
              hidden_.begin() + static_cast<std::ptrdiff_t>(bare_.at[from + size - 1] + 1), true);
  }
  void hide_word(const std::u32string& word) {
    for (auto from = bare_.text.find(word); from != std::u32string::npos; from = bare_.text.find(word, from + 1)) {
      if (bare_.holds_together(from, word.size())) hide(from, word.size());
    }
  }
  std::u32string text() const {
    std::u32string shown;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (!hidden_[i]) shown += text_[i];
      else if (i == 0 || !hidden_[i - 1]) shown += kHidden;
    }
    return shown;
  }

 private:
  std::u32string text_;
  Bare bare_;
  std::vector<bool> hidden_;
};

bool is_month_and_day(std::u32string_view four) {
  const auto two = [&](std::size_t at) { return (four[at] - U'0') * 10 + (four[at + 1] - U'0'); };
  return two(0) >= 1 && two(0) <= 12 && two(2) >= 1 && two(2) <= 31;
}

/// An identity number (GB 11643: six of the place, the day of birth, three and a check character), a bank card of 银联, a mobile
/// number, a number with its area code. Other figures in groups are dates and amounts as often.
bool is_persons_number(std::u32string_view figures) {
  if (figures.size() >= 16 && figures.starts_with(U"62") && figures.back() != U'x') return true;
  if (figures.size() == 18) return (figures[6] == U'1' || figures[6] == U'2') && is_month_and_day(figures.substr(10, 4));
  if (figures.back() == U'x') return false;
  if (figures.size() == 11 && figures[0] == U'1') return figures[1] >= U'3';
  return figures[0] == U'0' && figures[1] != U'0' && figures.size() >= 10 && figures.size() <= 12;
}

/// Figures that belong together from `from` on, an X behind seventeen among them.
std::size_t figures_from(const Bare& bare, std::size_t from) {
  std::size_t n = from;
  while (n < bare.text.size() && (is_digit(bare.text[n]) || (n == from + 17 && bare.text[n] == U'x')) &&
         (n == from || bare.apart(n) <= kMostApart)) {
    ++n;
  }
  return n - from;
}

/// Numbers of people written in groups.
void hide_grouped_numbers(Hiding& hiding) {
  const auto& bare = hiding.bare();
  for (std::size_t from = 0; from < bare.text.size(); ++from) {
    if (!is_digit(bare.text[from]) || (from > 0 && bare.apart(from) == 0 && is_word(bare.text[from - 1]))) continue;
    const auto most = std::min<std::size_t>(figures_from(bare, from), 19);
    for (std::size_t size = most; size >= 10; --size) {
      const auto end = from + size;
      const bool ends = end == bare.text.size() || bare.apart(end) > 0 || !is_word(bare.text[end]);
      if (ends && is_persons_number(std::u32string_view(bare.text).substr(from, size))) {
        hiding.hide(from, size);
        break;
      }
    }
  }
}

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

/// Without what separates their characters.
std::vector<std::u32string> personal_words(const Entry& entry, const Form* form) {
  std::vector<std::string> words{entry.applicant.name};
  for (const auto& answer : entry.submission.answers) {
    if (!is_personal(form, answer)) continue;
    words.push_back(answer.value);
    words.push_back(answer.display);
  }
  std::vector<std::u32string> bare;
  for (const auto& word : words) bare.push_back(Bare(to_code_points(word)).text);
  std::erase_if(bare, [](const std::u32string& word) { return word.size() < 2; });
  return bare;
}

std::string masked_applicant(const Applicant& applicant) {
  return applicant.kind == ApplicantKind::Person ? masked_name(applicant.name) : applicant.name;
}

}  // namespace

std::string without_personal_data(std::string_view text, const Entry& entry, const Form* form) {
  Hiding hiding(to_code_points(text));
  for (const auto& word : personal_words(entry, form)) hiding.hide_word(word);
  hide_grouped_numbers(hiding);
  return to_utf8(without_numbers(hiding.text()));
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
