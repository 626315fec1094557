// A whole desk for tests of commands: a copy of the office's content, a register, one clerk, a day that is set by hand.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
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
namespace {  // other fixtures of the same program may use the same names

inline Answers person(const std::string& name = "欧阳示例", const std::string& wanted = "示例路2025年改造方案") {
  return {{"description", wanted},         {"applicant_kind", "person"}, {"name", name},
          {"paper_kind", "identity-card"}, {"paper_number", "11010519491231002X"},
          {"phone", "13800138000"},        {"address", "示例路12号"},    {"form_wanted", "paper"},
          {"route", "mail"}};
}

/// An answer in both its shapes.
struct BothTold {
  std::string text, json;
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
  DeskWork on(std::string_view today, std::string_view on = "") {
    return {disk(),  book, office, desk.calendar, content, clerk_on(today), day_of(on.empty() ? today : on), out,
            Path(MINGTING_SOURCE) / "fonts/fonts.toml"};
  }
  /// Must be carried out.
  template <class Answer>
  static BothTold done(const Result<Answer>& answer) {
    const auto told = both_told(answer);
    EXPECT_TRUE(whole(answer)) << told.text;
    return told;
  }
  /// Must be refused; gives the sentence.
  template <class Answer>
  static std::string refusal(const Result<Answer>& answer) {
    const auto told = both_told(answer);
    EXPECT_FALSE(whole(answer)) << told.text;
    return told.text;
  }
  static nlohmann::json json(const BothTold& told) { return nlohmann::json::parse(told.json); }

  /// A signed letter of a person's, arrived that day; the receipt number.
  std::string added(std::string_view day, const Answers& answers = person()) {
    AddOrder order;
    order.answers = answers;
    return json(done(add_entry(on(day), random, order)))["number"];
  }
  /// Everything that a command could have left behind, for refusals that must leave nothing.
  std::size_t traces() {
    std::size_t count = 0;
    const auto entries = book.list({}).value();
    for (const auto& entry : entries) count += book.steps(entry.id)->size() + book.notes(entry.id)->size() + 1;
    return count + book.all_documents()->size();
  }

 private:
  template <class Answer>
  static BothTold both_told(const Result<Answer>& answer) {
    BothTold told{text_of(answer), told_of(answer, Shape::Json).words};
    const auto json = nlohmann::json::parse(told.json, nullptr, false);
    EXPECT_TRUE(json.is_object()) << told.json;
    if (json.is_object()) {
      EXPECT_EQ(json.value("ok", !whole(answer)), whole(answer)) << told.json;
    }
    return told;
  }
  Path copy_content() {
    namespace fs = std::filesystem;
    const auto to = desk.folder / "content";
    fs::create_directories(to);
    for (const auto* part : {"desk", "forms", "calendar", "site.toml"}) {
      fs::copy(Path(MINGTING_SOURCE) / "content" / part, to / part, fs::copy_options::recursive);
    }
    return to;
  }
};

}  // namespace
}  // namespace mingting
