// A comment is on a draft: neither a tile nor a column's button may lead to its form without one.
#include "publish/one_file.hpp"

namespace mingting {
namespace {

constexpr const char* kSaid = "“form:feedback”不能直接打开：对草案提意见，要从那份草案自己的页面进";

/// A folder whose one form is for comments.
struct CommentForm : OneFile {
  CommentForm() : OneFile("forms/feedback.toml") { change("rules = \"feedback\"", "rules = \"comment\""); }
};

TEST_F(CommentForm, IsNoColumnsDoor) {
  folder.files["columns/documents.toml"] += "\n[[doors]]\ntarget = \"form:feedback\"\nicon = \"feedback\"\n";
  finds_among_others(error_in("columns/documents.toml", 4, kSaid));
}

TEST_F(CommentForm, IsNoTile) {
  folder.files["site.toml"] +=
      "\n[[tiles]]\ntitle = \"提意见\"\ncaption = \"说说看\"\nicon = \"feedback\"\ntarget = \"form:feedback\"\n";
  finds_among_others(error_in("site.toml", 19, kSaid));
}

}  // namespace
}  // namespace mingting
