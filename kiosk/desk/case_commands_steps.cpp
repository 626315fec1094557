// Every step of an application at the desk. The law judges (domain/application_clock.hpp); here it is asked, recorded with its
// paper, and told.
#include <algorithm>

#include "base/text.hpp"
#include "desk/case_steps.hpp"
#include "desk/case_text.hpp"

namespace mingting {
namespace {

/// Finds the case and takes a step that needs nothing but itself.
Answered simple_step(const DeskWork& work, std::string_view id, StepWhat what, std::optional<PaperOrder> paper = std::nullopt) {
  const auto entry = find_entry(work, id);
  if (!entry) return fail(entry.error());
  return take_step(work, *entry, {std::move(what), std::move(paper), ""});
}

const IssuedDocument* valid_paper(const std::vector<IssuedDocument>& papers, DocumentKind kind) {
  const auto found = std::find_if(papers.begin(), papers.end(), [kind](const IssuedDocument& paper) {
    return paper.kind == named(kDocumentKinds, kind).key && !paper.is_void;
  });
  return found == papers.end() ? nullptr : &*found;
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

std::string fee_text(const Fee& fee, FeeBasis basis) {
  std::vector<std::string> lines;
  for (const auto& line : fee.lines) lines.push_back(fee_line_text(line, basis));
  return fmt::format("{}；共{}元", join(lines, "；"), fee.yuan);
}

}  // namespace

Answered accept(const DeskWork& work, std::string_view id) {
  const auto found = find_case(work, id);
  if (!found) return fail(found.error());
  const PaperOrder receipt{DocumentKind::RegistrationReceipt, {}, ""};
  if (found->one.phase == Phase::AwaitingConfirmation) return take_step(work, found->entry, {ReceiptConfirmed{}, receipt, ""});
  // Imported without a day of receipt, e.g. from a kiosk whose clock ran ahead.
  if (found->one.phase == Phase::Unreceived) return take_step(work, found->entry, {Arrived{}, receipt, ""});
  return issue_receipt(work, *found);
}

Answered ask_correction(const DeskWork& work, std::string_view id, const std::string& what, int days) {
  const int period = days > 0 ? days : work.office.rules.correction_period;
  return simple_step(work, id, CorrectionAsked{what, period}, PaperOrder{DocumentKind::CorrectionNotice, {}, ""});
}

Answered take_correction(const DeskWork& work, std::string_view id, const std::string& good_reason) {
  return simple_step(work, id, CorrectionReceived{good_reason});
}

Answered ask_opinion(const DeskWork& work, std::string_view id, const ConsultationSent& sent, const std::string& what) {
  Said said;
  if (!what.empty()) said["what"] = what;
  return simple_step(work, id, sent, PaperOrder{DocumentKind::ThirdPartyLetter, said, ""});
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

Answered ask_reasons(const DeskWork& work, std::string_view id) { return simple_step(work, id, ReasonsAsked{}); }
Answered take_reasons(const DeskWork& work, std::string_view id, const std::string& reasons) {
  return simple_step(work, id, ReasonsGiven{reasons});
}
Answered delay_reply(const DeskWork& work, std::string_view id, Date until) { return simple_step(work, id, ReplyDelayed{until}); }

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
  const auto counted = fee_text(*fee, units.basis);
  if (!words.contains("counted")) words["counted"] = counted;
  auto remark = "计算      " + counted;
  if (items) remark += fmt::format("（本月此前按 {} 件计{}）", *before, units.before ? "" : "，一次申请算一件；不对的先撤销，再用 --before 写明");
  return take_step(work, found->entry,
                   {FeeNotified{units.basis, fee->yuan}, PaperOrder{DocumentKind::FeeNotice, words, ""}, remark});
}

Answered take_payment(const DeskWork& work, std::string_view id) { return simple_step(work, id, FeePaid{}); }

Answered reply(const DeskWork& work, std::string_view id, const Replied& replied, const Said& said) {
  return simple_step(work, id, replied, PaperOrder{DocumentKind::Reply, said, ""});
}

Answered serve(const DeskWork& work, std::string_view id, ServiceWay way) { return simple_step(work, id, Served{way}); }
Answered withdraw(const DeskWork& work, std::string_view id, const std::string& how) {
  return simple_step(work, id, WithdrawnByApplicant{how});
}
Answered lapse(const DeskWork& work, std::string_view id) { return simple_step(work, id, Lapsed{}); }
Answered undo(const DeskWork& work, std::string_view id, int step, const std::string& why) {
  return simple_step(work, id, TakenBack{step, why});
}

}  // namespace mingting
