// What the parts of the kit share: the frame being drawn, where the next widget goes, and who is touched.
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "ui/frame/pace.hpp"
#include "ui/frame/painter.hpp"
#include "ui/frame/pointer.hpp"
#include "ui/text/text_layout.hpp"
#include "ui/ui.hpp"

namespace mingting::ui {

/// A column of the page being filled from top to bottom. Pixels.
struct Area {
  float x = 0, width = 0, top = 0, y = 0;
  float bottom = kUnbounded;  ///< where it ends, when it does
  float margin = 0;           ///< the last widget's wish for room after it
  float spaced = 0;           ///< asked for with space() since the last widget
  int count = 0;              ///< widgets placed
  float bleed = 0;            ///< how far a scroll area may reach out at both sides
  float bleed_top = 0;        ///< up, when it comes first
  float bleed_bottom = 0;     ///< and down
  float stretch = 0;          ///< height a lone tile, button or card should take
  float spare = 0;            ///< height that a grid or a poster may take beyond its own
  bool in_bar = false;        ///< columns are centred on each other; words shrink before they are cut
  Color paper;
};

/// A place given up for the keyboard: taken again when it goes, unless a finger has scrolled meanwhile.
struct LentPlace {
  float from = 0, to = 0;      ///< offsets
  float view = 0;              ///< height with the keyboard
  float top = 0, bottom = 0;   ///< of the field, from the content's beginning
};

struct Scrolling {
  float offset = 0, speed = 0;
  float pulled = 0, recoil = 0;  ///< beyond an end, and how fast; below 0 above the top
  float content = 0, view = 0;
  Rect rect;                        ///< on screen, in the last frame it was drawn
  std::size_t first = 0, last = 0;  ///< nodes inside, by index in the last tree
  std::uint64_t used = 0;           ///< frame
  std::string focus;                ///< what was last brought into view for typing
  std::optional<LentPlace> lent;
  float most() const { return content > view ? content - view : 0; }
};

/// What a grid keeps from frame to frame: its columns as wide as what was seen of them wanted (they never shrink), and the finger
/// that moves them sideways.
struct GridState {
  std::size_t made_for = 0;   ///< names, type and room
  std::vector<float> widths;  ///< in the larger type
  float row_height = 0;       ///< of each row of a large table; 0 before it was drawn
  std::vector<float> tops;    ///< of the rows of a small one, each as high as its words, and the end of the last
  bool panning = false;
  struct Sample {
    Instant at;
    float x;
  };
  std::vector<Sample> samples;  ///< of the finger, the latest last
};

struct Measured {
  float height = 0;
  int count = 0;
};

/// A widget's answer to the finger.
struct Touch {
  bool tapped = false, held = false;
};

struct TargetSpec {
  Role role = Role::Button;
  std::string_view id, label;
  Rect rect;
  bool enabled = true, selected = false;
};

inline constexpr int kMeasure = 34;  ///< characters in a line, at most (LOOK)

struct Ui::Impl {
  Impl(Fonts loaded, const StyleSheet& look, Pictures& from);

  // -- lengths --
  float px(float dp) const;
  float factor() const { return style.text_factor(appearance.size); }
  /// What grows with the type without being type: icons, stars, chevrons, radios.
  float grown(float dp) const;
  float corner() const { return px(style.shape.corner); }
  float small_corner() const { return px(style.shape.small_corner); }
  const Palette& colors() const { return palette; }
  bool outlined() const { return colors().outlined; }
  bool portrait() const { return height >= width; }
  bool lowered() const { return appearance.low_reach && portrait(); }
  Rect window() const { return {0, 0, static_cast<float>(width), static_cast<float>(height)}; }
  float hairline() const { return std::max(1.0F, px(outlined() ? style.shape.outlined_line : style.shape.line)); }
  float state_line() const { return std::max(2.0F, px(style.shape.state_line)); }
  Color pressed(Color fill) const;
  Color tint(Tone tone) const { return tone_tint(colors(), tone); }
  Color faded(Color ink, Color paper) const;  ///< ink of what cannot be tapped now
  Inks inks(Color ink) const;

  // -- words --
  Setting setting(TextStyle kind, bool bold = false) const;
  Setting setting_at(TextSize size, TextStyle kind, bool bold = false) const;
  /// What of this width a line may take.
  float line_room(const Setting& setting, float width) const;
  const Layout& lay(std::string_view text, const Setting& setting, float width, int max_lines = 0,
                    Wrap wrap = Wrap::Natural);
  /// A label in a tight place: smaller type (down to 70 %) before a word is broken in two.
  const Layout& lay_label(std::string_view text, Setting setting, float width, int max_lines);
  /// On one line, in the largest type up to the setting's that fits.
  const Layout& lay_line(std::string_view text, Setting setting, float width);

  // -- placing --
  Area& area() { return areas.back(); }
  bool measuring() const { return measures > 0; }
  /// The next full-width rectangle of the current area; `margin_dp`: the least room before and after it.
  Rect place(float height, float margin_dp);
  /// Moves to where it will begin, for widgets that know their height only afterwards.
  float next_y(float margin_dp);
  /// The height of a widget that is alone in its cell: as high as the highest cell beside it.
  float stretched(float height) const;
  /// What a page that fills has left for the widget that asks first.
  float take_spare() { return std::exchange(area().spare, 0.0F); }
  Measured measure(float x, float width, const Body& body);
  /// Runs the body in an area of its own; its height.
  float inside(const Area& area, const Body& body);
  /// The same, with the ids of what is inside below `id`.
  struct Below {
    Below(Impl& impl, std::string_view id);
    ~Below();
    Below(const Below&) = delete;
    Below& operator=(const Below&) = delete;
    Impl& impl;
    std::size_t before;
  };

