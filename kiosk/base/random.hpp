// Random bytes, passed in so that tests are repeatable.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace mingting {

class RandomSource {
 public:
  virtual ~RandomSource() = default;
  virtual void fill(std::span<std::byte> bytes) = 0;
  /// Uniform in [0, bound), without modulo bias. bound > 0.
  std::uint32_t below(std::uint32_t bound);
};

std::string random_bytes(RandomSource& random, std::size_t size);

/// The kernel's generator (getrandom). Ends the program if the kernel has none: nothing may go on with weak keys.
class SystemRandom final : public RandomSource {
 public:
  void fill(std::span<std::byte> bytes) override;
};

/// A repeatable sequence. For scripts with a fixed clock and for tests; never for keys that matter.
class SeededRandom final : public RandomSource {
 public:
  explicit SeededRandom(std::uint64_t seed) : state_(seed) {}
  void fill(std::span<std::byte> bytes) override;

 private:
  std::uint64_t state_;
};

}  // namespace mingting
