// The kiosk's brain: Model and Msg in, the next Model and the effects out. Pure: no clock, disk, network or chance.
#pragma once

#include "app/effect.hpp"
#include "app/model.hpp"
#include "app/msg.hpp"

namespace mingting {

namespace app {

/// The model being changed and what is to be done; features take and change it.
struct Step {
  Model model;
  Effects effects;
  void want(Effect effect) { effects.push_back(std::move(effect)); }
};

}  // namespace app

app::Step update(Model model, const Msg& message);

}  // namespace mingting
