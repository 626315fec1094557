// The places of templates: their names, which are keys of the templates' format, and what each stands for in a case.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "desk/papers/documents.hpp"

namespace mingting {

/// What a place is looked up in.
struct PlaceScope {
  const PaperSource& source;
  std::optional<ReplyKind> reply;  ///< of the reply being made
  const std::string& number;       ///< of the paper
  Date on;                         ///< of the paper
};

struct Place {
  std::string_view name;  ///< 收到日期
  std::string_view key;   ///< of Said, when the officer may say it; else ""
  std::string (*value)(const PlaceScope& scope) = nullptr;  ///< what the case itself knows
};

/// All of them, in the order of the README.
const std::vector<Place>& all_places();
std::vector<std::string> place_names();
/// What was asked for, whole, on one line.
std::string request_of(const Entry& entry);
/// As a paper quotes it: whole, or shortened at a word's end with where the whole stands.
std::string quoted_request(std::string_view request);

/// Null when there is none of that name.
const Place* find_place(std::string_view name);
/// The place that is said under the key or the name; null when nothing is.
const Place* find_said(std::string_view key_or_name);

/// In words, for the officer: 收到申请之日，期限从这天起算.
Remark meaning_of(const Place& place);

/// Everything the reply must or may say, a paragraph each: a template that has it needs no place for each.
inline constexpr std::string_view kAllPoints = "告知事项";

/// What stands there: what the officer said, else what the case knows, else "".
std::string place_value(const Place& place, const PlaceScope& scope);

/// The kind of the reply that the case has been given, or of its end without one.
std::optional<ReplyKind> reply_kind_of(const Case& one);
/// The letter that was sent last; null when none was.
const Consultation* last_consultation(const Case& one);

}  // namespace mingting
