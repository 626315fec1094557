// What the office takes in itself, by post, fax, internet or word of mouth: the same form, the same checks as at the kiosk.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/random.hpp"
#include "desk/entries/privacy.hpp"
#include "desk/entries/standing.hpp"
#include "domain/form/form.hpp"

namespace mingting {

struct AddOrder {
  std::string form = "application";
  ReceiptWay way = ReceiptWay::SignedPost;
  std::optional<Date> confirmed;  ///< letters, internet, fax: the day confirmed with the applicant, when already known
  Answers answers;
  std::string about_item;
  bool incomplete = false;        ///< register it as it stands: what is missing can be asked for (Art. 30)
};

struct EntryAdded {
  EntryHead entry;
  std::string form_title;
  std::string code;                       ///< told this once and kept nowhere
  std::vector<std::string> missing;       ///< labels of the questions left open
  std::vector<Remark> doubts;             ///< what looks odd and was taken all the same
  std::optional<CaseStanding> standing;   ///< of an application
  std::optional<IssuedDocument> receipt;  ///< once the day of receipt is settled
  std::optional<Path> file;               ///< the receipt with the code, where papers are wanted
  std::optional<Remark> trouble;          ///< why there is no receipt although there should be
};
/// Gives it a number and a query code.
Result<EntryAdded> add_entry(const DeskWork& work, RandomSource& random, const AddOrder& order);

}  // namespace mingting
