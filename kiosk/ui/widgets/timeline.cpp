// How does the way something goes look: what is done, where it is, and what comes next?
#include <algorithm>
#include <cmath>

#include "ui/frame/impl.hpp"

namespace mingting::ui {
namespace {

constexpr float kDot = 28, kPresent = 44, kBetween = 28, kBeside = 24;  // dp

struct StepFace {
  const Layout *what, *when;
  float height = 0, dot = 0;  ///< `dot`: its middle, below the top of the step
};

struct Rail {
  float present = 0, usual = 0;  ///< of dots
  float words = 0;               ///< where the words begin, from the left
};

Rail rail_of(const Ui::Impl& impl) {
  const auto even = [&](float dp) { return 2 * std::round(impl.grown(dp) / 2); };
  Rail rail{even(kPresent), even(kDot)};
  rail.words = rail.present + impl.px(kBeside);
  return rail;
}

StepFace lay_step(Ui::Impl& impl, const StepView& step, float width) {
  const bool now = step.state == StepView::State::Now;
  const auto setting = impl.setting(now ? TextStyle::Label : TextStyle::Body, now);
  StepFace face{&impl.lay(step.what, setting, width), &impl.lay(step.when, impl.setting(TextStyle::Caption), width)};
  face.dot = std::round(setting.line / 2);
  face.height = face.what->height() + (step.when.empty() ? 0 : face.when->height());
  return face;
}

/// Told apart by shape: small and full, large in a ring, hollow.
void draw_dot(Ui::Impl& impl, const Rail& rail, StepView::State state, float x, float middle) {
  const auto& c = impl.colors();
  const bool now = state == StepView::State::Now;
  const float size = now ? rail.present : rail.usual;
  const float left = x + (rail.present - size) / 2, top = std::round(middle - size / 2);
  if (!impl.draws({left, top, size, size})) return;
  if (state == StepView::State::Done) return impl.paint.disc(left, top, size, c.good);
  impl.paint.disc(left, top, size, impl.area().paper);
  impl.paint.ring(left, top, size, impl.px(5), now ? c.primary : c.quiet);
  const float core = 2 * std::round(size * 0.25F);
  if (now) impl.paint.disc(left + (size - core) / 2, top + std::round((size - core) / 2), core, c.primary);
}

void draw_words(Ui::Impl& impl, const StepView& step, const StepFace& face, float x, float y) {
  const auto& c = impl.colors();
  const auto paper = impl.area().paper;
  const Color ink = step.state == StepView::State::Next ? c.quiet : c.ink;
  const int what = impl.record(Role::Text, "", step.what, {x, y, face.what->width, face.what->height()});
  impl.typeset(what, face.what->setting, ink, paper);
  impl.draw_words(*face.what, x, y, face.what->width, Align::Left, ink);
  if (step.when.empty()) return;
  y += face.what->height();
  const int when = impl.record(Role::Text, "", step.when, {x, y, face.when->width, face.when->height()});
  impl.typeset(when, face.when->setting, c.quiet, paper);
  impl.draw_words(*face.when, x, y, face.when->width, Align::Left, c.quiet);
}

}  // namespace

void Ui::timeline(std::string_view id, std::string_view label, std::span<const StepView> steps) {
  auto& self = *impl_;
  const auto rail = rail_of(self);
  std::vector<StepFace> faces;
  float high = 0;
  for (const auto& step : steps) {
    faces.push_back(lay_step(self, step, std::max(self.area().width - rail.words, self.px(1))));
    high += faces.back().height + (faces.size() > 1 ? self.px(kBetween) : 0);
  }
  const auto rect = self.place(high, 16);
  if (self.measuring() || steps.empty()) return;
  const int index = self.record(Role::Group, id, label, rect);
  const Impl::Below here(self, id);
  const Impl::Under below(self, index);
  float y = rect.y, before = 0;
  for (std::size_t i = 0; i < faces.size(); ++i) {
    const float middle = y + faces[i].dot, thick = self.px(4);
    const Rect line{rect.x + std::round((rail.present - thick) / 2), before, thick, middle - before};
    if (i > 0 && self.draws(line)) self.paint.fill(line, self.colors().line);
    if (i > 0) draw_dot(self, rail, steps[i - 1].state, rect.x, before);
    draw_words(self, steps[i], faces[i], rect.x + rail.words, y);
    before = middle;
    y += faces[i].height + self.px(kBetween);
  }
  draw_dot(self, rail, steps.back().state, rect.x, before);
}

}  // namespace mingting::ui
