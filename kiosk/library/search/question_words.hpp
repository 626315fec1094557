// Words of asking, which say nothing about the matter asked: 如何, 是否, 怎么办. They do not count when a question's words are
// searched one by one; a query that consists of nothing else is searched as it is.
#pragma once

#include <string>
#include <string_view>

namespace mingting {

/// The folded query with question words made gaps; unchanged when fewer than two characters would remain together.
std::u32string without_question_words(std::u32string_view folded);

}  // namespace mingting
