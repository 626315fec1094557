// What the rules said, told: one ruling on its lines, or a file of them with the number of each line. JSON is one object a line.
#pragma once

#include <string>
#include <string_view>

#include "base/said/words.hpp"
#include "desk/rules/rulings.hpp"
#include "desk/told/tell.hpp"

namespace mingting {

/// {ok, from, count, date, provisional}, and where every day was asked for: days [{date, counted, number, reason, ...}]
std::string as_text(const WorkdayCount& counted);
OrderedJson as_json(const WorkdayCount& counted);

std::string as_text(const DocumentNumber& number);
OrderedJson as_json(const DocumentNumber& number);

bool is_whole(const IdentifierVerdict& verdict);
std::string as_text(const IdentifierVerdict& verdict);
OrderedJson as_json(const IdentifierVerdict& verdict);

std::string as_text(const FeeComparison& both);
OrderedJson as_json(const FeeComparison& both);

/// 南府办发〔2026〕：缺第3号、第7至9号；第5号重复。 "" when all is well.
std::string gaps_text(const NumberSequence& sequence);
bool is_whole(const NumberGaps& gaps);
std::string as_text(const NumberGaps& gaps);
OrderedJson as_json(const NumberGaps& gaps);

template <class Ruling>
std::string ruling_text(const Result<Ruling>& ruling) {
  return ruling ? as_text(*ruling) : worded(ruling.error());
}
template <class Ruling>
OrderedJson ruling_json(const Result<Ruling>& ruling) {
  return ruling ? as_json(*ruling) : error_as_json(ruling.error());
}

template <class Ruling>
Told tell_ruling(const Result<Ruling>& ruling, Shape shape) {
  return {ruling && is_whole(*ruling), (shape == Shape::Json ? json_line(ruling_json(ruling)) : ruling_text(ruling)) + "\n"};
}

/// Every line that is not blank, in order. JSON begins with the line it answers.
template <class Rule>
Told tell_batch(std::string_view lines, const Rule& rule, Shape shape) {
  Told told;
  for (const auto& [number, line] : numbered_lines(lines)) {
    const auto ruling = rule(line);
    told.whole = told.whole && ruling && is_whole(*ruling);
    if (shape == Shape::Text) {
      told.words += std::to_string(number) + "\t" + ruling_text(ruling) + "\n";
    } else {
      OrderedJson json{{"line", number}};
      json.update(ruling_json(ruling));
      told.words += json_line(json) + "\n";
    }
  }
  return told;
}

}  // namespace mingting
