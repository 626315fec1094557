// What several pages share, put together from widgets.
#include "screens/parts.hpp"

#include <algorithm>

#include "domain/content/comment_period.hpp"

namespace mingting::screens {
namespace {

constexpr std::size_t kFewValues = 12;  // chips of a filter that still leave room for what they filter

bool is_chosen(const Filters& filters, const std::string& field, const std::string& value) {
  const auto chosen = filters.find(field);
  return chosen != filters.end() &&
         std::find(chosen->second.begin(), chosen->second.end(), value) != chosen->second.end();
}

/// Several values of one field are kept with ；between them and read with 、.
std::string several(std::string text) {
  return replace_all(std::move(text), "\xEF\xBC\x9B", "\xE3\x80\x81");
}

/// In a column of groups all items have the day of the document that they are parts of.
std::string row_date(const View& view, const Item& item) {
  const auto* column = find_column(view.model, item.column);
  if (column != nullptr && column->kind == ColumnKind::Groups) return {};
  const auto& day = item.published ? item.published : item.made;
  return day ? date_words(view, *day) : std::string();
}

/// Whether comments are asked for, or else the first of the column's facts that is no day.
std::string row_fact(const View& view, const Item& item, std::span<const ColumnField> shown) {
  if (auto comments = comment_words(view, item); !comments.empty()) return comments;
  for (const auto& field : shown) {
    const auto value = field.name == "published" ? std::string() : field_value(view, item, field.name);
    if (!value.empty()) return view.tr("item.fact", view.choose(field.title, field.title_en), value);
  }
  return {};
}

ui::RowView row_of(const View& view, const Item& item) {
  ui::RowView row;
  row.id = item.id;
  row.label = item.title;
  row.date = row_date(view, item);
  if (item.sample) {
    row.badge = view.tr("item.sample");
    row.badge_tone = ui::Tone::Wait;
  } else if (item.validity != Validity::Unstated) {
    row.badge = validity_words(view, item.validity);
    row.badge_tone = validity_tone(item.validity);
  }
  if (view.english()) row.badge = row.badge.empty() ? view.tr("item.row-in-chinese") : view.tr("item.badge-in-chinese", row.badge);
  return row;
}

std::vector<ui::Run> runs_of(const std::vector<Span>& spans) {
  std::vector<ui::Run> runs;
  runs.reserve(spans.size());
  for (const auto& span : spans) {
    runs.push_back(
        {.text = span.text, .bold = span.strong || span.emphasis, .link = span.link, .struck = span.struck});
  }
  return runs;
}

std::string weekday_words(const View& view, Date date) {
  return view.tr(fmt::format("weekday.{}", std::chrono::weekday{std::chrono::sys_days{date}}.c_encoding()));
}

void follow(const View& view, const std::optional<std::string>& link) {
  if (!link) return;
  if (link->starts_with("item:")) view.send(msg::OpenItem{link->substr(5), ""});
  if (leads_outside(*link)) view.send(msg::ShowAddress{*link});
}

}  // namespace

std::string date_words(const View& view, Date date) {
  return view.english() ? english_date(date) : chinese_date(date);
}

std::string short_day(const View& view, Date date) {
  if (view.english() || date.year() != local_date(view.model.now).year()) return date_words(view, date);
  return view.tr("home.day", static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string held_words(const View& view, const Item& item) {
  const auto at = item.fields.find("held_at");
  return view.tr("attract.held", at == item.fields.end() ? std::string() : at->second, item.title);
}

std::string day_words(const View& view) {
  const auto today = local_date(view.model.now);
  return view.tr("attract.day", date_words(view, today), weekday_words(view, today));
}

std::vector<std::string> moment_words(const View& view) {
  const auto today = local_date(view.model.now);
  return {date_words(view, today), view.tr("frame.weekday-time", weekday_words(view, today), clock_face(view.model.now))};
}

ui::Action other_language(const View& view) {
  const auto switch_over = [&view] {
    auto wanted = view.model.visit ? view.model.visit->settings : Settings{};
    wanted.language = view.english() ? Language::Chinese : Language::English;
    if (!view.model.visit) view.send(msg::StartVisit{});
    view.send(msg::SetSettings{wanted});
  };
  return {.id = "language",
          .label = view.tr("frame.other-language"),
          .kind = ui::ButtonKind::Secondary,
          .tapped = switch_over};
}

void said_in_chinese(const View& view) {
  if (view.english())
    view.ui.text(view.tr("item.in-chinese"), {.style = ui::TextStyle::Caption, .tone = ui::Tone::Quiet});
}

std::string validity_words(const View& view, Validity validity) {
  switch (validity) {
    case Validity::InForce:
      return view.tr("validity.in-force");
    case Validity::Amended:
      return view.tr("validity.amended");
    case Validity::Repealed:
      return view.tr("validity.repealed");
    case Validity::Expired:
      return view.tr("validity.expired");
    case Validity::Unstated:
      break;
  }
  return view.tr("validity.unstated");
}

ui::Tone validity_tone(Validity validity) {
  switch (validity) {
    case Validity::InForce:
      return ui::Tone::Good;
    case Validity::Amended:
      return ui::Tone::Wait;
    case Validity::Repealed:
    case Validity::Expired:
      return ui::Tone::Accent;
    case Validity::Unstated:
      break;
  }
  return ui::Tone::Quiet;
}

std::string field_value(const View& view, const Item& item, std::string_view name) {
  if (name == "issuer") return item.issuer;
  if (name == "document_number") return item.document_number;
  if (name == "topic") return item.topic;
  if (name == "audience") return item.audience;
  if (name == "published") return item.published ? date_words(view, *item.published) : "";
  if (name == "validity") return validity_words(view, item.validity);
  const auto found = item.fields.find(std::string(name));
  if (found == item.fields.end()) return "";
  if (const auto date = parse_date(found->second)) return date_words(view, *date);
  return several(found->second);
}

std::string comment_words(const View& view, const Item& item) {
  const auto period = comment_period(item);
  if (!period) return {};
  const auto today = local_date(view.model.now);
  switch (comment_state(*period, today)) {
    case CommentState::NotYet:
      return view.tr("draft.not-yet", date_words(view, period->from));
    case CommentState::Closed:
      return view.tr("draft.closed", date_words(view, period->until));
    case CommentState::Open:
      break;
  }
  const int left = days_left(*period, today);
  return left == 0 ? view.tr("draft.last-day") : view.tr("draft.open", left);
}

const std::string& column_title(const View& view, std::string_view column) {
  static const std::string kNone;
  const auto* found = find_column(view.model, column);
  return found == nullptr ? kNone : view.choose(found->title, found->title_en);
}

std::vector<ui::Run> marked_runs(const Snippet& snippet) {
  std::vector<ui::Run> runs;
  std::size_t at = 0;
  for (const auto& [from, to] : snippet.marks) {
    if (from < at || to > snippet.text.size() || from >= to) continue;
    if (from > at) runs.push_back({.text = snippet.text.substr(at, from - at)});
    runs.push_back({.text = snippet.text.substr(from, to - from), .marked = true});
    at = to;
  }
  if (at < snippet.text.size()) runs.push_back({.text = snippet.text.substr(at)});
  return runs;
}

void item_row(const View& view, const Item& item, std::span<const ColumnField> shown) {
  auto row = row_of(view, item);
  row.fact = row_fact(view, item, shown);
  if (view.ui.row(row)) view.send(msg::OpenItem{item.id, ""});
}

void news_row(const View& view, const Item& item) {
  auto row = row_of(view, item);
  const auto comments = comment_words(view, item);
  row.fact = comments.empty() ? column_title(view, item.column) : comments;
  row.date = comments.empty() && item.published ? short_day(view, *item.published) : std::string();
  if (view.ui.row(row)) view.send(msg::OpenItem{item.id, ""});
}

/// The heading an anchor leads to: 第三十九条, the second of that name too (第三十九条-2).
std::string heading_of(const std::string& anchor) {
  const auto dash = anchor.rfind('-');
  const bool counted = dash != std::string::npos && dash > 0 && dash + 1 < anchor.size() &&
                       anchor.find_first_not_of("0123456789", dash + 1) == std::string::npos;
  return counted ? anchor.substr(0, dash) : anchor;
}

/// What the passage says after a heading that it begins with; the whole passage where it begins otherwise.
Snippet after_heading(const Snippet& passage, const std::string& heading) {
  if (heading.empty() || !passage.text.starts_with(heading)) return passage;
  const auto begin = std::min(passage.text.find_first_not_of(" \n", heading.size()), passage.text.size());
  Snippet rest{passage.text.substr(begin), {}};
  for (const auto& [from, to] : passage.marks) {
    if (to > begin) rest.marks.emplace_back(std::max(from, begin) - begin, to - begin);
  }
  return rest;
}

/// A heading is said once, before what it is about: not where the title says it.
void hit_row(const View& view, const SearchHit& hit) {
  auto row = row_of(view, hit.item);
  const auto heading = heading_of(hit.anchor);
  row.title = marked_runs(hit.title);
  row.passage = marked_runs(after_heading(after_heading(hit.passage, hit.item.title), heading));
  if (!heading.empty() && heading != hit.item.title && !row.passage.empty())
    row.passage.insert(row.passage.begin(), {.text = view.tr("item.fact", heading, ""), .bold = true});
  row.fact = column_title(view, hit.item.column);
  if (!hit.item.document_number.empty()) row.fact += kWideSpace + hit.item.document_number;
  if (view.ui.row(row)) view.send(msg::OpenItem{hit.item.id, hit.anchor});
}

bool worth_choosing(const Facet& facet, const Filters& filters, std::size_t shown) {
  const bool parts = facet.values.size() == 1 && facet.values.front().count < shown;
  return facet.values.size() > 1 || parts || filters.contains(facet.field);
}

void filter_chips(const View& view, const Facet& facet, const Filters& filters, ui::ChipsPlace place, bool all) {
  std::vector<ui::ChipView> chips;
  std::size_t left_out = 0;
  for (const auto& value : facet.values) {
    const bool selected = is_chosen(filters, facet.field, value.value);
    if (!all && chips.size() >= kFewValues && facet.values.size() > kFewValues + 2 && !selected) {
      ++left_out;
      continue;
    }
    auto label = facet.field == "column" ? column_title(view, value.value) : value.value;
    if (const auto date = parse_date(value.value)) label = date_words(view, *date);
    chips.push_back(
        {.id = value.value, .label = std::move(label), .count = value.count, .selected = selected});
  }
  if (left_out > 0) chips.push_back({.id = "all-values", .label = view.tr("column.all-values", left_out)});
  const auto tapped = view.ui.chips(facet.field, view.choose(facet.title, facet.title_en), chips, place);
  if (!tapped) return;
  if (left_out > 0 && *tapped + 1 == chips.size())
    view.send(msg::ShowAllValues{});
  else
    view.send(msg::ToggleFilter{facet.field, chips.at(*tapped).id});
}

void block(const View& view, const Block& each, std::size_t index) {
  auto& ui = view.ui;
  const auto id = std::to_string(index);
  switch (each.kind) {
    case BlockKind::Heading:
      ui.group(each.anchor, plain_text(each),
               [&] { ui.heading(plain_text(each), std::clamp(each.level, 2, 3)); });
      break;
    case BlockKind::Paragraph:
      follow(view, ui.rich_text(id, runs_of(each.spans)));
      break;
    case BlockKind::Quote:
      follow(view, ui.rich_text(id, runs_of(each.spans), {.tone = ui::Tone::Quiet}));
      break;
    case BlockKind::Bullet:
    case BlockKind::Numbered: {
      std::optional<std::string> tapped;
      const auto mark = each.kind == BlockKind::Numbered ? std::to_string(each.number) + "." : "\xE2\x80\xA2";
      ui.bullet(id, mark, each.level, runs_of(each.spans), tapped);
      follow(view, tapped);
      break;
    }
    case BlockKind::Table:
      ui.table(id, view.tr("item.table"), each.cells);
      break;
    case BlockKind::Picture:
      ui.media(each.media, each.alt);
      break;
    case BlockKind::Rule:
      ui.divider();
      break;
  }
}

bool in_large_type(const View& view) { return view.model.visit->settings.size != Size::Standard; }

bool has_little_height(const View& view) {
  return view.model.visit->settings.size == Size::ExtraLarge && !view.ui.can_lower();
}

bool brief(const View& view) { return view.model.visit->typing && in_large_type(view); }

bool brief_answer(const View& view) { return brief(view) || (view.model.visit->typing && view.ui.lowered()); }

void own_field(const View& view, ui::FieldView shown) {
  if (brief_answer(view)) shown.help.clear();
  const auto& typing = view.model.visit->typing;
  if (typing && typing->field == shown.id) {
    shown.focused = true;
    shown.caret = typing->edit.caret;
    shown.composing = typing->composing.preedit.empty() ? typing->composing.letters : typing->composing.preedit;
  }
  if (const auto caret = view.ui.field(shown)) view.send(msg::FocusField{shown.id, *caret});
}

void empty_state(const View& view, std::string_view icon, const std::string& words, const ui::Body& ways) {
  auto& ui = view.ui;
  ui.card("none", words, [&] {
    ui.icon(icon, 112, ui::Tone::Quiet);
    ui.space(24);
    ui.text(words, {.style = ui::TextStyle::Label});
    if (!ways) return;
    ui.space(32);
    ways();
  });
}

ui::Page gone(const View& view) {
  ui::Page parts;
  parts.head = [&view] { view.ui.notice("gone", ui::NoticeKind::Problem, view.tr("state.gone")); };
  return parts;
}

void unreadable(const View& view) {
  empty_state(view, "warn", view.tr("state.failed"), [&] {
    if (view.ui.button("staff", view.tr("search.staff"), {.icon = "person"})) view.send(msg::AskForHelp{});
  });
}

void reveal(const View& view) {
  const auto& wanted = view.model.visit->reveal;
  if (wanted.empty()) return;
  view.ui.bring_into_view(wanted);
  view.send(msg::Revealed{});
}

}  // namespace mingting::screens
