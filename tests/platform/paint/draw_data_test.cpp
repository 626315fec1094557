// What Dear ImGui collected, as pixels: its atlas, its soft edges, its clips and its callbacks.
#include "platform/paint/draw_data.hpp"

#include <gtest/gtest.h>
#include <imgui_internal.h>

#include <cmath>
#include <cstring>
#include <limits>

#include "platform/stage_fixture.hpp"

namespace mingting::platform {
namespace {

constexpr ui::Color kPaper{250, 248, 244}, kRed{138, 20, 20};
constexpr ImU32 kRedInk = IM_COL32(138, 20, 20, 255);

class DrawDataTest : public StageTest {
 protected:
  using Draw = std::function<void(ImDrawList&)>;
  Picture painted(const Draw& draw) {
    frame([&] { draw(*ImGui::GetForegroundDrawList()); });
    return captured();
  }
  static int count(const Picture& picture, ui::Color color) {
    int found = 0;
    for (int y = 0; y < picture.height; ++y)
      for (int x = 0; x < picture.width; ++x) found += pixel(picture, x, y) == color ? 1 : 0;
    return found;
  }
  /// A block of the atlas covered throughout, `size` on a side.
  static ImFontAtlasRect block(int size) {
    auto& atlas = *ImGui::GetIO().Fonts;
    ImFontAtlasRect place;
    EXPECT_GE(atlas.AddCustomRect(size, size, &place), 0);
    for (int y = 0; y < size; ++y)
      std::memset(atlas.TexData->GetPixelsAt(place.x, place.y + y), 255, static_cast<std::size_t>(size));
    return place;
  }
  static void stamp(ImDrawList& list, const ImFontAtlasRect& place, ImVec2 from, float size, ImU32 color) {
    list.PrimReserve(6, 4);
    list.PrimRectUV(from, ImVec2(from.x + size, from.y + size), place.uv0, place.uv1, color);
  }
};

TEST_F(DrawDataTest, TheAtlasHasOneByteAPixel) {
  open({16, 16});
  painted([](ImDrawList&) {});
  EXPECT_EQ(ImGui::GetIO().Fonts->TexData->BytesPerPixel, 1);
  EXPECT_EQ(ImGui::GetIO().Fonts->TexData->Status, ImTextureStatus_OK);
}

TEST_F(DrawDataTest, APieceOfTheAtlasStandsWhereItsPixelsAre) {
  open({32, 32});
  const auto picture = painted([](ImDrawList& list) { stamp(list, block(8), {4, 6}, 8, kRedInk); });
  EXPECT_EQ(count(picture, kRed), 64);
  EXPECT_EQ(pixel(picture, 4, 6), kRed);
  EXPECT_EQ(pixel(picture, 11, 13), kRed);
  EXPECT_EQ(count(picture, kPaper), 32 * 32 - 64);
}

TEST_F(DrawDataTest, TheSameInTheFrameInWhichTheAtlasGrewAndAfterIt) {
  open({64, 64});
  std::vector<ImFontAtlasRectId> ids;
  for (int round = 0; round < 4; ++round) {
    const auto before = ImGui::GetIO().Fonts->TexData == nullptr ? 0 : ImGui::GetIO().Fonts->TexData->GetSizeInBytes();
    const auto picture = painted([](ImDrawList& list) {
      stamp(list, block(8), {0, 0}, 8, kRedInk);
      for (int i = 0; i < 12; ++i) block(120);
      stamp(list, block(8), {8, 0}, 8, kRedInk);
    });
    EXPECT_EQ(count(picture, kRed), 128) << round;
    EXPECT_GE(ImGui::GetIO().Fonts->TexData->GetSizeInBytes(), before);
  }
  painted([](ImDrawList&) {});
  painted([](ImDrawList&) {});
  EXPECT_EQ(ImGui::GetPlatformIO().Textures.Size, 1) << "what it outgrew is given up";
}

TEST_F(DrawDataTest, LettersAreInTheirInkAlone) {
  open({64, 64});
  const auto picture = painted([](ImDrawList& list) { list.AddText({8, 8}, IM_COL32(0, 0, 0, 255), "HHH"); });
  EXPECT_GT(count(picture, {0, 0, 0}), 20);
  EXPECT_EQ(pixel(picture, 0, 0), kPaper);
}

TEST_F(DrawDataTest, VeilsDarkenOnceWhateverLiesUnderThem) {
  open({16, 16});
  const auto picture = painted([](ImDrawList& list) {
    list.AddRectFilled({0, 0}, {8, 16}, IM_COL32(255, 255, 255, 255));
    list.AddRectFilled({0, 0}, {16, 16}, IM_COL32(0, 0, 0, 128));
  });
  EXPECT_NEAR(pixel(picture, 2, 2).r, 127, 1);
  EXPECT_NEAR(pixel(picture, 12, 2).r, 124, 1);
}

TEST_F(DrawDataTest, RoundedShapesAreWholeAndSoftAtTheEdge) {
  open({64, 64});
  const auto picture = painted([](ImDrawList& list) { list.AddCircleFilled({32, 32}, 20, kRedInk); });
  const int inside = count(picture, kRed), outside = count(picture, kPaper);
  EXPECT_NEAR(inside + (64 * 64 - inside - outside) / 2, std::acos(-1.0) * 400, 40);
  EXPECT_GT(64 * 64 - inside - outside, 60) << "edges are soft";
  for (int y = 24; y < 40; ++y)
    for (int x = 24; x < 40; ++x) ASSERT_EQ(pixel(picture, x, y), kRed) << x << "," << y << " a seam";
}

TEST_F(DrawDataTest, LinesNeedNoTexture) {
  open({64, 64});
  const auto picture = painted([](ImDrawList& list) { list.AddLine({4, 4}, {60, 60}, kRedInk, 4); });
  EXPECT_EQ(pixel(picture, 32, 32), kRed);
  EXPECT_EQ(pixel(picture, 32, 50), kPaper);
}

/// Where the soft edge of a line meets its middle nothing is left out and nothing painted twice: what covers adds up to its width.
TEST_F(DrawDataTest, LinesHaveNoSeams) {
  open({32, 32});
  for (const float thickness : {1.0F, 2.0F, 3.0F, 3.5F, 6.0F}) {
    for (const float at : {15.0F, 15.25F, 15.5F, 15.75F}) {
      const auto picture = painted([&](ImDrawList& list) {
        list.AddLine({2, at}, {14, at}, IM_COL32_BLACK, thickness);
        list.AddLine({at + 8, 2}, {at + 8, 30}, IM_COL32_BLACK, thickness);
      });
      float across = 0, along = 0;
      for (int i = 0; i < 32; ++i) {
        across += static_cast<float>(kPaper.r - pixel(picture, 8, i).r) / kPaper.r;
        along += static_cast<float>(kPaper.r - pixel(picture, i, 20).r) / kPaper.r;
      }
      EXPECT_NEAR(across, thickness, 0.05) << thickness << " at " << at;
      EXPECT_NEAR(along, thickness, 0.05) << thickness << " at " << at;
    }
  }
}

TEST_F(DrawDataTest, FourCornersOfOtherColoursAreShaded) {
  open({32, 32});
  const auto picture = painted([](ImDrawList& list) {
    list.AddRectFilledMultiColor({0, 0}, {32, 32}, IM_COL32_BLACK, IM_COL32_WHITE, IM_COL32_WHITE, IM_COL32_BLACK);
  });
  for (int x = 1; x < 32; ++x) EXPECT_GT(pixel(picture, x, 16).r, pixel(picture, x - 1, 16).r);
}

TEST_F(DrawDataTest, ClipsAreKept) {
  open({32, 32});
  const auto picture = painted([](ImDrawList& list) {
    list.PushClipRect({8, 8}, {16, 16});
    list.AddRectFilled({0, 0}, {32, 32}, kRedInk);
    list.AddCircleFilled({12, 12}, 30, kRedInk);
    stamp(list, block(32), {0, 0}, 32, kRedInk);
    list.PopClipRect();
  });
  EXPECT_EQ(count(picture, kRed), 64);
  EXPECT_EQ(count(picture, kPaper), 32 * 32 - 64);
}

TEST_F(DrawDataTest, HostileClipsAndPlacesHarmNobody) {
  open({16, 16});
  const float none = std::nanf(""), endless = std::numeric_limits<float>::infinity();
  for (const float at : {none, endless, -endless, 1e30F, -1e30F}) {
    const auto picture = painted([&](ImDrawList& list) {
      const auto place = block(8);
      for (const ImVec4 clip : {ImVec4(at, at, at, at), ImVec4(at, 0, 16, 16), ImVec4(0, 0, at, at), ImVec4(16, 16, 0, 0)}) {
        list.AddRectFilled({0, 0}, {16, 16}, kRedInk);
        list.CmdBuffer.back().ClipRect = clip;
        list.AddDrawCmd();
      }
      list.PushClipRectFullScreen();
      list.AddRectFilled({at, 0}, {at, 16}, kRedInk);
      list.AddTriangleFilled({at, 0}, {16, at}, {0, 16}, kRedInk);
      stamp(list, place, {at, at}, 8, kRedInk);
      stamp(list, place, {0, 0}, at, kRedInk);
    });
    EXPECT_EQ(picture.rgb.size(), 16U * 16 * 3);
  }
}

TEST_F(DrawDataTest, OnOnePixelEverythingStillWorks) {
  open({1, 1});
  const auto picture = painted([](ImDrawList& list) {
    stamp(list, block(8), {-4, -4}, 8, IM_COL32_BLACK);
    list.AddCircleFilled({0, 0}, 9, IM_COL32_BLACK);
    list.AddRectFilled({-9, -9}, {9, 9}, kRedInk);
  });
  EXPECT_EQ(pixel(picture, 0, 0), kRed);
}

TEST_F(DrawDataTest, CallbacksAreCalledInTheirTurnAndOnceAPainting) {
  open({16, 16});
  int called = 0;
  painted([&](ImDrawList& list) {
    list.AddCallback([](const ImDrawList*, const ImDrawCmd* command) { ++*static_cast<int*>(command->UserCallbackData); }, &called);
    list.AddCallback(ImDrawCallback_ResetRenderState, nullptr);
  });
  EXPECT_EQ(called, 2) << "the frame, and its capture";
}

}  // namespace
}  // namespace mingting::platform
