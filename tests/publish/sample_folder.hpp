// A content folder made from a map of name -> text: sound to begin with, then spoilt by each test in one
// place.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "publish/content.hpp"
#include "support/temp_folder.hpp"

namespace mingting {

/// The least that checks clean: a hall, two columns, three items, a form, a table, a calendar, a picture.
std::map<std::string, std::string> sound_files();

std::string sentence_of(const Finding& finding);

class SampleFolder {
 public:
  SampleFolder() : files(sound_files()) {}

  std::map<std::string, std::string> files;  ///< changed by the test, then written by check()

  /// Replaces a piece of a file's text; the piece must be there.
  SampleFolder& change(const std::string& name, const std::string& from, const std::string& to);
  /// An item of the column documents, whose items need nothing but a title. Line 4 is the first of the body.
  SampleFolder& item(const std::string& name, const std::string& body, const std::string& front = "");

  CheckedContent check(const CheckOptions& options = {});
  std::vector<Finding> findings() { return check().findings; }
  /// The rows of a table as they are in its file, each cell in its one form.
  std::vector<std::vector<std::string>> rows(const std::string& table = "fees", const std::string& edition = "");
  /// The document after a check that found nothing wrong.
  Document document(const std::string& id);

  /// Brings the folder to what `files` says; untouched files keep their time.
  void write();

  const Path& path() const { return folder_.path(); }
  Path operator/(const Path& below) const { return folder_ / below; }

 private:
  /// Holds for every finding of every test: its file exists (or it says that the file is missing), its line
  /// is in the file.
  void every_finding_names_a_place(const CheckedContent& checked);

  TempFolder folder_;
  std::map<std::string, std::string> written_;
};

namespace found {

::testing::Matcher<Finding> finding(Severity severity, const std::string& file, int line, const std::string& part);

}  // namespace found

using FindingsMatcher = ::testing::Matcher<std::vector<Finding>>;

/// Exactly one finding: an error (or a warning) at file and line, whose sentence has the part.
FindingsMatcher only_error(const std::string& file, int line, const std::string& part);
FindingsMatcher only_warning(const std::string& file, int line, const std::string& part);
FindingsMatcher has_error(const std::string& file, int line, const std::string& part);
FindingsMatcher has_warning(const std::string& file, int line, const std::string& part);

void PrintTo(const Finding& finding, std::ostream* out);

}  // namespace mingting
