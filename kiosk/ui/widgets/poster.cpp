// What is seen from afar: a poster in the largest type its room allows, dots for which of several, a number going down.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "ui/frame/impl.hpp"

namespace mingting::ui {
namespace {

constexpr float kPad = 56, kGap = 32;                               // dp
constexpr float kSteps[] = {1.8F, 1.6F, 1.45F, 1.3F, 1.15F, 1.0F};  // how much larger than the usual type
constexpr float kPictureShare = 0.46F;                              // of the poster, where it has a picture
constexpr float kRing = 300, kRingDot = 14, kNumber = 96;           // dp

struct Words {
  float grown = 1, height = 0;
};

/// In the largest type in which they fit.
Words fit(Ui::Impl& impl, const Rect& room, const Body& words) {
  Words found;
  for (const float grown : kSteps) {
    impl.enlarged = grown;
    found = {grown, impl.measure(room.x, room.w, words).height};
    if (found.height <= room.h) break;
  }
  impl.enlarged = 1;
  return found;
}

void draw_words_in(Ui::Impl& impl, const Rect& room, const Body& words) {
  const auto fitting = fit(impl, room, words);
  Area area;
  area.x = room.x;
  area.width = room.w;
  area.top = area.y = room.y + std::max(0.0F, std::round((room.h - fitting.height) / 2));
  area.paper = impl.colors().surface;
  impl.enlarged = fitting.grown;
  impl.inside(area, words);
  impl.enlarged = 1;
}

/// Whole, as large as the room lets it be, in its middle.
void draw_picture(Ui::Impl& impl, const Rect& room, const Image& image) {
  const auto wide = static_cast<float>(image.width), high = static_cast<float>(image.height);
  const float scale = std::min(room.w / wide, room.h / high);
  const float w = std::round(wide * scale), h = std::round(high * scale);
  const Rect shown{room.x + std::round((room.w - w) / 2), room.y + std::round((room.h - h) / 2), w, h};
  if (impl.draws(shown)) impl.paint.photograph(shown, image);
}

/// Takes the picture's part off the room for the words: its left half where it is wide, else its upper part.
Rect cut_picture(Ui::Impl& impl, Rect& words) {
  const float gap = impl.px(kGap);
  Rect picture = words;
  if (words.w > 1.3F * words.h) {
    picture.w = std::round(words.w * kPictureShare);
    words.x += picture.w + gap;
    words.w -= picture.w + gap;
  } else {
    picture.h = std::round(words.h * kPictureShare);
    words.y += picture.h + gap;
    words.h -= picture.h + gap;
  }
  return picture;
}

void draw_content(Ui::Impl& impl, const Rect& room, const PosterView& poster, const Body& words) {
  Rect rest = room;
  if (!poster.picture.empty()) {
    Rect place = cut_picture(impl, rest);
    const auto image = impl.pictures.media(poster.picture, static_cast<int>(place.w), static_cast<int>(place.h));
    if (image.texture == 0 || image.width <= 0) {
      rest = room;
    } else {
      impl.record(Role::Picture, "", poster.alt, place);
      draw_picture(impl, place, image);
    }
  }
  draw_words_in(impl, rest, words);
}

}  // namespace

void Ui::poster(const PosterView& poster, const Body& words, const Body& foot) {
  auto& self = *impl_;
  const float pad = self.px(kPad), gap = self.px(kGap);
  const float y = self.next_y(24);
  const auto outer = self.area();
  const float wide = outer.width - 2 * pad;
  const float under = self.measure(outer.x + pad, wide, foot).height;
  const float natural = self.measure(outer.x + pad, wide, words).height + gap + under + 2 * pad;
  const Rect rect{outer.x, y, outer.width, natural + self.take_spare()};
  self.area().y = y + rect.h;
  if (self.measuring()) return;
  self.surface(rect, 16, self.colors().surface, self.colors().line);
  const int index = self.record(Role::Group, poster.id, poster.label, rect);
  const Impl::Below here(self, poster.id);
  const Impl::Under below(self, index);
  draw_content(self, {rect.x + pad, rect.y + pad, wide, rect.h - 2 * pad - gap - under}, poster, words);
  Area area;
  area.x = rect.x + pad;
  area.width = wide;
  area.top = area.y = rect.y + rect.h - pad - under;
  area.paper = self.colors().surface;
  self.inside(area, foot);
}

void Ui::dots(std::string_view label, std::size_t shown, std::size_t count) {
  auto& self = *impl_;
  const float dot = self.px(18), gap = self.px(18), pill = self.px(48);
  const auto rect = self.place(dot, 16);
  self.record(Role::Picture, "", label, rect);
  if (count == 0 || !self.draws(rect)) return;
  const auto& c = self.colors();
  float x = rect.x + std::round((rect.w - pill - static_cast<float>(count - 1) * (dot + gap)) / 2);
  for (std::size_t i = 0; i < count; ++i) {
    const float wide = i == shown ? pill : dot;
    self.paint.box({x, rect.y, wide, dot}, dot / 2, i == shown ? c.primary : mix(c.surface, c.quiet, 0.4F));
    x += wide + gap;
  }
}

void Ui::countdown(std::string_view label, int left, int whole) {
  auto& self = *impl_;
  const float size = self.px(kRing), dot = self.px(kRingDot);
  const auto rect = self.place(size, 16);
  const Setting setting{true, static_cast<int>(self.px(kNumber)), std::ceil(self.px(kNumber) * 1.3F)};
  const auto& number = self.lay(std::to_string(left), setting, rect.w);
  const int index = self.record(Role::Progress, "countdown", label, rect);
  self.node(index).value = std::to_string(left) + "/" + std::to_string(whole);
  self.typeset(index, setting, self.colors().accent, self.area().paper);
  self.draw_words(number, rect.x, rect.y + (size - number.height()) / 2, rect.w, Align::Center, self.colors().accent);
  if (whole <= 0 || !self.draws(rect)) return;
  const float radius = (size - dot) / 2;
  const float middle_x = rect.x + rect.w / 2, middle_y = rect.y + size / 2;
  for (int i = 0; i < whole; ++i) {
    const float turn = 2 * std::numbers::pi_v<float> * static_cast<float>(i) / static_cast<float>(whole);
    const float x = std::round(middle_x + radius * std::sin(turn) - dot / 2);
    const float y = std::round(middle_y - radius * std::cos(turn) - dot / 2);
    // They go out clockwise from the top; a ring is left of each.
    if (i >= whole - left)
      self.paint.disc(x, y, dot, self.colors().accent);
    else
      self.paint.ring(x, y, dot, std::max(1.0F, self.px(2)), self.colors().quiet);
  }
}

}  // namespace mingting::ui
