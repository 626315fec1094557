// The parts of the gallery: visits read, lines found among characters, pictures compared, floors measured, the page written.
#include <gmock/gmock.h>

#include "base/said/words.hpp"
#include "main/kiosk/gallery/compare.hpp"
#include "main/kiosk/gallery/index.hpp"
#include "main/kiosk/gallery/lines.hpp"
#include "support/temp_folder.hpp"

namespace mingting::gallery {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// ---- visits --------------------------------------------------------------------------------------------------------

TEST(Visits, AreReadInOrderWithTheirStates) {
  TempFolder folder;
  folder.write("20-b.journey", "given bare-machine\nstate second 第二个\n");
  folder.write("10-a.journey", "# a comment\ngiven visitor\nlandmark first 第一个 状态\n");
  folder.write("README.md", "state third");
  const auto visits = read_visits(disk(), folder.path());
  ASSERT_TRUE(visits) << worded(visits.error());
  ASSERT_EQ(visits->size(), 2U);
  EXPECT_TRUE(visits->front().installed);
  EXPECT_FALSE(visits->back().installed);
  const auto states = states_of(*visits);
  ASSERT_EQ(states.size(), 2U);
  EXPECT_EQ(states[0].name, "first");
  EXPECT_EQ(states[0].title, "第一个 状态");
  EXPECT_TRUE(states[0].landmark);
  EXPECT_EQ(states[1].name, "second");
  EXPECT_FALSE(states[1].landmark);
}

TEST(Visits, RefuseANameThatIsUsedTwiceOrHasNoTitle) {
  TempFolder twice, untitled;
  twice.write("a.journey", "state home 首页\n");
  twice.write("b.journey", "landmark home 首页\n");
  untitled.write("a.journey", "state home\n");
  for (const auto* folder : {&twice, &untitled}) {
    const auto visits = read_visits(disk(), folder->path());
    ASSERT_FALSE(visits);
    EXPECT_THAT(worded(visits.error()), HasSubstr("home"));
  }
}

TEST(Looks, HaveNamesOfTheirOwnAndSizesAreOpenedOnce) {
  std::set<std::string> names;
  for (const auto& look : looks()) EXPECT_TRUE(names.insert(look.name).second) << look.name;
  const auto sizes = sizes_of(looks());
  EXPECT_EQ(std::count(sizes.begin(), sizes.end(), (platform::Size{1080, 1920})), 1);
}

// ---- characters in lines -------------------------------------------------------------------------------------------

/// A box at (0, 0) with type of 10 pixels and lines of 15.
ui::Node box(ui::Role role, float width, float height) {
  ui::Node node;
  node.id = "page/words";
  node.role = role;
  node.label = "words";
  node.rect = node.visible = {0, 0, width, height};
  node.em = 10;
  node.line = 1.5F;
  node.paper = {255, 255, 255};
  return node;
}
ui::Rect character(int column, int line) {
  return {static_cast<float>(column) * 10, static_cast<float>(line) * 15 + 3, 9, 9};
}
ui::Rect comma(int column, int line) {
  return {static_cast<float>(column) * 10, static_cast<float>(line) * 15 + 10, 2, 3};
}

TEST(Lines, GatherCharactersAndCommasByHeight) {
  const std::vector<ui::Rect> drawn{character(0, 0), character(1, 0), comma(2, 0), character(0, 1), character(0, 7)};
  const auto lines = lines_of(box(ui::Role::Text, 100, 30), drawn);
  ASSERT_EQ(lines.size(), 2U) << "what is drawn elsewhere is another's";
  EXPECT_EQ(lines[0].characters, 3);
  EXPECT_EQ(lines[0].full, 2);
  EXPECT_EQ(lines[0].longest, 22);
  EXPECT_EQ(lines[1].full, 1);
}

TEST(Lines, MeasureTheColumnsOfAFactForThemselves) {
  const std::vector<ui::Rect> drawn{character(0, 0), character(1, 0), character(6, 0), character(7, 0), character(8, 0)};
  const auto lines = lines_of(box(ui::Role::Text, 100, 15), drawn);
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].longest, 29);
  EXPECT_EQ(lines[0].characters, 5);
}

