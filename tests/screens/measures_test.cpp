// Every screen in every size, theme and orientation: type, targets, gaps and contrast read from the semantic tree, and the
// tree itself held against what Dear ImGui drew.
#include <cmath>
#include <gtest/gtest.h>

#include "base/said/words.hpp"
#include "journeys/published.hpp"
#include "main/kiosk/journey.hpp"
#include "main/kiosk/kiosk.hpp"
#include "ui/tree/hooks.hpp"

namespace mingting {
namespace {

constexpr double kTolerance = 0.6;  // pixels lost to rounding

/// Lines that lead from the attract page through every screen; after each "check" the page is measured.
const std::vector<std::pair<std::string, std::string>> kWay{
    {"home", "expect 您想做什么？"},
    {"search, keyboard open", "tap 搜索"},
    {"candidates", "keys zhengwu"},
    {"results", "tap 删除 in 键盘\ntype 搜索 政务公开\npress Enter"},
    {"nothing found", "type 搜索 火星移民"},
    {"column", "tap 首页\ntap 全部内容\ntap 2021年工作要点"},
    {"filters", "tap 按期限"},
    {"explainer", "tap 首页\ntap 政策解读"},
    {"details", "tap 关于这份内容"},
    {"fact card", "tap 首页\ntap 全部内容\ntap 明白卡"},
    {"questions", "tap 首页\ntap 全部内容\ntap 常见问题"},
    {"an answer in place", "tap 要交钱吗"},
    {"help", "tap 帮助"},
    {"form", "tap 知道了\ntap 首页\ntap 提申请"},
    {"help at the form", "tap 写字、看屏幕"},
    {"form, keyboard open", "tap 您想要什么信息"},
    {"complaints", "tap 完成 in 键盘\ntap 下一步"},
    {"advice", "type 您想要什么信息 改造方案的全部投诉"},
    {"choices", "tap 下一步"},
    {"person", "tap 个人\ntap 下一步"},
    {"figures keyboard", "type 申请人的姓名 张三\ntap 下一步\ntap 居民身份证\ntap 证件号码"},
    {"ways to say something", "tap 首页\ntap 意见征集"},
    {"draft", "tap 示例路"},
    {"comment on a draft", "tap 对这份草案提意见"},
    {"draft that is closed", "tap 首页\ntap 意见征集\ntap 社区阅览室"},
    {"letter", "tap 首页\ntap 意见征集\ntap 区长信箱"},
    {"rating", "tap 首页\ntap 意见征集\ntap 意见反馈"},
    {"review", "tap 满意\ntap 下一步\ntap 下一步"},
    {"question of the end", "tap 结束"},
    {"receipt", "tap 继续使用\ntap 提交\nexpect 谢谢您"},
    {"how it stands, keyboard open", "tap 首页\ntap 查进度"},
    {"not found", "type 编号 NM-K01-20261103-0001-9 BCDE-3457\npress Enter\nexpect BCDE-3457"},
    {"how it stands: something to do",
     "wait 1\ntap 首页\ntap 查进度\ntype 编号 NM-K01-20261103-0001-9 BCDE-3456\npress Enter\nexpect 2026"},
    {"how it stands: the way on", "scroll"},
    {"settings", "tap 首页\ntap 大小"},
    {"idle question", "wait 91"},
    {"attract", "wait 31"},
};

struct Look {
  const char* name;
  const char* settings;  ///< taps on the settings page
  bool landscape;
  double least_em, least_contrast;
};

const Look kLooks[] = {
    {"standard", "", false, 18, 10},
    {"standard_landscape", "", true, 18, 10},
    {"large", "tap 大 in 字的大小", false, 18 * 1.3, 10},
    {"extra_large", "tap 特大", false, 30, 10},
    {"extra_large_landscape", "tap 特大", true, 30, 10},
    {"high_contrast", "tap 高对比", false, 18, 20},
    {"high_contrast_extra_large", "tap 高对比\ntap 特大", false, 30, 20},
    {"low_reach", "tap 低位", false, 18, 10},
    {"english", "tap English", false, 18, 10},
};

class Screens : public ::testing::TestWithParam<Look> {
 protected:
  void SetUp() override {
    Published::get().install(state_.path());
    KioskOptions options{.state = state_.path(), .assets = Path(MINGTING_SOURCE) / "assets", .fonts = Path(MINGTING_SOURCE) / "fonts", .pinyin = Path(MINGTING_BUILD) / "pinyin", .receipts = state_ / "receipts", .motion = false};
    options.display.headless = options.display.on_demand = true;
    options.display.size = GetParam().landscape ? platform::Size{1920, 1080} : platform::Size{1080, 1920};
    options.display.icons = options.assets / "icons";
    auto kiosk = Kiosk::open(disk(), clock_, random_, options);
    ASSERT_TRUE(kiosk) << worded(kiosk.error());
    kiosk_ = std::move(*kiosk);
    std::filesystem::create_directories(out());
  }

