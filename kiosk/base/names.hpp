// Names as remarks, so that what parts one from the next is decided with the words: the place says it, {:、}.
#pragma once

#include <string>
#include <vector>

#include "base/remark.hpp"

namespace mingting {

inline std::vector<Remark> names_told(const std::vector<std::string>& names) {
  std::vector<Remark> told;
  for (const auto& name : names) told.push_back(remark("list.name", name));
  return told;
}

}  // namespace mingting
