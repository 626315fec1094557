// Printers that print, jam, vanish or never answer.
#include "base/said/words.hpp"
#include "paper/print/printer.hpp"

#include <arpa/inet.h>
#include <cups/cups.h>
#include <gmock/gmock.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <optional>

#include "paper/paper_fixture.hpp"
#include "paper/tools.hpp"
#include "support/temp_folder.hpp"

namespace mingting {
namespace {

using testing::HasSubstr;

/// A socket on the loopback; port 0 asks for a free one.
class Loopback {
 public:
  explicit Loopback(bool listening) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address = at(0);
    socklen_t size = sizeof address;
    ::bind(socket_, reinterpret_cast<sockaddr*>(&address), size);
    if (listening) ::listen(socket_, 8);
    ::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
  }
  Loopback(const Loopback&) = delete;
  Loopback& operator=(const Loopback&) = delete;
  ~Loopback() { ::close(socket_); }
  int port() const { return port_; }

  static sockaddr_in at(int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    return address;
  }

 private:
  int socket_;
  int port_ = 0;
};

int free_port() { return Loopback(false).port(); }

/// The answer to a GET, or nothing when nobody listens.
std::optional<std::string> fetched(int port, const std::string& path) {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  const sockaddr_in address = Loopback::at(port);
  std::optional<std::string> answer;
  if (::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
    const std::string request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    answer.emplace();
    char buffer[4096];
    pollfd ready{socket, POLLIN, 0};
    if (::send(socket, request.data(), request.size(), MSG_NOSIGNAL) > 0) {
      while (::poll(&ready, 1, 1000) > 0) {
        const ssize_t count = ::recv(socket, buffer, sizeof buffer, 0);
        if (count <= 0) break;
        answer->append(buffer, static_cast<std::size_t>(count));
        if (answer->find("</html>") != std::string::npos) break;  // the printer keeps the line open
      }
    }
  }
  ::close(socket);
  return answer;
}

/// Asks every 20 ms, for at most ten seconds.
template <class Question>
bool comes_true(Question question) {
  for (int i = 0; i < 500; ++i) {
    if (question()) return true;
    ::poll(nullptr, 0, 20);
  }
  return false;
}

/// ippeveprinter, a whole IPP Everywhere printer on the loopback. It runs `script` (sh, $1 the document) for each job. It
/// insists on a D-Bus, so it gets one of its own; nothing is announced.
class RealPrinter {
 public:
  explicit RealPrinter(const std::string& script) : port_(free_port()) {
    const Path command = folder_.write("print.sh", "#!/bin/sh\nOUT='" + (folder_ / "out").string() + "'\n" + script + "\n");
    std::filesystem::permissions(command, std::filesystem::perms::owner_all);
    for (const char* name : {"out", "spool", "keys"}) std::filesystem::create_directory(folder_ / name);
    const std::string bus = "unix:path=" + (folder_ / "bus").string();
    bus_.emplace(std::vector<std::string>{"dbus-daemon", "--session", "--address=" + bus, "--nofork", "--nopidfile"},
                 folder_ / "bus.log", settings(bus));
    if (!comes_true([&] { return std::filesystem::exists(folder_ / "bus"); })) return;
    printer_.emplace(std::vector<std::string>{"ippeveprinter", "-r", "off", "-n", "localhost", "-p", std::to_string(port_), "-f",
                                              "application/pdf", "-d", (folder_ / "spool").string(), "-K",
                                              (folder_ / "keys").string(), "-c", command.string(), "-v", "test"},
                     folder_ / "printer.log", settings(bus));
    ready_ = comes_true([&] { return fetched(port_, "/").has_value() || !printer_->running(); }) && printer_->running();
  }

  bool ready() const { return ready_; }
  std::string address() const { return "ipp://localhost:" + std::to_string(port_) + "/ipp/print"; }
  std::string log() const {
    const auto text = disk().read(folder_ / "printer.log", 10'000'000);
    return text ? *text : "";
  }
  std::vector<std::string> printed() const { return *disk().list(folder_ / "out"); }
  std::string printed_bytes() const { return *disk().read(folder_ / "out" / printed().at(0), 1'000'000); }

  /// Both trays: A4 paper, so many sheets.
  void load(int sheets) const {
    const std::string count = std::to_string(sheets);
    const auto answer = fetched(port_, "/media?size1=iso_a4_210x297mm&type1=stationery&level1=" + count +
                                           "&size3=iso_a4_210x297mm&type3=stationery&level3=" + count);
    ASSERT_TRUE(answer && answer->find("200 OK") != std::string::npos);
  }

 private:
  std::vector<std::pair<std::string, std::string>> settings(const std::string& bus) const {
    return {{"DBUS_SYSTEM_BUS_ADDRESS", bus}, {"HOME", folder_.path().string()}, {"TMPDIR", folder_.path().string()}};
  }

