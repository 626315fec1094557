// What is told to somebody whose words ask for something the law treats otherwise (条例 Art. 38, 39): from word lists that are
// data of the form (content/forms). Pure. It advises and never decides: staff read what is handed in whatever is said here.
#pragma once

#include <string_view>
#include <vector>

#include "domain/form/form.hpp"

namespace mingting {

/// Whether the text holds one of the advice's patterns outside the phrases it excepts. Width, case, spaces and zero-width
/// characters make no difference.
///
/// A pattern is a word, or words that follow each other: "要求…赔偿" within one sentence, "1、……2、" anywhere in the text.
/// Phrases of `except` are taken out first, the longest first: with 举报电话 excepted, 公开举报电话 is no report.
bool applies(const FormAdvice& advice, std::string_view text);

/// The advice on one field's text, in the form's order.
std::vector<const FormAdvice*> advice_on(const Form& form, std::string_view field, std::string_view text);

/// The advice on everything answered, each once, in the form's order. `answers`: the visible ones.
std::vector<const FormAdvice*> advice_on(const Form& form, const Answers& answers);

}  // namespace mingting