  // -- recording --
  /// Adds a node; its index, or -1 in a measuring run.
  int record(Role role, std::string_view id, std::string_view label, const Rect& rect);
  Node& node(int index);
  void typeset(int index, const Setting& setting, Color ink, Color paper);
  struct Under {  ///< what is recorded while it lives is below `index`
    Under(Impl& impl, int index);
    ~Under();
    Under(const Under&) = delete;
    Under& operator=(const Under&) = delete;
    Impl& impl;
    int before;
  };
  /// The one way anything becomes tappable.
  Touch target(const TargetSpec& spec, int& index);
  /// Further places that count as the target of `index` (a link broken over lines).
  void also(int index, const Rect& rect);
  bool draws(const Rect& rect) const { return !measuring() && paint.shows(rect); }

  // -- drawing shared by widgets --
  void surface(const Rect& rect, float radius_dp, Color fill, Color line);
  /// The outline of what is wrong: two lines, in every theme.
  void outline_wrong(const Rect& rect, float radius);
  void draw_icon(std::string_view name, float x, float y, float size, Color tint);
  void draw_words(const Layout& layout, float x, float y, float width, Align align, Color ink);

  // -- the frame --
  void turn_over();  ///< what was drawn becomes what is touched
  void open_window();
  void begin(const Appearance& wanted, int width_px, int height_px, Instant at);
  void end();
  void page(std::string_view id, std::string_view label, const Body& body);
  void enter(std::string_view page_id);
  bool moves() const { return appearance.motion && !pace.late(); }
  float moved(Instant since) const;  ///< 0 when something has just begun to come, 1 when it stands
  float entering() const { return moved(page_since); }  ///< the page
  void dock(bool shown);
  float risen() const { return docked ? moved(dock_since) : 1; }  ///< the keyboard
  void forget();
  void settle_after(Milliseconds delay);
  std::optional<Milliseconds> next_frame() const;

  // -- scrolling --
  /// Takes the height that is left and scrolls with a finger.
  void scroll(std::string_view id, const Body& body);
  void scroll_body(Scrolling& state, float top, bool first, const Body& body);
  void move_scrolls();
  void pull(Scrolling& state, float by);
  void spring_back(Scrolling& state, float seconds);
  void turn_wheel();
  void glide(const std::string& name, float seconds);
  void take_place_again(Scrolling& state);
  /// The field being typed in: all of it where it fits, else what is about the line of its caret. Once for each `focus`, so that
  /// a finger may scroll on.
  void keep_in_view(const Rect& field, const Rect& caret, const std::string& focus);
  void draw_indicator(const Scrolling& state, const Rect& view);
  bool bring_into_view(std::string_view node_id);
  Scrolling* scroll_of(std::size_t node, const std::string** id = nullptr);
  void sweep_scrolls();

  // -- touching and keys --
  const Node* target_at(Point at, float slack) const;
  Touchable under(Point at) const;
  std::optional<Rect> reachable(const std::string& id) const;
  void take_pointer();
  /// Whether a touch is the second hit of a double tap and lands on something else than the first: a page, a dialog or the
  /// keyboard has come up under the finger meanwhile.
  bool echoes(Point place, const Touchable& found) const;
  void move_focus(int step);
  void draw_focus();
  void silence_covered();

  Fonts fonts;
  StyleSheet style;
  Palette palette;  ///< of the theme, with the district's colour
  Pictures& pictures;
  TextCache texts;
  Painter paint;
  Tree tree, last;
  Pointer pointer;
  Pace pace;
  struct Tap {
    std::string id;
    Point at;
    Instant when{};
    bool immediate = false;
  };
  Tap last_tap;
  bool pressed_key = false;

  Appearance appearance;
  int width = 0, height = 0;
  float unit = 1;
  Instant now{}, previous{};
  std::uint64_t frame = 0;
  bool in_frame = false;
  bool forget_after = false;  ///< asked for in the middle of a frame

  std::vector<Area> areas;
  int measures = 0;
  std::string path;
  int parent = -1;
  int anonymous = 0;
  Node scratch;
  std::unordered_set<std::string> ids;
  struct Hit {
    int node;
    Rect rect;
  };
  std::vector<Hit> hits, last_hits;
  std::vector<std::string> drawn_scrolls, last_scrolls;

  std::unordered_map<std::string, Scrolling> scrolls;
  std::string current_scroll;
  float enlarged = 1;  ///< type of what is read from farther off: the head in low reach
  float low_line = 0;  ///< low reach: what is touched comes below it; 0 where nothing is lowered
  std::string page_id;
  Instant page_since{}, dock_since{};
  bool docked = false;
  std::string focus, activated;
  Instant repeated{};
  std::optional<Milliseconds> wish;
  bool caret_shown = false;
  std::unordered_map<std::string, std::size_t> candidate_pages;
  std::unordered_map<std::string, GridState> grids;
};

}  // namespace mingting::ui
