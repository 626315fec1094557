// How does a test draw frames and move a finger?
#include "ui/easel.hpp"

namespace mingting::ui {

Easel::Easel(platform::Size size) : size_(size) {
  const Path source(MINGTING_SOURCE);
  auto plan = platform::read_font_plan(disk(), source / "fonts/fonts.toml");
  if (!plan) throw std::runtime_error(worded(plan.error()));
  platform::DisplayOptions options;
  options.headless = true;
  options.size = size;
  options.icons = source / "assets/icons";
  options.faces = plan->screen;
  auto style = read_style_sheet(disk(), source / "assets/theme.toml");
  if (!style) throw std::runtime_error(worded(style.error()));
  options.style = *style;
  auto display = platform::Display::open(options);
  if (!display) throw std::runtime_error(worded(display.error()));
  display_ = std::move(*display);
  appearance.motion = false;
}

void Easel::frame() {
  now += Milliseconds{16};
  display_->wait(Milliseconds{0});
  display_->begin_frame(appearance, now);
  draw_(ui());
  display_->end_frame();
}

void Easel::frames(int count) {
  while (count-- > 0) frame();
}

void Easel::settle() {
  frames(2);
  for (int i = 0; i < 400 && display_->busy(); ++i) frame();
  frames(1);
}

const Node& Easel::node(std::string_view label, std::string_view within) {
  const auto found = tree().find(label, within);
  if (!found) throw std::runtime_error("not on screen: " + std::string(label) + "\n" + tree().describe());
  return tree().nodes()[*found];
}

void Easel::down(float x, float y) {
  display_->touch_down(x, y);
  frames(2);
}

void Easel::move(float x, float y) {
  display_->touch_move(x, y);
  frame();
}

void Easel::up() {
  display_->touch_up();
  frames(3);
}

void Easel::tap(float x, float y) {
  down(x, y);
  up();
}

void Easel::tap(std::string_view label, std::string_view within) {
  const auto& at = node(label, within).visible;
  tap(at.x + at.w / 2, at.y + at.h / 2);
}

void Easel::drag(float x, float from, float to, int steps) {
  down(x, from);
  for (int i = 1; i <= steps; ++i)
    move(x, from + (to - from) * static_cast<float>(i) / static_cast<float>(steps));
}

}  // namespace mingting::ui
