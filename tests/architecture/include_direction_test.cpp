// Who may include whom (DESIGN §2), and what may be written where: read from the sources themselves.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "architecture/sources.hpp"

namespace mingting {
namespace {

using Names = std::set<std::string>;

/// Folder -> the folders it may include besides itself. main/ may include everything.
const std::map<std::string, Names> kMayInclude{
    {"base", {}},
    {"domain", {"base"}},
    {"library", {"base", "domain"}},
    {"release", {"base", "domain"}},
    {"intake", {"base", "domain"}},
    {"paper", {"base", "domain"}},
    {"input", {"base", "domain"}},
    {"picture", {"base"}},
    {"publish", {"base", "domain", "library", "picture", "release"}},
    {"desk", {"base", "domain", "intake", "paper", "release"}},
    {"app", {"base", "domain"}},
    {"ui", {"base"}},
    {"screens", {"base", "domain", "app", "ui"}},
    {"platform", {"base", "picture", "ui"}},
};

/// A library's headers -> the places whose files may include them.
struct Fenced {
  std::string what;
  std::regex header;
  Names places;
};
const std::vector<Fenced> kFenced{
    {"Dear ImGui", std::regex(R"((.*/)?im(gui|config|stb).*\.h)"), {"ui", "platform"}},
    {"SQLite", std::regex(R"(sqlite3.*\.h|SQLiteCpp/.*)"), {"base/disk", "library", "intake", "desk/register/sqlite"}},
    {"An engine of the register", std::regex(R"(desk/register/\w+/.*)"), {"desk/register/sqlite"}},
    {"libsodium", std::regex(R"(sodium.*)"), {"release", "intake", "desk"}},
    {"SDL", std::regex(R"(SDL.*)"), {"platform", "picture"}},
    {"A codec of pictures", std::regex(R"((png|jpeglib|jerror|lcms2|webp/.*)\.h)"), {"platform", "picture"}},
    {"pixman", std::regex(R"(pixman.*)"), {"platform/paint"}},
    {"md4c", std::regex(R"(md4c.*)"), {"publish"}},
};

const std::regex kSql(R"(\b(SELECT\s[\s\S]*\sFROM|INSERT\s+(OR\s+\w+\s+)?INTO|DELETE\s+FROM|UPDATE\s+\w+\s+SET|)"
                      R"(CREATE\s+(VIRTUAL\s+)?(TABLE|INDEX|VIEW|TRIGGER)|PRAGMA\s+\w+)\b)",
                      std::regex::icase);
const Names kSqlPlaces{"library", "intake", "desk/register/sqlite"};
const Names kWordlessFolders{"screens", "app"};

/// Collects complaints about one file as "FILE:LINE: sentence". main/ may include and write everything.
class Inspection {
 public:
  explicit Inspection(const Source& source) : source_(source), plain_(Reader(source.text).read()) {}

  std::vector<std::string> run() {
    if (source_.folder() == "main") return {};
    const auto allowed = kMayInclude.find(source_.folder());
    if (allowed == kMayInclude.end()) complain(1, source_.folder() + "/ is not in the table of DESIGN §2");
    for (const auto& include : includes_of(plain_)) {
      inspect_direction(include, allowed == kMayInclude.end() ? Names{} : allowed->second);
      inspect_fences(include);
    }
    for (const auto& literal : plain_.literals) inspect_words(literal);
    return std::move(complaints_);
  }

 private:
  void complain(std::size_t line, const std::string& sentence) {
    complaints_.push_back(complaint(source_, line, sentence));
  }

  bool stands_in(const Names& places) const {
    return std::any_of(places.begin(), places.end(), [&](const std::string& place) { return source_.name.starts_with(place + "/"); });
  }

  void inspect_direction(const Include& include, const Names& allowed) {
    const auto target = include.path.substr(0, include.path.find('/'));
    const bool ours = target != include.path && (kMayInclude.contains(target) || target == "main");
    if (ours && target != source_.folder() && !allowed.contains(target)) {
      complain(include.line, source_.folder() + "/ may not include " + target + "/");
    }
    if (include.path.find("..") != std::string::npos) {
      complain(include.line, "includes are named from kiosk/, without ..");
    }
  }

  void inspect_fences(const Include& include) {
    for (const auto& fenced : kFenced) {
      if (std::regex_match(include.path, fenced.header) && !stands_in(fenced.places)) {
        complain(include.line, fenced.what + " may not be included in " + source_.place() + "/");
      }
    }
  }

