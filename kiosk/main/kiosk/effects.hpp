// Carries out effects on worker threads, and hands their answers to the loop as messages. The loop never waits for a disk,
// a search or a printer.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "app/ports.hpp"

namespace mingting {

/// A thread that does jobs one after another. Its destructor finishes what is queued.
class Lane {
 public:
  Lane();
  ~Lane();
  void post(std::function<void()> job);
  void wait_idle();  ///< for scripts: until nothing is queued or running

 private:
  void work();
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> jobs_;
  bool busy_ = false, ending_ = false;
  std::thread thread_;
};

struct Ports {
  std::shared_ptr<ContentPort> content;
  std::unique_ptr<PinyinPort> pinyin;
  std::unique_ptr<IntakePort> intake;
  std::unique_ptr<ReceiptPort> receipts;
  std::shared_ptr<UsesPort> uses;  ///< null where nothing can be counted
};

class EffectRunner {
 public:
  /// `wake` is called from any thread when a message waits.
  EffectRunner(Ports ports, std::function<void()> wake);

  void perform(const Effect& effect);
  /// The answers that have come in, in order.
  std::vector<Msg> take();
  void settle();
  /// From now on lists, documents and searches come from this content.
  void use_content(std::shared_ptr<ContentPort> content);
  /// The day on which content is shown, as ContentPort has it; cheap while it is the same.
  void show_on(Date today);
  /// Work on the store of submissions, on the one thread that uses it; it answers nobody here.
  void beside_intake(std::function<void()> job);
  /// Any other slow work of the program: its message is handed over like an answer.
  void background(std::function<Msg()> job);

 private:
  void answer(Msg message);
  void run(const effect::LoadList& load);
  void run(const effect::LoadDocument& load);
  void run(const effect::AskTable& ask);
  void run(const effect::Search& search);
  void run(const effect::Compose& compose);
  void run(const effect::Choose& choose);
  void run(const effect::SubmitForm& submit);
  void run(const effect::ClaimKept& claim);
  void run(const effect::EndClaims&);
  void run(const effect::MakeReceipt& make);
  void run(const effect::PrintReceipt& print);
  void run(const effect::LookUpStatus& look_up);
  void run(const effect::EncodeAddress& encode);
  void run(const effect::CountUses& count);
  void run(const effect::Forget&);

  std::function<void()> wake_;
  Date today_{};  ///< of the caller's thread
  std::mutex mutex_;
  std::vector<Msg> answers_;
  std::uint64_t latest_search_ = 0;  ///< guarded by mutex_: older searches in the queue are not worth doing
  Ports ports_;
  Lane content_, typing_, paper_, other_;  // last: their threads end before what they use
};

}  // namespace mingting
