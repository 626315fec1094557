// Manifests in JSON, their signatures, and why one is refused.
#include "release/manifest.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "base/text/encoding.hpp"
#include "base/text/text.hpp"
#include "release/json.hpp"

namespace mingting::trust {
namespace {

constexpr std::uint64_t kFormat = 1;
constexpr std::size_t kLongestPath = 300;  // bytes
constexpr std::chrono::hours kZone{8};

/// 2026-11-23T01:00:00Z
std::string utc_time(Instant instant) { return iso_local_time(instant - kZone) + "Z"; }

std::optional<Instant> parse_utc_time(std::string_view text) {
  if (text.size() != 20 || text.back() != 'Z') return std::nullopt;
  const auto local = parse_local_time(text.substr(0, 19));
  return local ? std::optional<Instant>(*local + kZone) : std::nullopt;
}

std::optional<Instant> time_member(const Json& json, const char* key) {
  const auto text = text_member(json, key, 20);
  return text ? parse_utc_time(*text) : std::nullopt;
}

std::optional<ReleaseObject> object_of(const Json& json) {
  if (!json.is_object()) return std::nullopt;
  auto path = text_member(json, "path", kLongestPath), hash = text_member(json, "sha256", 64);
  const auto length = number_member(json, "length");
  if (!path || !hash || !length || !is_object_path(*path) || !is_sha256(*hash)) return std::nullopt;
  return ReleaseObject{std::move(*path), *length, std::move(*hash)};
}

/// All well-formed, no path twice, one content.db, no hash with two lengths.
std::optional<std::vector<ReleaseObject>> objects_of(const Json& json) {
  const auto* const array = array_member(json, "objects", kMostObjects);
  if (array == nullptr) return std::nullopt;
  std::vector<ReleaseObject> objects;
  std::set<std::string> paths;
  std::map<std::string, std::uint64_t> lengths;
  for (const auto& entry : *array) {
    auto object = object_of(entry);
    if (!object || !paths.insert(object->path).second) return std::nullopt;
    if (lengths.emplace(object->sha256, object->length).first->second != object->length) return std::nullopt;
    objects.push_back(std::move(*object));
  }
  return paths.contains("content.db") ? std::optional(std::move(objects)) : std::nullopt;
}

std::optional<Manifest> manifest_of(const Json& json) {
  auto site = text_member(json, "site", 64);
  const auto sequence = number_member(json, "sequence"), root = number_member(json, "root_version");
  const auto made = time_member(json, "made"), expires = time_member(json, "expires");
  auto objects = objects_of(json);
  if (!site || !is_site_id(*site) || !sequence || *sequence == 0 || !root || !made || !expires || !objects) {
    return std::nullopt;
  }
  return Manifest{static_cast<int>(kFormat), std::move(*site), *sequence, *made, *expires, *root, std::move(*objects)};
}

std::string signed_statement(std::string_view bytes) { return "mingting-manifest-v1\n" + std::string(bytes); }

/// Why a manifest's signature does not hold, told from what it claims to be. The claims are not trusted.
tl::unexpected<Error> explain_refusal(std::string_view bytes, const Root& root, std::string_view name) {
  const auto claimed = parse_manifest(bytes, name);
  if (claimed && claimed->site != root.site) {
    return fail(Trouble::Untrusted, "manifest.other-site", claimed->site, root.site);
  }
  if (claimed && claimed->root_version > root.version) {
    return fail(Trouble::Untrusted, "manifest.missing-root", claimed->root_version);
  }
  return fail(Trouble::Untrusted, "manifest.bad-signature", name);
}

}  // namespace

bool is_sha256(std::string_view hash) {
  return is_lower_hex(hash, 64);
}

bool is_object_path(std::string_view path) {
  if (path == "content.db") return true;
  if (!path.starts_with("media/") || path.size() > kLongestPath || !is_valid_utf8(path)) return false;
  const bool strange = std::any_of(path.begin(), path.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '\\' || c == ':';
  });
  const auto parts = split(path, '/');
  return !strange && std::none_of(parts.begin(), parts.end(), [](const std::string& part) {
    return part.empty() || part.front() == '.';
  });
}

