// Every step of an application from accepting it to serving the reply. Entries are named by their id in the register or their
// receipt number.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "desk/cases/recorded.hpp"
#include "desk/entries/privacy.hpp"
#include "desk/entries/standing.hpp"
#include "desk/papers/documents.hpp"

namespace mingting {

/// A step that was recorded, and where the application stands with it.
struct StepTaken {
  EntryHead entry;
  RecordedStep step;
  std::vector<IssuedPaper> papers{};    ///< issued with it, the step's own paper first
  CaseStanding standing;
  std::vector<Remark> remarks{};        ///< what the clerk should know or do about it
  std::optional<Remark> pdf_trouble{};  ///< why a PDF that was asked for is not there; the step stands
};

/// A receipt without a step: the day of receipt was never in doubt.
struct ReceiptIssued {
  EntryHead entry;
  IssuedPaper receipt;
  CaseStanding standing;
};
using Acceptance = std::variant<StepTaken, ReceiptIssued>;

/// Confirms the day of receipt (Art. 31) where that is open, and issues the receipt. Where the arrival was taken back it is
/// recorded anew: `way` on the day of DeskWork, else the way and day it had.
Result<Acceptance> accept(const DeskWork& work, std::string_view id, std::optional<ReceiptWay> way = std::nullopt);
/// Art. 30. `days` 0: the office's usual period.
Result<StepTaken> ask_correction(const DeskWork& work, std::string_view id, const std::string& what, int days);
/// `corrected`: the answers that were put right, by the form the application came on.
Result<StepTaken> take_correction(const DeskWork& work, std::string_view id, const std::string& good_reason,
                                  const Answers& corrected = {});

/// Arts 32-34. `what`: what the letter asks about, "" for what was applied for.
Result<StepTaken> ask_opinion(const DeskWork& work, std::string_view id, const ConsultationSent& sent, const std::string& what);
/// One of: delivered, answered, waited for no longer. `party`: needed where several were asked.
struct OpinionNews {
  std::string party;
  bool delivered = false;
  std::optional<Opinion> opinion;
  std::string reasons;
  bool no_reasons = false;  ///< the clerk confirms that an objection came without any
  std::string ended;  ///< why it is waited for no longer
};
/// A third party's objection is taken with its reasons or with the word that it gave none: whether it binds
/// rests on that (Art. 32).
Result<StepTaken> take_opinion(const DeskWork& work, std::string_view id, const OpinionNews& news);

Result<StepTaken> extend(const DeskWork& work, std::string_view id, const Extended& extended, const Said& said);
/// Art. 35: a letter asks for the reasons, the reasons, and the letter that tells the later day.
Result<StepTaken> ask_reasons(const DeskWork& work, std::string_view id, const Said& said = {});
Result<StepTaken> take_reasons(const DeskWork& work, std::string_view id, const std::string& reasons);
Result<StepTaken> delay_reply(const DeskWork& work, std::string_view id, Date until, const Said& said = {});

/// 国办函〔2020〕109号, by the office's tariff. `before`: the applicant's items of the month before this one; nothing to
/// count their other applications of the month as one item each.
struct FeeUnits {
  FeeBasis basis = FeeBasis::Items;
  std::int64_t units = 0;
  std::optional<std::int64_t> before;
};
Result<StepTaken> charge(const DeskWork& work, std::string_view id, const FeeUnits& units, const Said& said);
Result<StepTaken> take_payment(const DeskWork& work, std::string_view id);

/// With a public interest every third party that objected is told in writing what is disclosed and why (Art.
/// 32), each by a paper of its own. `disclosed`: in what words; "" for what was applied for, without the
/// applicant's own data. What is disclosed against an objection that does not bind is said with the article.
Result<StepTaken> reply(const DeskWork& work, std::string_view id, const Replied& replied, const Said& said,
                        const std::string& disclosed = "");
Result<StepTaken> serve(const DeskWork& work, std::string_view id, ServiceWay way);
/// `unserved`: the clerk confirms that the applicant had not received the reply that is made already.
Result<StepTaken> withdraw(const DeskWork& work, std::string_view id, const std::string& how,
                           bool unserved = false);
/// `notify`: with a paper that tells the applicant; the law asks for none.
Result<StepTaken> lapse(const DeskWork& work, std::string_view id, bool notify = false);
Result<StepTaken> undo(const DeskWork& work, std::string_view id, int step, const std::string& why);

}  // namespace mingting
