// export --csv: the register as three tables for a spreadsheet.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/text.hpp"
#include "desk/told/case_text.hpp"
#include "desk/csv_out.hpp"
#include "desk/year/making.hpp"

namespace mingting {
namespace {

constexpr std::size_t kPage = 1000;   // entries read at a time
constexpr std::string_view kHidden = "（未导出）";

/// Steps' and notes' fields that hold nobody's words: everything else could name a person.
const std::set<std::string, std::less<>> kPlainFields{
    "way",   "confirmed", "working-days", "kind",   "delivered", "consultation", "opinion", "until",
    "basis", "yuan",      "number",       "withheld", "remedy",    "step",         "due",     "item"};

std::string moment(Instant instant) { return replace_all(iso_local_time(instant), "T", " "); }

class CsvExport {
 public:
  CsvExport(const DeskWork& work, bool whole) : book_(work.book), shown_(work), whole_(whole) {}

  Result<void> read() {
    if (auto read = read_entries(); !read) return read;
    return read_documents();
  }
  CsvRows entries, steps, documents;

 private:
  void put_heads() {
    entries = {{"序号", "编号", "种类", "收到时间", "时钟存疑", "收到方式", "申请人类型", "申请人", "所需信息", "法定收到日期", "状态",
                "办结日期", "办理结果", "已清除"}};
    if (whole_) entries[0].emplace_back("填写内容");
    steps = {{"序号", "编号", "第几步", "日期", "事项", "经办人", "记录时间", "有效", "内容"}};
    documents = {{"序号", "编号", "第几步", "文书", "文号", "日期", "作废"}};
    if (whole_) documents[0].emplace_back("内容");
  }

  /// Newest first, each page beginning on the day the last one ended: what comes in meanwhile moves nothing, and no page has
  /// to be counted up to from the first.
  Result<void> read_entries() {
    put_heads();
    EntryFilter filter{.limit = kPage};
    for (;;) {
      const auto page = book_.list(filter);
      if (!page) return fail(page.error());
      for (const auto& entry : *page) {
        const auto day = local_date(entry.received);
        filter.offset = filter.to == day ? filter.offset + 1 : 1;
        filter.to = day;
        if (!numbers_.emplace(entry.id, entry.number).second) continue;
        if (auto put = put_entry(entry); !put) return put;
      }
      if (page->size() < kPage) return {};
    }
  }

  Result<void> put_entry(const Entry& entry) {
    std::vector<Step> recorded;
    if (entry.kind == EntryKind::Application) {
      auto read = book_.steps(entry.id);
      if (!read) return fail(read.error());
      recorded = std::move(*read);
      put_steps(entry, recorded);
    } else {
      const auto notes = book_.notes(entry.id);
      if (!notes) return fail(notes.error());
      put_notes(entry, *notes);
    }
    put_facts(entry, case_of(recorded));
    return {};
  }

  void put_facts(const Entry& entry, const Case& one) {
    const bool application = entry.kind == EntryKind::Application;
    std::vector<std::string> row{fmt::format("{}", entry.id),
                                 entry.number,
                                 std::string(named(kEntryKinds, entry.kind).title),
                                 moment(entry.received),
                                 entry.clock_doubtful ? "是" : "否",
                                 way_of(entry, one),
                                 application ? std::string(named(kApplicantKinds, entry.applicant.kind).title) : "",
                                 whole_ ? entry.applicant.name : shown_applicant(entry),
                                 whole_ ? entry.applicant.wanted : shown_.words(entry, entry.applicant.wanted),
                                 one.received ? iso_date(*one.received) : "",
                                 state_text(entry, one),
                                 entry.finished ? iso_date(*entry.finished) : "",
                                 entry.outcome ? std::string(reply_title(*entry.outcome)) : "",
                                 entry.erased ? "是" : "否"};
    if (whole_) row.push_back(answers_of(entry.submission));
    entries.push_back(std::move(row));
  }
  static std::string way_of(const Entry& entry, const Case& one) {
    if (!entry.kiosk_key.empty()) return "自助机";
    const bool by_step = entry.kind == EntryKind::Application && one.phase != Phase::Unreceived;
    return by_step ? std::string(named(kReceiptWays, one.way).title) : "办公室登记";
  }
  static std::string answers_of(const Submission& submission) {
    std::vector<std::string> answers;
    for (const auto& answer : submission.answers) answers.push_back(answer.label + "：" + answer.display);
    return join(answers, "；");
  }

