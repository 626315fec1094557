// The export: whole or not there, and every kind of harm to it named while the rest is still given.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "base/said/words.hpp"
#include "base/text/encoding.hpp"
#include "intake/export/writer.hpp"
#include "support/faulty_files.hpp"
#include "intake/hall.hpp"

namespace mingting {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
namespace fs = std::filesystem;

Path record_file(const Path& folder, std::uint64_t position) {
  return folder / "records" / vault::record_file_name(position);
}

nlohmann::json json_of(const Path& file) {
  return nlohmann::json::parse(*disk().read(file, 1U << 24));
}

void put(const Path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

std::vector<std::uint64_t> positions(const OpenedExport& opened) {
  std::vector<std::uint64_t> list;
  for (const auto& record : opened.records) list.push_back(record.position);
  return list;
}

/// "3: sentence" for every fault.
std::vector<std::string> faults(const OpenedExport& opened) {
  std::vector<std::string> list;
  for (const auto& fault : opened.faults)
    list.push_back(std::to_string(fault.position) + ": " + worded(fault.what));
  return list;
}

/// An export of four records, made once: numbering is slow by design.
class ExportTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    hall = new HallAtWork;
    folder = hall->exported(4);
  }
  static void TearDownTestSuite() {
    delete hall;
    hall = nullptr;
  }
  /// A copy to do harm to.
  Path copy() {
    const Path path = mine / "export";
    fs::remove_all(path);
    fs::copy(folder, path, fs::copy_options::recursive);
    return path;
  }
  Result<OpenedExport> read(const Path& path) { return hall->read(path); }

  static HallAtWork* hall;
  static Path folder;
  TempFolder mine;
};
HallAtWork* ExportTest::hall = nullptr;
Path ExportTest::folder;

TEST_F(ExportTest, OpensWhole) {
  EXPECT_THAT(folder.filename().string(),
              testing::MatchesRegex("mingting-([0-9a-f]{4}-){4}00000001-00000004"));
  const auto opened = read(folder);
  ASSERT_TRUE(opened) << worded(opened.error());
  EXPECT_THAT(faults(*opened), ElementsAre());
  EXPECT_THAT(positions(*opened), ElementsAre(1, 2, 3, 4));
  EXPECT_EQ(opened->kiosk_name, "K01");
  EXPECT_EQ(opened->made, "2026-11-23T09:00:00");
  EXPECT_THAT(folder.filename().string(), HasSubstr(opened->kiosk_fingerprint));
  EXPECT_EQ(opened->records[2].submission, application("第3件"));
  EXPECT_THAT(opened->records[2].number, HasSubstr("-20261123-0003-"));
  EXPECT_EQ(opened->records[2].received, at("2026-11-23T09:00"));
  EXPECT_EQ(opened->records[2].code_hash.size(), 64U);
}

TEST_F(ExportTest, NothingInItCanBeReadWithoutTheKey) {
  const auto bytes = all_bytes(folder);
  EXPECT_THAT(bytes, HasSubstr("NM-K01-20261123-0001"));
  for (const char* text : {"第1件", "姓名", "11010519491231002X", "code_hash"}) {
    EXPECT_THAT(bytes, testing::Not(HasSubstr(text)));
  }
}

TEST_F(ExportTest, NamesAMissingRecord) {
  for (const std::uint64_t gone : {1U, 2U, 4U}) {
    const auto path = copy();
    fs::remove(record_file(path, gone));
    const auto opened = read(path);
    ASSERT_TRUE(opened);
    EXPECT_THAT(faults(*opened), ElementsAre(testing::StartsWith(std::to_string(gone) + ": 缺失")));
    EXPECT_EQ(opened->records.size(), 3U);
  }
}

TEST_F(ExportTest, NamesAnAlteredRecordWhateverByteWasChanged) {
  const auto whole = *disk().read(record_file(folder, 2), 1U << 20);
  for (std::size_t at = 0; at < whole.size(); at += 7) {
    const auto path = copy();
    auto bytes = whole;
    bytes[at] = bytes[at] == 'A' ? 'B' : 'A';
    put(record_file(path, 2), bytes);
    const auto opened = read(path);
    ASSERT_TRUE(opened) << at;
    if (bytes[at] == whole[at]) continue;
    // A byte between the members may change nothing that was signed; then the record is as it was.
    if (opened->faults.empty()) {
      EXPECT_EQ(opened->records[1].submission, application("第2件")) << at;
      continue;
    }
    EXPECT_EQ(opened->faults[0].position, 2U) << at;
    EXPECT_EQ(opened->faults.size(), 1U) << at;
    EXPECT_THAT(positions(*opened), ElementsAre(1, 3, 4)) << at;
  }
}

