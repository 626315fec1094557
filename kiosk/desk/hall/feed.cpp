// What goes back to the hall: how entries stand, and what kiosks may forget.
#include "desk/hall/feed.hpp"

#include <fmt/format.h>

#include <set>

#include "base/text.hpp"
#include "base/words.hpp"
#include "desk/told/case_text.hpp"
#include "desk/entries/promises.hpp"
#include "desk/entries/published.hpp"
#include "desk/feedback/publish.hpp"
#include "domain/exchange/acknowledgement.hpp"
#include "intake/status_feed.hpp"

namespace mingting {
namespace {

constexpr std::size_t kPage = 2000;
constexpr std::size_t kMostReply = 4000;  // code points; a box holds 16 KB

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

/// The number of the reply that stands; its words are on the paper, which is the applicant's alone.
std::string reply_words(const Case& one) {
  if (!one.reply || one.reply->number.empty() || !one.replied) return {};
  return fmt::format("答复书 {}，{}作出。内容以送达的答复书为准。", one.reply->number, chinese_date(*one.replied));
}

Result<CaseStatus> application_status(const DeskWork& work, const Entry& entry) {
  const auto steps = work.book.steps(entry.id);
  if (!steps) return fail(steps.error());
  const auto one = case_of(*steps);
  auto status = status_of(one, work.with(), work.on, [](const Remark& remark) { return worded(remark); });
  status.reply = reply_words(one);
  return status;
}

CaseStatus other_status(const DeskWork& work, const Entry& entry, const std::vector<Note>& notes, Promises& promises) {
  CaseStatus status;
  status.phase = entry.finished ? "answered" : "received";
  status.done.push_back({local_date(entry.received), "收到", "arrived"});
  for (const auto& note : notes) {
    if (note.name == "answered") status.done.push_back({note.on, "答复", "replied"});
  }
  if (const auto due = promises.of(entry); due && !entry.finished) {
    status.due = due->date;
    status.due_provisional = due->provisional;
    status.overdue = work.on > due->date;
  }
  status.reply = clean_input(answer_of(notes), Lines::Many, kMostReply);
  status.as_of = work.on;
  return status;
}

Result<FeedEntry> feed_entry(const DeskWork& work, const Entry& entry, Promises& promises) {
  const auto notes = work.book.notes(entry.id);
  if (!notes) return fail(notes.error());
  Result<CaseStatus> status = entry.kind == EntryKind::Application
                                  ? application_status(work, entry)
                                  : Result<CaseStatus>(other_status(work, entry, *notes, promises));
  if (!status) return fail(status.error());
  status->number = entry.number;
  status->matter = entry.submission.form_title;
  // An item that is gone again is not offered: the hall could not open it.
  if (const auto item = published_item(*notes); is_item(work, item)) status->reply_item = item;
  return seal_status(entry.code_hash, *status);
}

struct FeedMade {
  std::vector<FeedEntry> entries;
  std::size_t without_code = 0;
};

Result<FeedMade> make_feed(const DeskWork& work) {
  FeedMade made;
  Promises promises(work);
  const auto done = each_entry(work, {}, [&](const Entry& entry) -> Result<void> {
    if (!is_recent(work, entry) || entry.erased) return {};
    if (entry.code_hash.empty()) {
      ++made.without_code;
      return {};
    }
    auto sealed = feed_entry(work, entry, promises);
    if (!sealed) return fail(sealed.error().trouble, "第 {} 件（{}）：{}", entry.id, entry.number, sealed.error());
    made.entries.push_back(std::move(*sealed));
    return {};
  });
  if (!done) return fail(done.error());
  return made;
}

}  // namespace

Answered write_status_feed(const DeskWork& work, const Path& file) {
  auto made = make_feed(work);
  if (!made) return fail(made.error());
  const auto count = made->entries.size();
  const auto text = print_feed(std::move(made->entries), work.on);
  if (auto written = write_durably(work.files, file, text); !written) return fail(written.error());
  auto said = fmt::format("已写好进展 {}：{} 件，截至{}。请随下一次发布送到大厅\n", file.string(), count, chinese_date(work.on));
  if (made->without_code > 0) said += fmt::format("另有 {} 件没有查询码，不在里面\n", made->without_code);
  return CommandAnswer{true, std::move(said),
                       json_text({{"ok", true},
                                  {"file", file.string()},
                                  {"entries", count},
                                  {"without_code", made->without_code},
                                  {"as_of", iso_date(work.on)}})};
}

Answered write_acknowledgements(const DeskWork& work, const Path& folder) {
  const auto held = work.book.acknowledgements();
  if (!held) return fail(held.error());
  const auto kiosks = work.book.kiosks();
  if (!kiosks) return fail(kiosks.error());
  std::vector<Acknowledged> all;
  TextTable table{{"自助机", "收到第几号为止"}, {}};
  auto list = OrderedJson::array();
  for (const auto& each : *held) {
    std::string name;
    for (const auto& kiosk : *kiosks) name = kiosk.key == each.kiosk_key ? kiosk.name : name;
    all.push_back({each.kiosk_key, each.position, each.hash});
    table.rows.push_back({name, std::to_string(each.position)});
    list.push_back({{"kiosk", name}, {"key", each.kiosk_key}, {"position", each.position}});
  }
  const auto file = folder / "acknowledged.json";
  if (auto made = work.files.make_folders(folder); !made) return fail(made.error());
  if (auto written = write_durably(work.files, file, print_acknowledged(std::move(all))); !written) return fail(written.error());
  return CommandAnswer{true,
                       fmt::format("{}已写好收讫 {}：随下一次发布送到大厅，自助机就可以清除这些记录。请先备份登记册\n",
                                   held->empty() ? "还没有可以收讫的记录。" : table_text(table), file.string()),
                       json_text({{"ok", true}, {"file", file.string()}, {"kiosks", std::move(list)}})};
}

}  // namespace mingting
