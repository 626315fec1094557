#include "app/update.hpp"

#include "app/features.hpp"

namespace mingting {

Step update(Model model, const Msg& message) {
  Step step{std::move(model), {}};
  std::visit([&](const auto& happened) { app::on(step, happened); }, message);
  return step;
}

}  // namespace mingting
