// How is an office's desk set up, and what does it answer?
#include "desk/office_desk.hpp"

#include <filesystem>

#include "base/said/words.hpp"

namespace mingting {

Answers person(const std::string& name, const std::string& wanted) {
  return {{"description", wanted},         {"applicant_kind", "person"}, {"name", name},
          {"paper_kind", "identity-card"}, {"paper_number", "11010519491231002X"},
          {"phone", "13800138000"},        {"address", "示例路12号"},    {"form_wanted", "paper"},
          {"route", "mail"}};
}

DeskWork OfficeDesk::on(std::string_view today, std::string_view on) {
  return {disk(),  book, office, desk.calendar, content, clerk_on(today), day_of(on.empty() ? today : on), out,
          Path(MINGTING_SOURCE) / "fonts/fonts.toml"};
}

std::string OfficeDesk::added(std::string_view day, const Answers& answers) {
  AddOrder order;
  order.answers = answers;
  return json(done(add_entry(on(day), random, order)))["number"];
}

std::size_t OfficeDesk::traces() {
  std::size_t count = 0;
  const auto entries = book.list({}).value();
  for (const auto& entry : entries) count += book.steps(entry.id)->size() + book.notes(entry.id)->size() + 1;
  return count + book.all_documents()->size();
}

Path OfficeDesk::copy_content() {
  namespace fs = std::filesystem;
  const auto to = desk.folder / "content";
  fs::create_directories(to);
  for (const auto* part : {"desk", "forms", "calendar", "site.toml"}) {
    fs::copy(Path(MINGTING_SOURCE) / "content" / part, to / part, fs::copy_options::recursive);
  }
  return to;
}

BothTold OfficeDesk::agreeing(const Told& text, const Told& json) {
  const auto parsed = parsed_json(json.words);
  EXPECT_TRUE(parsed.is_object()) << json.words;
  if (parsed.is_object()) {
    EXPECT_EQ(parsed.value("ok", !text.whole), text.whole) << json.words;
  }
  return {text.words, json.words, text.whole};
}

BothTold OfficeDesk::carried_out(BothTold told) {
  EXPECT_TRUE(told.whole) << told.text;
  return told;
}

std::string OfficeDesk::refused(const BothTold& told) {
  EXPECT_FALSE(told.whole) << told.text;
  return told.text;
}

}  // namespace mingting
