// Where the characters of a frame are, without its pixels: what measurements of drawn text stand on.
#include "ui/easel.hpp"

namespace mingting::ui {
namespace {

TEST(Glyphs, AreWhatIsDrawnInReadingOrder) {
  Easel easel;
  easel.show([](Ui& ui) { ui.frame({.page_id = "page", .label = "页", .page = {.head = [&] { ui.text("一 二三"); }}}); });
  easel.settle();
  const auto glyphs = easel.display().glyphs();
  ASSERT_EQ(glyphs.size(), 3U) << "spaces are not drawn";
  EXPECT_LT(glyphs[0].x + glyphs[0].w, glyphs[1].x);
  const auto& words = easel.node("一 二三").rect;
  for (const auto& glyph : glyphs) {
    EXPECT_GE(glyph.y, words.y);
    EXPECT_LE(glyph.y + glyph.h, words.y + words.h);
  }
}

TEST(Glyphs, OfWhatAQuestionCoversAreNotSeen) {
  for (const auto cover : {Ui::Cover::Window, Ui::Cover::Card}) {
    Easel easel;
    easel.show([&](Ui& ui) {
      ui.frame({.page_id = "page", .label = "页", .page = {.head = [&] { ui.text("页面上的字"); }}});
      ui.dialog("question", "问", cover, {.head = [&] { ui.text("问题"); }});
    });
    easel.settle();
    const auto glyphs = easel.display().glyphs();
    ASSERT_GE(glyphs.size(), 2U);
    const auto& page = easel.node("页面上的字").rect;
    const auto& question = easel.node("问题").rect;
    long on_page = 0, in_question = 0;
    for (const auto& glyph : glyphs) {
      const float middle = glyph.y + glyph.h / 2;
      on_page += middle >= page.y && middle < page.y + page.h ? 1 : 0;
      in_question += middle >= question.y && middle < question.y + question.h ? 1 : 0;
    }
    EXPECT_EQ(in_question, 2);
    if (cover == Ui::Cover::Card) {
      EXPECT_EQ(on_page, 0);
    }
  }
}

}  // namespace
}  // namespace mingting::ui
