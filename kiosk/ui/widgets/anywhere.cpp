// A target that the whole window stands for: the attract page says that a touch anywhere will do.
#include "ui/frame/impl.hpp"

namespace mingting::ui {

void Ui::anywhere(std::string_view id) {
  auto& self = *impl_;
  if (self.measuring()) return;
  const auto& nodes = self.tree.nodes();
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const auto& each = nodes[i];
    if (!each.target || !(each.id == id || each.id.ends_with("/" + std::string(id)))) continue;
    // Before all others: what has a place of its own is found first, the window only where nothing else is.
    self.hits.insert(self.hits.begin(), {static_cast<int>(i), self.window()});
    return;
  }
}

}  // namespace mingting::ui
