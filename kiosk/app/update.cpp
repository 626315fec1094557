// Which feature a message belongs to.
#include "app/update.hpp"

#include "app/features.hpp"

namespace mingting {

app::Step update(Model model, const Msg& message) {
  app::Step step{std::move(model), {}};
  std::visit([&](const auto& happened) { app::on(step, happened); }, message);
  return step;
}

}  // namespace mingting
