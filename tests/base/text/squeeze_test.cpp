// The room a character takes beside its neighbours.
#include "base/text/squeeze.hpp"

#include <gtest/gtest.h>

#include <string_view>

namespace mingting {
namespace {

/// What `text` takes on a line of its own, in ems: full squares, spaces of a quarter, Latin of a half.
float room(std::u32string_view text) {
  float sum = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const float advance = text[i] == U' ' ? 0.25F : text[i] < 0x250 ? 0.5F : 1;
    const auto off =
        squeeze(i > 0 ? text[i - 1] : 0, text[i], i + 1 < text.size() ? text[i + 1] : 0, advance, {});
    sum += advance - off.before - off.after;
  }
  return sum;
}

TEST(Squeeze, LeavesHalfASquareBetweenTwoMarks) {
  const float alone = room(U"甲乙");
  EXPECT_FLOAT_EQ(room(U"甲”“乙"), alone + 1.5F) << "closing and opening";
  EXPECT_FLOAT_EQ(room(U"甲”，乙"), alone + 1.5F) << "closing and closing";
  EXPECT_FLOAT_EQ(room(U"甲：“乙"), alone + 1.5F);
  EXPECT_FLOAT_EQ(room(U"甲（《乙"), alone + 1.5F) << "opening and opening";
  EXPECT_FLOAT_EQ(room(U"甲》）。乙"), alone + 2);
  EXPECT_FLOAT_EQ(room(U"甲，乙"), alone + 1) << "a mark alone keeps its square";
}

TEST(Squeeze, LeavesOffWhatIsBlankAtTheEndsOfALine) {
  EXPECT_FLOAT_EQ(room(U"（甲"), 1.5F);
  EXPECT_FLOAT_EQ(room(U"甲。"), 1.5F);
  EXPECT_FLOAT_EQ(room(U"甲（"), 2) << "its ink stands at the edge";
  EXPECT_EQ(squeeze(0, U'《', U'条', 1, {}).before, 0.5F) << "the ink moves up to the edge";
  EXPECT_EQ(squeeze(U'例', U'》', 0, 1, {}).after, 0.5F);
}

TEST(Squeeze, LeavesOffWhatIsBlankBesideASpace) {
  EXPECT_FLOAT_EQ(room(U"甲” “乙"), 2 + 0.5F + 0.25F + 0.5F);
  EXPECT_FLOAT_EQ(room(U"　（甲"), 2.5F);
}

TEST(Squeeze, LeavesLatinItsOwnRhythm) {
  EXPECT_FLOAT_EQ(room(U"it’s"), 2);
  EXPECT_FLOAT_EQ(room(U"“form” a"), 0.5F + 2 + 0.5F + 0.25F + 0.5F);
  EXPECT_FLOAT_EQ(room(U"甲“form”乙"), 2 + 4) << "quoted in Chinese";
  EXPECT_EQ(squeeze(U'甲', U'“', U'“', 0.4F, {}).before, 0) << "a face whose marks are no squares";
}

TEST(Squeeze, PartsHanFromLatinByATenthAndAtMostByHalfAnEm) {
  EXPECT_FLOAT_EQ(room(U"共20件"), 3 + 2 * 0.1F);
  EXPECT_FLOAT_EQ(room(U"共 2"), 1.75F);
  for (const auto* text : {U"共  2", U"共    2", U"共　2"}) EXPECT_FLOAT_EQ(room(text), 2) << "typed wider";
  EXPECT_FLOAT_EQ(room(U"甲　乙"), 3) << "between Han as typed";
}

TEST(Squeeze, JoinsTwoDashes) {
  EXPECT_FLOAT_EQ(squeeze(U'甲', 0x2014, 0x2014, 0.9F, {}).after, 0.1F);
  EXPECT_FLOAT_EQ(squeeze(0x2014, 0x2014, U'乙', 0.9F, {}).after, 0);
}

TEST(Squeeze, TakesNothingFromWhatIsBeingTyped) {
  EXPECT_EQ(parted(U'”', U'“', {}).after, 0);
  EXPECT_FLOAT_EQ(parted(U'共', U'2', {}).after, -0.1F);
}

}  // namespace
}  // namespace mingting
