// How days, deadlines and what is left of them are told.
#pragma once

#include <optional>
#include <string>

#include "desk/told/table_text.hpp"
#include "domain/calendar/working_days.hpp"

namespace mingting {

/// 2026年12月21日（星期一）
std::string day_text(Date date);
/// As above, with why it is 暂定 where a year's notice is missing.
std::string deadline_text(const Deadline& deadline);
/// For tables: 2026年12月21日（暂定）; "" for none.
std::string short_deadline_text(const std::optional<Deadline>& deadline);
/// 还有 3 个工作日; 今天到期; 已过 2 个工作日.
std::string left_text(int working_days);
/// As above; 已过 where the day is past and no working day since.
std::string left_text(int working_days, bool overdue);

OrderedJson deadline_json(const std::optional<Deadline>& deadline);
/// A moment in China: 2026-11-23T09:00:00+08:00
std::string moment_json(Instant instant);

}  // namespace mingting
