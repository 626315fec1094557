// Which question it answers: how does a case stand, asked for by the number and code of its receipt.
#include <algorithm>
#include <cctype>

#include "app/features.hpp"

namespace mingting::app {
namespace {

constexpr std::size_t kShortest = 16;  // letters and figures of the shortest number: N K1 20261123 0001 C, and one to spare
constexpr int kMostMisses = 7;         // further ones wait no longer, and are forgiven no later

std::vector<std::string> tokens(std::string_view text) {
  auto parts = split(fold_width(text), ' ');
  std::erase(parts, "");
  return parts;
}

/// The number at the end of a word: a second receipt may have been scanned behind what a field held already.
std::optional<ReceiptNumber> number_in(const std::string& word, const std::string& prefix) {
  if (const auto at = word.rfind(prefix + "-"); !prefix.empty() && at != std::string::npos) {
    if (auto number = parse_receipt_number(std::string_view(word).substr(at))) return number;
  }
  return parse_receipt_number(word);
}

/// A scanner types what the receipt's QR says: "NUMBER CODE", into whichever field has the focus.
std::optional<std::pair<ReceiptNumber, QueryCode>> scanned(std::string_view text, const std::string& prefix) {
  const auto words = tokens(text);
  if (words.size() < 2) return std::nullopt;
  const auto number = number_in(words[words.size() - 2], prefix);
  const auto code = parse_query_code(words.back());
  if (!number || !code) return std::nullopt;
  return std::pair(*number, *code);
}

std::string number_complaint(std::string_view typed) {
  const auto text = fold_width(typed);
  const auto figures = std::count_if(text.begin(), text.end(), [](unsigned char c) { return std::isalnum(c) != 0; });
  if (figures == 0) return "number-empty";
  return static_cast<std::size_t>(figures) < kShortest ? "number-short" : "number-wrong";
}

/// As it is printed, or why it cannot be one. An empty field is complained about only when it is asked with.
void check_number(ProgressPage& page, bool asking) {
  const auto parsed = parse_receipt_number(page.number);
  if (parsed) page.number = parsed->text;
  page.number_error = parsed || (!asking && trimmed(page.number).empty()) ? "" : number_complaint(page.number);
}

void check_code(ProgressPage& page, bool asking) {
  const auto parsed = parse_query_code(page.code);
  const bool empty = trimmed(page.code).empty();
  if (parsed) page.code = parsed->text;
  page.code_error = parsed || (!asking && empty) ? "" : empty ? "code-empty" : "code-wrong";
}

void count_miss(Model& model) {
  auto& look_ups = model.look_ups;
  const auto forgiven = std::max<std::int64_t>(0, (model.now - look_ups.last_miss) / kForgiveMiss);
  const auto held = std::max<std::int64_t>(0, look_ups.misses - forgiven);
  look_ups.misses = static_cast<int>(std::min<std::int64_t>(kMostMisses, held + 1));
  look_ups.last_miss = model.now;
}

}  // namespace

void progress_typed(Step& step) {
  auto* page = top<ProgressPage>(step);
  auto& typing = *step.model.visit->typing;
  page->not_found = false;
  page->looking = Loading::Idle;
  page->asked = 0;  // an answer still under way is for another number
  (typing.field == kNumberField ? page->number_error : page->code_error).clear();
  const auto both = scanned(typing.edit.text, step.model.hall ? step.model.hall->site.receipt_prefix : "");
  if (!both) return;
  page->number = both->first.text;
  page->code = both->second.text;
  page->number_error.clear();
  page->code_error.clear();
  typing.field = kCodeField;
  typing.edit = {page->code, count_code_points(page->code)};
}

void progress_field_left(Step& step, const std::string& field) {
  auto* page = top<ProgressPage>(step);
  if (page == nullptr) return;
  if (field == kNumberField) check_number(*page, false);
  if (field == kCodeField) check_code(*page, false);
}

void on(Step& step, const msg::OpenProgress&) {
  if (!step.model.visit || sending(step.model)) return;
  if (top<ProgressPage>(step) == nullptr) push_page(step, ProgressPage{});
  if (step.model.hall && step.model.hall->status_as_of) on(step, msg::FocusField{std::string(kNumberField), SIZE_MAX});
}

void on(Step& step, const msg::LookUp&) {
  auto* page = top<ProgressPage>(step);
  if (page == nullptr) return;
  leave_typing(step);
  check_number(*page, true);
  check_code(*page, true);
  if (!page->number_error.empty() || !page->code_error.empty()) {
    step.model.visit->reveal = page->number_error.empty() ? kCodeField : kNumberField;
    return;
  }
  if (look_up_wait(step.model) > 0 || step.model.look_ups.asked != 0) return;
  page->not_found = false;
  page->looking = Loading::Running;
  page->asked = step.model.look_ups.asked = ++step.model.generation;
  step.want(effect::LookUpStatus{page->asked, *parse_receipt_number(page->number), *parse_query_code(page->code)});
}

void on(Step& step, const msg::AskAnother&) {
  if (top<StatusPage>(step) == nullptr) return;
  on(step, msg::GoBack{});
  if (auto* page = top<ProgressPage>(step)) *page = {};
  on(step, msg::OpenProgress{});
}

void on(Step& step, const msg::StatusFound& found) {
  if (found.asked == 0 || found.asked != step.model.look_ups.asked) return;
  step.model.look_ups.asked = 0;
  if (!found.status && !found.failed) count_miss(step.model);
  auto* page = top<ProgressPage>(step);
  if (page == nullptr || page->asked != found.asked) return;
  page->looking = found.failed ? Loading::Failed : Loading::Idle;
  page->not_found = !found.status && !found.failed;
  if (found.status) push_page(step, StatusPage{found.status});
}

}  // namespace mingting::app
