// Everything is read in the order in which one thing needs another; then the files are tied together.
#include "publish/content.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "publish/checks/doors.hpp"
#include "publish/checks/coverage_text.hpp"
#include "publish/checks/dress.hpp"
#include "publish/checks/links.hpp"
#include "publish/checks/matchers.hpp"
#include "publish/checks/meanings.hpp"
#include "publish/checks/names.hpp"
#include "publish/checks/relations.hpp"
#include "publish/checks/table_ties.hpp"
#include "publish/files/folder.hpp"
#include "publish/files/side_by_side.hpp"
#include "publish/kinds/calendar.hpp"
#include "publish/kinds/form.hpp"
#include "publish/kinds/item.hpp"
#include "publish/kinds/matcher.hpp"
#include "publish/kinds/media.hpp"
#include "publish/kinds/site.hpp"
#include "publish/kinds/words.hpp"
#include "publish/rules/approvals.hpp"
#include "publish/rules/column_rules.hpp"
#include "publish/rules/coverage.hpp"
#include "publish/rules/twins.hpp"
#include "publish/rules/urgent.hpp"

namespace mingting {
namespace {

/// Reads everything in the order in which one thing needs another: columns before items, items before links.
class Reader {
 public:
  Reader(FileSystem& files, ContentFolder folder, Coverage coverage, const CheckOptions& options)
      : files_(files),
        folder_(std::move(folder)),
        coverage_(std::move(coverage)),
        today_(options.today),
        style_(options.style),
        meanings_(options.meanings),
        findings_(std::move(folder_.findings)) {}

  CheckedContent read() {
    read_columns();
    read_items();
    content_.media = read_media(files_, folder_.media, findings_);
    read_forms();
    read_matchers();
    read_descriptions();
    read_calendar();
    read_words();
    read_desk();
    read_approval_files();
    read_coverage_file();
    tie_together();
    return collected();
  }

 private:
  std::optional<std::string> source(const FolderFile& file, std::uint64_t limit, FileReport& report,
                                    SavedAs saved = SavedAs::Utf8) {
    return read_source(files_, file, limit, coverage_, report, saved);
  }

  void keep(FileReport& report) {
    for (auto& finding : report.take()) findings_.push_back(std::move(finding));
  }

  void read_columns() {
    for (const auto& file : folder_.columns) {
      FileReport report(file.name);
      const auto text = source(file, kTextLimit, report);
      columns_.push_back(read_column(base_name(file), file.name, text));
      keep(report);
    }
    for (const auto& name : folder_.item_folders) {
      if (column(name) != nullptr) continue;
      findings_.push_back({Severity::Error, name, 0, remark("missing-file.column-of-folder", name)});
    }
    if (folder_.columns.empty())
      findings_.push_back({Severity::Error, "columns", 0, remark("missing-file.columns")});
  }

  static std::string base_name(const FolderFile& file) {
    const auto name = name_without_extension(file.name);
    return name.substr(name.rfind('/') + 1);
  }

  ColumnFile* column(std::string_view id) {
    const auto found =
        std::find_if(columns_.begin(), columns_.end(), [&](const auto& c) { return c.column.id == id; });
    return found == columns_.end() ? nullptr : &*found;
  }

  void read_items() {
    const auto& found = folder_.items;
    for (const auto& file : found) items_.emplace_back(file.name);
    side_by_side(found.size(), 16, [&](std::size_t i) {
      auto* own = column(found[i].name.substr(0, found[i].name.find('/')));
      items_[i] = read_item(files_, found[i], own, coverage_, today_);
    });
  }

  void read_forms() {
    for (const auto& file : folder_.forms) {
      FileReport report(file.name);
      if (const auto text = source(file, kTextLimit, report))
        content_.forms.push_back(read_form(base_name(file), *text, report));
      else
        content_.forms.push_back({.id = base_name(file)});
      keep(report);
    }
  }

  void read_matchers() {
    for (const auto& found : folder_.matchers) {
      auto& file = matchers_.emplace_back(found.name);
      file.matcher.id = base_name(found);
      if (const auto text = source(found, kTextLimit, file.report)) read_matcher(base_name(found), *text, file);
    }
  }

  void read_descriptions() {
    for (const auto& file : folder_.tables) {
      FileReport report(file.name);
      tables_.push_back({read_table(base_name(file), file.name, source(file, kTextLimit, report)), {}});
      keep(report);
    }
    for (const auto& csv : folder_.table_rows) place_rows(csv);
    for (auto& table : tables_) {
      std::ranges::sort(table.editions, {}, [](const auto& edition) { return std::pair(edition.name.empty(), edition.name); });
    }
  }

