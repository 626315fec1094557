// What a table cannot know of itself is said here, at the outcome's own line.
#include "publish/checks/matchers.hpp"

#include <algorithm>
#include <array>

#include "domain/matcher/reach.hpp"

namespace mingting {
namespace {

/// Pages of the kiosk itself.
constexpr std::array<std::string_view, 2> kPages{"search", "progress"};

/// Between which figures.
Remark band_told(const Band& band, const std::string& unit) {
  std::vector<Remark> ends;
  if (band.from) ends.push_back(remark(*band.from % 2 == 0 ? "matcher-answer.at-least" : "matcher-answer.more-than", figure_at(*band.from), unit));
  if (band.to) ends.push_back(remark(*band.to % 2 == 0 ? "matcher-answer.less-than" : "matcher-answer.at-most", figure_at(*band.to), unit));
  return remark("matcher-answer.ends", ends);
}

Remark answer_told(const MatchQuestion& question, const std::string& answer) {
  if (answer == kYes && question.kind == AskedAs::YesNo) return remark("matcher-answer.yes");
  if (answer == kNo && question.kind == AskedAs::YesNo) return remark("matcher-answer.no");
  if (const auto band = band_named(answer); band && question.kind == AskedAs::Number) return band_told(*band, question.unit);
  const auto choice = std::ranges::find(question.choices, answer, &Choice::value);
  return {choice == question.choices.end() ? answer : choice->label};
}

std::vector<Remark> answers_told(const Matcher& matcher, const MatchAnswers& answers) {
  std::vector<Remark> told;
  for (const auto& question : matcher.questions) {
    const auto given = answers.find(question.id);
    if (given != answers.end()) told.push_back(remark("matcher-answer.one", question.title, answer_told(question, given->second)));
  }
  return told;
}

class Check {
 public:
  Check(MatcherFile& file, const FindItem& find_item, const std::vector<std::string>& targets, Date today)
      : file_(file), find_item_(find_item), targets_(targets), today_(today) {}

  void run() {
    const auto& matcher = file_.matcher;
    for (std::size_t i = 0; i < matcher.outcomes.size(); ++i) {
      check_target(matcher.outcomes[i].target, file_.lines[i].target);
      const auto& until = matcher.outcomes[i].until;
      if (today_.ok() && until && *until < today_) file_.report.warning(file_.lines[i].until, "matcher-file.over", matcher.outcomes[i].id, *until);
    }
    if (matcher.next) check_target(matcher.next->target, file_.next_line);
    if (file_.report.errors() == 0) check_reach();
  }

 private:
  void check_target(const std::string& target, int line) {
    const bool known = std::ranges::find(targets_, target) != targets_.end() || std::ranges::find(kPages, target) != kPages.end();
    if (target.empty() || known) return;
    const auto* item = target.starts_with("item:") ? find_item_(target.substr(5)) : nullptr;
    if (item == nullptr) {
      file_.report.error(line, "matcher-file.target-to-nowhere", target, nearest_hint(target, targets_));
    } else if (item->validity == Validity::Repealed || item->validity == Validity::Expired) {
      file_.report.error(line, "matcher-file.not-in-force", target, named(kValidities, item->validity).title);
    }
  }

  int line_of(const Outcome* outcome) const { return file_.lines[static_cast<std::size_t>(outcome - file_.matcher.outcomes.data())].outcome; }

  void check_reach() {
    const auto reach = reach_of(file_.matcher);
    for (const auto* outcome : reach.unreachable) file_.report.error(line_of(outcome), "matcher-file.unreachable", outcome->id);
    for (const auto& clash : reach.clashes) {
      file_.report.error(line_of(clash.other), "matcher-file.clash", clash.one->id, clash.other->id, answers_told(file_.matcher, clash.answers));
    }
    for (const auto* outcome : reach.untold) file_.report.warning(line_of(outcome), "matcher-file.untold", outcome->id);
  }

  MatcherFile& file_;
  const FindItem& find_item_;
  const std::vector<std::string>& targets_;
  Date today_;
};

}  // namespace

void check_matchers(std::vector<MatcherFile>& files, const FindItem& find_item, const std::vector<std::string>& targets, Date today) {
  for (auto& file : files) Check(file, find_item, targets, today).run();
}

}  // namespace mingting
