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

}  // namespace
}  // namespace mingting
