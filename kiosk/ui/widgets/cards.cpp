// How does a fact card look: a band with what it is about, and questions with their answers?
#include <algorithm>
#include <cmath>

#include "ui/frame/impl.hpp"

namespace mingting::ui {
namespace {

using Answer = FactCardView::Answer;

constexpr float kPad = 32, kCellPad = 22, kGap = 28;  // dp
constexpr float kNarrowestCell = 500;                 // dp at standard size: two columns of answers
constexpr float kShortestAnswer = 11;                 // characters in a line beside its question

// ---- the band
// ------------------------------------------------------------------------------------------------------

struct Band {
  const Layout *kicker, *title, *summary;
  Color ground, words;
  float sign = 0, lead = 0;  ///< its side; and with the gap behind it
  float height = 0;
  float kicker_height() const { return std::max(kicker->height(), sign); }
};

Band lay_band(Ui::Impl& impl, const FactCardView& card, float width) {
  const bool urgent = !card.sign.empty();
  const auto& c = impl.colors();
  const float room = width - 2 * impl.px(kPad), sign = urgent ? impl.grown(72) : 0, lead = urgent ? sign + impl.px(20) : 0;
  Band band{&impl.lay(card.kicker, impl.setting(urgent ? TextStyle::Label : TextStyle::Caption), room - lead),
            &impl.lay(card.title, impl.setting(urgent ? TextStyle::Display : TextStyle::Title, true), room, 0, Wrap::Balanced),
            &impl.lay(card.summary, impl.setting(TextStyle::Body), room),
            urgent ? c.accent : c.primary,
            urgent ? c.on_accent : c.on_primary,
            sign,
            lead};
  band.height = 2 * impl.px(kPad) + band.title->height();
  if (!card.kicker.empty()) band.height += band.kicker_height() + impl.px(8);
  if (!card.summary.empty()) band.height += impl.px(8) + band.summary->height();
  return band;
}

/// Words of the band, recorded where they stand; the height they take.
float band_words(Ui::Impl& impl, const Band& band, Role role, const std::string& words, const Layout& layout, float x, float y) {
  const int index = impl.record(role, "", words, {x, y, layout.width, layout.height()});
  impl.typeset(index, layout.setting, band.words, band.ground);
  impl.draw_words(layout, x, y, layout.width, Align::Left, band.words);
  return layout.height() + impl.px(8);
}

void draw_band(Ui::Impl& impl, const Rect& rect, const FactCardView& card, const Band& band) {
  if (impl.draws(rect)) {
    const float radius = impl.corner();
    impl.paint.box(rect, radius, band.ground);
    impl.paint.fill({rect.x, rect.y + rect.h - radius, rect.w, radius}, band.ground);
  }
  const float x = rect.x + impl.px(kPad);
  float y = rect.y + impl.px(kPad);
  if (band.sign > 0) impl.draw_icon(card.sign, x, y + std::round((band.kicker_height() - band.sign) / 2), band.sign, band.words);
  if (!card.kicker.empty()) {
    const float drop = std::round((band.kicker_height() - band.kicker->height()) / 2);
    band_words(impl, band, Role::Text, card.kicker, *band.kicker, x + band.lead, y + drop);
    y += band.kicker_height() + impl.px(8);
  }
  y += band_words(impl, band, Role::Heading, card.title, *band.title, x, y);
  if (!card.summary.empty()) band_words(impl, band, Role::Text, card.summary, *band.summary, x, y);
}

// ---- questions and answers
// -----------------------------------------------------------------------------------------

/// How all cells of a card are set: in one column or two, the answer beside its question or under it.
struct Cells {
  Setting question, answer;
  int columns = 1;
  float width = 0, icon = 0, lead = 0, label = 0;
  bool beside = false, urgent = false;
};

Cells plan(Ui::Impl& impl, const FactCardView& card, float width) {
  const bool urgent = !card.sign.empty();  // its answers are read in passing
  Cells cells{impl.setting(urgent ? TextStyle::Body : TextStyle::Label, !urgent), impl.setting(urgent ? TextStyle::Title : TextStyle::Body)};
  cells.urgent = urgent;
  cells.columns = width >= 2 * impl.px(kNarrowestCell * impl.factor()) ? 2 : 1;
  cells.width = std::floor(width / static_cast<float>(cells.columns));
  for (const auto& each : card.answers) {
    if (!each.icon.empty()) cells.icon = impl.grown(56);
    cells.label = std::max(cells.label, impl.texts.measure(each.question, cells.question) + 1);
  }
  cells.lead = impl.px(kPad) + (cells.icon > 0 ? cells.icon + impl.px(kGap) : 0);
  const float room = cells.width - cells.lead - cells.label - impl.px(kGap) - impl.px(kPad);
  cells.beside = !urgent && room >= kShortestAnswer * static_cast<float>(cells.answer.em);
  return cells;
}

struct Cell {
  const Layout *question, *answer;
  float height = 0;
};

Cell lay_cell(Ui::Impl& impl, const Cells& cells, const Answer& each) {
  const float room = cells.width - cells.lead - impl.px(kPad);
  const float beside = cells.beside ? cells.label + impl.px(kGap) : 0;
  Cell cell{&impl.lay(each.question, cells.question, room), &impl.lay(each.answer, cells.answer, room - beside)};
  const float question = cell.question->height(), answer = cell.answer->height();
  cell.height = std::max(cells.beside ? std::max(question, answer) : question + impl.px(4) + answer, cells.icon);
  return cell;
}

void draw_cell(Ui::Impl& impl, const Cells& cells, const Answer& each, const Cell& cell, const Rect& rect) {
  const auto& c = impl.colors();
  const auto lead = cells.urgent ? c.accent : c.primary;
  const int index = impl.record(Role::Text, "", each.question, rect);
  impl.node(index).value = each.answer;
  impl.typeset(index, cells.answer, c.ink, c.surface);
  const float y = rect.y + impl.px(kCellPad), x = rect.x + cells.lead;
  impl.draw_icon(each.icon, rect.x + impl.px(kPad), y + std::round((cells.question.line - cells.icon) / 2), cells.icon,
                 lead);
  impl.draw_words(*cell.question, x, y, cell.question->width, Align::Left, cells.urgent ? c.quiet : lead);
  const float drop = std::round((cells.question.line - cells.answer.line) / 2);
  if (cells.beside)
    impl.draw_words(*cell.answer, x + cells.label + impl.px(kGap), y + drop, cell.answer->width, Align::Left, c.ink);
  else
    impl.draw_words(*cell.answer, x, y + cell.question->height() + impl.px(4), cell.answer->width, Align::Left, c.ink);
}

/// The cells row by row from `y` down, parted by lines; how high they are. Without `drawn` they are only measured.
float run_cells(Ui::Impl& impl, const FactCardView& card, const Cells& cells, float x, float y, bool drawn) {
  const float top = y;
  const auto step = static_cast<std::size_t>(cells.columns);
  for (std::size_t first = 0; first < card.answers.size(); first += step) {
    std::vector<Cell> laid;
    float high = 0;
    for (std::size_t i = first; i < std::min(first + step, card.answers.size()); ++i) {
      laid.push_back(lay_cell(impl, cells, card.answers[i]));
      high = std::max(high, laid.back().height);
    }
    high += 2 * impl.px(kCellPad);
    const Rect rule{x, y, cells.width * static_cast<float>(step), impl.hairline()};
    if (drawn && first > 0 && impl.draws(rule)) impl.paint.fill(rule, impl.colors().line);
    for (std::size_t i = 0; drawn && i < laid.size(); ++i)
      draw_cell(impl, cells, card.answers[first + i], laid[i], {x + cells.width * static_cast<float>(i), y, cells.width, high});
    y += high;
  }
  return y - top;
}

}  // namespace

void Ui::fact_card(std::string_view id, const FactCardView& card) {
  auto& self = *impl_;
  const float x = self.area().x, width = self.area().width;
  const auto band = lay_band(self, card, width);
  const auto cells = plan(self, card, width);
  const float answers = run_cells(self, card, cells, x, 0, false);
  const auto rect = self.place(band.height + answers, 24);
  if (self.measuring()) return;
  self.surface(rect, 16, self.colors().surface, self.colors().line);
  const int index = self.record(Role::Group, id, card.title, rect);
  const Impl::Below here(self, id);
  const Impl::Under below(self, index);
  draw_band(self, {x, rect.y, width, band.height}, card, band);
  run_cells(self, card, cells, x, rect.y + band.height, true);
}

}  // namespace mingting::ui