TEST_F(ExportTest, NamesACutRecordAtEveryLength) {
  const auto whole = *disk().read(record_file(folder, 3), 1U << 20);
  for (std::size_t size = 0; size + 2 < whole.size(); size += 13) {
    const auto path = copy();
    put(record_file(path, 3), whole.substr(0, size));
    const auto opened = read(path);
    ASSERT_TRUE(opened);
    EXPECT_THAT(faults(*opened), ElementsAre(HasSubstr("不完整")));
    EXPECT_THAT(positions(*opened), ElementsAre(1, 2, 4));
  }
}

TEST_F(ExportTest, NamesRecordsThatWereSwapped) {
  const auto path = copy();
  fs::rename(record_file(path, 2), path / "x");
  fs::rename(record_file(path, 3), record_file(path, 2));
  fs::rename(path / "x", record_file(path, 3));
  const auto opened = read(path);
  ASSERT_TRUE(opened);
  EXPECT_THAT(faults(*opened), ElementsAre(HasSubstr("2: 文件里是第 3 号"), HasSubstr("3: 文件里是第 2 号")));
  EXPECT_THAT(positions(*opened), ElementsAre(1, 4));
}

TEST_F(ExportTest, NamesARecordOfAnotherKiosk) {
  HallAtWork other;
  const auto foreign = other.exported(2);
  const auto path = copy();
  fs::copy_file(record_file(foreign, 2), record_file(path, 2), fs::copy_options::overwrite_existing);
  const auto opened = read(path);
  ASSERT_TRUE(opened);
  EXPECT_THAT(faults(*opened), ElementsAre(HasSubstr("2: 被改动")));
}

TEST(ExportChain, NamesARecordThatDoesNotContinueTheChainAndStillGivesIt) {
  HallAtWork hall;
  { auto intake = hall.opened(); }
  fs::copy(hall.state(), hall.folder / "old", fs::copy_options::recursive);
  const auto honest = hall.exported(3);
  // The state is put back as it was and other submissions are taken: the same key, another history.
  fs::remove_all(hall.state());
  fs::rename(hall.folder / "old", hall.state());
  const auto rewritten = hall.exported(3);
  ASSERT_NE(honest, rewritten);
  fs::copy_file(record_file(rewritten, 2), record_file(honest, 2), fs::copy_options::overwrite_existing);
  auto opened = hall.read(honest);
  ASSERT_TRUE(opened);
  EXPECT_THAT(faults(*opened), ElementsAre(HasSubstr("2: 没有接上"), HasSubstr("3: 没有接上")));
  EXPECT_THAT(positions(*opened), ElementsAre(1, 2, 3));

  fs::copy_file(record_file(honest, 1), record_file(rewritten, 1), fs::copy_options::overwrite_existing);
  fs::copy_file(record_file(honest, 2), record_file(rewritten, 2), fs::copy_options::overwrite_existing);
  fs::copy_file(record_file(honest, 3), record_file(rewritten, 3), fs::copy_options::overwrite_existing);
  opened = hall.read(rewritten);
  ASSERT_TRUE(opened);
  EXPECT_THAT(faults(*opened).back(), HasSubstr("3: "));
}

TEST_F(ExportTest, WrongOfficeKeyIsOneClearError) {
  const auto opened = open_export(disk(), folder, office_keys(2).secret_key);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().trouble, Trouble::Invalid);
  EXPECT_THAT(worded(opened.error()), HasSubstr("打不开"));
  const auto nonsense = open_export(disk(), folder, "nonsense");
  ASSERT_FALSE(nonsense);
  EXPECT_THAT(worded(nonsense.error()), HasSubstr("不是办公室私钥"));
}

TEST(Export, RecordsSealedToAnEarlierOfficeKeyAreNamed) {
  HallAtWork hall;
  auto intake = hall.opened();
  ASSERT_TRUE(intake.submit(application(), office_keys(2).public_key));
  ASSERT_TRUE(intake.submit(application(), hall.office.public_key));
  const auto opened = hall.read(intake.export_to(hall.stick())->folder);
  ASSERT_TRUE(opened);
  EXPECT_THAT(faults(*opened), ElementsAre(HasSubstr("1: 密封给另一把办公室公钥")));
  EXPECT_THAT(positions(*opened), ElementsAre(2));
}

