// Which question it answers: how does somebody get number and code whose receipt was never shown, since the
// machine stopped.
#include "domain/form/claim.hpp"
#include "app/features.hpp"

namespace mingting::app {
namespace {

/// More than the clock is looked at: what goes beyond is a leap of the clock.
constexpr std::chrono::minutes kLongestWait{2};

void take(Step& step, ClaimPage& page, const std::string& number) {
  page.looking = true;
  page.error.clear();
  page.failure.clear();
  step.want(effect::ClaimKept{number});
}

ReceiptPage receipt_of(const Model& model, const msg::Accepted& accepted, const std::string& form_id) {
  const auto* form = find_form(model, form_id);
  ReceiptPage page;
  page.receipt = make_receipt(model, form == nullptr ? Form{} : *form, {}, accepted);
  page.renewed = true;
  page.opinion = form != nullptr && is_opinion(*form);
  return page;
}

}  // namespace

void on(Step& step, const msg::KeptKnown& known) {
  step.model.kept.reset();
  if (!known.kept.empty()) step.model.kept = known.kept;
}

void claim_time_passed(Step& step, Milliseconds passed) {
  auto& kept = step.model.kept;
  if (!kept || passed <= Milliseconds(0) || sending(step.model)) return;
  if (passed <= kLongestWait) kept->left -= passed;
  if (kept->left > Milliseconds(0)) return;
  kept.reset();
  step.want(effect::EndClaims{});
}

void on(Step& step, const msg::OpenClaim&) {
  if (!step.model.visit || !step.model.kept || sending(step.model)) return;
  if (top<ClaimPage>(step) == nullptr) push_page(step, ClaimPage{});
  if (step.model.kept->numbered > 0) on(step, msg::FocusField{std::string(kClaimField), SIZE_MAX});
}

void claim_typed(Step& step) {
  auto* page = top<ClaimPage>(step);
  page->error.clear();
  page->failure.clear();
}

void on(Step& step, const msg::TakeNumbered&) {
  leave_typing(step);
  auto* page = top<ClaimPage>(step);
  if (page == nullptr || page->looking || !step.model.kept || step.model.kept->numbered == 0) return;
  if (!claim_number(page->number).empty()) return take(step, *page, page->number);
  page->error = "number-short";
  step.model.visit->reveal = kClaimField;
}

void on(Step& step, const msg::TakeNameless&) {
  leave_typing(step);
  auto* page = top<ClaimPage>(step);
  if (page == nullptr || page->looking || !step.model.kept || step.model.kept->nameless == 0) return;
  take(step, *page, "");
}

void on(Step& step, const msg::ClaimAnswered& answered) {
  if (step.model.kept) {
    const auto left = step.model.kept->left;
    on(step, msg::KeptKnown{answered.left});
    if (step.model.kept) step.model.kept->left = left;
  }
  auto* page = top<ClaimPage>(step);
  if (page == nullptr) return;
  page->looking = false;
  page->failure = answered.failed;
  if (answered.given.empty()) {
    if (answered.failed.empty()) page->error = "number-wrong";
    return;
  }
  std::vector<ReceiptPage> receipts;
  for (const auto& [accepted, form] : answered.given)
    receipts.push_back(receipt_of(step.model, accepted, form));
  hand_out(step, std::move(receipts));
}

}  // namespace mingting::app
