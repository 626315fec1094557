// Distances between words.
#include "base/text/edit_distance.hpp"

#include <gtest/gtest.h>

namespace mingting {
namespace {

TEST(EditDistance, CountsLettersPutInTakenOutAndChanged) {
  EXPECT_EQ(edit_distance(U"", U""), 0U);
  EXPECT_EQ(edit_distance(U"", U"期限"), 2U);
  EXPECT_EQ(edit_distance(U"答复期限", U"答复期"), 1U);
  EXPECT_EQ(edit_distance(U"kitten", U"sitting"), 3U);
  EXPECT_EQ(edit_distance(U"ab", U"ba"), 2U) << "neighbours that changed places are two";
}

TEST(NearestWord, IsTheFirstOfThoseWithTheFewestLettersToChange) {
  EXPECT_EQ(nearest_word("titel", {"text", "title", "tithe"}), "title");
  EXPECT_EQ(nearest_word("TITLE", {"a", "title"}), "title");
  EXPECT_EQ(nearest_word("期线", {"期限", "电话"}, 1), "期限");
  EXPECT_EQ(nearest_word("期限", {"电话号码"}, 2), "");
  EXPECT_EQ(nearest_word("x", {"entirely different"}), "entirely different") << "there is always a nearest";
  EXPECT_EQ(nearest_word("x", {"entirely different"}, 2), "");
  EXPECT_EQ(nearest_word("x", {}), "");
}

}  // namespace
}  // namespace mingting
