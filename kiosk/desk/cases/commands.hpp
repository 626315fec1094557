// The desk's commands on cases: looking, and every step of an application from accepting it to serving the reply. Cases are
// named by their id in the register or their receipt number.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "desk/desk_work.hpp"
#include "desk/papers/documents.hpp"

namespace mingting {

// ---- looking (case_commands_look.cpp, case_commands_show.cpp) ----------------------------------------------------------

/// Newest first, names masked, with where each stands.
Answered list_entries(const DeskWork& work, const EntryFilter& filter);
/// Everything overdue or due within `days` working days, ours and theirs, most urgent first; promised answers included.
Answered due_entries(const DeskWork& work, int days);
/// Everything about one. Personal answers masked unless `whole`.
Answered show_entry(const DeskWork& work, std::string_view id, bool whole);
/// The open deadlines and how the reply's was counted; `explained`: day by day.
Answered tell_deadline(const DeskWork& work, std::string_view id, bool explained);
/// 条例 Art. 36(6): the same applicant's other applications, the most alike first.
Answered similar_entries(const DeskWork& work, std::string_view id);
/// The papers that went out; their PDFs made again where DeskWork::out is given. `form`: the registration form is issued too.
Answered entry_papers(const DeskWork& work, std::string_view id, bool form);

// ---- steps (case_commands_steps.cpp) -----------------------------------------------------------------------------------

/// Confirms the day of receipt (Art. 31) where that is open, and issues the receipt. Where the arrival was taken back it is
/// recorded anew: `way` on the day of DeskWork, else the way and day it had.
Answered accept(const DeskWork& work, std::string_view id, std::optional<ReceiptWay> way = std::nullopt);
/// Art. 30. `days` 0: the office's usual period.
Answered ask_correction(const DeskWork& work, std::string_view id, const std::string& what, int days);
/// `corrected`: the answers that were put right, by the form the application came on.
Answered take_correction(const DeskWork& work, std::string_view id, const std::string& good_reason,
                         const Answers& corrected = {});

/// Arts 32-34. `what`: what the letter asks about, "" for what was applied for.
Answered ask_opinion(const DeskWork& work, std::string_view id, const ConsultationSent& sent, const std::string& what);
/// One of: delivered, answered, waited for no longer. `party`: needed where several were asked.
struct OpinionNews {
  std::string party;
  bool delivered = false;
  std::optional<Opinion> opinion;
  std::string reasons;
  std::string ended;  ///< why it is waited for no longer
};
Answered take_opinion(const DeskWork& work, std::string_view id, const OpinionNews& news);

Answered extend(const DeskWork& work, std::string_view id, const Extended& extended, const Said& said);
/// Art. 35: a letter asks for the reasons, the reasons, and the letter that tells the later day.
Answered ask_reasons(const DeskWork& work, std::string_view id, const Said& said = {});
Answered take_reasons(const DeskWork& work, std::string_view id, const std::string& reasons);
Answered delay_reply(const DeskWork& work, std::string_view id, Date until, const Said& said = {});

/// 国办函〔2020〕109号, by the office's tariff. `before`: the applicant's items of the month before this one; nothing to
/// count their other applications of the month as one item each.
struct FeeUnits {
  FeeBasis basis = FeeBasis::Items;
  std::int64_t units = 0;
  std::optional<std::int64_t> before;
};
Answered charge(const DeskWork& work, std::string_view id, const FeeUnits& units, const Said& said);
Answered take_payment(const DeskWork& work, std::string_view id);

/// With a public interest every third party that objected is told in writing what is disclosed and why (Art. 32), each by a
/// paper of its own. `disclosed`: in what words; "" for what was applied for, without the applicant's own data.
Answered reply(const DeskWork& work, std::string_view id, const Replied& replied, const Said& said,
               const std::string& disclosed = "");
Answered serve(const DeskWork& work, std::string_view id, ServiceWay way);
Answered withdraw(const DeskWork& work, std::string_view id, const std::string& how);
/// `notify`: with a paper that tells the applicant; the law asks for none.
Answered lapse(const DeskWork& work, std::string_view id, bool notify = false);
Answered undo(const DeskWork& work, std::string_view id, int step, const std::string& why);

}  // namespace mingting
