// On the slip number and code are what the paper is for: nothing on it is set larger.
#include <gtest/gtest.h>

#include "base/said/words.hpp"
#include "paper/pages/receipt_layout.hpp"
#include "paper/paper_fixture.hpp"

namespace mingting {
namespace {

bool is_number(const TextRun& run) { return run.text.find(U"-0007-") != std::u32string::npos; }
bool is_code(const TextRun& run) { return run.text.find(U"7K3F") != std::u32string::npos; }

TEST(ReceiptSlip, NothingIsLargerThanTheNumberButTheCode) {
  for (const Receipt& receipt : {chinese_receipt(), english_receipt(), long_receipt(), bare_receipt()}) {
    const auto words = receipt.english ? english_words() : chinese_words();
    const auto text = receipt_text(shared_faces(), receipt, words);
    ASSERT_TRUE(text) << worded(text.error());
    double number = 0, code = 0, beside = 0;
    for (const auto& sheet : receipt_on_slip(shared_faces(), *text)) {
      for (const auto& run : sheet.runs) {
        if (is_number(run)) number = run.size;
        else if (is_code(run)) code = run.size;
        else beside = std::max(beside, run.size);
      }
    }
    EXPECT_GT(number, beside) << receipt.number.text;
    EXPECT_GT(code, number);
  }
}

TEST(ReceiptSlip, APromiseSaysHowItWasCounted) {
  Receipt receipt = chinese_receipt();
  receipt.promised = true;
  receipt.counted = {remark("收到当天不算，从第二天数起，数满5个工作日。")};
  const auto words = chinese_words();
  const auto text = receipt_text(shared_faces(), receipt, words);
  ASSERT_TRUE(text) << worded(text.error());
  const auto facts = text->facts();
  const auto promise = std::find_if(facts.begin(), facts.end(), [&](const Row& row) { return row.label == words.at("promised"); });
  ASSERT_NE(promise, facts.end());
  EXPECT_NE(promise->note.find("数满5个工作日"), std::string::npos);
}

}  // namespace
}  // namespace mingting
