// A notice from an item's fields; its end is its own or that of its 解除.
#include "domain/content/urgent.hpp"

#include <algorithm>
#include <tuple>

#include "base/text/text.hpp"

namespace mingting {
namespace {

std::string field(const Item& item, const char* name) {
  const auto found = item.fields.find(name);
  return found == item.fields.end() ? std::string() : found->second;
}

std::string folded(std::string_view text) {
  return ascii_lower(replace_all(fold_width(text), " ", ""));
}

std::vector<std::string> areas(const UrgentNotice& notice) {
  std::vector<std::string> all;
  for (const auto& area : split(folded(notice.area), ';')) {
    if (!area.empty()) all.push_back(area);
  }
  return all;
}

}  // namespace

std::optional<Instant> parse_moment(std::string_view text) {
  std::string written = trimmed(text);
  if (written.size() > 10 && written[10] == ' ') written[10] = 'T';
  return parse_local_time(written);
}

std::optional<UrgentNotice> urgent_notice(const Item& item) {
  const auto from = parse_moment(field(item, "from"));
  const auto ends = field(item, "ends");
  const auto until = ends.empty() ? parse_moment(field(item, "until")) : from;
  if (!from || !until) return std::nullopt;
  UrgentNotice notice{.item = item.id,
                      .title = item.title,
                      .level = value_named(kUrgentLevels, field(item, "level")).value_or(UrgentLevel::Plain),
                      .matter = field(item, "matter"),
                      .area = field(item, "area"),
                      .reason = field(item, "reason"),
                      .ask = field(item, "ask"),
                      .issuer = item.issuer,
                      .from = *from,
                      .until = *until,
                      .ends = ends,
                      .agreed = values_of(item, "agreed_by"),
                      .sample = item.sample};
  return notice;
}

bool same_affair(const UrgentNotice& one, const UrgentNotice& other) {
  if (folded(one.matter) != folded(other.matter)) return false;
  const auto here = areas(one), there = areas(other);
  return std::ranges::any_of(here, [&](const auto& area) { return std::ranges::find(there, area) != there.end(); });
}

Instant end_of(const UrgentNotice& notice, const std::vector<UrgentNotice>& all) {
  auto end = notice.until;
  for (const auto& other : all) {
    if (other.ends == notice.item) end = std::min(end, other.from);
  }
  return end;
}

std::vector<const UrgentNotice*> standing_notices(const std::vector<UrgentNotice>& all, Instant now) {
  std::vector<const UrgentNotice*> standing;
  for (const auto& notice : all) {
    if (notice.ends.empty() && notice.from <= now && now < end_of(notice, all)) standing.push_back(&notice);
  }
  std::ranges::sort(standing, [](const UrgentNotice* a, const UrgentNotice* b) {
    return std::tie(a->level, b->from, a->item) < std::tie(b->level, a->from, b->item);
  });
  return standing;
}

}  // namespace mingting
