// The floors, one check after the other.
#include "main/kiosk/gallery/measure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <regex>

#include "base/text/text.hpp"
#include "main/kiosk/gallery/lines.hpp"

namespace mingting::gallery {
namespace {

constexpr double kRounding = 0.6;  // pixels
constexpr double kLeastTarget = 60, kLeastGap = 10, kLeastLine = 1.3, kMostCharacters = 34;
constexpr double kPunctuation = 0.5;   // of a character: a point may hang over the end of a line
constexpr std::size_t kMostSaid = 24;  // characters of a label

struct Named {
  Check check;
  std::string_view name, words;
};
constexpr std::array kChecks{
    Named{Check::SmallType, "small-type", "字太小"},
    Named{Check::TightLines, "tight-lines", "行距太小"},
    Named{Check::Faint, "faint", "对比不够"},
    Named{Check::SmallTarget, "small-target", "按钮太小"},
    Named{Check::TooClose, "too-close", "按钮靠得太近"},
    Named{Check::Overlap, "overlap", "叠在一起"},
    Named{Check::OffEdge, "off-edge", "伸出屏幕"},
    Named{Check::CutWords, "cut-words", "文字没有画全"},
    Named{Check::ActionHidden, "action-hidden", "下一步看不见"},
    Named{Check::LongLine, "long-line", "一行太长"},
    Named{Check::LonelyEnd, "lonely-end", "末行只有一个字"},
    Named{Check::TornNumber, "torn-number", "编号断开了"},
};

const Named& known(Check check) {
  return *std::find_if(kChecks.begin(), kChecks.end(), [check](const auto& each) { return each.check == check; });
}

/// Ids of the next step of a page, wherever it stands: the last part of a node's id.
constexpr std::array<std::string_view, 8> kNextSteps{"start", "next", "submit", "look-up", "done", "continue", "take", "comment"};

std::string_view last_part(std::string_view id) {
  return id.substr(id.rfind('/') + 1);
}
bool seen(const ui::Node& node) {
  return node.visible.w >= 1 && node.visible.h >= 1;
}
bool whole(const ui::Node& node) {
  return node.visible.h >= node.rect.h - kRounding && node.visible.w >= node.rect.w - kRounding;
}
/// The free room between two rectangles, along the axis where they are apart; negative where they overlap.
double gap(const ui::Rect& a, const ui::Rect& b) {
  const double x = std::max(a.x, b.x) - std::min(a.x + a.w, b.x + b.w);
  const double y = std::max(a.y, b.y) - std::min(a.y + a.h, b.y + b.h);
  return std::max(x, y);
}

std::string shown(const ui::Node& node) {
  auto points = to_code_points(node.label.empty() ? node.id : node.label);
  if (points.size() > kMostSaid) points = points.substr(0, kMostSaid) + U'…';
  return replace_all(to_utf8(points), "\n", " ");
}

class Measuring {
 public:
  Measuring(const ui::Tree& tree, std::span<const ui::Rect> glyphs, platform::Size size, const Settings& settings)
      : nodes_(tree.nodes()),
        glyphs_(glyphs),
        size_(size),
        unit_(std::min(size.width, size.height) / 1080.0),
        least_type_(settings.size == Size::ExtraLarge ? 30
                    : settings.size == Size::Large    ? 18 * 1.3
                                                      : 18),
        least_contrast_(settings.contrast == Contrast::High ? 20 : 10) {
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      if (nodes_[i].role == ui::Role::Dialog) dialog_ = static_cast<int>(i);
    }
  }

  std::vector<Finding> run() {
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      const auto& node = nodes_[i];
      type(node);
      target(node);
      edges(node);
      if (!covered(static_cast<int>(i))) {
        next_step(node);
        words(node);
      }
    }
    targets();
    siblings();
    return std::move(findings_);
  }

 private:
  void found(Check check, const ui::Node& node, const std::string& how) {
    findings_.push_back({check, fmt::format("{}{}{}", shown(node), how.empty() ? "" : " ", how)});
  }
  void at_least(Check check, const ui::Node& node, double value, double least, double slack) {
    if (value + slack < least) found(check, node, fmt::format("{:.1f} < {:g}", value, least));
  }
  double dp(double pixels) const { return pixels / unit_; }
  double slack() const { return dp(kRounding); }

  /// Under a question that covers the page.
  bool covered(int index) const {
    if (dialog_ < 0) return false;
    for (; index >= 0; index = nodes_[static_cast<std::size_t>(index)].parent) {
      if (index == dialog_) return false;
    }
    return true;
  }

  void type(const ui::Node& node) {
    if (node.em <= 0 || !seen(node)) return;
    at_least(Check::SmallType, node, dp(node.em), least_type_, slack());
    if (node.role != ui::Role::Key) at_least(Check::TightLines, node, node.line, kLeastLine, 0.01);  // a key has one line
    const double least = node.enabled ? least_contrast_ : 3;  // what cannot be tapped now is quieter on purpose
    at_least(Check::Faint, node, ui::contrast(node.ink, node.paper), least, 0);
  }

  void target(const ui::Node& node) {
    if (!node.target || node.role == ui::Role::Link) return;  // a word in a running text is no larger than its line
    at_least(Check::SmallTarget, node, dp(std::min(node.rect.w, node.rect.h)), kLeastTarget, slack());
  }