  void place_rows(const FolderFile& csv) {
    const auto name = base_name(csv);
    const auto at = name.find('@');
    const auto id = name.substr(0, at);
    const auto table = std::ranges::find_if(tables_, [&](const auto& t) { return t.description.table.id == id; });
    if (table == tables_.end())
      findings_.push_back({Severity::Error, csv.name, 0, remark("missing-file.description-of-rows", id)});
    else
      table->editions.push_back({at == std::string::npos ? "" : name.substr(at + 1), csv});
  }

  /// After items, calendar and all descriptions: rows lead to the ones, are judged by the other and put in form by the third.
  void read_rows_of_tables(const NameIndex& names) {
    const auto calendar = WorkCalendar::from_csv(content_.holidays_csv).value_or(WorkCalendar());
    content_.tables = read_tables({files_, tables_, coverage_, calendar, today_}, names, findings_);
    for (auto& table : tables_) keep(table.description.report);
  }

  void read_calendar() {
    if (!folder_.holidays) {
      findings_.push_back({Severity::Warning, "calendar/holidays.csv", 0, remark("missing-file.calendar")});
      content_.holidays_csv = "date,kind,name\n";  // a calendar that knows no year: deadlines are provisional
      return;
    }
    FileReport report(folder_.holidays->name);
    if (auto csv = source(*folder_.holidays, kTextLimit, report)) {
      check_holidays(*csv, report);
      content_.holidays_csv = std::move(*csv);
    }
    keep(report);
  }

  void read_words() {
    for (const auto& file : folder_.words) {
      auto& list = words_.emplace_back(file.name);
      if (const auto text = source(file, kTextLimit, list.report))
        read_plain_words(*text, list, content_.plain_words);
    }
    if (!folder_.uses) return;
    FileReport report(folder_.uses->name);
    if (const auto text = source(*folder_.uses, kTextLimit, report)) content_.uses = read_uses(*text, report);
    keep(report);
  }

  /// What the desk tells: how cases stand, and which submissions lie in its register.
  void read_desk() {
    if (folder_.status_feed) {
      FileReport report(folder_.status_feed->name);
      if (const auto text = source(*folder_.status_feed, kFeedLimit, report)) {
        auto feed = read_feed(*text);
        if (feed)
          content_.status_feed = std::move(*feed);
        else
          report.error(feed.error().line, feed.error().what);
      }
      keep(report);
    }
    if (!folder_.acknowledged) return;
    FileReport report(folder_.acknowledged->name);
    if (const auto text = source(*folder_.acknowledged, kTextLimit, report)) {
      auto all = parse_acknowledged(*text);
      if (all)
        content_.acknowledged = std::move(*all);
      else
        report.error(0, all.error());
    }
    keep(report);
  }

  void read_approval_files() {
    for (const auto& source_file : folder_.approvals) {
      auto& file = approvals_.emplace_back(source_file.name);
      const auto own = source_file.name.substr(0, source_file.name.size() - kApprovalEnding.size());
      file.item = name_without_extension(own);
      if (const auto text = source(source_file, kTextLimit, file.report)) file.approvals = read_approvals(*text, file.report);
      const auto item = std::ranges::find(folder_.items, own, &FolderFile::name);
      if (item == folder_.items.end()) continue;
      if (auto bytes = files_.read(item->path, kTextLimit)) file.bytes = std::move(*bytes);
    }
  }

  /// The page of it is an item like others, so that it is listed, found and linked to; what it says is known once the tables are read.
  void read_coverage_file() {
    if (!folder_.coverage) return;
    FileReport report(folder_.coverage->name);
    std::vector<std::string> tables;
    for (const auto& each : tables_) tables.push_back(each.description.table.id);
    if (const auto text = source(*folder_.coverage, kTextLimit, report)) duties_ = read_coverage(*text, columns_, tables, report);
    keep(report);
    if (column(duties_.column) != nullptr) items_.emplace_back(report.file()).document = coverage_page(duties_.page(), duties_.title, {});
  }

  void judge_coverage() {
    std::vector<const Item*> items;
    for (const auto& each : items_) items.push_back(&each.document.item);
    content_.coverage = coverage_of(duties_.duties, evidence_of(items, content_.tables, duties_.page()), today_);
    if (column(duties_.column) == nullptr) return;
    content_.coverage_page = duties_.page();
    const auto own = std::ranges::find_if(items_, [&](const auto& each) { return each.document.item.id == content_.coverage_page; });
    own->document = coverage_page(content_.coverage_page, duties_.title, content_.coverage);
  }

  void check_rules() {
    check_twins(items_);
    check_column_rules(columns_, items_, today_);
    check_urgent(columns_, items_);
  }

