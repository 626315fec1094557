// The machine stops on the way from the store to the receipt: at every step of it the person can have number
// and code afterwards.
#include <gtest/gtest.h>

#include "app/visitor.hpp"
#include "base/text/encoding.hpp"
#include "faults/kiosk_at_work.hpp"

namespace mingting {
namespace {

/// The brain and a real store, effect by effect. A copy of the store at any moment is what a kill then would
/// have left.
class StepByStep {
 public:
  StepByStep() {
    visitor_.fill_in();
    visitor_.send(msg::NextStep{});
    intake_.emplace(open(folder_ / "intake"));
  }

  /// Hands in and goes on to the receipt, with a look at what a kill would leave before and after every step.
  void hand_in() {
    auto wanted = visitor_.send(msg::Submit{});
    while (!wanted.empty()) {
      look();
      const auto effect = wanted.front();
      wanted.erase(wanted.begin());
      const auto answer = perform(effect);
      look();
      if (!answer) continue;
      for (auto& more : visitor_.send(*answer)) wanted.push_back(more);
    }
    look();
    ASSERT_TRUE(visitor_.on<ReceiptPage>());
  }
  void end_visit() {
    visitor_.send(msg::EndVisit{});
    ASSERT_NE(visitor_.effect<effect::Forget>(), nullptr);
    ASSERT_TRUE(intake_->handed_over());
    look();
  }

  int looks() const { return looks_; }
  int found() const { return found_; }
  std::uint64_t left() const { return left_; }

 private:
  Intake open(const Path& folder) {
    auto intake = Intake::open(disk(), random_, clock_,
                               {.folder = folder, .kiosk_name = "K01", .receipt_prefix = "NM"});
    EXPECT_TRUE(intake) << worded(intake.error());
    return std::move(*intake);
  }

  std::optional<Msg> perform(const Effect& effect) {
    const auto* submit = std::get_if<effect::SubmitForm>(&effect);
    if (submit == nullptr) return std::nullopt;
    const auto accepted =
        intake_->submit(submit->submission, to_base64(std::string(32, '\x09')), submit->claim);
    EXPECT_TRUE(accepted) << worded(accepted.error());
    return msg::Accepted{accepted->number, accepted->code, accepted->received, accepted->clock_doubtful};
  }

  void look() {
    const Path copy = folder_ / ("killed-" + std::to_string(++looks_));
    std::filesystem::copy(folder_ / "intake", copy, std::filesystem::copy_options::recursive);
    auto left = open(copy);
    left_ = left.stored();
    const auto kept = left.kept();
    const auto claimed = left.claim("138-0013-8000", to_base64(std::string(32, '\x09')));
    ASSERT_TRUE(claimed) << worded(claimed.error());
    EXPECT_EQ(static_cast<int>(claimed->size()), kept.numbered);
    found_ = static_cast<int>(claimed->size());
    EXPECT_TRUE(!visitor_.model.visit || claimed->size() == left_)
        << "what is stored while the visit lasts can be claimed";
  }

  TempFolder folder_;
  SystemRandom random_;
  ManualClock clock_{kMorning};
  Visitor visitor_;
  std::optional<Intake> intake_;
  int looks_ = 0, found_ = 0;
  std::uint64_t left_ = 0;
};

TEST(KeptSubmissions, CanBeClaimedWhateverStepTheMachineStoppedAt) {
  StepByStep steps;
  steps.hand_in();
  EXPECT_GT(steps.looks(), 3);
  EXPECT_EQ(steps.found(), 1);
  steps.end_visit();
  EXPECT_EQ(steps.found(), 0) << "the receipt was seen";
  EXPECT_EQ(steps.left(), 1U);
}

class AfterACrash : public KioskAtWork {
 protected:
  /// The program ends with the receipt on screen, as when it is killed, and starts again.
  void crash_and_start(const std::string& visit) {
    install_first();
    ASSERT_TRUE(open());
    ASSERT_TRUE(play(visit));
    kiosk_.reset();
    clock_.advance(Milliseconds{60'000});
    ASSERT_TRUE(open());
  }
  void expect_played(const std::string& text) {
    const auto played = play(text);
    EXPECT_TRUE(played) << worded(played.error());
  }
};

TEST_F(AfterACrash, ThePersonGetsNumberAndANewCodeByTheTelephoneNumber) {
  crash_and_start(kApplication);
  expect_played(
      "expect 刚才有一份材料已经收好\nexpect not 欧阳\nexpect not 信息公开\ntap 开始使用\nexpect "
      "刚才有一份材料已经收好\n"
      "tap 领取编号和查询码\ntype 电话号码或证件号码 13900139000\ntap 领取\nexpect 和收好的不一致\nexpect "
      "还可以输错 4 次\n");
  expect_played(
      "tap 电话号码或证件号码\npress Backspace\npress Backspace\npress Backspace\npress Backspace\npress "
      "Backspace\n"
      "press Backspace\npress Backspace\npress Backspace\npress Backspace\npress Backspace\npress Backspace\n"
      "type 电话号码或证件号码 138 0013 8000\ntap 领取\nexpect 已经收到\nexpect 这是新的查询码\nexpect "
      "-20261123-0001-\n"
      "expect 最迟答复\ntap 完成，结束使用\ntap 记下了，结束\nexpect not 刚才有一份\n");
}

TEST_F(AfterACrash, HowOftenOneMayBeWrongStandsAboveTheKeyboard) {
  crash_and_start(kApplication);
  expect_played("tap 开始使用\ntap 大小\ntap 特大\ntap 好了\ntap 领取编号和查询码\nexpect 还可以输错 5 次\n");
  const auto& tree = kiosk_->tree();
  const auto field = tree.find("电话号码或证件号码"), keys = tree.find("键盘");
  ASSERT_TRUE(field && keys) << tree.describe();
  const auto& box = tree.nodes()[*field];
  EXPECT_NE(box.note.find("还可以输错 5 次"), std::string::npos) << box.note;
  const float two_lines = 2 * box.em * box.line;
  EXPECT_LE(box.rect.y + box.rect.h + two_lines, tree.nodes()[*keys].rect.y);
}

TEST_F(AfterACrash, WhoLeftNoNameIsAskedForNoNumber) {
  crash_and_start("tap 开始使用\ntap 意见征集\ntap 意见反馈\ntap 满意\ntap 下一步\ntap 下一步\ntap 提交\n");
  expect_played("expect 刚才有一份材料已经收好\ntap 开始使用\ntap 领取编号和查询码\nexpect not 整个电话号码\ntap 领取没有署名的\nexpect 已经收到\n");
}

TEST_F(AfterACrash, TheOfferEndsAfterTenMinutes) {
  crash_and_start(kApplication);
  pass(std::chrono::minutes{9});
  expect_played("expect 刚才有一份材料已经收好\n");
  pass(std::chrono::minutes{2});
  expect_played("expect not 刚才有一份\n");
  kiosk_.reset();
  ASSERT_TRUE(open());
  expect_played("expect not 刚才有一份\n");
}

TEST_F(AfterACrash, AVisitThatEndedWellLeavesNothingToClaim) {
  crash_and_start(kApplication + "tap 完成，结束使用\ntap 记下了，结束\n");
  expect_played("expect not 刚才有一份\n");
}

}  // namespace
}  // namespace mingting
