// Fields: label above, help under it, the box with its caret, and what is wrong in words below.
#include <algorithm>
#include <cmath>
#include <set>

#include "base/text/characters.hpp"
#include "base/text/text.hpp"
#include "ui/frame/impl.hpp"

namespace mingting::ui {
namespace {

std::size_t byte_of(std::string_view text, std::size_t code_points) {
  std::size_t at = 0;
  while (code_points-- > 0 && at < text.size()) next_code_point(text, at);
  return at;
}

constexpr std::string_view kGap = "   ";

/// The text as shown: what is being composed stands at the caret, figures in groups.
struct Shown {
  std::string text;
  std::size_t caret = 0;           ///< byte
  std::size_t begin = 0, end = 0;  ///< of the composed part
  std::vector<std::size_t> gaps;   ///< bytes of the text where they begin
};

/// A gap before the figures that follow a full group; the caret stays at the end of the group.
void group_figures(const FieldView& field, Shown& shown) {
  std::size_t at = 0, caret = shown.caret;
  for (const int group : field.groups) {
    at += static_cast<std::size_t>(group);
    const auto place = at + shown.gaps.size() * kGap.size();
    if (at >= field.value.size()) break;
    shown.text.insert(place, kGap);
    if (at < shown.caret) caret += kGap.size();
    shown.gaps.push_back(place);
  }
  shown.begin = shown.end = shown.caret = caret;
}

Shown shown_of(const FieldView& field) {
  Shown shown;
  shown.begin = byte_of(field.value, field.caret);
  shown.text = field.value.substr(0, shown.begin) + field.composing + field.value.substr(shown.begin);
  shown.end = shown.caret = shown.begin + field.composing.size();
  if (field.composing.empty()) group_figures(field, shown);
  return shown;
}

/// Code points of the value before a byte of what is shown.
std::size_t caret_of(const FieldView& field, const Shown& shown, std::size_t byte) {
  std::size_t gaps = 0;
  for (const auto gap : shown.gaps) gaps += byte <= gap ? 0 : std::min(byte - gap, kGap.size());
  if (!shown.gaps.empty()) return byte - gaps;  // figures are a byte each
  if (byte > shown.end)
    byte -= shown.end - shown.begin;
  else if (byte > shown.begin)
    byte = shown.begin;
  return count_code_points(std::string_view(field.value).substr(0, byte));
}

struct BoxStyle {
  float pad_x = 0, pad_y = 0, icon = 0, least = 0;
};

/// The box of a field: measured, then drawn, then asked what a tap in it means.
class Box {
 public:
  Box(Ui::Impl& impl, const FieldView& field, const BoxStyle& style)
      : impl_(impl), field_(field), style_(style), shown_(shown_of(field)) {
    setting_ = impl.setting(TextStyle::Label);
    lead_ = style.pad_x + (style.icon > 0 ? style.icon + impl.px(16) : 0);
    sign_ = field.error.empty() ? 0 : impl.grown(48);
    room_ = impl.area().width - lead_ - style.pad_x - (sign_ > 0 ? sign_ + impl.px(12) : 0);
    words_ = &impl.texts.lay({.text = shown_.text,
                              .spans = {},
                              .setting = setting_,
                              .width = field.lines > 1 ? room_ : kUnbounded,
                              .max_lines = 0,
                              .wrap = Wrap::Typed});
    hint_ = field.lines > 1 ? &impl.lay(field.placeholder, setting_, room_)
                            : &impl.lay_label(field.placeholder, setting_, room_, 1);
  }

  const Setting& setting() const { return setting_; }
  float height() const {
    const float lines = std::max({static_cast<float>(field_.lines), static_cast<float>(words_->lines.size()),
                                  field_.value.empty() ? static_cast<float>(hint_->lines.size()) : 1.0F});
    return std::max(lines * setting_.line + 2 * style_.pad_y, style_.least);
  }

  void draw(const Rect& rect, bool held) {
    rect_ = rect;
    if (!impl_.draws(rect)) return;
    const auto& c = impl_.colors();
    impl_.paint.box(rect, impl_.corner(), held ? impl_.pressed(c.surface) : c.surface);
    draw_edge(rect);
    if (style_.icon > 0)
      impl_.draw_icon("search", rect.x + style_.pad_x, rect.y + (rect.h - style_.icon) / 2, style_.icon,
                      c.primary);
    const Rect inside{rect.x + lead_ - impl_.px(4), rect.y + impl_.px(4), room_ + impl_.px(8),
                      rect.h - impl_.px(8)};
    impl_.paint.push_clip(inside);
    draw_text();
    impl_.paint.pop_clip();
  }

  /// The line the caret stands on, across the box.
  Rect caret_line() const {
    const auto line = static_cast<float>(impl_.texts.place(*words_, shown_.caret).line);
    return {rect_.x, text_y() + line * setting_.line, rect_.w, setting_.line};
  }

