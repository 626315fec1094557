// Printing through CUPS with a deadline on everything.
#include "paper/print/printer.hpp"

#include <cups/cups.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <thread>
#include <utility>

namespace mingting {
namespace {

using Moment = std::chrono::steady_clock::time_point;
using std::chrono::milliseconds;

constexpr milliseconds kConnecting{3000};   // a printer that is there answers sooner
constexpr milliseconds kBetweenLooks{250};

struct ConnectionCloser {
  void operator()(http_t* connection) const { httpClose(connection); }
};
using Connection = std::unique_ptr<http_t, ConnectionCloser>;

struct DestinationFreer {
  void operator()(cups_dest_t* destination) const { cupsFreeDests(1, destination); }
};
using Destination = std::unique_ptr<cups_dest_t, DestinationFreer>;

struct InfoFreer {
  void operator()(cups_dinfo_t* info) const { cupsFreeDestInfo(info); }
};
using DestinationInfo = std::unique_ptr<cups_dinfo_t, InfoFreer>;

struct AnswerFreer {
  void operator()(ipp_t* answer) const { ippDelete(answer); }
};
using Answer = std::unique_ptr<ipp_t, AnswerFreer>;

class Options {
 public:
  Options() = default;
  Options(const Options&) = delete;
  Options& operator=(const Options&) = delete;
  ~Options() { cupsFreeOptions(count_, list_); }
  void add(const char* name, const char* value) { count_ = cupsAddOption(name, value, count_, &list_); }
  int count() const { return count_; }
  cups_option_t* list() const { return list_; }

 private:
  int count_ = 0;
  cups_option_t* list_ = nullptr;
};

/// What must be dealt with by a person before paper comes out, the most telling first.
constexpr std::array<std::string_view, 16> kBlocking{
    "media-jam",       "media-empty",         "media-needed",  "input-tray-missing", "cover-open",  "door-open",
    "interlock-open",  "marker-supply-empty", "toner-empty",   "output-area-full",   "fuser-over-temp", "paused",
    "shutdown",        "offline",             "stopping",      "timed-out"};

std::string_view without_severity(std::string_view reason) {
  for (const std::string_view ending : {"-error", "-warning", "-report"}) {
    if (reason.ends_with(ending)) return reason.substr(0, reason.size() - ending.size());
  }
  return reason;
}

std::vector<std::string> keywords(ipp_t* answer, const char* name) {
  std::vector<std::string> values;
  ipp_attribute_t* attribute = ippFindAttribute(answer, name, IPP_TAG_KEYWORD);
  for (int i = 0; attribute != nullptr && i < ippGetCount(attribute); ++i) {
    values.emplace_back(ippGetString(attribute, i, nullptr));
  }
  return values;
}

int enumeration(ipp_t* answer, const char* name) {
  ipp_attribute_t* attribute = ippFindAttribute(answer, name, IPP_TAG_ENUM);
  return attribute == nullptr ? 0 : ippGetInteger(attribute, 0);
}

/// Reports need nobody while a job may still print: a second tray that is empty. After it has failed they may say why.
enum class Reports { Skip, Take };

/// The first blocking keyword among them.
std::string blocking_reason(const std::vector<std::string>& reasons, Reports reports) {
  for (const std::string_view known : kBlocking) {
    const bool said = std::any_of(reasons.begin(), reasons.end(), [&](const std::string& reason) {
      return without_severity(reason) == known && (reports == Reports::Take || !reason.ends_with("-report"));
    });
    if (said) return std::string(known);
  }
  return "";
}

struct Look {
  ipp_jstate_t job = IPP_JSTATE_PENDING;
  std::string reason;  ///< why nothing comes out, or ""
};

/// One print: connected, sent, watched.
class PrintRun {
 public:
  PrintRun(std::string destination, Moment deadline) : name_(std::move(destination)), deadline_(deadline) {}

  Result<void> connect() { return name_.find("://") == std::string::npos ? connect_queue() : connect_device(); }

  Result<void> send(std::string_view pdf, const std::string& title, PaperKind kind) {
    info_.reset(cupsCopyDestInfo(connection_.get(), destination_.get()));
    if (!info_) return unreachable();
    Options options;
    choose(options, kind);
    if (const auto created = create_job(title, options); !created) return fail(created.error());
    return send_document(pdf, title, options);
  }