TEST_F(ExportTest, CutOrMissingPartsAreOneClearError) {
  for (const char* name : {"export.json", "export.sig"}) {
    auto path = copy();
    const auto whole = *disk().read(path / name, 1U << 20);
    for (const std::size_t size : {std::size_t{0}, whole.size() / 2, whole.size() - 2}) {
      put(path / name, whole.substr(0, size));
      const auto opened = read(path);
      ASSERT_FALSE(opened) << name << " " << size;
      EXPECT_EQ(opened.error().trouble, Trouble::Untrusted);
      EXPECT_THAT(worded(opened.error()), HasSubstr("请重新从自助机导出"));
    }
    fs::remove(path / name);
    EXPECT_THAT(worded(read(path).error()), HasSubstr(name));
  }
  auto path = copy();
  fs::remove_all(path / "records");
  EXPECT_THAT(worded(read(path).error()), HasSubstr("records"));
  fs::create_directory(path / "records");
  EXPECT_THAT(worded(read(path).error()), HasSubstr("没有一条完好"));
  EXPECT_FALSE(read(mine / "nowhere"));
}

TEST_F(ExportTest, ChangedContentsDoNotPass) {
  const auto path = copy();
  auto json = json_of(path / "export.json");
  json["last"] = 3;
  put(path / "export.json", json.dump());
  EXPECT_EQ(read(path).error().trouble, Trouble::Untrusted);
  json["format"] = 3;
  put(path / "export.json", json.dump());
  EXPECT_EQ(read(path).error().trouble, Trouble::NewerFormat);
}

/// Whoever holds a kiosk's key may sign anything; it must still be read with care.
TEST_F(ExportTest, SignedNonsenseIsRefused) {
  const auto path = copy();
  const auto key = vault::SigningKey::make();
  const auto refused = [&](const nlohmann::json& json) {
    const auto bytes = json.dump();
    put(path / "export.json", bytes);
    put(path / "export.sig", to_base64(key.sign(std::string(vault::kExportPrefix) + bytes)));
    return !read(path);
  };
  nlohmann::json json{{"format", 1},
                      {"key", to_base64(key.public_key())},
                      {"first", 1},
                      {"last", UINT64_MAX},
                      {"count", 1}};
  EXPECT_TRUE(refused(json));
  json["last"] = 0;
  EXPECT_TRUE(refused(json));
  json["last"] = -1;
  EXPECT_TRUE(refused(json));
  json["last"] = "1";
  EXPECT_TRUE(refused(json));
  json["last"] = 1;
  json["count"] = 5;
  EXPECT_TRUE(refused(json));
  json["count"] = 1;
  json["kiosk"] = nlohmann::json::array();
  EXPECT_TRUE(refused(json)) << "no record of it is signed by this key";
  EXPECT_TRUE(refused(nlohmann::json::array()));
}

TEST_F(ExportTest, LinksAreNotFollowed) {
  auto path = copy();
  const auto replace_by_link = [&](const Path& file) {
    fs::rename(file, mine / "outside");
    fs::create_symlink(mine / "outside", file);
  };
  replace_by_link(record_file(path, 2));
  const auto opened = read(path);
  ASSERT_TRUE(opened);
  EXPECT_THAT(faults(*opened), ElementsAre(HasSubstr("2: 不是普通文件")));
  for (const char* name : {"export.json", "export.sig", "records"}) {
    path = copy();
    fs::remove_all(mine / "outside");
    replace_by_link(path / name);
    EXPECT_FALSE(read(path)) << name;
  }
}

TEST_F(ExportTest, HugeFilesAreNotReadIntoMemory) {
  const auto path = copy();
  fs::resize_file(record_file(path, 2), 8ULL << 30);  // sparse
  auto opened = read(path);
  ASSERT_TRUE(opened);
  EXPECT_THAT(faults(*opened), ElementsAre(HasSubstr("2: 读不出来")));
  fs::resize_file(path / "export.json", 8ULL << 30);
  EXPECT_FALSE(read(path));
}

// ---- writing ----

TEST(ExportWriting, NothingToExportWritesNothing) {
  HallAtWork hall;
  auto intake = hall.opened();
  const auto report = intake.export_to(hall.stick());
  ASSERT_TRUE(report);
  EXPECT_EQ(report->records, 0U);
  EXPECT_TRUE(report->folder.empty());
  EXPECT_TRUE(fs::is_empty(hall.stick()));
}

