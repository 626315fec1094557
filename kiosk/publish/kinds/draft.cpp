// The period's days are fields of the item, so their faults are told with the lines they stand on.
#include "publish/kinds/draft.hpp"

#include "domain/content/comment_period.hpp"

namespace mingting {
namespace {

/// The item's own fields, with the lines they stand on.
class Fields {
 public:
  Fields(TomlKeys& front, const Item& item, FileReport& report)
      : front_(front), table_(front.table("fields")), item_(item), report_(report) {}

  std::string text(const std::string& name) const {
    const auto found = item_.fields.find(name);
    return found == item_.fields.end() ? std::string() : found->second;
  }

  int line(const std::string& name) const {
    if (table_ == nullptr) return front_.line("fields");
    const auto* entry = table_->find(name);
    return entry == nullptr ? front_.line("fields") : entry->line;
  }

  /// A day that cannot be is an error.
  std::optional<Date> day(const std::string& name) const {
    const auto written = text(name);
    const auto date = parse_date(written);
    if (!written.empty() && !date)
      report_.error(line(name), "draft.no-date", name, written);
    return date;
  }

 private:
  TomlKeys& front_;
  const TomlValue* table_;
  const Item& item_;
  FileReport& report_;
};

void check_length(FileReport& report, const Fields& fields, const CommentPeriod& period) {
  const int days = length_in_days(period);
  if (days >= kLeastCommentDays || !fields.text("comment_reason").empty()) return;
  report.warning(fields.line("comment_until"), "draft.too-short", days, kLeastCommentDays);
}

}  // namespace

void check_comment_period(TomlKeys& front, const Item& item, FileReport& report) {
  const Fields fields(front, item, report);
  (void)fields.day("held_on");
  const auto from = fields.day("comment_from"), until = fields.day("comment_until"), adopted = fields.day("adoption_on");
  const bool half = fields.text("comment_from").empty() != fields.text("comment_until").empty();
  if (half) {
    report.error(fields.line(fields.text("comment_from").empty() ? "comment_until" : "comment_from"), "draft.half-period");
  }
  if (adopted && fields.text("adoption").empty()) report.warning(fields.line("adoption_on"), "draft.no-adoption");
  if (!from || !until) return;
  if (*until < *from) {
    report.error(fields.line("comment_until"), "draft.until-before-from", iso_date(*until), iso_date(*from));
    return;
  }
  if (adopted && *adopted < *until)
    report.error(fields.line("adoption_on"), "draft.adopted-before-until", iso_date(*adopted), iso_date(*until));
  check_length(report, fields, {*from, *until});
}

}  // namespace mingting