  /// `step`: name of the step they belong to; "" for a note.
  std::string fields_of(const std::string& step, const StepFields& fields) const {
    std::vector<std::string> parts;
    for (const auto& [name, value] : fields) {
      const bool shown = whole_ || value.empty() || kPlainFields.contains(name);
      parts.push_back(fmt::format("{}：{}", step.empty() ? note_word(name) : field_title(name),
                                  shown ? field_value(step, name, value) : std::string(kHidden)));
    }
    return join(parts, "；");
  }
  void put_steps(const Entry& entry, const std::vector<Step>& recorded) {
    const auto in_force = steps_in_force(recorded);
    for (std::size_t i = 0; i < recorded.size(); ++i) {
      const auto& step = recorded[i];
      const auto stored = to_record(step.what);
      put_step(entry, i, step.on, std::string(step_title(step.what)), step.by, step.recorded, in_force[i] ? "是" : "否",
               fields_of(stored.name, stored.fields));
    }
  }
  void put_notes(const Entry& entry, const std::vector<Note>& notes) {
    for (std::size_t i = 0; i < notes.size(); ++i) {
      put_step(entry, i, notes[i].on, note_word(notes[i].name), notes[i].by, notes[i].recorded, "是", fields_of("", notes[i].fields));
    }
  }
  void put_step(const Entry& entry, std::size_t index, Date on, std::string what, std::string by, Instant recorded,
                std::string in_force, std::string facts) {
    steps.push_back({fmt::format("{}", entry.id), entry.number, fmt::format("{}", index + 1), iso_date(on), std::move(what),
                     std::move(by), moment(recorded), std::move(in_force), std::move(facts)});
  }

  Result<void> read_documents() {
    const auto all = book_.documents(0);
    if (!all) return fail(all.error());
    for (const auto& one : *all) {
      const auto number = numbers_.find(one.entry);
      std::vector<std::string> row{fmt::format("{}", one.id),
                                   number == numbers_.end() ? "" : number->second,
                                   one.step == 0 ? "" : fmt::format("{}", one.step),
                                   document_title(one.kind),
                                   one.number,
                                   iso_date(one.on),
                                   one.is_void ? "是" : "否"};
      if (whole_) row.push_back(one.content);
      documents.push_back(std::move(row));
    }
    return {};
  }

  Register& book_;
  ShownEntries shown_;
  bool whole_;
  std::map<std::int64_t, std::string> numbers_;  ///< of the entries, by id
};

}  // namespace

Answered export_csv_command(const DeskWork& work, const CsvExportOptions& options) {
  CsvExport tables(work, options.whole);
  if (auto read = tables.read(); !read) return fail(read.error());
  if (auto made = work.files.make_folders(options.out); !made) return fail(made.error());
  std::string text;
  OrderedJson files = OrderedJson::array();
  for (const auto& [name, rows] : {std::pair{"entries.csv", &tables.entries}, std::pair{"steps.csv", &tables.steps},
                                   std::pair{"documents.csv", &tables.documents}}) {
    const auto path = options.out / name;
    if (auto done = write_durably(work.files, path, csv_text(*rows), Access::Owner); !done) return fail(done.error());
    text += fmt::format("{}：{} 行\n", path.string(), rows->size() - 1);
    files.push_back(OrderedJson{{"file", path.string()}, {"rows", rows->size() - 1}});
  }
  text += options.whole ? "含完整的个人信息：只在办公室内使用，用完请删除\n" : "姓名已遮盖；所需信息一栏隐去了申请人自己的姓名、住址和证件号码、电话、邮箱，别人的姓名认不出来，外传前要人核对；其他填写的文字没有导出；确需完整内容的，加 --whole\n";
  return CommandAnswer{true, std::move(text), json_text({{"ok", true}, {"whole", options.whole}, {"files", std::move(files)}})};
}

}  // namespace mingting