TEST(Lines, LeaveOutTheCornersOfANotice) {
  const std::vector<ui::Rect> drawn{{0, 0, 6, 6}, {94, 0, 6, 6}, {0, 39, 6, 6}, {94, 39, 6, 6}, {40, 18, 9, 9}};
  const auto lines = lines_of(box(ui::Role::Notice, 100, 45), drawn);
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].characters, 1);
}

// ---- floors --------------------------------------------------------------------------------------------------------

constexpr platform::Size kSquare{1080, 1080};  // a dp is a pixel

std::vector<std::string> checks_of(const std::vector<ui::Node>& nodes, const std::vector<ui::Rect>& drawn = {}) {
  ui::Tree tree;
  tree.mutable_nodes() = nodes;
  std::vector<std::string> names;
  for (const auto& each : measure(tree, drawn, kSquare, {})) names.emplace_back(name_of(each.check));
  return names;
}

ui::Node words_node(float width, float height) {
  auto node = box(ui::Role::Text, width, height);
  node.em = 20;
  node.label = "";
  return node;
}
ui::Node button(const char* id, const ui::Rect& rect) {
  ui::Node node;
  node.id = std::string("page/") + id;
  node.role = ui::Role::Button;
  node.label = id;
  node.target = true;
  node.rect = node.visible = rect;
  return node;
}

TEST(Floors, TypeContrastAndLines) {
  EXPECT_THAT(checks_of({words_node(400, 60)}), IsEmpty());
  auto small = words_node(400, 60), faint = words_node(400, 60), tight = words_node(400, 60);
  small.em = 12;
  faint.ink = {120, 120, 120};
  tight.line = 1.1F;
  EXPECT_THAT(checks_of({small}), ElementsAre("small-type"));
  EXPECT_THAT(checks_of({faint}), ElementsAre("faint"));
  EXPECT_THAT(checks_of({tight}), ElementsAre("tight-lines"));
}

TEST(Floors, TargetsAreLargeApartAndInside) {
  EXPECT_THAT(checks_of({button("a", {0, 0, 100, 60}), button("b", {0, 70, 100, 60})}), IsEmpty());
  EXPECT_THAT(checks_of({button("a", {0, 0, 100, 50})}), ElementsAre("small-target"));
  EXPECT_THAT(checks_of({button("a", {0, 0, 100, 60}), button("b", {0, 64, 100, 60})}), ElementsAre("too-close"));
  EXPECT_THAT(checks_of({button("a", {0, 0, 100, 60}), button("b", {0, 50, 100, 60})}), ElementsAre("overlap"));
  EXPECT_THAT(checks_of({button("a", {1000, 0, 100, 60})}), ElementsAre("off-edge"));
}

TEST(Floors, TheNextStepIsWholeInView) {
  auto next = button("next", {0, 1000, 400, 100}), other = button("other", {0, 1000, 400, 100});
  next.visible.h = other.visible.h = 80;
  EXPECT_THAT(checks_of({next}), ElementsAre("action-hidden"));
  EXPECT_THAT(checks_of({other}), IsEmpty());
  ui::Node question;
  question.id = "page/idle";
  question.role = ui::Role::Dialog;
  question.rect = question.visible = {0, 0, 1080, 1080};
  EXPECT_THAT(checks_of({next, question}), IsEmpty()) << "a question stands above it";
}

TEST(Floors, LinesOfRunningText) {
  std::vector<ui::Rect> drawn;
  for (int i = 0; i < 36; ++i) drawn.push_back({static_cast<float>(i) * 20, 5, 18, 18});
  EXPECT_THAT(checks_of({words_node(800, 30)}, drawn), ElementsAre("long-line"));
  drawn.resize(20);
  drawn.push_back({0, 35, 18, 18});
  EXPECT_THAT(checks_of({words_node(800, 60)}, drawn), ElementsAre("lonely-end"));
  drawn.push_back({20, 35, 18, 18});
  EXPECT_THAT(checks_of({words_node(800, 60)}, drawn), IsEmpty());
  auto cut = words_node(800, 60);
  cut.label = std::string(23, 'x');
  EXPECT_THAT(checks_of({cut}, drawn), ElementsAre("cut-words"));
}

