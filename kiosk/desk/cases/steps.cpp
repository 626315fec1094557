// Every step of an application at the desk. The law judges (domain/application_clock.hpp); here it is asked, recorded with its
// paper, and told.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "desk/cases/step_taking.hpp"
#include "desk/told/case_text.hpp"
#include "desk/entries/answers.hpp"
#include "desk/entries/finding.hpp"
#include "desk/entries/privacy.hpp"
#include "desk/agency/form_reader.hpp"

namespace mingting {
namespace {

/// Finds the case and takes a step that needs nothing but itself.
Answered simple_step(const DeskWork& work, std::string_view id, StepWhat what, std::optional<PaperOrder> paper = std::nullopt) {
  const auto entry = find_entry(work, id);
  if (!entry) return fail(entry.error());
  return take_step(work, *entry, {std::move(what), std::move(paper), ""});
}

/// The receipt of a case whose day of receipt was never in doubt.
Answered issue_receipt(const DeskWork& work, const FoundCase& found) {
  const auto papers = work.book.documents(found.entry.id);
  if (!papers) return fail(papers.error());
  if (const auto* before = valid_paper(*papers, DocumentKind::RegistrationReceipt)) {
    return refused(fmt::format("收到日期已经确定，{}已出具过登记回执；要再打印，请用 papers", chinese_date(before->on)));
  }
  const PaperOrder order{DocumentKind::RegistrationReceipt, {}, ""};
  const auto issued = work.book.issue(found.entry.id, draft_paper(work, found.entry, order));
  if (!issued) return refused_or_failed(issued.error());
  CommandAnswer answer{true, fmt::format("已出具{}：{}\n", document_text(*issued), found.entry.number), ""};
  OrderedJson json{{"ok", true}, {"id", found.entry.id}, {"number", found.entry.number}, {"document", document_json(*issued)}};
  if (!work.out.empty()) {
    const auto files = write_papers(work, found.entry, {*issued});
    if (!files) return fail(files.error());
    answer.text += fmt::format("  文件      {}\n", files->front().string());
    json["file"] = files->front().string();
  }
  answer.text += labelled_text(standing_lines(found.one, work.with(), work.today()));
  json["standing"] = standing_json(standing(found.one, work.with(), work.today()));
  answer.json = json_text(json);
  return answer;
}

/// The consultation that news is about: the one still open, of the party where several are.
Result<int> consultation_of(const Case& one, const std::string& party) {
  std::vector<const Consultation*> open;
  for (const auto& each : one.consultations) {
    if (!each.ended && (party.empty() || each.party == party)) open.push_back(&each);
  }
  if (open.size() == 1) return open.front()->step;
  if (open.empty()) return fail(Trouble::Invalid, "没有正在征求{}的意见", party.empty() ? "谁" : party);
  std::vector<std::string> names;
  for (const auto* each : open) names.push_back(each->party);
  return fail(Trouble::Invalid, "正在征求几家的意见，请用 --party 写明是哪一家：{}", join(names, "、"));
}

StepWhat news_step(const OpinionNews& news, int consultation) {
  if (news.opinion) return ConsultationAnswered{consultation, *news.opinion, news.reasons};
  if (!news.ended.empty()) return ConsultationEnded{consultation, news.ended};
  return ConsultationDelivered{consultation};
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

Answered arrive_again(const DeskWork& work, const FoundCase& found, std::optional<ReceiptWay> way) {
  const PaperOrder receipt{DocumentKind::RegistrationReceipt, {}, ""};
  const auto* before = last_arrival(found.one);
  // Imported without a day of receipt, e.g. from a kiosk whose clock ran ahead.
  if (way || before == nullptr) return take_step(work, found.entry, {Arrived{way.value_or(ReceiptWay::InPerson), {}}, receipt, ""});
  auto again = work;
  if (work.on == work.today()) again.on = before->on;
  return take_step(again, found.entry, {before->what, receipt, ""});
}

/// A letter to others names no applicant: neither do the words in it, the application's or the clerk's.
std::string words_for_others(const DeskWork& work, const Entry& entry, const std::string& words) {
  const auto form = read_desk_form(work.files, work.content, entry.submission.form);
  return without_personal_data(words, entry, form ? &form->form : nullptr);
}

/// Adds to a reply the papers that tell third parties why their objection does not stand (Art. 32), without the applicant's
/// own data. Trouble::Invalid: there is nobody to tell, or nothing to tell them.
Result<void> add_public_interest(const DeskWork& work, const FoundCase& found, const Replied& replied,
                                 const std::string& disclosed, StepOrder& order) {
  if (replied.public_interest.empty()) {
    if (disclosed.empty()) return {};
    return fail(Trouble::Invalid, "--disclosed 是告知第三方用的，要与 --public-interest 一起写（条例第三十二条）");
  }
  const auto parties = standing_objectors(found.one, work.calendar);
  if (!discloses(replied.kind) || replied.kind == ReplyKind::AlreadyPublic || parties.empty()) {
    return fail(Trouble::Invalid, "没有第三方按期、有理由地不同意而仍要公开的，不用写公共利益的理由（条例第三十二条）");
  }
  const auto what = words_for_others(work, found.entry, disclosed.empty() ? found.entry.applicant.wanted : disclosed);
  if (what.empty()) return fail(Trouble::Invalid, "请用 --disclosed 写明告知第三方决定公开哪些内容（条例第三十二条）");
  const auto interest = words_for_others(work, found.entry, replied.public_interest);
  for (const auto& party : parties) {
    order.also.push_back({DocumentKind::PublicInterestNotice,
                          {{"party", party}, {"disclosed", what}, {"interest", interest}}, ""});
  }
  order.remark = fmt::format("请把公开决定告知书送给{}，告知决定公开的内容和理由（条例第三十二条）；先通读一遍，里面不能有申请人的信息", join(parties, "、"));
  return {};
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
  return fail(Trouble::Invalid,
              "通过互联网送达的，应当同时提供提交行政复议申请书的互联网渠道（行政复议法第二十二条），这份答复书没有写："
              "请换一种方式送达，或者先用 undo 撤销答复，再用 reply 写明 --served internet 重新作出");
}

}  // namespace

Answered accept(const DeskWork& work, std::string_view id, std::optional<ReceiptWay> way) {
  const auto found = find_case(work, id);
  if (!found) return fail(found.error());
  const PaperOrder receipt{DocumentKind::RegistrationReceipt, {}, ""};
  if (found->one.phase == Phase::AwaitingConfirmation) return take_step(work, found->entry, {ReceiptConfirmed{}, receipt, ""});
  if (found->one.phase == Phase::Unreceived) return arrive_again(work, *found, way);
  return issue_receipt(work, *found);
}

Answered ask_correction(const DeskWork& work, std::string_view id, const std::string& what, int days) {
  const int period = days > 0 ? days : work.office.rules.correction_period;
  return simple_step(work, id, CorrectionAsked{what, period}, PaperOrder{DocumentKind::CorrectionNotice, {}, ""});
}

Answered take_correction(const DeskWork& work, std::string_view id, const std::string& good_reason, const Answers& corrected) {
  const auto entry = find_entry(work, id);
  if (!entry) return fail(entry.error());
  StepOrder order{CorrectionReceived{good_reason}, std::nullopt, ""};
  if (!corrected.empty()) {
    auto submission = corrected_submission(work, *entry, corrected);
    if (!submission) return refused_or_failed(submission.error());
    order.corrected = std::move(*submission);
    order.remark = "补正后的内容已记入；原来填写的仍然保留";
  }
  return take_step(work, *entry, order);
}

Answered ask_opinion(const DeskWork& work, std::string_view id, const ConsultationSent& sent, const std::string& what) {
  const auto entry = find_entry(work, id);
  if (!entry) return fail(entry.error());
  const auto& words = what.empty() ? entry->applicant.wanted : what;
  const auto masked = words_for_others(work, *entry, words);
  if (masked.empty()) return refused("请用 --what 写明请对方就什么提意见");
  std::string remark;
  if (masked != words) remark = "征求意见书里的个人信息已隐去；请核对，不合适的先 undo，再用 --what 另写";
  return take_step(work, *entry, {sent, PaperOrder{DocumentKind::ThirdPartyLetter, {{"what", masked}}, ""}, remark});
}

Answered take_opinion(const DeskWork& work, std::string_view id, const OpinionNews& news) {
  const auto found = find_case(work, id);
  if (!found) return fail(found.error());
  const auto consultation = consultation_of(found->one, news.party);
  if (!consultation) return refused_or_failed(consultation.error());
  return take_step(work, found->entry, {news_step(news, *consultation), std::nullopt, ""});
}

Answered extend(const DeskWork& work, std::string_view id, const Extended& extended, const Said& said) {
  return simple_step(work, id, extended, PaperOrder{DocumentKind::ExtensionNotice, said, ""});
}

Answered ask_reasons(const DeskWork& work, std::string_view id, const Said& said) {
  return simple_step(work, id, ReasonsAsked{}, PaperOrder{DocumentKind::ReasonsRequest, said, ""});
}
Answered take_reasons(const DeskWork& work, std::string_view id, const std::string& reasons) {
  if (trimmed(reasons).empty()) return refused("请写明申请人说明的理由");
  return simple_step(work, id, ReasonsGiven{reasons});
}
Answered delay_reply(const DeskWork& work, std::string_view id, Date until, const Said& said) {
  return simple_step(work, id, ReplyDelayed{until}, PaperOrder{DocumentKind::DelayNotice, said, ""});
}

Answered charge(const DeskWork& work, std::string_view id, const FeeUnits& units, const Said& said) {
  const auto found = find_case(work, id);
  if (!found) return fail(found.error());
  const bool items = units.basis == FeeBasis::Items;
  Result<std::int64_t> before = std::int64_t{0};
  if (items) before = units.before ? Result<std::int64_t>(*units.before) : items_before(work, *found);
  if (!before) return fail(before.error());
  const auto& scale = items ? work.office.rules.item_tariff : work.office.rules.page_tariff;
  const auto fee = fee_for(scale, *before, units.units);
  if (!fee) return refused_or_failed(fee.error());
  auto words = said;
  const auto counted = fee_sentence(*fee, units.basis);
  if (!words.contains("counted")) words["counted"] = counted;
  auto remark = "计算：" + counted;
  if (items && !units.before) remark += fmt::format("（本月此前按登记册算 {} 件，一次申请一件；不对的先撤销，再用 --before 写明）", *before);
  return take_step(work, found->entry,
                   {FeeNotified{units.basis, fee->yuan}, PaperOrder{DocumentKind::FeeNotice, words, ""}, remark});
}

Answered take_payment(const DeskWork& work, std::string_view id) { return simple_step(work, id, FeePaid{}); }

Answered reply(const DeskWork& work, std::string_view id, const Replied& replied, const Said& said, const std::string& disclosed) {
  const auto found = find_case(work, id);
  if (!found) return fail(found.error());
  if (const auto served = said.find("served"); served != said.end() && served->second == named(kServiceWays, ServiceWay::Courier).key) {
    return refused("寄送答复只能交邮政企业，不能用快递公司（国办公开办函〔2016〕235号）");
  }
  StepOrder order{replied, PaperOrder{DocumentKind::Reply, said, ""}, ""};
  if (auto added = add_public_interest(work, *found, replied, disclosed, order); !added) return refused_or_failed(added.error());
  return take_step(work, found->entry, order);
}

Answered serve(const DeskWork& work, std::string_view id, ServiceWay way) {
  const auto entry = find_entry(work, id);
  if (!entry) return fail(entry.error());
  if (auto may = may_be_served(work, entry->id, way); !may) return refused_or_failed(may.error());
  return take_step(work, *entry, {Served{way}, std::nullopt, ""});
}
Answered withdraw(const DeskWork& work, std::string_view id, const std::string& how) {
  if (trimmed(how).empty()) return refused("请写明申请人怎样撤回的，如 书面、电话");
  return simple_step(work, id, WithdrawnByApplicant{how});
}
Answered lapse(const DeskWork& work, std::string_view id, bool notify) {
  return simple_step(work, id, Lapsed{}, notify ? std::optional(PaperOrder{DocumentKind::Reply, {}, ""}) : std::nullopt);
}
Answered undo(const DeskWork& work, std::string_view id, int step, const std::string& why) {
  return simple_step(work, id, TakenBack{step, why});
}

}  // namespace mingting
