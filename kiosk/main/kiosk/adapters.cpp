// The app's ports over library, intake, paper and pinyin.
#include "main/kiosk/adapters.hpp"

#include <algorithm>

#include "base/said/log.hpp"
#include "base/said/words.hpp"
#include "input/pinyin.hpp"
#include "intake/sealed/status_feed.hpp"
#include "library/library.hpp"
#include "paper/pages/receipt.hpp"
#include "paper/pdf/qr.hpp"
#include "paper/print/printer.hpp"

namespace mingting {
namespace {

constexpr std::size_t kLatest = 6, kMostUsed = 6;
constexpr int kPrintPatience = 15;  // seconds

class LibraryContent final : public ContentPort {
 public:
  explicit LibraryContent(Library library) : library_(std::move(library)) {}
  void show_on(Date today) override {
    today_ = today;
    library_.show_on(today);
  }
  Result<ListPage> list(const ListQuery& query) override { return library_.list(query); }
  Result<Document> document(const std::string& item) override { return library_.document(item); }
  Result<SearchResults> search(const SearchQuery& query) override { return library_.search(query); }

  Result<TableAnswer> ask(const TableQuestion& question) override {
    return std::visit([this](const auto& each) { return answered(answer(each)); }, question);
  }

  Result<std::optional<CaseStatus>> status(const ReceiptNumber& number, const QueryCode& code) override {
    const auto ticket = feed_ticket(number, code);
    if (!ticket) return fail(ticket.error());
    const auto box = library_.status_box(ticket->key);
    if (!box) return fail(box.error());
    auto status = *box ? open_status(*ticket, **box) : std::nullopt;
    if (status && status->number != number.text) status.reset();
    return status;
  }

 private:
  template <class T>
  static Result<TableAnswer> answered(Result<T> result) {
    if (!result) return fail(result.error());
    return TableAnswer(std::move(*result));
  }
  Result<RowPage> answer(const RowQuery& query) { return library_.rows(query); }
  Result<GroupPage> answer(const GroupQuery& query) { return library_.groups(query); }
  Result<Measures> answer(const MeasuresOf& of) { return library_.measures(of.table, today_); }
  Result<RowDetail> answer(const RowOf& row) { return library_.row(row.table, row.row); }
  Result<EditionDifference> answer(const EditionsOf& of) { return library_.difference(of.table, of.older, of.newer); }
  Result<RowHits> answer(const FindRows& find) { return library_.find_rows(find.text, find.tables, find.limit); }
  Result<RowsLeading> answer(const RowsTo& to) { return library_.rows_leading_to(to.item); }
  /// Not to be found is an answer, and no trouble.
  Result<KeyFound> answer(const KeyOf& key) {
    auto row = library_.look_up(key.table, key.cells);
    if (row) return KeyFound{std::move(*row)};
    if (row.error().trouble == Trouble::NotFound) return KeyFound{};
    return fail(row.error());
  }

  Library library_;
  Date today_{};
};

class NoContent final : public ContentPort {
 public:
  Result<TableAnswer> ask(const TableQuestion&) override { return fail(Trouble::NotFound, "kiosk.no-table"); }
  Result<ListPage> list(const ListQuery&) override { return ListPage{}; }
  Result<Document> document(const std::string& item) override { return fail(Trouble::NotFound, "kiosk.no-item", item); }
  Result<SearchResults> search(const SearchQuery& query) override { return SearchResults{.query = query.text}; }
  Result<std::optional<CaseStatus>> status(const ReceiptNumber&, const QueryCode&) override { return std::nullopt; }
};

class RimePinyin final : public PinyinPort {
 public:
  explicit RimePinyin(Path prebuilt) : prebuilt_(std::move(prebuilt)) {}

  Result<Answer> compose(const std::string& letters, int page) override {
    return with([&](Pinyin& pinyin) { return pinyin.compose(letters, page); }, letters);
  }
  Result<Answer> choose(const std::string& letters, int page, int index) override {
    return with([&](Pinyin& pinyin) { return pinyin.choose(letters, page, index); }, letters);
  }
  void forget() override {
    if (pinyin_) (void)pinyin_->compose("", 0);
  }

