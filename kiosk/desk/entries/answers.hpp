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

/// Missing required answers: in the way, or to be asked for later (Art. 30). Wrong ones always are.
enum class Unanswered { InTheWay, Allowed };
/// What must be put right before the answers are kept. Consent is given on the kiosk's screen; on paper the signature stands
/// for it.
std::vector<Remark> complaints_about(const Form& form, const Answers& answers, Unanswered unanswered, Date today);

/// The entry's answers with those put right, by its form. Trouble::Invalid: an unknown field, an answer that cannot be.
Result<Submission> corrected_submission(const DeskWork& work, const Entry& entry, const Answers& corrected);

}  // namespace mingting
