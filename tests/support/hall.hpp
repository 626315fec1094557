// A kiosk's intake and an office in a folder of their own: what the tests of submissions start from.
#pragma once

#include <gtest/gtest.h>
#include <sodium.h>

#include <string>
#include <utility>
#include <vector>

#include "base/clock.hpp"
#include "base/random.hpp"
#include "base/said/words.hpp"
#include "base/text/encoding.hpp"
#include "intake/export/reader.hpp"
#include "intake/intake.hpp"
#include "support/temp_folder.hpp"

namespace mingting {

struct OfficeKeys {
  std::string public_key, secret_key;  ///< base64
};

/// The same keys for the same number.
inline OfficeKeys office_keys(unsigned char number = 1) {
  if (sodium_init() < 0) std::abort();
  std::string seed(crypto_box_SEEDBYTES, static_cast<char>(number)), open(crypto_box_PUBLICKEYBYTES, 0),
      secret(crypto_box_SECRETKEYBYTES, 0);
  crypto_box_seed_keypair(raw(open), raw(secret), raw(seed));
  return {to_base64(open), to_base64(secret)};
}

inline Instant at(const char* local_time) {
  return *parse_local_time(local_time);
}

/// An application by a person with a rare name.
inline Submission application(const std::string& wanted = "2021年工作要点的完成情况") {
  return {.form = "application",
          .form_title = "政府信息公开申请",
          .form_version = "1",
          .rules = "application",
          .answers = {{"name", "姓名", "𬭸䶮㛃𫖯", "𬭸䶮㛃𫖯"},
                      {"paper", "证件类型", "identity-card", "居民身份证"},
                      {"identity", "证件号码", "11010519491231002X", "11010519491231002X"},
                      {"wanted", "所需信息", wanted, wanted}},
          .content_release = "7",
          .about_item = ""};
}

struct Hall {
  TempFolder folder;
  ManualClock clock{at("2026-11-23T09:00")};
  SeededRandom random{1};
  OfficeKeys office = office_keys();
  std::string vfs;
  FileSystem* files = &disk();

  Path state() const { return folder / "intake"; }
  Path stick() const {
    const Path path = folder / "stick";
    std::filesystem::create_directories(path);
    return path;
  }
  Result<Intake> open() {
    return Intake::open(*files, random, clock,
                        {.folder = state(), .kiosk_name = "K01", .receipt_prefix = "NM", .sqlite_vfs = vfs});
  }
  Intake opened() {
    auto intake = open();
    if (!intake) {
      ADD_FAILURE() << worded(intake.error());
      std::abort();
    }
    return std::move(*intake);
  }
  /// A kiosk with `count` applications, exported; the export's folder.
  Path exported(int count) {
    auto intake = opened();
    for (int i = 1; i <= count; ++i) {
      const auto accepted = intake.submit(application("第" + std::to_string(i) + "件"), office.public_key);
      EXPECT_TRUE(accepted) << worded(accepted.error());
    }
    const auto report = intake.export_to(stick());
    EXPECT_TRUE(report) << worded(report.error());
    return report ? report->folder : Path();
  }
  Result<OpenedExport> read(const Path& exported_folder) {
    return open_export(disk(), exported_folder, office.secret_key);
  }
};

/// Every byte below a folder, to look for what must not be there.
inline std::string all_bytes(const Path& folder) {
  std::string bytes;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) bytes += disk().read(entry.path(), 1U << 30).value_or("");
  }
  return bytes;
}

}  // namespace mingting
