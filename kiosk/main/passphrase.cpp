// A passphrase asked for at the terminal or read from a file.
#include "main/passphrase.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "base/disk/descriptor.hpp"
#include "base/text/text.hpp"

namespace mingting {
namespace {

volatile sig_atomic_t caught = 0;

void catch_signal(int number) { caught = number; }

/// Signals only interrupt the waiting (see wait_for) while this lives, so that the terminal is put right before they end the
/// program. Blocked otherwise: one that comes just before the waiting begins must not be waited past.
class HeldSignals {
 public:
  HeldSignals() {
    caught = 0;
    sigset_t held;
    ::sigemptyset(&held);
    for (const int number : kSignals) ::sigaddset(&held, number);
    ::sigprocmask(SIG_BLOCK, &held, &mask_before_);
    struct sigaction action {};
    action.sa_handler = catch_signal;
    for (std::size_t i = 0; i < kSignals.size(); ++i) ::sigaction(kSignals.at(i), &action, &before_.at(i));
  }
  HeldSignals(const HeldSignals&) = delete;
  HeldSignals& operator=(const HeldSignals&) = delete;
  ~HeldSignals() {
    for (std::size_t i = 0; i < kSignals.size(); ++i) ::sigaction(kSignals.at(i), &before_.at(i), nullptr);
    if (caught != 0) ::raise(caught);
    ::sigprocmask(SIG_SETMASK, &mask_before_, nullptr);
  }

  /// Until something can be read; false when a signal came.
  bool wait_for(int file) const {
    struct pollfd input {file, POLLIN, 0};
    while (::ppoll(&input, 1, nullptr, &mask_before_) < 0) {
      if (errno != EINTR || caught != 0) return false;
    }
    return caught == 0;
  }

 private:
  static constexpr std::array kSignals{SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP};
  std::array<struct sigaction, kSignals.size()> before_{};
  sigset_t mask_before_{};
};

/// /dev/tty without echo while it lives.
class Terminal {
 public:
  Terminal() : file_(::open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)) {
    if (!file_ || ::tcgetattr(file_.get(), &before_) != 0) return;
    auto silent = before_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    silent.c_lflag |= ECHONL;
    ready_ = ::tcsetattr(file_.get(), TCSAFLUSH, &silent) == 0;
  }
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;
  ~Terminal() {
    if (ready_) ::tcsetattr(file_.get(), TCSAFLUSH, &before_);
  }

  bool ready() const { return ready_; }
  void say(std::string_view text) const { (void)!::write(file_.get(), text.data(), text.size()); }
  /// False at the end of input, when interrupted, or when the line is too long to be one.
  bool read_line(const HeldSignals& held, Passphrase& line) const {
    for (char c = 0;;) {
      if (!held.wait_for(file_.get()) || ::read(file_.get(), &c, 1) != 1) return false;
      if (c == '\n' || c == '\r') return true;
      if (!line.append(c)) return false;
    }
  }

 private:
  Descriptor file_;
  bool ready_ = false;
  struct termios before_ {};
};

}  // namespace

bool has_terminal() {
  const Descriptor terminal(::open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC));
  return terminal && ::isatty(STDIN_FILENO) == 1;
}

Result<Passphrase> ask_at_terminal(const std::string& prompt) {
  const HeldSignals held;
  const Terminal terminal;
  if (!terminal.ready()) {
    return fail(Trouble::Unavailable, "passphrase.no-terminal");
  }
  terminal.say(clean_input(prompt, Lines::One, 200));
  Passphrase line;
  if (!terminal.read_line(held, line)) return fail(Trouble::Unavailable, "passphrase.none");
  return line;
}

Result<Passphrase> ask_new_at_terminal(const std::string& prompt) {
  auto first = ask_at_terminal(prompt);
  if (!first) return first;
  if (count_code_points(first->view()) < kShortestPassphrase) {
    return fail(Trouble::Invalid, "passphrase.short", kShortestPassphrase);
  }
  const auto second = ask_at_terminal("请再输入一次：");
  if (!second) return fail(second.error());
  if (first->view() != second->view()) return fail(Trouble::Invalid, "passphrase.differs");
  return first;
}

Result<Passphrase> passphrase_from_file(const Path& file) {
  auto text = disk().read(file, Passphrase::kMost);
  if (!text) return fail(text.error().trouble, "passphrase.unreadable", file.string(), text.error());
  auto line = std::string_view(*text).substr(0, text->find('\n'));
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";  // Notepad puts it before a text in UTF-8
  if (line.starts_with(kByteOrderMark)) line.remove_prefix(kByteOrderMark.size());
  if (line.ends_with('\r')) line.remove_suffix(1);
  Passphrase passphrase(line);
  ::explicit_bzero(text->data(), text->size());
  if (passphrase.view().empty()) return fail(Trouble::Invalid, "passphrase.empty-file", file.string());
  return passphrase;
}

}  // namespace mingting
