// Where taking in begins: a register for the hall, and the kiosks whose exports are taken.
#pragma once

#include <functional>
#include <memory>
#include <optional>
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

/// A kiosk as the clerk names it.
struct GivenKiosk {
  std::string key;
  std::string number{};          ///< the machine's, where an export says it
  std::vector<ChainEnd> past{};  ///< chains of the same machine before, by its export
};
/// `given`: the key in base64, a text file that holds it, an export of that kiosk's, or a folder with
/// exports: the one that is not of `enrolled` (keys) when there are several.
Result<GivenKiosk> kiosk_from(FileSystem& files, const std::string& given,
                              const std::vector<std::string>& enrolled = {});

/// What is wrong with the office's own name in numbers (desk_name of desk.toml): a kiosk has it, or it is one
/// that kiosks are given (K01), so that two entries would bear one number.
std::optional<Remark> desk_name_fault(const Office& office, const std::vector<EnrolledKiosk>& kiosks);

struct KioskEnrolled {
  std::string key, fingerprint, name;
  bool compared = false;  ///< with the fingerprint that was read on the kiosk
  std::string number{};   ///< the machine's; "" when it is not known yet
  std::string follows{};  ///< name of the kiosk whose chain this one goes on from: the same machine, put back
                          ///< from an older copy
  std::vector<std::string> same_number{};  ///< names of other kiosks that give receipts of the same number
  bool desk_number = false;                ///< the office's own receipts have this number
};
/// The fingerprint is to be compared with the one on the kiosk. `expected`: the fingerprint read there, ""
/// when it is compared by eye; another one is refused. A machine that began a new chain keeps its name unless
/// another is given. `wording`: how a machine is called when the office gives no name.
Result<KioskEnrolled> enrol_kiosk(const DeskWork& work, const std::string& given, const std::string& name,
                                  const std::string& expected, const Wording& wording);

struct KioskList {
  struct Kiosk {
    EnrolledKiosk enrolled;
    std::string fingerprint;
    std::vector<std::string> successors;  ///< fingerprints of the chains that followed this one
  };
  std::vector<Kiosk> kiosks;
};
Result<KioskList> list_kiosks(const DeskWork& work);

}  // namespace mingting
