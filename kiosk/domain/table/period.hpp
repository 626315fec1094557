// Which stretch of time is meant by 2021, 2021年第三季度, 2021-08, 2021—2025 年, “十四五”?
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/clock.hpp"

namespace mingting {

/// Both days belong to it. In its one form: "2021", "2021H1", "2021Q3", "2021-08", "2021/2025" (years from to).
struct Period {
  std::string code;
  Date from, until;
  bool operator==(const Period&) const = default;
};

/// In the spellings of offices, five-year plans by their number (九五 … 十五五: FACTS, the eighth begins in 1991) among them.
/// Nothing for anything else.
std::optional<Period> period_in(std::string_view cell);
/// As people read it: 2021年, 2021年第三季度, 2021年8月, 2021—2025年. `code` must be one that period_in() gave.
std::string period_words(std::string_view code);
/// The period of the same length just before: for what is carried over. "" where there is none.
std::string period_before(std::string_view code);

}  // namespace mingting
