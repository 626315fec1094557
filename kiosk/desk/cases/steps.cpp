// Every step of an application at the desk. The law judges (domain/case/clock.hpp); here it is asked, and recorded with its
// paper.
#include "desk/cases/steps.hpp"

#include <algorithm>

#include "base/names.hpp"
#include "base/text/text.hpp"
#include "desk/agency/form_reader.hpp"
#include "desk/cases/step_taking.hpp"
#include "desk/entries/answers.hpp"
#include "desk/entries/finding.hpp"
#include "desk/papers/places.hpp"

namespace mingting {
namespace {

constexpr Refusal kReceiptGiven{"step-refused.receipt-given"};  ///< the day of the receipt
constexpr Refusal kNobodyAsked{"step-refused.nobody-asked"};
constexpr Refusal kPartyNotAsked{"step-refused.party-not-asked"};  ///< who
constexpr Refusal kWhichParty{"step-refused.which-party"};         ///< those asked
constexpr Refusal kDisclosedAlone{"step-refused.disclosed-alone", citation::kArticle32};
constexpr Refusal kNobodyObjects{"step-refused.nobody-objects", citation::kArticle32};
constexpr Refusal kDisclosedUnsaid{"step-refused.disclosed-unsaid", citation::kArticle32};
constexpr Refusal kReviewOnlineUnsaid{"step-refused.review-online-unsaid", citation::kReview22};
constexpr Refusal kQuestionUnsaid{"step-refused.question-unsaid"};
constexpr Refusal kReasonsUnsaid{"step-refused.reasons-unsaid"};
constexpr Refusal kWithdrawalUnsaid{"step-refused.withdrawal-unsaid"};
constexpr Refusal kObjectionUnreasoned{"step-refused.objection-unreasoned", citation::kArticle32};  ///< who
constexpr Refusal kReasonsAfterAll{"step-refused.reasons-after-all"};
constexpr Refusal kReplyOnItsWay{"step-refused.reply-on-its-way"};  ///< the day of the reply

/// Finds the case and takes a step that needs nothing but itself.
Result<StepTaken> simple_step(const DeskWork& work, std::string_view id, StepWhat what,
                              std::optional<PaperOrder> paper = std::nullopt) {
  const auto entry = find_entry(work, id);
  if (!entry) return fail(entry.error());
  return take_step(work, *entry, {std::move(what), std::move(paper)});
}

PaperOrder receipt_order() { return {DocumentKind::RegistrationReceipt, {}, ""}; }

/// The receipt of a case whose day of receipt was never in doubt.
Result<Acceptance> issue_receipt(const DeskWork& work, const FoundCase& found) {
  const auto papers = work.book.documents(found.entry.id);
  if (!papers) return fail(papers.error());
  if (const auto* before = valid_paper(*papers, DocumentKind::RegistrationReceipt)) return refuse(kReceiptGiven, before->on);
  const auto issued = work.book.issue(found.entry.id, draft_paper(work, found.entry, receipt_order()));
  if (!issued) return fail(as_refusal(issued.error()));
  ReceiptIssued given{head_of(found.entry), {*issued, std::nullopt}, standing_of(found.one, work.with(), work.today())};
  if (!work.out.empty()) {
    const auto files = write_papers(work, found.entry, {*issued});
    if (!files) return fail(files.error());
    given.receipt.file = files->front();
  }
  return given;
}

/// The consultation that news is about: the one still open, of the party where several are.
Result<int> consultation_of(const Case& one, const std::string& party) {
  std::vector<const Consultation*> open;
  for (const auto& each : one.consultations) {
    if (!each.ended && (party.empty() || each.party == party)) open.push_back(&each);
  }
  if (open.size() == 1) return open.front()->step;
  if (open.empty() && party.empty()) return refuse(kNobodyAsked);
  if (open.empty()) return refuse(kPartyNotAsked, party);
  std::vector<std::string> names;
  for (const auto* each : open) names.push_back(each->party);
  return refuse(kWhichParty, names_told(names));
}

StepWhat news_step(const OpinionNews& news, int consultation) {
  if (news.opinion) return ConsultationAnswered{consultation, *news.opinion, news.reasons};
  if (!news.ended.empty()) return ConsultationEnded{consultation, news.ended};
  return ConsultationDelivered{consultation};
}

/// Whether a third party's objection came with reasons is not left open.
Result<void> reasons_settled(const Case& one, const OpinionNews& news, int consultation) {
  const bool unreasoned = trimmed(news.reasons).empty();
  if (news.no_reasons && !unreasoned) return refuse(kReasonsAfterAll);
  if (news.opinion != Opinion::Objects || !unreasoned || news.no_reasons) return {};
  for (const auto& each : one.consultations) {
    const bool meant = each.step == consultation && each.kind == ConsultationKind::ThirdParty;
    if (meant) return refuse(kObjectionUnreasoned, each.party);
  }
  return {};
}

/// The applicant's other applications of the calendar month, received before this one, one item each.
Result<std::int64_t> items_before(const DeskWork& work, const FoundCase& found) {
  const auto others = work.book.of_same_applicant(found.entry.id);
  if (!others) return fail(others.error());
  const auto received = found.one.received.value_or(local_date(found.entry.received));
  std::vector<CountedApplication> counted;
  for (const auto& other : *others) {
    const bool earlier = other.kind == EntryKind::Application && other.received < found.entry.received;
    if (earlier) counted.push_back({found.entry.applicant.key, local_date(other.received), 1});
  }
  return items_in_month(counted, found.entry.applicant.key, received.year() / received.month(), received);
}

/// The arrival that was taken back last: what it said still holds unless the clerk says otherwise.
const Step* last_arrival(const Case& one) {
  const auto found = std::find_if(one.steps.rbegin(), one.steps.rend(),
                                  [](const Step& step) { return std::holds_alternative<Arrived>(step.what); });
  return found == one.steps.rend() ? nullptr : &*found;
}

Result<StepTaken> arrive_again(const DeskWork& work, const FoundCase& found, std::optional<ReceiptWay> way) {
  const auto* before = last_arrival(found.one);
  // Imported without a day of receipt, e.g. from a kiosk whose clock ran ahead.
  if (way || before == nullptr) {
    return take_step(work, found.entry, {Arrived{way.value_or(ReceiptWay::InPerson), {}}, receipt_order()});
  }
  auto again = work;
  if (work.on == work.today()) again.on = before->on;
  return take_step(again, found.entry, {before->what, receipt_order()});
}

/// A letter to others names no applicant: neither do the words in it, the application's or the clerk's.
std::string words_for_others(const DeskWork& work, const Entry& entry, const std::string& words) {
  const auto form = read_desk_form(work.files, work.content, entry.submission.form);
  return without_personal_data(words, entry, form ? &form->form : nullptr);
}

/// Whether the reply discloses what was not public yet.
bool gives_asked_for(const Replied& replied) {
  return discloses(replied.kind) && replied.kind != ReplyKind::AlreadyPublic;
}

/// Adds to a reply the papers that tell third parties why their objection does not stand (Art. 32), without the applicant's
/// own data. Refused where there is nobody to tell, or nothing to tell them.
Result<void> add_public_interest(const DeskWork& work, const FoundCase& found, const Replied& replied,
                                 const std::string& disclosed, StepOrder& order) {
  if (replied.public_interest.empty()) {
    if (disclosed.empty()) return {};
    return refuse(kDisclosedAlone);
  }
  const auto parties = standing_objectors(found.one, work.calendar);
  if (!gives_asked_for(replied) || parties.empty()) return refuse(kNobodyObjects);
  const auto what = disclosed.empty() ? quoted_request(words_for_others(work, found.entry, request_of(found.entry)))
                                      : words_for_others(work, found.entry, disclosed);
  if (what.empty()) return refuse(kDisclosedUnsaid);
  const auto interest = words_for_others(work, found.entry, replied.public_interest);
  for (const auto& party : parties) {
    order.also.push_back({DocumentKind::PublicInterestNotice,
                          {{"party", party}, {"disclosed", what}, {"interest", interest}}, ""});
  }
  order.remarks.push_back(reason(Refusal{"step.tell-objectors", citation::kArticle32}, names_told(parties)));
  return {};
}

/// A disclosure that an objection does not bar is made knowing of it.
void say_weighed_objections(const DeskWork& work, const FoundCase& found, const Replied& replied,
                            StepOrder& order) {
  if (!gives_asked_for(replied)) return;
  const auto parties = weighed_objectors(found.one, work.calendar);
  if (!parties.empty())
    order.remarks.push_back(
        reason(Refusal{"step.objection-weighed", citation::kArticle32}, names_told(parties)));
}

/// A reply that was written for paper must not go by the internet.
Result<void> may_be_served(const DeskWork& work, std::int64_t id, ServiceWay way) {
  if (way != ServiceWay::Internet) return {};
  const auto papers = work.book.documents(id);
  if (!papers) return fail(papers.error());
  const auto* paper = valid_paper(*papers, DocumentKind::Reply);
  if (paper == nullptr) return {};
  const auto content = paper_from_json(paper->content);
  if (!content) return fail(content.error());
  if (content->served == named(kServiceWays, ServiceWay::Internet).key) return {};
  return refuse(kReviewOnlineUnsaid);
}

}  // namespace

Result<Acceptance> accept(const DeskWork& work, std::string_view id, std::optional<ReceiptWay> way) {
  const auto found = find_case(work, id);
  if (!found) return fail(found.error());
  if (found->one.phase == Phase::AwaitingConfirmation) {
    return take_step(work, found->entry, {ReceiptConfirmed{}, receipt_order()});
  }
  if (found->one.phase == Phase::Unreceived) return arrive_again(work, *found, way);
  return issue_receipt(work, *found);
}

Result<StepTaken> ask_correction(const DeskWork& work, std::string_view id, const std::string& what, int days) {
  const int period = days > 0 ? days : work.office.rules.correction_period;
  return simple_step(work, id, CorrectionAsked{what, period}, PaperOrder{DocumentKind::CorrectionNotice, {}, ""});
}

Result<StepTaken> take_correction(const DeskWork& work, std::string_view id, const std::string& good_reason,
                                  const Answers& corrected) {
  const auto entry = find_entry(work, id);
  if (!entry) return fail(entry.error());
  StepOrder order{CorrectionReceived{good_reason}, std::nullopt};
  if (!corrected.empty()) {
    auto submission = corrected_submission(work, *entry, corrected);
    if (!submission) return fail(as_refusal(submission.error()));
    order.corrected = std::move(*submission);
    order.remarks.push_back(remark("step.corrected"));
  }
  return take_step(work, *entry, order);
}

Result<StepTaken> ask_opinion(const DeskWork& work, std::string_view id, const ConsultationSent& sent,
                              const std::string& what) {
  const auto entry = find_entry(work, id);
  if (!entry) return fail(entry.error());
  const auto words = what.empty() ? request_of(*entry) : what;
  const auto masked = words_for_others(work, *entry, words);
  if (masked.empty()) return refuse(kQuestionUnsaid);
  std::vector<Remark> said;
  if (masked != words) said.push_back(remark("step.opinion-masked"));
  const auto asked = what.empty() ? quoted_request(masked) : masked;
  return take_step(work, *entry, {sent, PaperOrder{DocumentKind::ThirdPartyLetter, {{"what", asked}}, ""}, said});
}

Result<StepTaken> take_opinion(const DeskWork& work, std::string_view id, const OpinionNews& news) {
  const auto found = find_case(work, id);
  if (!found) return fail(found.error());
  const auto consultation = consultation_of(found->one, news.party);
  if (!consultation) return fail(as_refusal(consultation.error()));
  if (auto settled = reasons_settled(found->one, news, *consultation); !settled) return fail(settled.error());
  return take_step(work, found->entry, {news_step(news, *consultation), std::nullopt});
}

Result<StepTaken> extend(const DeskWork& work, std::string_view id, const Extended& extended, const Said& said) {
  return simple_step(work, id, extended, PaperOrder{DocumentKind::ExtensionNotice, said, ""});
}

Result<StepTaken> ask_reasons(const DeskWork& work, std::string_view id, const Said& said) {
  return simple_step(work, id, ReasonsAsked{}, PaperOrder{DocumentKind::ReasonsRequest, said, ""});
}
Result<StepTaken> take_reasons(const DeskWork& work, std::string_view id, const std::string& reasons) {
  if (trimmed(reasons).empty()) return refuse(kReasonsUnsaid);
  return simple_step(work, id, ReasonsGiven{reasons});
}
Result<StepTaken> delay_reply(const DeskWork& work, std::string_view id, Date until, const Said& said) {
  return simple_step(work, id, ReplyDelayed{until}, PaperOrder{DocumentKind::DelayNotice, said, ""});
}

Result<StepTaken> charge(const DeskWork& work, std::string_view id, const FeeUnits& units, const Said& said) {
  const auto found = find_case(work, id);
  if (!found) return fail(found.error());
  const bool items = units.basis == FeeBasis::Items;
  Result<std::int64_t> before = std::int64_t{0};
  if (items) before = units.before ? Result<std::int64_t>(*units.before) : items_before(work, *found);
  if (!before) return fail(before.error());
  const auto& scale = items ? work.office.rules.item_tariff : work.office.rules.page_tariff;
  const auto fee = fee_for(scale, *before, units.units);
  if (!fee) return fail(as_refusal(fee.error()));
  const auto counted = how_charged(*fee, units.basis);
  const bool by_register = items && !units.before;
  const auto how = by_register ? remark("step.fee-counted-by-register", counted, *before) : remark("step.fee-counted", counted);
  return take_step(work, found->entry,
                   {FeeNotified{units.basis, fee->yuan},
                    PaperOrder{DocumentKind::FeeNotice, said, "", {{"counted", counted}}},
                    {how}});
}

Result<StepTaken> take_payment(const DeskWork& work, std::string_view id) { return simple_step(work, id, FeePaid{}); }

Result<StepTaken> reply(const DeskWork& work, std::string_view id, const Replied& replied, const Said& said,
                        const std::string& disclosed) {
  const auto found = find_case(work, id);
  if (!found) return fail(found.error());
  const auto served = said.find("served");
  const bool by_courier = served != said.end() && served->second == named(kServiceWays, ServiceWay::Courier).key;
  if (by_courier) return refuse(refusal::kCourier);
  StepOrder order{replied, PaperOrder{DocumentKind::Reply, said, ""}};
  if (auto added = add_public_interest(work, *found, replied, disclosed, order); !added) return fail(as_refusal(added.error()));
  say_weighed_objections(work, *found, replied, order);
  return take_step(work, found->entry, order);
}

Result<StepTaken> serve(const DeskWork& work, std::string_view id, ServiceWay way) {
  const auto entry = find_entry(work, id);
  if (!entry) return fail(entry.error());
  if (auto may = may_be_served(work, entry->id, way); !may) return fail(as_refusal(may.error()));
  return take_step(work, *entry, {Served{way}, std::nullopt});
}
Result<StepTaken> withdraw(const DeskWork& work, std::string_view id, const std::string& how, bool unserved) {
  if (trimmed(how).empty()) return refuse(kWithdrawalUnsaid);
  const auto found = find_case(work, id);
  if (!found) return fail(found.error());
  if (found->one.phase == Phase::ReplyMade && !unserved) return refuse(kReplyOnItsWay, *found->one.replied);
  return take_step(work, found->entry, {WithdrawnByApplicant{how}, std::nullopt});
}
Result<StepTaken> lapse(const DeskWork& work, std::string_view id, bool notify) {
  return simple_step(work, id, Lapsed{}, notify ? std::optional(PaperOrder{DocumentKind::Reply, {}, ""}) : std::nullopt);
}
Result<StepTaken> undo(const DeskWork& work, std::string_view id, int step, const std::string& why) {
  return simple_step(work, id, TakenBack{step, why});
}

}  // namespace mingting
