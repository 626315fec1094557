// A content folder, read and checked. Every complaint names file and line, what is wrong and what to do.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/result.hpp"
#include "domain/exchange/acknowledgement.hpp"
#include "domain/content/content.hpp"
#include "domain/exchange/feed_file.hpp"
#include "domain/form/form.hpp"

namespace mingting {

enum class Severity { Error, Warning };

struct Finding {
  Severity severity = Severity::Error;
  std::string file;      ///< below the content folder
  int line = 0;          ///< from 1; 0 when it concerns the whole file
  std::string sentence;  ///< what is wrong and what to do, in Chinese: office staff read it
  bool operator==(const Finding&) const = default;
};

struct MediaFile {
  std::string name;  ///< below content/media
  Path file;
  std::uint64_t size = 0;
};

/// Everything a release is made of.
struct Content {
  Site site;
  std::vector<Column> columns;
  std::vector<Document> documents;
  std::vector<Form> forms;
  std::vector<Table> tables;
  std::vector<MediaFile> media;
  std::string holidays_csv;
  std::optional<Feed> status_feed;         ///< desk/status.feed, when the desk has made one
  std::vector<Acknowledged> acknowledged;  ///< desk/acknowledged.json
};

struct CheckedContent {
  Content content;
  std::vector<Finding> findings;
  bool sound() const;  ///< no errors
};

/// Faces the kiosk shows text with: characters none of them has are errors. Empty: coverage is not checked.
struct CheckOptions {
  std::vector<Path> faces;
};

/// Reads the whole folder; stops at nothing, so that one run names everything. Never follows links.
/// An Error only when the folder itself or a face cannot be read.
Result<CheckedContent> read_content(FileSystem& files, const Path& folder, const CheckOptions& options);

}  // namespace mingting