  TempFolder folder_;
  int port_;
  std::optional<Beside> bus_, printer_;
  bool ready_ = false;
};

/// cupsd on a socket of its own, with one queue that leads to the real printer. Kept as the kiosk's should be: no job file
/// outlives its job.
class PrintService {
 public:
  explicit PrintService(const std::string& printer) {
    for (const char* name : {"spool", "cache", "state", "tmp"}) std::filesystem::create_directory(folder_ / name);
    std::filesystem::permissions(folder_.path(), std::filesystem::perms(0755));  // cupsd's helpers run as another user
    const std::string all = "  Order allow,deny\n  Allow all\n";
    const Path conf =
        folder_.write("etc/cupsd.conf", "Listen " + socket() +
                                            "\nDefaultAuthType None\nWebInterface No\nBrowsing No\n"
                                            "PreserveJobFiles No\nPreserveJobHistory Yes\n<Location />\n" +
                                            all + "</Location>\n<Location /admin>\n" + all + "</Location>\n" +
                                            "<Policy default>\n<Limit All>\n  Order deny,allow\n</Limit>\n</Policy>\n");
    const std::string root = folder_.path().string();
    const Path files = folder_.write(
        "etc/cups-files.conf", "ServerRoot " + root + "/etc\nRequestRoot " + root + "/spool\nCacheDir " + root +
                                   "/cache\nStateDir " + root + "/state\nTempDir " + root + "/tmp\nErrorLog " + root +
                                   "/error_log\nAccessLog " + root + "/access_log\nPageLog " + root +
                                   "/page_log\nSystemGroup root\nSandboxing relaxed\n");
    service_.emplace(std::vector<std::string>{"cupsd", "-f", "-c", conf.string(), "-s", files.string()}, folder_ / "cupsd.log",
                     std::vector<std::pair<std::string, std::string>>{{"DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere"}});
    ready_ = comes_true([&] {
      return run({"env", "CUPS_SERVER=" + socket(), "lpadmin", "-p", "hall", "-E", "-v", printer, "-m", "everywhere"}).status ==
             0;
    });
    // The queue knows how to convert only when what was generated for the printer has been read.
    ready_ = ready_ && comes_true([&] { return std::filesystem::exists(folder_ / "cache/hall.data"); });
    cupsSetServer(socket().c_str());
  }
  ~PrintService() { cupsSetServer(nullptr); }

  bool ready() const { return ready_; }
  std::string socket() const { return (folder_ / "sock").string(); }
  /// Documents in the spool: d00001-001.
  std::size_t documents() const {
    const auto names = *disk().list(folder_ / "spool");
    return static_cast<std::size_t>(std::count_if(names.begin(), names.end(), [](auto& name) { return name.starts_with("d"); }));
  }

