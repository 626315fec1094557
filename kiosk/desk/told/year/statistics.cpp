// Tables of labels and figures.
#include "desk/told/year/statistics.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/said/words.hpp"
#include "domain/year/sheets.hpp"

namespace mingting {
namespace {

using Json = OrderedJson;
using Cells = std::vector<std::string>;

std::string padded(const std::string& text, std::size_t width) {
  return text + std::string(width - std::min(width, display_width(text)), ' ');
}

/// Labels to the left, figures to the right.
std::string table(const std::vector<Cells>& rows) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i]));
  }
  std::string text;
  for (const auto& row : rows) {
    text += "  " + padded(row[0], row.size() > 1 ? widths[0] : 0);
    for (std::size_t i = 1; i < row.size(); ++i) text += std::string(widths[i] - display_width(row[i]) + 2, ' ') + row[i];
    text += "\n";
  }
  return text;
}

std::string count_of(std::int64_t value) { return fmt::format("{}", value); }
std::string share(std::int64_t part, std::int64_t whole) {
  return whole == 0 ? "—" : fmt::format("{:.1f}%", 100.0 * static_cast<double>(part) / static_cast<double>(whole));
}
std::string one_decimal(const std::optional<double>& value) { return value ? fmt::format("{:.1f}", *value) : "—"; }

std::string way_title(const std::string& way) {
  const auto receipt = value_named(kReceiptWays, way);
  return receipt ? std::string(named(kReceiptWays, *receipt).title) : words("statistics-way." + way);
}

std::vector<Cells> received_rows(const Statistics& statistics) {
  std::vector<Cells> rows{{""}};
  for (const auto& kind : kEntryKinds) rows[0].emplace_back(kind.title);
  rows[0].push_back(words("statistics.total"));
  std::int64_t all = 0;
  for (const auto& way : statistics.received) {
    if (way.total == 0) continue;
    Cells row{way_title(way.way)};
    for (const auto count : way.by_kind) row.push_back(count_of(count));
    row.push_back(count_of(way.total));
    all += way.total;
    rows.push_back(std::move(row));
  }
  Cells total{words("statistics.total")};
  for (const auto count : statistics.received_by_kind) total.push_back(count_of(count));
  total.push_back(count_of(all));
  rows.push_back(std::move(total));
  return rows;
}

/// The row's own words: those of the section are the same in all.
std::string short_name(ReportRow row) {
  auto name = row_name(row);
  const std::string section = "三、本年度办理结果";
  return name.starts_with(section) ? name.substr(section.size()) : name;
}

std::vector<Cells> finished_rows(const Statistics& statistics) {
  std::vector<Cells> rows;
  for (const auto& row : statistics.finished) rows.push_back({short_name(row.row), count_of(row.count)});
  rows.push_back({words("statistics.total"), count_of(statistics.finished_total)});
  return rows;
}

/// Its heading and its table.
std::string part(std::string_view heading, const std::vector<Cells>& rows) { return words(heading) + "\n" + table(rows); }

Json optional_json(const std::optional<double>& value) { return value ? Json(*value) : Json(nullptr); }

}  // namespace

std::string as_text(const Statistics& statistics) {
  const auto on_time = words("statistics.on-time-share", statistics.replies_on_time, share(statistics.replies_on_time, statistics.replies));
  return words("statistics.period", statistics.period.from, statistics.period.to) + "\n\n" +
         part("statistics.received", received_rows(statistics)) + "\n" +
         part("statistics.finished", finished_rows(statistics)) + "\n" +
         part("statistics.replies", {{words("statistics.served"), count_of(statistics.replies)},
                                     {words("statistics.on-time"), on_time},
                                     {words("statistics.average-days"), one_decimal(statistics.average_days)},
                                     {words("statistics.median-days"), one_decimal(statistics.median_days)}}) +
         "\n" +
         part("statistics.at-the-end", {{words("statistics.open"), count_of(statistics.open)},
                                        {words("statistics.overdue"), count_of(statistics.overdue)},
                                        {words("statistics.unconfirmed"), count_of(statistics.unconfirmed)},
                                        {words("statistics.unanswered"), count_of(statistics.unanswered)}}) +
         "\n" +
         part("statistics.feedback", {{words("statistics.received"), count_of(statistics.feedback)},
                                      {words("statistics.rated"), count_of(statistics.ratings)},
                                      {words("statistics.average-rating"), one_decimal(statistics.average_rating)}});
}

OrderedJson as_json(const Statistics& statistics) {
  Json received = Json::array(), finished = Json::array();
  for (const auto& way : statistics.received) {
    Json row{{"way", way.way}};
    for (std::size_t i = 0; i < kEntryKindCount; ++i) row[std::string(kEntryKinds[i].key)] = way.by_kind[i];
    row["total"] = way.total;
    received.push_back(std::move(row));
  }
  for (const auto& row : statistics.finished) {
    finished.push_back(Json{{"row", static_cast<int>(row.row) + 1}, {"name", row_name(row.row)}, {"count", row.count}});
  }
  return {{"ok", true},
          {"from", iso_date(statistics.period.from)},
          {"to", iso_date(statistics.period.to)},
          {"received", std::move(received)},
          {"finished", std::move(finished)},
          {"finished_total", statistics.finished_total},
          {"replies", statistics.replies},
          {"replies_on_time", statistics.replies_on_time},
          {"average_days", optional_json(statistics.average_days)},
          {"median_days", optional_json(statistics.median_days)},
          {"open", statistics.open},
          {"overdue", statistics.overdue},
          {"unconfirmed", statistics.unconfirmed},
          {"feedback", statistics.feedback},
          {"ratings", statistics.ratings},
          {"average_rating", optional_json(statistics.average_rating)},
          {"unanswered", statistics.unanswered}};
}

}  // namespace mingting
