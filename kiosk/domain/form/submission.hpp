// What a visitor hands in, and the number and code that find it again. DESIGN §5.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/random.hpp"
#include "base/remark.hpp"
#include "domain/form/form.hpp"

namespace mingting {

/// NM-K01-20261123-0007-C: site prefix, kiosk, date, the day's serial, check character. The check finds every wrong
/// character and every swap of two neighbours. (ISO 7064 MOD 37-36 does not: it takes K10 for K01.)
struct ReceiptNumber {
  std::string text;
  bool operator==(const ReceiptNumber&) const = default;
};
ReceiptNumber make_receipt_number(std::string_view prefix, std::string_view kiosk, Date date, int serial);
/// Normalises (case, width, spaces, missing dashes) and checks the check character. Without dashes the kiosk
/// is taken to be a letter and digits (K01). What the office put behind a slash, to tell two entries of one
/// number apart, is passed over.
std::optional<ReceiptNumber> parse_receipt_number(std::string_view text);

/// Eight characters of an alphabet without look-alikes (no 0 O, 1 I L, nor U beside V), shown as XXXX-XXXX: 30^8 of them.
struct QueryCode {
  std::string text;
  bool operator==(const QueryCode&) const = default;
};
QueryCode make_query_code(RandomSource& random);
std::optional<QueryCode> parse_query_code(std::string_view text);

/// One answer as it was asked: the label travels along, so that a changed form never changes the meaning.
struct SubmittedAnswer {
  std::string field, label, value, display;
  bool operator==(const SubmittedAnswer&) const = default;
};

/// The plain text of a submission. Exists in memory only: on the kiosk until it is sealed, on the desk after opening.
struct Submission {
  std::string form, form_title, form_version;
  std::string rules;  ///< application, feedback, comment, letter, none
  std::vector<SubmittedAnswer> answers;
  std::string content_release;  ///< sequence of the release the visitor saw
  std::string about_item;       ///< feedback or a comment on a document: its id, else ""
  bool operator==(const Submission&) const = default;
};

/// The document that feedback or a comment is about. Empty: none.
struct About {
  std::string item, title;
};
/// Field of the first answer of a submission that is about a document: its title as the visitor saw it.
inline constexpr std::string_view kAboutTitle = "about_title";
Submission make_submission(const Form& form, const Answers& answers, const About& about = {});

/// What the visitor carries away.
struct Receipt {
  ReceiptNumber number;
  QueryCode code;
  Instant received{};
  bool clock_doubtful = false;  ///< the kiosk's clock went back, leapt ahead or was never set: the date is to be confirmed by staff
  std::string matter;           ///< form title
  std::string applicant;        ///< masked
  std::string about;            ///< title of the document it is about, else ""
  std::optional<Date> due;      ///< reply due, for an application (条例 Art. 33: 20 working days)
  bool due_provisional = false;
  bool promised = false;        ///< `due` is what the office promises, not a period of law
  std::vector<Remark> counted;  ///< how `due` was counted, in sentences
  bool countersign = false;     ///< staff sign for it on paper the same day
  std::vector<std::string> next;  ///< sentences: what happens next
  std::string office, office_phone, hall, address;
  bool english = false;
  bool operator==(const Receipt&) const = default;
};

}  // namespace mingting
