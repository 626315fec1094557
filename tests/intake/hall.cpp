// What do a kiosk's intake and its office do in a test?
#include "intake/hall.hpp"

#include <sodium.h>

#include "base/text/encoding.hpp"

namespace mingting {

OfficeKeys office_keys(unsigned char number) {
  if (sodium_init() < 0) std::abort();
  std::string seed(crypto_box_SEEDBYTES, static_cast<char>(number)), open(crypto_box_PUBLICKEYBYTES, 0),
      secret(crypto_box_SECRETKEYBYTES, 0);
  crypto_box_seed_keypair(raw(open), raw(secret), raw(seed));
  return {to_base64(open), to_base64(secret)};
}

Instant at(const char* local_time) {
  return *parse_local_time(local_time);
}

Submission application(const std::string& wanted) {
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

Path HallAtWork::stick() const {
  const Path path = folder / "stick";
  std::filesystem::create_directories(path);
  return path;
}

Result<Intake> HallAtWork::open() {
  return Intake::open(*files, random, clock,
                      {.folder = state(), .kiosk_name = "K01", .receipt_prefix = "NM", .sqlite_vfs = vfs});
}

Intake HallAtWork::opened() {
  auto intake = open();
  if (!intake) {
    ADD_FAILURE() << worded(intake.error());
    std::abort();
  }
  return std::move(*intake);
}

Path HallAtWork::exported(int count) {
  auto intake = opened();
  for (int i = 1; i <= count; ++i) {
    const auto accepted = intake.submit(application("第" + std::to_string(i) + "件"), office.public_key);
    EXPECT_TRUE(accepted) << worded(accepted.error());
  }
  const auto report = intake.export_to(stick());
  EXPECT_TRUE(report) << worded(report.error());
  return report ? report->folder : Path();
}

Result<OpenedExport> HallAtWork::read(const Path& exported_folder) {
  return open_export(disk(), exported_folder, office.secret_key);
}

std::string all_bytes(const Path& folder) {
  std::string bytes;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) bytes += disk().read(entry.path(), 1U << 30).value_or("");
  }
  return bytes;
}

}  // namespace mingting
