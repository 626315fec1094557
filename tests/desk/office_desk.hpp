// A whole desk for tests of commands: a copy of the office's content, a register, one clerk, a day that is set by hand.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "base/words.hpp"
#include "desk/cases/commands.hpp"
#include "desk/intake/commands.hpp"
#include "desk/register/register_fixture.hpp"

namespace mingting {
namespace {  // other fixtures of the same program may use the same names

inline Answers person(const std::string& name = "欧阳示例", const std::string& wanted = "示例路2025年改造方案") {
  return {{"description", wanted},         {"applicant_kind", "person"}, {"name", name},
          {"paper_kind", "identity-card"}, {"paper_number", "11010519491231002X"},
          {"phone", "13800138000"},        {"address", "示例路12号"},    {"form_wanted", "paper"},
          {"route", "mail"}};
}

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
  static CommandAnswer done(const Answered& answered) {
    EXPECT_TRUE(answered) << (answered ? "" : worded(answered.error()));
    if (!answered) return {false, "", "null"};
    EXPECT_TRUE(answered->fine) << answered->text;
    return parsed(*answered);
  }
  /// Must be refused; gives the sentence.
  static std::string refusal(const Answered& answered) {
    EXPECT_TRUE(answered) << (answered ? "" : worded(answered.error()));
    if (!answered) return "";
    EXPECT_FALSE(answered->fine) << answered->text;
    return parsed(*answered).text;
  }
  static nlohmann::json json(const CommandAnswer& answer) { return nlohmann::json::parse(answer.json); }

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
    return count + book.documents(0)->size();
  }

 private:
  static CommandAnswer parsed(const CommandAnswer& answer) {
    const auto json = nlohmann::json::parse(answer.json, nullptr, false);
    EXPECT_TRUE(json.is_object()) << answer.json;
    EXPECT_EQ(json.value("ok", !answer.fine), answer.fine) << answer.json;
    return answer;
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
