// A reader of CSV that is not ours, to judge ours by.
#pragma once

#include <gtest/gtest.h>

#include <string_view>

#include "base/text/csv.hpp"

namespace mingting {

/// Strict RFC 4180: what a spreadsheet reads.
inline CsvRows strictly_parsed(std::string_view text) {
  EXPECT_TRUE(text.starts_with("\xEF\xBB\xBF"));
  text.remove_prefix(3);
  CsvRows rows{{""}};
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') rows.back().back() += text[++i];
    else if (c == '"') quoted = !quoted;
    else if (quoted) rows.back().back() += c;
    else if (c == ',') rows.back().emplace_back();
    else if (c == '\n') rows.push_back({""});
    else if (c != '\r') rows.back().back() += c;
  }
  EXPECT_FALSE(quoted);
  rows.pop_back();
  return rows;
}

}  // namespace mingting
