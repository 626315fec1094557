// Bytes spoiled by chance: bits turned, pieces lost, doubled or moved, and what attackers like to write in between.
#pragma once

#include <random>
#include <string>
#include <string_view>

namespace mingting {

class Spoiler {
 public:
  explicit Spoiler(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t count) { return count == 0 ? 0 : random_() % count; }

  std::string spoil(std::string bytes) {
    for (std::size_t times = 1 + below(4); times > 0; --times) once(bytes);
    return bytes;
  }

 private:
  void once(std::string& bytes) {
    const auto at = below(bytes.size() + 1), length = below(std::min<std::size_t>(bytes.size() - at, 200) + 1);
    switch (below(6)) {
      case 0: bytes.erase(at, length); break;
      case 1: bytes.insert(at, std::string(bytes, at, length)); break;
      case 2: bytes.insert(below(bytes.size() + 1), std::string(bytes, at, length)); break;
      case 3: bytes.resize(at); break;
      case 4: bytes.insert(at, nasty()); break;
      default:
        if (at < bytes.size()) bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8)));
    }
  }
  std::string nasty() {
    static constexpr std::string_view kNasty[]{"\xFF\xFE", "\xC0\x80", "\xE2\x80\xAE", "{{{{[[[[", "+++\n", "\"\"\"", "\n,,,\"", "99999999999999999999",
                                               "-1", "../../", "[](x)", "|a|b|\n|-|-|\n", "2026-02-30", "\r", "=1+1", "<script>"};
    const auto one = below(std::size(kNasty) + 1);
    return one < std::size(kNasty) ? std::string(kNasty[one]) : std::string(1, '\0');
  }

  std::mt19937 random_;
};

}  // namespace mingting
