// An answer of the desk as a person or a program gets it, for tests.
#pragma once

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "base/said/words.hpp"
#include "desk/told/tell.hpp"

namespace mingting {

template <class Answer>
Told told_of(const Result<Answer>& answer, Shape shape) {
  const auto told = tell(answer, shape);
  EXPECT_TRUE(told) << (told ? "" : worded(told.error()));
  return told.value_or(Told{false, shape == Shape::Json ? "null" : ""});
}

template <class Answer>
std::string text_of(const Result<Answer>& answer) {
  return told_of(answer, Shape::Text).words;
}

template <class Answer>
nlohmann::json json_of(const Result<Answer>& answer) {
  return nlohmann::json::parse(told_of(answer, Shape::Json).words);
}

/// Whether it was carried out in full.
template <class Answer>
bool whole(const Result<Answer>& answer) {
  return told_of(answer, Shape::Text).whole;
}

}  // namespace mingting
