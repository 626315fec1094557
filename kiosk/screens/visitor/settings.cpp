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
}

/// How it reads now.
void sample(const View& view) {
  view.ui.card("sample", view.tr("settings.size"), [&] { view.ui.text(view.tr("settings.sample")); });
}

/// The same with a piece of the content, where there is a whole upper half for it.
void large_sample(const View& view) {
  auto& ui = view.ui;
  const auto latest = newest(view.model);
  ui.card("sample", view.tr("settings.size"), [&] {
    ui.text(view.tr("settings.sample"));
    if (latest.empty()) return;
    ui.divider();
    ui.text(latest.front()->title, {.style = ui::TextStyle::Title, .bold = true, .balanced = true});
    ui.text(latest.front()->summary);
  });
}

}  // namespace

ui::Page draw_settings(const View& view) {
  ui::Page parts;
  parts.head = [&view] {
    view.ui.heading(view.tr("settings.title"));
    view.ui.text(view.tr("settings.help"), {.tone = ui::Tone::Quiet});
  };
  parts.above = [&view] { large_sample(view); };
  parts.body = [&view] {
    sizes(view);
    if (!view.ui.lowered()) sample(view);
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
