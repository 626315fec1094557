#include "publish/kinds/site.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "publish/files/source.hpp"

namespace mingting {
namespace {

constexpr std::size_t kLongestPrefix = 6;
constexpr std::size_t kOfficeKeyLength = 44;  // base64 of 32 bytes

bool is_site_id(std::string_view id) {
  return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
}

bool is_receipt_prefix(std::string_view prefix) {
  return !prefix.empty() && prefix.size() <= kLongestPrefix &&
         std::all_of(prefix.begin(), prefix.end(),
                     [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
}

bool is_office_key(std::string_view key) {
  return key.size() == kOfficeKeyLength && key.ends_with('=') &&
         std::all_of(key.begin(), key.end() - 1, [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' ||
                  c == '/';
         });
}

void read_names(Keys& keys, Site& site) {
  site.id = keys.required_text("id");
  site.name = keys.required_text("name");
  site.name_en = keys.text("name_en");
  site.district = keys.required_text("district");
  site.office = keys.required_text("office");
  site.hall = keys.required_text("hall");
  site.address = keys.required_text("address");
  site.hours = keys.required_text("hours");
  site.phone = keys.required_text("phone");
  site.receipt_prefix = keys.required_text("receipt_prefix");
  site.office_key = keys.text("office_key");
}

void check_names(Keys& keys, const Site& site) {
  auto& report = keys.report();
  if (!site.id.empty() && !is_site_id(site.id)) {
    report.error(keys.line("id"), "id“{}”只能用英文字母、数字和“-”，例如 nanming", site.id);
  }
  if (!site.receipt_prefix.empty() && !is_receipt_prefix(site.receipt_prefix)) {
    report.error(keys.line("receipt_prefix"), "receipt_prefix“{}”只能用大写字母和数字，最多 {} 个，例如 NM",
                 site.receipt_prefix, kLongestPrefix);
  }
  if (!site.office_key.empty() && !is_office_key(site.office_key)) {
    report.error(keys.line("office_key"),
                 "office_key 不是公钥：请从 office.pub 抄那一串 {} 个字符，不要抄 office.key",
                 kOfficeKeyLength);
  }
}

Tile read_tile(const TomlValue& table, FileReport& report, std::vector<int>& lines) {
  Keys keys(table, report, "[[tiles]] 的 ");
  Tile tile;
  tile.title = keys.required_text("title");
  tile.title_en = keys.text("title_en");
  tile.caption = keys.text("caption");
  tile.caption_en = keys.text("caption_en");
  tile.icon = keys.text("icon");
  tile.target = keys.required_text("target");
  keys.finish();
  lines.push_back(keys.line("target"));
  return tile;
}

void read_synonyms(Keys& keys, Site& site) {
  const auto* table = keys.table("synonyms");
  if (table == nullptr) return;
  Keys synonyms(*table, keys.report(), "[synonyms] 的 ");
  for (const auto& entry : table->entries) {
    const auto word = tidy(entry.key);
    const auto meaning = synonyms.text(entry.key);
    if (word.empty() || meaning.empty())
      keys.report().error(entry.line, "[synonyms] 的两边都要有词，例如 \"社保\" = \"社会保险\"");
    else if (word == meaning)
      keys.report().warning(entry.line, "“{}”的同义词是它自己，不起作用：请删去", word);
    else
      site.synonyms[word] = meaning;
  }
}

void check_repetitions(Keys& keys, const Site& site) {
  std::set<std::string> seen;
  for (const auto& word : site.hot_searches) {
    if (!seen.insert(word).second)
      keys.report().warning(keys.line("hot_searches"), "hot_searches 里“{}”写了两次：请删去一个", word);
  }
}

}  // namespace

SiteFile read_site(const std::string& text, FileReport& report) {
  SiteFile file;
  const auto toml = parse_toml(text, 1, report);
  if (!toml) return file;
  Keys keys(*toml, report);
  read_names(keys, file.site);
  check_names(keys, file.site);
  file.site.hot_searches = keys.texts("hot_searches");
  file.hot_searches_line = keys.line("hot_searches");
  check_repetitions(keys, file.site);
  for (const auto* tile : keys.tables("tiles"))
    file.site.tiles.push_back(read_tile(*tile, report, file.tile_lines));
  if (file.site.tiles.empty()) report.error(0, "首页没有按钮：请用 [[tiles]] 至少写一个");
  read_synonyms(keys, file.site);
  keys.finish();
  return file;
}

}  // namespace mingting
