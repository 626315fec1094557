// Draft decisions put to the public (征求意见): whether their dates can be, and whether the period is long enough.
#pragma once

#include "domain/content/content.hpp"
#include "publish/files/toml.hpp"

namespace mingting {

/// `front`: the item's front matter. Dates that cannot be are errors. A period of less than 30 days without a published reason
/// (comment_reason) is a warning: 重大行政决策程序暂行条例 Art. 15. Items that ask for no comments are
/// left alone, but for the day on which something is held (held_on).
void check_comment_period(TomlKeys& front, const Item& item, FileReport& report);

}  // namespace mingting
