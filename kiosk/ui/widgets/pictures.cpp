// Icons, photographs, QR codes; notices and progress, which speak by picture and word together.
#include <algorithm>
#include <cmath>

#include "ui/frame/impl.hpp"

namespace mingting::ui {
namespace {

constexpr float kMostOfTheScreen = 0.75F;  // what a picture may take of its height: it is seen whole
constexpr int kQuietZone = 4;  // modules of white around a QR code, as its standard asks

struct NoticeLook {
  const char* icon;
  Tone tone;
};

NoticeLook look_of(NoticeKind kind) {
  switch (kind) {
    case NoticeKind::Good:
      return {"check", Tone::Good};
    case NoticeKind::Wait:
      return {"info", Tone::Wait};
    case NoticeKind::Problem:
      return {"warn", Tone::Accent};
    case NoticeKind::Plain:
      break;
  }
  return {"info", Tone::Primary};
}

/// Dark modules of one row, neighbours drawn as one bar.
void draw_modules(Ui::Impl& impl, const std::vector<bool>& row, float x, float y, float module) {
  for (std::size_t from = 0; from < row.size();) {
    if (!row[from]) {
      ++from;
      continue;
    }
    std::size_t to = from;
    while (to < row.size() && row[to]) ++to;
    impl.paint.fill(
        {x + static_cast<float>(from) * module, y, static_cast<float>(to - from) * module, module},
        {0, 0, 0});
    from = to;
  }
}

}  // namespace

void Ui::icon(std::string_view name, float dp, Tone tone) {
  auto& self = *impl_;
  const float size = std::min(self.grown(dp), self.area().width);
  const auto rect = self.place(size, 16);
  self.record(Role::Picture, "", "", {rect.x, rect.y, size, size});
  self.draw_icon(name, rect.x, rect.y, size, tone_color(self.colors(), tone));
}

void Ui::media(std::string_view name, std::string_view alt) {
  auto& self = *impl_;
  const float room = self.area().width;
  const float most = kMostOfTheScreen * static_cast<float>(self.height);
  const auto image = self.pictures.media(name, static_cast<int>(room), static_cast<int>(most));
  const auto caption = self.setting(TextStyle::Caption);
  const auto& words = self.lay(alt, caption, room - (image.texture == 0 ? self.px(64) : 0));
  if (image.texture == 0 || image.width <= 0) {
    const auto rect = self.place(words.height() + self.px(64), 24);
    self.surface(rect, 16, self.colors().surface, self.colors().line);
    const int index = self.record(Role::Picture, "", alt, rect);
    self.typeset(index, caption, self.colors().quiet, self.colors().surface);
    self.draw_words(words, rect.x + self.px(32), rect.y + self.px(32), rect.w - self.px(64), Align::Left,
                    self.colors().quiet);
    return;
  }
  const float scale = std::min(1.0F, room / static_cast<float>(image.width));
  const float wide = std::round(static_cast<float>(image.width) * scale);
  const float high = std::round(static_cast<float>(image.height) * scale);
  const auto rect = self.place(high + self.px(8) + words.height(), 24);
  const Rect shown{rect.x + std::round((rect.w - wide) / 2), rect.y, wide, high};
  const int index = self.record(Role::Picture, "", alt, rect);
  self.typeset(index, caption, self.colors().quiet, self.area().paper);
  if (self.draws(shown)) self.paint.photograph(shown, image);
  self.draw_words(words, rect.x, rect.y + high + self.px(8), rect.w, Align::Center, self.colors().quiet);
}

void Ui::qr(std::string_view label, const std::vector<std::vector<bool>>& modules, float dp, Align align) {
  auto& self = *impl_;
  const auto count = static_cast<float>(modules.size() + 2 * std::size_t{kQuietZone});
  const float room = std::min(self.px(dp), self.area().width);
  const float module = std::max(1.0F, std::floor(room / count));
  const float size = module * count;
  auto rect = self.place(size, 16);
  const float spare = rect.w - size;
  rect.x += align == Align::Left ? 0 : std::round(align == Align::Center ? spare / 2 : spare);
  self.record(Role::Picture, "", label, {rect.x, rect.y, size, size});
  if (!self.draws({rect.x, rect.y, size, size})) return;
  self.paint.fill({rect.x, rect.y, size, size}, {255, 255, 255});
  float y = rect.y + static_cast<float>(kQuietZone) * module;
  for (const auto& row : modules) {
    draw_modules(self, row, rect.x + static_cast<float>(kQuietZone) * module, y, module);
    y += module;
  }
}

void Ui::notice(std::string_view id, NoticeKind kind, std::string_view text) {
  auto& self = *impl_;
  const auto look = look_of(kind);
  const Color tone = tone_color(self.colors(), look.tone);
  const auto setting = self.setting(TextStyle::Body);
  const float pad = self.px(24);
  const float icon = self.grown(48);
  const float left = pad + self.px(8) + icon + self.px(20);
  const auto& words = self.lay(text, setting, self.area().width - left - pad);
  const auto rect = self.place(std::max(words.height(), icon) + 2 * pad, 20);
  const Color paper = self.tint(look.tone);
  const int index = self.record(Role::Notice, id, text, rect);
  self.typeset(index, setting, self.colors().ink, paper);
  if (!self.draws(rect)) return;
  self.surface(rect, 16, paper, self.outlined() ? self.colors().line : mix(paper, tone, 0.28F));
  self.paint.box({rect.x + self.px(12), rect.y + self.px(16), self.px(6), rect.h - self.px(32)}, self.px(3),
                 tone);
  const float first = rect.y + std::round((rect.h - words.height()) / 2);
  self.draw_icon(look.icon, rect.x + pad + self.px(8),
                 first + std::round((std::min(words.height(), setting.line) - icon) / 2), icon, tone);
  self.draw_words(words, rect.x + left, first, words.width, Align::Left, self.colors().ink);
}

void Ui::progress(std::string_view label, int step, int total) {
  auto& self = *impl_;
  const auto setting = self.setting(TextStyle::Caption);
  const auto& words = self.lay(label, setting, self.area().width);
  const float bar = self.px(12);
  const auto rect = self.place(words.height() + self.px(12) + bar, 20);
  const int index = self.record(Role::Progress, "progress", label, rect);
  self.node(index).value = std::to_string(step) + "/" + std::to_string(total);
  self.typeset(index, setting, self.colors().quiet, self.area().paper);
  self.draw_words(words, rect.x, rect.y, rect.w, Align::Left, self.colors().quiet);
  if (total <= 0 || !self.draws(rect)) return;
  const float gap = self.px(8);
  const auto parts = static_cast<float>(total);
  const float wide = (rect.w - gap * (parts - 1)) / parts;
  for (int i = 0; i < total; ++i) {
    const float x = std::round(rect.x + static_cast<float>(i) * (wide + gap));
    const Rect part{x, rect.y + rect.h - bar, std::floor(wide), bar};
    if (i < step)
      self.paint.box(part, bar / 2, self.colors().primary);
    else if (self.outlined())
      self.paint.outline(part, bar / 2, self.px(2), self.colors().line);
    else
      self.paint.box(part, bar / 2, self.colors().line);
  }
}

}  // namespace mingting::ui
