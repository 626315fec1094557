// What becomes of the counts of this machine's use: kept where the hall counts, sealed for an export, dropped when they may not
// stay.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "app/ports.hpp"
#include "intake/uses/store.hpp"
#include "main/kiosk/adapters.hpp"

namespace mingting {

/// Used where the store of submissions is used: on its thread, while this program owns it. Trouble is logged and costs counts,
/// nothing else.
class CountedUses final : public UsesPort {
 public:
  /// `folder`: where the store of submissions lies.
  CountedUses(FileSystem& files, Path folder, std::shared_ptr<Intake> intake, std::shared_ptr<const Reception> reception);

  /// Not while the clock is in doubt.
  void count(const VisitUses& uses) override;
  /// What goes along with an export, for Intake::export_to.
  std::string sealed();
  /// Where the release says that nothing is counted, what was is dropped.
  void follow_release();
  /// A new chain has begun: the office knows it as another machine, and what was counted before belongs to the old one.
  void begin_anew();

 private:
  UsesStore* store();
  void drop();

  FileSystem* files_;
  Path folder_;
  std::shared_ptr<Intake> intake_;
  std::shared_ptr<const Reception> reception_;
  std::optional<UsesStore> store_;  ///< opened when it is first needed
  bool closed_ = false;             ///< it could not be opened
};

}  // namespace mingting
