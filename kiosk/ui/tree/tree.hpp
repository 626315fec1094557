// The semantic tree: what is on screen, in words. Recorded by every widget, each frame. Journeys find things
// by it, keyboard focus follows it, speech will read it, and the tests measure type, targets and contrast
// from it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/look/color.hpp"

namespace mingting::ui {

enum class Role {
  Page,
  Group,
  Heading,
  Text,
  Link,
  Button,
  Tile,
  Row,
  Chip,
  Choice,
  Field,
  Key,
  Candidate,
  Picture,
  Table,
  Progress,
  Notice,
  Dialog,
  Rating,
  Chart,  ///< label: its heading; value: its unit
  Mark,   ///< of a chart; value: its values in words
  Tick,   ///< words beside marks and axes that the marks say too: not to be read aloud
  Grid,
  Head,  ///< of a column; value: its unit
  Track
};

struct Rect {
  float x = 0, y = 0, w = 0, h = 0;  ///< pixels of the window
  bool operator==(const Rect&) const = default;
};

using mingting::Color;
using mingting::contrast;

struct Node {
  std::string id;  ///< unique on the page: the path of ids given to widgets
  Role role = Role::Text;
  std::string label;
  std::string value;  ///< of a field, choice, progress; shown text where it differs from the label
  std::string note;   ///< help or error that belongs to it
  bool enabled = true, selected = false, focused = false;
  bool target = false;  ///< can be tapped
  Rect rect;            ///< whole, also where a scroll area clips it
  Rect visible;         ///< the part on screen; w or h 0 when scrolled out
  Rect caret;           ///< of the field being typed in: the line its caret stands on; w and h 0 elsewhere
  int parent = -1;
  float em = 0;      ///< smallest type in it, em size in pixels; 0 without text
  float line = 0;    ///< line height over em
  Color ink, paper;  ///< of its text
};

class Tree {
 public:
  const std::vector<Node>& nodes() const { return nodes_; }
  /// The first enabled node in reading order that matches: exact label, then label that contains the text.
  /// Targets come before other nodes. `within`: a container (group, dialog, row, page) whose label matches
  /// likewise; "" for anywhere.
  std::optional<std::size_t> find(std::string_view label, std::string_view within = "") const;
  /// All text in reading order, a line per node.
  std::string text() const;
  /// A line per node: indent, role, "label", value, state, rectangle in pixels.
  std::string describe() const;

  std::vector<Node>& mutable_nodes() { return nodes_; }

 private:
  std::vector<Node> nodes_;
};

}  // namespace mingting::ui
