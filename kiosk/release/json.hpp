// JSON that came from a stick: bounded, checked, never an exception. Internal to release/.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace mingting::trust {

using Json = nlohmann::json;

/// An object nested at most eight deep. `name` is the file's, for the sentence.
Result<Json> parse_object(std::string_view text, std::string_view name);

/// A member of the right type; nothing otherwise.
std::optional<std::string> text_member(const Json& object, const char* key, std::size_t most);
/// A whole number not above 2^53, so that every JSON reader sees the same.
std::optional<std::uint64_t> number_member(const Json& object, const char* key);
/// An array of at most `most` members.
const Json* array_member(const Json& object, const char* key, std::size_t most);

}  // namespace mingting::trust
