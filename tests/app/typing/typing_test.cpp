// Fields, keys and pinyin, as messages.
#include "app/visitor.hpp"
#include "base/random.hpp"
#include "base/text/characters.hpp"
#include "support/rounds.hpp"

namespace mingting {
namespace {

class Typed : public ::testing::Test {
 protected:
  Typed() { visitor.send(msg::OpenForm{"application", "", "", ""}); }
  const Typing& typing() const { return *visitor.model.visit->typing; }
  std::string wanted() const { return answers_of(visitor.model, "application").at("wanted"); }

  /// The engine answers the last question with these candidates.
  void offer(const std::vector<std::string>& candidates) {
    const auto* asked = visitor.effect<effect::Compose>();
    ASSERT_NE(asked, nullptr);
    visitor.send(msg::Composed{asked->asked, {.letters = asked->letters, .preedit = asked->letters, .candidates = candidates}, ""});
  }

  Visitor visitor;
};

TEST_F(Typed, LettersComposeAndASpaceTakesTheFirst) {
  visitor.send(msg::FocusField{"wanted", 0});
  visitor.send(msg::KeyTapped{"g"});
  visitor.send(msg::KeyTapped{"y"});
  EXPECT_EQ(wanted(), "");
  offer({"贵阳", "公园"});
  visitor.send(msg::KeyTapped{"space"});
  const auto* choose = visitor.effect<effect::Choose>();
  ASSERT_NE(choose, nullptr);
  EXPECT_EQ(choose->letters, "gy");
  visitor.send(msg::Composed{choose->asked, {}, "贵阳"});
  EXPECT_EQ(wanted(), "贵阳");
  EXPECT_TRUE(typing().composing.letters.empty());
}

TEST_F(Typed, TheLastKeyTakesTheFirstCandidates) {
  visitor.send(msg::FocusField{"wanted", 0});
  visitor.send(msg::KeyTapped{"g"});
  offer({"贵"});
  visitor.send(msg::KeyTapped{"done"});
  const auto first = *visitor.effect<effect::Choose>();
  visitor.send(msg::Composed{first.asked, {.letters = "y", .preedit = "y", .candidates = {"阳"}}, "贵"});
  const auto second = *visitor.effect<effect::Choose>();
  EXPECT_EQ(second.letters, "y");
  EXPECT_TRUE(visitor.model.visit->typing) << "not all letters are words yet";
  visitor.send(msg::Composed{second.asked, {}, "阳"});
  EXPECT_EQ(wanted(), "贵阳");
  EXPECT_FALSE(visitor.model.visit->typing);
}

TEST_F(Typed, TheNextStepTakesTheFirstCandidateToo) {
  visitor.send(msg::Answered{"kind", "person"});
  visitor.send(msg::FocusField{"wanted", 0});
  visitor.send(msg::KeyTapped{"g"});
  offer({"贵"});
  visitor.send(msg::NextStep{});
  const auto choose = *visitor.effect<effect::Choose>();
  EXPECT_EQ(visitor.page<FormPage>().step, 0U);
  visitor.send(msg::Composed{choose.asked, {}, "贵"});
  EXPECT_EQ(wanted(), "贵");
  EXPECT_EQ(visitor.page<FormPage>().step, 2U);
}

TEST_F(Typed, TheLastKeySaysWhereItLeads) {
  visitor.type("wanted", "方案");
  EXPECT_EQ(ending(visitor.model), Ending::Leave);
  visitor.send(msg::Answered{"kind", "person"});
  visitor.send(msg::NextStep{});
  visitor.send(msg::FocusField{"name", 0});
  EXPECT_EQ(ending(visitor.model), Ending::NextField);
  visitor.send(msg::KeyTapped{"done"});
  EXPECT_EQ(typing().field, "phone");
  EXPECT_EQ(ending(visitor.model), Ending::Leave);
  visitor.send(msg::OpenSearch{""});
  visitor.send(msg::FocusField{std::string(kSearchField), 0});
  EXPECT_EQ(ending(visitor.model), Ending::Search);
}

TEST_F(Typed, LettersTypedWhileACandidateIsTakenAreNotLost) {
  visitor.send(msg::FocusField{"wanted", 0});
  visitor.send(msg::KeyTapped{"g"});
  offer({"个"});
  visitor.send(msg::CandidateTapped{0});
  const auto choose = *visitor.effect<effect::Choose>();
  visitor.send(msg::KeyTapped{"n"});
  visitor.send(msg::Composed{choose.asked, {}, "个"});
  EXPECT_EQ(wanted(), "个");
  EXPECT_EQ(typing().composing.letters, "n");
  EXPECT_EQ(visitor.effect<effect::Compose>()->letters, "n");
}

TEST_F(Typed, StaleCandidatesAreDropped) {
  visitor.send(msg::FocusField{"wanted", 0});
  visitor.send(msg::KeyTapped{"g"});
  const auto first = visitor.effect<effect::Compose>()->asked;
  visitor.send(msg::KeyTapped{"u"});
  visitor.send(msg::Composed{first, {.letters = "g", .candidates = {"个"}}, ""});
  EXPECT_EQ(typing().composing.letters, "gu");
  EXPECT_TRUE(typing().composing.candidates.empty());
}

TEST_F(Typed, BackspaceTakesLettersFirstThenText) {
  visitor.type("wanted", "贵阳");
  visitor.send(msg::KeyTapped{"n"});
  visitor.send(msg::KeyTapped{"backspace"});
  EXPECT_EQ(wanted(), "贵阳");
  visitor.send(msg::KeyTapped{"backspace"});
  EXPECT_EQ(wanted(), "贵");
}

TEST_F(Typed, LeavingAFieldKeepsTheLettersAsTheyAre) {
  visitor.type("wanted", "A");
  visitor.send(msg::KeyTapped{"o"});
  visitor.send(msg::KeyTapped{"k"});
  visitor.send(msg::LeaveField{});
  EXPECT_EQ(wanted(), "Aok");
}

TEST_F(Typed, AScannedLineGoesInWhole) {
  visitor.type("wanted", "NM-K01-20261123-0001-7");
  EXPECT_EQ(wanted(), "NM-K01-20261123-0001");  // 20 characters are the field's length
}

TEST_F(Typed, AHugePasteIsCutAndControlsAreLeftOut) {
  std::string paste = "一\x01\xE2\x80\xAE二";
  for (int i = 0; i < 1'000'000; ++i) paste += "三四";
  visitor.type("wanted", paste);
  EXPECT_EQ(count_code_points(wanted()), 20U);
  EXPECT_TRUE(wanted().starts_with("一二三四"));
}

TEST_F(Typed, RareCharactersAreOneCharacterEach) {
  visitor.type("wanted", "𬭸䶮㛃𫖯");
  visitor.send(msg::KeyTapped{"backspace"});
  EXPECT_EQ(wanted(), "𬭸䶮㛃");
}

TEST_F(Typed, ACharacterOfSeveralCodePointsIsOneToCaretKeysAndLength) {
  visitor.type("wanted", "葛\U000E0100城👨\u200D👩\u200D👧");
  EXPECT_EQ(typing().edit.caret, 8U);
  visitor.send(msg::KeyTapped{"left"});
  EXPECT_EQ(typing().edit.caret, 3U);
  visitor.send(msg::KeyTapped{"left"});
  visitor.send(msg::KeyTapped{"left"});
  EXPECT_EQ(typing().edit.caret, 0U);
  visitor.send(msg::KeyTapped{"right"});
  EXPECT_EQ(typing().edit.caret, 2U);
  visitor.send(msg::FocusField{"wanted", 1});
  EXPECT_EQ(typing().edit.caret, 0U) << "never between a character and its form";
  visitor.send(msg::FocusField{"wanted", 1000});
  visitor.send(msg::KeyTapped{"backspace"});
  EXPECT_EQ(wanted(), "葛\U000E0100城");
  for (int i = 0; i < 30; ++i) visitor.send(msg::Pasted{"葛\U000E0100"});
  EXPECT_EQ(characters(wanted()).size(), 20U) << "twenty are the field's length";
}

TEST_F(Typed, WhatDoesNotFitIsSaidUntilTheFieldIsEdited) {
  const auto cut = [&] { return visitor.page<FormPage>().cut; };
  visitor.type("wanted", std::string(15, 'a'));
  EXPECT_TRUE(cut().empty());
  visitor.send(msg::Pasted{"一二三四五六七八"});
  EXPECT_EQ(cut().at("wanted"), 5U);
  visitor.send(msg::LeaveField{});
  EXPECT_EQ(cut().at("wanted"), 5U) << "it is still to be read";
  visitor.send(msg::FocusField{"wanted", 1000});
  visitor.send(msg::Pasted{"九"});
  EXPECT_EQ(cut().at("wanted"), 0U);
  visitor.send(msg::KeyTapped{"backspace"});
  EXPECT_TRUE(cut().empty());
}

/// Any words put in at any place: what was there stays, what is said to be kept was kept, and what is not said was not lost.
TEST_F(Typed, NoWordIsLostWithoutAWord) {
  SeededRandom random(31);
  const std::vector<std::string> words{"路", "葛\U000E0100", "e\u0301", "👍🏽", "ab", "\u0301", "\u200D", "。"};
  for (unsigned round = 0; round < rounds(300, 20'000); ++round) {
    TextEdit edit;
    for (int i = 0; i < 6; ++i) {
      std::string typed;
      for (auto count = random.below(8); count > 0; --count) typed += words[random.below(static_cast<std::uint32_t>(words.size()))];
      edit.caret = random.below(static_cast<std::uint32_t>(count_code_points(edit.text) + 1));
      edit = with_caret(edit.text, edit.caret);
      const auto before = edit;
      const auto after = insert(edit, typed, Lines::One, 20);
      const auto clean = marks_composed(clean_input(typed, Lines::One, 1000));
      const auto grown = after.edit.text.size() - before.text.size();
      EXPECT_LE(count_characters(after.edit.text), 20U);
      EXPECT_EQ(after.cut, grown < clean.size());
      const auto head = to_utf8(to_code_points(before.text).substr(0, before.caret));
      EXPECT_EQ(after.edit.text, head + clean.substr(0, grown) + before.text.substr(head.size()));
      edit = after.edit;
    }
  }
}

TEST(PaperNumber, GetsTheKeysItsPaperNeeds) {
  Visitor visitor;
  auto hall = small_hall();
  auto& fields = hall->forms.front().steps.front().fields;
  fields = {{.id = "paper", .kind = FieldKind::Choice, .label = "paper", .choices = {{.value = "identity-card"}, {.value = "residence-permit"}, {.value = "passport"}, {.value = "other"}}},
            {.id = "number", .kind = FieldKind::Identity, .label = "number", .paper_field = "paper"}};
  visitor.send(msg::HallLoaded{hall, ""});
  visitor.send(msg::OpenForm{"application", "", "", ""});
  const auto layout_with = [&](const char* paper) {
    if (*paper != '\0') visitor.send(msg::Answered{"paper", paper});
    visitor.send(msg::FocusField{"number", 0});
    return visitor.model.visit->typing->layout;
  };
  EXPECT_EQ(layout_with(""), KeyLayout::Pad);
  EXPECT_EQ(layout_with("passport"), KeyLayout::Codes);
  EXPECT_EQ(layout_with("identity-card"), KeyLayout::Pad);
  EXPECT_EQ(layout_with("other"), KeyLayout::Codes);
  EXPECT_EQ(layout_with("residence-permit"), KeyLayout::Pad);
}

TEST_F(Typed, FieldsOfFiguresGetThePadAndNoPinyin) {
  visitor.type("wanted", "方案");
  visitor.send(msg::Answered{"kind", "person"});
  visitor.send(msg::NextStep{});
  visitor.send(msg::FocusField{"phone", 0});
  EXPECT_EQ(typing().layout, KeyLayout::Pad);
  visitor.send(msg::TextTyped{"x"});
  EXPECT_TRUE(typing().composing.letters.empty());
}

TEST_F(Typed, EnterGoesToTheNextFieldAndOutOfTheLast) {
  visitor.type("wanted", "方案");
  visitor.send(msg::Answered{"kind", "person"});
  visitor.send(msg::NextStep{});
  visitor.type("name", "王五");
  visitor.send(msg::Entered{});
  EXPECT_EQ(typing().field, "phone");
  visitor.send(msg::Entered{});
  EXPECT_FALSE(visitor.model.visit->typing);
}

TEST_F(Typed, OneCapitalThenSmallLettersAgain) {
  visitor.send(msg::FocusField{"wanted", 0});
  visitor.send(msg::KeyTapped{"layout:capitals"});
  visitor.send(msg::KeyTapped{"A"});
  EXPECT_EQ(typing().layout, KeyLayout::Letters);
  EXPECT_EQ(wanted(), "A");
}

TEST_F(Typed, FingersMayTypeSeveralLettersBetweenTwoLooks) {
  visitor.send(msg::FocusField{"wanted", 0});
  visitor.send(msg::TextTyped{"zh"});
  EXPECT_EQ(typing().composing.letters, "zh");
  EXPECT_EQ(visitor.effect<effect::Compose>()->letters, "zh");
}

TEST_F(Typed, APasteIsNeverPinyin) {
  visitor.send(msg::FocusField{"wanted", 0});
  visitor.send(msg::Pasted{"zh"});
  EXPECT_EQ(wanted(), "zh");
}

TEST_F(Typed, NothingGoesIntoAFieldBehindAQuestion) {
  visitor.type("wanted", "方案");
  visitor.wait(kIdleInForm);
  ASSERT_EQ(visitor.model.asking, Asking::StillThere);
  visitor.send(msg::TextTyped{"x"});
  visitor.send(msg::Pasted{"x"});
  EXPECT_EQ(wanted(), "方案");
}

/// A line as a scanner types it: a character at a time, Enter at the end, every few milliseconds.
class Scanned : public Typed {
 protected:
  void key(Milliseconds after, const Msg& message) {
    visitor.send(msg::Touched{visitor.model.now + after});
    visitor.send(message);
    const auto* asked = visitor.effect<effect::Compose>();
    if (asked != nullptr) visitor.send(msg::Composed{asked->asked, {.letters = asked->letters, .candidates = {"一", "二", "三"}}, ""});
  }
  void scan(const std::string& line, Milliseconds pace) {
    for (const char c : line) key(pace, msg::TextTyped{std::string(1, c)});
  }
};

TEST_F(Scanned, DigitsAfterLettersChooseNothing) {
  visitor.send(msg::FocusField{"wanted", 0});
  scan("ab12-c3 d4", Milliseconds(8));
  EXPECT_EQ(visitor.effect<effect::Choose>(), nullptr);
  EXPECT_EQ(wanted(), "ab12-c3 d4");
}

TEST_F(Scanned, ItsEnterGoesOnToTheNextField) {
  visitor.type("wanted", "方案");
  visitor.send(msg::Answered{"kind", "person"});
  visitor.send(msg::NextStep{});
  visitor.send(msg::FocusField{"name", 0});
  scan("wang", Milliseconds(8));
  key(Milliseconds(8), msg::Entered{});
  EXPECT_EQ(answers_of(visitor.model, "application").at("name"), "wang");
  EXPECT_EQ(typing().field, "phone");
}

TEST_F(Scanned, FingersStillChooseWithADigit) {
  visitor.send(msg::FocusField{"wanted", 0});
  scan("gy", Milliseconds(90));
  key(Milliseconds(90), msg::TextTyped{"2"});
  ASSERT_NE(visitor.effect<effect::Choose>(), nullptr);
  EXPECT_EQ(visitor.effect<effect::Choose>()->index, 1);
}

TEST_F(Scanned, AQuickThumbOnTheSpaceBarStillChooses) {
  visitor.send(msg::FocusField{"wanted", 0});
  scan("gy", Milliseconds(90));
  key(Milliseconds(20), msg::TextTyped{" "});
  EXPECT_NE(visitor.effect<effect::Choose>(), nullptr);
}

TEST_F(Typed, UnknownFieldsCannotBeTypedIn) {
  visitor.send(msg::FocusField{"no-such-field", 0});
  EXPECT_FALSE(visitor.model.visit->typing);
}

}  // namespace
}  // namespace mingting
