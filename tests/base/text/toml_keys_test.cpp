// What the keys of a table give, and what their reader is told of the wrong ones.
#include "base/text/toml_keys.hpp"

#include <gmock/gmock.h>

#include "base/text/face_plan.hpp"
#include "base/text/text.hpp"

namespace mingting {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Writes down what it is told as "LINE CODE".
class Listener final : public TomlReader {
 public:
  std::string kept(std::string_view text) const override { return trimmed(text); }
  void note(const KeyFault& fault, const Remark& place) override {
    heard.push_back(std::to_string(fault.line) + " " + std::string(fault.code));
    faults.push_back(fault);
    places.push_back(place.code);
  }
  std::vector<std::string> heard, places;
  std::vector<KeyFault> faults;
};

class TomlKeysTest : public testing::Test {
 protected:
  TomlKeys& read(std::string_view text) {
    root_ = parse_toml(text).value();
    return keys_.emplace(root_, listener_, remark("place"));
  }
  TomlValue root_;
  Listener listener_;
  std::optional<TomlKeys> keys_;
};

TEST_F(TomlKeysTest, SoundKeysAreGiven) {
  auto& keys = read(
      "text = ' words '\nnumber = 7\ntruth = true\nday = 2026-11-23\nlist = ['a', "
      "'b']\n[table]\n[[tables]]\n[[tables]]\n");
  EXPECT_EQ(keys.required_text("text"), "words");
  EXPECT_EQ(keys.any_text("number"), "7");
  EXPECT_EQ(keys.integer("number", 1, 7, 0), 7);
  EXPECT_TRUE(keys.truth("truth", false));
  EXPECT_EQ(keys.date("day"), parse_date("2026-11-23"));
  EXPECT_THAT(keys.texts("list"), ElementsAre("a", "b"));
  EXPECT_NE(keys.table("table"), nullptr);
  EXPECT_EQ(keys.tables("tables").size(), 2U);
  keys.finish();
  EXPECT_THAT(listener_.heard, IsEmpty());
}

TEST_F(TomlKeysTest, WhatIsAbsentIsTheFallback) {
  auto& keys = read("");
  EXPECT_EQ(keys.text("a", "else"), "else");
  EXPECT_EQ(keys.integer("a", 1, 7, 0), 0);
  EXPECT_EQ(keys.one_word("a", {"x"}, "y"), "y");
  EXPECT_EQ(keys.date("a"), std::nullopt);
  EXPECT_THAT(listener_.heard, IsEmpty());
  keys.required_text("a");
  EXPECT_THAT(listener_.heard, ElementsAre("0 missing"));
  EXPECT_EQ(listener_.faults.front().table_line, 1);
}

TEST_F(TomlKeysTest, WhatIsWrongIsNotedWithItsLine) {
  auto& keys = read(
      "text = 1\nnumber = 8\nday = '2026-02-30'\nold = 1066-10-14\nlist = [1, '']\ngroups = [1]\nblank = ' "
      "'\n");
  keys.text("text"), keys.integer("number", 1, 7, 0), keys.date("day"), keys.date("old");
  EXPECT_THAT(keys.texts("list"), IsEmpty());
  EXPECT_THAT(keys.tables("groups"), IsEmpty());
  keys.required_text("blank"), keys.truth("text", false), keys.table("text"), keys.array("text");
  EXPECT_THAT(listener_.heard, ElementsAre("1 no-text", "2 out-of-range", "3 no-date", "4 impossible-year",
                                           "5 no-text-in-list", "5 blank-in-list", "6 no-table-in-list",
                                           "7 blank", "1 no-truth", "1 no-table", "1 no-list"));
  EXPECT_THAT(listener_.places, testing::Each("place"));
}

TEST_F(TomlKeysTest, AStrangeKeyOrChoiceComesWithWhatIsKnown) {
  auto& keys = read("kind = 'lost'\ntitel = 'x'\n");
  EXPECT_EQ(keys.one_word("kind", {"list", "cards"}), "");
  keys.text("title");
  keys.finish();
  EXPECT_THAT(listener_.heard, ElementsAre("1 unknown-choice", "2 unknown-key"));
  EXPECT_EQ(listener_.faults[0].odd, "lost");
  EXPECT_THAT(listener_.faults[0].known, ElementsAre("list", "cards"));
  EXPECT_FALSE(listener_.faults[0].harmless);
  EXPECT_EQ(listener_.faults[1].odd, "titel");
  EXPECT_THAT(listener_.faults[1].known, ElementsAre("kind", "title"));
  EXPECT_TRUE(listener_.faults[1].harmless);
}

TEST(FacePlan, NamesTheFacesOfARole) {
  Listener listener;
  const auto plan = parse_toml(
                        "[[paper]]\nfile = '/a.ttc'\nindex = 2\nem_scale = 1.5\npackage = "
                        "'fonts-a'\n[[paper]]\nem_scale = 1\n")
                        .value();
  const auto faces = planned_faces(plan, "paper", listener);
  ASSERT_EQ(faces.size(), 2U);
  EXPECT_EQ(faces[0].file, "/a.ttc");
  EXPECT_EQ(faces[0].index, 2);
  EXPECT_EQ(faces[0].em_scale, 1.5);
  EXPECT_EQ(faces[0].package, "fonts-a");
  EXPECT_EQ(faces[1].em_scale, 1.0);
  EXPECT_EQ(faces[1].line, 6);
  EXPECT_THAT(listener.heard, ElementsAre("0 missing"));
  EXPECT_THAT(planned_faces(plan, "regular", listener), IsEmpty());
}

}  // namespace
}  // namespace mingting
