// What does a release hold when examples are not to leave the office?
#pragma once

#include "publish/kinds/content.hpp"

namespace mingting {

struct SamplesLeftOut {
  std::size_t items = 0, tables = 0, rows = 0;
  bool any() const { return items + tables > 0; }
};

/// Takes items and rows marked 示例 out of the content, and every link, relation, tile and count that led to such an item. A table's
/// description stays: its page says whose duty it is, and by which article.
SamplesLeftOut leave_out_samples(Content& content);

}  // namespace mingting