  Path out() const { return Path(MINGTING_BUILD) / "screens" / GetParam().name; }

  void go(const std::string& lines) {
    auto parsed = parse_journey(lines);
    ASSERT_TRUE(parsed) << worded(parsed.error());
    auto played = play(*kiosk_, clock_, disk(), *parsed, out());
    ASSERT_TRUE(played) << worded(played.error());
  }

  void measure(const std::string& screen) {
    SCOPED_TRACE(screen);
    ui::hooks::watch(true);
    kiosk_->tick();
    const auto holes = ui::hooks::holes(kiosk_->tree());
    ui::hooks::watch(false);
    EXPECT_TRUE(holes.empty()) << "drawn without a node: " << ::testing::PrintToString(holes);
    EXPECT_FALSE(kiosk_->tree().nodes().empty());
    for (const auto& node : kiosk_->tree().nodes()) {
      type_is_legible(node);
      target_is_large(node);
      stays_inside(node);
    }
    targets_stand_apart();
  }

  void type_is_legible(const ui::Node& node) {
    if (node.em <= 0 || node.visible.h < 1) return;
    EXPECT_GE(node.em + kTolerance, look_.least_em) << "small type: " << node.label;
    EXPECT_TRUE(node.role == ui::Role::Key || node.line >= 1.3F - 0.01F) << "tight lines: " << node.label;  // a key has one line
    const double least = node.enabled ? look_.least_contrast : 3;  // what cannot be tapped now is quieter on purpose
    EXPECT_GE(ui::contrast(node.ink, node.paper), least) << "faint: " << node.label;
  }

  void target_is_large(const ui::Node& node) {
    if (!node.target || node.role == ui::Role::Link) return;  // a word in a running text cannot be larger than its line
    EXPECT_GE(node.rect.h + kTolerance, 60) << "low target: " << node.label;
    EXPECT_GE(node.rect.w + kTolerance, 60) << "narrow target: " << node.label;
  }

  void stays_inside(const ui::Node& node) {
    const auto size = kiosk_->display().size();
    if (node.visible.w < 1 || node.visible.h < 1) return;
    EXPECT_GE(node.rect.x, -kTolerance) << "off the left edge: " << node.label;
    EXPECT_LE(node.rect.x + node.rect.w, size.width + kTolerance) << "off the right edge: " << node.label;
  }

  /// Targets never overlap, and neighbours leave 2.5 mm (10 dp), but for rows of a list and keys of a keyboard, which share
  /// hairlines or are parts of one instrument.
  void targets_stand_apart() {
    std::vector<const ui::Node*> targets;
    for (const auto& node : kiosk_->tree().nodes()) {
      if (node.target && node.enabled && node.visible.w >= 1 && node.visible.h >= 1 && node.role != ui::Role::Link) targets.push_back(&node);
    }
    for (std::size_t i = 0; i < targets.size(); ++i) {
      for (std::size_t j = i + 1; j < targets.size(); ++j) stand_apart(*targets[i], *targets[j]);
    }
  }