TEST(ExportWriting, ASecondExportStandsBesideTheFirst) {
  HallAtWork hall;
  const auto first = hall.exported(1);
  auto intake = hall.opened();
  const auto second = intake.export_to(hall.stick());
  ASSERT_TRUE(second);
  EXPECT_EQ(second->folder.string(), first.string() + "-2");
  EXPECT_EQ(hall.read(second->folder)->records.size(), 1U);
  EXPECT_EQ(intake.export_to(hall.stick())->folder.string(), first.string() + "-3");
  EXPECT_EQ(intake.stored(), 1U) << "records stay until they are acknowledged";
}

TEST(ExportWriting, NoStick) {
  HallAtWork hall;
  auto intake = hall.opened();
  ASSERT_TRUE(intake.submit(application(), hall.office.public_key));
  const auto report = intake.export_to(hall.folder / "nowhere");
  ASSERT_FALSE(report);
  EXPECT_THAT(worded(report.error()), HasSubstr("U 盘插好了吗？"));
}

TEST(ExportWriting, AFullStickHoldsNothingAndTheNextTryWorks) {
  HallAtWork hall;
  FaultyFiles files;
  hall.files = &files;
  auto intake = hall.opened();
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(intake.submit(application(), hall.office.public_key));
  for (std::uint64_t room = 0;; room += 150) {
    files.full_after_bytes = files.bytes_written + room;
    const auto report = intake.export_to(hall.stick());
    files.full_after_bytes.reset();
    if (report) {
      EXPECT_GT(room, 3000U);
      break;
    }
    EXPECT_EQ(report.error().trouble, Trouble::DiskFull);
    EXPECT_THAT(worded(report.error()), testing::AllOf(HasSubstr("已满"), HasSubstr("仍在自助机上")));
    ASSERT_TRUE(fs::is_empty(hall.stick())) << room;
  }
  EXPECT_EQ(hall.read(*fs::directory_iterator(hall.stick()))->records.size(), 3U);
}

TEST(ExportWriting, ALockedStickIsNamed) {
  HallAtWork hall;
  FaultyFiles files;
  hall.files = &files;
  auto intake = hall.opened();
  ASSERT_TRUE(intake.submit(application(), hall.office.public_key));
  hall.stick();
  files.read_only = true;
  const auto report = intake.export_to(hall.stick());
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().trouble, Trouble::ReadOnly);
  EXPECT_THAT(worded(report.error()), HasSubstr("写保护"));
}

TEST(ExportWriting, AStickPulledOutAtAnyMomentHoldsAWholeExportOrNone) {
  HallAtWork hall;
  {
    auto intake = hall.opened();
    for (int i = 0; i < 2; ++i) ASSERT_TRUE(intake.submit(application(), hall.office.public_key));
  }
  int whole = 0, none = 0;
  for (int moment = 1;; ++moment) {
    fs::remove_all(hall.folder / "stick");
    hall.stick();
    FaultyFiles files;
    hall.files = &files;
    Result<ExportReport> report;
    {
      auto intake = hall.opened();
      files.power_cut_at = moment;
      report = intake.export_to(hall.stick());
    }
    for (const auto& entry : fs::directory_iterator(hall.stick())) {
      if (entry.path().filename().string().starts_with(".")) continue;
      const auto opened = hall.read(entry.path());
      ASSERT_TRUE(opened) << moment << ": " << worded(opened.error());
      EXPECT_EQ(opened->records.size(), 2U) << moment;
      EXPECT_TRUE(opened->faults.empty()) << moment;
      ++whole;
    }
    none += fs::is_empty(hall.stick()) || !report;
    // The next try, on the same stick with whatever was left on it.
    hall.files = &disk();
    const auto again = hall.opened().export_to(hall.stick());
    ASSERT_TRUE(again) << worded(again.error());
    EXPECT_EQ(hall.read(again->folder)->records.size(), 2U);
    EXPECT_FALSE(
        fs::exists(hall.stick() / ("." + again->folder.filename().string().substr(0, 28) + ".part")));
    if (report) break;
    ASSERT_LT(moment, 100);
  }
  EXPECT_GT(none, 5);
  EXPECT_GT(whole, 0);
}

}  // namespace
}  // namespace mingting
