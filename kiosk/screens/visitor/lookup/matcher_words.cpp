// A band is said by its ends, as laws say them: with the figure itself or without.
#include "screens/visitor/lookup/matcher_words.hpp"

#include <algorithm>

namespace mingting::screens {
namespace {

std::string end_words(const View& view, const MatchQuestion& question, std::int64_t place, bool lower) {
  const bool below = place % 2 == 0;  // the figure itself lies above
  const auto figure = view.tr("matcher.figure", figure_at(place), view.choose(question.unit, question.unit_en));
  if (lower) return view.tr(below ? "matcher.at-least" : "matcher.more-than", figure);
  return view.tr(below ? "matcher.less-than" : "matcher.at-most", figure);
}

}  // namespace

std::string band_words(const View& view, const MatchQuestion& question, const Band& band) {
  if (!band.from && !band.to) return view.tr("matcher.any-figure");
  if (!band.from) return end_words(view, question, *band.to, false);
  if (!band.to) return end_words(view, question, *band.from, true);
  return view.tr("matcher.both-ends", end_words(view, question, *band.from, true), end_words(view, question, *band.to, false));
}

std::string answer_words(const View& view, const MatchQuestion& question, const std::string& answer) {
  if (answer == kUnsure) return view.tr("matcher.unsure");
  if (question.kind == AskedAs::YesNo) return view.tr("matcher." + answer);
  if (const auto band = band_named(answer); band && question.kind == AskedAs::Number) return band_words(view, question, *band);
  const auto choice = std::ranges::find(question.choices, answer, &Choice::value);
  return choice == question.choices.end() ? answer : view.choose(choice->label, choice->label_en);
}

}  // namespace mingting::screens
