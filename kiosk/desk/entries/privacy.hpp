// What may be shown of an entry: names masked, words without the applicant's own data. Every list and every text that leaves
// the register for the public goes through here.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "desk/desk_work.hpp"
#include "domain/form/form.hpp"

namespace mingting {

/// The text without the entry's own personal answers and name, and without anything that looks like an identity number, a
/// phone, an account or a mail address: ××× stands in their place. Names of others cannot be known: a person must read it.
std::string without_personal_data(std::string_view text, const Entry& entry, const Form* form);

/// Words out of an entry as they may be shown. `hidden`: there are some, but their form is not to be had, so that nobody knows
/// what in them is personal.
struct ShownWords {
  std::string text;
  bool hidden = false;
};
/// An answer masked by its form's field; what the form does not know is hidden.
ShownWords shown_answer(const Form* form, const SubmittedAnswer& answer);

/// By what an entry is called in every answer.
struct EntryHead {
  std::int64_t id = 0;
  std::string number;
  EntryKind kind = EntryKind::Application;
  ApplicantKind applicant_kind = ApplicantKind::Person;
  std::string applicant;  ///< a person's name masked (张*), an organisation's as it is; "" for none or when erased
  bool erased = false;
};
EntryHead head_of(const Entry& entry);
EntryHead head_of(const OpenCase& open);

/// An entry as lists may show it.
struct ShownEntry {
  EntryHead head;
  ShownWords wanted;
  std::string form;
  Instant received{};
  bool clock_doubtful = false;
  std::optional<Date> finished;
  std::optional<ReplyKind> outcome;
};
/// Nothing masked: for those who handle it.
ShownEntry whole_entry(const Entry& entry);

/// Entries as lists may show them; each form is read once.
class ShownEntries {
 public:
  explicit ShownEntries(const DeskWork& work) : work_(work) {}
  ShownEntry of(const Entry& entry);
  /// Free words of the entry.
  ShownWords shown_words(const Entry& entry, const std::string& text);

 private:
  const DeskWork& work_;
  std::map<std::string, std::optional<Form>> forms_;
};

}  // namespace mingting
