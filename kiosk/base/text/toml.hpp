// TOML through toml++, made safe for what people write: the library asserts that a name begins as names do, and built without
// assertions it goes on from a false assumption. Here a broken assertion is a parse error like any other. Nobody includes toml++
// but through this header, so that there is one of it.
#pragma once

#include <string_view>

namespace mingting {

[[noreturn]] void toml_assertion_failed();

}  // namespace mingting

#pragma push_macro("NDEBUG")
#undef NDEBUG
#define TOML_ASSERT(expression) (static_cast<bool>(expression) ? void() : ::mingting::toml_assertion_failed())
#include <toml++/toml.h>
#pragma pop_macro("NDEBUG")

namespace mingting {

/// Throws toml::parse_error, with the line, and nothing else. `name`: the file's, for source().path.
toml::table parse_toml(std::string_view text, std::string_view name = {});

}  // namespace mingting
