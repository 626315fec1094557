// Who may include whom (DESIGN §2), and what may be written where: read from the sources themselves.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>

#include "base/files.hpp"
#include "base/text.hpp"

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
    {"sound", {"base", "domain"}},
    {"publish", {"base", "domain", "library", "release"}},
    {"desk", {"base", "domain", "intake", "paper", "release"}},
    {"app", {"base", "domain"}},
    {"ui", {"base"}},
    {"screens", {"base", "domain", "app", "ui"}},
    {"platform", {"base", "ui"}},
};

/// A library's headers -> the folders that may include them.
struct Fenced {
  std::string what;
  std::regex header;
  Names folders;
};
const std::vector<Fenced> kFenced{
    {"Dear ImGui", std::regex(R"((.*/)?im(gui|config|stb).*\.h)"), {"ui", "platform"}},
    {"SQLite", std::regex(R"(sqlite3.*\.h|SQLiteCpp/.*)"), {"library", "intake", "desk"}},
    {"libsodium", std::regex(R"(sodium.*)"), {"release", "intake", "desk"}},
    {"SDL", std::regex(R"(SDL.*)"), {"platform", "sound"}},
    {"md4c", std::regex(R"(md4c.*)"), {"publish"}},
};

const std::regex kSql(R"(\b(SELECT\s[\s\S]*\sFROM|INSERT\s+(OR\s+\w+\s+)?INTO|DELETE\s+FROM|UPDATE\s+\w+\s+SET|)"
                      R"(CREATE\s+(VIRTUAL\s+)?(TABLE|INDEX|VIEW|TRIGGER)|PRAGMA\s+\w+)\b)",
                      std::regex::icase);
const Names kSqlFolders{"library", "intake", "desk"};
const Names kWordlessFolders{"screens", "app"};

struct Source {
  std::string folder;
  std::string name;  ///< below kiosk/
  std::string text;
};

/// A string literal with the line it starts on.
struct Literal {
  std::size_t line;
  std::string text;
};

/// Code with comments and literals taken out of the way: comments become spaces, literals are given apart.
struct Plain {
  std::string code;
  std::vector<Literal> literals;
};

/// Just enough of C++ to tell comments, strings, raw strings and character literals from code.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  Plain read() {
    while (at_ < text_.size()) step();
    return std::move(plain_);
  }

 private:
  bool starts(std::string_view word) const { return text_.substr(at_).starts_with(word); }

  void step() {
    if (starts("//")) return skip_to("\n");
    if (starts("/*")) return skip_past("*/");
    if (starts("R\"") && !in_word()) return raw_string();
    if (text_[at_] == '"') return string();
    if (text_[at_] == '\'' && !in_word()) return character();
    keep();
  }
  /// After a letter or digit: 1'000, and R as the end of a name.
  bool in_word() const {
    return at_ > 0 && (std::isalnum(static_cast<unsigned char>(text_[at_ - 1])) != 0 || text_[at_ - 1] == '_');
  }
  void keep() { pass(true); }
  void pass(bool kept) {
    if (text_[at_] == '\n') ++line_;
    plain_.code += kept || text_[at_] == '\n' ? text_[at_] : ' ';
    ++at_;
  }
  void pass_to(std::size_t end) {
    while (at_ < std::min(end, text_.size())) pass(false);
  }
  void skip_to(std::string_view mark) { pass_to(text_.find(mark, at_)); }
  void skip_past(std::string_view mark) {
    const auto end = text_.find(mark, at_);
    pass_to(end == std::string_view::npos ? end : end + mark.size());
  }
  void string() {
    const auto line = line_;
    // #include "x" keeps its text: the path is code.
    const auto line_start = plain_.code.rfind('\n') + 1;
    const bool include = plain_.code.compare(line_start, 8, "#include") == 0;
    const auto end = closing('"');
    if (!include) plain_.literals.push_back({line, std::string(text_.substr(at_ + 1, end - at_ - 1))});
    while (at_ < std::min(end + 1, text_.size())) pass(include);
  }
  void character() { pass_to(closing('\'') + 1); }
  std::size_t closing(char quote) const {
    auto end = at_ + 1;
    while (end < text_.size() && text_[end] != quote && text_[end] != '\n') end += text_[end] == '\\' ? 2 : 1;
    return end;
  }
  void raw_string() {
    const auto open = text_.find('(', at_);
    const auto mark = ")" + std::string(text_.substr(at_ + 2, open - at_ - 2)) + "\"";
    const auto end = text_.find(mark, open);
    plain_.literals.push_back({line_, std::string(text_.substr(open + 1, end - open - 1))});
    pass_to(end == std::string_view::npos ? end : end + mark.size());
  }

  std::string_view text_;
  std::size_t at_ = 0, line_ = 1;
  Plain plain_;
};

