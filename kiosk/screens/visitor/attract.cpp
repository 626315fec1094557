// What the screen shows to nobody in particular: the hall's name, the time, the bulletin turning, and how to begin.
#include "screens/parts.hpp"

namespace mingting::screens {
namespace {

constexpr float kBeside = 640;  // dp, from which date and clock stand in one line
constexpr float kSign = 64;     // dp

void nothing_installed(const View& view) {
  auto& ui = view.ui;
  ui.space(400);
  const bool spoilt = !view.model.trouble.empty();
  ui.text(view.tr(spoilt ? view.model.trouble : "attract.nothing"), {.style = ui::TextStyle::Title, .align = ui::Align::Center});
  ui.space(32);
  ui.text(view.tr(spoilt ? "attract.spoilt-help" : "attract.nothing-help"),
          {.tone = ui::Tone::Quiet, .align = ui::Align::Center});
}

void hall(const View& view) {
  auto& ui = view.ui;
  ui.columns(std::vector<float>{112, ui.room() - 112}, 32, [&](int column) {
    if (column == 0) return ui.icon("hall", 112, ui::Tone::Primary);
    ui.text(view.site().name, {.style = ui::TextStyle::Display, .bold = true, .one_line = true});
    ui.text(view.tr("attract.tagline"), {.tone = ui::Tone::Quiet});
  });
  ui.space(24);
  if (view.model.kept) ui.notice("kept", ui::NoticeKind::Good, view.tr("claim.attract", kept_sentence(view)));
}

/// The clock is read from afar; the date beside it, or below.
void now(const View& view) {
  auto& ui = view.ui;
  const auto words = day_words(view);
  const auto clock = [&](ui::Align align) {
    ui.text(clock_face(view.model.now), {.style = ui::TextStyle::Giant, .align = align, .bold = true});
  };
  if (ui.room() < kBeside) {
    clock(ui::Align::Left);
    return ui.text(words, {.style = ui::TextStyle::Label});
  }
  ui.columns(std::vector<float>{3, 2}, 24, [&](int column) {
    if (column == 1) return clock(ui::Align::Right);
    ui.space(52);
    ui.text(words, {.style = ui::TextStyle::Label});
  });
}

void signed_line(const View& view, const char* icon, const std::string& words) {
  auto& ui = view.ui;
  ui.columns(std::vector<float>{kSign, ui.room() - kSign}, 20, [&](int column) {
    if (column == 0) return ui.icon(icon, kSign, ui::Tone::Primary);
    ui.text(words, {.style = ui::TextStyle::Label});
  });
}

/// When the hall is open, and what is held there today: nothing where nothing is known.
void today(const View& view) {
  if (!view.site().hours.empty()) signed_line(view, "clock", view.tr("attract.hours", view.site().hours));
  for (const auto* item : held_today(view.model)) signed_line(view, "calendar", held_words(view, *item));
}

bool has_today(const View& view) {
  return !view.site().hours.empty() || !held_today(view.model).empty();
}

void words(const View& view, const Item& item) {
  auto& ui = view.ui;
  const auto column = column_title(view, item.column);
  ui.text(item.sample ? view.tr("attract.sample", column) : column,
          {.style = ui::TextStyle::Label, .tone = ui::Tone::Accent, .bold = true});
  ui.space(16);
  ui.text(item.title, {.style = ui::TextStyle::Display, .bold = true, .max_lines = 3, .balanced = true});
  ui.space(20);
  ui.text(item.summary, {.style = ui::TextStyle::Title, .tone = ui::Tone::Quiet, .max_lines = 4});
}

void bulletin(const View& view) {
  const auto latest = newest(view.model);
  if (latest.empty()) return;
  const auto shown = attract_slide(view.model, latest.size());
  const auto& item = *latest[shown];
  ui::PosterView poster{.id = "slide", .label = view.tr("attract.bulletin")};
  if (const auto picture = view.model.hall->pictures.find(item.id); picture != view.model.hall->pictures.end()) {
    poster.picture = picture->second.media;
    poster.alt = picture->second.alt;
  }
  view.ui.poster(poster, [&] { words(view, item); },
                 [&] { view.ui.dots(view.tr("attract.slide", shown + 1, latest.size()), shown, latest.size()); });
}

/// The others of the bulletin, by their titles.
void others(const View& view) {
  const auto latest = newest(view.model);
  const auto shown = attract_slide(view.model, latest.size());
  for (std::size_t i = 0; i < latest.size(); ++i) {
    if (i == shown) continue;
    view.ui.text(latest[i]->title, {.max_lines = 2});
    view.ui.divider();
  }
}

std::vector<ui::Aside> asides(const View& view) {
  std::vector<ui::Aside> all{{.id = "now", .label = view.tr("attract.now"), .body = [&view] { now(view); }}};
  if (has_today(view))
    all.push_back({.id = "today", .label = view.tr("attract.here"), .body = [&view] { today(view); }, .after = true});
  if (newest(view.model).size() > 1)
    all.push_back({.id = "others", .label = view.tr("attract.others"), .body = [&view] { others(view); }, .beside_only = true});
  return all;
}

/// Begins a visit that is set so from its first page.
ui::Action set_so(const View& view, const char* id, const char* icon, Settings wanted) {
  const auto begin = [&view, wanted] {
    view.send(msg::StartVisit{});
    view.send(msg::SetSettings{wanted});
  };
  return {.id = id,
          .label = view.tr(std::string("attract.") + id),
          .icon = icon,
          .kind = ui::ButtonKind::Quiet,
          .tapped = begin};
}

std::vector<ui::Action> ways_in(const View& view) {
  std::vector<ui::Action> all{set_so(view, "large-type", "size", {.size = Size::Large})};
  if (view.ui.can_lower()) all.push_back(set_so(view, "seated", "low-reach", {.reach = Reach::Low}));
  all.push_back(set_so(view, "english", "language", {.language = Language::English}));
  return all;
}

}  // namespace

void draw_attract(const View& view) {
  ui::Ui::Frame frame{.page_id = "attract",
                      .label = view.model.hall ? view.site().name : view.tr("attract.nothing")};
  if (!view.model.hall) {
    frame.page.head = [&view] { nothing_installed(view); };
    return view.ui.frame(frame);
  }
  frame.page.head = [&view] { hall(view); };
  frame.page.body = [&view] { bulletin(view); };
  frame.page.fills = true;
  frame.page.asides = asides(view);
  frame.page.actions = {{.id = "start",
                         .label = view.tr("attract.start"),
                         .icon = "right",
                         .tapped = view.sends(msg::StartVisit{}),
                         .large = true}};
  if (!standing_urgent(view.model).empty()) {
    frame.page = urgent_poster(view);
    frame.page.asides = {{.id = "now", .label = view.tr("attract.now"), .body = [&view] { now(view); }, .after = true}};
  }
  frame.places = ways_in(view);
  frame.anywhere = "start";
  view.ui.frame(frame);
}

}  // namespace mingting::screens
