// Every header compiles alone: either a .cpp of its name has it as its first include, or tests/CMakeLists.txt makes a source of
// it alone (the library mingting_headers_alone).
#include <gtest/gtest.h>

#include <set>

#include "architecture/sources.hpp"

namespace mingting {
namespace {

TEST(Headers, CompileAlone) {
  const auto alone = disk().read(Path(MINGTING_BUILD) / "headers-alone.txt", 1 << 20);
  ASSERT_TRUE(alone) << "CMake writes the list of headers that it compiles alone";
  const auto names = split(*alone, '\n');
  const std::set<std::string> compiled(names.begin(), names.end());
  std::set<std::string> first_includes;
  for (const auto& source : sources()) {
    if (!source.name.ends_with(".cpp")) continue;
    const auto includes = includes_of(Reader(source.text).read());
    if (!includes.empty()) first_includes.insert(includes.front().path);
  }
  for (const auto& source : sources()) {
    if (!source.name.ends_with(".hpp")) continue;
    EXPECT_TRUE(first_includes.contains(source.name) || compiled.contains(source.name)) << source.name;
  }
}

}  // namespace
}  // namespace mingting
