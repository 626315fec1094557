// The real parts behind the brain's ports.
#pragma once

#include <memory>
#include <mutex>

#include "app/ports.hpp"
#include "app/words.hpp"
#include "base/clock.hpp"
#include "base/random.hpp"
#include "intake/intake.hpp"
#include "main/kiosk/assets.hpp"
#include "release/installer.hpp"

namespace mingting {

/// A release as the kiosk shows it: its hall for the model, its content for the effects.
struct OpenRelease {
  std::shared_ptr<const Hall> hall;
  std::shared_ptr<ContentPort> content;
  std::vector<Acknowledged> acknowledged;  ///< of every kiosk
};
Result<OpenRelease> open_release(const InstalledRelease& release);

/// Content before any release is installed: nothing is found.
std::shared_ptr<ContentPort> no_content();

/// Candidates from librime; when it cannot be opened, none: letters still go in as they are.
std::unique_ptr<PinyinPort> rime_pinyin(const Path& prebuilt);

/// What a submission takes from the release on screen. The loop sets it, the worker that stores reads it.
class Reception {
 public:
  void use(const Hall& hall);
  std::string office_key() const;
  std::string receipt_prefix() const;
  ReleaseTimes times() const;
  bool counts_uses() const;  ///< not before a release is on screen

 private:
  mutable std::mutex mutex_;
  std::string office_key_, receipt_prefix_;
  ReleaseTimes times_;
  bool counts_uses_ = false;
};

/// Key and prefix are asked for at each submission: a new release may bring new ones. The store is shared with what collects
/// from it, on the same thread.
std::unique_ptr<IntakePort> sealed_intake(std::shared_ptr<Intake> intake, std::shared_ptr<const Reception> reception);
KeptOffer offer_of(const Kept& kept);
/// Acts on the office's word (Intake::forget), and logs what came of it. On the intake's thread. True when a new chain was begun.
bool forget_acknowledged(Intake& intake, const std::vector<Acknowledged>& all);
/// Stands in when the store could not be opened: every submission is answered with the reason of this trouble.
std::unique_ptr<IntakePort> closed_intake(Trouble trouble);

std::unique_ptr<ReceiptPort> paper_receipts(FileSystem& files, Device device, std::vector<Path> faces, Words words);

}  // namespace mingting
