// What happens from one frame to the next, and the kit's public face.
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>

#include "ui/frame/impl.hpp"
#include "ui/tree/hooks.hpp"

namespace mingting::ui {
namespace {

}  // namespace

// ---- frames
// --------------------------------------------------------------------------------------------------------

void Ui::Impl::settle_after(Milliseconds delay) {
  if (!wish || *wish > delay) wish = delay;
}

void Ui::Impl::begin(const Appearance& wanted, int width_px, int height_px, Instant at) {
  appearance = wanted;
  palette = style.palette(wanted.theme);
  if (wanted.primary && wanted.theme == Theme::Standard) palette = with_primary(palette, *wanted.primary);
  width = std::max(1, width_px);
  height = std::max(1, height_px);
  unit = static_cast<float>(std::min(width, height)) / 1080;
  previous = frame == 0 ? at : now;
  now = at;
  ++frame;
  pace.frame(now, wish, style.motion.late);
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
  if (risen() < 1) settle_after(Milliseconds{16});
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
  grids.clear();
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
  page_since = frame == 1 ? now - style.motion.enter : now;
  focus.clear();
}

float Ui::Impl::moved(Instant since) const {
  if (!moves() || now < since || now - since >= style.motion.enter) return 1;
  const float t = static_cast<float>((now - since).count()) / static_cast<float>(style.motion.enter.count());
  return 1 - (1 - t) * (1 - t);
}

void Ui::Impl::dock(bool shown) {
  if (shown && !docked) dock_since = frame == 1 ? now - style.motion.enter : now;
  docked = shown;
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

Result<std::unique_ptr<Ui>> Ui::create(const Faces& faces, const StyleSheet& style, Pictures& pictures) {
  if (ImGui::GetCurrentContext() == nullptr) return fail("stage.no-context");
  auto fonts = Fonts::load(faces);
  if (!fonts) return fail(fonts.error());
  std::unique_ptr<Ui> ui(new Ui);
  ui->impl_ = std::make_unique<Impl>(std::move(*fonts), style, pictures);
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

void Ui::keep_whole(const std::vector<std::string>& names) { impl_->texts.keep_whole(names); }

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
