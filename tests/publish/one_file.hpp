// A test of one file of the sample: it is spoilt in one place, and this is found there.
//   TEST_F(SiteFile, …) { change("id = \"nanming\"", "id = \"南明\"").finds(error(1, "只能用英文字母")); }
#pragma once

#include <source_location>

#include "publish/sample_folder.hpp"

namespace mingting {

/// A finding as a test expects it: `part` is a piece of its sentence.
struct Expected {
  Severity severity;
  std::string file;  ///< "" for the test's own
  int line;
  std::string part;
  std::source_location where;
};

inline Expected error(int line, const std::string& part, std::source_location where = std::source_location::current()) {
  return {Severity::Error, "", line, part, where};
}
inline Expected warning(int line, const std::string& part, std::source_location where = std::source_location::current()) {
  return {Severity::Warning, "", line, part, where};
}
inline Expected error_in(const std::string& file, int line, const std::string& part,
                         std::source_location where = std::source_location::current()) {
  return {Severity::Error, file, line, part, where};
}
inline Expected warning_in(const std::string& file, int line, const std::string& part,
                           std::source_location where = std::source_location::current()) {
  return {Severity::Warning, file, line, part, where};
}

class OneFile : public ::testing::Test {
 public:
  explicit OneFile(std::string file) : file_(std::move(file)) {}

  OneFile& text(const std::string& whole) { return folder.files[file_] = whole, *this; }
  OneFile& add(const std::string& more) { return folder.files[file_] += more, *this; }
  OneFile& change(const std::string& from, const std::string& to) { return folder.change(file_, from, to), *this; }
  OneFile& item(const std::string& name, const std::string& body, const std::string& front = "") {
    return folder.item(name, body, front), *this;
  }
  /// All as the sample has it.
  OneFile& fresh() { return folder.files = sound_files(), *this; }

  /// These and no others.
  template <class... Findings>
  void finds(const Expected& first, const Findings&... more) {
    const ::testing::ScopedTrace trace(first.where.file_name(), static_cast<int>(first.where.line()), "expected here");
    EXPECT_THAT(folder.findings(), ::testing::UnorderedElementsAreArray(Matchers{as_matcher(first), as_matcher(more)...}));
  }
  /// These, and maybe others.
  template <class... Findings>
  void finds_among_others(const Expected& first, const Findings&... more) {
    const ::testing::ScopedTrace trace(first.where.file_name(), static_cast<int>(first.where.line()), "expected here");
    EXPECT_THAT(folder.findings(), ::testing::IsSupersetOf(Matchers{as_matcher(first), as_matcher(more)...}));
  }
  void finds_nothing(std::source_location where = std::source_location::current()) {
    const ::testing::ScopedTrace trace(where.file_name(), static_cast<int>(where.line()), "expected here");
    EXPECT_THAT(folder.findings(), ::testing::IsEmpty());
  }

  SampleFolder folder;

 private:
  using Matchers = std::vector<::testing::Matcher<Finding>>;

  ::testing::Matcher<Finding> as_matcher(const Expected& expected) const {
    return found::finding(expected.severity, expected.file.empty() ? file_ : expected.file, expected.line, expected.part);
  }

  std::string file_;
};

/// documents/a.md, an item of a column whose items need nothing but a title. Line 3 is the first of its further front matter.
class OneItem : public OneFile {
 public:
  OneItem() : OneFile("documents/a.md") {}

  OneItem& front(const std::string& front) { return folder.item("a", "正文", front), *this; }
  OneItem& body(const std::string& body, const std::string& front = "") { return folder.item("a", body, front), *this; }
};

}  // namespace mingting
