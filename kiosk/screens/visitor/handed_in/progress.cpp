// How it stands: number and code asked for, and what is told for them.
#include <fmt/format.h>

#include "domain/case/replies.hpp"
#include "screens/parts.hpp"

namespace mingting::screens {
namespace {

constexpr Date kExampleDay{std::chrono::year{2026}, std::chrono::November, std::chrono::day{23}};

/// A number as this hall prints them.
std::string example_number(const View& view) {
  const auto& prefix = view.site().receipt_prefix;
  return make_receipt_number(prefix.empty() ? "NM" : prefix, "K01", kExampleDay, 7).text;
}

void code_field(const View& view, std::string_view id, ui::FieldView shown, const std::string& complaint) {
  shown.id = id;
  if (!complaint.empty()) shown.error = view.tr(fmt::format("progress.error-{}", complaint));
  own_field(view, std::move(shown));
}

/// Nothing that tells a wrong code from a number that is not there.
void outcome(const View& view, const ProgressPage& page) {
  auto& ui = view.ui;
  if (!page.not_found && page.looking != Loading::Failed) return;
  ui.space(24);
  if (page.looking == Loading::Failed) return ui.notice("failed", ui::NoticeKind::Problem, view.tr("progress.failed"));
  ui.notice("not-found", ui::NoticeKind::Problem, view.tr("progress.not-found"));
  ui.space(16);
  ui.text(view.tr("progress.too-new", date_words(view, *view.model.hall->status_as_of)));
}

ui::Action look_up(const View& view, const ProgressPage& page) {
  const int wait = look_up_wait(view.model);
  const bool running = page.looking == Loading::Running;
  const auto label = running    ? view.tr("progress.looking")
                     : wait > 0 ? view.tr("progress.wait", wait)
                                : view.tr("progress.look-up");
  return {.id = "look-up",
          .label = label,
          .icon = wait > 0 ? "clock" : "search",
          .enabled = !running && wait == 0,
          .tapped = view.sends(msg::LookUp{})};
}

// ---- what is told --------------------------------------------------------------------------------------------------

/// Our words for a key of the status; the desk may be newer than this program and know more of them.
std::string words_or(const View& view, const std::string& key, const std::string& otherwise) {
  auto words = view.tr(key);
  return words == key ? otherwise : words;
}

/// The desk's own sentence, which says more; ours in English, which the desk does not write.
std::string told(const View& view, const std::string& key, const std::string& sentence) {
  return view.english() ? words_or(view, key, sentence) : sentence;
}

std::string phase_words(const View& view, const CaseStatus& status) {
  return words_or(view, "phase." + status.phase, view.tr("phase.handling"));
}

bool is_over(const CaseStatus& status) { return status.phase == "finished" || status.phase == "answered"; }

/// The feed has the form's title as the office writes it; the form may have an English one.
std::string matter_words(const View& view, const std::string& matter) {
  for (const auto& form : view.model.hall->forms) {
    if (form.title == matter) return view.choose(form.title, form.title_en);
  }
  return matter;
}

std::string outcome_words(const View& view, const std::string& outcome) {
  const auto kind = value_named(kReplyKinds, outcome);
  return kind && view.english() ? view.tr(fmt::format("outcome.{}", named(kReplyKinds, *kind).key)) : outcome;
}

std::string counted_words(const View& view, const CaseStatus& status) {
  if (!view.english() || status.how_counted.empty()) return status.how_counted;
  return status.how_counted_en.empty() ? view.tr("progress.counted-chinese", status.how_counted) : status.how_counted_en;
}

void which(const View& view, const CaseStatus& status) {
  view.ui.facts("which", {{view.tr("progress.number"), status.number},
                          {view.tr("progress.matter"), matter_words(view, status.matter)},
                          {view.tr("progress.as-of"), date_words(view, status.as_of)}});
}

/// The one line most people come for.
void standing_card(const View& view, const CaseStatus& status) {
  auto& ui = view.ui;
  ui.card("standing", view.tr("progress.now"), [&] {
    ui.text(phase_words(view, status),
            {.style = ui::TextStyle::Title, .tone = is_over(status) ? ui::Tone::Good : ui::Tone::Primary, .bold = true});
    if (is_over(status)) {
      if (!status.outcome.empty()) ui.text(view.tr("progress.outcome", outcome_words(view, status.outcome)));
      return;
    }
    if (status.due) {
      ui.space(16);
      ui.text(view.tr("progress.due", date_words(view, *status.due)), {.style = ui::TextStyle::Label, .bold = true});
    }
    const auto counted = counted_words(view, status);
    if (!counted.empty()) ui.text(counted, {.style = ui::TextStyle::Caption, .tone = ui::Tone::Quiet});
  });
}

void warnings(const View& view, const CaseStatus& status) {
  auto& ui = view.ui;
  if (is_over(status)) return;
  if (status.clock_stopped)
    ui.notice("stopped", ui::NoticeKind::Wait, words_or(view, "stopped." + status.stopped_by, view.tr("stopped.other")));
  if (status.due_provisional) ui.notice("provisional", ui::NoticeKind::Wait, view.tr("progress.provisional"));
  const bool application = status.phase != "received";  // a letter or an opinion has a promise, and no period of the law
  if (status.overdue)
    ui.notice("overdue", ui::NoticeKind::Problem,
              view.tr(!application                   ? "progress.overdue-promise"
                      : status.phase == "reply-made" ? "progress.overdue-serving"
                                                     : "progress.overdue"));
}

void duties(const View& view, const CaseStatus& status) {
  if (status.duties.empty()) return;
  auto& ui = view.ui;
  ui.space(24);
  ui.card("duties", view.tr("progress.duties"), [&] {
    ui.text(view.tr("progress.duties"), {.style = ui::TextStyle::Title, .tone = ui::Tone::Accent, .bold = true});
    for (const auto& duty : status.duties) {
      ui.space(16);
      ui.text(told(view, "duty." + duty.key, duty.what));
      if (duty.by)
        ui.text(view.tr("progress.by", date_words(view, *duty.by)),
                {.style = ui::TextStyle::Label, .tone = ui::Tone::Accent, .bold = true});
      if (duty.provisional) ui.text(view.tr("progress.provisional"), {.style = ui::TextStyle::Caption, .tone = ui::Tone::Quiet});
    }
  });
}

void way(const View& view, const CaseStatus& status) {
  using State = ui::StepView::State;
  std::vector<ui::StepView> steps;
  for (const auto& line : status.done)
    steps.push_back({told(view, "happened." + line.key, line.what), date_words(view, line.on), State::Done});
  if (!is_over(status)) {
    steps.push_back({phase_words(view, status), view.tr("progress.now"), State::Now});
    steps.push_back({words_or(view, "next." + status.phase, view.tr("next.handling")), view.tr("progress.next"), State::Next});
  }
  view.ui.timeline("steps", view.tr("progress.way"), steps);
}

void reply(const View& view, const CaseStatus& status) {
  if (status.reply.empty() && status.reply_item.empty()) return;
  auto& ui = view.ui;
  ui.space(24);
  const auto title = view.tr(status.reply.empty() ? "progress.reply-document" : "progress.reply");
  ui.card("reply", title, [&] {
    ui.heading(title, 2);
    said_in_chinese(view);
    for (const auto& line : split(status.reply, '\n')) {
      if (!line.empty()) ui.text(line);
    }
    if (status.reply_item.empty()) return;
    ui.space(16);
    if (ui.button("reply-item", view.tr("progress.reply-item"), {.icon = "document"}))
      view.send(msg::OpenItem{status.reply_item, ""});
  });
}

void head(const View& view, const ProgressPage& page) {
  auto& ui = view.ui;
  const auto& as_of = view.model.hall->status_as_of;
  ui.heading(view.tr("progress.title"));
  if (!as_of) return ui.text(view.tr("progress.no-feed"), {.tone = ui::Tone::Quiet});
  if (brief(view)) return ui.space(16);
  ui.text(view.tr("progress.help"), {.tone = ui::Tone::Quiet});
  if (!page.not_found) {  // or it will be said of what was not found
    ui.text(view.tr("progress.updated", date_words(view, *as_of)), {.style = ui::TextStyle::Caption, .tone = ui::Tone::Quiet});
  }
  ui.space(24);
}

void entries(const View& view, const ProgressPage& page) {
  code_field(view, kNumberField,
             {.label = view.tr("progress.number"),
              .help = view.tr("progress.number-help", example_number(view)),
              .value = page.number},
             page.number_error);
  view.ui.space(24);
  code_field(view, kCodeField,
             {.label = view.tr("progress.code"), .help = view.tr("progress.code-help"), .value = page.code},
             page.code_error);
  outcome(view, page);
}

/// This machine cannot tell: who can, and what to have at hand.
void without_feed(const View& view) {
  auto& ui = view.ui;
  ui.card("ways", view.tr("progress.ways"), [&] {
    ui.heading(view.tr("progress.ways"), 2);
    std::optional<std::string> none;
    for (int i = 1; i <= 3; ++i) {
      const std::vector<ui::Run> words{{.text = view.tr(fmt::format("progress.way-{}", i))}};
      ui.bullet(std::to_string(i), fmt::format("{}.", i), 0, words, none);
    }
    ui.space(16);
    std::vector<std::pair<std::string, std::string>> where{{view.tr("progress.place"), view.site().hall}};
    if (!view.site().phone.empty()) where.emplace_back(view.tr("progress.phone"), view.site().phone);
    ui.facts("where", where);
  });
}

ui::Action ask_staff(const View& view) {
  return {.id = "staff", .label = view.tr("progress.staff"), .icon = "person", .tapped = view.sends(msg::AskForHelp{})};
}

}  // namespace

ui::Page draw_progress(const View& view, const ProgressPage& page) {
  ui::Page parts;
  parts.head = [&view, &page] { head(view, page); };
  if (!view.model.hall->status_as_of) {
    parts.body = [&view] { without_feed(view); };
    parts.actions = {ask_staff(view)};
    return parts;
  }
  parts.body = [&view, &page] { entries(view, page); };
  parts.actions = {look_up(view, page)};
  return parts;
}

ui::Page draw_status(const View& view, const StatusPage& page) {
  const auto& status = *page.status;
  ui::Page parts;
  parts.head = [&view, &status] {
    view.ui.heading(view.tr("progress.status-title"));
    view.ui.space(16);
    standing_card(view, status);
    duties(view, status);
  };
  parts.body = [&view, &status] {
    reply(view, status);
    view.ui.space(16);
    warnings(view, status);
  };
  parts.asides = {{.id = "way",
                   .label = view.tr("progress.way"),
                   .body = [&view, &status] { way(view, status); },
                   .headed = true,
                   .after = true},
                  {.id = "about",
                   .label = view.tr("progress.about"),
                   .body = [&view, &status] { which(view, status); },
                   .after = true}};
  parts.actions = {{.id = "another",
                    .label = view.tr("progress.another"),
                    .icon = "search",
                    .kind = ui::ButtonKind::Secondary,
                    .tapped = view.sends(msg::AskAnother{})}};
  return parts;
}

}  // namespace mingting::screens
