// The sources of kiosk/ as the checks read them: code apart from comments and literals, includes, where a file lives.
#pragma once

#include <algorithm>
#include <filesystem>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

#include "base/disk/files.hpp"
#include "base/text/text.hpp"

namespace mingting {

struct Source {
  std::string name;  ///< below kiosk/: domain/case/clock.hpp
  std::string text;

  std::vector<std::string> path() const { return split(name, '/'); }
  std::string folder() const { return path().front(); }
  /// The folder's first level: "case"; "" for what lies in the folder itself.
  std::string room() const { return path().size() > 2 ? path()[1] : ""; }
  /// The folder it lies in, below kiosk/: domain/case.
  std::string place() const { return name.substr(0, name.rfind('/')); }
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
  /// Within a name or a figure: 1'000, and R as the end of a name; not after a prefix of a literal: U'x'.
  bool in_word() const {
    auto begin = at_;
    while (begin > 0 && (std::isalnum(static_cast<unsigned char>(text_[begin - 1])) != 0 || text_[begin - 1] == '_')) --begin;
    const auto before = text_.substr(begin, at_ - begin);
    return !before.empty() && before != "U" && before != "u" && before != "L" && before != "u8";
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

/// All .hpp and .cpp files below kiosk/ (or another folder), by name.
inline std::vector<Source> sources(const char* top = "kiosk") {
  std::vector<Source> all;
  const Path root = Path(MINGTING_SOURCE) / top;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    const auto extension = entry.path().extension();
    if (!entry.is_regular_file() || (extension != ".cpp" && extension != ".hpp" && extension != ".h")) continue;
    all.push_back({entry.path().lexically_relative(root).generic_string(), disk().read(entry.path(), 1 << 22).value()});
  }
  std::sort(all.begin(), all.end(), [](const Source& a, const Source& b) { return a.name < b.name; });
  return all;
}

struct Include {
  std::size_t line;
  std::string path;
};

inline std::vector<Include> includes_of(const Plain& plain) {
  static const std::regex kInclude(R"(^\s*#\s*include\s*["<]([^">]+)[">])");
  std::vector<Include> includes;
  const auto lines = split(plain.code, '\n');
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::smatch match;
    if (std::regex_search(lines[i], match, kInclude)) includes.push_back({i + 1, match[1]});
  }
  return includes;
}

inline std::string complaint(const Source& source, std::size_t line, const std::string& sentence) {
  return "kiosk/" + source.name + ":" + std::to_string(line) + ": " + sentence;
}

}  // namespace mingting
