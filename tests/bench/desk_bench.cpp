// The register measured at the size of ten years: 200,000 applications, one in forty open (most of the last four months, and a
// few left over from every year), each with its steps.
//
//   desk_bench make REGISTER [CASES]   makes one (it must not exist)
//   desk_bench read REGISTER           opening, list, due, the year's figures; and what plain SQLite needs for the same rows
//   desk_bench import REGISTER [N]     imports N submissions into a copy of it, again, and what plain SQLite needs to insert them
//   desk_bench stick FOLDER N PERSONS  makes a kiosk's export of N by so many persons, and the office's key that opens it
//   desk_bench seals FOLDER            opening that export's seals, which comes before an import
//
// Every figure is the middle of several runs with a new connection each, as a command has it; what is read is in the page cache.
// Wall clock, and in brackets the time this thread computed, other programs' not counted.
#include <gtest/gtest.h>  // the hall's support reports through it
#include <fmt/format.h>
#include <sqlite3.h>
#include <time.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <iostream>

#include "base/random.hpp"
#include "base/said/words.hpp"
#include "desk/register/sqlite/open.hpp"
#include "intake/export/writer.hpp"
#include "intake/sealed/record.hpp"
#include "intake/sealed/sealing.hpp"
#include "intake/hall.hpp"

