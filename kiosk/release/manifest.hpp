// The manifest as bytes: how it is written, signed, read back and judged. Internal to release/.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "release/crypto.hpp"
#include "release/repository.hpp"
#include "release/root.hpp"

namespace mingting::trust {

inline constexpr std::size_t kMostManifest = 8 << 20;
inline constexpr std::size_t kMostSignatures = 4 << 10;
inline constexpr std::size_t kMostObjects = 50'000;

std::string print_manifest(const Manifest& manifest);
/// Form only: types, limits, paths, hashes, one content.db. Says nothing about trust.
Result<Manifest> parse_manifest(std::string_view bytes, std::string_view name);
/// Its number, read from the form alone.
Result<std::uint64_t> parse_sequence(std::string_view bytes, std::string_view name);
/// Signed by the root's keys, well-formed, of the root's site and version. What fails it is Trouble::Untrusted.
Result<Manifest> judge_manifest(std::string_view bytes, std::string_view signature_bytes, const Root& root,
                                std::string_view name);

/// The content of manifest.sig over the exact bytes of a manifest.
Result<Signature> sign_manifest(std::string_view bytes, const std::string& secret_key);
/// Whether it is one over these bytes; says nothing about whose key it is by.
bool signs_manifest(const Signature& signature, std::string_view bytes);
std::string print_signatures(const std::vector<Signature>& signatures);
Result<std::vector<Signature>> parse_signatures(std::string_view bytes, std::string_view name);
nlohmann::ordered_json signatures_as_json(const std::vector<Signature>& signatures);
std::optional<std::vector<Signature>> signatures_of(const nlohmann::json& object);

/// "content.db" or "media/NAME", NAME without anything a file system could read as more than a name. Folders below media/
/// are part of the name.
bool is_object_path(std::string_view path);
bool is_sha256(std::string_view hash);
/// The content.db of a manifest that parse_manifest accepted.
const ReleaseObject& content_object(const Manifest& manifest);
/// ab/ab12...
Path object_path(const std::string& sha256);

}  // namespace mingting::trust
