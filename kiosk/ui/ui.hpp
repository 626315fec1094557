// The widget kit: what screens are made of. Lengths are dp (DESIGN §3): 1 dp = a 1080th of the window's short
// side. Immediate mode: a screen calls widgets top to bottom each frame; containers take a body. A widget
// that can be tapped answers true (or what was tapped) in the frame its finger lifts. Every widget records a
// node of the semantic tree. A body may be run more than once a frame, to measure it: it must do nothing but
// call widgets and act on their answers, which come in one of the runs only. Widgets keep their distance by
// themselves; space() asks for more.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/disk/files.hpp"
#include "base/result.hpp"
#include "ui/theme.hpp"
#include "ui/tree/tree.hpp"

namespace mingting::ui {

using Body = std::function<void()>;
using IndexedBody = std::function<void(int)>;

struct Appearance {
  TextSize size = TextSize::Standard;
  Theme theme = Theme::Standard;
  /// 低位: on a portrait screen a page begins with its head in the upper half and what is touched in the
  /// lower; scrolled, it goes on being read above, and a finger below brings it down again.
  bool low_reach = false;
  bool motion = true;
  bool operator==(const Appearance&) const = default;
};

/// A picture the renderer holds. `texture` is Dear ImGui's ImTextureID.
struct Image {
  std::uint64_t texture = 0;
  int width = 0, height = 0;
};

/// Where pictures come from; platform/ implements it. Both answer at once: an empty Image (texture 0) while
/// one is being decoded or when it cannot be. Icons are white line drawings, tinted when drawn.
class Pictures {
 public:
  virtual ~Pictures() = default;
  virtual Image icon(std::string_view name, int pixels) = 0;
  /// At most so large; nothing until it is decoded, and when it cannot be.
  virtual Image media(std::string_view name, int max_width, int max_height) = 0;
  /// Whether fill() works: one colour over a rectangle without blending, which Dear ImGui has no word for and
  /// which a software renderer does many times faster than blending. Called while the frame is rendered.
  virtual bool fills() const { return false; }
  virtual void fill(const Rect& /*rect*/, Color /*color*/) {}
};

/// The faces of the screen, by role (fonts/fonts.toml): regular and bold, then fallbacks for rare characters.
struct FaceFile {
  Path file;
  int index = 0;       ///< in a .ttc
  float em_scale = 1;  ///< font height (ascent - descent) over em, so that sizes are ems: Noto CJK 1.448
};
struct Faces {
  std::vector<FaceFile> regular, bold;
};

// ---- what widgets are given
// ----------------------------------------------------------------------------------------

enum class Align { Left, Center, Right };

struct TextOptions {
  TextStyle style = TextStyle::Body;
  Tone tone = Tone::Ink;
  Align align = Align::Left;
  bool bold = false;
  int max_lines = 0;  ///< 0: all; the last line of a cut text ends in …
  bool one_line = false;  ///< on one line, in the largest size up to the style's in which it fits: numbers
};

/// A styled run; `marked`: a search match; `struck`: a line goes through it. `link`: tapped text, given back
/// by rich_text().
struct Run {
  std::string text;
  bool bold = false;
  bool marked = false;
  std::string link;
  bool struck = false;
};

enum class ButtonKind { Primary, Secondary, Quiet, Danger };
struct ButtonOptions {
  ButtonKind kind = ButtonKind::Secondary;
  std::string icon;
  bool enabled = true;
  bool selected = false;
  bool wide = true;         ///< fills the width it is given; otherwise as wide as its label
  bool icon_above = false;  ///< icon over the word (the bar of places)
  bool large = false;       ///< the one thing to do on a page that asks one question
  bool small = false;       ///< in a corner of the top bar
};

struct TileView {
  std::string id, label, caption, icon;
};

struct RowView {
  std::string id, label;          ///< label: the title, plain
  std::vector<Run> title;         ///< shown instead of the label when not empty (marks)
  std::vector<std::string> meta;  ///< small facts on one line that wraps: number, date, agency
  std::string badge;              ///< 有效, 已废止, 示例: a word in a pill
  Tone badge_tone = Tone::Quiet;
  std::vector<Run> passage;  ///< at most three lines under the title
};

struct ChipView {
  std::string id, label;
  std::optional<std::size_t> count;
  bool selected = false;
};

struct ChoiceView {
  std::string id, label, help;
  bool selected = false;
  bool many = false;  ///< a box to tick instead of one of several
};

struct FieldView {
  std::string id, label, help, error, advice;
  std::string room;                ///< how much may still be written, under the box
  bool lost = false;               ///< `room` tells of words that were not taken
  std::vector<std::string> notes;  ///< what else is to be said of what was written, under the box
  std::string value;  ///< what is shown; line feeds allowed when lines > 1
  std::string placeholder;
  std::string composing;  ///< pinyin being typed, underlined at the caret
  std::string mark;       ///< 必填 / 选填, beside the label
  std::size_t caret = 0;  ///< code points before it
  int lines = 1;
  bool focused = false;
};

struct KeyView {
  std::string id, label;
  std::string icon;  ///< instead of the label on the key; the label stays its name
  float weight = 1;
  bool selected = false;
  bool strong = false;  ///< filled: 完成
  bool repeat = false;  ///< answers again while it is held (backspace does anyway)
};

/// What stands in the pinyin strip while nothing is composed.
struct HintView {
  std::string text;
  bool warns = false;  ///< of words that were not taken
};

enum class NoticeKind { Plain, Good, Wait, Problem };

// ---- the parts of a page
// -------------------------------------------------------------------------------------------

/// A button that the frame places: an action of a page, a place of the bar, the corner of the top bar.
struct Action {
  std::string id, label, icon;
  ButtonKind kind = ButtonKind::Primary;
  bool enabled = true;
  Body tapped;
};

/// What belongs beside the body: contents, facts, filters, related items. On a wide screen it stands open in
/// a panel with its label above it; on a narrow one it is part of the column, folded behind a button where it
/// has `toggled`.
struct Aside {
  std::string id, label, icon;
  Body body;
  bool open = true;
  Body toggled;         ///< the button that opens and folds it was tapped; empty: it never folds
  bool headed = false;  ///< its label stands above it also where it does not fold
  bool after = false;   ///< in a column it follows the body instead of going before it
};

/// A page by its parts; where each stands for this direction, size and reach is the frame's business.
struct Page {
  std::string place = "page";  ///< names what scrolls: one of another name starts at its top
  Body pinned;                 ///< stays above what scrolls and is only read: this document is repealed
  Body entry;                  ///< stays and is touched: the search field
  Body head;                   ///< scrolls and is only read: heading, explanation, how far one has come
  Body body;                   ///< scrolls and is touched
  std::vector<Aside> asides;
  std::vector<Action> actions;  ///< the next step and at most one other before it; always in view
};

// ---- the kit
// -------------------------------------------------------------------------------------------------------

class Ui {
 public:
  /// Dear ImGui's context must exist and have its renderer (platform/). Errors name the face that is missing.
  static Result<std::unique_ptr<Ui>> create(const Faces& faces, Pictures& pictures);
  ~Ui();

