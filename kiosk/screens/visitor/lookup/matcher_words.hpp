// How questions of a decision table, answers to them and conditions on them are said.
#pragma once

#include "domain/matcher/judging.hpp"
#include "screens/view.hpp"

namespace mingting::screens {

/// 是, 不到20人, 小型企业, 不知道
std::string answer_words(const View& view, const MatchQuestion& question, const std::string& answer);
/// Between which figures: 20人及以上，不到300人.
std::string band_words(const View& view, const MatchQuestion& question, const Band& band);

}  // namespace mingting::screens
