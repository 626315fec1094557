// Which answers can a question have?
#include "domain/matcher/matcher.hpp"

#include <algorithm>
#include <charconv>
#include <set>

namespace mingting {
namespace {

std::string end_name(const std::optional<std::int64_t>& end) { return end ? std::to_string(*end) : std::string(); }

std::optional<std::int64_t> end_of(std::string_view text) {
  std::int64_t place = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), place);
  return read.ec == std::errc() && read.ptr == text.data() + text.size() ? std::optional(place) : std::nullopt;
}

/// Where some condition begins or ends to hold.
std::set<std::int64_t> cuts(const Matcher& matcher, const MatchQuestion& question) {
  std::set<std::int64_t> places;
  for (const auto& outcome : matcher.outcomes) {
    for (const auto& requirement : outcome.requirements) {
      for (const auto& each : requirement.any) {
        if (each.question != question.id) continue;
        const auto band = band_of(each);
        for (const auto& end : {band.from, band.to}) {
          if (end) places.insert(*end);
        }
      }
    }
  }
  return places;
}

}  // namespace

std::string Band::name() const { return end_name(from) + ".." + end_name(to); }

Band band_of(const Criterion& criterion) {
  const auto just_below = [](const auto& figure) { return figure ? std::optional(*figure * 2) : std::nullopt; };
  const auto just_above = [](const auto& figure) { return figure ? std::optional(*figure * 2 + 1) : std::nullopt; };
  return {.from = std::max(just_below(criterion.at_least), just_above(criterion.more_than)),
          .to = criterion.at_most && criterion.less_than ? std::min(just_above(criterion.at_most), just_below(criterion.less_than))
                : criterion.at_most                      ? just_above(criterion.at_most)
                                                         : just_below(criterion.less_than)};
}

std::optional<Band> band_named(std::string_view name) {
  const auto dots = name.find("..");
  if (dots == std::string_view::npos) return std::nullopt;
  return Band{end_of(name.substr(0, dots)), end_of(name.substr(dots + 2))};
}

std::vector<Band> bands_of(const Matcher& matcher, const MatchQuestion& question) {
  if (question.kind != AskedAs::Number) return {};
  std::vector<Band> bands(1);
  for (const auto place : cuts(matcher, question)) {
    bands.back().to = place;
    bands.push_back({.from = place, .to = {}});
  }
  return bands;
}

std::vector<std::string> answers_to(const Matcher& matcher, const MatchQuestion& question) {
  if (question.kind == AskedAs::YesNo) return {std::string(kYes), std::string(kNo)};
  std::vector<std::string> answers;
  for (const auto& choice : question.choices) answers.push_back(choice.value);
  for (const auto& band : bands_of(matcher, question)) answers.push_back(band.name());
  return answers;
}

const MatchQuestion* find_question(const Matcher& matcher, std::string_view id) {
  const auto found = std::ranges::find(matcher.questions, id, &MatchQuestion::id);
  return found == matcher.questions.end() ? nullptr : &*found;
}

}  // namespace mingting
