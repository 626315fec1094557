// Size of the type, contrast, reach and language, each at one tap and seen at once.
#include "screens/view.hpp"

namespace mingting::screens {
namespace {

template <class Value>
struct Option {
  Value value;
  const char* key;
  std::optional<ui::TextSize> drawn_as{};
};

/// One beside another in every size of type; a size of type is drawn in itself.
template <class Value, std::size_t Count>
void options(const View& view, const char* title, Value Settings::*member, const Option<Value> (&values)[Count]) {
  auto& ui = view.ui;
  const auto& settings = view.model.visit->settings;
  ui.space(32);
  ui.heading(view.tr(title), 2);
  ui.space(12);
  ui.group(title, view.tr(title), [&] {
    const std::vector<float> equal(Count, 1.0F);
    ui.columns(equal, 24, [&](int index) {
      const auto& option = values[index];
      const bool chosen = settings.*member == option.value;
      if (ui.choice({.id = option.key, .label = view.tr(option.key), .selected = chosen, .drawn_as = option.drawn_as})) {
        auto wanted = settings;
        wanted.*member = option.value;
        view.send(msg::SetSettings{wanted});
      }
    });
  });
}

void sizes(const View& view) {
  options<Size>(view, "settings.size", &Settings::size,
                {{Size::Standard, "settings.standard", ui::TextSize::Standard},
                 {Size::Large, "settings.large", ui::TextSize::Large},
                 {Size::ExtraLarge, "settings.extra-large", ui::TextSize::ExtraLarge}});
  view.ui.card("sample", view.tr("settings.size"), [&] { view.ui.text(view.tr("settings.sample")); });
}

}  // namespace

ui::Page draw_settings(const View& view) {
  ui::Page parts;
  parts.head = [&view] {
    view.ui.heading(view.tr("settings.title"));
    view.ui.text(view.tr("settings.help"), {.tone = ui::Tone::Quiet});
  };
  parts.body = [&view] {
    sizes(view);
    options<Contrast>(view, "settings.contrast", &Settings::contrast, {{Contrast::Standard, "settings.ordinary"}, {Contrast::High, "settings.high"}});
    options<Language>(view, "settings.language", &Settings::language, {{Language::Chinese, "settings.chinese"}, {Language::English, "settings.english"}});
    if (view.ui.can_lower())
      options<Reach>(view, "settings.reach", &Settings::reach,
                     {{Reach::Standing, "settings.standing"}, {Reach::Low, "settings.low"}});
  };
  parts.actions = {{.id = "done",
                    .label = view.tr("settings.done"),
                    .icon = "check",
                    .tapped = view.sends(msg::GoBack{})}};
  return parts;
}

}  // namespace mingting::screens
