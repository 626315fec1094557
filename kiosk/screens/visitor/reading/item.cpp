// The document reader: what it is and whether it is in force, its contents, its text, and what belongs with it.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text/text.hpp"
#include "domain/content/comment_period.hpp"
#include "screens/parts.hpp"
#include "screens/tables/cells.hpp"

namespace mingting::screens {
namespace {

constexpr std::size_t kContentsFrom = 3;  // headings that are worth a list of their own

bool out_of_force(const Item& item) {
  return item.validity == Validity::Repealed || item.validity == Validity::Expired || item.validity == Validity::Amended;
}

/// Stays above the text wherever one reads: a search leads into the middle of it.
void not_in_force(const View& view, const Item& item) {
  view.ui.notice("validity", ui::NoticeKind::Problem,
                 view.tr("item.not-in-force", validity_words(view, item.validity)));
}

void warnings(const View& view, const Item& item) {
  auto& ui = view.ui;
  if (out_of_force(item) && !item.validity_note.empty()) {
    ui.notice("validity-note", ui::NoticeKind::Problem, view.tr("item.because", item.validity_note));
    ui.space(16);
  }
  if (item.sample) {
    ui.notice("sample", ui::NoticeKind::Wait, view.tr("item.is-sample"));
    ui.space(16);
  }
}

using Facts = std::vector<std::pair<std::string, std::string>>;

void add(const View& view, Facts& facts, const char* key, const std::string& value) {
  if (!value.empty()) facts.emplace_back(view.tr(std::string("item.") + key), value);
}

std::string day(const View& view, const std::optional<Date>& date) { return date ? date_words(view, *date) : std::string(); }

Facts details(const View& view, const Item& item) {
  Facts facts;
  if (item.validity != Validity::Unstated) add(view, facts, "validity", validity_words(view, item.validity));
  add(view, facts, "document_number", item.document_number);
  add(view, facts, "index_number", item.index_number);
  add(view, facts, "issuer", item.issuer);
  add(view, facts, "made", day(view, item.made));
  add(view, facts, "published", day(view, item.published));
  add(view, facts, "effective", day(view, item.effective));
  add(view, facts, "expires", day(view, item.expires));
  add(view, facts, "topic", item.topic);
  add(view, facts, "disclosure", view.tr(fmt::format("disclosure.{}", static_cast<int>(item.disclosure))));
  add(view, facts, "legal_basis", item.legal_basis);
  add(view, facts, "period", item.period);
  add(view, facts, "audience", item.audience);
  return facts;
}

/// What every catalogue of documents has: it stands with the rest of it.
bool is_metadata(const std::string& name) {
  static const std::set<std::string> kNames{"issuer", "document_number", "published", "topic", "validity", "audience"};
  return kNames.contains(name);
}

/// The column's own fields: who leads, who is responsible, by when.
Facts own_fields(const View& view, const Item& item) {
  Facts facts;
  const auto* column = find_column(view.model, item.column);
  if (column == nullptr) return facts;
  for (const auto& field : column->shown) {
    const auto value = is_metadata(field.name) ? std::string() : field_value(view, item, field.name);
    if (!value.empty()) facts.emplace_back(field.title, value);
  }
  return facts;
}

bool takes_comments(const View& view, const Item& item) {
  const auto period = comment_period(item);
  const bool open = period && comment_state(*period, local_date(view.model.now)) == CommentState::Open;
  return open && find_form(view.model, "comment") != nullptr;
}

/// What came of the comments, once it is published.
void adoption(const View& view, const Item& item) {
  const auto words = field_value(view, item, "adoption");
  if (words.empty()) return;
  auto& ui = view.ui;
  const auto on = field_value(view, item, "adoption_on");
  const auto title = on.empty() ? view.tr("draft.adoption") : view.tr("draft.adoption-on", on);
  ui.card("adoption", title, [&] {
    ui.heading(title, 3);
    ui.text(words);
  });
  ui.space(24);
}

/// Of a draft decision: until when it may be commented on, and how.
void add_comment_facts(const View& view, const Item& item, Facts& facts) {
  const auto period = comment_period(item);
  if (!period) return;
  const auto days = view.tr("draft.from-until", date_words(view, period->from), date_words(view, period->until));
  facts.emplace_back(view.tr("draft.period"), days);
  const bool closed = comment_state(*period, local_date(view.model.now)) == CommentState::Closed;
  for (const std::string_view name : {"comment_how", "comment_reason"}) {
    const auto value = closed && name == "comment_how" ? std::string() : field_value(view, item, name);
    if (!value.empty()) facts.emplace_back(view.tr(fmt::format("draft.{}", name)), value);
  }
}

/// Whether comments are open, and later what was adopted.
void comments(const View& view, const Item& item) {
  const auto period = comment_period(item);
  if (!period) return;
  auto& ui = view.ui;
  const auto state = comment_state(*period, local_date(view.model.now));
  ui.notice("comments", state == CommentState::Open ? ui::NoticeKind::Good : ui::NoticeKind::Plain, comment_words(view, item));
  const bool awaited = state == CommentState::Closed && field_value(view, item, "adoption").empty();
  if (awaited) ui.text(view.tr("draft.adoption-later"), {.tone = ui::Tone::Quiet});
  ui.space(16);
  adoption(view, item);
}

/// All that is said of it in short lines, together.
void facts(const View& view, const Item& item) {
  auto all = own_fields(view, item);
  add_comment_facts(view, item, all);
  if (all.empty()) return;
  view.ui.facts("own", all);
  view.ui.space(16);
}

std::vector<const Block*> headings_of(const Document& document) {
  std::vector<const Block*> headings;
  for (const auto& each : document.blocks) {
    if (each.kind == BlockKind::Heading) headings.push_back(&each);
  }
  return headings;
}

void contents(const View& view, const std::vector<const Block*>& headings) {
  for (const auto* heading : headings) {
    const ui::RowView row{.id = "to:" + heading->anchor,
                          .label = plain_text(*heading)};  // the heading itself has the anchor's id
    if (view.ui.row(row)) view.send(msg::JumpTo{heading->anchor});
  }
}

void related(const View& view, const Item& item) {
  auto& ui = view.ui;
  for (const auto& relation : item.relations) {
    const auto kind = view.tr(fmt::format("relation.{}", static_cast<int>(relation.kind)));
    const auto id = fmt::format("{}:{}", static_cast<int>(relation.kind), relation.item);
    if (ui.row({.id = id, .label = relation.title, .fact = kind})) {
      view.send(msg::OpenItem{relation.item, ""});
    }
  }
}

/// A document in the narrow sense: what it is, and whether it is in force, is the first question. Of anything else hardly
/// anybody asks.
bool is_document(const Item& item) {
  return item.validity != Validity::Unstated || !item.document_number.empty();
}

ui::Aside about(const View& view, const ItemPage& page, const Item& item) {
  const bool document = is_document(item);
  return {.id = "details",
          .label = view.tr(document ? "item.details" : "item.about"),
          .icon = "info",
          .body = [&view, &item] { view.ui.facts("facts", details(view, item)); },
          .open = page.details_open,
          .toggled = view.sends(msg::ToggleDetails{}),
          .after = !document};
}

/// What is in it, what the document is, and what belongs with it.
std::vector<ui::Aside> asides(const View& view, const ItemPage& page, const Document& document) {
  std::vector<ui::Aside> all;
  const auto headings = headings_of(document);
  if (headings.size() >= kContentsFrom) {
    all.push_back({.id = "contents",
                   .label = view.tr("item.contents", headings.size()),
                   .icon = "list",
                   .body = [&view, headings] { contents(view, headings); },
                   .open = page.contents_open,
                   .toggled = view.sends(msg::ToggleContents{})});
  }
  const auto& item = document.item;
  auto what = about(view, page, item);
  if (!what.after) all.push_back(what);
  const bool rows = page.rows.value && !page.rows.value->empty();
  if (!item.relations.empty() || rows) {
    all.push_back({.id = "related",
                   .label = view.tr("item.related"),
                   .body =
                       [&view, &item, &page, rows] {
                         related(view, item);
                         if (!rows) return;
                         for (const auto& linked : *page.rows.value) linked_rows(view, linked);
                       },
                   .headed = true,
                   .after = true});
  }
  if (what.after) all.push_back(std::move(what));
  return all;
}

void say_something(const View& view, const Item& item) {
  if (takes_comments(view, item) || find_form(view.model, "feedback") == nullptr) return;
  view.ui.space(40);
  if (view.ui.button("feedback", view.tr("item.feedback"), {.icon = "feedback"}))
    view.send(msg::OpenForm{"feedback", item.id, item.title, ""});
}

std::string in_one_line(const std::vector<std::string>& parts) {
  std::string line;
  for (const auto& part : parts)
    if (!part.empty()) line += (line.empty() ? "" : kWideSpace) + part;
  return line;
}

void quiet_line(const View& view, const std::vector<std::string>& parts) {
  const auto line = in_one_line(parts);
  if (!line.empty()) view.ui.text(line, {.style = ui::TextStyle::Caption, .tone = ui::Tone::Quiet});
}

/// That it is in force, and when.
void in_force(const View& view, const Item& item) {
  if (item.validity != Validity::InForce) return;
  auto words = validity_words(view, item.validity);
  if (item.effective) words = view.tr("item.since", words, date_words(view, *item.effective));
  if (item.expires) words = view.tr("item.until", words, date_words(view, *item.expires));
  view.ui.notice("in-force", ui::NoticeKind::Good, view.tr("item.sentence", words));
}

/// Which column it is of, its title, who issued it: then what is to be known before reading.
void head(const View& view, const Item& item) {
  const bool document = is_document(item);
  quiet_line(view, {column_title(view, item.column), document || !item.published ? "" : date_words(view, *item.published)});
  view.ui.heading(item.title);
  if (document) quiet_line(view, {item.issuer, item.document_number, day(view, item.made)});
  said_in_chinese(view);
  view.ui.space(16);
  in_force(view, item);
  warnings(view, item);
  comments(view, item);
  facts(view, item);
}

// ---- 明白卡
// ----------------------------------------------------------------------------------------------------------

/// The table that a fact card consists of: questions beside their answers. Null for anything else.
const Block* answers_of(const View& view, const Document& document) {
  const auto* column = find_column(view.model, document.item.column);
  if (column == nullptr || column->kind != ColumnKind::Cards) return nullptr;
  const auto is_table = [](const Block& each) { return each.kind == BlockKind::Table && each.cells.size() > 1; };
  const auto found = std::find_if(document.blocks.begin(), document.blocks.end(), is_table);
  return found == document.blocks.end() ? nullptr : &*found;
}

/// Icons of the rows as the item names them, in their order.
ui::FactCardView card_of(const View& view, const Document& document, const Block& table) {
  const auto& item = document.item;
  ui::FactCardView card{.kicker = in_one_line({column_title(view, item.column), item.sample ? view.tr("item.sample") : ""}),
                        .title = item.title,
                        .summary = item.summary};
  const auto named = item.fields.find("icons");
  std::vector<std::string> icons;
  if (named != item.fields.end()) icons = split(replace_all(named->second, "\xEF\xBC\x9B", ";"), ';');
  for (std::size_t row = 1; row < table.cells.size(); ++row) {
    const auto& cells = table.cells[row];
    if (cells.size() < 2) continue;
    card.answers.push_back({cells[0], cells[1], row <= icons.size() ? trimmed(icons[row - 1]) : std::string()});
  }
  return card;
}

void card_head(const View& view, const Document& document, const Block& table) {
  said_in_chinese(view);
  warnings(view, document.item);
  view.ui.fact_card("card", card_of(view, document, table));
}

/// The blocks but the one that is shown as a card.
void text(const View& view, const Document& document, const Block* card) {
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    if (&document.blocks[i] != card) block(view, document.blocks[i], i);
  }
  say_something(view, document.item);
}

}  // namespace

ui::Page draw_item(const View& view, const ItemPage& page) {
  ui::Page parts;
  if (!page.document.value) {
    parts.body = [&view, &page] { loaded(view, page.document); };
    return parts;
  }
  const auto& document = *page.document.value;
  const auto& item = document.item;
  if (out_of_force(item)) parts.pinned = [&view, &item] { not_in_force(view, item); };
  const auto* card = answers_of(view, document);
  parts.head = [&view, &document, card] {
    if (urgent_head(view, document.item)) return;
    card == nullptr ? head(view, document.item) : card_head(view, document, *card);
  };
  parts.body = [&view, &document, card] { text(view, document, card); };
  parts.asides = asides(view, page, document);
  if (takes_comments(view, item)) {
    parts.actions = {{.id = "comment",
                      .label = view.tr("draft.comment"),
                      .icon = "feedback",
                      .tapped = view.sends(msg::OpenForm{"comment", item.id, item.title, ""})}};
  }
  return parts;
}

}  // namespace mingting::screens