  static void stand_apart(const ui::Node& a, const ui::Node& b) {
    const float dx = std::max(a.visible.x, b.visible.x) - std::min(a.visible.x + a.visible.w, b.visible.x + b.visible.w);
    const float dy = std::max(a.visible.y, b.visible.y) - std::min(a.visible.y + a.visible.h, b.visible.y + b.visible.h);
    EXPECT_GE(std::max(dx, dy), -kTolerance) << "overlap: " << a.label << " and " << b.label;
    const auto close_by_nature = [](const ui::Node& node) {
      return node.role == ui::Role::Row || node.role == ui::Role::Key || node.role == ui::Role::Candidate || node.role == ui::Role::Rating;
    };
    if (close_by_nature(a) || close_by_nature(b)) return;
    EXPECT_GE(std::max(dx, dy) + kTolerance, 10) << "too close: " << a.label << " and " << b.label;
  }

  Look look_ = kLooks[0];
  ManualClock clock_{*parse_local_time("2026-11-23T09:00")};
  SystemRandom random_;
  TempFolder state_;
  std::unique_ptr<Kiosk> kiosk_;
};

/// The way in English: labels as the visitor sees them then.
std::string in_english(std::string lines) {
  static const std::vector<std::pair<std::string, std::string>> kEnglish{
      {"您想做什么？", "What would you like to do?"},
      {"搜索", "Search"},
      {"首页", "Home"},
      {"全部内容", "\"All content\""},
      {"2021年工作要点", "\"2021 Work Plan\""},
      {"政策解读", "Explained"},
      {"明白卡", "\"Fact Cards\""},
      {"常见问题", "\"Common Questions\""},
      {"关于这份内容", "\"About this page\""},
      {"知道了", "\"I see\""},
      {"帮助", "Help"},
      {"提申请", "Apply"},
      {"键盘", "Keyboard"},
      {"您想要什么信息", "\"What information do you want?\""},
      {"完成", "Done"},
      {"删除", "Delete"},
      {"下一步", "Next"},
      {"个人", "\"A person\""},
      {"申请人的姓名", "\"The applicant's name\""},
      {"居民身份证", "\"Resident identity card\""},
      {"证件号码", "\"ID number\""},
      {"对这份草案提意见", "\"Comment on this draft\""},
      {"写字、看屏幕", "\"Trouble writing\""},
      {"意见反馈", "Feedback"},
      {"区长信箱", "\"Letter to the District\""},
      {"意见征集", "\"Your say\""},
      {"继续使用", "Stay"},
      {"满意", "Good"},
      {"结束", "Finish"},
      {"提交", "Submit"},
      {"谢谢您", "\"Thank you\""},
      {"查进度", "Status"},
      {"编号", "Number"},
      {"大小", "Display"},
      {"按期限", "Deadline"}};
  for (const auto& [chinese, english] : kEnglish) lines = replace_all(lines, chinese, english);
  return replace_all(lines, "keys zhengwu", "keys open");
}

TEST_P(Screens, AreLegibleReachableAndComplete) {
  const bool english = std::string_view(GetParam().name) == "english";
  measure("attract");
  look_ = GetParam();
  go("tap 开始使用");
  if (*GetParam().settings != '\0') go(std::string("tap 大小\n") + GetParam().settings + (english ? "\ntap Home" : "\ntap 首页"));
  for (const auto& [screen, lines] : kWay) {
    if (GetParam().landscape && (screen == "details" || screen == "help at the form"))
      continue;  // nothing is folded there
    go(english ? in_english(lines) : lines);
    if (HasFatalFailure()) return;
    if (!kiosk_->model().visit) look_ = kLooks[0];  // the visit is over: everything is as it was
    measure(screen);
    go("shot \"" + screen + "\"");
  }
}

INSTANTIATE_TEST_SUITE_P(All, Screens, ::testing::ValuesIn(kLooks), [](const auto& instance) { return std::string(instance.param.name); });

}  // namespace
}  // namespace mingting
