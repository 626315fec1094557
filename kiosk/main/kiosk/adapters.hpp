// The real parts behind the brain's ports.
#pragma once

#include <memory>

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
};
Result<OpenRelease> open_release(const InstalledRelease& release, Instant now);

/// Content before any release is installed: nothing is found.
std::shared_ptr<ContentPort> no_content();

/// Candidates from librime; when it cannot be opened, none: letters still go in as they are.
std::unique_ptr<PinyinPort> rime_pinyin(const Path& prebuilt);

/// `office_key` is asked for at each submission: a new release may bring a new one.
std::unique_ptr<IntakePort> sealed_intake(Intake intake, std::function<std::string()> office_key, Words words);
/// Stands in when the store could not be opened: every submission is answered by `sentence`.
std::unique_ptr<IntakePort> closed_intake(std::string sentence);

std::unique_ptr<ReceiptPort> paper_receipts(FileSystem& files, Device device, std::vector<Path> faces, Words words);

}  // namespace mingting
