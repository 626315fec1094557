// Receipt numbers and query codes: made, checked, found however they are typed.
#include "domain/form/submission.hpp"

#include <gtest/gtest.h>

#include <set>

#include "base/text/text.hpp"

namespace mingting {
namespace {

const Date kDay = std::chrono::year{2026} / 11 / 23;
const std::string kFigures = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

TEST(ReceiptNumber, HasItsParts) {
  const auto number = make_receipt_number("NM", "K01", kDay, 7);
  EXPECT_EQ(number.text.substr(0, 21), "NM-K01-20261123-0007-");
  EXPECT_EQ(number.text.size(), 22U);
  EXPECT_EQ(parse_receipt_number(number.text), number);
}

TEST(ReceiptNumber, IsReadHoweverItIsTyped) {
  const auto number = make_receipt_number("NM", "K01", kDay, 7);
  const std::string check = number.text.substr(21);
  for (const auto& typed : {"nm-k01-20261123-0007-" + check, " NM - K01 - 20261123 - 0007 - " + check + " ", "NMK01202611230007" + check,
                            "nm k01 20261123 0007 " + check, "ＮＭ－Ｋ０１－２０２６１１２３－０００７－" + check,
                            "NM—K01—20261123—0007—" + check, "NMK01-20261123-0007-" + check}) {
    EXPECT_EQ(parse_receipt_number(typed), number) << typed;
  }
}

TEST(ReceiptNumber, LongSerialsToo) {
  const auto number = make_receipt_number("NM", "K01", kDay, 12345);
  EXPECT_EQ(parse_receipt_number(number.text), number);
  std::string bare;
  for (const char c : number.text) bare += c == '-' ? "" : std::string(1, c);
  EXPECT_EQ(parse_receipt_number(bare), number);
}

/// Positions that are not dashes.
std::vector<std::size_t> places(const std::string& number) {
  std::vector<std::size_t> at;
  for (std::size_t i = 0; i < number.size(); ++i) {
    if (number[i] != '-') at.push_back(i);
  }
  return at;
}

/// 4 in 36 are, and are read as either: there alone a wrong figure may pass for another number.
bool has_look_alike_check(const std::string& number) { return std::string("01IO").find(number.back()) != std::string::npos; }

TEST(ReceiptNumber, EveryWrongCharacterIsFound) {
  for (int serial = 1; serial < 300; serial += 7) {
    const auto right = make_receipt_number("NM", "K01", kDay, serial).text;
    for (const auto at : places(right)) {
      for (const char c : kFigures) {
        auto wrong = right;
        wrong[at] = c;
        if (wrong == right) continue;
        const auto read = parse_receipt_number(wrong);
        EXPECT_TRUE(!read || read->text == right || has_look_alike_check(right)) << right << " " << wrong;
      }
    }
  }
}

TEST(ReceiptNumber, LookAlikesAreReadAsWhatWasPrinted) {
  const std::vector<std::pair<std::string, std::string>> vectors{
      {"0", "O"}, {"1", "I"}};  // printed digit, letter a person types for it
  for (int serial = 1; serial < 1200; serial += 3) {
    const auto right = make_receipt_number("NM", "K01", kDay, serial).text;
    for (const auto& [digit, letter] : vectors) {
      const auto typed = "NM-" + replace_all(right.substr(3, right.size() - 4), digit, letter) + right.back();
      ASSERT_TRUE(parse_receipt_number(typed)) << typed;
      EXPECT_EQ(parse_receipt_number(typed)->text, right) << typed;
      EXPECT_EQ(parse_receipt_number(replace_all(typed, "-", "")), parse_receipt_number(right)) << typed;
    }
  }
}

TEST(ReceiptNumber, ACheckCharacterMayBeReadAsItsLookAlike) {
  std::set<char> met;
  for (int serial = 1; serial < 300; ++serial) {
    const auto right = make_receipt_number("NM", "K01", kDay, serial).text;
    if (!has_look_alike_check(right)) continue;
    met.insert(right.back());
    auto typed = right;
    typed.back() = right.back() == 'O' ? '0' : right.back() == '0' ? 'O' : right.back() == 'I' ? '1' : 'I';
    ASSERT_TRUE(parse_receipt_number(typed)) << typed;
    EXPECT_EQ(parse_receipt_number(typed)->text, right);
  }
  EXPECT_EQ(met, (std::set<char>{'0', '1', 'I', 'O'}));
}

TEST(ReceiptNumber, AKioskNamedWithALetterOKeepsIt) {
  const auto number = make_receipt_number("NM", "KO1", kDay, 7);
  EXPECT_EQ(parse_receipt_number(number.text), number);
}

TEST(ReceiptNumber, EverySwapOfNeighboursIsFound) {
  for (int serial = 1; serial < 3000; ++serial) {
    const auto right = make_receipt_number("NM", "K01", kDay, serial).text;
    const auto at = places(right);
    for (std::size_t i = 0; i + 1 < at.size(); ++i) {
      auto wrong = right;
      std::swap(wrong[at[i]], wrong[at[i + 1]]);
      if (wrong == right) continue;
      const auto read = parse_receipt_number(wrong);
      EXPECT_TRUE(!read || read->text == right || has_look_alike_check(right) || has_look_alike_check(wrong)) << right << " " << wrong;
    }
  }
}

TEST(ReceiptNumber, OtherTextIsNone) {
  for (const auto* text : {"", "-", "----", "NM-K01-20261123-0007", "NM-K01-20261323-0007-A", "你好", "\xff\xff", "🙂",
                           "NM-K01-20261123-007-A", "K01-20261123-0007-A"}) {
    EXPECT_FALSE(parse_receipt_number(text)) << text;
  }
  EXPECT_FALSE(parse_receipt_number(std::string(100'000, '1')));
}

TEST(QueryCode, IsEightCharactersWithoutLookAlikes) {
  SeededRandom random(1);
  std::set<std::string> seen;
  for (int i = 0; i < 2000; ++i) {
    const auto code = make_query_code(random);
    ASSERT_EQ(code.text.size(), 9U);
    EXPECT_EQ(code.text[4], '-');
    EXPECT_EQ(code.text.find_first_of("0O1ILU"), std::string::npos) << code.text;
    EXPECT_EQ(parse_query_code(code.text), code);
    seen.insert(code.text);
  }
  EXPECT_EQ(seen.size(), 2000U);
}

TEST(QueryCode, IsReadHoweverItIsTyped) {
  const QueryCode code{"7KQV-3FAB"};
  for (const auto* typed : {"7kqv3fab", " 7KQV 3FAB", "7KQU-3FAB", "７ＫＱＶ－３ＦＡＢ"}) {
    EXPECT_EQ(parse_query_code(typed), code) << typed;
  }
  for (const auto* typed : {"", "7KQV-3FA", "7KQV-3FAB2", "7KQV-3FA0", "你好你好你好你好"}) EXPECT_FALSE(parse_query_code(typed)) << typed;
}

Form small_form() {
  Form form;
  form.id = "application";
  form.title = "信息公开申请";
  form.version = "3";
  form.rules = RuleSet::Application;
  FormStep step;
  Field paper{.id = "paper", .kind = FieldKind::Choice, .label = "证件", .choices = {{"identity-card", "居民身份证", "ID card", ""}}};
  Field number{.id = "number", .kind = FieldKind::Identity, .label = "证件号码", .paper_field = "paper"};
  Field hidden{.id = "hidden", .label = "隐藏", .shown_when = Condition{"paper", {"passport"}}};
  step.fields = {paper, number, hidden};
  form.steps = {step};
  return form;
}

TEST(Submission, CarriesLabelsAndNothingHidden) {
  const auto submission = make_submission(
      small_form(), {{"paper", "identity-card"}, {"number", "11010519491231002x"}, {"hidden", "x"}, {"foreign", "y"}});
  EXPECT_EQ(submission.form, "application");
  EXPECT_EQ(submission.form_version, "3");
  EXPECT_EQ(submission.rules, "application");
  const std::vector<SubmittedAnswer> expected{{"paper", "证件", "identity-card", "居民身份证"},
                                              {"number", "证件号码", "11010519491231002X", "11010519491231002X"}};
  EXPECT_EQ(submission.answers, expected);
}

TEST(Submission, SaysWhatItIsAboutFirst) {
  Form form{.id = "comment", .title = "意见", .version = "1", .rules = RuleSet::Comment};
  form.steps = {FormStep{.fields = {Field{.id = "comment", .label = "意见"}}}};
  const auto submission = make_submission(form, {{"comment", "好"}}, {"drafts/one", "某某办法"});
  EXPECT_EQ(submission.rules, "comment");
  EXPECT_EQ(submission.about_item, "drafts/one");
  ASSERT_EQ(submission.answers.size(), 2U);
  EXPECT_EQ(submission.answers[0], (SubmittedAnswer{"about_title", "针对的内容", "某某办法", "某某办法"}));
  EXPECT_EQ(make_submission(form, {{"comment", "好"}}).answers.size(), 1U);
}

}  // namespace
}  // namespace mingting
