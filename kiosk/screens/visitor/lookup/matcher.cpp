// A question of a decision table: one a page, its answers to be tapped, 不知道 the last of them.
#include <algorithm>

#include "screens/parts.hpp"
#include "screens/visitor/lookup/matcher_words.hpp"

namespace mingting::screens {
namespace {

/// Where among the questions this one stands, and how many there may be: their number only ever falls.
void progress(const View& view, const MatcherPage& page) {
  const auto here = std::ranges::find(page.asked, page.question) - page.asked.begin() + 1;
  const auto open = static_cast<std::ptrdiff_t>(open_questions(page.matcher, page.answers, believed_day(view.model)).size());
  const auto most = std::max(here, static_cast<std::ptrdiff_t>(page.asked.size()) + open);
  const auto& title = view.choose(page.matcher.title, page.matcher.title_en);
  view.ui.progress(view.tr("matcher.progress", title, here, most), static_cast<int>(here), static_cast<int>(most));
}

void head(const View& view, const MatcherPage& page, const MatchQuestion& question) {
  auto& ui = view.ui;
  progress(view, page);
  ui.space(24);
  ui.heading(view.choose(question.title, question.title_en));
  const auto& help = view.choose(question.help, question.help_en);
  if (!help.empty()) ui.text(help, {.tone = ui::Tone::Quiet});
  ui.space(24);
}

std::string help_of(const View& view, const MatchQuestion& question, const std::string& answer) {
  if (answer == kUnsure) return view.tr("matcher.unsure-help");
  const auto choice = std::ranges::find(question.choices, answer, &Choice::value);
  return choice == question.choices.end() || view.english() ? std::string() : choice->help;
}

void answers(const View& view, const MatcherPage& page, const MatchQuestion& question) {
  auto all = answers_to(page.matcher, question);
  all.emplace_back(kUnsure);
  const auto given = page.answers.find(question.id);
  for (const auto& answer : all) {
    const ui::ChoiceView shown{.id = answer,
                               .label = answer_words(view, question, answer),
                               .help = help_of(view, question, answer),
                               .selected = given != page.answers.end() && given->second == answer};
    if (view.ui.choice(shown)) view.send(msg::MatchAnswered{answer});
    view.ui.space(12);
  }
}

}  // namespace

ui::Page draw_matcher(const View& view, const MatcherPage& page) {
  const auto& question = *find_question(page.matcher, page.question);
  ui::Page parts;
  parts.head = [&view, &page, &question] { head(view, page, question); };
  parts.body = [&view, &page, &question] {
    view.ui.group(question.id, view.choose(question.title, question.title_en), [&] { answers(view, page, question); });
  };
  if (!page.asked.empty()) {
    parts.actions = {{.id = "matches",
                      .label = view.tr(page.correcting ? "matcher.to-matches" : "matcher.matches-now"),
                      .icon = "list",
                      .kind = ui::ButtonKind::Secondary,
                      .tapped = view.sends(msg::ShowMatches{})}};
  }
  return parts;
}

}  // namespace mingting::screens
