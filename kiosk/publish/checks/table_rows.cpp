// Rows go by once for each edition: judged, counted for the views, and their links and keys noted.
#include "publish/checks/table_rows.hpp"

#include <algorithm>

#include "domain/table/checks.hpp"
#include "domain/table/conditions.hpp"
#include "domain/table/values.hpp"
#include "publish/checks/table_faults.hpp"

namespace mingting {
namespace {

bool leads_on(const TableColumn& column) {
  return column.type == CellType::ItemLink || ((column.type == CellType::RowLink || column.type == CellType::Place) && !column.table.empty());
}

/// How many rows each view shows: one that shows none is a slip.
class ViewCounts {
 public:
  ViewCounts(const Table& table, Date today) : counts_(table.views.size()) {
    for (const auto& view : table.views) tests_.emplace_back(table, view.where, today);
  }
  void add(const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < tests_.size(); ++i) {
      if (counts_[i] == 0 && tests_[i](cells)) counts_[i] = 1;
    }
  }
  void tell(const TableFile& file, std::size_t rows, std::vector<Finding>& findings) const {
    if (file.report.errors() > 0) return;  // what is not there shows nothing, and is told of
    for (std::size_t i = 0; i < counts_.size() && rows > 0; ++i) {
      if (counts_[i] == 0)
        findings.push_back({Severity::Warning, file.report.file(), file.view_lines[i], remark("table-view.nothing", file.table.views[i].title)});
    }
  }

 private:
  std::vector<RowTest> tests_;
  std::vector<std::size_t> counts_;
};

class OneTable {
 public:
  OneTable(const TablesAtHand& hand, const TableSource& source, bool keys_wanted)
      : hand_(hand), source_(source), table_(source.description.table), forms_(cell_forms(table_, hand.all)), keys_wanted_(keys_wanted) {}

  TableSeen read() {
    const bool sealed = table_.access == Openness::Private;  // rows that lie in the open are told of, and not read
    for (std::size_t i = 0; i < source_.editions.size() && !sealed; ++i) read_edition(i);
    if (seen_.contents.empty()) seen_.contents.push_back({table_, {}, 0});
    std::ranges::reverse(seen_.contents);
    return std::move(seen_);
  }

 private:
  void read_edition(std::size_t number) {
    const auto& edition = source_.editions[number];
    const bool newest = edition.name.empty();
    TableChecks checks(table_, others(), hand_.calendar, hand_.today);
    bring_others(checks, number);
    ViewCounts views(table_, hand_.today);
    if (newest) begin_links();
    FileReport report(edition.file.name, FileReport::Many::TwentyEach);
    TableContent content{of_edition(edition.name), {edition.file, forms_}, 0};
    const auto read = read_rows(hand_.files, content.rows, table_, hand_.coverage, report, [&](int line, std::vector<std::string>& cells) {
      checks.add(line, cells);
      if (!newest) return;
      views.add(cells);
      note(line, cells);
    });
    content.count = read.rows;
    for (std::size_t i = 0; i < read.scales.size(); ++i) content.table.columns[i].scale = read.scales[i];
    seen_.contents.push_back(std::move(content));
    for (auto& finding : report.take()) seen_.findings.push_back(std::move(finding));
    tell_faults(table_, checks.finish(), edition.file.name, seen_.findings);
    if (newest) views.tell(source_.description, read.rows, seen_.findings), seen_.rows_file = edition.file.name;
  }

  Table of_edition(const std::string& name) const {
    Table table = table_;
    table.edition = name;
    const auto& notes = source_.description.editions;
    const auto note = std::ranges::find(notes, name, &EditionNote::edition);
    if (note != notes.end() && !name.empty()) table.reason = note->reason;
    if (note != notes.end() && !note->period.empty()) table.period = note->period;
    return table;
  }

  std::map<std::string, const Table*> others() const {
    std::map<std::string, const Table*> others;
    for (const auto& check : table_.checks) {
      if (const auto* other = find_source(hand_.all, check.other)) others[check.other] = &other->description.table;
    }
    return others;
  }

  /// What checks compare with: the edition before, and the newest rows of other tables. Their own faults are told elsewhere.
  void bring_others(TableChecks& checks, std::size_t number) {
    const bool carries = std::ranges::any_of(table_.checks, [](const auto& check) { return check.kind == CheckKind::CarryOver; });
    if (carries && number > 0)
      read_aside(source_, source_.editions[number - 1], [&](int, std::vector<std::string>& cells) { checks.add_earlier(cells); });
    for (const auto& [id, other] : others()) {
      const auto* source = find_source(hand_.all, id);
      if (source->editions.empty()) continue;
      read_aside(*source, source->editions.back(), [&](int, std::vector<std::string>& cells) { checks.add_other(id, cells); });
    }
  }
  void read_aside(const TableSource& source, const TableSource::Edition& edition, const RowSink& sink) {
    FileReport unheard(edition.file.name);
    const auto& table = source.description.table;
    (void)read_rows(hand_.files, {edition.file, cell_forms(table, hand_.all)}, table, Coverage(), unheard, sink);
  }

  void begin_links() {
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      if (leads_on(table_.columns[i])) seen_.links.push_back({i, {}});
    }
  }
  void note(int line, const std::vector<std::string>& cells) {
    for (auto& link : seen_.links) {
      if (cells[link.column].empty()) continue;
      auto& use = link.values.try_emplace(cells[link.column], LinkUses::Use{line, 0}).first->second;
      ++use.rows;
    }
    if (!keys_wanted_ || table_.key.size() != 1) return;
    if (const auto key = column_at(table_, table_.key.front())) seen_.keys.insert(cells[*key]);
  }

  const TablesAtHand& hand_;
  const TableSource& source_;
  const Table& table_;
  std::vector<TableColumn> forms_;
  bool keys_wanted_;
  TableSeen seen_;
};

}  // namespace

const TableSource* find_source(const std::vector<TableSource>& all, std::string_view id) {
  const auto found = std::ranges::find_if(all, [&](const auto& source) { return source.description.table.id == id; });
  return found == all.end() ? nullptr : &*found;
}

std::vector<TableColumn> cell_forms(const Table& table, const std::vector<TableSource>& all) {
  auto forms = table.columns;
  for (auto& form : forms) {
    const auto* target = form.type == CellType::RowLink || form.type == CellType::Place ? find_source(all, form.table) : nullptr;
    if (target == nullptr || target->description.table.key.size() != 1) continue;
    const auto* key = find_table_column(target->description.table, target->description.table.key.front());
    if (key != nullptr && key->type != CellType::RowLink && key->type != CellType::Place) form = key_form(form, *key);
  }
  return forms;
}

TableSeen read_one_table(const TablesAtHand& hand, const TableSource& source, bool keys_wanted) {
  return OneTable(hand, source, keys_wanted).read();
}

}  // namespace mingting
