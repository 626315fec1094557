// First each notice by itself, then 解除 with its pair, then notices of one affair whose times overlap.
#include "publish/rules/urgent.hpp"

#include <algorithm>

#include "domain/content/urgent.hpp"

namespace mingting {
namespace {

/// A notice with the file it stands in.
struct Found {
  ItemFile* file;
  UrgentNotice notice;
};

std::string field(const Item& item, const char* name) {
  const auto found = item.fields.find(name);
  return found == item.fields.end() ? std::string() : found->second;
}

void need(ItemFile& file, const char* name) {
  if (field(file.document.item, name).empty()) file.report.error(file.fields_line, "urgent-notice.missing", name);
}

void check_moment(ItemFile& file, const char* name) {
  const auto written = field(file.document.item, name);
  if (!written.empty() && !parse_moment(written)) file.report.error(file.fields_line, "urgent-notice.moment", name, written);
}

void check_fields(ItemFile& file) {
  const auto& item = file.document.item;
  const bool ends = !field(item, "ends").empty();
  for (const auto* name : {"matter", "area", "from"}) need(file, name);
  if (!ends) {
    for (const auto* name : {"level", "until", "ask"}) need(file, name);
  }
  for (const auto* name : {"from", "until"}) check_moment(file, name);
  if (item.issuer.empty()) file.report.error(0, "urgent-notice.no-issuer");
  const auto level = field(item, "level");
  if (!level.empty() && !value_named(kUrgentLevels, level))
    file.report.error(file.fields_line, "urgent-notice.level", level, choices_told(kUrgentLevels));
}

std::vector<Found> notices_of(const std::vector<ColumnFile>& columns, std::vector<ItemFile>& items) {
  std::vector<Found> found;
  for (auto& file : items) {
    const auto& item = file.document.item;
    const auto urgent = [&](const auto& each) { return each.column.id == item.column && each.column.kind == ColumnKind::Urgent; };
    if (std::ranges::none_of(columns, urgent)) continue;
    check_fields(file);
    if (auto notice = urgent_notice(item)) found.push_back({&file, std::move(*notice)});
  }
  return found;
}

void check_pair(const Found& end, const std::vector<Found>& all) {
  auto& report = end.file->report;
  const int line = end.file->fields_line;
  std::vector<std::string> known;
  for (const auto& each : all) known.push_back(each.notice.item);
  const auto pair = std::ranges::find_if(all, [&](const Found& each) { return each.notice.item == end.notice.ends; });
  if (pair == all.end()) return report.error(line, "urgent-notice.ends-nothing", end.notice.ends, nearest_hint(end.notice.ends, known));
  if (!pair->notice.ends.empty()) return report.error(line, "urgent-notice.ends-an-end", end.notice.ends);
  if (!same_affair(end.notice, pair->notice)) report.error(line, "urgent-notice.ends-another", pair->file->report.file());
  if (end.notice.from < pair->notice.from) report.error(line, "urgent-notice.ends-before", pair->file->report.file());
}

void check_overlaps(const std::vector<Found>& all) {
  std::vector<UrgentNotice> notices;
  for (const auto& each : all) notices.push_back(each.notice);
  for (std::size_t later = 0; later < all.size(); ++later) {
    for (std::size_t earlier = 0; earlier < later; ++earlier) {
      const auto &one = notices[earlier], &other = notices[later];
      if (!one.ends.empty() || !other.ends.empty() || !same_affair(one, other)) continue;
      if (one.from < end_of(other, notices) && other.from < end_of(one, notices))
        all[later].file->report.error(all[later].file->fields_line, "urgent-notice.two-of-one", all[earlier].file->report.file(),
                                      one.matter, one.area);
    }
  }
}

}  // namespace

void check_urgent(std::vector<ColumnFile>& columns, std::vector<ItemFile>& items) {
  for (auto& column : columns) {
    if (column.column.kind == ColumnKind::Urgent && column.rules.approvals < kUrgentApprovals)
      column.report.error(column.rules.approvals_line, "urgent-notice.too-few-approvals", kUrgentApprovals);
  }
  const auto all = notices_of(columns, items);
  for (const auto& each : all) {
    if (!each.notice.ends.empty())
      check_pair(each, all);
    else if (each.notice.until <= each.notice.from)
      each.file->report.error(each.file->fields_line, "urgent-notice.over-before-it-begins");
  }
  check_overlaps(all);
}

}  // namespace mingting
