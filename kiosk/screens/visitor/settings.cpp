// Size of the type, contrast, reach and language, each at one tap and seen at once.
#include "screens/view.hpp"

namespace mingting::screens {
namespace {

template <class Value>
struct Option {
  Value value;
  const char* key;
};

template <class Value, std::size_t Count>
void options(const View& view, const char* title, Value Settings::*member, const Option<Value> (&values)[Count]) {
  auto& ui = view.ui;
  const auto& settings = view.model.visit->settings;
  ui.space(32);
  ui.heading(view.tr(title), 2);
  ui.space(12);
  ui.group(title, view.tr(title), [&] {
    const bool rows = Count > 2 && settings.size == Size::ExtraLarge;  // each on a line of its own, whole
    ui.grid(rows ? 1 : static_cast<int>(Count), 24, static_cast<int>(Count), [&](int index) {
      const auto& option = values[index];
      if (ui.choice({.id = option.key, .label = view.tr(option.key), .selected = settings.*member == option.value})) {
        auto wanted = settings;
        wanted.*member = option.value;
        view.send(msg::SetSettings{wanted});
      }
    });
  });
}

}  // namespace

ui::Page draw_settings(const View& view) {
  ui::Page parts;
  parts.head = [&view] {
    view.ui.heading(view.tr("settings.title"));
    view.ui.text(view.tr("settings.help"), {.tone = ui::Tone::Quiet});
  };
  parts.body = [&view] {
    options<Size>(view, "settings.size", &Settings::size, {{Size::Standard, "settings.standard"}, {Size::Large, "settings.large"}, {Size::ExtraLarge, "settings.extra-large"}});
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
