// Effects carried out, quick ones at once and slow ones on a worker.
#include "main/kiosk/effects.hpp"

#include "base/said/log.hpp"
#include "base/said/words.hpp"
#include "paper/pdf/qr.hpp"

namespace mingting {

Lane::Lane() : thread_([this] { work(); }) {}

Lane::~Lane() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void Lane::post(std::function<void()> job) {
  {
    const std::lock_guard lock(mutex_);
    jobs_.push_back(std::move(job));
  }
  changed_.notify_all();
}

void Lane::wait_idle() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return jobs_.empty() && !busy_; });
}

void Lane::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return ending_ || !jobs_.empty(); });
    if (jobs_.empty()) return;
    auto job = std::move(jobs_.front());
    jobs_.pop_front();
    busy_ = true;
    lock.unlock();
    job();
    job = nullptr;
    lock.lock();
    busy_ = false;
    changed_.notify_all();
  }
}

EffectRunner::EffectRunner(Ports ports, std::function<void()> wake) : wake_(std::move(wake)), ports_(std::move(ports)) {}

void EffectRunner::perform(const Effect& effect) {
  std::visit([this](const auto& wanted) { run(wanted); }, effect);
}

std::vector<Msg> EffectRunner::take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(answers_, {});
}

void EffectRunner::settle() {
  for (auto* lane : {&content_, &typing_, &paper_, &other_}) lane->wait_idle();
}

void EffectRunner::use_content(std::shared_ptr<ContentPort> content) {
  content_.post([this, content = std::move(content), today = today_]() mutable {
    ports_.content = std::move(content);
    ports_.content->show_on(today);
  });
}

void EffectRunner::show_on(Date today) {
  if (today == today_) return;
  today_ = today;
  content_.post([this, today] { ports_.content->show_on(today); });
}

void EffectRunner::background(std::function<Msg()> job) {
  other_.post([this, job = std::move(job)] { answer(job()); });
}

void EffectRunner::beside_intake(std::function<void()> job) { paper_.post(std::move(job)); }

void EffectRunner::answer(Msg message) {
  {
    const std::lock_guard lock(mutex_);
    answers_.push_back(std::move(message));
  }
  wake_();
}

namespace {

/// The value behind a shared pointer, or null with the reason in the log.
template <class T>
std::shared_ptr<const T> shared(Result<T> result) {
  if (result) return std::make_shared<const T>(std::move(*result));
  spdlog::warn("{}", worded(result.error()));
  return nullptr;
}

}  // namespace

void EffectRunner::run(const effect::LoadList& load) {
  content_.post([this, load] { answer(msg::ListLoaded{load.query, shared(ports_.content->list(load.query))}); });
}

void EffectRunner::run(const effect::LoadDocument& load) {
  content_.post([this, load] { answer(msg::DocumentLoaded{load.item, shared(ports_.content->document(load.item))}); });
}

void EffectRunner::run(const effect::AskTable& ask) {
  content_.post([this, ask] { answer(msg::TableAnswered{ask.question, shared(ports_.content->ask(ask.question))}); });
}

void EffectRunner::run(const effect::Search& search) {
  {
    const std::lock_guard lock(mutex_);
    latest_search_ = search.asked;
  }
  content_.post([this, search] {
    {
      const std::lock_guard lock(mutex_);
      if (search.asked != latest_search_) return;
    }
    answer(msg::Found{search.asked, shared(ports_.content->search(search.query))});
  });
}

void EffectRunner::run(const effect::Compose& compose) {
  typing_.post([this, compose] {
    auto answered = ports_.pinyin->compose(compose.letters, compose.page);
    if (answered) answer(msg::Composed{compose.asked, std::move(answered->composing), std::move(answered->committed)});
  });
}

void EffectRunner::run(const effect::Choose& choose) {
  typing_.post([this, choose] {
    auto answered = ports_.pinyin->choose(choose.letters, choose.page, choose.index);
    if (!answered) answered = PinyinPort::Answer{};  // the letters are given up rather than left hanging
    answer(msg::Composed{choose.asked, std::move(answered->composing), std::move(answered->committed)});
  });
}

void EffectRunner::run(const effect::SubmitForm& submit) {
  paper_.post([this, submit] {
    auto accepted = ports_.intake->submit(submit.submission, submit.claim);
    if (accepted) return answer(*accepted);
    spdlog::error("a submission was not taken: {}", worded(accepted.error()));
    answer(msg::NotAccepted{accepted.error().code});
  });
}

void EffectRunner::run(const effect::ClaimKept& claim) {
  paper_.post([this, claim] { answer(ports_.intake->claim(claim.number)); });
}

void EffectRunner::run(const effect::EndClaims&) {
  paper_.post([this] { ports_.intake->end_claims(); });
}

void EffectRunner::run(const effect::MakeReceipt& make) {
  paper_.post([this, make] {
    auto made = ports_.receipts->make(make.receipt);
    if (!made) spdlog::error("a receipt was not written: {}", worded(made.error()));
    auto told = made ? std::move(*made) : msg::ReceiptMade{};
    told.number = make.receipt.number.text;
    answer(std::move(told));
  });
}

void EffectRunner::run(const effect::PrintReceipt& print) {
  paper_.post([this, print] {
    auto printed = ports_.receipts->print(print.receipt);
    printed.number = print.receipt.number.text;
    answer(std::move(printed));
  });
}

void EffectRunner::run(const effect::LookUpStatus& look_up) {
  content_.post([this, look_up] {
    auto status = ports_.content->status(look_up.number, look_up.code);
    if (!status) spdlog::error("a look-up failed: {}", worded(status.error()));
    const bool found = status && *status;
    answer(msg::StatusFound{look_up.asked, found ? std::make_shared<const CaseStatus>(std::move(**status)) : nullptr, !status});
  });
}

void EffectRunner::run(const effect::EncodeAddress& encode) {
  other_.post([this, encode] {
    auto modules = qr_modules(encode.address);
    if (!modules) spdlog::warn("{}: {}", encode.address, worded(modules.error()));
    answer(msg::AddressEncoded{encode.address,
                               modules ? std::move(*modules) : std::vector<std::vector<bool>>{}});
  });
}

void EffectRunner::run(const effect::CountUses& count) {
  if (!ports_.uses) return;
  paper_.post([this, count] { ports_.uses->count(count.uses); });
}

void EffectRunner::run(const effect::Forget&) {
  typing_.post([this] { ports_.pinyin->forget(); });
  paper_.post([this] {
    ports_.receipts->forget();
    ports_.intake->handed_over();
    ports_.intake->tidy();
  });
}

}  // namespace mingting
