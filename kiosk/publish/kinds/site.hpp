// site.toml: the hall, its home tiles, its words.
#pragma once

#include "domain/content/content.hpp"
#include "publish/files/toml.hpp"

namespace mingting {

/// Somebody who may approve items, by a personal key ([[approvers]]).
struct Approver {
  std::string name;
  std::string key;                   ///< base64 Ed25519
  std::vector<std::string> columns;  ///< empty: all of them
  int line = 0;                      ///< of the columns
  /// Whether items of the column are this person's to approve.
  bool may_approve(std::string_view column) const;
};

struct SiteFile {
  Site site;
  std::vector<Approver> approvers;
  std::vector<int> tile_lines;  ///< of the tiles' targets
  int hot_searches_line = 0, primary_line = 0, emblem_line = 0;
};

SiteFile read_site(const std::string& text, FileReport& report);

}  // namespace mingting
