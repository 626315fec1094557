// What hall staff ask of a kiosk that is running, and how it answers: files in STATE/requests. One connection owns the store
// of submissions, so a command beside the kiosk cannot open it; it leaves a request there and waits for the answer.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/disk/files.hpp"
#include "base/result.hpp"
#include "intake/intake.hpp"

namespace mingting {

struct Request {
  enum class Kind { Status, Export };
  Kind kind = Kind::Status;
  Path folder;     ///< where to export to, absolute
  std::string id;  ///< 16 hex digits, given by ask()
};

/// Of either kind; members that the kind does not have are empty.
struct RequestAnswer {
  std::string trouble;  ///< why it could not be done; "" when it was
  std::string key, fingerprint;  ///< of the kiosk: base64, and what people compare by eye
  std::string name{};            ///< the machine's number
  std::uint64_t records = 0;     ///< held, or exported
  std::string folder;            ///< exported to; "" when there was nothing to export
  bool put_back = false;         ///< the disk was put back from an older copy, or is at work in two machines
  std::uint64_t of_before = 0;   ///< records held of the chains before this one
};

/// The kiosk's side. Only plain files of the kiosk's own user or of root are taken, out of a folder nobody else can write.
class RequestBox {
 public:
  explicit RequestBox(const Path& state) : folder_(state / "requests") {}

  /// Whether something may have come in: looks at the folder's time of change and nothing else.
  bool changed();
  /// What is asked, each once: a request is gone from the folder before it is carried out, so that a power cut cannot make
  /// it happen again and again. Those older than ten minutes are dropped: whoever asked has gone.
  std::vector<Request> take();
  /// Safe from any thread.
  Result<void> answer(const Request& request, const RequestAnswer& answer) const;

 private:
  Path folder_;
  std::int64_t seen_ = 0;  ///< the folder's time of change when it was last read
  bool read_twice_ = true;
};

/// What a store tells of itself.
RequestAnswer about(const Intake& intake);

/// The command's side: leaves the request, and looks for the answer after each call of `wait`, until `wait` says no more.
/// It is told whether the kiosk has taken the request. Errors: Trouble::ReadOnly, DiskFull, and Unavailable when no answer came.
Result<RequestAnswer> ask(const Path& state, Request request, const std::function<bool(bool taken)>& wait);

}  // namespace mingting