  PrintStatus watch() {
    Look look;
    for (;;) {
      if (const auto seen = look_at_job()) look = *seen;
      if (look.job == IPP_JSTATE_COMPLETED) return {PrintState::Printed, ""};
      if (look.job >= IPP_JSTATE_CANCELED) return {PrintState::Failed, look.reason};
      if (!time_left()) break;
      std::this_thread::sleep_for(kBetweenLooks);
    }
    if (look.job == IPP_JSTATE_PROCESSING && look.reason.empty()) return {PrintState::Waiting, ""};
    return taken_back(look.reason);
  }

  /// What was begun and not finished must not stay in the printer.
  bool take_back() {
    return job_ == 0 || cupsCancelDestJob(connection_.get(), destination_.get(), job_) <= IPP_STATUS_OK_EVENTS_COMPLETE;
  }

 private:
  tl::unexpected<Error> unreachable() const {
    return fail(Trouble::Unavailable, "printer.unreachable", name_);
  }

  bool time_left() const { return std::chrono::steady_clock::now() + kBetweenLooks <= deadline_; }

  int milliseconds_left() const {
    const auto left = std::chrono::duration_cast<milliseconds>(deadline_ - std::chrono::steady_clock::now());
    return static_cast<int>(std::clamp(left, milliseconds{200}, kConnecting).count());
  }

  /// A printer that stops answering in the middle must not hold the kiosk.
  void bound_waiting() {
    httpSetTimeout(connection_.get(), milliseconds_left() / 1000.0, [](http_t*, void*) { return 0; }, nullptr);
  }

  Result<void> connect_device() {
    destination_.reset(cupsGetDestWithURI("mingting", name_.c_str()));
    if (!destination_) return fail(Trouble::Invalid, "printer.no-address", name_);
    std::array<char, 1024> resource{};
    connection_.reset(cupsConnectDest(destination_.get(), CUPS_DEST_FLAGS_DEVICE, milliseconds_left(), nullptr,
                                      resource.data(), resource.size(), nullptr, nullptr));
    if (!connection_) return unreachable();
    bound_waiting();
    uri_ = name_;
    resource_ = resource.data();
    return {};
  }

  Result<void> connect_queue() {
    connection_.reset(httpConnect2(cupsServer(), ippPort(), nullptr, AF_UNSPEC, cupsEncryption(), 1, milliseconds_left(),
                                   nullptr));
    if (!connection_) {
      return fail(Trouble::Unavailable, "printer.no-service");
    }
    bound_waiting();
    destination_.reset(cupsGetNamedDest(connection_.get(), name_.c_str(), nullptr));
    if (!destination_) return fail(Trouble::Unavailable, "printer.no-queue", name_);
    resource_ = "/printers/" + name_;
    uri_ = "ipp://localhost" + resource_;
    return {};
  }

  bool supports(const char* option, const char* value) const {
    return cupsCheckDestSupported(connection_.get(), destination_.get(), info_.get(), option, value) != 0;
  }

  /// A slip printer prints on its own roll; its queue knows the roll's size better than we do.
  void choose(Options& options, PaperKind kind) const {
    if (kind == PaperKind::A4 && supports(CUPS_MEDIA, CUPS_MEDIA_A4)) options.add(CUPS_MEDIA, CUPS_MEDIA_A4);
    if (supports("print-scaling", "none")) options.add("print-scaling", "none");
    if (supports(CUPS_SIDES, CUPS_SIDES_ONE_SIDED)) options.add(CUPS_SIDES, CUPS_SIDES_ONE_SIDED);
    options.add(CUPS_COPIES, "1");
  }

  /// A printer busy with somebody else's page is asked again while patience lasts.
  Result<void> create_job(const std::string& title, const Options& options) {
    for (;;) {
      const ipp_status_t status = cupsCreateDestJob(connection_.get(), destination_.get(), info_.get(), &job_, title.c_str(),
                                                    options.count(), options.list());
      if (status <= IPP_STATUS_OK_EVENTS_COMPLETE) return {};
      job_ = 0;
      const bool later = status == IPP_STATUS_ERROR_BUSY || status == IPP_STATUS_ERROR_DEVICE;
      if (!later || !time_left()) break;
      std::this_thread::sleep_for(kBetweenLooks);
    }
    return fail(Trouble::Unavailable, "printer.not-taken", name_, cupsLastErrorString());
  }

