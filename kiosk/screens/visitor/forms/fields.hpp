// One question of a form, whatever its kind.
#pragma once

#include "screens/view.hpp"

namespace mingting::screens {

/// The question that the page's heading asks; null where the page asks several.
const Field* only_question(const View& view, const FormPage& page);
/// Whether a row stands for fields of the page that are still folded.
bool has_folded(const View& view, const FormPage& page);
/// How the field is to be filled in; of a long answer also how long it may be.
std::string field_help(const View& view, const Field& field);
void form_field(const View& view, const FormPage& page, const Field& field, const Answers& answers);

/// 投诉、举报不按信息公开申请办理（条例第三十九条第一款）。
std::string advice_words(const View& view, const FormAdvice& advice);
/// What is to be said of the room in the field typed in, for the keyboard: there the eye is. No text: nothing yet.
ui::HintView typing_hint(const View& view, const Typing& typing);
/// The period for comments has ended while this one was being written: it is said, and what was written stays.
void comment_over_notice(const View& view, const FormPage& page, std::string_view id);
/// What is public already about the words somebody asks for; nothing when there is nothing.
void published_card(const View& view, const FormPage& page);

}  // namespace mingting::screens
