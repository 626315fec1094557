// A resource for each edition of a table; its schema says in the package's words what the table's description says in the house's.
#include "publish/build/data_package.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>

#include "base/text/csv.hpp"
#include "base/text/text.hpp"
#include "domain/table/values.hpp"
#include "publish/build/table_rows.hpp"

namespace mingting {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kPiece = 1U << 20;

/// Lower-case letters, figures and . _ - alone are names there; others are told by a hash.
std::string resource_name(const Table& table) {
  const auto name = ascii_lower(table.edition.empty() ? table.id : table.id + "-" + table.edition);
  if (is_plain_name(name, "-_.")) return name;
  return fmt::format("table-{:016x}", std::hash<std::string>()(name));
}

std::string_view type_of(CellType type) {
  if (is_figure(type)) return "number";
  return type == CellType::Day ? "date" : "string";
}

Json constraints_of(const Table& table, const TableColumn& column) {
  Json constraints = Json::object();
  const bool key = std::ranges::find(table.key, column.name) != table.key.end();
  const bool whole_key = key && table.key.size() == 1;  // of several columns one may be blank
  if (column.required || whole_key) constraints["required"] = true;
  if (whole_key) constraints["unique"] = true;
  if (column.type == CellType::Option && !column.several && !column.choices.empty() && column.mask == Mask::None) constraints["enum"] = column.choices;
  return constraints;
}

Json field_of(const Table& table, const TableColumn& column) {
  Json field{{"name", column.name}, {"title", column.title}, {"type", type_of(column.type)}};
  if (!column.help.empty()) field["description"] = column.help;
  const auto& unit = column.unit.empty() && column.type == CellType::Money ? table.unit : column.unit;
  if (column.type == CellType::Percent) field["unit"] = "%";
  else if (!unit.empty()) field["unit"] = unit;
  if (auto constraints = constraints_of(table, column); !constraints.empty()) field["constraints"] = std::move(constraints);
  return field;
}

class Package {
 public:
  Package(FileSystem& files, const Content& content, Date today, const Path& folder) : files_(files), content_(content), today_(today), folder_(folder) {}

  Result<DataPackage> write() {
    if (auto made = files_.make_folders(folder_); !made) return fail(made.error());
    Json resources = Json::array();
    for (const auto& table : content_.tables) {
      if (table.table.access != Openness::Open) {
        if (table.table.edition.empty()) done_.left_out.push_back(table.table.title);
        continue;
      }
      auto resource = write_table(table);
      if (!resource) return fail(resource.error());
      resources.push_back(std::move(*resource));
    }
    const Json package{{"profile", "tabular-data-package"}, {"name", content_.site.id}, {"title", content_.site.name}, {"resources", resources}};
    const auto text = package.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
    if (auto written = write_durably(files_, folder_ / "datapackage.json", text); !written) return fail(written.error());
    return done_;
  }

 private:
  Result<Json> write_table(const TableContent& content) {
    const auto table = published_form(content.table);
    const auto path = resource_name(table) + ".csv";
    if (auto rows = write_rows(content, table, folder_ / path); !rows) return fail(rows.error());
    ++done_.tables;
    Json resource{{"profile", "tabular-data-resource"}, {"name", resource_name(table)}, {"path", path}, {"title", table.title},
                  {"format", "csv"}, {"mediatype", "text/csv"}, {"encoding", "utf-8"}};
    if (!table.summary.empty()) resource["description"] = table.summary;
    if (!table.source.empty()) resource["sources"] = Json::array({Json{{"title", table.source}}});
    resource["schema"] = schema_of(table);
    return resource;
  }

  Json schema_of(const Table& table) const {
    Json schema{{"fields", Json::array()}, {"missingValues", Json::array({""})}};
    for (const auto& column : table.columns) schema["fields"].push_back(field_of(table, column));
    if (!table.key.empty()) schema["primaryKey"] = table.key;
    for (const auto& column : table.columns) {
      if (auto link = foreign_key(table, column); !link.is_null()) schema["foreignKeys"].push_back(std::move(link));
    }
    return schema;
  }

  Json foreign_key(const Table& table, const TableColumn& column) const {
    if ((column.type != CellType::RowLink && column.type != CellType::Place) || column.table.empty() || column.mask != Mask::None) return nullptr;
    const auto target = std::ranges::find_if(content_.tables, [&](const auto& each) { return each.table.id == column.table && each.table.edition.empty(); });
    const bool whole = target != content_.tables.end() && target->table.access == Openness::Open && target->table.key.size() == 1 &&
                       target->table.ends.empty() && target->table.state.empty();
    if (!whole) return nullptr;
    const auto resource = target->table.id == table.id && table.edition.empty() ? "" : resource_name(target->table);
    return {{"fields", column.name}, {"reference", {{"resource", resource}, {"fields", target->table.key.front()}}}};
  }

  Result<void> write_rows(const TableContent& content, const Table& table, const Path& path) {
    auto file = files_.create(path);
    if (!file) return fail(file.error());
    std::vector<std::string> head;
    std::vector<bool> figures;
    for (const auto& column : table.columns) head.push_back(column.name), figures.push_back(is_figure(column.type));
    auto text = csv_row(head);
    auto done = for_each_published_row(files_, content, today_, [&](const auto& cells) -> Result<void> {
      ++done_.rows;
      text += csv_row(cells, figures);
      return text.size() < kPiece ? Result<void>() : (*file)->write(std::exchange(text, {}));
    });
    if (done) done = (*file)->write(text);
    return done ? (*file)->close_durably() : done;
  }

  FileSystem& files_;
  const Content& content_;
  Date today_;
  const Path& folder_;
  DataPackage done_;
};

}  // namespace

Result<DataPackage> write_data_package(FileSystem& files, const Content& content, Date today, const Path& folder) {
  return Package(files, content, today, folder).write();
}

}  // namespace mingting
