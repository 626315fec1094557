// ImGui's test hooks, feeding the tree.
#include "ui/tree/hooks.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <fmt/format.h>

#include <unordered_map>
#include <unordered_set>

namespace {

std::unordered_map<ImGuiID, std::string>& seen() {
  static std::unordered_map<ImGuiID, std::string> items;
  return items;
}

}  // namespace

namespace mingting::ui::hooks {

#ifdef IMGUI_ENABLE_TEST_ENGINE
void watch(bool on) {
  if (on) seen().clear();
  ImGui::GetCurrentContext()->TestEngineHookItems = on;
}
#else
void watch(bool) {}
#endif

std::vector<std::string> holes(const Tree& tree) {
  std::unordered_set<ImGuiID> known;
  for (const auto& node : tree.nodes()) {
    if (node.target && !node.label.empty()) known.insert(ImHashStr(node.id.c_str()));
  }
  std::vector<std::string> missing;
  for (const auto& [id, label] : seen()) {
    const bool window = !label.empty() &&
                        ImGui::FindWindowByName(label.c_str()) != nullptr;  // the canvas, not a widget on it
    if (!window && !known.contains(id))
      missing.push_back(label.empty() ? fmt::format("item {:08x}", id) : label);
  }
  return missing;
}

}  // namespace mingting::ui::hooks

#ifdef IMGUI_ENABLE_TEST_ENGINE

void ImGuiTestEngineHook_ItemAdd(ImGuiContext*, ImGuiID id, const ImRect&, const ImGuiLastItemData*) {
  seen().try_emplace(id);
}

void ImGuiTestEngineHook_ItemInfo(ImGuiContext*, ImGuiID id, const char* label, ImGuiItemStatusFlags) {
  if (label != nullptr) seen()[id] = label;
}

void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}

const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) {
  return nullptr;
}

#endif
