// No two types of a namespace share a name. Two that do compile and link, and then one's vectors are used for the other: the
// linker keeps one copy of each template. Read from the sources; types in unnamed namespaces are their file's own.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <regex>

#include "base/disk/files.hpp"
#include "base/text/text.hpp"

namespace mingting {
namespace {

/// Full names of the types a source defines where others could see them. Relies on the house's layout: namespaces and types
/// of a namespace begin at the start of a line, and "}  // namespace" ends one.
std::vector<std::string> types_in(const std::string& source) {
  static const std::regex kOpens(R"(^(?:inline )?namespace ?([\w:]*) ?\{)");
  static const std::regex kType(
      R"(^(?:template <.*> ?)?(?:struct|class|enum class|enum|union) (\w+)(?: final)?(?: : [^;()]*)? \{.*)");
  std::vector<std::string> spaces, types;
  std::smatch match;
  for (const auto& line : split(source, '\n')) {
    if (line.starts_with("}  // namespace")) {
      if (!spaces.empty()) spaces.pop_back();
    } else if (std::regex_search(line, match, kOpens)) {
      spaces.push_back(match[1]);
    } else if (std::regex_match(line, match, kType) && std::find(spaces.begin(), spaces.end(), "") == spaces.end()) {
      types.push_back(join(spaces, "::") + "::" + match[1].str());
    }
  }
  return types;
}

TEST(OneDefinition, NoTwoTypesShareAName) {
  std::map<std::string, std::string> first;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(Path(MINGTING_SOURCE) / "kiosk")) {
    const auto extension = entry.path().extension();
    if (extension != ".cpp" && extension != ".hpp") continue;
    for (const auto& type : types_in(disk().read(entry.path(), 1 << 22).value())) {
      const auto [held, added] = first.emplace(type, entry.path().string());
      EXPECT_TRUE(added) << type << " is defined in " << held->second << " and in " << entry.path().string();
    }
  }
  EXPECT_GT(first.size(), 200U) << "the sources were not read";
}

TEST(OneDefinition, SeesTypesWhereOthersCanSeeThem) {
  const std::string source =
      "namespace mingting {\nnamespace {\nstruct Own {\n};\n}  // namespace\nstruct Seen {\n};\nstruct Announced;\n"
      "class Made final : public Base {\n};\nenum class Kind { A, B };\nstruct Seen::Inner {\n};\n"
      "void f() {\n}\n}  // namespace mingting\nnamespace mingting::ui {\nstruct Seen {\n};\n}  // namespace mingting::ui\n";
  EXPECT_EQ(types_in(source),
            (std::vector<std::string>{"mingting::Seen", "mingting::Made", "mingting::Kind", "mingting::ui::Seen"}));
}

}  // namespace
}  // namespace mingting