  /// Between ImGui::NewFrame and ImGui::Render (platform/ calls those).
  void begin(const Appearance& appearance, int width_px, int height_px, Instant now);
  void end();
  const Tree& tree() const;
  /// From now on these names (of the place, the office, the hall) stand on one line each where they can.
  void keep_whole(const std::vector<std::string>& names);
  /// Wants another frame soon: a fade, a fling, a caret. Nothing when all is still.
  std::optional<Milliseconds> next_frame() const;
  /// A visit has ended: nothing that was shown or typed stays in memory, no page keeps its place.
  void forget();
  /// For tests: whether any text that is kept laid out, or any node, contains these words.
  bool remembers(std::string_view words) const;
  /// In tests (IMGUI_ENABLE_TEST_ENGINE): what Dear ImGui drew in the last frame without a labelled node in
  /// the tree.
  std::vector<std::string> unlabelled() const;

  // -- the whole window --
  /// Portrait: top bar (112 dp), the page as one column, its actions, the dock (the keyboard), the places
  /// (返回, 首页 ...) as a bar (152 dp). Landscape: top bar (96 dp), the places as a rail at the right,
  /// between them the column with the actions at its foot and beside it the asides, or the dock. Bars grow
  /// with the type. `page_id` names the page: a new one starts scrolled to its top and fades in, an old one
  /// keeps its place until forget().
  struct Frame {
    std::string page_id, label;
    std::string title;                ///< left in the top bar
    std::vector<std::string> moment;  ///< date, weekday with time: one under the other, or in one line
    std::optional<Action> corner;     ///< right in the top bar
    Page page;
    Body dock;
    std::vector<Action> places;  ///< one that is not enabled is left out, and the others keep their place
    std::string anywhere;        ///< the action that a touch where nothing else is stands for
  };
  void frame(const Frame& frame);
  /// Above everything; what is under it cannot be tapped. A centred card, or the whole window. Its actions
  /// are always in view.
  enum class Cover { Card, Window };
  void dialog(std::string_view id, std::string_view label, Cover cover, const Page& page);

