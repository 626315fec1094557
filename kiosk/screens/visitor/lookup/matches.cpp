// What fits by a decision table, what is not decided yet and by what, what does not fit; and the answers, to be changed.
#include <algorithm>

#include "screens/parts.hpp"
#include "screens/visitor/lookup/matcher_words.hpp"

namespace mingting::screens {
namespace {

constexpr float kIcon = 56, kLargeIcon = 80, kGap = 20;  // dp
constexpr std::chrono::days kEndsSoon{30};
using Judgements = std::vector<Judgement>;

std::size_t count(const Judgements& all, Verdict verdict) {
  return static_cast<std::size_t>(std::ranges::count(all, verdict, &Judgement::verdict));
}

const std::string& title_of(const View& view, const Outcome& outcome) { return view.choose(outcome.title, outcome.title_en); }

std::string condition_words(const View& view, const Criterion& criterion) {
  const auto& words = view.choose(criterion.words, criterion.words_en);
  return criterion.source.empty() ? words : view.tr("matcher.with-source", words, criterion.source);
}

/// Conditions one after another; of several in a row from one source it is named once.
std::string conditions_words(const View& view, const std::vector<const Criterion*>& all, const std::string& between) {
  std::string told;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool named_next = i + 1 < all.size() && all[i + 1]->source == all[i]->source;
    if (!told.empty()) told += between;
    told += named_next ? view.choose(all[i]->words, all[i]->words_en) : condition_words(view, *all[i]);
  }
  return told;
}

void why(const View& view, const std::string& words) {
  view.ui.text(words, {.style = ui::TextStyle::Caption, .tone = ui::Tone::Quiet});
}

/// What the visitor said to it, which may be that he does not know.
void answered(const View& view, const MatcherPage& page, const Criterion& criterion) {
  const auto* question = find_question(page.matcher, criterion.question);
  const auto given = page.answers.find(criterion.question);
  if (question == nullptr || given == page.answers.end()) return why(view, view.tr("matcher.not-asked"));
  why(view, view.tr("matcher.you-said", answer_words(view, *question, given->second)));
}

void why_open(const View& view, const MatcherPage& page, const Judgement& judgement) {
  for (const auto* criterion : judgement.because) {
    view.ui.text(view.tr("matcher.missing", condition_words(view, *criterion)));
    answered(view, page, *criterion);
  }
  if (judgement.instead != nullptr) why(view, view.tr("matcher.maybe-instead", title_of(view, *judgement.instead)));
}

void why_not(const View& view, const MatcherPage& page, const Judgement& judgement) {
  if (judgement.instead != nullptr) return why(view, view.tr("matcher.instead", title_of(view, *judgement.instead)));
  why(view, view.tr("matcher.needs", conditions_words(view, judgement.because, view.tr("matcher.or"))));
  if (!judgement.because.empty()) answered(view, page, *judgement.because.front());
}

void because(const View& view, const MatcherPage& page, const Judgement& judgement) {
  switch (judgement.verdict) {
    case Verdict::Fits:
      if (!judgement.because.empty())
        why(view, view.tr("matcher.because", conditions_words(view, judgement.because, view.tr("matcher.and"))));
      return;
    case Verdict::Open: return why_open(view, page, judgement);
    case Verdict::Misfits: return why_not(view, page, judgement);
    case Verdict::Over: break;
  }
  why(view, view.tr("matcher.over-since", date_words(view, *judgement.outcome->until)));
}

struct Look {
  const char *icon, *key;
  ui::Tone tone;
};

Look look_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::Fits: return {"done", "matcher.fits", ui::Tone::Good};
    case Verdict::Open: return {"question", "matcher.open", ui::Tone::Wait};
    case Verdict::Misfits: return {"close", "matcher.misfits", ui::Tone::Accent};
    case Verdict::Over: break;
  }
  return {"clock", "matcher.over", ui::Tone::Quiet};
}

/// The last day, and how many are left of the last thirty.
void last_day(const View& view, const Judgement& judgement) {
  const auto& until = judgement.outcome->until;
  if (!until || judgement.verdict == Verdict::Over || judgement.verdict == Verdict::Misfits) return;
  const auto left = std::chrono::sys_days{*until} - std::chrono::sys_days{believed_day(view.model)};
  if (left > kEndsSoon) return view.ui.text(view.tr("matcher.until", date_words(view, *until)));
  const auto words = left.count() == 0 ? view.tr("matcher.last-day") : view.tr("matcher.days-left", date_words(view, *until), left.count());
  view.ui.text(words, {.tone = ui::Tone::Wait, .bold = true});
}

/// The title, and at its right the way to the whole text.
void card_head(const View& view, const Outcome& outcome) {
  const auto& title = title_of(view, outcome);
  view.ui.columns(std::vector<float>{4, 1}, kGap, [&](int column) {
    if (column == 0) return view.ui.heading(title, 3);
    const ui::ButtonOptions shape{.small = true, .words = view.tr("matcher.see")};
    if (view.ui.button("see", view.tr("matcher.see-one", title), shape)) view.send(msg::OpenTarget{outcome.target});
  });
}

void outcome_words(const View& view, const MatcherPage& page, const Judgement& judgement) {
  auto& ui = view.ui;
  const auto look = look_of(judgement.verdict);
  card_head(view, *judgement.outcome);
  ui.text(view.tr(look.key), {.style = ui::TextStyle::Caption, .tone = look.tone, .bold = true});
  const auto& gives = view.choose(judgement.outcome->gives, judgement.outcome->gives_en);
  if (!gives.empty()) ui.text(gives);
  last_day(view, judgement);
  because(view, page, judgement);
}

