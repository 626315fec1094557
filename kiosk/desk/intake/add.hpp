// The desk's commands for what comes in: the register itself, the kiosks whose exports are taken, their exports, and what
// arrives by post, fax, internet or word of mouth.
#pragma once

#include <string>

#include "base/random.hpp"
#include "desk/answer.hpp"
#include "desk/desk_work.hpp"
#include "domain/form/form.hpp"

namespace mingting {

/// A new register for the office's site. An existing file is never replaced. It remembers CONTENT's holiday notice, so that a
/// later one's moves can be told.
Answered init_register(FileSystem& files, const Path& file, const Office& office, const Path& content);

/// The key of a kiosk as the clerk gives it: base64, a text file that holds it, or an export of that kiosk's.
Result<std::string> kiosk_key_from(FileSystem& files, const std::string& given);
/// Shows the fingerprint to compare with the one on the kiosk. `expected`: the fingerprint read there, "" when it is compared
/// by eye; another one is refused.
Answered enrol_kiosk(const DeskWork& work, const std::string& given, const std::string& name, const std::string& expected);
Answered list_kiosks(const DeskWork& work);

/// Takes every export at the path: all that can be read is imported, all that is wrong is named.
Answered import_exports(const DeskWork& work, const Path& where, const std::string& office_key);

/// What the office takes in itself.
struct AddOrder {
  std::string form = "application";
  ReceiptWay way = ReceiptWay::SignedPost;
  std::optional<Date> confirmed;  ///< letters, internet, fax: the day confirmed with the applicant, when already known
  Answers answers;
  std::string about_item;
  bool incomplete = false;        ///< register it although required answers are missing: they can be asked for (Art. 30)
};
/// Answers from a file: JSON or TOML, field id and value; a list for several choices.
Result<Answers> read_answers(FileSystem& files, const Path& file);
/// Gives it a number and a query code, which is shown once and not kept.
Answered add_entry(const DeskWork& work, RandomSource& random, const AddOrder& order);

}  // namespace mingting
