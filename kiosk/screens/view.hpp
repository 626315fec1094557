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

  void send(Msg message) const { outbox.push_back(std::move(message)); }
  Language language() const { return model.visit ? model.visit->settings.language : Language::Chinese; }
  bool english() const { return language() == Language::English; }
  const Site& site() const { return model.hall->site; }

  std::string tr(std::string_view key) const { return words.get(language(), key); }
  template <class... Args>
  std::string tr(std::string_view key, const Args&... args) const {
    return fmt::vformat(words.get(language(), key), fmt::make_format_args(args...));
  }
  /// The English text when English is wanted and there is one.
  const std::string& choose(const std::string& chinese, const std::string& english_text) const {
    return english() && !english_text.empty() ? english_text : chinese;
  }
};

/// Draws the whole window for the model: the attract page, or the visit's page in its frame, and the question above it.
void draw(const View& view);

/// How the model wants the screen to look.
ui::Appearance appearance(const Model& model, bool motion);

// ---- one function a screen -----------------------------------------------------------------------------------------
void draw_attract(const View& view);
void draw_home(const View& view);
void draw_column(const View& view, const ColumnPage& page);
void draw_item(const View& view, const ItemPage& page);
void draw_search(const View& view, const SearchPage& page);
void draw_form(const View& view, const FormPage& page);
void draw_review(const View& view, const FormPage& page);
void draw_receipt(const View& view, const ReceiptPage& page);
/// On the home page: a card with the way there; nothing when nothing is kept.
void draw_claim_offer(const View& view);
/// That something is kept, naming neither form nor person. There must be something.
std::string kept_sentence(const View& view);
void draw_claim(const View& view, const ClaimPage& page);
void draw_progress(const View& view, const ProgressPage& page);
void draw_status(const View& view, const StatusPage& page);
void draw_settings(const View& view);
void draw_keyboard(const View& view, const Typing& typing);
void draw_question(const View& view);

}  // namespace mingting::screens
