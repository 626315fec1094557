// A comment is on a draft: neither a tile nor a column's button may lead to its form without one.
#include "publish/sample_folder.hpp"

namespace mingting {
namespace {

/// A folder whose one form is for comments.
struct Commented : SampleFolder {
  Commented() { change("forms/feedback.toml", "rules = \"feedback\"", "rules = \"comment\""); }
};

TEST(CommentForm, IsNoColumnsDoor) {
  Commented folder;
  folder.files["columns/documents.toml"] += "\n[[doors]]\ntarget = \"form:feedback\"\nicon = \"feedback\"\n";
  EXPECT_THAT(folder.findings(), has_error("columns/documents.toml", 4, "“form:feedback”不能直接打开：对草案提意见，要从那份草案自己的页面进"));
}

TEST(CommentForm, IsNoTile) {
  Commented folder;
  folder.files["site.toml"] += "\n[[tiles]]\ntitle = \"提意见\"\ncaption = \"说说看\"\nicon = \"feedback\"\ntarget = \"form:feedback\"\n";
  const auto findings = folder.findings();
  EXPECT_THAT(findings, testing::Contains(testing::ResultOf(sentence_of, testing::HasSubstr("“form:feedback”不能直接打开"))));
}

}  // namespace
}  // namespace mingting