  std::size_t caret_at(Point at) const {
    const auto byte = impl_.texts.byte_at(*words_, at.x - text_x(), at.y - text_y());
    return caret_of(field_, shown_, byte);
  }

 private:
  /// Wrong: two lines and a sign; typed in: one thick line; else a thin one.
  void draw_edge(const Rect& rect) {
    const auto& c = impl_.colors();
    if (sign_ > 0) {
      impl_.outline_wrong(rect, impl_.corner());
      return impl_.draw_icon("warn", rect.x + rect.w - style_.pad_x - sign_, text_y() + std::round((setting_.line - sign_) / 2),
                             sign_, c.accent);
    }
    const Color quiet = impl_.outlined() ? c.line : mix(c.line, c.ink, 0.45F);
    impl_.paint.outline(rect, impl_.corner(), field_.focused ? impl_.state_line() : impl_.hairline(),
                        field_.focused ? c.primary : quiet);
  }
  float text_y() const {
    if (field_.lines > 1) return rect_.y + style_.pad_y;
    return rect_.y + std::round((rect_.h - setting_.line) / 2);
  }
  /// One long line slides left so that the caret stays in the box.
  float text_x() const {
    float x = rect_.x + lead_;
    if (field_.lines > 1 || !field_.focused) return x;
    const float caret = impl_.texts.place(*words_, shown_.caret).x;
    return x - std::max(0.0F, caret - room_ + impl_.px(6));
  }
  void draw_text() {
    const auto& c = impl_.colors();
    const float x = text_x();
    const float y = text_y();
    if (shown_.text.empty())
      impl_.draw_words(*hint_, x, y + std::round((setting_.line - hint_->setting.line) / 2), room_,
                       Align::Left, c.quiet);
    impl_.draw_words(*words_, x, y, words_->width, Align::Left, c.ink);
    if (shown_.end > shown_.begin) underline(x, y);
    if (field_.focused) draw_caret(x, y);
  }
  void underline(float x, float y) {
    const auto from = impl_.texts.place(*words_, shown_.begin);
    const auto to = impl_.texts.place(*words_, shown_.end);
    for (auto line = from.line; line <= to.line; ++line) {
      const float left = line == from.line ? from.x : 0;
      const float right = line == to.line ? to.x : words_->lines[line].width;
      const float low = y + (static_cast<float>(line) + 1) * setting_.line - impl_.px(8);
      impl_.paint.fill({std::round(x + left), std::round(low), right - left, impl_.px(4)},
                       impl_.colors().primary);
    }
  }
  void draw_caret(float x, float y) {
    impl_.caret_shown = true;
    const bool visible = !impl_.appearance.motion || (impl_.now.time_since_epoch().count() / 500) % 2 == 0;
    if (!visible) return;
    const auto place = impl_.texts.place(*words_, shown_.caret);
    const auto em = static_cast<float>(setting_.em);
    const float top = y + static_cast<float>(place.line) * setting_.line + (setting_.line - em * 1.2F) / 2;
    impl_.paint.fill(
        {std::round(x + place.x) - impl_.px(2), std::round(top), impl_.px(4), std::round(em * 1.2F)},
        impl_.colors().primary);
  }

