// The whole window: bars, body, dock, dialogs; and what happens between frames.
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/frame/impl.hpp"
#include "ui/tree/hooks.hpp"

namespace mingting::ui {
namespace {

constexpr float kTopBar = 112, kBottomBar = 152;  // LOOK
constexpr Milliseconds kEntering{120};
constexpr float kDialogPad = 48;

float margin_dp(bool portrait) {
  return portrait ? 48 : 64;
}

}  // namespace

// ---- frames
// --------------------------------------------------------------------------------------------------------

void Ui::Impl::settle_after(Milliseconds delay) {
  if (!wish || *wish > delay) wish = delay;
}

void Ui::Impl::begin(const Appearance& wanted, int width_px, int height_px, Instant at) {
  appearance = wanted;
  width = std::max(1, width_px);
  height = std::max(1, height_px);
  unit = static_cast<float>(std::min(width, height)) / 1080;
  previous = frame == 0 ? at : now;
  now = at;
  ++frame;
  wish.reset();
  turn_over();
  in_frame = true;
  take_pointer();
  move_scrolls();
  hooks::watch(true);
  open_window();
}

void Ui::Impl::turn_over() {
  std::swap(last, tree);
  tree.mutable_nodes().clear();
  std::swap(last_hits, hits);
  hits.clear();
  std::swap(last_scrolls, drawn_scrolls);
  drawn_scrolls.clear();
  ids.clear();
  path.clear();
  parent = -1;
  anonymous = 0;
  caret_shown = false;
}

void Ui::Impl::open_window() {
  ImGui::SetNextWindowPos(ImVec2(0, 0));
  ImGui::SetNextWindowSize(ImVec2(static_cast<float>(width), static_cast<float>(height)));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
  ImGui::Begin("mingting", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoBackground |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoNav |
                   ImGuiWindowFlags_NoScrollWithMouse);
  paint.begin(*ImGui::GetWindowDrawList(), window());
  paint.fill(window(), colors().paper);
  Area whole;
  whole.width = static_cast<float>(width);
  whole.bottom = static_cast<float>(height);
  whole.paper = colors().paper;
  areas.assign(1, whole);
}

void Ui::Impl::end() {
  silence_covered();
  draw_focus();
  ImGui::End();
  ImGui::PopStyleVar(2);
  hooks::watch(false);
  activated.clear();
  texts.end_frame();
  sweep_scrolls();
  if (entering() < 1) settle_after(Milliseconds{16});
  if (caret_shown && appearance.motion) settle_after(Milliseconds{250});
  in_frame = false;
  if (forget_after) forget();
}

void Ui::Impl::forget() {
  forget_after = false;
  scrolls.clear();
  last_scrolls.clear();
  drawn_scrolls.clear();
  hits.clear();
  last_hits.clear();
  tree = {};
  last = {};
  texts.forget();
  candidate_pages.clear();
  pointer.forget();
  focus.clear();
  activated.clear();
  settle_after(Milliseconds{0});
}

std::optional<Milliseconds> Ui::Impl::next_frame() const {
  if (!activated.empty()) return Milliseconds{0};
  return wish;
}

void Ui::Impl::enter(std::string_view id) {
  if (page_id == id) return;
  page_id = id;
  page_since = frame == 1 ? now - kEntering : now;
  focus.clear();
}

float Ui::Impl::entering() const {
  if (!appearance.motion) return 1;
  const float t = static_cast<float>((now - page_since).count()) / static_cast<float>(kEntering.count());
  if (t < 0 || t >= 1) return 1;
  return 1 - (1 - t) * (1 - t);
}

void Ui::Impl::page(std::string_view id, std::string_view label, const Body& body) {
  enter(id);
  const int index = record(Role::Page, id, label, window());
  const Below here(*this, id);
  const Under below(*this, index);
  body();
}

// ---- the public face
// -----------------------------------------------------------------------------------------------

Ui::Ui() = default;
Ui::~Ui() = default;

Result<std::unique_ptr<Ui>> Ui::create(const Faces& faces, Pictures& pictures) {
  if (ImGui::GetCurrentContext() == nullptr) return fail("stage.no-context");
  auto fonts = Fonts::load(faces);
  if (!fonts) return fail(fonts.error());
  std::unique_ptr<Ui> ui(new Ui);
  ui->impl_ = std::make_unique<Impl>(std::move(*fonts), pictures);
  return ui;
}

void Ui::begin(const Appearance& appearance, int width_px, int height_px, Instant now) {
  impl_->begin(appearance, width_px, height_px, now);
}

void Ui::end() {
  impl_->end();
}
const Tree& Ui::tree() const {
  return impl_->tree;
}
std::optional<Milliseconds> Ui::next_frame() const {
  return impl_->next_frame();
}

void Ui::forget() {
  if (impl_->in_frame)
    impl_->forget_after = true;
  else
    impl_->forget();
}

bool Ui::remembers(std::string_view words) const {
  return impl_->texts.remembers(words) || impl_->tree.text().find(words) != std::string::npos ||
         impl_->last.text().find(words) != std::string::npos;
}

namespace {

/// Heights and places of the parts of a frame, in pixels.
struct Plan {
  float top = 0, bottom = 0;  ///< of the bars
  Rect body, dock;
};

float measure_bar(Ui::Impl& impl, float width, const Body& content) {
  impl.area().in_bar = true;
  const float high = impl.measure(0, width, content).height;
  impl.area().in_bar = false;
  return high;
}

Plan plan_frame(Ui::Impl& impl, const Ui::Frame& frame) {
  const auto win = impl.window();
  const float margin = impl.px(margin_dp(impl.portrait()));
  const float inner = win.w - 2 * margin;
  Plan plan;
  plan.top = std::max(impl.px(kTopBar), measure_bar(impl, inner, frame.top) + impl.px(28));
  plan.bottom = std::max(impl.px(kBottomBar), measure_bar(impl, inner, frame.bottom) + impl.px(24));
  plan.body = {0, plan.top, win.w, win.h - plan.top - plan.bottom};
  const bool low = impl.appearance.low_reach && impl.portrait();
  float low_top = std::round(win.h / 2);
  if (frame.dock && impl.portrait()) {
    const float pad = impl.px(16);
    const float high = impl.measure(0, win.w - 2 * pad, frame.dock).height + 2 * pad;
    plan.dock = {0, win.h - plan.bottom - high, win.w, high};
    plan.body.h -= high;
    low_top = std::min(low_top, plan.dock.y - impl.px(480));
  } else if (frame.dock) {
    plan.body.w = std::round(win.w / 2);
    plan.dock = {plan.body.w, plan.top, win.w - plan.body.w, plan.body.h};
  }
  if (low && low_top > plan.top) plan.body = {0, low_top, plan.body.w, plan.body.h - (low_top - plan.top)};
  return plan;
}

/// A bar's content, centred in its height.
void draw_bar(Ui::Impl& impl, const Body& content, float y, float height) {
  const float margin = impl.px(margin_dp(impl.portrait()));
  Area area;
  area.x = margin;
  area.width = impl.window().w - 2 * margin;
  const float natural = measure_bar(impl, area.width, content);
  area.top = area.y = y + std::round((height - natural) / 2);
  area.bottom = y + height;
  area.in_bar = true;
  area.paper = impl.colors().paper;
  impl.inside(area, content);
}

void draw_top(Ui::Impl& impl, const Body& content, float height) {
  const auto win = impl.window();
  impl.paint.fill({0, 0, win.w, impl.px(8)}, impl.outlined() ? impl.colors().line : impl.colors().primary);
  impl.paint.fill({0, height - impl.hairline(), win.w, impl.hairline()}, impl.colors().line);
  draw_bar(impl, content, impl.px(8), height - impl.px(8));
}

void draw_bottom(Ui::Impl& impl, const Body& content, float height) {
  const auto win = impl.window();
  impl.paint.fill({0, win.h - height, win.w, height}, impl.colors().surface);
  impl.paint.fill({0, win.h - height, win.w, impl.hairline()}, impl.colors().line);
  draw_bar(impl, content, win.h - height, height);
}

void draw_body(Ui::Impl& impl, const Rect& room, const Body& content) {
  const float side = impl.px(margin_dp(impl.portrait()));
  const float pad = impl.px(impl.portrait() ? 32 : 24);
  Area area;
  area.x = room.x + side;
  area.width = room.w - 2 * side;
  area.bottom = room.y + room.h - pad;
  area.bleed = side;
  area.bleed_top = area.bleed_bottom = pad;
  area.paper = impl.colors().paper;
  const float arrived = impl.entering();
  area.top = area.y = room.y + pad + std::round((1 - arrived) * impl.px(24));
  area.tail = impl.measure(area.x, area.width, content, ScrollRule::Skip).tail;
  if (room.y > impl.px(kTopBar) * 2) {  // low reach: content needs an edge to scroll under
    impl.paint.fill({room.x, room.y - impl.hairline(), room.w, impl.hairline()}, impl.colors().line);
  }
  impl.paint.push_clip(room);
  impl.paint.set_ink_opacity(0.25F + 0.75F * arrived);
  impl.inside(area, content);
  impl.paint.set_ink_opacity(1);
  impl.paint.pop_clip();
}

void draw_dock(Ui::Impl& impl, const Rect& room, const Body& content) {
  const auto& colors = impl.colors();
  const Color well = impl.outlined() ? colors.paper : mix(colors.paper, colors.line, 0.55F);
  impl.paint.fill(room, well);
  impl.paint.fill({room.x, room.y, room.w, impl.hairline()}, colors.line);
  if (!impl.portrait()) impl.paint.fill({room.x, room.y, impl.hairline(), room.h}, colors.line);
  const float pad = impl.px(16);
  Area area;
  area.x = room.x + pad;
  area.width = room.w - 2 * pad;
  const float natural = impl.measure(area.x, area.width, content).height;
  area.top = area.y = std::max(room.y + pad, room.y + room.h - pad - natural);
  area.bottom = room.y + room.h - pad;
  area.paper = well;
  impl.inside(area, content);
}

}  // namespace

void Ui::frame(const Frame& frame) {
  auto& self = *impl_;
  self.page(frame.page_id, frame.label, [&] {
    const auto plan = plan_frame(self, frame);
    if (frame.top) draw_top(self, frame.top, plan.top);
    draw_body(self, plan.body, frame.body);
    if (frame.dock) draw_dock(self, plan.dock, frame.dock);
    if (frame.bottom) draw_bottom(self, frame.bottom, plan.bottom);
  });
}

void Ui::full_page(std::string_view page_id, std::string_view label, const Body& body) {
  auto& self = *impl_;
  self.page(page_id, label, [&] { draw_body(self, self.window(), body); });
}

namespace {

Rect card_place(Ui::Impl& impl, float natural) {
  const auto win = impl.window();
  const float wide = std::min(win.w - 2 * impl.px(48), impl.px(impl.portrait() ? 900 : 1100));
  const float high = std::min(natural, win.h - 2 * impl.px(48));
  const bool low = impl.appearance.low_reach && impl.portrait();
  const float y = low ? win.h - high - impl.px(48) : std::round((win.h - high) / 2);
  return {std::round((win.w - wide) / 2), y, wide, high};
}

}  // namespace

namespace {

Area dialog_area(Ui::Impl& impl, const Rect& rect, Ui::Cover cover, const Body& body) {
  const float pad = impl.px(kDialogPad);
  Area area;
  area.x = rect.x + pad;
  area.width = rect.w - 2 * pad;
  area.top = area.y = rect.y + pad;
  area.bottom = rect.y + rect.h - pad;
  area.paper = cover == Ui::Cover::Card ? impl.colors().surface : impl.colors().paper;
  area.tail = impl.measure(area.x, area.width, body, ScrollRule::Skip).tail;
  return area;
}

}  // namespace

void Ui::dialog(std::string_view id, std::string_view label, Cover cover, const Body& body) {
  auto& self = *impl_;
  if (self.measuring()) return;
  const float pad = self.px(kDialogPad);
  const auto win = self.window();
  Rect rect = win;
  if (cover == Cover::Card) {
    rect = card_place(self, 0);
    rect = card_place(self, self.measure(0, rect.w - 2 * pad, body).height + 2 * pad);
    self.paint.veil(win, self.outlined() ? Color{0, 0, 0} : Color{20, 24, 31}, self.outlined() ? 0.8F : 0.5F);
    self.surface(rect, 24, self.colors().surface,
                 self.outlined() ? self.colors().line : self.colors().surface);
  } else {
    self.paint.fill(win, self.colors().paper);
  }
  const int index = self.record(Role::Dialog, id, label, rect);
  const Impl::Below here(self, id);
  const Impl::Under below(self, index);
  self.inside(dialog_area(self, rect, cover, body), body);
}

void Ui::focus_next() {
  impl_->move_focus(1);
}
void Ui::focus_previous() {
  impl_->move_focus(-1);
}
void Ui::activate_focused() {
  impl_->activated = impl_->focus;
}
void Ui::bring_into_view(std::string_view node_id) {
  if (!impl_->measuring()) impl_->bring_into_view(node_id);
}

std::vector<std::string> Ui::unlabelled() const {
  return hooks::holes(impl_->tree);
}

}  // namespace mingting::ui
