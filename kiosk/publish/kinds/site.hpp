// site.toml: the hall, its home tiles, its words.
#pragma once

#include "domain/content/content.hpp"
#include "publish/files/toml.hpp"

namespace mingting {

struct SiteFile {
  Site site;
  std::vector<int> tile_lines;  ///< of the tiles' targets
  int hot_searches_line = 0, primary_line = 0, emblem_line = 0;
};

SiteFile read_site(const std::string& text, FileReport& report);

}  // namespace mingting
