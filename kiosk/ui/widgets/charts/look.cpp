// Series by colour and by shape.
#include "ui/widgets/charts/look.hpp"

#include <array>
#include <cmath>

namespace mingting::ui::charts {
namespace {

constexpr std::size_t kSkins = 6;
constexpr float kPitch = 18;  // dp from one line of a hatching to the next

/// Black paper: what is not whole has the paper's black, so that its lines stand out.
Color breath(const Ui::Impl& impl, Color of) {
  return impl.outlined() ? impl.colors().surface : mix(impl.colors().surface, of, 0.12F);
}

Color cycle(const Ui::Impl& impl, std::size_t round) {
  const auto& c = impl.colors();
  const std::array<Color, 4> inks{c.primary, c.accent, c.good, c.wait};
  return inks[round % inks.size()];
}

constexpr std::array kDash{18.0F, 10.0F};
constexpr std::array kPoints{4.0F, 10.0F};
constexpr std::array kDashPoint{26.0F, 9.0F, 4.0F, 9.0F};
constexpr std::array kLong{40.0F, 12.0F};

}  // namespace

Skin skin_of(const Ui::Impl& impl, std::size_t series) {
  const Color ink = cycle(impl, series / kSkins);
  switch (series % kSkins) {
    case 0:
      return {ink, ink, {}};
    case 1:
      return {breath(impl, ink), ink, Painter::Pattern::Rising, true};
    case 2:
      return {mix(impl.colors().surface, ink, impl.outlined() ? 0.5F : 0.4F), ink, {}, true};
    case 3:
      return {breath(impl, ink), ink, Painter::Pattern::Dots, true};
    case 4:
      return {breath(impl, ink), ink, Painter::Pattern::Falling, true};
    default:
      return {impl.colors().surface, ink, {}, true};
  }
}

Skin pale(const Ui::Impl& impl) {
  const auto& c = impl.colors();
  return {mix(c.surface, c.primary, impl.outlined() ? 0.3F : 0.4F), c.primary, {}, impl.outlined()};
}

Skin added(const Ui::Impl& impl) {
  const Color ink = impl.colors().good;
  return {impl.outlined() ? impl.colors().surface : mix(impl.colors().surface, ink, 0.45F), ink, {}, true, true};
}

Skin taken(const Ui::Impl& impl) {
  const Color ink = impl.colors().wait;
  return {impl.outlined() ? impl.colors().surface : mix(impl.colors().surface, ink, 0.25F), ink, Painter::Pattern::Falling, true};
}

Trace trace_of(const Ui::Impl& impl, std::size_t series) {
  static constexpr std::array<std::span<const float>, 5> kDashes{std::span<const float>{}, kDash, kPoints, kDashPoint, kLong};
  return {cycle(impl, series), kDashes[series % kDashes.size()], static_cast<Dot>(series % 4)};
}

void draw_skin(Ui::Impl& impl, const Rect& rect, const Skin& skin) {
  if (!impl.draws(rect)) return;
  impl.paint.fill(rect, skin.fill);
  const float line = std::max(1.0F, impl.px(2));
  const bool room = rect.w > 4 * line && rect.h > 4 * line;
  if (skin.pattern && room) impl.paint.hatch(rect, *skin.pattern, static_cast<int>(impl.px(kPitch)), skin.line);
  if (!skin.edged) return;
  if (!room) return impl.paint.fill(rect, skin.line);
  if (!skin.dashed) return impl.paint.outline(rect, 0, line, skin.line);
  const float right = rect.x + rect.w, low = rect.y + rect.h;
  const ImVec2 corners[] = {{rect.x, rect.y}, {right, rect.y}, {right, low}, {rect.x, low}, {rect.x, rect.y}};
  const float dashes[] = {impl.px(10), impl.px(6)};
  impl.paint.stroke(corners, line, dashes, skin.line);
}

void draw_dot(Ui::Impl& impl, float x, float y, float size, Dot dot, Color color, Color paper) {
  const float even = 2 * std::round(size / 2), left = std::round(x) - even / 2, top = std::round(y) - even / 2;
  const Rect rect{left, top, even, even};
  if (!impl.draws(rect)) return;
  const bool round = dot == Dot::Disc || dot == Dot::Ring;
  const bool hollow = dot == Dot::Ring || dot == Dot::Frame;
  const float line = std::max(2.0F, std::round(even / 5));
  if (round)
    impl.paint.disc(left, top, even, hollow ? paper : color);
  else
    impl.paint.fill(rect, hollow ? paper : color);
  if (hollow && round)
    impl.paint.ring(left, top, even, line, color);
  else if (hollow)
    impl.paint.outline(rect, 0, line, color);
}

}  // namespace mingting::ui::charts
