// Which question it answers: when does a visit begin and end, and what survives it (nothing).
#include <algorithm>

#include "app/features.hpp"

namespace mingting::app {
namespace {

constexpr std::size_t kDeepest = 24;  // pages one can go back through; the oldest are dropped first

void end_visit(Step& step) {
  if (const auto& uses = step.model.visit->uses; !uses.empty()) step.want(effect::CountUses{uses});
  step.model.visit.reset();
  if (!step.model.trouble.empty()) step.model.hall.reset();
  step.model.asking = Asking::Nothing;
  step.model.attract_since = step.model.now;
  step.want(effect::Forget{});
}

bool receipts_in_hand(const Model& model) {
  const auto& receipts = model.visit->receipts;
  return std::all_of(receipts.begin(), receipts.end(), [](const auto& each) { return each.printing == Printing::Done; });
}

void ask(Step& step, Asking question) {
  step.model.asking = question;
  step.model.asked_at = step.model.now;
}

}  // namespace

bool sending(const Model& model) {
  if (!model.visit) return false;
  if (const auto* claim = std::get_if<ClaimPage>(&top_page(model))) return claim->looking;
  const auto* page = std::get_if<FormPage>(&top_page(model));
  return page != nullptr && page->stage == FormStage::Sending;
}

void push_page(Step& step, Page page) {
  if (!step.model.visit || sending(step.model)) return;
  leave_typing(step);
  auto& visit = *step.model.visit;
  visit.address.reset();
  visit.pages.push_back(std::move(page));
  visit.reveal.clear();
  if (visit.pages.size() > kDeepest) visit.pages.erase(visit.pages.begin() + 1);
  load_page(step, visit.pages.back());
}

void on(Step& step, const msg::Tick& tick) {
  auto& model = step.model;
  claim_time_passed(step, tick.now - model.now);
  model.now = tick.now;
  for (auto* since : {&model.asked_at, &model.attract_since, &model.look_ups.last_miss}) *since = std::min(*since, model.now);  // the clock was set back
  if (!model.visit) return;
  model.visit->last_touch = std::min(model.visit->last_touch, model.now);
  if (sending(model)) return;
  if (model.asking == Asking::StillThere) {
    if (countdown(model) == 0) end_visit(step);
  } else if (model.now >= idle_question_at(model)) {
    ask(step, Asking::StillThere);
  }
}

void on(Step& step, const msg::Touched& touched) {
  claim_time_passed(step, touched.now - step.model.now);
  step.model.now = touched.now;
  if (step.model.visit && step.model.asking != Asking::StillThere) step.model.visit->last_touch = touched.now;
}

void on(Step& step, const msg::StartVisit&) {
  if (step.model.visit || !step.model.hall) return;
  step.model.visit = Visit{};
  step.model.visit->last_touch = step.model.now;
  step.model.visit->number = ++step.model.generation;
}

void on(Step& step, const msg::GoHome&) {
  if (!step.model.visit || sending(step.model)) return;
  leave_typing(step);
  step.model.visit->address.reset();
  step.model.visit->pages.assign(1, HomePage{});
}

void on(Step& step, const msg::GoBack&) {
  if (!step.model.visit || sending(step.model)) return;
  if (step.model.asking != Asking::Nothing) return on(step, msg::StayHere{});
  if (step.model.visit->address) return on(step, msg::CloseAddress{});
  leave_typing(step);
  if (top<ReceiptPage>(step) != nullptr) return on(step, msg::GoHome{});
  auto& pages = step.model.visit->pages;
  if (step_back(step) || question_back(step) || pages.size() == 1) return;
  pages.pop_back();
  step.model.visit->reveal.clear();
}

void on(Step& step, const msg::AskToEnd&) {
  if (!step.model.visit || sending(step.model)) return;
  leave_typing(step);
  if (has_typed(step.model) || !receipts_in_hand(step.model)) ask(step, Asking::EndVisit);
  else end_visit(step);
}

void on(Step& step, const msg::AskForHelp&) {
  if (step.model.visit && step.model.asking == Asking::Nothing && !sending(step.model))
    ask(step, Asking::Help);
}

void on(Step& step, const msg::EndVisit&) {
  if (step.model.visit && !sending(step.model)) end_visit(step);
}

void on(Step& step, const msg::StayHere&) {
  step.model.asking = Asking::Nothing;
  if (step.model.visit) step.model.visit->last_touch = step.model.now;
}

void on(Step& step, const msg::OpenSettings&) {
  if (top<SettingsPage>(step) == nullptr) push_page(step, SettingsPage{});
}

void on(Step& step, const msg::SetSettings& wanted) {
  if (step.model.visit) step.model.visit->settings = wanted.settings;
}

void on(Step& step, const msg::HallLoaded& loaded) {
  step.model.trouble = loaded.trouble;
  if (loaded.hall) step.model.hall = loaded.hall;
  else if (!step.model.visit) step.model.hall.reset();
  if (!loaded.hall || !step.model.visit) return;
  for (auto& page : step.model.visit->pages) load_page(step, page);
}

void on(Step& step, const msg::DevicesKnown& known) {
  step.model.printer_set = known.printer_set;
  step.model.accepts_submissions = known.accepts_submissions;
}

}  // namespace mingting::app
