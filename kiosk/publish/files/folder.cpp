// Each folder at the top has a way of its own of taking what lies in it; all else is noted as a stray.
#include "publish/files/folder.hpp"

#include <algorithm>
#include <array>

#include "base/text/text.hpp"

namespace mingting {
namespace {

constexpr int kDeepest = 8;
constexpr std::array<std::string_view, 9> kReserved{"columns", "tables", "forms", "matchers", "calendar",
                                                    "media",   "desk",   "words", "search"};

bool is_plain(char32_t c) {
  return is_ascii_letter(c) || is_ascii_figure(c) || c == '-' || c == '_' || is_han(c);
}

/// Left behind by editors and file managers: nobody means to publish them.
bool is_by_product(std::string_view name) {
  return name.starts_with('.') || name.starts_with('~') || name.ends_with('~') || name == "Thumbs.db" ||
         name == "desktop.ini";
}

std::string suggested_name(std::string_view name) {
  std::string suggestion;
  for (const char32_t c : to_code_points(composed(fold_width(name)))) {
    if (is_plain(c))
      append_utf8(suggestion, c);
    else if (!suggestion.empty() && suggestion.back() != '-')
      suggestion += '-';
  }
  while (suggestion.ends_with('-')) suggestion.pop_back();
  return suggestion.empty() ? "01" : suggestion;
}

std::string extension_of(std::string_view name) {
  const auto dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? "" : std::string(name.substr(dot));
}

std::string last_part(std::string_view name) {
  return std::string(name.substr(name.rfind('/') + 1));
}

class Walker {
 public:
  explicit Walker(FileSystem& files) : files_(files) {}

  Result<ContentFolder> walk(const Path& root) {
    auto names = files_.list(root);
    if (!names) {
      return fail(names.error().trouble, "content-folder.unreadable-content", root.string(), names.error());
    }
    for (const auto& name : *names) {
      if (const auto file = look(root / name, name, "")) place_top(*file);
    }
    return std::move(found_);
  }

 private:
  template <class... Facts>
  void note(Severity severity, const std::string& file, std::string_view code, const Facts&... facts) {
    found_.findings.push_back({severity, file, 0, remark(code, facts...)});
  }

  /// The entry, unless it is a by-product, a link or has a name nobody can write.
  std::optional<FolderFile> look(const Path& path, const std::string& name, const std::string& parent) {
    if (is_by_product(last_part(name))) return std::nullopt;
    if (!is_valid_utf8(name)) {
      note(Severity::Error, parent, "content-folder.name-not-utf8");
      return std::nullopt;
    }
    auto info = files_.info(path);
    if (!info) {
      note(Severity::Error, name, "content-folder.unreadable-entry");
      return std::nullopt;
    }
    if (info->symlink) {
      note(Severity::Warning, name, "content-folder.symlink");
      return std::nullopt;
    }
    return FolderFile{name, path, *info};
  }

  void place_top(const FolderFile& file) {
    if (file.info.directory) {
      if (file.name == "media")
        walk_media(file, 0);
      else if (file.name == "desk")
        walk_desk(file);
      else if (std::find(kReserved.begin(), kReserved.end(), file.name) != kReserved.end())
        walk_reserved(file);
      else
        walk_column(file);
    } else if (file.name == "site.toml") {
      found_.site = file;
    } else if (file.name == "coverage.toml") {
      found_.coverage = file;
    } else if (file.name != "README.md") {
      note(Severity::Warning, file.name, "content-folder.stray-at-top");
    }
  }

  std::vector<FolderFile> entries(const FolderFile& folder) {
    std::vector<FolderFile> entries;
    auto names = files_.list(folder.path);
    if (!names) {
      note(Severity::Error, folder.name, "content-folder.unreadable");
      return entries;
    }
    for (const auto& name : *names) {
      if (auto file = look(folder.path / name, folder.name + "/" + name, folder.name))
        entries.push_back(std::move(*file));
    }
    const bool reserved = std::find(kReserved.begin(), kReserved.end(), folder.name) != kReserved.end();
    if (entries.empty() && !reserved) note(Severity::Warning, folder.name, "content-folder.empty");
    return entries;
  }

