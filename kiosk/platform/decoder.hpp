// The thread that decodes media, so that no frame waits for a disk or a large picture.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "base/clock.hpp"
#include "base/disk/files.hpp"
#include "picture/decode.hpp"
#include "platform/paint/sheet.hpp"

namespace mingting::platform {

struct DecodeRequest {
  std::string key;
  Path file;
  PixelSize most;
  std::uint64_t generation = 0;
};

struct Decoded {
  std::string key;
  std::uint64_t generation = 0;
  std::unique_ptr<Sheet> sheet;  ///< nothing: it could not be decoded
};

class Decoder {
 public:
  /// `ready` is called on the decoder's thread.
  Decoder(FileSystem& files, std::function<void()> ready);
  ~Decoder();  ///< waits for the picture in hand, drops the others
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;

  void ask(DecodeRequest request);
  std::vector<Decoded> take();
  bool pending() const;
  void wait_a_little(Milliseconds most);

 private:
  void work();
  std::unique_ptr<Sheet> decode(const DecodeRequest& request);

  FileSystem& files_;
  std::function<void()> ready_;
  mutable std::mutex mutex_;
  std::condition_variable asked_, done_;
  std::deque<DecodeRequest> requests_;
  std::vector<Decoded> results_;
  bool busy_ = false, stop_ = false;
  std::thread thread_;
};

}  // namespace mingting::platform
