// The semantic tree looked through and described.
#include "ui/tree/tree.hpp"

#include <fmt/format.h>

#include <array>

namespace mingting::ui {
namespace {

constexpr std::array<const char*, 25> kRoleNames{
    "page",  "group", "heading",   "text",    "link",  "button",   "tile",   "row",    "chip",  "choice",
    "field", "key",   "candidate", "picture", "table", "progress", "notice", "dialog", "rating",
    "chart", "mark",  "tick",      "grid",    "head",  "track"};

bool is_container(Role role) {
  return role == Role::Group || role == Role::Dialog || role == Role::Row || role == Role::Page || role == Role::Chart ||
         role == Role::Grid;
}

enum class Match { Exact, Contains };

bool matches(const Node& node, std::string_view label, Match how) {
  return how == Match::Exact ? node.label == label : node.label.find(label) != std::string::npos;
}

bool inside(const std::vector<Node>& nodes, std::size_t at, std::string_view label, Match how) {
  for (int up = nodes[at].parent; up >= 0; up = nodes[static_cast<std::size_t>(up)].parent) {
    const auto& container = nodes[static_cast<std::size_t>(up)];
    if (is_container(container.role) && matches(container, label, how)) return true;
  }
  return false;
}

/// Where a container of exactly that name exists, only it is meant.
Match container_match(const std::vector<Node>& nodes, std::string_view within) {
  for (const auto& node : nodes) {
    if (is_container(node.role) && node.label == within) return Match::Exact;
  }
  return Match::Contains;
}

std::string state_words(const Node& node) {
  std::string words;
  if (!node.enabled) words += " disabled";
  if (node.selected) words += " selected";
  if (node.focused) words += " focused";
  return words;
}

}  // namespace

std::optional<std::size_t> Tree::find(std::string_view label, std::string_view within) const {
  const auto where = container_match(nodes_, within);
  for (const bool target : {true, false}) {
    for (const auto how : {Match::Exact, Match::Contains}) {
      for (std::size_t i = 0; i < nodes_.size(); ++i) {
        const auto& node = nodes_[i];
        if (node.target != target || !node.enabled || !matches(node, label, how)) continue;
        if (within.empty() || inside(nodes_, i, within, where)) return i;
      }
    }
  }
  return std::nullopt;
}

std::string Tree::text() const {
  std::string all;
  for (const auto& node : nodes_) {
    if (node.role == Role::Tick) continue;
    std::string line = node.label;
    for (const auto* more : {&node.value, &node.note}) {
      if (more->empty() || *more == node.label) continue;
      if (!line.empty()) line += ' ';
      line += *more;
    }
    if (!line.empty()) all += line + '\n';
  }
  return all;
}

std::string Tree::describe() const {
  std::string all;
  std::vector<int> depth(nodes_.size(), 0);
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    const auto& node = nodes_[i];
    if (node.parent >= 0) depth[i] = depth[static_cast<std::size_t>(node.parent)] + 1;
    all += fmt::format("{:{}}{} \"{}\"", "", depth[i] * 2, kRoleNames[static_cast<std::size_t>(node.role)],
                       node.label);
    if (!node.value.empty()) all += fmt::format(" = \"{}\"", node.value);
    if (!node.note.empty()) all += fmt::format(" ({})", node.note);
    all += state_words(node);
    all += fmt::format(" [{:.0f},{:.0f} {:.0f}x{:.0f}]", node.rect.x, node.rect.y, node.rect.w, node.rect.h);
    if (node.visible.w <= 0 || node.visible.h <= 0) all += " out of view";
    all += '\n';
  }
  return all;
}

}  // namespace mingting::ui