  /// What the desk leaves for the kiosks. All else there is the desk's own.
  void walk_desk(const FolderFile& folder) {
    for (auto& file : entries(folder)) {
      if (file.info.directory) continue;
      if (file.name == "desk/status.feed")
        found_.status_feed = std::move(file);
      else if (file.name == "desk/acknowledged.json")
        found_.acknowledged = std::move(file);
    }
  }

  void walk_reserved(const FolderFile& folder) {
    for (auto& file : entries(folder)) {
      if (file.info.directory) {
        note(Severity::Warning, file.name, "content-folder.not-descended");
      } else {
        place_reserved(folder.name, std::move(file));
      }
    }
  }

  void place_words(const std::string& folder, FolderFile file) {
    if (folder == "words" && extension_of(file.name) == ".tsv") {
      if (has_plain_name(file)) found_.words.push_back(std::move(file));
    } else if (file.name == "search/uses.tsv") {
      found_.uses = std::move(file);
    } else {
      note(Severity::Warning, file.name,
           folder == "words" ? "content-folder.words-stray" : "content-folder.search-stray");
    }
  }

  void place_reserved(const std::string& folder, FolderFile file) {
    if (folder == "words" || folder == "search") return place_words(folder, std::move(file));
    const auto extension = extension_of(file.name);
    if (folder == "calendar") {
      if (file.name == "calendar/holidays.csv")
        found_.holidays = std::move(file);
      else
        note(Severity::Warning, file.name, "content-folder.calendar-stray");
      return;
    }
    if (extension == ".csv" && folder == "tables") {
      if (has_plain_name(file, Editions::Yes)) found_.table_rows.push_back(std::move(file));
    } else if (extension == ".toml") {
      auto& list = folder == "columns"    ? found_.columns
                   : folder == "tables"   ? found_.tables
                   : folder == "matchers" ? found_.matchers
                                          : found_.forms;
      if (has_plain_name(file)) list.push_back(std::move(file));
    } else {
      note(Severity::Warning, file.name,
           folder == "tables" ? "content-folder.tables-stray" : "content-folder.toml-alone", folder);
    }
  }

  void walk_media(const FolderFile& folder, int depth) {
    for (auto& file : entries(folder)) {
      if (!file.info.directory)
        found_.media.push_back(std::move(file));
      else if (depth < kDeepest)
        walk_media(file, depth + 1);
      else
        note(Severity::Error, file.name, "content-folder.too-deep");
    }
  }

  void walk_column(const FolderFile& folder) {
    if (has_plain_name(folder)) found_.item_folders.push_back(folder.name);
    walk_items(folder, 0);
  }

  void walk_items(const FolderFile& folder, int depth) {
    for (auto& file : entries(folder)) {
      if (file.info.directory) {
        if (depth >= kDeepest)
          note(Severity::Error, file.name, "content-folder.too-deep");
        else if (has_plain_name(file))
          walk_items(file, depth + 1);
      } else if (file.name.ends_with(std::string(".md").append(kApprovalEnding))) {
        found_.approvals.push_back(std::move(file));
      } else if (extension_of(file.name) != ".md") {
        note(Severity::Warning, file.name, "content-folder.no-item");
      } else if (has_plain_name(file)) {
        found_.items.push_back(std::move(file));
      }
    }
  }

  /// NAME@EDITION of rows.
  enum class Editions { Yes, No };

  bool has_plain_name(const FolderFile& file, Editions editions = Editions::No) {
    const auto last = last_part(file.name);
    const auto extension = file.info.directory ? "" : extension_of(last);
    const auto stem = last.substr(0, last.size() - extension.size());
    const auto at = editions == Editions::Yes ? stem.find('@') : std::string::npos;
    if (is_plain_name(stem.substr(0, at)) && (at == std::string::npos || is_plain_name(stem.substr(at + 1)))) return true;
    note(Severity::Error, file.name, "content-folder.name", suggested_name(stem), extension);
    return false;
  }

  FileSystem& files_;
  ContentFolder found_;
};

}  // namespace

bool is_plain_name(std::string_view name) {
  const auto points = to_code_points(composed(name));
  return !points.empty() && std::all_of(points.begin(), points.end(), is_plain);
}

std::string name_without_extension(const std::string& file_name) {
  return composed(std::string_view(file_name).substr(0, file_name.rfind('.')));
}

Result<ContentFolder> walk_content(FileSystem& files, const Path& folder) {
  return Walker(files).walk(folder);
}

}  // namespace mingting
