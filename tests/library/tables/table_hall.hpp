// A library with tables in it, and short ways to ask of them.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/random.hpp"
#include "library/corpus.hpp"

namespace mingting {

using Rows = std::vector<std::vector<std::string>>;

struct FilledTable {
  Table table;
  Rows rows;
};

/// Projects of streets: 280 rows of eight columns, of every type that is filtered; some cells blank, some rows past their term or
/// withdrawn. The same seed gives the same rows.
FilledTable projects(std::uint32_t seed = 1, std::size_t rows = 280);
/// Streets, to which the projects' column `street` leads.
FilledTable streets();
/// One row a person, for who knows the code.
FilledTable closed_table();

class TableHall {
 public:
  explicit TableHall(const std::vector<FilledTable>& tables, const std::vector<Document>& documents = {});
  Path path() const { return folder_ / "content.db"; }
  const Library* operator->() const { return &*library_; }

 private:
  TempFolder folder_;
  std::optional<Library> library_;
};

void write_tables(const std::vector<FilledTable>& tables, const std::vector<Document>& documents, const Path& path);

template <class T>
T sound(Result<T> result) {
  if (!result) throw std::runtime_error(worded(result.error()));
  return std::move(*result);
}

}  // namespace mingting
