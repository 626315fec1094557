// The office in January, for tests of the year's work.
#pragma once

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "desk/register/register_fixture.hpp"
#include "desk/telling.hpp"
#include "desk/told/year/disputes.hpp"
#include "desk/told/year/export.hpp"
#include "desk/told/year/figures.hpp"
#include "desk/told/year/making.hpp"
#include "desk/told/year/statistics.hpp"
#include "support/faulty_files.hpp"

namespace mingting {
namespace {  // other fixtures of the same program may use the same names

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using std::chrono::year;
using Json = nlohmann::json;

inline constexpr const char* kWords = R"(
[part-1]
text = "新收政府信息公开申请{新收}件，办结{办结}件。"
[part-5]
text = "没有。"
[part-6]
text = "收取信息处理费{信息处理费}元。遗失记录：{遗失记录}。"
)";

/// The office in January, with a register of its own and its content folder.
struct YearDesk {
  RegisterDesk desk;
  std::unique_ptr<Register> opened;
  Register& book;
  Office office;
  FaultyFiles files;
  Date today = day_of("2027-01-20");

  explicit YearDesk(int applications = 0)
      : opened(applications == 0 ? desk.made() : desk.holding(applications)), book(*opened) {
    office.agency = "南明区人民政府办公室";
    desk.folder.write("content/desk/report.toml", kWords);
  }
  DeskWork work() {
    return {files, book, office, desk.calendar, desk.folder / "content", Clerk{"张示例", start_of(today) + std::chrono::hours{9}}, today,
            {}, Path(MINGTING_SOURCE) / "fonts/fonts.toml"};
  }
  Path out() const { return desk.folder / "out"; }
  Result<ReportMade> report(bool keep = false, int of = 2026) { return make_report(work(), {of, out(), keep}); }
  Result<FiguresSheet> figures(std::vector<std::string> values, int of = 2026) { return enter_figures(work(), {of, std::move(values)}); }
  std::string file(const char* name) { return disk().read(out() / name, 1U << 24).value_or(""); }
  std::vector<std::string> written() { return disk().list(out()).value_or(std::vector<std::string>{}); }
};

}  // namespace
}  // namespace mingting
