// What is in the register of a test, and how does it get there?
#include "desk/register/register_fixture.hpp"

#include <fmt/format.h>

namespace mingting {

Instant moment(const char* local_time) {
  return parse_local_time(local_time).value();
}

Clerk clerk_on(std::string_view iso, const std::string& name) {
  return {name, start_of(day_of(iso)) + std::chrono::hours{10}};
}

Step taken(std::string_view iso, StepWhat what) {
  return {day_of(iso), "张示例", start_of(day_of(iso)) + std::chrono::hours{10}, std::move(what)};
}

Submission application_of(int n) {
  const auto text = std::to_string(n);
  return {.form = "application",
          .form_title = "政府信息公开申请",
          .form_version = "2026-1",
          .rules = "application",
          .answers = {{"description", "信息内容", "第" + text + "条路的改造方案", "第" + text + "条路的改造方案"},
                      {"applicant_kind", "申请人", "person", "个人（自然人）"},
                      {"name", "姓名", "示例" + text, "示例" + text},
                      {"paper_number", "证件号码", "P-" + text, "P-" + text},
                      {"phone", "联系电话", "0851-0000000" + text, "0851-0000000" + text}},
          .content_release = "7",
          .about_item = ""};
}

Submission feedback_of(int n) {
  return {.form = "feedback",
          .form_title = "意见反馈",
          .form_version = "1",
          .rules = "feedback",
          .answers = {{"comment", "意见", "大厅第" + std::to_string(n) + "把椅子坏了", ""},
                      {"contact_name", "姓名", "示例" + std::to_string(n), ""}},
          .content_release = "7",
          .about_item = ""};
}

std::string kiosk_number(int n) {
  return make_receipt_number("NM", "K01", day_of("2026-09-11"), n).text;
}

std::string hash_at(int position) {
  return fmt::format("{:064x}", position);
}

OpenedRecord record_at(int position, Submission submission, const char* when) {
  return {.position = static_cast<std::uint64_t>(position),
          .hash = hash_at(position),
          .previous = hash_at(position - 1),
          .number = kiosk_number(position),
          .received = moment(when),
          .clock = moment(when),
          .start = 1,
          .code_hash = std::string(64, 'c'),
          .submission = std::move(submission)};
}

OpenedExport export_of(std::vector<OpenedRecord> records, const std::string& key) {
  return {.kiosk_key = key,
          .kiosk_fingerprint = "8A2F-11C0",
          .kiosk_name = "K01",
          .made = "2026-09-11T17:00:00",
          .records = std::move(records),
          .faults = {}};
}

OpenedExport applications(int first, int last) {
  std::vector<OpenedRecord> records;
  for (int n = first; n <= last; ++n) records.push_back(record_at(n, application_of(n)));
  return export_of(std::move(records));
}

DocumentDraft paper_of(std::string_view iso, const std::string& prefix) {
  return {.kind = "reply", .prefix = prefix, .on = day_of(iso), .content = [](const std::string& number, const Case&) -> Result<std::string> {
            return "{\"number\":\"" + number + "\"}";
          }};
}

std::unique_ptr<Register> sound(Result<std::unique_ptr<Register>> opened) {
  if (opened) return std::move(*opened);
  ADD_FAILURE() << worded(opened.error());
  std::abort();
}

std::string RegisterDesk::everything() const { return engine.everything(folder.path()); }

std::string RegisterDesk::bytes() const { return engine.bytes(folder.path()); }

Result<std::unique_ptr<Register>> RegisterDesk::create() const { return engine.create(folder.path(), "nanming"); }

Result<std::unique_ptr<Register>> RegisterDesk::open() const { return engine.open(folder.path()); }

std::unique_ptr<Register> RegisterDesk::made() const {
  auto made = sound(create());
  EXPECT_TRUE(made->enrol(kKioskKey, "一楼大厅", clerk_on("2026-09-01")));
  return made;
}

std::unique_ptr<Register> RegisterDesk::holding(int count) const {
  auto held = made();
  const auto report = held->import(applications(1, count), clerk_on("2026-09-11"), with());
  EXPECT_TRUE(report) << (report ? "" : worded(report.error()));
  return held;
}

Recorded does(Register& at, const RegisterDesk& desk, std::int64_t id, std::string_view iso, StepWhat what,
              const std::optional<DocumentDraft>& paper) {
  auto recorded = at.record(id, {taken(iso, std::move(what)), paper}, desk.with());
  EXPECT_TRUE(recorded) << iso << ": " << (recorded ? "" : worded(recorded.error()));
  return recorded ? std::move(*recorded) : Recorded{};
}

void finish(Register& at, const RegisterDesk& desk, std::int64_t id, std::string_view iso) {
  const auto paper = paper_of(iso);
  does(at, desk, id, iso, Replied{.kind = ReplyKind::Granted}, paper);
  does(at, desk, id, iso, Served{});
}

std::vector<Acknowledged> acknowledged_by(Register& at) {
  std::vector<Acknowledged> all;
  const auto chains = at.chains();
  EXPECT_TRUE(chains) << (chains ? "" : worded(chains.error()));
  for (const auto& chain : chains.value_or(std::vector<KioskChain>{})) {
    const auto told = acknowledged_of(chain.kiosk.key, chain.standing);
    all.insert(all.end(), told.begin(), told.end());
  }
  return all;
}

std::vector<std::string> numbers_of(Register& at) {
  std::vector<std::string> numbers;
  const auto documents = at.all_documents();
  EXPECT_TRUE(documents);
  for (const auto& document : documents.value_or(std::vector<IssuedDocument>{})) numbers.push_back(document.number);
  return numbers;
}

}  // namespace mingting
