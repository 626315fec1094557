#include "publish/files/folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace mingting {
namespace {

constexpr int kDeepest = 8;
constexpr std::array<std::string_view, 6> kReserved{"columns", "tables", "forms", "calendar", "media", "desk"};

bool is_plain(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         is_han(c);
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
      return fail(names.error().trouble, "内容文件夹打不开：{}。请检查路径和权限（{}）", root.string(),
                  names.error());
    }
    for (const auto& name : *names) {
      if (const auto file = look(root / name, name, "")) place_top(*file);
    }
    return std::move(found_);
  }

 private:
  void note(Severity severity, std::string file, std::string sentence) {
    found_.findings.push_back({severity, std::move(file), 0, std::move(sentence)});
  }

  /// The entry, unless it is a by-product, a link or has a name nobody can write.
  std::optional<FolderFile> look(const Path& path, const std::string& name, const std::string& parent) {
    if (is_by_product(last_part(name))) return std::nullopt;
    if (!is_valid_utf8(name)) {
      note(Severity::Error, parent, "这个文件夹里有一个文件名不是 UTF-8：请改名");
      return std::nullopt;
    }
    auto info = files_.info(path);
    if (!info) {
      note(Severity::Error, name, "读不出来：请检查文件权限和磁盘");
      return std::nullopt;
    }
    if (info->symlink) {
      note(Severity::Warning, name, "是一个链接（快捷方式），不会跟随：请把文件本身复制到这里");
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
    } else if (file.name != "README.md") {
      note(Severity::Warning, file.name, "放在最外层的文件不会发布：条目请放进栏目文件夹，图片请放进 media");
    }
  }

  std::vector<FolderFile> entries(const FolderFile& folder) {
    std::vector<FolderFile> entries;
    auto names = files_.list(folder.path);
    if (!names) {
      note(Severity::Error, folder.name, "文件夹打不开：请检查权限");
      return entries;
    }
    for (const auto& name : *names) {
      if (auto file = look(folder.path / name, folder.name + "/" + name, folder.name))
        entries.push_back(std::move(*file));
    }
    const bool reserved = std::find(kReserved.begin(), kReserved.end(), folder.name) != kReserved.end();
    if (entries.empty() && !reserved) note(Severity::Warning, folder.name, "空文件夹：请放入内容，或删除它");
    return entries;
  }

  /// What the desk leaves for the kiosks. All else there is the desk's own.
  void walk_desk(const FolderFile& folder) {
    for (auto& file : entries(folder)) {
      if (file.info.directory) continue;
      if (file.name == "desk/status.feed") found_.status_feed = std::move(file);
      else if (file.name == "desk/acknowledged.json") found_.acknowledged = std::move(file);
    }
  }

  void walk_reserved(const FolderFile& folder) {
    for (auto& file : entries(folder)) {
      if (file.info.directory) {
        note(Severity::Warning, file.name, "这里的子文件夹不会读取：请把文件移到上一层");
      } else {
        place_reserved(folder.name, std::move(file));
      }
    }
  }

  void place_reserved(const std::string& folder, FolderFile file) {
    const auto extension = extension_of(file.name);
    if (folder == "calendar") {
      if (file.name == "calendar/holidays.csv")
        found_.holidays = std::move(file);
      else
        note(Severity::Warning, file.name, "日历只读 holidays.csv，这个文件不起作用：请改名或删除");
      return;
    }
    if (extension == ".csv" && folder == "tables") {
      if (has_plain_name(file)) found_.table_rows.push_back(std::move(file));
    } else if (extension == ".toml") {
      auto& list = folder == "columns" ? found_.columns : folder == "tables" ? found_.tables : found_.forms;
      if (has_plain_name(file)) list.push_back(std::move(file));
    } else {
      note(Severity::Warning, file.name,
           fmt::format("这种文件不会读取：{} 里只放 {}", folder,
                       folder == "tables" ? ".toml 和 .csv（小写）" : ".toml（小写）"));
    }
  }

  void walk_media(const FolderFile& folder, int depth) {
    for (auto& file : entries(folder)) {
      if (!file.info.directory)
        found_.media.push_back(std::move(file));
      else if (depth < kDeepest)
        walk_media(file, depth + 1);
      else
        note(Severity::Error, file.name, "文件夹套得太深：请最多用 8 层");
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
          note(Severity::Error, file.name, "文件夹套得太深：请最多用 8 层");
        else if (has_plain_name(file))
          walk_items(file, depth + 1);
      } else if (extension_of(file.name) != ".md") {
        note(Severity::Warning, file.name,
             "这种文件不会发布：条目请存成 .md（小写），图片和附件请放进 media");
      } else if (has_plain_name(file)) {
        found_.items.push_back(std::move(file));
      }
    }
  }

  bool has_plain_name(const FolderFile& file) {
    const auto last = last_part(file.name);
    const auto extension = file.info.directory ? "" : extension_of(last);
    const auto stem = last.substr(0, last.size() - extension.size());
    if (is_plain_name(stem)) return true;
    note(Severity::Error, file.name,
         fmt::format("文件名只能用字母、数字、汉字、“-”和“_”：请改名，例如 {}{}", suggested_name(stem),
                     extension));
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
