// Each entry's status as the kiosk shows it: an application's by its steps, the others' by what was noted.
#include "desk/hall/feed.hpp"

#include <set>

#include "base/text/characters.hpp"
#include "desk/entries/promises.hpp"
#include "desk/entries/published.hpp"
#include "desk/feedback/answer.hpp"
#include "intake/sealed/status_feed.hpp"

namespace mingting {
namespace {

constexpr std::size_t kPage = 2000;
constexpr std::size_t kMostReply = 4000;  // characters; a box holds 16 KB

/// Every entry of the filter once, page by page; one that comes in meanwhile may move others to the next page.
template <class F>
Result<void> each_entry(const DeskWork& work, EntryFilter filter, F visit) {
  std::set<std::int64_t> seen;
  filter.limit = kPage;
  for (filter.offset = 0;; filter.offset += kPage) {
    const auto entries = work.book.list(filter);
    if (!entries) return fail(entries.error());
    for (const auto& entry : *entries) {
      if (!seen.insert(entry.id).second) continue;
      if (auto visited = visit(entry); !visited) return visited;
    }
    if (entries->size() < kPage) return {};
  }
}

bool is_recent(const DeskWork& work, const Entry& entry) {
  using std::chrono::sys_days;
  return !entry.finished || sys_days{work.on} - sys_days{*entry.finished} <= std::chrono::days{work.office.feed_days};
}

class FeedMaker {
 public:
  FeedMaker(const DeskWork& work, const Wording& wording) : work_(work), wording_(wording), promises_(work) {}

  /// Those that somebody can ask for; the others are counted.
  Result<std::vector<FeedEntry>> entries(std::size_t& without_code) {
    std::vector<FeedEntry> all;
    const auto done = each_entry(work_, {}, [&](const Entry& entry) -> Result<void> {
      if (!is_recent(work_, entry) || entry.erased) return {};
      if (entry.code_hash.empty()) {
        ++without_code;
        return {};
      }
      auto sealed = sealed_entry(entry);
      if (!sealed) return fail(sealed.error().trouble, "hall-feed.entry", entry.id, entry.number, sealed.error());
      all.push_back(std::move(*sealed));
      return {};
    });
    if (!done) return fail(done.error());
    return all;
  }

 private:
  /// The number of the reply that stands; its words are on the paper, which is the applicant's alone.
  std::string reply_words(const Case& one) const {
    if (!one.reply || one.reply->number.empty() || !one.replied) return {};
    return wording_(remark("hall-feed.replied", one.reply->number, *one.replied));
  }
  Result<CaseStatus> application_status(const Entry& entry) const {
    const auto steps = work_.book.steps(entry.id);
    if (!steps) return fail(steps.error());
    const auto one = case_of(*steps);
    auto status = status_of(one, work_.with(), work_.on, wording_);
    status.reply = reply_words(one);
    return status;
  }
  CaseStatus other_status(const Entry& entry, const std::vector<Note>& notes) {
    CaseStatus status;
    status.phase = entry.finished ? "answered" : "received";
    status.done.push_back({local_date(entry.received), wording_(remark("hall-feed.arrived")), "arrived"});
    for (const auto& note : notes) {
      if (note.name == "answered") status.done.push_back({note.on, wording_(remark("hall-feed.answered")), "replied"});
    }
    if (const auto due = promises_.of(entry); due && !entry.finished) {
      status.due = due->date;
      status.due_provisional = due->provisional;
      status.overdue = work_.on > due->date;
    }
    status.reply = answer_of(notes);
    if (auto first = shortened(status.reply, kMostReply); first != status.reply) {
      status.reply = wording_(remark("hall-feed.shortened", first));
    }
    status.as_of = work_.on;
    return status;
  }
  Result<FeedEntry> sealed_entry(const Entry& entry) {
    const auto notes = work_.book.notes(entry.id);
    if (!notes) return fail(notes.error());
    auto status = entry.kind == EntryKind::Application ? application_status(entry)
                                                       : Result<CaseStatus>(other_status(entry, *notes));
    if (!status) return fail(status.error());
    status->number = receipt_number_of(entry);
    status->matter = entry.submission.form_title;
    // An item that is gone again is not offered: the hall could not open it.
    if (const auto item = published_item(*notes); is_item(work_, item)) status->reply_item = item;
    return seal_status(entry.code_hash, *status);
  }

  const DeskWork& work_;
  const Wording& wording_;
  Promises promises_;
};

}  // namespace

Result<FeedMade> write_status_feed(const DeskWork& work, const Path& file, const Wording& wording) {
  FeedMade made{.file = file, .as_of = work.on};
  auto entries = FeedMaker(work, wording).entries(made.without_code);
  if (!entries) return fail(entries.error());
  made.entries = entries->size();
  const auto text = print_feed(std::move(*entries), work.on);
  if (auto written = write_durably(work.files, file, text); !written) return fail(written.error());
  return made;
}

}  // namespace mingting
