// Glyphs keep their size whatever was drawn before them. Dear ImGui's loader took a size for the one that had stood at the same
// address before the atlas threw another away.
#include "base/text/text.hpp"
#include "ui/easel.hpp"

namespace mingting::ui {
namespace {

struct Words {
  TextStyle style = TextStyle::Body;
  std::string text;
};

/// `count` ideographs from `first` on.
std::string ideographs(char32_t first, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) append_utf8(text, first + static_cast<char32_t>(i));
  return text;
}

const std::vector<Words> kLast{{TextStyle::Label, "延长十个工作日"}, {TextStyle::Caption, "征求第三方意见"}, {TextStyle::Body, "答复期限"}};

/// What the last page looks like after others.
std::vector<std::uint8_t> last_page_after(const std::vector<std::vector<Words>>& pages) {
  Easel easel;
  std::vector<Words> shown;
  easel.show([&](Ui& ui) {
    const auto words = [&] {
      for (const auto& [style, text] : shown) ui.text(text, {.style = style});
    };
    ui.frame({.page_id = "page", .label = "页", .page = {.body = words}});
  });
  for (const auto& page : pages) {
    shown = page;
    easel.frames(4);
  }
  shown = kLast;
  easel.frames(3);
  const auto picture = easel.display().capture();
  EXPECT_TRUE(picture);
  return picture ? picture->rgb : std::vector<std::uint8_t>{};
}

TEST(GlyphSize, IsTheSameAfterTheAtlasThrewAnUnusedSizeAway) {
  const std::vector<Words> large{{TextStyle::Title, "一"}};
  const std::vector<Words> three{{TextStyle::Body, "一二"}, {TextStyle::Caption, "一二"}, {TextStyle::Label, "一二"}};
  // So many that the atlas grows: the large size goes, the others move up, and small words were drawn last.
  const std::vector<Words> many{{TextStyle::Body, "一二"}, {TextStyle::Label, "一二"}, {TextStyle::Caption, ideographs(0x5100, 1200)}};
  EXPECT_TRUE(last_page_after({large, three, many}) == last_page_after({}));
}

}  // namespace
}  // namespace mingting::ui
