// Tables and lists for people: columns aligned in a fixed-width face, a Han character two wide; and JSON for programs. Nothing
// in either can steer a terminal.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mingting {

/// Columns of a terminal.
std::size_t display_width(std::string_view text);
/// On one line, at most `width` columns; what is cut ends with ….
std::string fitted(std::string_view text, std::size_t width);

struct TextTable {
  std::vector<std::string> head;
  std::vector<std::vector<std::string>> rows;  ///< as many cells as the head has, or fewer
};
/// A table without rows, its head's words parted by |.
TextTable table_of(std::string_view head);
/// A line for the head and one for each row, two spaces between columns, none at the end. Ends with a line feed.
std::string table_text(const TextTable& table);

using LabelledLines = std::vector<std::pair<std::string, std::string>>;
/// "  label  value", the values below one another, further lines of a value below the first. Pairs without a value are left out.
std::string labelled_text(const LabelledLines& lines);

using OrderedJson = nlohmann::ordered_json;  ///< members in the order a person reads them

/// Indented, without a line feed at the end; control and direction characters escaped, malformed UTF-8 replaced.
std::string json_text(const OrderedJson& json);
/// The same on one line, for answers that are read line by line.
std::string json_line(const OrderedJson& json);

}  // namespace mingting
