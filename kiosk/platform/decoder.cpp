// A thread that decodes while the screen goes on.
#include "platform/decoder.hpp"

#include <utility>

#include "base/said/log.hpp"

namespace mingting::platform {

Decoder::Decoder(FileSystem& files, std::function<void()> ready)
    : files_(files), ready_(std::move(ready)), thread_([this] { work(); }) {}

Decoder::~Decoder() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  asked_.notify_all();
  thread_.join();
}

void Decoder::ask(DecodeRequest request) {
  {
    const std::lock_guard lock(mutex_);
    requests_.push_back(std::move(request));
  }
  asked_.notify_one();
}

std::vector<Decoded> Decoder::take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(results_, {});
}

bool Decoder::pending() const {
  const std::lock_guard lock(mutex_);
  return busy_ || !requests_.empty() || !results_.empty();
}

void Decoder::wait_a_little(Milliseconds most) {
  std::unique_lock lock(mutex_);
  done_.wait_for(lock, most, [this] { return !results_.empty() || (!busy_ && requests_.empty()); });
}

std::unique_ptr<Sheet> Decoder::decode(const DecodeRequest& request) {
  auto bytes = files_.read(request.file, kMostPictureBytes);
  auto surface = bytes ? decode_picture(*bytes, request.most) : Result<Surface>(fail(bytes.error()));
  auto sheet = surface ? Sheet::copy_of(*surface) : Result<std::unique_ptr<Sheet>>(fail(surface.error()));
  if (sheet) return std::move(*sheet);
  log_warning(remark("log.picture", request.file.string(), sheet.error()));
  return nullptr;
}

void Decoder::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    asked_.wait(lock, [this] { return stop_ || !requests_.empty(); });
    if (stop_) return;
    const DecodeRequest request = std::move(requests_.front());
    requests_.pop_front();
    busy_ = true;
    lock.unlock();
    auto sheet = decode(request);
    lock.lock();
    busy_ = false;
    results_.push_back({request.key, request.generation, std::move(sheet)});
    lock.unlock();
    done_.notify_all();
    ready_();
    lock.lock();
  }
}

}  // namespace mingting::platform
