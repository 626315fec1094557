// Tables for those who begin one, and for those who take them elsewhere.
#include <fmt/format.h>

#include "base/said/words.hpp"
#include "domain/table/table.hpp"
#include "main/publish/program.hpp"
#include "publish/build/data_package.hpp"
#include "publish/build/samples.hpp"
#include "publish/files/folder.hpp"
#include "publish/kinds/tables/sketch.hpp"

namespace mingting::publishing {
namespace {

std::string in_quotes(std::string_view text) {
  std::string toml = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') toml += '\\';
    toml += c;
  }
  return toml + "\"";
}

std::string list(const std::vector<std::string>& texts) {
  std::string toml = "[";
  for (const auto& text : texts) toml += (toml.size() > 1 ? ", " : "") + in_quotes(text);
  return toml + "]";
}

std::string comments(const std::vector<Remark>& remarks) {
  std::string toml;
  for (const auto& each : remarks) toml += "# " + worded(each) + "\n";
  return toml;
}

std::string key(std::string_view name, const std::string& text) { return text.empty() ? "" : fmt::format("{} = {}\n", name, in_quotes(text)); }

std::string column_toml(const TableColumn& column, const std::vector<Remark>& doubts) {
  auto toml = "\n" + comments(doubts) + "[[columns]]\n" + key("name", column.name) + key("title", column.title);
  toml += fmt::format("type = \"{}\"\n", named(kCellTypes, column.type).key);
  toml += key("unit", column.unit) + key("code", column.code);
  if (!column.choices.empty()) toml += "choices = " + list(column.choices) + "\n";
  if (column.mask != Mask::None) toml += fmt::format("mask = \"{}\"\n", named(kMasks, column.mask).key);
  return toml + (column.required ? "required = true\n" : "");
}

/// To be read from top to bottom and corrected by hand.
std::string sketch_toml(const TableSketch& sketch) {
  const auto& table = sketch.table;
  auto toml = words("table-sketch.head", table.id, sketch.rows) + comments(sketch.general);
  toml += fmt::format("title = {}\n", in_quotes(table.title.empty() ? table.id : table.title));
  toml += words("table-sketch.source") + words("table-sketch.agency");
  toml += key("unit", table.unit) + (table.key.empty() ? "" : words("table-sketch.key") + "key = " + list(table.key) + "\n");
  for (std::size_t i = 0; i < table.columns.size(); ++i) toml += column_toml(table.columns[i], sketch.doubts[i]);
  return toml + words("table-sketch.view");
}

}  // namespace

int new_table(const Options& options) {
  if (!is_plain_name(options.name)) return failed(remark("table-sketch.name", options.name));
  const auto folder = options.folder / "tables", toml = folder / (options.name + ".toml"), csv = folder / (options.name + ".csv");
  if (disk().exists(toml)) return failed(remark("table-sketch.there", toml.string()));
  const auto info = disk().info(options.from);
  if (!info) return failed(info.error());
  const auto sketch = sketch_table(disk(), {options.from.filename().string(), options.from, *info}, options.name);
  if (!sketch) return failed(sketch.error());
  auto done = disk().make_folders(folder).and_then([&] { return write_durably(disk(), toml, sketch_toml(*sketch)); });
  if (done && !disk().exists(csv))
    done = disk().read(options.from, kCsvLimit).and_then([&](const std::string& bytes) { return write_durably(disk(), csv, bytes); });
  if (!done) return failed(done.error());
  fmt::print("{}", words("table-sketch.made", toml.string(), csv.string(), sketch->table.columns.size(), sketch->rows, options.folder.string()));
  return kOk;
}

int export_tables(const Options& options) {
  auto checked = read_checked(options);
  if (!checked) return failed(checked.error());
  if (!checked->sound()) return failed(remark("publish.export-unsound", options.folder.string()));
  if (!options.samples) (void)leave_out_samples(checked->content);
  const auto package = write_data_package(disk(), checked->content, local_date(SystemClock().now()), options.data_package);
  if (!package) return failed(package.error());
  fmt::print("{}", words("publish.exported", package->tables, package->rows, options.data_package.string()));
  if (!package->left_out.empty()) fmt::print("{}", words("publish.export-left-out", package->left_out.size()));
  return kOk;
}

}  // namespace mingting::publishing
