// The data package: what its schema promises holds for its rows, and rows read back as they were published.
#include "publish/build/data_package.hpp"

#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "base/random.hpp"
#include "base/said/words.hpp"
#include "base/text/csv.hpp"
#include "publish/sample_folder.hpp"
#include "support/rounds.hpp"

namespace mingting {
namespace {

using Json = nlohmann::json;

class Package : public ::testing::Test {
 protected:
  Json write() {
    const auto checked = sample_.check();
    for (const auto& finding : checked.findings) ADD_FAILURE() << finding.file << ":" << finding.line << " " << sentence_of(finding);
    const auto package = write_data_package(disk(), checked.content, *parse_date("2026-11-23"), out());
    EXPECT_TRUE(package) << worded(package.error());
    return Json::parse(disk().read(out() / "datapackage.json", 1U << 20).value_or("{}"));
  }
  Path out() const { return folder_ / "package"; }
  std::vector<CsvRow> rows(const Json& resource) const {
    return read_csv(disk().read(out() / resource.at("path").get<std::string>(), 1U << 24).value())->rows;
  }

  SampleFolder sample_;
  TempFolder folder_;
};

bool is_written(const std::string& cell, const std::string& type) {
  static const std::regex kNumber("-?[0-9]+([.][0-9]+)?"), kDate("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  return cell.empty() || type == "string" || std::regex_match(cell, type == "number" ? kNumber : kDate);
}

bool is_among(const std::string& cell, const Json& values) {
  return cell.empty() || values.is_null() || std::ranges::find(values, Json(cell)) != values.end();
}

/// The rules of https://specs.frictionlessdata.io/table-schema/ that this package uses, as a validator reads them.
void expect_valid(const Json& resource, const std::vector<CsvRow>& rows) {
  static const std::regex kName("[-a-z0-9._/]+");
  EXPECT_TRUE(std::regex_match(resource.at("name").get<std::string>(), kName));
  const auto& fields = resource.at("schema").at("fields");
  const auto primary = resource["schema"].value("primaryKey", std::vector<std::string>());
  std::set<std::vector<std::string>> keys;
  for (std::size_t row = 1; row < rows.size(); ++row) {
    ASSERT_EQ(rows[row].cells.size(), fields.size());
    std::vector<std::string> key;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const auto& cell = rows[row].cells[i];
      const auto constraints = fields[i].value("constraints", Json::object());
      EXPECT_FALSE(cell.empty() && constraints.value("required", false)) << fields[i];
      EXPECT_TRUE(is_written(cell, fields[i].at("type"))) << cell;
      EXPECT_TRUE(is_among(cell, constraints.value("enum", Json()))) << cell;
      if (std::ranges::find(primary, fields[i].at("name").get<std::string>()) != primary.end()) key.push_back(cell);
    }
    EXPECT_TRUE(key.empty() || keys.insert(key).second) << "a key twice";
  }
}

TEST_F(Package, SaysWhatItsTablesAre) {
  sample_.change("tables/fees.toml", "type = \"money\"", "type = \"money\"\nunit = \"元\"\nhelp = \"一份\"");
  sample_.files["tables/uses.toml"] = "title = \"用\"\nsource = \"通知\"\n[[columns]]\nname = \"fee\"\ntitle = \"收费\"\ntype = \"row\"\ntable = \"fees\"\n"
                                      "[[columns]]\nname = \"kind\"\ntitle = \"类\"\ntype = \"choice\"\nchoices = [\"一\", \"二\"]\n";
  sample_.files["tables/uses.csv"] = "fee,kind\n甲,一\n乙,\n";
  const auto package = write();
  EXPECT_EQ(package["profile"], "tabular-data-package");
  ASSERT_EQ(package["resources"].size(), 2U);
  const auto& fees = package["resources"][0];
  EXPECT_EQ(fees["schema"]["primaryKey"], Json::array({"name"}));
  EXPECT_EQ(fees["schema"]["fields"][1], Json::parse(R"({"name":"price","title":"单价","type":"number","description":"一份","unit":"元"})"));
  EXPECT_EQ(package["resources"][1]["schema"]["foreignKeys"], Json::parse(R"([{"fields":"fee","reference":{"resource":"fees","fields":"name"}}])"));
  EXPECT_EQ(package["resources"][1]["schema"]["fields"][1]["constraints"]["enum"], Json::parse(R"(["一","二"])"));
  for (const auto& resource : package["resources"]) expect_valid(resource, rows(resource));
}

TEST_F(Package, ClosedTablesAreNotInIt) {
  sample_.change("tables/fees.toml", "source", "access = \"closed\"\nlookup = [\"name\"]\nsource");
  EXPECT_EQ(write()["resources"].size(), 0U);
  EXPECT_FALSE(disk().exists(out() / "fees.csv"));
}

/// Any CSV that is published reads back equal, cell by cell, whatever stands in it.
TEST_F(Package, ReadsBackEqual) {
  SeededRandom random(41);
  const std::vector<std::string> pieces{"=", "+", "-", "@", "'", "\"", ",", ";", "甲", "1", " ", "\n", "合计", "＝", ".", "0"};
  for (unsigned round = 0; round < rounds(60, 2000); ++round) {
    CsvRows rows{{"name", "price", "day"}};
    for (std::uint64_t i = 0; i < 1 + random.below(6); ++i) {
      std::string name = std::to_string(i) + "号";
      for (auto left = random.below(5); left > 0; --left) name.insert(0, pieces[random.below(pieces.size())]);
      rows.push_back({name, random.below(2) == 0 ? "-" + std::to_string(random.below(1000)) + ".50" : "", random.below(2) == 0 ? "2026-02-0" + std::to_string(1 + random.below(9)) : ""});
    }
    sample_.files["tables/fees.csv"] = csv_text(rows);
    const auto published = sample_.rows();
    write();
    sample_.files["tables/fees.csv"] = disk().read(out() / "fees.csv", 1U << 20).value();
    EXPECT_EQ(sample_.rows(), published);
  }
}

}  // namespace
}  // namespace mingting
