// How long functions are: nine in ten of 17 lines at most, none above 50. Lambdas and local types count with the function
// they stand in. Relies on the house's layout (.clang-format).
#include <gtest/gtest.h>

#include "architecture/sources.hpp"

namespace mingting {
namespace {

constexpr std::size_t kUsual = 17, kMost = 50;

struct Function {
  std::size_t line;   ///< of its head
  std::size_t lines;  ///< from the head to the closing brace
};

/// What stands between the last ; { or } and a brace: the head of what the brace opens.
class Functions {
 public:
  explicit Functions(const std::string& code) : code_(code) {}

  std::vector<Function> find() {
    for (; at_ < code_.size(); ++at_) step(code_[at_]);
    return std::move(found_);
  }

 private:
  void step(char letter) {
    if (letter == '\n') ++line_;
    if (letter == '(') ++round_;
    if (letter == ')') --round_;
    if (letter == '{') open();
    else if (letter == '}') close();
    else if (letter == ';' && round_ == 0) head_.clear();
    else note(letter);
  }
  void note(char letter) {
    if (head_.empty() && std::isspace(static_cast<unsigned char>(letter)) != 0) return;
    if (head_.empty()) head_line_ = line_;
    head_ += letter;
  }
  void open() {
    ++depth_;
    if (body_ == 0 && round_ == 0 && is_function_head(head_)) {
      body_ = depth_;
      body_line_ = head_line_;
    }
    head_.clear();
  }
  void close() {
    if (body_ == depth_) {
      found_.push_back({body_line_, line_ - body_line_ + 1});
      body_ = 0;
    }
    --depth_;
    head_.clear();
  }
  static bool is_function_head(const std::string& head) {
    static const std::regex kTypeOrSpace(R"(^\s*(?:template\s*<[^{]*>\s*)?(?:inline\s+)?(?:struct|class|union|enum|namespace)\b[^()]*$)");
    static const std::regex kPreprocessor(R"(^\s*#)");
    const auto open = head.find('(');
    if (open == std::string::npos || std::regex_search(head, kTypeOrSpace)) return false;
    return head.find('=') == std::string::npos || head.find('=') > open || head.find("operator") != std::string::npos;
  }

  const std::string& code_;
  std::vector<Function> found_;
  std::string head_;
  std::size_t at_ = 0, line_ = 1, head_line_ = 1, body_line_ = 1;
  int depth_ = 0, body_ = 0, round_ = 0;
};

std::string without_preprocessor(std::string code) {
  auto lines = split(code, '\n');
  for (auto& line : lines) {
    if (trimmed(line).starts_with('#')) line.clear();
  }
  return join(lines, "\n");
}

std::vector<Function> functions_in(const std::string& text) {
  const auto code = without_preprocessor(Reader(text).read().code);
  return Functions(code).find();
}

TEST(Functions, AreShort) {
  std::size_t all = 0, usual = 0;
  for (const auto& source : sources()) {
    for (const auto& function : functions_in(source.text)) {
      ++all;
      if (function.lines <= kUsual) ++usual;
      EXPECT_LE(function.lines, kMost) << complaint(source, function.line, "too long");
    }
  }
  EXPECT_GT(all, 3000U) << "the functions were not found";
  EXPECT_GE(usual * 10, all * 9) << usual << " of " << all << " have at most " << kUsual << " lines";
  RecordProperty("functions", static_cast<int>(all));
}

TEST(FunctionsCheck, CountsFromHeadToBrace) {
  const auto found = functions_in(
      "#include <x>\nnamespace a {\nstruct B {\n  int one() const { return 1; }\n  int two = 2;\n};\nenum class C { D };\n"
      "constexpr int kE[] = {1, 2};\n\nvoid f(int a,\n       int b) {\n  auto g = [&](int c) {\n    return c;\n  };\n  if (a) {\n  }\n}\n"
      "bool q(char32_t c) { return c == U'\"' || c == U'{'; }\ntemplate <class T>\nT h() {\n  return {};\n}\n}  // namespace a\n");
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(found[0].lines, 1U);
  EXPECT_EQ(found[1].line, 10U);
  EXPECT_EQ(found[1].lines, 8U);
  EXPECT_EQ(found[2].lines, 1U);
  EXPECT_EQ(found[3].lines, 4U) << "with its template line";
}

}  // namespace
}  // namespace mingting
