// Roots in JSON and as the statement that is signed.
#include "release/root.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text/encoding.hpp"
#include "base/text/text.hpp"
#include "release/json.hpp"
#include "release/keys.hpp"
#include "release/manifest.hpp"

namespace mingting::trust {
namespace {

constexpr std::uint64_t kFormat = 1;

std::optional<std::vector<std::string>> keys_of(const Json& json) {
  const auto* const array = array_member(json, "keys", kMostKeys);
  if (array == nullptr) return std::nullopt;
  std::vector<std::string> keys;
  for (const auto& key : *array) {
    if (!key.is_string() || !from_base64(key.get_ref<const std::string&>(), kPublicKeySize)) return std::nullopt;
    keys.push_back(key.get<std::string>());
  }
  const bool twice = std::set(keys.begin(), keys.end()).size() != keys.size();
  return twice ? std::nullopt : std::optional(std::move(keys));
}

std::optional<Root> root_of(const Json& json) {
  const auto version = number_member(json, "version"), threshold = number_member(json, "threshold");
  auto site = text_member(json, "site", 64);
  auto keys = keys_of(json);
  auto signatures = signatures_of(json);
  if (!version || !threshold || !site || !keys || !signatures) return std::nullopt;
  if (*version == 0 || *threshold == 0 || *threshold > keys->size() || !is_site_id(*site)) return std::nullopt;
  return Root{*version, std::move(*site), *threshold, std::move(*keys), std::move(*signatures)};
}

}  // namespace

bool is_site_id(std::string_view site) {
  return site.size() <= 64 && is_plain_name(site, "-");
}

std::string statement_of(const Root& root) {
  auto text = fmt::format("mingting-root-v1\nformat {}\nversion {}\nsite {}\nthreshold {}\n", kFormat, root.version,
                          root.site, root.threshold);
  for (const auto& key : root.keys) text += "key " + key + "\n";
  return text;
}

std::string print_root(const Root& root) {
  nlohmann::ordered_json json;
  json["format"] = kFormat;
  json["version"] = root.version;
  json["site"] = root.site;
  json["threshold"] = root.threshold;
  json["keys"] = root.keys;
  json["signatures"] = signatures_as_json(root.signatures);
  return json.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

Result<Root> parse_root(std::string_view bytes, std::string_view name) {
  const auto json = parse_object(bytes, name);
  if (!json) return fail(json.error());
  if (number_member(*json, "format").value_or(0) > kFormat) {
    return fail(Trouble::NewerFormat, "root.newer", name);
  }
  auto root = root_of(*json);
  if (!root) return fail(Trouble::Invalid, "root.torn", name);
  if (count_signers(statement_of(*root), root->signatures, root->keys) < root->threshold) {
    return fail(Trouble::Untrusted, "root.bad-signature", name);
  }
  return std::move(*root);
}

bool follows(const Root& before, const Root& next) {
  return next.version == before.version + 1 && next.site == before.site &&
         count_signers(statement_of(next), next.signatures, before.keys) >= before.threshold;
}

Result<void> sign_root(Root& root, const std::string& secret_key) {
  auto signature = sign(statement_of(root), secret_key);
  if (!signature) return fail(signature.error());
  std::erase_if(root.signatures, [&](const Signature& one) { return one.key == signature->key; });
  root.signatures.push_back(std::move(*signature));
  return {};
}

std::string fingerprint_of(const Root& root) {
  std::vector<std::string> prints;
  for (const auto& key : root.keys) prints.push_back(fingerprint(key));
  return join(prints, " + ");
}

}  // namespace mingting::trust
