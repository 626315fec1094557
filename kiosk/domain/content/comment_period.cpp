// When a draft is open to comments, and how many days are left.
#include "domain/content/comment_period.hpp"

namespace mingting {
namespace {

std::optional<Date> day(const Item& item, const char* name) {
  const auto found = item.fields.find(name);
  return found == item.fields.end() ? std::nullopt : parse_date(found->second);
}

int days_between(Date from, Date to) {
  return static_cast<int>((std::chrono::sys_days{to} - std::chrono::sys_days{from}).count());
}

}  // namespace

std::optional<CommentPeriod> comment_period(const Item& item) {
  const auto from = day(item, "comment_from"), until = day(item, "comment_until");
  if (!from || !until || *until < *from) return std::nullopt;
  return CommentPeriod{*from, *until};
}

CommentState comment_state(const CommentPeriod& period, Date today) {
  if (today < period.from) return CommentState::NotYet;
  return today <= period.until ? CommentState::Open : CommentState::Closed;
}

int days_left(const CommentPeriod& period, Date today) { return days_between(today, period.until); }
int length_in_days(const CommentPeriod& period) { return days_between(period.from, period.until); }

}  // namespace mingting
