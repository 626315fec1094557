// What pages and dialogs are both made of: actions as buttons, parts that scroll, bars.
#pragma once

#include <span>

#include "ui/frame/impl.hpp"

namespace mingting::ui {

/// What is drawn, and with what.
struct Stage {
  Ui& ui;
  Ui::Impl& impl;
};

/// The button of an action, drawn as `look` says; tapped, it does what the action does.
void press(const Stage& stage, const Action& action, ButtonOptions look = {});
/// The actions beside one another, the main one at the right; `large`: the main one is large, and on a narrow
/// screen they stand one above the other with it first.
void draw_actions(const Stage& stage, std::span<const Action> actions, bool large = false);

}  // namespace mingting::ui
