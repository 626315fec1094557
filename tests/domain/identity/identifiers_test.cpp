// Numbers of people and organisations: their check characters and what is masked.
#include "domain/identity/identifiers.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"
#include "base/text/characters.hpp"
#include "base/text/text.hpp"
#include "support/rounds.hpp"

namespace mingting {
namespace {

using enum IdentifierFault;
const Date kToday = std::chrono::year{2026} / 11 / 23;

TEST(IdentityNumber, AcceptsTheStandardsOwnExamples) {
  EXPECT_EQ(check_identity_number("11010519491231002X", kToday), None);
  EXPECT_EQ(check_identity_number("440524188001010014", kToday), None);
}

TEST(IdentityNumber, TakesWhatPeopleType) {
  EXPECT_EQ(check_identity_number("11010519491231002x", kToday), None);
  EXPECT_EQ(check_identity_number("１１０１０５１９４９１２３１００２Ｘ", kToday), None);
  EXPECT_EQ(check_identity_number(" 110105 19491231 002X ", kToday), None);
  EXPECT_EQ(check_identity_number("110105-19491231-002X", kToday), None);
  EXPECT_EQ(check_identity_number("110105　19491231　002X", kToday), None);
}

TEST(IdentityNumber, FindsEveryWrongDigit) {
  const std::string right = "11010519491231002X";
  for (std::size_t i = 0; i < 17; ++i) {
    for (char digit = '0'; digit <= '9'; ++digit) {
      auto wrong = right;
      wrong[i] = digit;
      if (wrong == right) continue;
      EXPECT_NE(check_identity_number(wrong, kToday), None) << wrong;
    }
  }
}

TEST(IdentityNumber, FindsEverySwapOfNeighbours) {
  const std::string right = "44052418800101001" "4";
  for (std::size_t i = 0; i + 1 < right.size(); ++i) {
    auto wrong = right;
    std::swap(wrong[i], wrong[i + 1]);
    if (wrong == right) continue;
    EXPECT_NE(check_identity_number(wrong, kToday), None) << wrong;
  }
}

TEST(IdentityNumber, SaysWhatIsWrong) {
  EXPECT_EQ(check_identity_number("1101051949123100", kToday), Length);
  EXPECT_EQ(check_identity_number("11010549123100", kToday), Length);  // 15 digits: out of use since 2013
  EXPECT_EQ(check_identity_number("", kToday), Length);
  EXPECT_EQ(check_identity_number("1101051949123100AX", kToday), Characters);
  EXPECT_EQ(check_identity_number("X10105194912310021", kToday), Characters);
  EXPECT_EQ(check_identity_number("一二三四五六七八九十一二三四五六七八", kToday), Characters);
  EXPECT_EQ(check_identity_number("110105194902300021", kToday), BirthDate);
  EXPECT_EQ(check_identity_number("110105194913310021", kToday), BirthDate);
  EXPECT_EQ(check_identity_number("110105202611240021", kToday), BirthDate);  // tomorrow
  EXPECT_EQ(check_identity_number("110105000101010021", kToday), BirthDate);
  EXPECT_EQ(check_identity_number("110105194912310021", kToday), Checksum);
}

TEST(IdentityNumber, DoesNotJudgeTheRegion) {
  // 810000: residence permit of a Hong Kong resident; 999999 is nobody's, and still not refused.
  EXPECT_EQ(check_identity_number("810000199408230021", kToday), None);
  EXPECT_NE(check_identity_number("999999199408230021", kToday), Characters);
}

TEST(CreditCode, AcceptsRealCodes) {
  for (const auto* code : {"91330100799655058B", "914403001922038216", "9144030071526726XG", "11341702486344515H",
                           "11441300007187648G"}) {
    EXPECT_EQ(check_credit_code(code), None) << code;
  }
  EXPECT_EQ(check_credit_code("91330100 799655058b"), None);
  EXPECT_EQ(check_credit_code("９１３３０１００７９９６５５０５８Ｂ"), None);
}

TEST(CreditCode, FindsEveryWrongCharacter) {
  const std::string right = "91330100799655058B";
  for (std::size_t i = 0; i < right.size(); ++i) {
    for (const char c : std::string("0123456789ABCDEFGHJKLMNPQRTUWXY")) {
      auto wrong = right;
      wrong[i] = c;
      if (wrong == right) continue;
      EXPECT_NE(check_credit_code(wrong), None) << wrong;
    }
  }
}

TEST(CreditCode, SaysWhatIsWrong) {
  EXPECT_EQ(check_credit_code("91330100799655058"), Length);
  EXPECT_EQ(check_credit_code("9133010079965505IB"), Characters);  // I is not used
  EXPECT_EQ(check_credit_code("91A30100799655058B"), Characters);  // the region is figures
  EXPECT_EQ(check_credit_code("91330100799655058C"), Checksum);
  EXPECT_EQ(check_credit_code("贵阳市南明区政务公开专区政务公开办公"), Characters);
}

TEST(CreditCode, ChecksTheOrganisationCodeInside) {
  // The outer check character fits, the inner one (8 instead of X for 71526726) does not.
  const std::string alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  int inner_faults = 0;
  for (const char check : alphabet) {
    inner_faults += check_credit_code(std::string("91440300715267268") + check) == InnerCode ? 1 : 0;
  }
  EXPECT_EQ(inner_faults, 1);
}

TEST(Phone, AcceptsWhatPeopleType) {
  for (const auto* phone :
       {"13800138000", "138 0013 8000", "138-0013-8000", "+86 13800138000", "0086-13800138000", "8613800138000",
        "１３８００１３８０００", "0851-85501234", "085185501234", "(0851)85501234", "（0851）8550 1234", "0851－85501234",
        "010-12345678", "0851-8550123", "0851-85501234-801", "0851-85501234转801", "0851-85501234 ext. 801",
        "+852 2810 2717", "+1 202 555 0100"}) {
    EXPECT_EQ(check_phone(phone), None) << phone;
  }
}

TEST(Phone, EveryWayToBeReachedIsOne) {
  for (const auto* phone :
       {"4008001234", "400-800-1234", "800 820 1234", "085185511234-8001", "085185511234转8001", "0851-85511234 转 8001",
        "85511234 分机 12、13800138000", "12345", "95588", "0851-12345", "0851 96811", "00852 9876 5432", "+852 9876 5432",
        "+1 (212) 555-0100", "+1 (212) 555-0100 ext. 7", "+86 851 8550 1234", "13800138000、13900139000", "13800138000 13900139000",
        "手机13800138000，家里0851-85501234", "13800138000/0851-85501234", "138.0013.8000", "电话13800138000", "13800138000🙂"}) {
    EXPECT_NE(check_phone(phone), Unusual) << phone;
  }
}

TEST(Phone, WithoutAreaCodeItIsOfTheDistrict) {
  for (const auto* phone : {"85511234", "8551 1234", "5501234", "85511234-801", "13800138000、85511234"}) {
    EXPECT_EQ(check_phone(phone), NoAreaCode) << phone;
  }
}

TEST(Phone, SaysWhatLooksOdd) {
  for (const auto* phone : {"", "1380013800", "138001380001", "12800138000", "0851-8550", "1", "0851-85501234转", "+1", "--", "+",
                            "138O0138000", "一三八", "\xff", "13800138000、1380013"}) {
    EXPECT_EQ(check_phone(phone), Unusual) << phone;
  }
}

/// Any number of numbers in any of the ways, with any marks between.
TEST(Phone, AnySeveralOfThemAreTaken) {
  SeededRandom random(17);
  const std::vector<std::string> numbers{"13800138000", "138 0013 8000", "0851-85501234", "085185501234转8001", "400-800-1234",
                                         "+852 9876 5432", "12345", "(0851)85501234"};
  const std::vector<std::string> between{"、", "，", ",", "；", ";", " 或 ", "/", "\n", " ", "　"};
  for (unsigned round = 0; round < rounds(300, 20'000); ++round) {
    std::string text;
    for (auto count = 1 + random.below(4); count > 0; --count) {
      if (!text.empty()) text += between[random.below(static_cast<std::uint32_t>(between.size() - 2))];
      text += numbers[random.below(static_cast<std::uint32_t>(numbers.size()))];
    }
    EXPECT_EQ(check_phone(text), None) << text;
  }
}

TEST(Postcode, SixDigits) {
  EXPECT_EQ(check_postcode("550002"), None);
  EXPECT_EQ(check_postcode("５５０００２"), None);
  EXPECT_EQ(check_postcode("55000"), Length);
  EXPECT_EQ(check_postcode("55000A"), Characters);
}

TEST(Email, LooksAtTheForm) {
  for (const auto* address : {"zhang@example.cn", "z.h+a_ng@mail.example.com.cn", "zhang＠example.cn", " zhang@example.cn ", "张@例子.中国"}) {
    EXPECT_EQ(check_email(address), None) << address;
  }
  for (const auto* address : {"", "zhang", "@example.cn", "zhang@", "zhang@example", "zhang@@example.cn", "zh ang@example.cn",
                              ".zhang@example.cn", "zhang@-example.cn", "zhang@example..cn", "zhang@example.c"}) {
    EXPECT_NE(check_email(address), None) << address;
  }
}

TEST(OtherPaper, OnlyLengthAndCharacters) {
  for (const auto* number : {"E12345678", "EA1234567", "H12345678", "军字第1234567号", "CHN110050000001", "12345678", "A/1234(5)"}) {
    EXPECT_EQ(check_other_paper(number), None) << number;
  }
  EXPECT_EQ(check_other_paper("E12"), Length);
  EXPECT_EQ(check_other_paper(std::string(31, '1')), Length);
  EXPECT_EQ(check_other_paper("E1234567🙂"), Characters);
}

TEST(Identifiers, NormalFormIsWhatIsStored) {
  EXPECT_EQ(normal_identifier(" 110105 １９４９-1231—002ｘ"), "11010519491231002X");
  EXPECT_EQ(normal_identifier("\u200B9133\t0100"), "91330100");
}

TEST(Masks, HideTheMiddle) {
  EXPECT_EQ(masked_identity("11010519491231002x"), "1101**********002X");
  EXPECT_EQ(masked_identity("E12345678"), "E1*****78");
  EXPECT_EQ(masked_identity("E123"), "E**3");
  EXPECT_EQ(masked_identity("12"), "**");
  EXPECT_EQ(masked_identity(""), "");
  EXPECT_EQ(masked_phone("13800138000"), "138****8000");
  EXPECT_EQ(masked_phone("85501234"), "85****34");
}

TEST(Masks, ACharacterIsOneHoweverManyCodePointsItHas) {
  EXPECT_EQ(masked_name("葛\U000E0100城"), "葛\U000E0100*");
  EXPECT_EQ(masked_name("Zoe\u0301"), "Z**");
  EXPECT_EQ(masked_name("王👨\u200D👩\u200D👧"), "王*");
}

TEST(Masks, EveryDotInsideANameIsOneDot) {
  for (const auto* dot : {"\u00B7", "\u2022", "\u2027", "\u30FB", "\uFF65"}) {
    EXPECT_EQ(masked_name(std::string("示例买") + dot + "提示例名"), "示**·****") << dot;
  }
}

/// Any code points at all: what is shown has as many characters as the name, and never more of it than the law of masks says.
TEST(Masks, AnyName) {
  SeededRandom random(23);
  const std::vector<std::pair<char32_t, char32_t>> scripts{{0x20, 0x7E}, {0xC0, 0x24F}, {0x300, 0x36F}, {0x400, 0x4FF}, {0x600, 0x6FF},
                                                           {0xF00, 0xFFF}, {0x4E00, 0x9FFF}, {0xA000, 0xA48C}, {0xE0100, 0xE01EF},
                                                           {0x1F300, 0x1FAFF}, {0x20000, 0x323AF}, {0x1, 0x10FFFF}};
  for (unsigned round = 0; round < rounds(2'000, 200'000); ++round) {
    std::string name;
    for (auto count = 1 + random.below(60); count > 0; --count) {
      const auto& [first, last] = scripts[random.below(static_cast<std::uint32_t>(scripts.size()))];
      const auto c = first + random.below(static_cast<std::uint32_t>(last - first + 1));
      if (c < 0xD800 || c > 0xDFFF) append_utf8(name, c);
    }
    name = trimmed(clean_input(name, Lines::One, 60));
    const auto masked = masked_name(name);
    ASSERT_TRUE(is_valid_utf8(masked));
    const auto whole = characters(name);
    if (whole.size() == 1) {
      EXPECT_EQ(masked, is_name_dot(to_code_points(name)[0]) ? "·" : "*") << name;
    }
    std::size_t shown = 0, at = 0;
    for (const auto each : whole) {
      const bool same = masked.compare(at, each.size(), each) == 0;
      const bool dot = is_name_dot(to_code_points(each)[0]);
      if (same && each != " " && each != "*" && !dot) ++shown;
      at += dot ? 2 : same ? each.size() : 1;
    }
    EXPECT_EQ(at, masked.size()) << name;
    EXPECT_LE(shown, 2U) << name << " " << masked;
  }
}

TEST(Masks, NamesKeepTheirFirstCharacter) {
  EXPECT_EQ(masked_name("王"), "*");
  EXPECT_EQ(masked_name("张三"), "张*");
  EXPECT_EQ(masked_name("欧阳倩"), "欧**");
  EXPECT_EQ(masked_name("欧阳娜娜"), "欧阳**");
  EXPECT_EQ(masked_name("𬭸䶮㛃"), "𬭸**");
  EXPECT_EQ(masked_name("买买提·艾力"), "买**·**");
  EXPECT_EQ(masked_name("John Smith"), "J*** *****");
  EXPECT_EQ(masked_name(""), "");
}

TEST(Groups, FiguresAreReadInGroupsWhileTheyMayStillBecomeSuchANumber) {
  const std::vector<int> identity{6, 8, 4}, mobile{3, 4, 4}, none;
  for (const auto* text : {"", "1", "110105", "11010519491231002", "11010519491231002X", "110105194912310021"})
    EXPECT_EQ(identity_groups(text), identity) << text;
  for (const auto* text : {"E123", "1101051949123100X", "1101051949123100211", "110105-1949"})
    EXPECT_EQ(identity_groups(text), none) << text;
  for (const auto* text : {"1", "138", "13800138000"}) EXPECT_EQ(mobile_groups(text), mobile) << text;
  for (const auto* text : {"", "12345", "10086", "138001380001", "0851-12345678", "85511234"})
    EXPECT_EQ(mobile_groups(text), none) << text;
}

}  // namespace
}  // namespace mingting