  // -- containers --
  void group(std::string_view id, std::string_view label,
             const Body& body);  ///< no look of its own: a node for "in LABEL"
  void card(std::string_view id, std::string_view label,
            const Body& body);  ///< surface with hairline, radius 16, padding
  void columns(std::span<const float> weights, float gap_dp,
               const IndexedBody& body);  ///< side by side, tops aligned
  void grid(int columns, float gap_dp, int count,
            const IndexedBody& body);  ///< equal cells; rows as high as the highest tile
  void space(float dp);                ///< at least this much room before the next widget
  void divider();
  /// How wide it is here, in dp.
  float room() const;
  /// Whether low reach moves anything: a wide screen hangs low by itself.
  bool can_lower() const;

  // -- words and pictures --
  void text(std::string_view text, const TextOptions& options = {});
  void heading(std::string_view text, int level = 1);  ///< 1: the page's one heading; 2, 3: inside documents
  /// Gives back the link that was tapped. `id` must be unique among siblings when there are links.
  std::optional<std::string> rich_text(std::string_view id, std::span<const Run> runs,
                                       const TextOptions& options = {});
  void bullet(std::string_view id, std::string_view mark, int level, std::span<const Run> runs,
              std::optional<std::string>& tapped);
  void table(std::string_view id, std::string_view label, const std::vector<std::vector<std::string>>& cells);
  /// Lines of label and value. `beside`: labels of other facts on the page whose values shall stand in the same column.
  void facts(std::string_view id, const std::vector<std::pair<std::string, std::string>>& pairs,
             std::span<const std::string> beside = {});
  void icon(std::string_view name, float dp, Tone tone);
  void media(std::string_view name,
             std::string_view alt);  ///< at most the container's width, or its alt text in a frame
  void qr(std::string_view label, const std::vector<std::vector<bool>>& modules, float dp, Align align = Align::Left);
  void notice(std::string_view id, NoticeKind kind, std::string_view text);
  void progress(std::string_view label, int step, int total);  ///< label: 第 2 步，共 5 步

  // -- things to tap --
  bool button(std::string_view id, std::string_view label, const ButtonOptions& options = {});
  bool tile(const TileView& tile);
  bool row(const RowView& row);
  std::optional<std::size_t> chips(std::string_view id, std::string_view label,
                                   std::span<const ChipView> chips);
  bool choice(const ChoiceView& choice);
  /// Stars with words: 1 to 5; `words` names each step.
  std::optional<int> rating(std::string_view id, std::string_view label, std::span<const std::string> words,
                            int value);
  /// Tapped: the caret's new place, in code points. A focused field is kept in view by its scroll area.
  std::optional<std::size_t> field(const FieldView& field);
  /// What stands above choices or stars, set like the label, mark and help of a field.
  void question(std::string_view label, std::string_view mark, std::string_view help);
  /// How many different characters of the text no face can draw: a substitute mark stands for each.
  std::size_t undrawable(std::string_view text);
  /// The big search button on the home page, or the search field on top of results: like field(), one line,
  /// with a glass.
  std::optional<std::size_t> search_field(const FieldView& field);
  /// Rows of keys as wide as the container; which one was tapped. Keys answer on touch-down and a held
  /// 'repeat' key repeats.
  std::optional<std::string> keys(std::string_view id, std::span<const std::vector<KeyView>> rows);
  /// The pinyin strip: what is typed, and candidates; index of the one tapped, or -1 / -2 for the page before
  /// / after. `hint`: what is said in the strip while it is empty.
  std::optional<int> candidates(std::string_view typed, std::span<const std::string> candidates, bool before,
                                bool after, const HintView& hint = {});

  // -- keyboard and switch users --
  void focus_next();
  void focus_previous();
  void activate_focused();
  /// Places the view so that the node (by id) is visible; for scripts, as a finger would have scrolled.
  /// Its last part is enough: an anchor, a field's id.
  void bring_into_view(std::string_view node_id);

  struct Impl;

 private:
  Ui();
  std::unique_ptr<Impl> impl_;
};

}  // namespace mingting::ui
