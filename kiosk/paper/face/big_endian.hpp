// Numbers as TrueType tables hold them: most significant byte first.
#pragma once

#include <cstdint>
#include <string>

namespace mingting {

/// The low 16 bits; negative values in two's complement.
inline void put16(std::string& bytes, int value) {
  bytes.push_back(static_cast<char>((value >> 8) & 0xff));
  bytes.push_back(static_cast<char>(value & 0xff));
}

inline void put32(std::string& bytes, std::uint32_t value) {
  put16(bytes, static_cast<int>(value >> 16));
  put16(bytes, static_cast<int>(value & 0xffff));
}

}  // namespace mingting
