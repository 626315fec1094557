// Periods in a row, and how far figures are on their way to their targets.
#include <algorithm>
#include <cmath>

#include "base/text/cells.hpp"
#include "domain/table/period.hpp"
#include "screens/tables/views.hpp"

namespace mingting::screens {
namespace {

/// A day as a year with its part: 2026-07-02 is about 2026.5.
double in_years(Date day) {
  const auto first = std::chrono::sys_days{day.year() / 1 / 1}, next = std::chrono::sys_days{(day.year() + std::chrono::years(1)) / 1 / 1};
  const double part = static_cast<double>((std::chrono::sys_days{day} - first).count()) / static_cast<double>((next - first).count());
  return static_cast<int>(day.year()) + part;
}

struct Stretch {
  double from = 0, until = 0;
};

/// A day stands for itself, a period for all of its days.
std::optional<Period> days_in(std::string_view cell) {
  if (const auto day = parse_date(cell)) return Period{std::string(cell), *day, *day};
  return period_in(cell);
}

/// What has no end in sight goes on: to today, or to the year it begins in.
std::optional<Stretch> stretch_of(const TableShown& shown, const TableRow& row) {
  const auto from = days_in(cell_of(shown.table, row, shown.how.from));
  if (!from) return std::nullopt;
  if (shown.how.until.empty()) return Stretch{in_years(from->from), in_years(from->until)};
  const auto until = days_in(cell_of(shown.table, row, shown.how.until));
  const double last = until ? in_years(until->until) : std::max(in_years(shown_day(shown.view.model)), in_years(from->from));
  return Stretch{in_years(from->from), std::max(last, in_years(from->from))};
}

std::vector<std::pair<double, std::string>> years_between(double first, double last) {
  const double step = std::max(1.0, std::ceil((last - first) / 8));
  std::vector<std::pair<double, std::string>> ticks;
  for (double year = std::floor(first); year <= std::ceil(last); year += step) ticks.emplace_back(year, std::to_string(static_cast<int>(year)));
  return ticks;
}

std::optional<double> place_in(const TableShown& shown, const TableRow& row, const std::string& name) {
  const auto figure = decimal_of(cell_of(shown.table, row, name));
  return figure ? std::optional(position_of(*figure)) : std::nullopt;
}

std::string words_in(const TableShown& shown, const TableRow& row, const std::string& name) {
  const auto* column = find_table_column(shown.table, name);
  return column == nullptr ? std::string() : cell_words(shown.table, *column, row);
}

/// Where a figure should be when it goes evenly from its start to its target over the period it is meant for: at the end of the
/// year it was counted in, or today where that is not said.
double expected_of(const TableShown& shown, const TableRow& row, double start, double target) {
  const auto meant = days_in(cell_of(shown.table, row, shown.how.target_by));
  if (!meant || meant->until <= meant->from) return target;
  const double from = in_years(meant->from), until = in_years(meant->until);
  const auto counted = days_in(cell_of(shown.table, row, shown.how.from));
  const double at = counted ? in_years(counted->until) : in_years(shown_day(shown.view.model));
  return start + (target - start) * std::clamp((at - from) / (until - from), 0.0, 1.0);
}

using State = ui::TrackView::State;

State state_of(double start, double value, double target, double expected) {
  const bool down = target < start;
  const auto reaches = [down](double a, double b) { return down ? a <= b : a >= b; };
  if (reaches(value, target)) return State::Reached;
  return reaches(value, expected) ? State::OnTrack : State::Behind;
}

const char* state_key(State state) {
  switch (state) {
    case State::Reached: return "table.track-reached";
    case State::OnTrack: return "table.track-on";
    case State::Behind: return "table.track-behind";
    case State::Unknown: break;
  }
  return "table.track-unknown";
}

ui::TrackView track_of(const TableShown& shown, const TableRow& row) {
  ui::TrackView track{.id = row.id, .label = row_label(shown.table, row)};
  const auto start = place_in(shown, row, shown.how.start), value = place_in(shown, row, shown.how.value),
             target = place_in(shown, row, shown.how.target);
  track.value_words = words_in(shown, row, shown.how.value);
  track.target_words = words_in(shown, row, shown.how.target);
  track.start_words = words_in(shown, row, shown.how.start);
  if (value && target) {
    track.start = start.value_or(0), track.value = *value, track.target = *target;
    track.expected = expected_of(shown, row, track.start, *target);
    track.state = state_of(track.start, *value, *target, track.expected);
  }
  track.state_words = shown.view.tr(state_key(track.state));
  for (const auto* column : columns_shown(shown.table, shown.how)) {
    if (track.note.empty() && column->type == CellType::Text) track.note = cell_words(shown.table, *column, row);
  }
  if (track.note == track.label) track.note.clear();
  return track;
}

}  // namespace

void draw_spans(const TableShown& shown) {
  std::vector<ui::SpanView> spans;
  std::vector<const TableRow*> rows;
  double first = 9999, last = 0;
  const double now = in_years(shown_day(shown.view.model));
  for (const auto& row : shown.page.rows.value->rows) {
    const auto stretch = stretch_of(shown, row);
    if (!stretch) continue;
    first = std::min(first, stretch->from), last = std::max(last, stretch->until);
    spans.push_back({.id = row.id, .label = row_label(shown.table, row), .when = words_in(shown, row, shown.how.from),
                     .from = stretch->from, .until = stretch->until, .now = stretch->from <= now && now <= stretch->until});
    rows.push_back(&row);
  }
  if (spans.empty()) return;
  const auto ticks = years_between(first, last);
  const auto tapped = shown.view.ui.spans("spans", table_title(shown.view, shown.table), spans, ticks);
  if (tapped) shown.view.send(msg::OpenRow{shown.table.id, rows[*tapped]->id});
}

void draw_tracks(const TableShown& shown) {
  for (const auto& row : shown.page.rows.value->rows) {
    if (shown.view.ui.track(track_of(shown, row))) shown.view.send(msg::OpenRow{shown.table.id, row.id});
  }
}

}  // namespace mingting::screens
