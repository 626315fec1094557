// An answer of the desk as a person or a program gets it, for tests.
#pragma once

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "desk/told/tell.hpp"

namespace mingting {

/// What was told; the test fails when nothing could be.
Told told_well(const Result<Told>& told, Shape shape);
/// `text` may be no JSON: the value is discarded then.
nlohmann::json parsed_json(const std::string& text);

template <class Answer>
Told told_of(const Result<Answer>& answer, Shape shape) {
  return told_well(tell(answer, shape), shape);
}

template <class Answer>
std::string text_of(const Result<Answer>& answer) {
  return told_of(answer, Shape::Text).words;
}

template <class Answer>
nlohmann::json json_of(const Result<Answer>& answer) {
  return parsed_json(told_of(answer, Shape::Json).words);
}

/// Whether it was carried out in full.
template <class Answer>
bool whole(const Result<Answer>& answer) {
  return told_of(answer, Shape::Text).whole;
}

}  // namespace mingting
