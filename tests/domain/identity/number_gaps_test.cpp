// Missing and repeated document numbers, by prefix and year.
#include "base/said/words.hpp"
#include "domain/identity/number_gaps.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mingting {
namespace {

using testing::ElementsAre;

TEST(NumberGaps, ByPrefixAndYear) {
  const std::vector<DocumentNumber> numbers{{"南府办发", 2026, 1}, {"南府办发", 2026, 5}, {"南府办发", 2026, 2},
                                            {"南府办发", 2025, 2}, {"南府发", 2026, 1},   {"南府办发", 2026, 5}};
  const auto sequences = number_sequences(numbers);
  ASSERT_EQ(sequences.size(), 3U);
  EXPECT_EQ(sequences[0], (NumberSequence{"南府办发", 2025, 1, 2, {{1, 1}}, {}}));
  EXPECT_EQ(sequences[1], (NumberSequence{"南府办发", 2026, 3, 5, {{3, 4}}, {5}}));
  EXPECT_EQ(sequences[2], (NumberSequence{"南府发", 2026, 1, 1, {}, {}}));
}

TEST(NumberGaps, AWildNumberCostsNoMemory) {
  const auto sequences = number_sequences(std::vector<DocumentNumber>{{"南府发", 2026, 999'999}, {"南府发", 2026, 0}});
  ASSERT_EQ(sequences.size(), 1U);
  EXPECT_THAT(sequences[0].missing, ElementsAre(NumberRange{1, 999'998}));
  EXPECT_TRUE(number_sequences({}).empty());
}

}  // namespace
}  // namespace mingting
