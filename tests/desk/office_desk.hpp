// A whole desk for tests of commands: a copy of the office's content, a register, one clerk, a day that is set by hand.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "base/said/words.hpp"
#include "desk/register/register_fixture.hpp"
#include "desk/telling.hpp"
#include "desk/told/cases/aspects.hpp"
#include "desk/told/cases/convert.hpp"
#include "desk/told/cases/lists.hpp"
#include "desk/told/cases/sheet.hpp"
#include "desk/told/cases/steps.hpp"
#include "desk/told/intake/added.hpp"

namespace mingting {

Answers person(const std::string& name = "欧阳示例", const std::string& wanted = "示例路2025年改造方案");

/// An answer in both its shapes.
struct BothTold {
  std::string text, json;
  bool whole = false;
};

struct OfficeDesk {
  RegisterDesk desk;
  Path content;
  std::unique_ptr<Register> opened;
  Register& book;
  Office office;
  SeededRandom random{7};
  Path out;

  OfficeDesk() : content(copy_content()), opened(desk.made()), book(*opened), office(read_office(disk(), content).value()) {}

  /// At ten o'clock; steps count on the same day unless `on` says another.
  DeskWork on(std::string_view today, std::string_view on = "");
  /// Must be carried out.
  template <class Answer>
  static BothTold done(const Result<Answer>& answer) {
    return carried_out(both_told(answer));
  }
  /// Must be refused; gives the sentence.
  template <class Answer>
  static std::string refusal(const Result<Answer>& answer) {
    return refused(both_told(answer));
  }
  static nlohmann::json json(const BothTold& told) { return parsed_json(told.json); }

  /// A signed letter of a person's, arrived that day; the receipt number.
  std::string added(std::string_view day, const Answers& answers = person());
  /// Everything that a command could have left behind, for refusals that must leave nothing.
  std::size_t traces();

 private:
  template <class Answer>
  static BothTold both_told(const Result<Answer>& answer) {
    return agreeing(told_of(answer, Shape::Text), told_of(answer, Shape::Json));
  }
  /// Both shapes; the test fails when the JSON says something else than the words.
  static BothTold agreeing(const Told& text, const Told& json);
  static BothTold carried_out(BothTold told);
  static std::string refused(const BothTold& told);
  Path copy_content();
};

}  // namespace mingting