  Ui::Impl& impl_;
  const FieldView& field_;
  BoxStyle style_;
  Shown shown_;
  Setting setting_;
  float lead_ = 0, room_ = 0;
  float sign_ = 0;  ///< at the end of a wrong field
  const Layout *words_, *hint_;
  Rect rect_;
};

/// A line of help: an icon, when it means trouble or advice, and the words.
float say(Ui::Impl& impl, std::string_view text, const char* icon, Tone tone, float before_dp) {
  if (text.empty()) return 0;
  const auto setting = impl.setting(TextStyle::Caption);
  const float size = icon == nullptr ? 0 : std::round(setting.line);
  const float lead = icon == nullptr ? 0 : size + impl.px(12);
  const auto& words = impl.lay(text, setting, impl.area().width - lead);
  impl.area().y += impl.px(before_dp);
  const float x = impl.area().x;
  const float y = impl.area().y;
  const Color ink = tone_color(impl.colors(), tone);
  if (icon != nullptr) impl.draw_icon(icon, x, y, size, ink);
  impl.draw_words(words, x + lead, y, words.width, Align::Left, ink);
  impl.area().y += words.height();
  return words.height();
}

void label_line(Ui::Impl& impl, const FieldView& field) {
  if (field.label.empty() || field.headed) return;
  const auto setting = impl.setting(TextStyle::Label, impl.style.weights.question);
  const auto small = impl.setting(TextStyle::Caption);
  const auto& mark = impl.lay(field.mark, small, impl.area().width, 1);
  const float kept = field.mark.empty() ? 0 : mark.width + impl.px(20);
  const auto& words = impl.lay(field.label, setting, impl.area().width - kept);
  const float x = impl.area().x;
  const float y = impl.area().y;
  impl.draw_words(words, x, y, words.width, Align::Left, impl.colors().ink);
  const float last = words.lines.empty() ? 0 : words.lines.back().width;
  if (kept > 0)
    impl.draw_words(mark, x + last + impl.px(20),
                    y + words.height() - setting.line + (setting.line - small.line) / 2, mark.width,
                    Align::Left, impl.colors().quiet);
  impl.area().y += words.height();
}

/// All that is said about the field beside its label, in the order it is seen.
std::string note_of(const FieldView& field) {
  std::string note = !field.error.empty() ? field.error : !field.advice.empty() ? field.advice : field.help;
  const auto add = [&](const std::string& more) {
    if (more.empty()) return;
    if (!note.empty()) note += ' ';
    note += more;
  };
  add(field.room);
  for (const auto& each : field.notes) add(each);
  return note;
}

/// What is wrong, under the question and above what answers it.
void complain(Ui& ui, Ui::Impl& impl, const FieldView& field) {
  if (field.error.empty()) return;
  impl.area().margin = 0;
  ui.notice("error-" + field.id, NoticeKind::Problem, field.error);
  impl.area().margin = impl.px(32);
}

/// `caret`: the line it stands on.
std::optional<std::size_t> boxed(Ui::Impl& impl, const FieldView& field, const BoxStyle& style, int& index, Rect& caret) {
  Box box(impl, field, style);
  const Rect rect{impl.area().x, impl.area().y, impl.area().width, box.height()};
  impl.area().y += rect.h;
  const auto touch =
      impl.target({.role = Role::Field, .id = field.id, .label = field.label, .rect = rect}, index);
  if (index < 0) return std::nullopt;
  auto& node = impl.node(index);
  node.value = field.value;
  node.note = note_of(field);
  node.focused = node.focused || field.focused;
  impl.typeset(index, box.setting(), impl.colors().ink, impl.colors().surface);
  box.draw(rect, touch.held);
  caret = box.caret_line();
  if (field.focused) node.caret = caret;
  if (!touch.tapped) return std::nullopt;
  const bool by_key = impl.activated == node.id;
  return by_key ? count_code_points(field.value) : box.caret_at(impl.pointer.at());
}

}  // namespace

std::optional<std::size_t> Ui::field(const FieldView& field) {
  auto& self = *impl_;
  const float top = self.next_y(32);
  label_line(self, field);
  say(self, field.help, nullptr, Tone::Quiet, 4);
  complain(*this, self, field);
  if ((!field.label.empty() && !field.headed) || !field.help.empty() || !field.error.empty()) self.area().y += self.px(12);
  int index = -1;
  Rect caret;
  const auto tapped = boxed(self, field, {self.px(24), self.px(20), 0, self.px(96)}, index, caret);
  if (field.lost) say(self, field.room, "warn", Tone::Accent, 10);
  else say(self, field.room, nullptr, Tone::Quiet, 4);
  say(self, field.advice, "info", Tone::Wait, 10);
  for (const auto& note : field.notes) say(self, note, "info", Tone::Wait, 10);
  const bool small_print = !note_of(field).empty() || !field.mark.empty();
  if (small_print)
    self.typeset(index, self.setting(TextStyle::Caption),
                 !field.lost ? self.colors().quiet : self.colors().accent, self.area().paper);
  if (field.focused && index >= 0) {
    const auto what = self.node(index).id + ":" +
                      std::to_string(field.value.size() + field.composing.size()) + ":" +
                      std::to_string(field.caret);
    self.keep_in_view({self.area().x, top, self.area().width, self.area().y - top}, caret, what);
  }
  return tapped;
}

void Ui::question(std::string_view label, std::string_view mark, std::string_view help) {
  auto& self = *impl_;
  const float top = self.next_y(24);
  FieldView asked;
  asked.label = label;
  asked.mark = mark;
  label_line(self, asked);
  say(self, help, nullptr, Tone::Quiet, 4);
  const int index = self.record(Role::Text, "", label, {self.area().x, top, self.area().width, self.area().y - top});
  if (index < 0) return;
  self.node(index).value = mark;
  self.node(index).note = help;
  self.typeset(index, self.setting(TextStyle::Label, true), self.colors().ink, self.area().paper);
  if (!mark.empty() || !help.empty())
    self.typeset(index, self.setting(TextStyle::Caption), self.colors().quiet, self.area().paper);
}

std::optional<std::size_t> Ui::search_field(const FieldView& field) {
  auto& self = *impl_;
  self.next_y(24);
  FieldView line = field;
  line.lines = 1;
  int index = -1;
  Rect caret;
  return boxed(self, line, {self.px(28), self.px(24), self.grown(56), self.px(120)}, index, caret);
}

std::size_t Ui::undrawable(std::string_view text) {
  auto& type = impl_->fonts.type(false, impl_->setting(TextStyle::Label).em);
  std::set<std::string_view> found;
  for (const auto character : characters(text)) {
    const auto parts = to_code_points(character);
    if (!std::all_of(parts.begin(), parts.end(), [&](char32_t c) { return type.has(c); })) found.insert(character);
  }
  return found.size();
}

}  // namespace mingting::ui
