// Arrows of one family (replaces, carries out, explains) must not lead back to where they came from.
#include "publish/checks/relations.hpp"

#include <algorithm>
#include <array>

namespace mingting {
namespace {

/// B replaced-by A says the same as A replaces B: both give the arrow A -> B.
struct Arrow {
  int family = -1;  ///< arrows of one family must not form a circle; -1: no such rule
  bool backwards = false;
};

Arrow arrow_of(RelationKind kind) {
  switch (kind) {
    case RelationKind::Replaces:
      return {0, false};
    case RelationKind::ReplacedBy:
      return {0, true};
    case RelationKind::CarriesOut:
      return {1, false};
    case RelationKind::CarriedOutBy:
      return {1, true};
    case RelationKind::Explains:
      return {2, false};
    case RelationKind::ExplainedBy:
      return {2, true};
    default:
      return {};
  }
}

/// Finds circles among arrows of one family: a walk in depth with its own stack, so that a long chain is no
/// danger.
class CircleFinder {
 public:
  CircleFinder(std::vector<ItemFile>& items, int family)
      : items_(items), arrows_(items.size()), family_(family) {}

  void add(std::size_t from, std::size_t to, std::size_t file, int line) {
    arrows_[from].push_back({to, file, line});
  }

  void report() {
    state_.assign(items_.size(), State::New);
    for (std::size_t start = 0; start < items_.size(); ++start) walk(start);
  }

 private:
  enum class State { New, OnPath, Done };
  struct Edge {
    std::size_t to, file;
    int line;
  };
  struct Step {
    std::size_t node, next = 0;
  };

  void walk(std::size_t start) {
    if (state_[start] != State::New) return;
    std::vector<Step> path{{start}};
    state_[start] = State::OnPath;
    while (!path.empty()) {
      auto& step = path.back();
      if (step.next == arrows_[step.node].size()) {
        state_[step.node] = State::Done;
        path.pop_back();
        continue;
      }
      const auto edge = arrows_[step.node][step.next++];
      if (state_[edge.to] == State::OnPath) complain(path, edge);
      if (state_[edge.to] != State::New) continue;
      state_[edge.to] = State::OnPath;
      path.push_back({edge.to});
    }
  }

  void complain(const std::vector<Step>& path, const Edge& edge) {
    static constexpr std::array<std::string_view, 3> kCodes{"item-relation.replaces-in-circle", "item-relation.carries-out-in-circle",
                                                            "item-relation.explains-in-circle"};
    std::string circle;
    const auto from =
        std::find_if(path.begin(), path.end(), [&](const Step& step) { return step.node == edge.to; });
    for (auto step = from; step != path.end(); ++step) circle += items_[step->node].document.item.id + " → ";
    circle += items_[edge.to].document.item.id;
    items_[edge.file].report.error(edge.line, kCodes.at(static_cast<std::size_t>(family_)), circle);
  }

  std::vector<ItemFile>& items_;
  std::vector<std::vector<Edge>> arrows_;
  std::vector<State> state_;
  int family_;
};

void check_item_relations(ItemFile& file, const NameIndex& names) {
  const auto& item = file.document.item;
  for (std::size_t i = 0; i < item.relations.size(); ++i) {
    const auto& relation = item.relations[i];
    const int line = file.relation_lines[i];
    if (relation.item.empty()) continue;
    if (relation.item == item.id) {
      file.report.error(line, "item-relation.itself");
    } else if (names.item(relation.item) == NameIndex::kNone) {
      file.report.error(line, "item-relation.no-item", relation.item, names.item_hint(relation.item));
    } else if (std::count(item.relations.begin(), item.relations.begin() + static_cast<std::ptrdiff_t>(i),
                          relation) > 0) {
      file.report.warning(line, "item-relation.twice", relation.item);
    }
  }
}

}  // namespace

void check_relations(std::vector<ItemFile>& items, const NameIndex& names) {
  std::vector<CircleFinder> finders;
  finders.reserve(3);
  for (int family = 0; family < 3; ++family) finders.emplace_back(items, family);
  for (std::size_t i = 0; i < items.size(); ++i) {
    check_item_relations(items[i], names);
    const auto& relations = items[i].document.item.relations;
    for (std::size_t r = 0; r < relations.size(); ++r) {
      const auto other = names.item(relations[r].item);
      const auto arrow = arrow_of(relations[r].kind);
      if (other == NameIndex::kNone || other == i || arrow.family < 0) continue;
      finders[static_cast<std::size_t>(arrow.family)].add(
          arrow.backwards ? other : i, arrow.backwards ? i : other, i, items[i].relation_lines[r]);
    }
  }
  for (auto& finder : finders) finder.report();
}

}  // namespace mingting