  Result<void> send_document(std::string_view pdf, const std::string& title, const Options& options) {
    http_status_t status = cupsStartDestDocument(connection_.get(), destination_.get(), info_.get(), job_, title.c_str(),
                                                 CUPS_FORMAT_PDF, options.count(), options.list(), 1);
    constexpr std::size_t kPiece = 16384;
    for (std::size_t at = 0; status == HTTP_STATUS_CONTINUE && at < pdf.size(); at += kPiece) {
      const std::string_view piece = pdf.substr(at, kPiece);
      status = cupsWriteRequestData(connection_.get(), piece.data(), piece.size());
    }
    const bool sent = status == HTTP_STATUS_CONTINUE && cupsFinishDestDocument(connection_.get(), destination_.get(),
                                                                               info_.get()) <= IPP_STATUS_OK_EVENTS_COMPLETE;
    if (sent) return {};
    const std::string why = cupsLastErrorString();
    take_back();
    return fail(Trouble::Unavailable, "printer.not-sent", name_, why);
  }

  Answer ask(ipp_op_t operation, const std::vector<const char*>& wanted) {
    ipp_t* request = ippNewRequest(operation);
    ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", nullptr, uri_.c_str());
    if (operation == IPP_OP_GET_JOB_ATTRIBUTES) ippAddInteger(request, IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", job_);
    ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nullptr, cupsUser());
    ippAddStrings(request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", static_cast<int>(wanted.size()),
                  nullptr, wanted.data());
    return Answer(cupsDoRequest(connection_.get(), request, resource_.c_str()));
  }

  std::optional<Look> look_at_job() {
    const Answer job = ask(IPP_OP_GET_JOB_ATTRIBUTES, {"job-state", "job-state-reasons", "job-printer-state-reasons"});
    const Answer printer = ask(IPP_OP_GET_PRINTER_ATTRIBUTES, {"printer-state", "printer-state-reasons"});
    if (!job || enumeration(job.get(), "job-state") == 0) return std::nullopt;
    Look look{static_cast<ipp_jstate_t>(enumeration(job.get(), "job-state")), ""};
    std::vector<std::string> reasons;
    for (ipp_t* answer : {printer.get(), job.get()}) {
      if (answer == nullptr) continue;
      for (const char* name : {"printer-state-reasons", "job-printer-state-reasons", "job-state-reasons"}) {
        for (std::string& reason : keywords(answer, name)) reasons.push_back(std::move(reason));
      }
    }
    look.reason = blocking_reason(reasons, look.job >= IPP_JSTATE_CANCELED ? Reports::Take : Reports::Skip);
    const bool stopped = printer && enumeration(printer.get(), "printer-state") == IPP_PSTATE_STOPPED;
    if (look.reason.empty() && stopped) look.reason = "paused";
    return look;
  }

  PrintStatus taken_back(const std::string& reason) {
    if (take_back()) return {PrintState::Failed, reason};
    // Too late to take back: it may have come out in this very moment.
    const auto look = look_at_job();
    if (look && look->job == IPP_JSTATE_COMPLETED) return {PrintState::Printed, ""};
    return {look && look->job >= IPP_JSTATE_CANCELED ? PrintState::Failed : PrintState::Waiting, reason};
  }

  std::string name_;
  Moment deadline_;
  Connection connection_;
  Destination destination_;
  DestinationInfo info_;
  std::string uri_, resource_;
  int job_ = 0;
};

class CupsPrinter final : public Printer {
 public:
  explicit CupsPrinter(std::string destination) : destination_(std::move(destination)) {}

  Result<PrintStatus> print(std::string_view pdf, std::string_view title, PaperKind kind, int patience) override {
    if (!pdf.starts_with("%PDF-")) return fail(Trouble::Invalid, "printer.no-pdf");
    if (destination_.empty()) return fail(Trouble::Unavailable, "printer.none");
    PrintRun run(destination_, std::chrono::steady_clock::now() + std::chrono::seconds(std::max(patience, 1)));
    if (const auto connected = run.connect(); !connected) return fail(connected.error());
    if (const auto sent = run.send(pdf, std::string(title), kind); !sent) return fail(sent.error());
    return run.watch();
  }

 private:
  std::string destination_;
};

}  // namespace

std::unique_ptr<Printer> cups_printer(std::string destination) { return std::make_unique<CupsPrinter>(std::move(destination)); }

}  // namespace mingting
