// The rooms of a folder: who of them may include whom, how many files stand in one, and whether each file says what it is about.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "architecture/sources.hpp"

namespace mingting {
namespace {

using Names = std::set<std::string>;

/// Folder -> its rooms by level, the lowest first; "" stands for what lies in the folder itself. A room may include those of
/// lower levels, none of its own level and none above. A folder that is not here has no rooms.
const std::map<std::string, std::vector<Names>> kLevels{
    {"base", {{""}, {"text"}, {"disk"}, {"look"}, {"said"}}},
    {"domain", {{""}, {"calendar", "identity", "content", "uses"}, {"case", "form", "table"}, {"year", "exchange", "matcher"}}},
    {"library", {{"store"}, {"index"}, {"search"}, {"tables"}, {""}}},
    {"paper", {{"face"}, {"set"}, {"pdf"}, {"pages"}, {"print"}}},
    {"publish", {{"files"}, {"text"}, {"kinds"}, {"checks"}, {"rules"}, {""}, {"build"}}},
    {"intake", {{"sealed"}, {"store", "uses"}, {"export"}, {""}}},
    {"desk", {{"register", "agency"}, {""}, {"papers", "entries"}, {"cases"}, {"intake", "feedback", "year", "rules"}, {"hall", "care"}, {"told"}}},
    {"app", {{""}, {"tables"}, {"browse", "form", "matcher", "progress", "typing", "visit"}}},
    {"ui", {{"tree"}, {""}, {"text"}, {"frame"}, {"widgets"}}},
    {"screens", {{""}, {"tables", "urgent"}, {"visitor"}}},
    {"platform", {{"paint"}, {""}}},
    {"main", {{""}, {"kiosk", "desk", "publish"}}},
};

constexpr std::size_t kMostInARoom = 15;

int level_of(const std::string& folder, const std::string& room) {
  const auto levels = kLevels.find(folder);
  if (levels == kLevels.end()) return room.empty() ? 0 : -1;
  for (std::size_t level = 0; level < levels->second.size(); ++level) {
    if (levels->second[level].contains(room)) return static_cast<int>(level);
  }
  return -1;
}

std::vector<std::string> complaints_about(const Source& source) {
  std::vector<std::string> complaints;
  const int own = level_of(source.folder(), source.room());
  if (own < 0) complaints.push_back(complaint(source, 1, "its room is not among the levels of its folder"));
  for (const auto& include : includes_of(Reader(source.text).read())) {
    const Source included{include.path, ""};
    if (!include.path.starts_with(source.folder() + "/") || included.room() == source.room()) continue;
    if (level_of(source.folder(), included.room()) >= own) {
      complaints.push_back(complaint(source, include.line, "no arrow up or across: " + include.path));
    }
  }
  return complaints;
}

bool says_what_it_is_about(const std::string& text) {
  return text.starts_with("// ") && text.find('\n') > 20;
}

TEST(Rooms, KnowTheirLevel) {
  for (const auto& source : sources()) {
    for (const auto& each : complaints_about(source)) ADD_FAILURE() << each;
  }
}

/// A .hpp and a .cpp of one name are one piece.
std::map<std::string, Names> pieces_by_place(const Path& root) {
  std::map<std::string, Names> places;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (!entry.is_regular_file()) continue;
    const auto extension = entry.path().extension();
    const bool code = extension == ".cpp" || extension == ".hpp";
    places[entry.path().parent_path().string()].insert((code ? entry.path().stem() : entry.path().filename()).string());
  }
  return places;
}

TEST(Rooms, AreNotCrowded) {
  for (const auto* top : {"kiosk", "tests"}) {
    for (const auto& [place, pieces] : pieces_by_place(Path(MINGTING_SOURCE) / top)) {
      EXPECT_LE(pieces.size(), kMostInARoom) << place;
    }
  }
}

TEST(Rooms, EveryFileSaysWhatItIsAbout) {
  for (const auto* top : {"kiosk", "tests"}) {
    for (const auto& source : sources(top)) EXPECT_TRUE(says_what_it_is_about(source.text)) << top << "/" << source.name;
  }
}

TEST(RoomsCheck, FindsArrowsUpAndAcross) {
  const auto found = [](const std::string& name, const std::string& include) {
    return complaints_about({name, "#include \"" + include + "\"\n"}).size();
  };
  EXPECT_EQ(found("library/store/x.cpp", "library/search/query.hpp"), 1U) << "up";
  EXPECT_EQ(found("domain/calendar/x.cpp", "domain/identity/identifiers.hpp"), 1U) << "across";
  EXPECT_EQ(found("library/search/x.cpp", "library/library.hpp"), 1U) << "to what lies above in the folder";
  EXPECT_EQ(found("library/search/x.cpp", "library/store/schema.hpp"), 0U);
  EXPECT_EQ(found("library/search/x.cpp", "domain/content/content.hpp"), 0U) << "other folders are another check's";
  EXPECT_EQ(found("domain/unheard/x.cpp", "base/text.hpp"), 1U);
  EXPECT_EQ(found("desk/register/sqlite/x.cpp", "desk/register/register.hpp"), 0U) << "one room";
}

TEST(RoomsCheck, AsksForAFirstLine) {
  EXPECT_TRUE(says_what_it_is_about("// The register's promises.\n#pragma once\n"));
  EXPECT_FALSE(says_what_it_is_about("#include \"x.hpp\"\n// The register's promises.\n"));
  EXPECT_FALSE(says_what_it_is_about("// x\n#include \"x.hpp\"\n"));
}

}  // namespace
}  // namespace mingting