void outcome_card(const View& view, const MatcherPage& page, const Judgement& judgement) {
  auto& ui = view.ui;
  const auto& outcome = *judgement.outcome;
  const auto look = look_of(judgement.verdict);
  const float icon = in_large_type(view) ? kLargeIcon : kIcon;
  ui.card(outcome.id, title_of(view, outcome), [&] {
    ui.columns(std::vector<float>{icon, ui.room() - icon - kGap}, kGap, [&](int column) {
      if (column == 0) return ui.icon(look.icon, icon, look.tone);
      outcome_words(view, page, judgement);
    });
  });
  ui.space(16);
}

void cards(const View& view, const MatcherPage& page, const Judgements& all, Verdict verdict) {
  for (const auto& judgement : all) {
    if (judgement.verdict == verdict) outcome_card(view, page, judgement);
  }
}

void outcomes(const View& view, const MatcherPage& page, const Judgements& all) {
  cards(view, page, all, Verdict::Fits);
  cards(view, page, all, Verdict::Open);
  const auto others = count(all, Verdict::Misfits) + count(all, Verdict::Over);
  if (others == 0) return;
  const auto open = view.ui.fold({.id = "others", .label = view.tr("matcher.others", others), .open = page.others_open}, [&] {
    cards(view, page, all, Verdict::Misfits);
    cards(view, page, all, Verdict::Over);
  });
  if (open) view.send(msg::ToggleDetails{});
}

// ---- the head ------------------------------------------------------------------------------------------------------

/// By `unique` and `first` the one that fits is the answer.
std::string heading_words(const View& view, const MatcherPage& page, const Judgements& all) {
  const auto fits = count(all, Verdict::Fits), open = count(all, Verdict::Open);
  if (fits == 0) return open == 0 ? view.tr("matcher.none") : view.tr("matcher.undecided", open);
  const auto found = std::ranges::find(all, Verdict::Fits, &Judgement::verdict);
  if (page.matcher.policy != HitPolicy::Collect) return view.tr("matcher.best", title_of(view, *found->outcome));
  return open == 0 ? view.tr("matcher.count", fits) : view.tr("matcher.count-open", fits, open);
}

void head(const View& view, const MatcherPage& page, const Judgements& all, std::size_t left) {
  auto& ui = view.ui;
  ui.text(view.choose(page.matcher.title, page.matcher.title_en), {.style = ui::TextStyle::Caption, .tone = ui::Tone::Quiet});
  ui.heading(heading_words(view, page, all));
  ui.text(view.tr("matcher.answered", page.asked.size()), {.tone = ui::Tone::Quiet});
  if (page.matcher.sample) ui.text(view.tr("matcher.sample"), {.style = ui::TextStyle::Caption, .tone = ui::Tone::Wait});
  if (left > 0) ui.notice("left", ui::NoticeKind::Wait, view.tr("matcher.left", left));
  ui.space(24);
}

/// Nothing of question or answer is cut; at their right the way to change the answer.
void given_answer(const View& view, const MatchQuestion& question, const std::string& answer) {
  auto& ui = view.ui;
  const auto& title = view.choose(question.title, question.title_en);
  ui.group("answer-" + question.id, title, [&] {
    ui.columns(std::vector<float>{3, 1}, kGap, [&](int column) {
      if (column == 0) {
        ui.text(title, {.style = ui::TextStyle::Caption, .tone = ui::Tone::Quiet});
        return ui.text(answer_words(view, question, answer));
      }
      const ui::ButtonOptions shape{.small = true, .words = view.tr("matcher.change")};
      if (ui.button("change", view.tr("matcher.change-one", title), shape)) view.send(msg::AskAgain{question.id});
    });
  });
  ui.space(16);
}

void given_answers(const View& view, const MatcherPage& page) {
  for (const auto& id : page.asked) {
    if (const auto* question = find_question(page.matcher, id)) given_answer(view, *question, page.answers.at(id));
  }
}

std::vector<ui::Action> actions(const View& view, const MatcherPage& page, std::size_t left) {
  std::vector<ui::Action> all;
  if (left > 0) all.push_back({.id = "on", .label = view.tr("matcher.on"), .icon = "right", .tapped = view.sends(msg::AskOn{})});
  if (const auto& next = page.matcher.next) {
    all.push_back({.id = "next",
                   .label = view.choose(next->label, next->label_en),
                   .icon = "person",
                   .kind = left > 0 ? ui::ButtonKind::Secondary : ui::ButtonKind::Primary,
                   .tapped = view.sends(msg::OpenTarget{next->target})});
  }
  return all;
}

}  // namespace

ui::Page draw_matches(const View& view, const MatcherPage& page) {
  const auto today = believed_day(view.model);
  auto all = judged(page.matcher, page.answers, today);
  const auto left = open_questions(page.matcher, page.answers, today).size();
  ui::Page parts;
  parts.head = [&view, &page, all, left] { head(view, page, all, left); };
  parts.body = [&view, &page, all = std::move(all)] { outcomes(view, page, all); };
  if (!page.asked.empty()) {
    parts.asides = {{.id = "answers",
                     .label = view.tr("matcher.answers"),
                     .icon = "edit",
                     .body = [&view, &page] { given_answers(view, page); },
                     .open = page.answers_open,
                     .toggled = view.sends(msg::ToggleContents{}),
                     .headed = true}};
  }
  parts.actions = actions(view, page, left);
  return parts;
}

}  // namespace mingting::screens
