// Dear ImGui's own account of what is on screen, held against the semantic tree (tests only).
#pragma once

#include <string>
#include <vector>

#include "ui/tree/tree.hpp"

namespace mingting::ui::hooks {

/// Listens between begin() and end(); starts a new list when it begins. Without IMGUI_ENABLE_TEST_ENGINE
/// nothing is heard.
void watch(bool on);
/// Items Dear ImGui drew that no target of the tree stands for: their labels or numbers.
std::vector<std::string> holes(const Tree& tree);

}  // namespace mingting::ui::hooks
