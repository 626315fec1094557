// The document reader: what it is and whether it is in force, its contents, its text, and what belongs with it.
#include <fmt/format.h>

#include "domain/content/comment_period.hpp"
#include "screens/parts.hpp"

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

/// The column's own fields: who leads, who is responsible, by when.
void own_fields(const View& view, const Item& item) {
  const auto* column = find_column(view.model, item.column);
  if (column == nullptr) return;
  Facts facts;
  for (const auto& field : column->shown) {
    const auto value = field_value(view, item, field.name);
    if (!value.empty()) facts.emplace_back(field.title, value);
  }
  if (facts.empty()) return;
  view.ui.facts("own", facts);
  view.ui.space(16);
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

/// A draft decision: whether comments are open, until when, and later what was adopted.
void comments(const View& view, const Item& item) {
  const auto period = comment_period(item);
  if (!period) return;
  auto& ui = view.ui;
  const auto state = comment_state(*period, local_date(view.model.now));
  const auto kind = state == CommentState::Open ? ui::NoticeKind::Good : ui::NoticeKind::Plain;
  ui.notice("comments", kind, comment_words(view, item));
  const auto days = view.tr("draft.from-until", date_words(view, period->from), date_words(view, period->until));
  Facts facts{{view.tr("draft.period"), days}};
  for (const std::string_view name : {"comment_how", "comment_reason"}) {
    if (name == "comment_how" && state == CommentState::Closed) continue;
    const auto value = field_value(view, item, name);
    if (!value.empty()) facts.emplace_back(view.tr(fmt::format("draft.{}", name)), value);
  }
  ui.space(16);
  ui.facts("comment-facts", facts);
  ui.space(24);
  const bool awaited = state == CommentState::Closed && field_value(view, item, "adoption").empty();
  if (awaited) ui.text(view.tr("draft.adoption-later"), {.tone = ui::Tone::Quiet});
  ui.space(24);
  adoption(view, item);
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
    if (ui.row({.id = fmt::format("{}:{}", static_cast<int>(relation.kind), relation.item), .label = relation.title, .meta = {kind}})) {
      view.send(msg::OpenItem{relation.item, ""});
    }
  }
}

/// What the document is, what is in it, and what belongs with it.
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
  all.push_back({.id = "details",
                 .label = view.tr("item.details"),
                 .body = [&view, &item] { view.ui.facts("facts", details(view, item)); },
                 .open = page.details_open,
                 .toggled = view.sends(msg::ToggleDetails{})});
  if (!item.relations.empty()) {
    all.push_back({.id = "related",
                   .label = view.tr("item.related"),
                   .body = [&view, &item] { related(view, item); },
                   .headed = true,
                   .after = true});
  }
  return all;
}

void say_something(const View& view, const Item& item) {
  if (takes_comments(view, item) || find_form(view.model, "feedback") == nullptr) return;
  view.ui.space(40);
  if (view.ui.button("feedback", view.tr(comment_period(item) ? "item.feedback-page" : "item.feedback"), {.icon = "feedback"})) {
    view.send(msg::OpenForm{"feedback", item.id, item.title, ""});
  }
}

void head(const View& view, const Item& item) {
  view.ui.heading(item.title);
  said_in_chinese(view);
  view.ui.space(16);
  warnings(view, item);
  comments(view, item);
  own_fields(view, item);
}

void text(const View& view, const Document& document) {
  for (std::size_t i = 0; i < document.blocks.size(); ++i) block(view, document.blocks[i], i);
  say_something(view, document.item);
}

}  // namespace

ui::Page draw_item(const View& view, const ItemPage& page) {
  ui::Page parts;
  if (!page.document.value) {
    parts.head = [&view, &page] { loaded(view, page.document); };
    return parts;
  }
  const auto& document = *page.document.value;
  const auto& item = document.item;
  if (out_of_force(item)) parts.pinned = [&view, &item] { not_in_force(view, item); };
  parts.head = [&view, &item] { head(view, item); };
  parts.body = [&view, &document] { text(view, document); };
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
