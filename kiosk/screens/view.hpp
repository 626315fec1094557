// What every screen is given: the kit to draw with, the model to show, the words to use, and where its messages go.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/model.hpp"
#include "app/msg.hpp"
#include "app/words.hpp"
#include "ui/ui.hpp"

namespace mingting::screens {

struct View {
  ui::Ui& ui;
  const Model& model;
  const Words& words;
  std::vector<Msg>& outbox;

  void send(Msg message) const;
  /// Sends the message when what it is given to is tapped.
  ui::Body sends(Msg message) const;
  Language language() const;
  bool english() const;
  const Site& site() const;

  std::string tr(std::string_view key) const;
  template <class... Args>
  std::string tr(std::string_view key, const Args&... args) const {
    return filled(key, fmt::make_format_args(args...));
  }
  /// The English text when English is wanted and there is one.
  const std::string& choose(const std::string& chinese, const std::string& english_text) const;

 private:
  std::string filled(std::string_view key, fmt::format_args args) const;
};

/// Draws the whole window for the model: the attract page, or the visit's page in its frame, and the question above it.
void draw(const View& view);

/// How the model wants the screen to look.
ui::Appearance appearance(const Model& model, bool motion);

// ---- one function a screen: it names the parts of its page, the frame places them
// --------------------------------
// The parts are drawn after the function has returned, with the view and the page it was given.
ui::Page draw_home(const View& view);
ui::Page draw_everything(const View& view, const EverythingPage& page);
ui::Page draw_column(const View& view, const ColumnPage& page);
ui::Page draw_item(const View& view, const ItemPage& page);
ui::Page draw_search(const View& view, const SearchPage& page);
ui::Page draw_form(const View& view, const FormPage& page);
ui::Page draw_review(const View& view, const FormPage& page);
ui::Page draw_receipt(const View& view, const ReceiptPage& page);
ui::Page draw_claim(const View& view, const ClaimPage& page);
ui::Page draw_progress(const View& view, const ProgressPage& page);
ui::Page draw_status(const View& view, const StatusPage& page);
ui::Page draw_table(const View& view, const TableViewPage& page);
ui::Page draw_table_row(const View& view, const TableRowPage& page);
ui::Page draw_key(const View& view, const KeyPage& page);
ui::Page draw_editions(const View& view, const EditionsPage& page);
/// A question of a decision table; what fits.
ui::Page draw_matcher(const View& view, const MatcherPage& page);
ui::Page draw_matches(const View& view, const MatcherPage& page);
ui::Page draw_settings(const View& view);
/// To nobody in particular: the bulletin, in a frame of its own.
void draw_attract(const View& view);
/// In the bulletin's place, while urgent notices stand: the most serious first, in turn.
ui::Page urgent_poster(const View& view);
/// On the home page: each that stands, opening its item; nothing when none does.
void draw_urgent_band(const View& view);
/// The head of an urgent notice's own page; false, and nothing drawn, for any other item.
bool urgent_head(const View& view, const Item& item);
/// On the home page: a card with the way there; nothing when nothing is kept.
void draw_claim_offer(const View& view);
/// That something is kept, naming neither form nor person. There must be something.
std::string kept_sentence(const View& view);
void draw_keyboard(const View& view, const Typing& typing);
void draw_question(const View& view);
/// How a page of this kind (help.KIND-1 ...) works, and who helps.
void draw_help(const View& view, const std::string& kind);

}  // namespace mingting::screens
