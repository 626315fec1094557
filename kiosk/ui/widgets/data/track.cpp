// A figure on its way to its target: how far it is, and where it should be by now.
#include <algorithm>
#include <cmath>

#include "ui/frame/impl.hpp"

namespace mingting::ui {
namespace {

constexpr float kBar = 26, kMark = 6, kBeyond = 8, kPad = 20, kUnderHead = 10, kUnderBar = 10, kBeside = 24, kApart = 6;  // dp

/// Of the way, 0 to 1, whichever way it goes; nothing where there is no way.
std::optional<float> part_of_way(const TrackView& track, double value) {
  const double way = track.target - track.start;
  if (!std::isfinite(value) || !std::isfinite(way) || way == 0) return {};
  return static_cast<float>(std::clamp((value - track.start) / way, 0.0, 1.0));
}

Tone tone_of(TrackView::State state) {
  switch (state) {
    case TrackView::State::Reached:
      return Tone::Good;
    case TrackView::State::OnTrack:
      return Tone::Good;
    case TrackView::State::Behind:
      return Tone::Wait;
    case TrackView::State::Unknown:
      break;
  }
  return Tone::Quiet;
}

std::string_view icon_of(TrackView::State state) {
  switch (state) {
    case TrackView::State::Reached:
      return "done";
    case TrackView::State::OnTrack:
      return "check";
    case TrackView::State::Behind:
      return "warn";
    case TrackView::State::Unknown:
      break;
  }
  return "question";
}

struct TrackFace {
  const Layout *label, *state, *start, *value, *target, *note;
  float icon = 0, bar = 0;
  bool state_under = false;  ///< its word has no room beside the label
  bool stacked = false;      ///< start, value and target have none beside one another
  float head = 0, foot = 0, height = 0;
};

TrackFace face_of(Ui::Impl& impl, const TrackView& track) {
  TrackFace face{};
  const float room = impl.area().width;
  const auto small = impl.setting(TextStyle::Caption), bold = impl.setting(TextStyle::Caption, true);
  face.icon = impl.grown(36);
  face.bar = 2 * std::round(impl.grown(kBar) / 2);
  face.state = &impl.lay(track.state_words, bold, room, 0, Wrap::Balanced);
  const float beside = room - face.state->width - face.icon - impl.px(kBeside) - impl.px(8);
  const auto label = impl.setting(TextStyle::Body);
  face.state_under = beside < std::min(8 * static_cast<float>(label.em), impl.texts.measure(track.label, label) + 1);
  face.label = &impl.lay(track.label, label, face.state_under ? room : beside, 0, Wrap::Balanced);
  face.start = &impl.lay(track.start_words, small, room, 0, Wrap::Balanced);
  face.value = &impl.lay(track.value_words, bold, room, 0, Wrap::Balanced);
  face.target = &impl.lay(track.target_words, small, room, 0, Wrap::Balanced);
  face.note = &impl.lay(track.note, small, room);
  face.stacked = face.start->width + face.value->width + face.target->width + 2 * impl.px(kBeside) > room;
  face.head = face.label->height() + (face.state_under ? std::max(face.state->height(), face.icon) : 0);
  face.foot = face.stacked ? face.start->height() + face.value->height() + face.target->height() : small.line;
  face.height = 2 * impl.px(kPad) + face.head + impl.px(kUnderHead) + face.bar + 2 * impl.px(kBeyond) + impl.px(kUnderBar) +
                face.foot + (track.note.empty() ? 0 : face.note->height());
  return face;
}

void draw_head(Ui::Impl& impl, const TrackView& track, const TrackFace& face, const Rect& row, float y) {
  const auto& c = impl.colors();
  const Color ink = tone_color(c, tone_of(track.state));
  impl.draw_words(*face.label, row.x, y, face.label->width, Align::Left, c.ink);
  if (track.state_words.empty()) return;
  const float wide = face.icon + impl.px(8) + face.state->width;
  const float x = face.state_under ? row.x : row.x + row.w - wide;
  const float line = face.state_under ? face.state->height() : face.label->setting.line;
  const float top = face.state_under ? y + face.label->height() : y;
  impl.draw_icon(icon_of(track.state), x, top + (line - face.icon) / 2, face.icon, ink);
  impl.draw_words(*face.state, x + face.icon + impl.px(8), top + (face.state_under ? 0 : (line - face.state->height()) / 2),
                  face.state->width, Align::Left, ink);
}

/// Behind is hatched: told without its colour too.
void draw_way(Ui::Impl& impl, const TrackView& track, const TrackFace& face, const Rect& bar) {
  const auto& c = impl.colors();
  if (!impl.draws(inflate(bar, impl.px(kBeyond)))) return;
  const float radius = face.bar / 2;
  impl.paint.box(bar, radius, impl.outlined() ? c.surface : mix(c.paper, c.line, 0.75F));
  if (impl.outlined()) impl.paint.outline(bar, radius, impl.hairline(), c.line);
  const auto value = part_of_way(track, track.value);
  if (value && track.state != TrackView::State::Unknown) {
    const Color ink = tone_color(c, tone_of(track.state));
    const Rect done{bar.x, bar.y, std::max(face.bar, std::round(bar.w * *value)), bar.h};
    impl.paint.box(done, radius, ink);
    if (track.state == TrackView::State::Behind && done.w > 2 * face.bar)
      impl.paint.hatch({done.x + radius, done.y, done.w - face.bar, done.h}, Painter::Pattern::Rising,
                       static_cast<int>(impl.px(18)), mix(ink, c.surface, 0.55F));
  }
  const auto expected = part_of_way(track, track.expected);
  if (!expected || track.state == TrackView::State::Unknown) return;
  const float wide = std::max(2.0F, impl.px(kMark)), beyond = impl.px(kBeyond);
  const float x = std::clamp(bar.x + std::round(bar.w * *expected) - wide / 2, bar.x, bar.x + bar.w - wide);
  impl.paint.fill({x - impl.px(2), bar.y - beyond, wide + 2 * impl.px(2), bar.h + 2 * beyond}, impl.area().paper);
  impl.paint.fill({x, bar.y - beyond, wide, bar.h + 2 * beyond}, c.ink);
}

void draw_foot(Ui::Impl& impl, const TrackFace& face, const Rect& row, float y) {
  const auto& c = impl.colors();
  if (!face.stacked) {
    const float least = row.x + face.start->width + impl.px(kBeside),
                most = row.x + row.w - face.target->width - impl.px(kBeside) - face.value->width;
    impl.draw_words(*face.start, row.x, y, face.start->width, Align::Left, c.quiet);
    impl.draw_words(*face.value,
                    std::clamp(row.x + (row.w - face.value->width) / 2, std::min(least, most), std::max(least, most)), y,
                    face.value->width, Align::Left, c.ink);
    impl.draw_words(*face.target, row.x + row.w - face.target->width, y, face.target->width, Align::Left, c.quiet);
    return;
  }
  for (const auto* words : {face.value, face.target, face.start}) {
    impl.draw_words(*words, row.x, y, words->width, Align::Left, words == face.value ? c.ink : c.quiet);
    y += words->height();
  }
}

std::string words_of(const TrackView& track) {
  std::string all;
  for (const auto* part : {&track.state_words, &track.start_words, &track.value_words, &track.target_words}) {
    if (part->empty()) continue;
    if (!all.empty()) all += "\xE3\x80\x80";
    all += *part;
  }
  return all;
}

}  // namespace

bool Ui::track(const TrackView& track) {
  auto& self = *impl_;
  const auto face = face_of(self, track);
  const auto row = self.place(face.height, 0);
  int index = -1;
  const float apart = self.px(kApart);
  const auto touch = self.target(
      {.role = Role::Track, .id = track.id, .label = track.label, .rect = {row.x, row.y + apart, row.w, row.h - 2 * apart}},
      index);
  auto& node = self.node(index);
  node.value = words_of(track);
  node.note = track.note;
  self.typeset(index, face.start->setting, self.colors().quiet, self.area().paper);
  if (!self.draws(row)) return touch.tapped;
  if (touch.held) self.paint.box(row, self.px(12), self.pressed(self.area().paper));
  float y = row.y + self.px(kPad);
  draw_head(self, track, face, row, y);
  y += face.head + self.px(kUnderHead) + self.px(kBeyond);
  draw_way(self, track, face, {row.x, std::round(y), row.w, face.bar});
  y += face.bar + self.px(kBeyond) + self.px(kUnderBar);
  draw_foot(self, face, row, y);
  if (!track.note.empty()) self.draw_words(*face.note, row.x, y + face.foot, face.note->width, Align::Left, self.colors().quiet);
  self.paint.fill({row.x, row.y + row.h - self.hairline(), row.w, self.hairline()}, self.colors().line);
  return touch.tapped;
}

}  // namespace mingting::ui