 private:
  /// The dictionary is opened at the first letter: most visits never need it.
  template <class Ask>
  Result<Answer> with(Ask ask, const std::string& letters) {
    if (!tried_) open();
    if (!pinyin_) return Answer{{.letters = letters}, ""};
    auto composition = ask(*pinyin_);
    if (!composition) return fail(composition.error());
    return answer_of(std::move(*composition));
  }

  void open() {
    tried_ = true;
    auto opened = Pinyin::open(prebuilt_, prebuilt_);
    if (opened) pinyin_ = std::move(*opened);
    else spdlog::error("{}", worded(opened.error()));
  }

  static Answer answer_of(Composition composition) {
    Answer answer;
    answer.composing.letters = std::move(composition.letters);
    answer.composing.preedit = std::move(composition.preedit);
    for (auto& candidate : composition.candidates) answer.composing.candidates.push_back(std::move(candidate.text));
    answer.composing.page = composition.page;
    answer.composing.last_page = composition.last_page;
    answer.committed = std::move(composition.committed);
    return answer;
  }

  Path prebuilt_;
  bool tried_ = false;
  std::optional<Pinyin> pinyin_;
};

/// Why nothing is taken in: keys of [trouble] in the strings, since the visitor may read either language.
constexpr const char* kNoKey = "no-key";

const char* reason_of(Trouble trouble) {
  if (trouble == Trouble::DiskFull) return "full";
  return trouble == Trouble::ReadOnly ? "readonly" : "other";
}

class SealedIntake final : public IntakePort {
 public:
  SealedIntake(std::shared_ptr<Intake> intake, std::shared_ptr<const Reception> reception)
      : intake_(std::move(intake)), reception_(std::move(reception)) {}

  Result<msg::Accepted> submit(const Submission& submission, const Claim& claim) override {
    const auto key = reception_->office_key();
    if (key.empty()) return fail(kNoKey);
    follow_release();
    auto accepted = intake_->submit(submission, key, claim);
    if (!accepted) {
      spdlog::error("intake: {}", worded(accepted.error()));
      return fail(accepted.error().trouble, reason_of(accepted.error().trouble));
    }
    return told(*accepted);
  }

  msg::ClaimAnswered claim(const std::string& number) override {
    const auto key = reception_->office_key();
    follow_release();
    const auto found = key.empty() ? Result<std::vector<Reclaimed>>(fail(kNoKey)) : intake_->claim(number, key);
    msg::ClaimAnswered answered{{}, offer_of(intake_->kept()), ""};
    if (!found) {
      spdlog::error("a claim failed: {}", worded(found.error()));
      answered.failed = key.empty() ? kNoKey : reason_of(found.error().trouble);
      return answered;
    }
    for (const auto& each : *found) answered.given.emplace_back(told(each.accepted), each.form);
    return answered;
  }

  void end_claims() override {
    if (auto ended = intake_->end_claims(); !ended) spdlog::warn("intake: {}", worded(ended.error()));
  }
  void handed_over() override {
    if (auto done = intake_->handed_over(); !done) spdlog::warn("intake: {}", worded(done.error()));
  }
  void tidy() override {
    if (auto tidied = intake_->tidy(); !tidied) spdlog::warn("intake: {}", worded(tidied.error()));
  }

 private:
  void follow_release() {
    intake_->use_receipt_prefix(reception_->receipt_prefix());
    intake_->use_release(reception_->times());
  }
  static msg::Accepted told(const Accepted& accepted) {
    return {accepted.number, accepted.code, accepted.received, accepted.clock_doubtful};
  }

  std::shared_ptr<Intake> intake_;
  std::shared_ptr<const Reception> reception_;
};

class ClosedIntake final : public IntakePort {
 public:
  explicit ClosedIntake(Trouble trouble) : trouble_(trouble) {}
  Result<msg::Accepted> submit(const Submission&, const Claim&) override { return fail(trouble_, reason_of(trouble_)); }
  msg::ClaimAnswered claim(const std::string&) override { return {{}, {}, reason_of(trouble_)}; }
  void end_claims() override {}
  void handed_over() override {}
  void tidy() override {}

