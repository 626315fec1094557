// The cache is JSON: {"format": 1, "media": {NAME: [SIZE, TIME, SHA-256]}}.
#include "publish/build/media_cache.hpp"

#include <nlohmann/json.hpp>

namespace mingting {
namespace {

constexpr const char* kFile = ".media-cache.json";
constexpr std::uint64_t kLargest = 16U << 20;
constexpr int kFormat = 1;

}  // namespace

MediaCache MediaCache::load(FileSystem& files, const Path& repository) {
  MediaCache cache;
  const auto bytes = files.read(repository / kFile, kLargest);
  if (!bytes) return cache;
  const auto json = nlohmann::json::parse(*bytes, nullptr, false);
  if (!json.is_object() || !json.contains("format") || json["format"] != kFormat || !json.contains("media"))
    return cache;
  for (const auto& [name, entry] : json["media"].items()) {
    const bool whole = entry.is_array() && entry.size() == 3 && entry[0].is_number_unsigned() &&
                       entry[1].is_number_integer() && entry[2].is_string();
    if (whole)
      cache.old_[name] = {entry[0].get<std::uint64_t>(), entry[1].get<std::int64_t>(),
                          entry[2].get<std::string>()};
  }
  return cache;
}

Result<void> MediaCache::save(FileSystem& files, const Path& repository) const {
  auto media = nlohmann::json::object();
  for (const auto& [name, entry] : new_)
    media[name] = nlohmann::json::array({entry.size, entry.modified_ns, entry.sha256});
  return write_durably(files, repository / kFile,
                       nlohmann::json{{"format", kFormat}, {"media", media}}.dump(1) + "\n");
}

std::optional<std::string> MediaCache::find(const std::string& name, const FileInfo& info) const {
  const auto found = old_.find(name);
  if (found == old_.end() || found->second.size != info.size || found->second.modified_ns != info.modified_ns)
    return std::nullopt;
  return found->second.sha256;
}

void MediaCache::remember(const std::string& name, const FileInfo& info, const std::string& sha256) {
  new_[name] = {info.size, info.modified_ns, sha256};
}

}  // namespace mingting
