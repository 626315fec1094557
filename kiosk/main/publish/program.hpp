// What was asked of mingting-publish, and its commands: each answers with the program's exit code.
#pragma once

#include "base/disk/files.hpp"
#include "base/result.hpp"
#include "publish/content.hpp"

namespace mingting::publishing {

inline constexpr int kOk = 0, kFailed = 1;

struct Options {
  Path folder = "content", repository, key_file, new_key_file, office_key_file, fonts, passphrase_file, item_file;
  Path from, data_package;
  std::string kind, name;  ///< what is to be begun, and what it is to be called
  std::string after;  ///< a number, or a folder with a copy of the release
  int days = 365;
  bool json = false, renew = false, no_passphrase = false, meanings = false, csv = false;
  bool samples = false;  ///< examples are published too
};

/// Says what is wrong; kFailed.
int failed(const Remark& what);

/// Both pairs of keys, into an empty folder.
int keygen(const Options& options);
/// The next releases are signed by the new key; machines follow once a release signed by it reaches them.
int rotate(const Options& options);

/// What is wrong with the content folder.
int check(const Options& options);
/// A signed release of the content folder; none when something is wrong with it.
int build(const Options& options);
/// The content folder read with what this program checks it by: faces, colours, today.
Result<CheckedContent> read_checked(const Options& options);
/// A description for a CSV, guessed, to be corrected.
int new_table(const Options& options);
/// The open tables for other programs.
int export_tables(const Options& options);
/// Whether signature, lengths and digests of the repository's newest release hold.
int verify(const Options& options);

/// A personal key, with which somebody approves items.
int approver(const Options& options);
/// One more person agrees to an item.
int approve(const Options& options);
/// What the law wants open, against what there is.
int coverage(const Options& options);

}  // namespace mingting::publishing