namespace mingting {
namespace {

const std::string kKey = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";
const Date kToday = parse_date("2026-11-23").value();
const Clerk kClerk{"张示例", start_of(kToday) + std::chrono::hours{10}};

template <class T>
T sound(Result<T> result) {
  if (!result) throw std::runtime_error(worded(result.error()));
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

// ---- measuring ---------------------------------------------------------------------------------------------------------

struct Spent {
  double wall = 0, cpu = 0;  // ms
};

double thread_ms() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

Spent once(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  const double computed = thread_ms();
  work();
  return {std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count(), thread_ms() - computed};
}

void measure(const char* name, int runs, const std::function<void()>& work) {
  std::vector<Spent> all;
  for (int i = 0; i < runs; ++i) all.push_back(once(work));
  const auto middle = all.begin() + runs / 2;
  std::nth_element(all.begin(), middle, all.end(), [](const Spent& a, const Spent& b) { return a.wall < b.wall; });
  std::cout << fmt::format("{:<46}{:>10.1f} ms  ({:.1f})\n", name, middle->wall, middle->cpu) << std::flush;
}

// ---- plain SQLite ------------------------------------------------------------------------------------------------------

class Plain {
 public:
  explicit Plain(const Path& file) {
    if (sqlite3_open(file.c_str(), &db_) != SQLITE_OK) throw std::runtime_error("plain SQLite");
    run("PRAGMA cache_size = -65536");
  }
  Plain(const Plain&) = delete;
  Plain& operator=(const Plain&) = delete;
  ~Plain() { sqlite3_close(db_); }
  void run(const std::string& sql) {
    if (sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(db_));
  }
  /// Steps through all rows and looks at every column.
  std::int64_t scan(const std::string& sql) {
    sqlite3_stmt* rows = prepared(sql);
    std::int64_t bytes = 0;
    while (sqlite3_step(rows) == SQLITE_ROW) {
      for (int i = 0; i < sqlite3_column_count(rows); ++i) bytes += sqlite3_column_bytes(rows, i);
    }
    sqlite3_finalize(rows);
    return bytes;
  }
  sqlite3_stmt* prepared(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(db_, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(db_));
    return statement;
  }

 private:
  sqlite3* db_ = nullptr;
};

void bind_text(sqlite3_stmt* to, int index, const std::string& text) {
  sqlite3_bind_text(to, index, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
}

void run_once(sqlite3_stmt* statement) {
  if (sqlite3_step(statement) != SQLITE_DONE) throw std::runtime_error("plain insert");
  sqlite3_reset(statement);
}

// ---- the register ------------------------------------------------------------------------------------------------------

/// An application as long as most are.
Submission typical(int n, RandomSource& random, std::uint32_t persons = 150'000) {
  const auto person = fmt::format("{:018}", random.below(persons) + 100'000'000U);
  const auto wanted =
      fmt::format("第{}号：示例路{}号至{}号{}年改造工程的立项批复、资金来源和验收报告，包括分年度的拨付情况和施工单位名称", n,
                  random.below(500), random.below(500), 2000 + random.below(27));
  return {.form = "application",
          .form_title = "政府信息公开申请",
          .form_version = "2026-1",
          .rules = "application",
          .answers = {{"description", "信息内容", wanted, wanted},
                      {"applicant_kind", "申请人", random.below(5) == 0 ? "company" : "person", "个人（自然人）"},
                      {"name", "姓名", "示例" + person.substr(12), "示例"},
                      {"organisation", "单位名称", "示例" + person.substr(12) + "有限公司", ""},
                      {"paper_kind", "证件种类", "identity-card", "居民身份证"},
                      {"paper_number", "证件号码", person, person},
                      {"credit_code", "统一社会信用代码", person, person},
                      {"phone", "联系电话", "0851-00000000", "0851-00000000"},
                      {"address", "通信地址", "示例区示例街道示例路1号示例小区2栋3单元4号", "示例区示例街道示例路1号"},
                      {"form_wanted", "要什么形式", "paper", "纸质件"},
                      {"route", "怎样送到您手里", "mail", "邮寄到通信地址"},
                      {"truth", "真实", "yes", "是"}},
          .content_release = "7",
          .about_item = ""};
}

/// `count` records from position `first`, received evenly over the days before today.
OpenedExport export_of(int first, int count, int all, RandomSource& random) {
  OpenedExport opened{
      .kiosk_key = kKey, .kiosk_fingerprint = "8A2F-11C0", .kiosk_name = "K01", .made = "", .records = {}, .faults = {}};
  for (int n = first; n < first + count; ++n) {
    const auto day = std::chrono::sys_days{kToday} - std::chrono::days{(all - n) * 3650LL / all + 1};
    opened.records.push_back({.position = static_cast<std::uint64_t>(n),
                              .hash = fmt::format("{:064x}", n),
                              .number = make_receipt_number("NM", "K01", Date{day}, n % 999'999).text,
                              .received = start_of(Date{day}) + std::chrono::hours{9},
                              .clock_doubtful = false,
                              .clock = {},
                              .start = 1,
                              .code_hash = fmt::format("{:064x}", n * 7),
                              .submission = typical(n, random)});
  }
  return opened;
}

struct Rules {
  WorkCalendar calendar =
      sound(WorkCalendar::from_csv(sound(disk().read(Path(MINGTING_SOURCE) / "content/calendar/holidays.csv", 1 << 20))));
  LocalRules local;
  Reckoning with() const { return {calendar, local}; }
};

bool is_open(std::int64_t id, Date received) {
  const auto age = std::chrono::sys_days{kToday} - std::chrono::sys_days{received};
  return id % (age < std::chrono::days{120} ? 4 : 4000) != 0 ? age < std::chrono::days{120} : age >= std::chrono::days{120};
}

/// What happened to case `id`: now and then a consultation or an extension; all that are not open were answered and served.
std::vector<Step> rest_of_life(std::int64_t id, Date received) {
  const auto on = [&](int days) { return Date{std::chrono::sys_days{received} + std::chrono::days{days}}; };
  const auto step = [&](int days, StepWhat what) {
    return Step{on(days), "张示例", start_of(on(days)) + std::chrono::hours{15}, std::move(what)};
  };
  std::vector<Step> steps;
  if (id % 5 == 0) {
    steps.push_back(step(3, ConsultationSent{ConsultationKind::ThirdParty, "示例有限公司", on(5)}));
    steps.push_back(step(12, ConsultationAnswered{2, Opinion::Agrees, ""}));
  }
  if (id % 4 == 0) steps.push_back(step(14, Extended{20, "负责人示例"}));
  if (is_open(id, received)) return steps;
  const auto kinds = std::to_array(
      {ReplyKind::Granted, ReplyKind::NotOurs, ReplyKind::NotExisting, ReplyKind::AlreadyPublic, ReplyKind::InternalAffairs});
  steps.push_back(
      step(18, Replied{kinds[static_cast<std::size_t>(id) % kinds.size()], {}, fmt::format("南公开复〔2026〕{}号", id), "", {}}));
  steps.push_back(step(20, Served{}));
  return steps;
}

/// Written past the register, in one transaction: 600,000 commands one by one would take hours of flushing.
void write_steps(const Path& file, const std::vector<std::pair<std::int64_t, Date>>& cases) {
  Plain plain(file);
  plain.run("BEGIN");
  auto* insert = plain.prepared("INSERT INTO step VALUES (?, ?, ?, ?, ?, ?, ?)");
  auto* facts = plain.prepared("UPDATE entry SET finished = ?, outcome = ? WHERE id = ?");
  for (const auto& [id, received] : cases) {
    int n = 1;
    for (const auto& step : rest_of_life(id, received)) {
      const auto record = to_record(step.what);
      std::string fields;
      for (const auto& [key, value] : record.fields)
        fields += fmt::format("{}\"{}\":\"{}\"", fields.empty() ? "" : ",", key, value);
      sqlite3_bind_int64(insert, 1, id), sqlite3_bind_int(insert, 2, ++n), bind_text(insert, 3, iso_date(step.on));
      bind_text(insert, 4, step.by), sqlite3_bind_int64(insert, 5, step.recorded.time_since_epoch().count());
      bind_text(insert, 6, record.name), bind_text(insert, 7, "{" + fields + "}");
      run_once(insert);
      if (!std::holds_alternative<Served>(step.what)) continue;
      bind_text(facts, 1, iso_date(step.on)), bind_text(facts, 2, "granted"), sqlite3_bind_int64(facts, 3, id);
      run_once(facts);
    }
  }
  sqlite3_finalize(insert), sqlite3_finalize(facts);
  plain.run("COMMIT");
}

void make(const Path& file, int all) {
  const Rules rules;
  SeededRandom random(1);
  auto made = sound(create_sqlite_register(disk(), {.file = file}, "nanming"));
  sound(made->enrol(kKey, "一楼大厅", kClerk));
  std::vector<std::pair<std::int64_t, Date>> cases;
  for (int first = 1; first <= all; first += 10'000) {
    const auto opened = export_of(first, std::min(10'000, all - first + 1), all, random);
    const auto report = sound(made->import(opened, kClerk, rules.with()));
    for (std::size_t i = 0; i < report.ids.size(); ++i) cases.emplace_back(report.ids[i], local_date(opened.records[i].received));
  }
  write_steps(file, cases);
  std::cout << fmt::format("{} applications, {} open, {} MB\n", sound(made->count({})), sound(made->open_cases()).size(),
                           std::filesystem::file_size(file) / 1'000'000);
}

// ---- what is measured --------------------------------------------------------------------------------------------------

void read(const Path& file) {
  const Rules rules;
  const auto opened = [&] { return sound(open_sqlite_register(disk(), {.file = file})); };
  measure("open", 9, [&] { (void)opened(); });
  measure("list: the newest 50", 9, [&] { (void)sound(opened()->list({})); });
  measure("list: the newest 50 open", 9, [&] { (void)sound(opened()->list({.open = true})); });
  measure("list: the last 50 of a year", 9, [&] {
    (void)sound(
        opened()->list({.kind = EntryKind::Application, .from = parse_date("2020-01-01"), .to = parse_date("2020-12-31")}));
  });
  measure("list: words many have", 9, [&] { (void)sound(opened()->list({.text = "示例路12"})); });
  measure("list: words one has", 9, [&] { (void)sound(opened()->list({.text = "第1234号"})); });
  measure("list: words nobody has", 9, [&] { (void)sound(opened()->list({.text = "没有这样的话"})); });
  measure("count of all", 9, [&] { (void)sound(opened()->count({})); });
  measure("due: open cases and how each stands", 9, [&] {
    auto at = opened();
    int overdue = 0;
    for (const auto& one : sound(at->open_cases())) overdue += standing(case_of(one.steps), rules.with(), kToday).overdue ? 1 : 0;
    if (overdue < 0) throw std::runtime_error("");
  });
  measure("  of it, reading the open cases", 9, [&] { (void)sound(opened()->open_cases()); });
  measure("report: figures and tally", 5, [&] { (void)tally(sound(opened()->figures()), kToday.year()); });
  measure("the same applicant's others", 9, [&] { (void)sound(opened()->of_same_applicant(1000)); });

  measure("plain SQLite: open cases with their steps", 9, [&] {
    Plain(file).scan(
        "SELECT e.id, e.number, e.applicant, e.wanted, s.* FROM entry e JOIN step s ON s.entry = e.id WHERE e.kind = "
        "'application' AND e.finished IS NULL ORDER BY e.received, e.id, s.n");
  });
  measure("plain SQLite: every entry, four columns", 5,
          [&] { Plain(file).scan("SELECT applicant_kind, counts_from, finished, outcome FROM entry"); });
  measure("plain SQLite: every entry, all columns", 5, [&] { Plain(file).scan("SELECT * FROM entry"); });
}

/// The same rows as an import writes, without looking whether they are held or lawful.
void insert_plainly(const Path& file, const OpenedExport& opened) {
  Plain plain(file);
  plain.run("PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON; BEGIN IMMEDIATE");
  auto* entry = plain.prepared(
      "INSERT INTO entry SELECT coalesce(max(id), 0) + 1, ?1, 'application', 'person', '示例', ?1, ?2, ?3, 0, 1, ?4, "
      "'2026-11-23', NULL, NULL, NULL FROM entry");
  auto* submission =
      plain.prepared("INSERT INTO submission SELECT max(id), 'application', '', '', '', ?1, '', '', '', ?2, '', 0 FROM entry");
  auto* step =
      plain.prepared("INSERT INTO step SELECT max(id), 1, '2026-11-23', '', 0, 'arrived', '{\"way\":\"in-person\"}' FROM entry");
  for (const auto& record : opened.records) {
    std::string answers;
    for (const auto& answer : record.submission.answers) answers += answer.field + answer.label + answer.value + answer.display;
    bind_text(entry, 1, record.number), bind_text(entry, 2, record.submission.answers[0].value);
    sqlite3_bind_int64(entry, 3, record.received.time_since_epoch().count());
    sqlite3_bind_int64(entry, 4, static_cast<std::int64_t>(record.position));
    run_once(entry);
    bind_text(submission, 1, answers), bind_text(submission, 2, record.hash);
    run_once(submission);
    run_once(step);
  }
  sqlite3_finalize(entry), sqlite3_finalize(submission), sqlite3_finalize(step);
  plain.run("COMMIT");
}

void import(const Path& file, int count) {
  const Rules rules;
  SeededRandom random(2);
  const auto first = static_cast<int>(sound(sound(open_sqlite_register(disk(), {.file = file}))->count({}))) + 1;
  const auto opened = export_of(first, count, first + count, random);
  const Path copy = Path(file) += ".copy";
  const auto fresh = [&] { std::filesystem::copy_file(file, copy, std::filesystem::copy_options::overwrite_existing); };
  fresh();
  measure(fmt::format("import of {} submissions", count).c_str(), 1, [&] {
    const auto report = sound(sound(open_sqlite_register(disk(), {.file = copy}))->import(opened, kClerk, rules.with()));
    if (report.added != opened.records.size()) throw std::runtime_error("not all were added");
  });
  measure("the same again: all are held", 3, [&] {
    const auto report = sound(sound(open_sqlite_register(disk(), {.file = copy}))->import(opened, kClerk, rules.with()));
    if (report.held != opened.records.size()) throw std::runtime_error("not all are held");
  });
  fresh();
  measure("plain SQLite: inserting the same rows", 1, [&] { insert_plainly(copy, opened); });
  const auto open = sound(sound(open_sqlite_register(disk(), {.file = copy}))->open_cases());
  measure("one step recorded, durable", 9, [&, next = open.begin()]() mutable {
    auto at = sound(open_sqlite_register(disk(), {.file = copy}));
    sound(at->record((next++)->id, {{kToday, "张示例", kClerk.now, WithdrawnByApplicant{"电话"}}}, rules.with()));
  });
  std::filesystem::remove(copy);
}

/// The next record of a chain, all but its slow hash as a kiosk makes it.
vault::SealedRecord record_after(const vault::SealedRecord& before, Submission submission, const vault::SigningKey& key) {
  const auto office = office_keys().public_key;
  const auto n = before.position + 1;
  const auto received = start_of(kToday) + std::chrono::seconds{n};
  const vault::Envelope envelope{.number = make_receipt_number("NM", "K01", kToday, static_cast<int>(n)).text,
                                 .received = received,
                                 .clock = received,
                                 .trusted = received,
                                 .start = 1,
                                 .code_hash = fmt::format("{:064x}", n * 7)};
  vault::SealedRecord record{.position = n,
                             .previous = n == 1 ? vault::chain_start() : vault::record_hash(before),
                             .number = envelope.number,
                             .received = received,
                             .office_key = office,
                             .sealed = sound(vault::seal(vault::plain_record(envelope, submission).view(), office)),
                             .signature = {}};
  record.signature = key.sign(vault::record_statement(record));
  return record;
}

void stick(const Path& folder, int count, std::uint32_t persons) {
  sound(disk().make_folders(folder / "stick"));
  const auto secret = fmt::format("mingting office-secret {}\n", office_keys().secret_key);
  sound(write_durably(disk(), folder / "office.key", secret, Access::Owner));
  const auto key = vault::SigningKey::from_seed(std::string(vault::kKeySize, '\x05'));
  SeededRandom random(3);
  const auto each = [&](const std::function<Result<void>(const vault::SealedRecord&)>& give) -> Result<void> {
    vault::SealedRecord record;
    for (int n = 1; n <= count; ++n) {
      record = record_after(record, typical(n, random, persons), key);
      if (auto given = give(record); !given) return given;
    }
    return {};
  };
  const auto made = start_of(kToday) + std::chrono::hours{9};
  const auto written = vault::write_export(disk(), folder / "stick", {.kiosk_name = "K01", .key = &key, .made = made, .each = each});
  std::cout << sound(written).folder.string() << "\n";
}

void seals(const Path& folder) {
  const auto exported = sound(disk().list(folder / "stick")).at(0);
  std::size_t records = 0;
  const auto spent = once([&] {
    records = sound(open_export(disk(), folder / "stick" / exported, office_keys().secret_key)).records.size();
  });
  const auto name = fmt::format("opening the seals of {}", records);
  std::cout << fmt::format("{:<46}{:>10.1f} ms  ({:.1f})\n", name, spent.wall, spent.cpu);
}

int run(const std::vector<std::string>& arguments) {
  const auto number = [&](std::size_t at, int otherwise) { return arguments.size() > at ? std::stoi(arguments[at]) : otherwise; };
  const auto what = arguments.empty() ? "" : arguments[0];
  if (what == "make" && arguments.size() >= 2)
    make(arguments[1], number(2, 200'000));
  else if (what == "read" && arguments.size() == 2)
    read(arguments[1]);
  else if (what == "import" && arguments.size() >= 2)
    import(arguments[1], number(2, 10'000));
  else if (what == "stick" && arguments.size() == 4)
    stick(arguments[1], number(2, 0), static_cast<std::uint32_t>(number(3, 0)));
  else if (what == "seals" && arguments.size() == 2)
    seals(arguments[1]);
  else
    return std::cerr << "desk_bench make|read|import REGISTER [N] | stick FOLDER N PERSONS | seals FOLDER\n", 2;
  return 0;
}

}  // namespace
}  // namespace mingting

int main(int count, char** arguments) {
  try {
    return mingting::run({arguments + 1, arguments + count});
  } catch (const std::exception& trouble) {
    std::cerr << trouble.what() << "\n";
    return 1;
  }
}