std::vector<Source> sources() {
  std::vector<Source> all;
  const Path kiosk = Path(MINGTING_SOURCE) / "kiosk";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(kiosk)) {
    const auto extension = entry.path().extension();
    if (!entry.is_regular_file() || (extension != ".cpp" && extension != ".hpp" && extension != ".h")) continue;
    const auto relative = entry.path().lexically_relative(kiosk);
    all.push_back({relative.begin()->string(), relative.generic_string(), disk().read(entry.path(), 1 << 22).value()});
  }
  std::sort(all.begin(), all.end(), [](const Source& a, const Source& b) { return a.name < b.name; });
  return all;
}

struct Include {
  std::size_t line;
  std::string path;
};

std::vector<Include> includes_of(const Plain& plain) {
  static const std::regex kInclude(R"(^\s*#\s*include\s*["<]([^">]+)[">])");
  std::vector<Include> includes;
  const auto lines = split(plain.code, '\n');
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::smatch match;
    if (std::regex_search(lines[i], match, kInclude)) includes.push_back({i + 1, match[1]});
  }
  return includes;
}

/// Collects complaints about one file as "FILE:LINE: sentence". main/ may include and write everything.
class Inspection {
 public:
  explicit Inspection(const Source& source) : source_(source), plain_(Reader(source.text).read()) {}

  std::vector<std::string> run() {
    if (source_.folder == "main") return {};
    const auto allowed = kMayInclude.find(source_.folder);
    if (allowed == kMayInclude.end()) complain(1, source_.folder + "/ is not in the table of DESIGN §2");
    for (const auto& include : includes_of(plain_)) {
      inspect_direction(include, allowed == kMayInclude.end() ? Names{} : allowed->second);
      inspect_fences(include);
    }
    for (const auto& literal : plain_.literals) inspect_words(literal);
    return std::move(complaints_);
  }

 private:
  void complain(std::size_t line, const std::string& sentence) {
    complaints_.push_back("kiosk/" + source_.name + ":" + std::to_string(line) + ": " + sentence);
  }

  void inspect_direction(const Include& include, const Names& allowed) {
    const auto target = include.path.substr(0, include.path.find('/'));
    const bool ours = target != include.path && (kMayInclude.contains(target) || target == "main");
    if (ours && target != source_.folder && !allowed.contains(target)) {
      complain(include.line, source_.folder + "/ may not include " + target + "/");
    }
    if (include.path.find("..") != std::string::npos) {
      complain(include.line, "includes are named from kiosk/, without ..");
    }
  }

  void inspect_fences(const Include& include) {
    for (const auto& fenced : kFenced) {
      if (std::regex_match(include.path, fenced.header) && !fenced.folders.contains(source_.folder)) {
        complain(include.line, fenced.what + " may not be included in " + source_.folder + "/");
      }
    }
  }

  void inspect_words(const Literal& literal) {
    if (!kSqlFolders.contains(source_.folder) && std::regex_search(literal.text, kSql)) {
      complain(literal.line, "SQL is written in library/, intake/ and desk/ alone: " + literal.text);
    }
    const auto points = to_code_points(literal.text);
    if (kWordlessFolders.contains(source_.folder) && std::any_of(points.begin(), points.end(), is_han)) {
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
  return complaints_about({folder, folder + "/x.cpp", text}).size();
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

TEST(ArchitectureCheck, LeavesAllowedOnesAlone) {
  EXPECT_EQ(complaints("desk", "#include \"intake/intake.hpp\"\n#include <sodium.h>\n"), 0U);
  EXPECT_EQ(complaints("main", "#include <SDL.h>\n#include \"screens/x.hpp\"\n"), 0U);
  EXPECT_EQ(complaints("domain", "// #include \"library/library.hpp\"\n/* #include <imgui.h>\n*/\n"), 0U);
}

TEST(ArchitectureCheck, FindsSqlAndVisibleWords) {
  EXPECT_EQ(complaints("app", "auto a = \"select id from item\";\n"), 1U);
  EXPECT_EQ(complaints("publish", "auto a = R\"sql(INSERT INTO item VALUES (1))sql\";\n"), 1U);
  EXPECT_EQ(complaints("library", "auto a = \"SELECT id FROM item\";\n"), 0U);
  EXPECT_EQ(complaints("publish", "auto a = \"select a file\";\n"), 0U);
  EXPECT_EQ(complaints("screens", "auto a = \"提交\"; // 提交\n"), 1U);
  EXPECT_EQ(complaints("screens", "auto a = 1'000; auto b = '\"'; /* \"提交\" */ auto c = \"a\\\"b\"; // \"提交\"\n"), 0U);
  EXPECT_EQ(complaints("app", "auto a = u8R\"(提交)\";\n"), 1U);
}

}  // namespace
}  // namespace mingting