TEST(Floors, AReceiptsNumberStaysOnOneLine) {
  auto number = words_node(800, 60);
  number.label = "NM-A01-\n20261123-0007-C";
  std::vector<ui::Rect> drawn;
  for (int i = 0; i < 24; ++i) drawn.push_back({static_cast<float>(i % 12) * 20, i < 12 ? 5.0F : 35.0F, 18, 18});
  EXPECT_THAT(checks_of({number}, drawn), ElementsAre("torn-number"));
}

// ---- pictures compared ---------------------------------------------------------------------------------------------

platform::Picture grey(int width, int height) {
  return {width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(width * height * 3), 128)};
}

TEST(Difference, IsMoreThanAShadeInMoreThanAFewPixels) {
  const auto before = grey(200, 100);  // two pixels are a ten-thousandth
  auto shade = before, few = before, more = before;
  for (auto& value : shade.rgb) value = 128 + kColourDiffers;
  for (int i = 0; i < 2; ++i) few.rgb[static_cast<std::size_t>(i) * 3] = 255;
  for (int i = 0; i < 3; ++i) more.rgb[static_cast<std::size_t>(i) * 3 + 2] = 255;
  EXPECT_FALSE(difference(before, before));
  EXPECT_FALSE(difference(before, shade));
  EXPECT_FALSE(difference(before, few));
  const auto found = difference(before, more);
  ASSERT_TRUE(found);
  EXPECT_DOUBLE_EQ(found->share, 3.0 / 20'000);
  EXPECT_EQ(found->picture.rgb[0], 208) << "red where it differs";
  EXPECT_EQ(found->picture.rgb[9], 224) << "pale where it does not";
  EXPECT_TRUE(difference(before, grey(100, 200))) << "another size";
}

TEST(Pictures, AreReadAsTheyWereWritten) {
  TempFolder folder;
  auto picture = grey(7, 5);
  picture.rgb[4] = 9;
  ASSERT_TRUE(platform::write_png(disk(), folder / "a.png", picture));
  const auto read = platform::read_png(disk(), folder / "a.png");
  ASSERT_TRUE(read) << worded(read.error());
  EXPECT_EQ(read->rgb, picture.rgb);
  folder.write("b.png", "no picture");
  EXPECT_FALSE(platform::read_png(disk(), folder / "b.png"));
}

// ---- the page ------------------------------------------------------------------------------------------------------

Gallery small_gallery() {
  Gallery gallery{.states = {{"home", "首页 <大>"}, {"form", "申请"}}, .looks = {looks()[0], looks()[1]}};
  gallery.shown[{"home", looks()[0].name}] = {.file = "portrait/home.png", .findings = {{Check::SmallTarget, "继续 40.0 < 60"}}};
  return gallery;
}

TEST(IndexPage, HasARowForEachStateShownAndWhatWasFound) {
  const auto page = index_page(small_gallery());
  EXPECT_THAT(page, HasSubstr("首页 &lt;大&gt;"));
  EXPECT_THAT(page, HasSubstr("href=\"portrait/home.png\""));
  EXPECT_THAT(page, HasSubstr("按钮太小：继续 40.0 &lt; 60"));
  EXPECT_THAT(page, ::testing::Not(HasSubstr("申请"))) << "nothing of it is shown";
  EXPECT_THAT(page, ::testing::Not(HasSubstr("<script")));
}

TEST(IndexPage, StatesTheThresholdWhereItComparesAndWhatIsGone) {
  auto gallery = small_gallery();
  gallery.against = "old";
  gallery.gone = {"portrait/search.png"};
  gallery.missed = {{"40-apply", {1080, 1920}, "第 3 行"}};
  auto& shown = gallery.shown.begin()->second;
  shown.before = "before/portrait/home.png";
  shown.changes = "changes/portrait/home.png";
  shown.share = 0.5;
  const auto page = index_page(gallery);
  for (const char* wanted : {"16 以上", "超过 0.01%", "portrait/search.png", "40-apply 1080x1920 第 3 行",
                             "before/portrait/home.png", "changes/portrait/home.png", "变了 50.00%"})
    EXPECT_THAT(page, HasSubstr(wanted));
}

}  // namespace
}  // namespace mingting::gallery