  void edges(const ui::Node& node) {
    if (!seen(node)) return;
    const double over = std::max(-node.rect.x, node.rect.x + node.rect.w - static_cast<float>(size_.width));
    if (over > kRounding) found(Check::OffEdge, node, fmt::format("{:.0f}", over));
  }

  void next_step(const ui::Node& node) {
    const bool next = std::find(kNextSteps.begin(), kNextSteps.end(), last_part(node.id)) != kNextSteps.end();
    if (next && node.target && node.role == ui::Role::Button && !whole(node)) found(Check::ActionHidden, node, "");
  }

  void words(const ui::Node& node) {
    torn_number(node);
    using ui::Role;
    if (node.em <= 0 || !whole(node) || !seen(node)) return;
    const bool running = node.role == Role::Text || node.role == Role::Notice || node.role == Role::Heading;
    if (!running && node.role != Role::Button) return;
    const auto lines = lines_of(node, glyphs_);
    if (node.role != Role::Notice) cut_words(node, lines);
    const bool one_size = node.value.empty();  // facts and questions have a small name or help beside their words
    if (running && one_size) line_lengths(node, lines);
  }

  /// Spaces are not drawn, and a mark above a letter is one character with it.
  void cut_words(const ui::Node& node, const std::vector<DrawnLine>& lines) {
    int drawn = 0, wanted = 0;
    for (const auto& line : lines) drawn += line.characters;
    const auto& words = node.role == ui::Role::Button && !node.value.empty() ? node.value : node.label;
    for (const char32_t c : to_code_points(words)) wanted += c > U' ' && c != U'　' && c != 0xA0 ? 1 : 0;
    if (drawn < wanted) found(Check::CutWords, node, fmt::format("{} < {}", drawn, wanted));
  }

  void line_lengths(const ui::Node& node, const std::vector<DrawnLine>& lines) {
    for (const auto& line : lines) {
      const double characters = line.longest / node.em;
      if (characters <= kMostCharacters + kPunctuation) continue;
      found(Check::LongLine, node, fmt::format("{:.1f} > {:g}", characters, kMostCharacters));
      break;
    }
    if (lines.size() > 1 && lines.back().full <= 1) found(Check::LonelyEnd, node, "");
  }

  void torn_number(const ui::Node& node) {
    static const std::regex kNumber(R"([A-Z]{1,6}-\w{1,6}-\d{8}-\d{4}-\w)");
    if (node.role != ui::Role::Text || node.em <= 0 || !std::regex_match(replace_all(node.label, "\n", ""), kNumber)) return;
    const auto lines = std::lround(node.rect.h / (node.em * node.line));
    if (lines > 1) found(Check::TornNumber, node, std::to_string(lines));
  }

  /// But for rows of a list and keys of a keyboard, which share hairlines or are parts of one instrument.
  static bool close_by_nature(const ui::Node& node) {
    using ui::Role;
    return node.role == Role::Row || node.role == Role::Key || node.role == Role::Candidate || node.role == Role::Rating;
  }
  void apart(const ui::Node& a, const ui::Node& b) {
    const double between = gap(a.visible, b.visible);
    if (between < -kRounding) return found(Check::Overlap, a, "/ " + shown(b));
    if (close_by_nature(a) || close_by_nature(b) || dp(between) + slack() >= kLeastGap) return;
    found(Check::TooClose, a, fmt::format("/ {} {:.1f} < {:g}", shown(b), dp(between), kLeastGap));
  }
  void targets() {
    std::vector<const ui::Node*> all;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      const auto& node = nodes_[i];
      if (node.target && node.enabled && seen(node) && node.role != ui::Role::Link && !covered(static_cast<int>(i)))
        all.push_back(&node);
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (std::size_t j = i + 1; j < all.size(); ++j) apart(*all[i], *all[j]);
    }
  }

  /// Words and pictures of one container never stand on each other. Targets have been looked at.
  void siblings() {
    std::map<int, std::vector<const ui::Node*>> families;
    for (const auto& node : nodes_) {
      using ui::Role;
      const bool frame = node.role == Role::Page || node.role == Role::Dialog || node.role == Role::Link;
      if (!frame && seen(node)) families[node.parent].push_back(&node);
    }
    for (const auto& [parent, all] : families) {
      for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t j = i + 1; j < all.size(); ++j) {
          if (all[i]->target && all[j]->target) continue;
          if (gap(all[i]->visible, all[j]->visible) < -1) found(Check::Overlap, *all[i], "/ " + shown(*all[j]));
        }
      }
    }
  }

  const std::vector<ui::Node>& nodes_;
  std::span<const ui::Rect> glyphs_;
  platform::Size size_;
  double unit_, least_type_, least_contrast_;
  int dialog_ = -1;
  std::vector<Finding> findings_;
};

}  // namespace

std::string_view name_of(Check check) {
  return known(check).name;
}
std::string_view words_of(Check check) {
  return known(check).words;
}

std::vector<Finding> measure(const ui::Tree& tree, std::span<const ui::Rect> glyphs, platform::Size size,
                             const Settings& settings) {
  return Measuring(tree, glyphs, size, settings).run();
}

}  // namespace mingting::gallery