 private:
  Trouble trouble_;
};

class PaperReceipts final : public ReceiptPort {
 public:
  PaperReceipts(FileSystem& files, Device device, std::vector<Path> faces, Words words)
      : files_(&files), device_(std::move(device)), face_files_(std::move(faces)), words_(std::move(words)) {
    if (!device_.printer.empty()) printer_ = cups_printer(device_.printer);
    forget();  // what a power cut left behind
  }

  Result<msg::ReceiptMade> make(const Receipt& receipt) override {
    msg::ReceiptMade made;
    if (auto modules = qr_modules(receipt.number.text + " " + receipt.code.text)) made.qr = std::move(*modules);
    const auto saved = save(receipt, PaperKind::A4, "").and_then([&] { return save(receipt, PaperKind::Slip80, "-slip"); });
    if (!saved) spdlog::error("receipt: {}", worded(saved.error()));
    made.saved = saved.has_value();
    return made;
  }

  msg::Printed print(const Receipt& receipt) override {
    if (!printer_) return {Printing::Failed, "other"};
    const auto kind = device_.slip ? PaperKind::Slip80 : PaperKind::A4;
    auto pdf = render(receipt, kind);
    if (!pdf) return {Printing::Failed, "other"};
    auto status = printer_->print(*pdf, receipt.number.text, kind, kPrintPatience);
    if (!status) {
      spdlog::warn("printer: {}", worded(status.error()));
      return {Printing::Failed, "offline"};
    }
    switch (status->state) {
      case PrintState::Printed: return {Printing::Done, ""};
      case PrintState::Waiting: return {Printing::Slow, ""};
      case PrintState::Failed: break;
    }
    return {Printing::Failed, status->reason};
  }

  void forget() override {
    if (device_.keep_receipts) return;
    auto names = files_->list(device_.receipts);
    if (!names) return;
    for (const auto& name : *names) {
      if (name.ends_with(".pdf")) (void)files_->remove(device_.receipts / name);
    }
  }

 private:
  Result<std::string> render(const Receipt& receipt, PaperKind kind) {
    if (!faces_) {
      auto opened = PaperFaces::open(face_files_);
      if (!opened) return fail(opened.error());
      faces_ = std::move(*opened);
    }
    return receipt_pdf(*faces_, receipt, words_for(receipt.english ? Language::English : Language::Chinese), kind);
  }

  PaperWords words_for(Language language) const {
    PaperWords words;
    for (const auto& [key, text] : words_.chinese()) {
      if (key.starts_with("paper.")) words.emplace(key.substr(6), words_.get(language, key));
    }
    return words;
  }

  Result<void> save(const Receipt& receipt, PaperKind kind, const char* suffix) {
    auto pdf = render(receipt, kind);
    if (!pdf) return fail(pdf.error());
    if (!files_->exists(device_.receipts)) {
      if (auto made = files_->make_private_folder(device_.receipts); !made) return made;
    }
    return write_durably(*files_, device_.receipts / (receipt.number.text + suffix + ".pdf"), *pdf, Access::Owner);
  }

