// What was answered to a form at the desk: by the same form and the same checks as at the kiosk.
#pragma once

#include <vector>

#include "desk/desk_work.hpp"
#include "domain/form/form.hpp"

namespace mingting {

/// Whether the question was left open.
bool is_unanswered(const Answers& answers, const std::string& field);
/// Many lines, valid UTF-8, nothing that steers.
Answers clean_answers(const Answers& answers);

/// Missing required answers, and numbers that a check calls wrong: asked about first, or taken as they stand, since they can be
/// asked for later (Art. 30) and papers themselves may be wrong. What the form cannot hold is always in the way.
enum class Taken { AskedFirst, AsItStands };
/// What must be put right before the answers are kept. Consent is given on the kiosk's screen; on paper the signature stands
/// for it.
std::vector<Remark> complaints_about(const Form& form, const Answers& answers, Taken taken, Date today);
/// What looks odd and is kept all the same, for whoever works on it.
std::vector<Remark> doubts_about(const Form& form, const Answers& answers, Date today);

/// The entry's answers with those put right, by its form. Trouble::Invalid: an unknown field, an answer that cannot be.
Result<Submission> corrected_submission(const DeskWork& work, const Entry& entry, const Answers& corrected);

}  // namespace mingting
