// Refusals and errors, told the same way whatever was asked.
#include "desk/told/tell.hpp"

#include "base/said/words.hpp"

namespace mingting {

OrderedJson error_as_json(const std::string& sentence) { return {{"ok", false}, {"error", sentence}}; }
OrderedJson error_as_json(const Remark& error) { return error_as_json(worded(error)); }

Result<Told> tell_refusal(const Error& error, Shape shape) {
  if (error.trouble != Trouble::Refused) return fail(error);
  return Told{false, shape == Shape::Json ? json_text(error_as_json(error)) : worded(error) + "\n"};
}

}  // namespace mingting