std::string print_manifest(const Manifest& manifest) {
  nlohmann::ordered_json json;
  json["format"] = kFormat;
  json["site"] = manifest.site;
  json["sequence"] = manifest.sequence;
  json["made"] = utc_time(manifest.made);
  json["expires"] = utc_time(manifest.expires);
  json["root_version"] = manifest.root_version;
  json["objects"] = nlohmann::ordered_json::array();
  for (const auto& object : manifest.objects) {
    nlohmann::ordered_json entry;
    entry["path"] = object.path;
    entry["length"] = object.length;
    entry["sha256"] = object.sha256;
    json["objects"].push_back(std::move(entry));
  }
  return json.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

Result<Manifest> parse_manifest(std::string_view bytes, std::string_view name) {
  const auto json = parse_object(bytes, name);
  if (!json) return fail(json.error());
  if (number_member(*json, "format").value_or(0) > kFormat) {
    return fail(Trouble::NewerFormat, "manifest.newer");
  }
  auto manifest = manifest_of(*json);
  if (!manifest || number_member(*json, "format") != kFormat) {
    return fail(Trouble::Invalid, "manifest.unsound", name);
  }
  return std::move(*manifest);
}

Result<std::uint64_t> parse_sequence(std::string_view bytes, std::string_view name) {
  const auto manifest = parse_object(bytes, name);
  if (!manifest) return fail(manifest.error());
  const auto sequence = number_member(*manifest, "sequence");
  if (!sequence) return fail(Trouble::Invalid, "installed.no-sequence");
  return *sequence;
}

Result<Manifest> judge_manifest(std::string_view bytes, std::string_view signature_bytes, const Root& root,
                                std::string_view name) {
  const auto signatures = parse_signatures(signature_bytes, name);
  const auto signers = signatures ? count_signers(signed_statement(bytes), *signatures, root.keys) : 0;
  if (signers < root.threshold) return explain_refusal(bytes, root, name);
  auto manifest = parse_manifest(bytes, name);
  if (!manifest) return manifest;
  if (manifest->site != root.site) return explain_refusal(bytes, root, name);
  if (manifest->root_version != root.version) {
    return fail(Trouble::Untrusted, "manifest.older-key");
  }
  return manifest;
}

Result<Signature> sign_manifest(std::string_view bytes, const std::string& secret_key) {
  return sign(signed_statement(bytes), secret_key);
}

bool signs_manifest(const Signature& signature, std::string_view bytes) {
  return count_signers(signed_statement(bytes), {signature}, {signature.key}) == 1;
}

nlohmann::ordered_json signatures_as_json(const std::vector<Signature>& signatures) {
  auto array = nlohmann::ordered_json::array();
  for (const auto& one : signatures) {
    nlohmann::ordered_json entry;
    entry["key"] = one.key;
    entry["signature"] = one.signature;
    array.push_back(std::move(entry));
  }
  return array;
}

std::optional<std::vector<Signature>> signatures_of(const Json& object) {
  const auto* const array = array_member(object, "signatures", 2 * kMostKeys);
  if (array == nullptr) return std::nullopt;
  std::vector<Signature> signatures;
  for (const auto& entry : *array) {
    if (!entry.is_object()) return std::nullopt;
    auto key = text_member(entry, "key", 64), signature = text_member(entry, "signature", 128);
    if (!key || !signature) return std::nullopt;
    signatures.push_back({std::move(*key), std::move(*signature)});
  }
  return signatures;
}

std::string print_signatures(const std::vector<Signature>& signatures) {
  nlohmann::ordered_json json;
  json["signatures"] = signatures_as_json(signatures);
  return json.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

Result<std::vector<Signature>> parse_signatures(std::string_view bytes, std::string_view name) {
  const auto json = parse_object(bytes, name);
  if (!json) return fail(json.error());
  auto signatures = signatures_of(*json);
  if (!signatures) return fail(Trouble::Invalid, "manifest.torn-signatures", name);
  return std::move(*signatures);
}

const ReleaseObject& content_object(const Manifest& manifest) {
  return *std::find_if(manifest.objects.begin(), manifest.objects.end(),
                       [](const ReleaseObject& object) { return object.path == "content.db"; });
}

Path object_path(const std::string& sha256) { return Path(sha256.substr(0, 2)) / sha256; }

}  // namespace mingting::trust
