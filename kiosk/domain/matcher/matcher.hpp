// Decision tables as data (content/matchers/NAME.toml), in DMN's words: questions, outcomes with conditions, a hit policy. Pure.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "domain/form/form.hpp"
#include "domain/named.hpp"

namespace mingting {

/// How a question is answered. Number: by saying between which of the figures that decide something one's own lies; nobody
/// has to know it exactly, and nothing is typed.
enum class AskedAs { Choice, YesNo, Number };
inline constexpr Named<AskedAs> kAskedAs[] = {
    {AskedAs::Choice, "choice", ""},
    {AskedAs::YesNo, "yes-no", ""},
    {AskedAs::Number, "number", ""},
};

/// How many outcomes may fit: at most one; the first in order; all that do.
enum class HitPolicy { Unique, First, Collect };
inline constexpr Named<HitPolicy> kHitPolicies[] = {
    {HitPolicy::Unique, "unique", ""},
    {HitPolicy::First, "first", ""},
    {HitPolicy::Collect, "collect", ""},
};

struct MatchQuestion {
  std::string id;
  std::string title, title_en;  ///< the whole question, in plain words
  std::string help, help_en;
  AskedAs kind = AskedAs::Choice;
  std::string unit, unit_en;    ///< Number: what is counted: 人, 万元, %
  std::vector<Choice> choices;  ///< Choice alone
  bool operator==(const MatchQuestion&) const = default;
};

/// What is asked of one answer. `is`: any of these; `is_not`: none of these; at_least and at_most take their figure in,
/// more_than and less_than leave it out, so that 2.5 lies between more than 2 and less than 3.
struct Criterion {
  std::string question;
  std::vector<std::string> is, is_not;
  std::optional<std::int64_t> at_least, more_than, at_most, less_than;  ///< in the question's unit
  std::string words, words_en;                    ///< how the condition is said: 第一次向银行贷款
  std::string source;                             ///< document and article
  bool operator==(const Criterion&) const = default;
};

/// One line of what must hold: any of its criteria, of which there is mostly one.
struct Requirement {
  std::vector<Criterion> any;
  bool operator==(const Requirement&) const = default;
};

struct Outcome {
  std::string id;
  std::string title, title_en;
  std::string gives, gives_en;            ///< what one gets: 最高2万元
  std::string target;                     ///< "item:ID", "form:ID", "column:ID", "table:ID", "matcher:ID"
  std::optional<Date> until;              ///< the last day it can be had
  std::vector<Requirement> requirements;  ///< all of them
  bool operator==(const Outcome&) const = default;
};

/// Where to go with the answer.
struct MatchNext {
  std::string target, label, label_en;
  bool operator==(const MatchNext&) const = default;
};

struct Matcher {
  std::string id;
  std::string title, title_en;
  std::string summary, summary_en;
  std::string source;
  bool sample = false;  ///< 示例
  HitPolicy policy = HitPolicy::Collect;
  std::vector<MatchQuestion> questions;
  std::vector<Outcome> outcomes;
  std::optional<MatchNext> next;
  bool operator==(const Matcher&) const = default;
};

/// Question id -> answer: a choice's value, kYes or kNo, a figure's Band::name, or kUnsure. No entry: not asked yet.
using MatchAnswers = std::map<std::string, std::string>;
inline constexpr std::string_view kYes = "yes", kNo = "no";
/// As they may be written, and as they are kept.
inline constexpr Named<bool> kTruths[] = {
    {true, kYes, "是"},
    {false, kNo, "否"},
};
inline constexpr std::string_view kUnsure = "unsure";  ///< 不知道, an answer like any other

/// Figures that no condition tells apart. `from` and `to` are places on the line of figures: 2n stands just below n, 2n + 1
/// just above it. So at least 20 begins at 40, at most 300 ends at 601.
struct Band {
  std::optional<std::int64_t> from, to;  ///< nothing: no end on this side
  std::string name() const;              ///< stored as the answer: "40..601", "..40"
  bool operator==(const Band&) const = default;
};
/// Where on the line of figures what meets the criterion begins and ends, where it is about figures.
Band band_of(const Criterion& criterion);
/// The band of this name; nothing for what is no band's.
std::optional<Band> band_named(std::string_view name);
/// The figure that a place on the line stands at.
constexpr std::int64_t figure_at(std::int64_t place) { return (place - (place & 1)) / 2; }
/// All there are for this question, from below; none for a question of another kind.
std::vector<Band> bands_of(const Matcher& matcher, const MatchQuestion& question);
/// Every answer that can be told apart, without kUnsure, in the order shown.
std::vector<std::string> answers_to(const Matcher& matcher, const MatchQuestion& question);

const MatchQuestion* find_question(const Matcher& matcher, std::string_view id);

}  // namespace mingting
