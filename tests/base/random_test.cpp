// A seed repeats itself, the kernel's bytes do not.
#include "base/random.hpp"

#include <gtest/gtest.h>

#include <array>

namespace mingting {
namespace {

TEST(Random, ASeedRepeatsItself) {
  SeededRandom one(42), two(42), other(43);
  std::array<std::byte, 32> a{}, b{}, c{};
  one.fill(a);
  two.fill(b);
  other.fill(c);
  EXPECT_EQ(a, b);
  EXPECT_NE(a, c);
}

TEST(Random, BelowIsEvenAndWithinBounds) {
  SeededRandom random(5);
  std::array<int, 30> counts{};
  for (int i = 0; i < 30'000; ++i) ++counts.at(random.below(30));
  for (const int count : counts) {
    EXPECT_GT(count, 800);
    EXPECT_LT(count, 1200);
  }
  EXPECT_EQ(random.below(1), 0U);
}

TEST(Random, TheKernelsBytesDiffer) {
  SystemRandom random;
  std::array<std::byte, 32> a{}, b{};
  random.fill(a);
  random.fill(b);
  EXPECT_NE(a, b);
}

}  // namespace
}  // namespace mingting