  FileSystem* files_;
  Device device_;
  std::vector<Path> face_files_;
  Words words_;
  std::unique_ptr<Printer> printer_;
  std::optional<PaperFaces> faces_;
};

/// One that cannot be read has none: its own page tells of the fault.
std::map<std::string, Block> first_pictures(const Library& library, const std::vector<Item>& items) {
  std::map<std::string, Block> pictures;
  for (const auto& item : items) {
    const auto document = library.document(item.id);
    if (!document) continue;
    const auto& blocks = document->blocks;
    const auto first = std::ranges::find(blocks, BlockKind::Picture, &Block::kind);
    if (first != blocks.end()) pictures.emplace(item.id, *first);
  }
  return pictures;
}

/// Of all columns of urgent notices, the newest of each: older ones are over.
Result<std::vector<UrgentNotice>> urgent_notices(const Library& library, const std::vector<Column>& columns) {
  constexpr std::size_t kNewest = 200;
  std::vector<UrgentNotice> notices;
  for (const auto& column : columns) {
    if (column.kind != ColumnKind::Urgent) continue;
    const auto page = library.list({.column = column.id, .filters = {}, .limit = kNewest});
    if (!page) return fail(page.error());
    for (const auto& item : page->items) {
      if (auto notice = urgent_notice(item)) notices.push_back(std::move(*notice));
    }
  }
  return notices;
}

Result<std::shared_ptr<const Hall>> load_hall(const Library& library, const InstalledRelease& release) {
  auto hall = std::make_shared<Hall>();
  hall->release = release.sequence;
  hall->stands_in = release.in_place_of != 0;
  hall->times = {.made = release.made, .expires = release.expires};
  const auto put = [](auto& member, auto result) -> Result<void> {
    if (!result) return fail(result.error());
    member = std::move(*result);
    return {};
  };
  auto done =
      put(hall->site, library.site())
          .and_then([&] { return put(hall->columns, library.columns()); })
          .and_then([&] { return put(hall->forms, library.forms()); })
          .and_then([&] { return put(hall->tables, library.tables()); })
          .and_then([&] { return put(hall->matchers, library.matchers()); })
          .and_then([&] { return put(hall->latest, library.latest(kLatest, local_date(release.made))); })
          .and_then([&] { return put(hall->most_used, library.most_used(kMostUsed)); })
          .and_then([&] { return put(hall->urgent, urgent_notices(library, hall->columns)); })
          .and_then([&] { return put(hall->counts, library.counts()); })
          .and_then([&] { return put(hall->calendar, library.calendar()); })
          .and_then([&] { return put(hall->status_as_of, library.status_as_of()); });
  if (!done) return fail(done.error());
  hall->pictures = first_pictures(library, hall->latest);
  return hall;
}

}  // namespace

Result<OpenRelease> open_release(const InstalledRelease& release) {
  auto library = Library::open(release.content_db);
  if (!library) return fail(library.error());
  auto hall = load_hall(*library, release);
  if (!hall) return fail(hall.error());
  auto acknowledged = library->acknowledged();
  if (!acknowledged) return fail(acknowledged.error());
  return OpenRelease{*hall, std::make_shared<LibraryContent>(std::move(*library)), std::move(*acknowledged)};
}

std::shared_ptr<ContentPort> no_content() { return std::make_shared<NoContent>(); }

std::unique_ptr<PinyinPort> rime_pinyin(const Path& prebuilt) { return std::make_unique<RimePinyin>(prebuilt); }

void Reception::use(const Hall& hall) {
  const std::lock_guard lock(mutex_);
  office_key_ = hall.site.office_key;
  receipt_prefix_ = hall.site.receipt_prefix;
  times_ = hall.times;
  counts_uses_ = hall.site.count_uses;
}

std::string Reception::office_key() const {
  const std::lock_guard lock(mutex_);
  return office_key_;
}

std::string Reception::receipt_prefix() const {
  const std::lock_guard lock(mutex_);
  return receipt_prefix_;
}

ReleaseTimes Reception::times() const {
  const std::lock_guard lock(mutex_);
  return times_;
}

bool Reception::counts_uses() const {
  const std::lock_guard lock(mutex_);
  return counts_uses_;
}

std::unique_ptr<IntakePort> sealed_intake(std::shared_ptr<Intake> intake, std::shared_ptr<const Reception> reception) {
  return std::make_unique<SealedIntake>(std::move(intake), std::move(reception));
}

bool forget_acknowledged(Intake& intake, const std::vector<Acknowledged>& all) {
  const auto done = intake.forget(all);
  if (!done) {
    spdlog::error("intake: {}", worded(done.error()));
    return false;
  }
  if (done->anew)
    spdlog::warn("{}", words("kiosk.put-back", intake.ended().back().records, intake.kiosk_fingerprint()));
  if (done->records > 0)
    spdlog::info("{} submissions are held at the office and were deleted here", done->records);
  return done->anew;
}

KeptOffer offer_of(const Kept& kept) {
  return {.numbered = kept.numbered, .nameless = kept.nameless, .tries = kept.tries};
}

std::unique_ptr<IntakePort> closed_intake(Trouble trouble) { return std::make_unique<ClosedIntake>(trouble); }

std::unique_ptr<ReceiptPort> paper_receipts(FileSystem& files, Device device, std::vector<Path> faces, Words words) {
  return std::make_unique<PaperReceipts>(files, std::move(device), std::move(faces), std::move(words));
}

}  // namespace mingting
