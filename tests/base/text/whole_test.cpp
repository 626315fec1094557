// What is kept on one line: numbers, titles, names.
#include "base/text/whole.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text/text.hpp"

namespace mingting {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

std::vector<std::string> kept(std::string_view text, const std::vector<std::string>& names = {}) {
  const auto points = to_code_points(text);
  const auto keep = names_to_keep(names);
  std::vector<std::string> all;
  for (const auto& whole : wholes(points, keep))
    all.push_back(to_utf8(points.substr(whole.from, whole.to - whole.from)));
  return all;
}

TEST(Wholes, AreNumbersWithWhatTheyCount) {
  EXPECT_THAT(kept("自2026年11月30日起"), ElementsAre("2026年11月30日"));
  EXPECT_THAT(kept("共1,234.50万元，"), ElementsAre("1,234.50万元"));
  EXPECT_THAT(kept("再加20个工作日，占12.5%以上"), ElementsAre("20个工作日", "12.5%"));
  EXPECT_THAT(kept("在 20 个工作日内"), ElementsAre("20 个工作日"));
  EXPECT_THAT(kept("within 20 working days"), ElementsAre("20 w")) << "no line ends between them";
  EXPECT_THAT(kept("上午9:00到29号窗口"), ElementsAre("9:00", "29号"));
  EXPECT_THAT(kept("共5项"), ElementsAre("5项"));
}

TEST(Wholes, AreNumbersToCallAndOfDocuments) {
  EXPECT_THAT(kept("电话0851-8581 2345。"), ElementsAre("0851-8581 2345"));
  EXPECT_THAT(kept("国办函〔2020〕109号"), ElementsAre("函〔2020〕109号"));
  EXPECT_THAT(kept("第三十三条第二款，第12期"), ElementsAre("第三十三条", "第二款", "第12期"));
  EXPECT_THAT(kept("第三方的意见"), IsEmpty());
}

TEST(Wholes, AreTitlesToTheirOwnClosingMark) {
  EXPECT_THAT(kept("见《〈条例〉释义》和《关于《办法》的解释》"),
              ElementsAre("《〈条例〉释义》", "《关于《办法》的解释》", "《办法》"));
  EXPECT_THAT(kept("《没有\n完"), IsEmpty());
}

TEST(Wholes, AreTheNamesWhereverTheyStand) {
  EXPECT_THAT(kept("印发南明区的要点，在南明区", {"南明区"}), ElementsAre("南明区", "南明区"));
}

TEST(NamesToKeep, ArePartsOfAPlaceToo) {
  const auto names = names_to_keep({"贵阳市南明区", "南明区人民政府办公室", "", "州"});
  EXPECT_THAT(names, UnorderedElementsAre(U"贵阳市南明区", U"贵阳市", U"南明区", U"南明区人民政府办公室"));
}

}  // namespace
}  // namespace mingting
