// Where the parts of a page stand in the window.
#pragma once

#include "ui/frame/parts.hpp"

namespace mingting::ui {

/// Pixels. What is not there has no size.
struct Plan {
  Rect top, places, column, actions, dock, panel, entry;
  bool beside = false;  ///< the asides stand in the panel, not in the column
  float line = 0;       ///< low reach: what is touched begins here, or below
};

/// What the top bar and the bar of places hold, as they are drawn and measured.
void top_bar(const Stage& stage, const Ui::Frame& frame);
void place_button(const Stage& stage, const Action& place);
void bar_of_places(const Stage& stage, const Ui::Frame& frame);

/// The margin at both sides of what scrolls, and what lies above and below it.
float side_margin(const Ui::Impl& impl);
float end_margin(const Ui::Impl& impl);
/// The widest a column may be: LOOK's longest line.
float longest_line(const Ui::Impl& impl);

/// Beside a keyboard there is room for the main one alone.
std::span<const Action> actions_shown(const Stage& stage, const Ui::Frame& frame);

Plan plan_of(const Stage& stage, const Ui::Frame& frame);

}  // namespace mingting::ui
