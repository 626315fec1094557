// Part 2 of the report as it is typed: what is taken, what is refused, and nothing half.
#include "desk/year/year_desk.hpp"

namespace mingting {
namespace {

TEST(YearFigures, AreEnteredBitByBitAndShown) {
  YearDesk desk;
  EXPECT_THAT(text_of(desk.figures({})), HasSubstr("还有 10 项没有填"));
  const auto some = desk.figures({"行政许可=1200", "规范性文件制发＝４", "charges=12.5"});
  EXPECT_TRUE(whole(some));
  EXPECT_EQ(json_of(some)["blank"], 7);
  EXPECT_EQ(json_of(some)["figures"]["charges"], 12'500'000);
  EXPECT_THAT(text_of(some), HasSubstr("12.5 万元"));
  const auto all = desk.figures({"其余=0", "行政许可=1,201"});
  EXPECT_THAT(text_of(all), HasSubstr("都填好了"));
  EXPECT_EQ(desk.book.disclosure(year{2026}).value(), (DisclosureTable{{0, 0, 0}, {4, 0, 0}, 1201, 0, 0, 12'500'000}));
  EXPECT_EQ(desk.book.disclosure(year{2025}).value(), std::nullopt);
}

TEST(YearFigures, OneWrongValueRecordsNothing) {
  YearDesk desk;
  for (const auto* wrong : {"行政许可=-1", "行政许可=", "行政许可", "行政许可=1.5", "政府采购=1", "收费万元=1.2345678", "收费万元=-3", "其余=1",
                            "行政许可=12件", "收费万元=.5"}) {
    const auto answer = desk.figures({"行政处罚=3", wrong});
    EXPECT_FALSE(whole(answer)) << wrong;
    EXPECT_THAT(text_of(answer), HasSubstr("一项也没有记"));
  }
  EXPECT_EQ(desk.book.disclosure(year{2026}).value(), std::nullopt);
  EXPECT_FALSE(whole(desk.figures({"行政许可=1"}, 2020)));
}

}  // namespace
}  // namespace mingting
