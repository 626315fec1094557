// The hall's own words, then its tiles and synonyms.
#include "publish/kinds/site.hpp"

#include <algorithm>
#include <set>

#include "base/text/encoding.hpp"
#include "base/text/text.hpp"
#include "publish/files/source.hpp"
#include "publish/kinds/icons.hpp"
#include "release/approval.hpp"

namespace mingting {
namespace {

constexpr std::size_t kLongestPrefix = 3;  // a machine has four: seven at most before a number's date
constexpr std::size_t kOfficeKey = 32;  // bytes
constexpr std::size_t kLongestTileTitle = 4, kLongestTileCaption = 9;  // characters
constexpr std::size_t kMostTiles = 8;                                                // on one screen with the news
constexpr std::string_view kNotKnown = "以大厅公示为准";

bool is_receipt_prefix(std::string_view prefix) {
  return !prefix.empty() && prefix.size() <= kLongestPrefix &&
         std::all_of(prefix.begin(), prefix.end(),
                     [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
}

/// What is not known yet is left out where it would be shown.
std::string known_text(TomlKeys& keys, std::string_view name) {
  auto text = keys.required_text(name);
  return text == kNotKnown ? std::string() : text;
}

void read_names(TomlKeys& keys, Site& site) {
  site.id = keys.required_text("id");
  site.name = keys.required_text("name");
  site.name_en = keys.text("name_en");
  site.district = keys.required_text("district");
  site.office = keys.required_text("office");
  site.hall = keys.required_text("hall");
  site.address = known_text(keys, "address");
  site.hours = known_text(keys, "hours");
  site.phone = known_text(keys, "phone");
  site.receipt_prefix = keys.required_text("receipt_prefix");
  site.office_key = keys.text("office_key");
  site.primary = keys.text("primary");
  site.emblem = keys.text("emblem");
  if (site.emblem.starts_with("media/")) site.emblem.erase(0, 6);
  site.count_uses = keys.truth("count_uses", true);
}

void check_names(TomlKeys& keys, const Site& site, FileReport& report) {
  if (!site.id.empty() && !is_plain_name(site.id, "-"))
    report.error(keys.line("id"), "site-file.id", site.id);
  if (!site.receipt_prefix.empty() && !is_receipt_prefix(site.receipt_prefix)) {
    report.error(keys.line("receipt_prefix"), "site-file.receipt-prefix", site.receipt_prefix, kLongestPrefix);
  }
  if (!site.office_key.empty() && !from_base64(site.office_key, kOfficeKey)) {
    report.error(keys.line("office_key"), "site-file.office-key", base64_length(kOfficeKey));
  }
}

/// Longer words make the tile taller than its neighbours.
void check_length(TomlKeys& keys, std::string_view name, const std::string& words, std::size_t most, FileReport& report) {
  const auto length = count_code_points(words);
  if (length > most) report.warning(keys.line(name), "site-file.long-tile", name, words, length, most);
}

Tile read_tile(const TomlValue& table, FileReport& report, std::vector<int>& lines) {
  TomlKeys keys(table, report, remark("toml-place.group", "tiles"));
  Tile tile;
  tile.title = keys.required_text("title");
  tile.title_en = keys.text("title_en");
  tile.caption = keys.text("caption");
  tile.caption_en = keys.text("caption_en");
  tile.icon = read_icon(keys, report);
  tile.target = keys.required_text("target");
  keys.finish();
  check_length(keys, "title", tile.title, kLongestTileTitle, report);
  check_length(keys, "caption", tile.caption, kLongestTileCaption, report);
  lines.push_back(keys.line("target"));
  return tile;
}

void read_synonyms(TomlKeys& keys, Site& site, FileReport& report) {
  const auto* table = keys.table("synonyms");
  if (table == nullptr) return;
  TomlKeys synonyms(*table, report, remark("toml-place.table", "synonyms"));
  for (const auto& entry : table->entries) {
    const auto word = tidy(entry.key);
    const auto meaning = synonyms.text(entry.key);
    if (word.empty() || meaning.empty())
      report.error(entry.line, "site-file.half-synonym");
    else if (word == meaning)
      report.warning(entry.line, "site-file.synonym-of-itself", word);
    else
      site.synonyms[word] = meaning;
  }
}

void check_repetitions(TomlKeys& keys, const Site& site, FileReport& report) {
  std::set<std::string> seen;
  for (const auto& word : site.hot_searches) {
    if (!seen.insert(word).second) report.warning(keys.line("hot_searches"), "site-file.hot-search-twice", word);
  }
}

/// A key stands for one person: whoever had two names could agree with himself.
void check_approver(TomlKeys& keys, const Approver& approver, const std::vector<Approver>& others, FileReport& report) {
  if (!approver.key.empty() && !is_approver_key(approver.key))
    report.error(keys.line("key"), "site-file.approver-key", approver.name);
  for (const auto& other : others) {
    if (other.name == approver.name) report.error(keys.line("name"), "site-file.approver-twice", approver.name);
    if (other.key == approver.key) report.error(keys.line("key"), "site-file.approver-key-twice", approver.name, other.name);
  }
}

void read_approvers(TomlKeys& keys, std::vector<Approver>& approvers, FileReport& report) {
  for (const auto* table : keys.tables("approvers")) {
    TomlKeys own(*table, report, remark("toml-place.group", "approvers"));
    Approver approver{own.required_text("name"), own.required_text("key"), own.texts("columns"), own.line("columns")};
    own.finish();
    check_approver(own, approver, approvers, report);
    approvers.push_back(std::move(approver));
  }
}

}  // namespace

bool Approver::may_approve(std::string_view column) const {
  return columns.empty() || std::find(columns.begin(), columns.end(), column) != columns.end();
}

SiteFile read_site(const std::string& text, FileReport& report) {
  SiteFile file;
  const auto toml = parse_toml(text, 1, report);
  if (!toml) return file;
  TomlKeys keys(*toml, report);
  read_names(keys, file.site);
  check_names(keys, file.site, report);
  file.site.hot_searches = keys.texts("hot_searches");
  file.hot_searches_line = keys.line("hot_searches");
  check_repetitions(keys, file.site, report);
  file.primary_line = keys.line("primary");
  file.emblem_line = keys.line("emblem");
  for (const auto* tile : keys.tables("tiles"))
    file.site.tiles.push_back(read_tile(*tile, report, file.tile_lines));
  if (file.site.tiles.empty()) report.error(0, "site-file.no-tiles");
  if (file.site.tiles.size() > kMostTiles)
    report.warning(file.tile_lines[kMostTiles], "site-file.many-tiles", file.site.tiles.size(), kMostTiles);
  read_synonyms(keys, file.site, report);
  read_approvers(keys, file.approvers, report);
  keys.finish();
  return file;
}

}  // namespace mingting