  void tie_together() {
    const NameIndex names(items_, content_.media);
    check_duplicates(items_);
    resolve_links(items_, names);
    check_relations(items_, names);
    read_rows_of_tables(names);
    judge_coverage();
    check_rules();
    for (auto& column_file : columns_) {
      std::vector<const Item*> own;
      for (const auto& file : items_) {
        if (file.document.item.column == column_file.column.id) own.push_back(&file.document.item);
      }
      const bool shelf = std::ranges::any_of(content_.tables, [&](const auto& each) { return each.table.group == column_file.column.id; });
      if (!own.empty() || !shelf) check_column_use(column_file, own);
    }
    check_shelves();
    const auto targets = check_all_matchers(names);
    check_doors(columns_, content_.forms, targets);
    check_uses(names);
    if (meanings_) check_meanings(words_, items_);
    read_site_file(names, targets);
  }

  /// A table stands on the shelf of a column that is there.
  void check_shelves() {
    std::vector<std::string> ids;
    for (const auto& column : columns_) ids.push_back(column.column.id);
    for (const auto& each : content_.tables) {
      const auto& table = each.table;
      if (!table.edition.empty() || table.group.empty() || std::ranges::find(ids, table.group) != ids.end()) continue;
      findings_.push_back({Severity::Error, fmt::format("tables/{}.toml", table.id), 0,
                           remark("table-link.no-shelf", table.group, nearest_hint(table.group, ids))});
    }
  }

  /// Gives all that can be opened.
  std::vector<std::string> check_all_matchers(const NameIndex& names) {
    std::vector<std::string> ids;
    for (const auto& file : matchers_) ids.push_back(file.matcher.id);
    auto targets = known_targets(columns_, content_.forms, ids, content_.tables);
    const auto find_item = [&](const std::string& id) {
      const auto place = names.item(id);
      return place == NameIndex::kNone ? nullptr : &items_[place].document.item;
    };
    check_matchers(matchers_, find_item, targets, today_);
    return targets;
  }

  /// An item that was renamed or taken away loses its count, and no more.
  void check_uses(const NameIndex& names) {
    if (!folder_.uses) return;
    FileReport report(folder_.uses->name);
    for (const auto& [item, count] : content_.uses) {
      if (names.item(item) == NameIndex::kNone) report.warning(0, "uses-file.no-item", item);
    }
    keep(report);
  }

  void read_site_file(const NameIndex& names, const std::vector<std::string>& targets) {
    if (!folder_.site) {
      findings_.push_back({Severity::Error, "site.toml", 0, remark("missing-file.site")});
      return;
    }
    FileReport report(folder_.site->name);
    if (const auto text = source(*folder_.site, kTextLimit, report)) {
      auto site = read_site(*text, report);
      check_approvals(columns_, items_, approvals_, site.approvers);
      check_tiles(site, names, columns_, content_.forms, targets, report);
      check_hot_searches(site, items_, report);
      check_dress(site, style_ ? &*style_ : nullptr, content_.media, report);
      content_.site = std::move(site.site);
    }
    keep(report);
  }

  CheckedContent collected() {
    for (auto& file : items_) {
      keep(file.report);
      content_.documents.push_back(std::move(file.document));
    }
    for (auto& list : words_) keep(list.report);
    for (auto& file : matchers_) {
      keep(file.report);
      content_.matchers.push_back(std::move(file.matcher));
    }
    for (auto& file : approvals_) keep(file.report);
    for (auto& file : columns_) {
      keep(file.report);
      content_.columns.push_back(std::move(file.column));
    }
    std::sort(content_.documents.begin(), content_.documents.end(),
              [](const auto& a, const auto& b) { return a.item.id < b.item.id; });
    std::sort(content_.columns.begin(), content_.columns.end(),
              [](const auto& a, const auto& b) { return std::tie(a.order, a.id) < std::tie(b.order, b.id); });
    std::stable_sort(findings_.begin(), findings_.end(), [](const auto& a, const auto& b) {
      return std::tie(a.file, a.line) < std::tie(b.file, b.line);
    });
    return {std::move(content_), std::move(findings_)};
  }

  FileSystem& files_;
  ContentFolder folder_;
  Coverage coverage_;
  Date today_;
  const std::optional<StyleSheet>& style_;
  bool meanings_;
  std::vector<Finding> findings_;
  std::vector<ColumnFile> columns_;
  std::vector<ItemFile> items_;
  std::vector<TableSource> tables_;
  std::vector<PlainWordsFile> words_;
  std::vector<MatcherFile> matchers_;
  std::vector<ApprovalFile> approvals_;
  CoverageFile duties_;
  Content content_;
};

}  // namespace

bool CheckedContent::sound() const {
  return std::none_of(findings.begin(), findings.end(),
                      [](const Finding& f) { return f.severity == Severity::Error; });
}

Result<CheckedContent> read_content(FileSystem& files, const Path& folder, const CheckOptions& options) {
  auto coverage = Coverage::of(options.faces);
  if (!coverage) return fail(coverage.error());
  auto found = walk_content(files, folder);
  if (!found) return fail(found.error());
  return Reader(files, std::move(*found), std::move(*coverage), options).read();
}

}  // namespace mingting
