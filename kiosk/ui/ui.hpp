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
#include <utility>
#include <vector>

#include "base/clock.hpp"
#include "base/disk/files.hpp"
#include "base/result.hpp"
#include "ui/data.hpp"
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
  std::optional<Color> primary{};  ///< the district's own, in place of the ordinary theme's
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
  bool balanced = false;  ///< lines of like length: titles that are no heading
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
  bool here = false;        ///< the place where one is: marked, and nothing to tap
  bool wide = true;         ///< fills the width it is given; otherwise as wide as its label
  bool icon_above = false;  ///< icon over the word (the bar of places)
  bool large = false;       ///< the one thing to do on a page that asks one question
  bool small = false;       ///< in a corner of the top bar
  std::string words;        ///< on the button, where its name says more
};

struct TileView {
  std::string id, label, caption, icon;
};

/// What a passer-by is to see. `picture`: a medium's name, or "".
struct PosterView {
  std::string id, label, picture, alt;
};

/// Every line of a row has its place: title (two lines at most), passage, fact with the date at its right. The
/// badge stands at the right of the title.
struct RowView {
  std::string id, label;   ///< label: the title, plain
  std::vector<Run> title;  ///< shown instead of the label when not empty (marks)
  std::string fact;        ///< the one most useful, on one line
  std::string date;        ///< where there is no fact it stands in its place
  std::string badge;       ///< 有效, 已废止, 示例: a word in a pill
  Tone badge_tone = Tone::Quiet;
  std::vector<Run> passage;  ///< at most three lines under the title
  std::string icon;          ///< before the words, where rows are ways to other pages
};

/// What opens under its label: an answer under its question.
struct FoldView {
  std::string id, label;
  bool open = false;
  bool quiet = false;  ///< nobody came for it
};

/// 明白卡: what it is about in a band of colour, and under it questions with their answers.
struct FactCardView {
  struct Answer {
    std::string question, answer, icon;
  };
  std::string kicker, title, summary;
  std::vector<Answer> answers;
  std::string sign;  ///< an icon before the kicker: what must be known at once. The band is of the accent then, its title large
};

/// One step of the way something goes.
struct StepView {
  enum class State { Done, Now, Next };
  std::string what, when;
  State state = State::Done;
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
  int sharing = 0;  ///< of a page that fills: how many rows, with this one, share the room that is left
  std::optional<TextSize> drawn_as{};  ///< of this size of type, whichever is set: it shows what choosing it does
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
  bool headed = false;      ///< the heading above is its label, which is not written again
  std::vector<int> groups;  ///< figures are shown in groups of so many; the value has no gaps
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

enum class ChipsPlace { Page, Tray };  ///< Tray: on a tint, the values of the chip chosen above
enum class Flow { Across, Down };      ///< which of several columns the second of many stands in

enum class NoticeKind { Plain, Good, Wait, Problem };

// ---- the parts of a page
// -------------------------------------------------------------------------------------------

/// A button that the frame places: an action of a page, a place of the bar, the corner of the top bar.
struct Action {
  std::string id, label, icon;
  ButtonKind kind = ButtonKind::Primary;
  bool enabled = true;
  Body tapped;
  bool large = false;  ///< the one thing to do on its page
  bool here = false;   ///< a place: this page is it
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
  bool beside_only = false;  ///< left out where there is no panel
};

/// A page by its parts; where each stands for this direction, size and reach is the frame's business.
struct Page {
  std::string place = "page";  ///< names what scrolls: one of another name starts at its top
  Body pinned;                 ///< stays above what scrolls and is only read: this document is repealed
  Body entry;                  ///< stays and is touched: the search field
  Body head;                   ///< scrolls and is only read: heading, explanation, how far one has come
  Body above;                  ///< low reach: read over the head, where all of it has room; elsewhere left out
  Body body;                   ///< scrolls and is touched
  bool fills = false;          ///< its grid or poster grows until the page ends at its foot, where there is room
  std::vector<Aside> asides;
  std::vector<Action> actions;  ///< the next step and at most one other before it; always in view
  bool broad = false;  ///< without asides it takes the width of a wide screen: a list in columns
};

// ---- the kit
// -------------------------------------------------------------------------------------------------------

class Ui {
 public:
  /// Dear ImGui's context must exist and have its renderer (platform/). Errors name the face that is missing.
  static Result<std::unique_ptr<Ui>> create(const Faces& faces, const StyleSheet& style, Pictures& pictures);
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
    std::string emblem;               ///< before it: a picture (Pictures::media); "" for none
    std::vector<std::string> moment;  ///< date, weekday with time: one under the other, or in one line
    std::optional<Action> corner;     ///< right in the top bar
    Page page;
    Body dock;
    std::vector<Action> places;  ///< every one keeps its place; one that leads nowhere now is quiet
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
  /// Surface with hairline, radius 16, padding; tinted where it has a tone.
  void card(std::string_view id, std::string_view label, const Body& body, Tone tint = Tone::Ink);
  /// A card whose words have the largest type that its room allows, in the middle, with the picture over or beside
  /// them; what belongs at its foot stands there. It takes the room that a page which fills has left.
  void poster(const PosterView& poster, const Body& words, const Body& foot);
  void columns(std::span<const float> weights, float gap_dp,
               const IndexedBody& body);  ///< side by side, tops aligned
  void grid(int columns, float gap_dp, int count,
            const IndexedBody& body);  ///< equal cells; rows as high as the highest tile
  /// A list in as many columns as have room: across where all are of a kind, down where they grow by themselves.
  void rows(int count, const IndexedBody& body, Flow flow = Flow::Across);
  void space(float dp);                ///< at least this much room before the next widget
  void divider();
  /// How wide it is here, in dp.
  float room() const;
  /// Whether low reach moves anything: a wide screen hangs low by itself.
  bool can_lower() const;
  /// Whether it does: what is only read stands in the upper half.
  bool lowered() const;

