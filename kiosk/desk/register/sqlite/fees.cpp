// What was paid, for part 6 of the year's report.
#include "desk/register/sqlite/register.hpp"

namespace mingting {

/// Few applications are ever charged: those with a payment in the year are found by their steps, and only they are read whole.
Result<std::int64_t> SqliteRegister::fees_paid(std::chrono::year year) {
  using namespace std::chrono;
  return file_.look("register-action.fees", [&]() -> Result<std::int64_t> {
    std::vector<std::int64_t> paid;
    auto rows = file_.query("SELECT DISTINCT entry FROM step WHERE name = 'fee-paid' AND day BETWEEN ? AND ? ORDER BY entry");
    rows.with(Date{year / January / 1}, Date{year / December / 31});
    while (rows.next()) paid.push_back(rows.integer(0));
    std::int64_t yuan = 0;
    for (const auto id : paid) {
      const auto steps = read_steps(file_, id);
      if (!steps) return fail(steps.error());
      const auto one = case_of(*steps);
      if (one.fee && one.fee_paid && one.fee_paid->year() == year) yuan += one.fee->yuan;
    }
    return yuan;
  });
}

}  // namespace mingting