  void inspect_words(const Literal& literal) {
    if (!stands_in(kSqlPlaces) && std::regex_search(literal.text, kSql)) {
      complain(literal.line, "SQL is written in library/, intake/ and desk/register/sqlite/ alone: " + literal.text);
    }
    const auto points = to_code_points(literal.text);
    if (kWordlessFolders.contains(source_.folder()) && std::any_of(points.begin(), points.end(), is_han)) {
      complain(literal.line, "visible words belong in assets/strings: " + literal.text);
    }
  }

  const Source& source_;
  Plain plain_;
  std::vector<std::string> complaints_;
};

std::vector<std::string> complaints_about(const Source& source) { return Inspection(source).run(); }

TEST(Architecture, EveryFileKeepsToItsLevel) {
  const auto all = sources();
  ASSERT_GT(all.size(), 20U) << "the sources were not found";
  for (const auto& source : all) {
    for (const auto& complaint : complaints_about(source)) ADD_FAILURE() << complaint;
  }
}

TEST(Architecture, EveryFolderIsInTheTable) {
  for (const auto& entry : std::filesystem::directory_iterator(Path(MINGTING_SOURCE) / "kiosk")) {
    const auto name = entry.path().filename().string();
    if (!entry.is_directory() || name == "main" || name == "setup") continue;
    EXPECT_TRUE(kMayInclude.contains(name)) << name;
  }
}

// ---- the check itself can fail ----

std::size_t complaints(const std::string& folder, const std::string& text) {
  return complaints_about({folder + "/x.cpp", text}).size();
}

TEST(ArchitectureCheck, FindsForbiddenIncludes) {
  EXPECT_EQ(complaints("domain", "#include \"library/library.hpp\"\n"), 1U);
  EXPECT_EQ(complaints("library", "#include \"release/keys.hpp\"\n"), 1U);
  EXPECT_EQ(complaints("app", "  #  include <intake/intake.hpp>\n"), 1U);
  EXPECT_EQ(complaints("base", "#include \"main/x.hpp\"\n"), 1U);
  EXPECT_EQ(complaints("screens", "#include <imgui.h>\n"), 1U);
  EXPECT_EQ(complaints("ui", "#include <SDL2/SDL.h>\n#include <imgui_internal.h>\n"), 1U);
  EXPECT_EQ(complaints("publish", "#include <sqlite3.h>\n#include <sodium.h>\n#include <md4c.h>\n"), 2U);
  EXPECT_EQ(complaints("domain", "#include \"../library/library.hpp\"\n"), 1U);
  EXPECT_EQ(complaints("unheard", "int x;\n"), 1U);
}

TEST(ArchitectureCheck, KeepsTheEnginesBehindTheRegister) {
  EXPECT_EQ(complaints("desk/intake", "#include \"desk/register/sqlite/open.hpp\"\n"), 1U);
  EXPECT_EQ(complaints("desk/intake", "#include \"desk/register/register.hpp\"\n"), 0U);
  EXPECT_EQ(complaints("main", "#include \"desk/register/sqlite/open.hpp\"\n"), 0U);
}

TEST(ArchitectureCheck, LeavesAllowedOnesAlone) {
  EXPECT_EQ(complaints("desk", "#include \"intake/intake.hpp\"\n#include <sodium.h>\n"), 0U);
  EXPECT_EQ(complaints("main", "#include <SDL.h>\n#include \"screens/x.hpp\"\n"), 0U);
  EXPECT_EQ(complaints("domain", "// #include \"library/library.hpp\"\n/* #include <imgui.h>\n*/\n"), 0U);
}

TEST(ArchitectureCheck, FindsSqlAndVisibleWords) {
  EXPECT_EQ(complaints("app", "auto a = \"select id from item\";\n"), 1U);
  EXPECT_EQ(complaints("desk/cases", "auto a = \"select id from item\";\n"), 1U);
  EXPECT_EQ(complaints("desk/register/sqlite", "auto a = \"select id from item\";\n"), 0U);
  EXPECT_EQ(complaints("publish", "auto a = R\"sql(INSERT INTO item VALUES (1))sql\";\n"), 1U);
  EXPECT_EQ(complaints("library", "auto a = \"SELECT id FROM item\";\n"), 0U);
  EXPECT_EQ(complaints("publish", "auto a = \"select a file\";\n"), 0U);
  EXPECT_EQ(complaints("screens", "auto a = \"提交\"; // 提交\n"), 1U);
  EXPECT_EQ(complaints("screens", "auto a = 1'000; auto b = '\"'; /* \"提交\" */ auto c = \"a\\\"b\"; // \"提交\"\n"), 0U);
  EXPECT_EQ(complaints("app", "auto a = u8R\"(提交)\";\n"), 1U);
}

}  // namespace
}  // namespace mingting
