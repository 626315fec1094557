// What must everybody read at once? The poster where nobody is, the band on the home page, the head of the notice's own page.
#include <algorithm>

#include "base/text/text.hpp"
#include "screens/parts.hpp"

namespace mingting::screens {
namespace {

constexpr std::size_t kInBand = 2;  // the tiles below stay in sight

/// A level is told by its word and by the shape of its sign; the band has one colour for all.
const char* sign_of(UrgentLevel level) {
  switch (level) {
    case UrgentLevel::Red:
      return "octagon";
    case UrgentLevel::Orange:
      return "warn";
    case UrgentLevel::Yellow:
      return "diamond";
    case UrgentLevel::Blue:
      return "info";
    case UrgentLevel::Plain:
      break;
  }
  return "bell";
}

std::string level_words(const View& view, UrgentLevel level) {
  return view.tr("urgent." + std::string(named(kUrgentLevels, level).key));
}

std::string moment_of(const View& view, Instant at) {
  return view.tr("urgent.moment", short_day(view, local_date(at)), clock_face(at));
}

std::string agreed_words(const View& view, const UrgentNotice& notice) {
  if (notice.agreed.empty()) return {};
  return view.tr("urgent.agreed", join(notice.agreed, view.tr("urgent.between")));
}

std::string in_one_line(const std::vector<std::string>& parts) {
  std::vector<std::string> said;
  std::ranges::copy_if(parts, std::back_inserter(said), [](const auto& part) { return !part.empty(); });
  return join(said, kWideSpace);
}

ui::FactCardView card_of(const View& view, const UrgentNotice& notice) {
  ui::FactCardView card{.kicker = in_one_line({view.tr("urgent.title"), level_words(view, notice.level),
                                               notice.sample ? view.tr("item.sample") : std::string()}),
                        .title = notice.title,
                        .sign = sign_of(notice.level)};
  const auto areas = replace_all(replace_all(notice.area, "\xEF\xBC\x9B", ";"), ";", view.tr("urgent.between"));
  card.answers = {{view.tr("urgent.where"), areas, "place"},
                  {view.tr("urgent.when"), view.tr("urgent.span", moment_of(view, notice.from), moment_of(view, notice.until)), "clock"},
                  {view.tr("urgent.why"), notice.reason, "question"},
                  {view.tr("urgent.whom"), notice.ask, "phone"}};
  std::erase_if(card.answers, [](const auto& each) { return each.answer.empty(); });
  return card;
}

/// Whose notice it is, and who agreed to it.
void issued(const View& view, const UrgentNotice& notice) {
  view.ui.text(in_one_line({notice.issuer, agreed_words(view, notice)}), {.style = ui::TextStyle::Caption, .tone = ui::Tone::Quiet});
}

const UrgentNotice& shown_now(const View& view, const std::vector<const UrgentNotice*>& standing) {
  return *standing[attract_slide(view.model, standing.size())];
}

void turn(const View& view) {
  const auto standing = standing_urgent(view.model);
  const auto shown = attract_slide(view.model, standing.size());
  if (standing.size() > 1)
    view.ui.dots(view.tr("urgent.turn", shown + 1, standing.size()), shown, standing.size());
  if (view.model.kept) view.ui.notice("kept", ui::NoticeKind::Good, view.tr("claim.attract", kept_sentence(view)));
}

void band_row(const View& view, const UrgentNotice& notice) {
  const auto level = level_words(view, notice.level);
  const ui::RowView row{.id = notice.item,
                        .label = notice.title,
                        .fact = in_one_line({view.tr("urgent.title"), level, view.tr("urgent.until", moment_of(view, notice.until))}),
                        .badge = notice.sample ? view.tr("item.sample") : std::string(),
                        .icon = sign_of(notice.level)};
  if (view.ui.row(row)) view.send(msg::OpenItem{notice.item, ""});
}

/// The way to those for which the band has no room.
void others(const View& view, const std::vector<const UrgentNotice*>& standing) {
  const auto& item = standing[kInBand]->item;
  const ui::RowView row{.id = "others", .label = view.tr("urgent.others", standing.size() - kInBand)};
  if (view.ui.row(row)) view.send(msg::OpenColumn{item.substr(0, item.find('/'))});
}

/// Whether it is over, stands, or is still to come.
void standing_of(const View& view, const UrgentNotice& notice) {
  const auto now = believed_now(view.model);
  if (now >= end_of(notice, view.model.hall->urgent))
    view.ui.notice("over", ui::NoticeKind::Good, view.tr("urgent.over"));
  else if (now < notice.from)
    view.ui.notice("to-come", ui::NoticeKind::Wait, view.tr("urgent.to-come"));
  else
    view.ui.notice("stands", ui::NoticeKind::Problem, view.tr("urgent.stands"));
}

}  // namespace

ui::Page urgent_poster(const View& view) {
  ui::Page page{.place = "urgent"};
  const auto read = [&view] { return shown_now(view, standing_urgent(view.model)); };
  page.body = [&view, read] {
    const auto notice = read();
    view.ui.fact_card("urgent", card_of(view, notice));
    issued(view, notice);
    turn(view);
  };
  const auto open = [&view, read] {
    view.send(msg::StartVisit{});
    view.send(msg::OpenItem{read().item, ""});
  };
  page.actions = {{.id = "whole", .label = view.tr("urgent.whole"), .icon = "document", .kind = ui::ButtonKind::Secondary, .tapped = open},
                  {.id = "start", .label = view.tr("urgent.understood"), .tapped = view.sends(msg::StartVisit{}), .large = true}};
  return page;
}

void draw_urgent_band(const View& view) {
  const auto standing = standing_urgent(view.model);
  if (standing.empty()) return;
  const auto rows = [&] {
    for (std::size_t i = 0; i < std::min(kInBand, standing.size()); ++i) band_row(view, *standing[i]);
    if (standing.size() > kInBand) others(view, standing);
  };
  view.ui.card("urgent", view.tr("urgent.title"), rows, ui::Tone::Accent);
}

bool urgent_head(const View& view, const Item& item) {
  const auto* column = find_column(view.model, item.column);
  const auto notice = column != nullptr && column->kind == ColumnKind::Urgent ? urgent_notice(item) : std::nullopt;
  if (!notice || !notice->ends.empty()) return false;
  said_in_chinese(view);
  standing_of(view, *notice);
  view.ui.fact_card("urgent", card_of(view, *notice));
  issued(view, *notice);
  return true;
}

}  // namespace mingting::screens
