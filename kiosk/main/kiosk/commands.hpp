// What the program does besides being a kiosk. Each prints for people (or JSON where asked) and gives an exit code:
// 0 done, 1 failed with a sentence on stderr.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/disk/files.hpp"
#include "main/kiosk/kiosk.hpp"

namespace mingting {

/// Says why on stderr; the exit code.
int failed(const Error& error);

// A state that is not there is an error for all but install: a mistyped folder must not look like an empty kiosk.
int install_command(const Path& repository, const Path& state);
/// While the kiosk runs, it is asked to do it (see requests.hpp).
int export_command(const Path& destination, const Path& state);
int status_command(const Path& state);

/// The same, waiting in another way than by sleeping: for tests. `wait` is told whether the kiosk has taken the request.
using WaitForKiosk = std::function<bool(bool taken)>;
int export_command(const Path& destination, const Path& state, const WaitForKiosk& wait);
int status_command(const Path& state, const WaitForKiosk& wait);

struct SearchCommand {
  std::string query;
  Path batch;  ///< one query a line; "" for none
  std::size_t top = 10;
  std::size_t passages = 3;  ///< of each document
  bool json = false;
  Path state;
};
int search_command(const SearchCommand& options);

struct ScriptCommand {
  Path script, out;
  std::optional<Instant> now;  ///< when the clock stands still; nothing for the present
};
int script_command(const KioskOptions& options, const ScriptCommand& script);

struct GalleryCommand {
  Path visits, folder;
  std::optional<Path> against;  ///< an older gallery
  std::string now;              ///< local time at which every visit begins; "" for the day the samples of content/ are made for
};
/// 1 also when a state was not reached: the page says which.
int gallery_command(const KioskOptions& options, const GalleryCommand& wanted);

}  // namespace mingting