 private:
  TempFolder folder_;
  std::optional<Beside> service_;
  bool ready_ = false;
};

class PrinterTest : public testing::Test {
 protected:
  void start(const std::string& script) {
    for (const char* program : {"ippeveprinter", "dbus-daemon"}) {
      if (!installed(program)) GTEST_SKIP() << program << " is not installed (cups-ipp-utils, dbus)";
    }
    printer_.emplace(script);
    ASSERT_TRUE(printer_->ready()) << printer_->log();
    printer_->load(50);
  }
  Result<PrintStatus> print(int patience) {
    return cups_printer(printer_->address())->print(pdf_, "NM-K01-20261123-0007-C", PaperKind::A4, patience);
  }
  std::string pdf_ = pdf_of(chinese_receipt(), PaperKind::A4);
  std::optional<RealPrinter> printer_;
};

double seconds_of(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

TEST_F(PrinterTest, PrintsTheBytesItWasGiven) {
  start("cp \"$1\" \"$OUT/\"");
  if (IsSkipped() || HasFatalFailure()) return;
  const auto status = print(10);
  ASSERT_TRUE(status) << worded(status.error());
  EXPECT_EQ(status->state, PrintState::Printed);
  EXPECT_EQ(status->reason, "");
  ASSERT_EQ(printer_->printed().size(), 1U);
  EXPECT_EQ(printer_->printed_bytes(), pdf_);
  EXPECT_THAT(printer_->log(), HasSubstr("iso_a4_210x297mm"));
}

TEST_F(PrinterTest, OutOfPaperSaysSoAndTakesThePageBack) {
  start("cp \"$1\" \"$OUT/\"");
  if (IsSkipped() || HasFatalFailure()) return;
  printer_->load(0);
  const auto status = print(2);
  ASSERT_TRUE(status) << worded(status.error());
  EXPECT_EQ(status->state, PrintState::Failed);
  EXPECT_THAT(status->reason, testing::AnyOf("media-empty", "media-needed"));
  EXPECT_THAT(printer_->log(), HasSubstr("Cancel-Job successful-ok"));
  EXPECT_TRUE(printer_->printed().empty());
}

TEST_F(PrinterTest, AJamFailsWithItsReason) {
  start("echo 'STATE: +media-jam-error' >&2; exit 1");
  if (IsSkipped() || HasFatalFailure()) return;
  const auto status = print(10);
  ASSERT_TRUE(status) << worded(status.error());
  EXPECT_EQ(status->state, PrintState::Failed);
  EXPECT_EQ(status->reason, "media-jam");
}

TEST_F(PrinterTest, ASlowPrinterIsWaitedForNoLongerThanPatience) {
  start("exec sleep 60");
  if (IsSkipped() || HasFatalFailure()) return;
  Result<PrintStatus> status = PrintStatus{};
  const double seconds = seconds_of([&] { status = print(2); });
  ASSERT_TRUE(status) << worded(status.error());
  EXPECT_EQ(status->state, PrintState::Waiting);
  EXPECT_EQ(status->reason, "");
  EXPECT_LT(seconds, 4);
}

TEST_F(PrinterTest, ABusyPrinterIsAskedAgainAndThenGivenUp) {
  start("exec sleep 60");
  if (IsSkipped() || HasFatalFailure()) return;
  ASSERT_TRUE(print(1));
  const auto second = print(1);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().trouble, Trouble::Unavailable);
}

TEST_F(PrinterTest, AQueueOfCupsPrintsAndKeepsNothing) {
  start("cp \"$1\" \"$OUT/\"");
  if (IsSkipped() || HasFatalFailure()) return;
  if (!installed("cupsd") || ::geteuid() != 0) GTEST_SKIP() << "cupsd is not installed, or may not run without root";
  const PrintService service(printer_->address());
  ASSERT_TRUE(service.ready());
  const auto printer = cups_printer("hall");
  const auto status = printer->print(pdf_, "NM-K01-20261123-0007-C", PaperKind::A4, 15);
  ASSERT_TRUE(status) << worded(status.error());
  EXPECT_EQ(status->state, PrintState::Printed);
  EXPECT_EQ(printer_->printed().size(), 1U);
  EXPECT_TRUE(comes_true([&] { return service.documents() == 0; }));

  printer_->load(0);
  const auto empty = printer->print(pdf_, "NM-K01-20261123-0008-9", PaperKind::A4, 3);
  ASSERT_TRUE(empty) << worded(empty.error());
  EXPECT_EQ(empty->state, PrintState::Failed);
  EXPECT_THAT(empty->reason, testing::AnyOf("media-empty", "media-needed"));
  EXPECT_TRUE(comes_true([&] { return service.documents() == 0; }));
  EXPECT_EQ(cups_printer("no-such-queue")->print(pdf_, "test", PaperKind::A4, 3).error().trouble, Trouble::Unavailable);
}

TEST(Printer, AnAbsentOneIsUnavailableAtOnce) {
  const std::string pdf = pdf_of(chinese_receipt(), PaperKind::A4);
  const auto printer = cups_printer("ipp://localhost:" + std::to_string(free_port()) + "/ipp/print");
  Result<PrintStatus> status = PrintStatus{};
  const double seconds = seconds_of([&] { status = printer->print(pdf, "test", PaperKind::A4, 20); });
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().trouble, Trouble::Unavailable);
  EXPECT_LT(seconds, 4);
}

TEST(Printer, OneThatNeverAnswersIsGivenUp) {
  const Loopback silent(true);
  const auto printer = cups_printer("ipp://localhost:" + std::to_string(silent.port()) + "/ipp/print");
  Result<PrintStatus> status = PrintStatus{};
  const double seconds =
      seconds_of([&] { status = printer->print(pdf_of(chinese_receipt(), PaperKind::A4), "test", PaperKind::A4, 1); });
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().trouble, Trouble::Unavailable);
  EXPECT_LT(seconds, 8);
}

TEST(Printer, RefusesWhatIsNoPdfAndNoAddress) {
  EXPECT_EQ(cups_printer("ipp://localhost:1/")->print("hello", "test", PaperKind::A4, 1).error().trouble, Trouble::Invalid);
  EXPECT_EQ(cups_printer("")->print("%PDF-1.3", "test", PaperKind::A4, 1).error().trouble, Trouble::Unavailable);
  EXPECT_EQ(cups_printer("no-such-queue")->print("%PDF-1.3", "test", PaperKind::A4, 1).error().trouble, Trouble::Unavailable);
}

}  // namespace
}  // namespace mingting
