// How do the actions of a page or a dialog look?
#include "ui/frame/parts.hpp"

namespace mingting::ui {
namespace {

constexpr float kBetween = 24;  // dp

}  // namespace

void press(const Stage& stage, const Action& action, ButtonOptions look) {
  look.kind = action.kind;
  look.icon = action.icon;
  look.enabled = action.enabled && !action.here;
  look.here = action.here;
  look.large = look.large || action.large;
  if (stage.ui.button(action.id, action.label, look) && action.tapped) action.tapped();
}

void draw_actions(const Stage& stage, std::span<const Action> actions, bool large) {
  if (actions.empty()) return;
  if ((!large || !stage.impl.portrait()) && actions.size() > 1) {
    const std::vector<float> weights(actions.size(), 1);
    return stage.ui.columns(weights, kBetween, [&](int column) {
      const auto& action = actions[actions.size() - 1 - static_cast<std::size_t>(column)];
      press(stage, action, {.large = large && &action == actions.data()});
    });
  }
  press(stage, actions.front(), {.large = large});
  for (const auto& other : actions.subspan(1)) {
    stage.ui.space(kBetween);
    press(stage, other);
  }
}

}  // namespace mingting::ui
