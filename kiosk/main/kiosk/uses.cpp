// The store of counts between the visits, the release and the export.
#include "main/kiosk/uses.hpp"

#include "base/said/log.hpp"
#include "base/said/words.hpp"
#include "intake/uses/file.hpp"

namespace mingting {

CountedUses::CountedUses(FileSystem& files, Path folder, std::shared_ptr<Intake> intake,
                         std::shared_ptr<const Reception> reception)
    : files_(&files), folder_(std::move(folder)), intake_(std::move(intake)), reception_(std::move(reception)) {}

UsesStore* CountedUses::store() {
  if (!store_ && !closed_) {
    auto opened = UsesStore::open(*files_, folder_);
    if (opened) {
      store_ = std::move(*opened);
    } else {
      closed_ = true;
      spdlog::warn("uses: {}", worded(opened.error()));
    }
  }
  return store_ ? &*store_ : nullptr;
}

void CountedUses::count(const VisitUses& uses) {
  if (!reception_->counts_uses()) return drop();
  intake_->use_release(reception_->times());
  const auto time = intake_->clock();
  if (time.doubtful || store() == nullptr) return;
  if (auto counted = store()->count(uses, local_date(time.believed)); !counted)
    spdlog::warn("uses: {}", worded(counted.error()));
}

std::string CountedUses::sealed() {
  const auto key = reception_->office_key();
  if (!reception_->counts_uses() || key.empty() || !UsesStore::is_there(*files_, folder_) || store() == nullptr) return "";
  auto weeks = store()->told();
  if (weeks && weeks->empty()) return "";
  auto bytes = weeks ? seal_uses(std::move(*weeks), key) : fail(weeks.error());
  if (!bytes) spdlog::warn("uses: {}", worded(bytes.error()));
  return bytes.value_or("");
}

void CountedUses::follow_release() {
  if (!reception_->counts_uses()) drop();
}

void CountedUses::begin_anew() { drop(); }

void CountedUses::drop() {
  store_.reset();
  if (!UsesStore::is_there(*files_, folder_)) return;
  if (auto gone = UsesStore::remove(*files_, folder_); !gone) spdlog::warn("uses: {}", worded(gone.error()));
}

}  // namespace mingting
