// A district's colour and emblem in site.toml.
#include "publish/one_file.hpp"

namespace mingting {
namespace {

class Dress : public OneFile {
 public:
  Dress() : OneFile("site.toml") {}

  std::vector<Finding> judged(const std::string& primary) {
    fresh().change("id = \"nanming\"", "primary = \"" + primary + "\"\nid = \"nanming\"");
    return folder.check({.style = read_style_sheet(disk(), Path(MINGTING_SOURCE) / "assets/theme.toml").value()}).findings;
  }
};

TEST_F(Dress, AColourThatReadsIsTaken) {
  EXPECT_THAT(judged("#083770"), ::testing::IsEmpty());
  EXPECT_THAT(judged("#751010"), ::testing::IsEmpty());
}

TEST_F(Dress, AFaintColourIsToldWithADarkerOneThatIsTaken) {
  const auto findings = judged("#C8102E");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].line, 1);
  const auto said = sentence_of(findings[0]);
  EXPECT_THAT(said, ::testing::HasSubstr("#C8102E 太淡"));
  const auto darker = said.substr(said.rfind('#'), 7);
  EXPECT_THAT(judged(darker), ::testing::IsEmpty()) << darker;
}

TEST_F(Dress, WhatIsNoColourIsNamed) {
  change("id = \"nanming\"", "primary = \"蓝\"\nid = \"nanming\"").finds(error(1, "不是颜色"));
}

TEST_F(Dress, TheEmblemIsAPictureOfTheFolder) {
  change("id = \"nanming\"", "emblem = \"plan.png\"\nid = \"nanming\"").finds_nothing();
  fresh().change("id = \"nanming\"", "emblem = \"media/plan.png\"\nid = \"nanming\"").finds_nothing();
  fresh().change("id = \"nanming\"", "emblem = \"crest.png\"\nid = \"nanming\"").finds(error(1, "crest.png"));
}

}  // namespace
}  // namespace mingting
