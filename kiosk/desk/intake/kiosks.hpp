// Where taking in begins: a register for the hall, and the kiosks whose exports are taken.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "desk/desk_work.hpp"

namespace mingting {

struct RegisterMade {
  Path file;
  std::string agency, site;
};
/// Makes a register of whichever engine for the site; one that is there is never replaced.
using MakeRegister = std::function<Result<std::unique_ptr<Register>>(const Path& file, const std::string& site)>;
/// A new register for the office's site. It remembers CONTENT's holiday notice, so that a later one's moves can be told.
Result<RegisterMade> init_register(const MakeRegister& make, FileSystem& files, const Path& file, const Office& office,
                                   const Path& content);

/// The key of a kiosk as the clerk gives it: base64, a text file that holds it, or an export of that kiosk's.
Result<std::string> kiosk_key_from(FileSystem& files, const std::string& given);

struct KioskEnrolled {
  std::string key, fingerprint, name;
  bool compared = false;  ///< with the fingerprint that was read on the kiosk
};
/// The fingerprint is to be compared with the one on the kiosk. `expected`: the fingerprint read there, "" when it is compared
/// by eye; another one is refused. `wording`: how it is called when the office gives no name.
Result<KioskEnrolled> enrol_kiosk(const DeskWork& work, const std::string& given, const std::string& name,
                                  const std::string& expected, const Wording& wording);

struct KioskList {
  struct Kiosk {
    EnrolledKiosk enrolled;
    std::string fingerprint;
  };
  std::vector<Kiosk> kiosks;
};
Result<KioskList> list_kiosks(const DeskWork& work);

}  // namespace mingting
