// What lies where in a content folder: a walk that reads no file and follows no link.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "publish/files/source.hpp"

namespace mingting {

/// The files of a content folder, each list sorted by name.
struct ContentFolder {
  std::optional<FolderFile> site;
  std::optional<FolderFile> holidays;
  std::optional<FolderFile> status_feed;   ///< desk/status.feed
  std::optional<FolderFile> acknowledged;  ///< desk/acknowledged.json
  std::vector<FolderFile> columns;         ///< columns/NAME.toml
  std::vector<FolderFile> tables;          ///< tables/NAME.toml
  std::vector<FolderFile> table_rows;      ///< tables/NAME.csv and tables/NAME@EDITION.csv
  std::vector<FolderFile> forms;           ///< forms/NAME.toml
  std::vector<FolderFile> matchers;        ///< matchers/NAME.toml
  std::vector<FolderFile> words;           ///< words/NAME.tsv
  std::optional<FolderFile> uses;          ///< search/uses.tsv
  std::vector<FolderFile> media;           ///< media/**
  std::vector<FolderFile> items;           ///< COLUMN/**.md
  std::vector<FolderFile> approvals;       ///< COLUMN/**.md.approval: who agreed to the item beside it
  std::optional<FolderFile> coverage;      ///< coverage.toml
  std::vector<std::string> item_folders;   ///< COLUMN
  std::vector<Finding> findings;
};

/// Error only when the folder itself cannot be listed.
Result<ContentFolder> walk_content(FileSystem& files, const Path& folder);

/// What the approvals of an item are called: behind the item's own name.
inline constexpr std::string_view kApprovalEnding = ".approval";

/// "work-points/01" of "work-points/01.md", composed.
std::string name_without_extension(const std::string& file_name);
/// Letters, digits, Han, '-' and '_'.
bool is_plain_name(std::string_view name);

}  // namespace mingting
