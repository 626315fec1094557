// What leaves the register holds nothing of the writer, in whatever spelling.
#include "desk/entries/privacy.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "base/text/text.hpp"
#include "support/rounds.hpp"

namespace mingting {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string cleaned(const std::string& text, const Entry& entry = {}) { return without_personal_data(text, entry, nullptr); }

Entry writer() {
  Entry entry;
  entry.applicant.name = "阿依·古丽";
  entry.submission.answers = {{.field = "phone", .value = "13800138000"}, {.field = "paper_number", .value = "11010519491231002X"}};
  return entry;
}

TEST(Privacy, NumbersOfPeopleAreFoundByTheirLook) {
  EXPECT_EQ(cleaned("电话0851-85812345转3"), "电话×××转3");
  EXPECT_EQ(cleaned("身份证11010519491231002x。"), "身份证×××。");
  EXPECT_EQ(cleaned("身份证110105 19491231 002Ｘ。"), "身份证×××。");
  EXPECT_EQ(cleaned("手机138-0013-8000，138 0013 8000"), "手机×××，×××");
  EXPECT_EQ(cleaned("信箱a.b-c@example.cn！"), "信箱×××！");
  EXPECT_EQ(cleaned("信箱ａ．ｂ－ｃ＠ｅｘａｍｐｌｅ．ｃｎ！"), "信箱×××！");
  EXPECT_EQ(cleaned("卡号6222020000000000000"), "卡号×××");
  EXPECT_EQ(cleaned("卡号6222 0200 0000 0000 000"), "卡号×××");
}

TEST(Privacy, DatesAmountsAndDocumentNumbersStay) {
  for (const auto* text : {"南府发〔2026〕12号，2026年11月3日，100万元", "2026-11-20—2026-11-25，9:30", "1,234,567.00元", "第20.11.3条，共1200户",
                           "2026.11.20 10:30"}) {
    EXPECT_EQ(cleaned(text), text);
  }
}

TEST(Privacy, TheWritersOwnDataGoInAnySpelling) {
  EXPECT_EQ(cleaned("我是阿依古丽，电话１３８ ００１３\n８０００", writer()), "我是×××，电话×××");
  EXPECT_EQ(cleaned("阿 依 • 古 丽", writer()), "×××");
  EXPECT_EQ(cleaned("阿依。古丽说", writer()), "阿依。古丽说") << "a full stop ends what was said";
}

/// What people write between figures and letters, and how wide these are, by chance.
class Spelling {
 public:
  explicit Spelling(unsigned seed) : chance_(seed) {}
  std::string of(const std::string& text) {
    std::string spelt;
    for (const char32_t c : to_code_points(text)) {
      if (!spelt.empty() && chance_() % 3 == 0) spelt += kBetween[chance_() % std::size(kBetween)];
      const bool wide = c > U' ' && c <= U'~' && chance_() % 4 == 0;
      spelt += to_utf8(std::u32string(1, wide ? c + (U'！' - U'!') : c));
    }
    return spelt;
  }

 private:
  static constexpr const char* kBetween[] = {" ", "-", "－", ".", "\n", "　", "—", "·", " - ", "\u200b", "\r\n"};
  std::mt19937 chance_;
};

TEST(Privacy, NoSpellingOfANumberOrNameIsLeft) {
  for (unsigned seed = 0; seed < rounds(300, 20'000); ++seed) {
    Spelling spelling(seed);
    for (const auto* secret : {"13800138000", "11010519491231002X", "阿依古丽"}) {
      const auto text = "请回复" + spelling.of(secret) + "，谢谢";
      EXPECT_EQ(cleaned(text, writer()), "请回复×××，谢谢") << seed << " " << text;
    }
  }
}

}  // namespace
}  // namespace mingting