  // -- words and pictures --
  void text(std::string_view text, const TextOptions& options = {});
  /// 1: the page's one heading; 2, 3: inside documents. Large, with an icon before it, where something has come about.
  void heading(std::string_view text, int level = 1, std::string_view icon = {}, Tone tone = Tone::Ink);
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
  void fact_card(std::string_view id, const FactCardView& card);
  /// A line with a dot a step: filled, the present one large with a ring, what is to come hollow.
  void timeline(std::string_view id, std::string_view label, std::span<const StepView> steps);
  void media(std::string_view name,
             std::string_view alt);  ///< at most the container's width, or its alt text in a frame
  void qr(std::string_view label, const std::vector<std::vector<bool>>& modules, float dp, Align align = Align::Left);
  void notice(std::string_view id, NoticeKind kind, std::string_view text);
  void progress(std::string_view label, int step, int total);  ///< label: 第 2 步，共 5 步
  void dots(std::string_view label, std::size_t shown, std::size_t count);  ///< which of several, from 0
  /// A number going down to nothing, in a ring of as many dots: one goes out with each.
  void countdown(std::string_view label, int left, int whole);

  // -- figures (data.hpp) --
  /// On a card of its own, heading and unit above it. Gives back the mark that was tapped. Where marks stand too close for a
  /// finger, the whole plot is one target: the nearest is meant, and by key the one after the chosen.
  std::optional<std::size_t> chart(const ChartView& chart);
  /// Its rows are part of the page and scroll with it; the heads stay at the top of what scrolls, the first column at the left,
  /// and a finger moves the others sideways. Where two columns have no room, each row is a block of heads and values.
  std::optional<GridTap> data_grid(const GridView& grid);
  bool track(const TrackView& track);
  /// Periods as a line with its ticks; gives back the one that was tapped. Where they have no room beside one another: a list.
  std::optional<std::size_t> spans(std::string_view id, std::string_view label, std::span<const SpanView> spans,
                                   std::span<const std::pair<double, std::string>> ticks);

  // -- things to tap --
  bool button(std::string_view id, std::string_view label, const ButtonOptions& options = {});
  bool tile(const TileView& tile);
  bool row(const RowView& row);
  /// Tapped: its label. Open, the body stands under it.
  bool fold(const FoldView& fold, const Body& body);
  std::optional<std::size_t> chips(std::string_view id, std::string_view label,
                                   std::span<const ChipView> chips, ChipsPlace place = ChipsPlace::Page);
  bool choice(const ChoiceView& choice);
  /// A row, like a choice, behind which there is more: it opens.
  bool fold(std::string_view id, std::string_view label, int sharing = 0);
  /// Five boxes, each a star with its word: 1 to 5; `words` names each step.
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
