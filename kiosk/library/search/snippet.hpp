// The piece of a passage that shows why it was found, with the matches marked.
#pragma once

#include <string_view>

#include "domain/content/search.hpp"
#include "library/index/folding.hpp"
#include "library/search/query.hpp"

namespace mingting {

/// The whole text with its matches marked: for titles.
Snippet marked_text(const Folding& folding, const TermQuery& query, std::string_view text);

/// One to three sentences (cut at 。；！？ and line ends) around the best matches, about 90 characters at most; a sentence
/// too long is cut around its matches with … at the cuts. The beginning of the text when nothing matches.
Snippet make_snippet(const Folding& folding, const TermQuery& query, std::string_view text);

}  // namespace mingting
