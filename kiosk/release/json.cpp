// JSON looked at before it is parsed.
#include "release/json.hpp"

namespace mingting::trust {
namespace {

constexpr int kDeepest = 8;

/// Looked at before parsing, so that no parser ever meets a deep nest.
bool is_shallow(std::string_view text) {
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted && c == '\\') ++i;
    else if (c == '"') quoted = !quoted;
    else if (!quoted && (c == '[' || c == '{') && ++depth > kDeepest) return false;
    else if (!quoted && (c == ']' || c == '}')) --depth;
  }
  return true;
}

}  // namespace

Result<Json> parse_object(std::string_view text, std::string_view name) {
  const auto torn = [&] { return fail(Trouble::Invalid, "root.torn", name); };
  if (!is_shallow(text)) return torn();
  auto json = Json::parse(text.begin(), text.end(), nullptr, false);
  if (json.is_discarded() || !json.is_object()) return torn();
  return json;
}

std::optional<std::string> text_member(const Json& object, const char* key, std::size_t most) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_string()) return std::nullopt;
  const auto& text = found->get_ref<const std::string&>();
  return text.size() <= most ? std::optional(text) : std::nullopt;
}

std::optional<std::uint64_t> number_member(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_number_unsigned()) return std::nullopt;
  const auto number = found->get<std::uint64_t>();
  return number <= (1ULL << 53) ? std::optional(number) : std::nullopt;
}

const Json* array_member(const Json& object, const char* key, std::size_t most) {
  const auto found = object.find(key);
  return found != object.end() && found->is_array() && found->size() <= most ? &*found : nullptr;
}

}  // namespace mingting::trust
