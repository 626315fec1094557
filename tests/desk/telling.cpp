// What is made of an answer that was told?
#include "desk/telling.hpp"

#include "base/said/words.hpp"

namespace mingting {

Told told_well(const Result<Told>& told, Shape shape) {
  EXPECT_TRUE(told) << (told ? "" : worded(told.error()));
  return told.value_or(Told{false, shape == Shape::Json ? "null" : ""});
}

nlohmann::json parsed_json(const std::string& text) { return nlohmann::json::parse(text, nullptr, false); }

}  // namespace mingting
