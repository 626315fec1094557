// Which question it answers: what is asked next of whom a decision table is to serve, and how does one go back?
#include <algorithm>

#include "app/features.hpp"

namespace mingting::app {
namespace {

void show(MatcherPage& page, std::string question) {
  page.question = std::move(question);
  page.correcting = false;
}

/// What is to be asked next; what fits, when nothing is.
void go_on(Step& step, MatcherPage& page) {
  const auto* next = next_question(page.matcher, page.answers, believed_day(step.model));
  show(page, next == nullptr ? std::string() : next->id);
}

bool is_answer(const MatcherPage& page, const std::string& answer) {
  const auto* question = find_question(page.matcher, page.question);
  if (question == nullptr) return false;
  const auto known = answers_to(page.matcher, *question);
  return answer == kUnsure || std::ranges::find(known, answer) != known.end();
}

}  // namespace

void on(Step& step, const msg::OpenMatcher& open) {
  const auto* matcher = find_matcher(step.model, open.matcher);
  if (matcher == nullptr) return;
  MatcherPage page;
  page.matcher = *matcher;
  go_on(step, page);
  push_page(step, std::move(page));
}

void on(Step& step, const msg::MatchAnswered& answered) {
  auto* page = top<MatcherPage>(step);
  if (page == nullptr || !is_answer(*page, answered.answer)) return;
  page->answers[page->question] = answered.answer;
  if (std::ranges::find(page->asked, page->question) == page->asked.end()) page->asked.push_back(page->question);
  if (page->correcting) show(*page, "");
  else go_on(step, *page);
}

void on(Step& step, const msg::AskAgain& again) {
  auto* page = top<MatcherPage>(step);
  if (page == nullptr || !page->answers.contains(again.question)) return;
  show(*page, again.question);
  page->correcting = true;
}

void on(Step& step, const msg::AskOn&) {
  if (auto* page = top<MatcherPage>(step)) go_on(step, *page);
}

void on(Step& step, const msg::ShowMatches&) {
  if (auto* page = top<MatcherPage>(step)) show(*page, "");
}

bool question_back(Step& step) {
  auto* page = top<MatcherPage>(step);
  if (page == nullptr) return false;
  if (page->correcting) {
    show(*page, "");
    return true;
  }
  const auto here = std::ranges::find(page->asked, page->question);  // the end: it was not answered yet
  if (here == page->asked.begin()) return false;
  show(*page, *std::prev(here));
  return true;
}

}  // namespace mingting::app
