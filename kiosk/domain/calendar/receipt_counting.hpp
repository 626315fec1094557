// How a visitor is told in which way a due date was counted: the day of receipt, the days left out, the weekends that are worked.
#pragma once

#include <vector>

#include "domain/calendar/working_days.hpp"

namespace mingting {

/// Short sentences for the receipt, e.g. 收到当天（11月23日）不算，从第二天数起，数满20个工作日。周末8天不算。调休上班的2月14日算工作日。
/// `count`: working days, > 0 (条例 Art. 33: 20; the day of receipt is day 0, 民法典 Art. 201).
std::vector<Remark> counting_remarks(const WorkCalendar& calendar, Date receipt, int count, bool english);

}  // namespace mingting
