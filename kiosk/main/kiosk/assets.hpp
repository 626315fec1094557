// What the program brings along: the visible words, the faces, the machine's own settings.
#pragma once

#include <string>

#include "app/words.hpp"
#include "base/disk/files.hpp"
#include "base/result.hpp"

namespace mingting {

/// assets/strings/zh.toml and en.toml.
Result<Words> load_words(const Path& assets);

/// STATE/device.toml: what this one machine is called and what stands beside it. Every key may be missing; a
/// file that is missing means the defaults; one that is torn or has a value of the wrong kind is an error,
/// because the number in it would be passed over. Relative folders are below the state's. assets/device.toml
/// is a sample.
struct Device {
  std::string
      kiosk;  ///< part of every receipt number: 1 to 4 letters or digits; "" for one drawn by the machine
  std::string printer;            ///< a CUPS queue or an IPP address; "" for none
  bool slip = false;              ///< the printer takes 80 mm slips instead of A4
  Path receipts;                  ///< folder for receipt PDFs; STATE/receipts by default
  bool keep_receipts = false;     ///< otherwise they are removed when the visit ends
  Path watch;                     ///< folder looked into for newer releases; "" for none
};
Result<Device> load_device(FileSystem& files, const Path& state);

}  // namespace mingting
