// How does a question stand above the page?
#include <algorithm>
#include <cmath>

#include "ui/frame/parts.hpp"

namespace mingting::ui {
namespace {

constexpr float kPad = 48, kGap = 32, kEdge = 48;  // dp

/// What a dialog says, and the buttons at its foot, in pixels.
struct Heights {
  float words = 0, buttons = 0, gap = 0;
  float all() const { return words + gap + buttons; }
};

void say(const Page& page) {
  if (page.head) page.head();
  if (page.body) page.body();
}

Rect card_place(Ui::Impl& impl, float wide, float natural) {
  const auto window = impl.window();
  const float high = std::min(natural, window.h - 2 * impl.px(kEdge));
  const float y = impl.lowered() ? window.h - high - impl.px(kEdge) : std::round((window.h - high) / 2);
  return {std::round((window.w - wide) / 2), y, wide, high};
}

float card_width(const Ui::Impl& impl) {
  return std::min(impl.window().w - 2 * impl.px(kEdge), impl.px(impl.portrait() ? 900 : 1100));
}

Heights heights_of(const Stage& stage, float width, const Page& page, bool large) {
  Heights heights;
  heights.words = stage.impl.measure(0, width, [&] { say(page); }).height;
  if (page.actions.empty()) return heights;
  heights.buttons = stage.impl.measure(0, width, [&] { draw_actions(stage, page.actions, large); }).height;
  heights.gap = stage.impl.px(kGap);
  return heights;
}

void draw_surface(Ui::Impl& impl, const Rect& rect, bool card) {
  if (!card) return impl.paint.fill(rect, impl.colors().paper);
  const bool outlined = impl.outlined();
  impl.paint.veil(impl.window(), outlined ? Color{0, 0, 0} : Color{20, 24, 31}, outlined ? 0.8F : 0.5F);
  impl.surface(rect, 24, impl.colors().surface, outlined ? impl.colors().line : impl.colors().surface);
}

/// The words where they fit, or scrolled; in the middle of a whole window.
Area words_area(Ui::Impl& impl, const Rect& rect, const Heights& heights, bool card) {
  const float pad = impl.px(kPad);
  Area area;
  area.x = rect.x + pad;
  area.width = rect.w - 2 * pad;
  area.top = area.y = rect.y + pad;
  area.bottom = rect.y + rect.h - pad - heights.buttons - heights.gap;
  if (!card) area.top = area.y = std::max(area.y, std::round((area.y + area.bottom - heights.words) / 2));
  area.bleed = impl.px(16);
  area.paper = card ? impl.colors().surface : impl.colors().paper;
  return area;
}

}  // namespace

void Ui::dialog(std::string_view id, std::string_view label, Cover cover, const Page& page) {
  auto& self = *impl_;
  if (self.measuring()) return;
  const Stage stage{*this, self};
  const bool card = cover == Cover::Card;
  const float pad = self.px(kPad);
  const float wide = card ? card_width(self) : self.window().w;
  const auto heights = heights_of(stage, wide - 2 * pad, page, !card);
  const Rect rect = card ? card_place(self, wide, heights.all() + 2 * pad) : self.window();
  draw_surface(self, rect, card);
  const int index = self.record(Role::Dialog, id, label, rect);
  const Impl::Below here(self, id);
  const Impl::Under below(self, index);
  auto area = words_area(self, rect, heights, card);
  self.inside(area, [&] { self.scroll("words", [&] { say(page); }); });
  area.top = area.y = rect.y + rect.h - pad - heights.buttons;
  self.inside(area, [&] { draw_actions(stage, page.actions, !card); });
}

}  // namespace mingting::ui
