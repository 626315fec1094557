// One question of a form, whatever its kind.
#pragma once

#include "screens/view.hpp"

namespace mingting::screens {

void form_field(const View& view, const FormPage& page, const Field& field, const Answers& answers);

}  // namespace mingting::screens
