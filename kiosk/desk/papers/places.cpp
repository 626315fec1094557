#include "desk/papers/places.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"

namespace mingting {
namespace {

const Case& one(const PlaceScope& scope) { return scope.source.one; }
Reckoning with(const PlaceScope& scope) { return {scope.source.calendar, scope.source.office.rules}; }

std::string date_text(const std::optional<Date>& date) { return date ? chinese_date(*date) : ""; }

std::string deadline_text(const std::optional<Deadline>& deadline) {
  if (!deadline) return "";
  return chinese_date(deadline->date) + (deadline->provisional ? "（暂定，该年放假安排尚未公布）" : "");
}

/// The last step of that kind that is in force.
template <class What>
const What* last_step(const Case& of) {
  const auto in_force = steps_in_force(of.steps);
  for (std::size_t i = of.steps.size(); i-- > 0;) {
    if (!in_force[i]) continue;
    if (const auto* what = std::get_if<What>(&of.steps[i].what)) return what;
  }
  return nullptr;
}

// ---- who and what ---------------------------------------------------------------------------------------------------

/// Who has not given a name must still be told what to correct (Art. 30).
std::string applicant(const PlaceScope& scope) {
  const auto& name = scope.source.entry.applicant.name;
  return name.empty() ? "申请人" : name;
}
std::string address_form(const PlaceScope& scope) {
  return scope.source.entry.applicant.kind == ApplicantKind::Person ? "您" : "贵单位";
}
std::string applicant_kind(const PlaceScope& scope) {
  return std::string(named(kApplicantKinds, scope.source.entry.applicant.kind).title);
}
std::string entry_number(const PlaceScope& scope) { return scope.source.entry.number; }
/// Stands inside a sentence: without the full stop it may end with.
std::string wanted(const PlaceScope& scope) {
  auto text = scope.source.entry.applicant.wanted;
  while (text.ends_with("。")) text.resize(text.size() - std::string_view("。").size());
  return text.empty() ? "（申请中没有写明）" : text;
}
/// The code is shown once and never kept: a receipt made again says where it stands.
std::string query_code(const PlaceScope& scope) {
  if (!scope.source.query_code.empty()) return scope.source.query_code;
  return scope.source.entry.code_hash.empty() ? "" : "查询码见登记时交给您的回执";
}
std::string agency(const PlaceScope& scope) { return scope.source.office.agency; }
std::string address(const PlaceScope& scope) { return scope.source.office.address; }
std::string hours(const PlaceScope& scope) { return scope.source.office.hours; }
std::string phone(const PlaceScope& scope) { return scope.source.office.phone; }
std::string postcode(const PlaceScope& scope) { return scope.source.office.postcode; }
std::string paper_number(const PlaceScope& scope) { return scope.number; }
std::string paper_date(const PlaceScope& scope) { return chinese_date(scope.on); }
std::string clerk(const PlaceScope& scope) { return one(scope).steps.empty() ? "" : one(scope).steps.back().by; }

// ---- receipt and clock ----------------------------------------------------------------------------------------------

std::string arrived(const PlaceScope& scope) { return date_text(one(scope).arrived); }
std::string received(const PlaceScope& scope) { return date_text(one(scope).received); }
std::string receipt_way(const PlaceScope& scope) { return std::string(named(kReceiptWays, one(scope).way).title); }
std::string reply_deadline(const PlaceScope& scope) { return deadline_text(reply_due(one(scope), with(scope), scope.on)); }
std::string counting(const PlaceScope& scope) { return how_counted(one(scope), with(scope), scope.on); }
std::string to_be_confirmed(const PlaceScope& scope) {
  return one(scope).phase == Phase::AwaitingConfirmation
             ? "需要与您确认收到申请的日期。确认之日为收到申请之日，答复期限从那天起算（《政府信息公开条例》第三十一条）。"
             : "";
}

// ---- correction, extension, opinions --------------------------------------------------------------------------------

std::string correction_what(const PlaceScope& scope) { return one(scope).correction ? one(scope).correction->what : ""; }
std::string correction_asked(const PlaceScope& scope) { return date_text(one(scope).correction_asked); }
std::string corrected(const PlaceScope& scope) { return date_text(one(scope).corrected); }
std::string correction_days(const PlaceScope& scope) {
  return one(scope).correction ? std::to_string(one(scope).correction->working_days) : "";
}
std::string correction_deadline(const PlaceScope& scope) {
  const Case& of = one(scope);
  if (!of.correction || !of.correction_asked) return "";
  return deadline_text(working_days_after(scope.source.calendar, *of.correction_asked, of.correction->working_days));
}
/// 条例 Art. 30: both days are in the register; the officer need not repeat them.
std::string correction_story(const PlaceScope& scope) {
  const Case& of = one(scope);
  if (!of.correction_asked) return "";
  const auto told = fmt::format("本机关于{}告知{}补正", chinese_date(*of.correction_asked), address_form(scope));
  if (of.corrected) return fmt::format("{}，于{}收到补正后的申请。", told, chinese_date(*of.corrected));
  return fmt::format("{}，补正期限到{}为止。", told, correction_deadline(scope));
}
std::string extension_days(const PlaceScope& scope) {
  return one(scope).extension > 0 ? std::to_string(one(scope).extension) : "";
}
std::string approved_by(const PlaceScope& scope) {
  const auto* step = last_step<Extended>(one(scope));
  return step != nullptr ? step->approved_by : "";
}
std::string party(const PlaceScope& scope) {
  const auto* consultation = last_consultation(one(scope));
  return consultation != nullptr ? consultation->party : "";
}
/// Whom a paper to a third party goes to: the one it names, else the one asked last.
const Consultation* addressed(const PlaceScope& scope) {
  const auto named = scope.source.said.find("party");
  if (named == scope.source.said.end()) return last_consultation(one(scope));
  const auto& all = one(scope).consultations;
  const auto found = std::find_if(all.rbegin(), all.rend(), [&](const Consultation& each) { return each.party == named->second; });
  return found == all.rend() ? nullptr : &*found;
}
std::string opinion_day(const PlaceScope& scope) {
  const auto* consultation = addressed(scope);
  return consultation != nullptr && consultation->opinion ? date_text(consultation->ended) : "";
}
std::string public_interest(const PlaceScope& scope) { return one(scope).reply ? one(scope).reply->public_interest : ""; }
std::string reasons_asked(const PlaceScope& scope) { return date_text(one(scope).reasons_asked); }
std::string reasons_given(const PlaceScope& scope) { return date_text(one(scope).reasons_given); }
std::string reasons_story(const PlaceScope& scope) {
  const Case& of = one(scope);
  if (!of.reasons_asked) return "";
  const auto asked = fmt::format("本机关于{}要求{}说明理由", chinese_date(*of.reasons_asked), address_form(scope));
  const auto* given = last_step<ReasonsGiven>(of);
  if (given == nullptr || !of.reasons_given) return asked + "，没有收到说明。";
  return fmt::format("{}；{}于{}说明：{}", asked, address_form(scope), chinese_date(*of.reasons_given), given->reasons);
}

// ---- fees -----------------------------------------------------------------------------------------------------------

std::string fee_basis(const PlaceScope& scope) {
  return one(scope).fee ? std::string(named(kFeeBases, one(scope).fee->basis).title) + "计收" : "";
}
std::string fee_amount(const PlaceScope& scope) { return one(scope).fee ? fmt::format("{}元", one(scope).fee->yuan) : ""; }
std::string fee_notified(const PlaceScope& scope) { return date_text(one(scope).fee_notified); }
std::string fee_deadline(const PlaceScope& scope) {
  if (!one(scope).fee_notified) return "";
  return deadline_text(working_days_after(scope.source.calendar, *one(scope).fee_notified, kPaymentDays));
}

std::string tier_text(std::int64_t from, const FeeTier& tier, std::string_view unit) {
  const auto range = from == 1 ? fmt::format("{}{}以下（含{}{}）", tier.up_to, unit, tier.up_to, unit)
                               : fmt::format("{}至{}{}（含{}{}）的部分", from, tier.up_to, unit, tier.up_to, unit);
  return tier.yuan == 0 ? range + "不收费" : fmt::format("{}每{}{}元", range, unit, tier.yuan);
}

/// The tariff in words, of the way that was chosen.
std::string fee_standard(const PlaceScope& scope) {
  if (!one(scope).fee) return "";
  const bool items = one(scope).fee->basis == FeeBasis::Items;
  const auto& rules = scope.source.office.rules;
  const FeeScale& scale = items ? rules.item_tariff : rules.page_tariff;
  const std::string_view unit = items ? "件" : "页";
  std::vector<std::string> parts;
  std::int64_t from = 1;
  for (const auto& tier : scale.tiers) {
    parts.push_back(tier_text(from, tier, unit));
    from = tier.up_to + 1;
  }
  const auto above = scale.tiers.empty() ? scale.step_rise : scale.tiers.back().yuan + scale.step_rise;
  if (scale.step_width > 0) {
    parts.push_back(fmt::format("{}{}以上的部分每{}{}为一档，第一档每{}{}元，以后每档每{}增加{}元", from, unit, scale.step_width, unit,
                                unit, above, unit, scale.step_rise));
  } else {
    parts.push_back(fmt::format("{}{}以上的部分每{}{}元", from, unit, unit, above));
  }
  return (items ? "同一申请人一个自然月内累计申请" : "") + join(parts, "；");
}

std::string fee_story(const PlaceScope& scope) {
  if (!one(scope).fee) return "";
  return fmt::format("本机关于{}通知{}缴纳信息处理费{}，缴费期限到{}为止。", fee_notified(scope), address_form(scope),
                     fee_amount(scope), fee_deadline(scope));
}

// ---- replies --------------------------------------------------------------------------------------------------------

std::string article(const PlaceScope& scope) { return scope.reply ? std::string(rule_of(*scope.reply).article) : ""; }
std::string reply_name(const PlaceScope& scope) { return scope.reply ? std::string(reply_title(*scope.reply)) : ""; }
/// Art. 37: the grounds of the part that is not given.
std::string withheld_grounds(const PlaceScope& scope) {
  if (!one(scope).reply) return "";
  std::vector<std::string> grounds;
  for (const auto kind : one(scope).reply->withheld) grounds.emplace_back(reply_title(kind));
  return join(grounds, "；");
}
std::string withheld_articles(const PlaceScope& scope) {
  if (!one(scope).reply) return "";
  std::vector<std::string> articles;
  for (const auto kind : one(scope).reply->withheld) {
    std::string text(rule_of(kind).article);
    if (!articles.empty()) text = replace_all(text, "《政府信息公开条例》", "");
    text = replace_all(text, "、第三十六条第（三）项", "");
    if (std::find(articles.begin(), articles.end(), text) == articles.end()) articles.push_back(text);
  }
  return join(articles, "、");
}
/// Everything the reply must or may say, a paragraph each: for the general template.
std::string all_points(const PlaceScope& scope) {
  if (!scope.reply) return "";
  std::vector<std::string> said;
  for (const auto& point : rule_of(*scope.reply).points) {
    const auto* place = find_said(point.key);
    auto value = place != nullptr ? place_value(*place, scope) : "";
    if (!value.empty()) said.push_back(std::move(value));
  }
  return join(said, "\n");
}

const std::vector<Place> kPlaces{
    {"申请人", "申请人的姓名或者名称", "", applicant},
    {"称呼", "个人写“您”，单位写“贵单位”", "", address_form},
    {"申请人类别", "自然人、商业企业等", "", applicant_kind},
    {"编号", "申请的编号，同回执上的编号", "", entry_number},
    {"事由", "申请公开的信息，一句话", "", wanted},
    {"查询码", "查进度用，只在办公室登记时有", "", query_code},
    {"到达日期", "申请送到的日期", "", arrived},
    {"收到日期", "收到申请之日，期限从这天起算", "", received},
    {"收到方式", "当面提交、邮寄等", "", receipt_way},
    {"待确认说明", "收到日期还要双方确认时的说明", "", to_be_confirmed},
    {"答复期限", "答复的最后一天", "", reply_deadline},
    {"期限算法", "答复期限是怎样算出来的", "", counting},
    {"附件", "申请所附材料的名称和份数", "attachments", nullptr},
    {"机关", "署名的机关", "", agency},
    {"办公地址", "desk.toml 的 address", "", address},
    {"办公时间", "desk.toml 的 hours", "", hours},
    {"联系电话", "desk.toml 的 phone", "", phone},
    {"邮政编码", "desk.toml 的 postcode", "", postcode},
    {"文号", "这份文书的文号", "", paper_number},
    {"日期", "这份文书的日期", "", paper_date},
    {"经办人", "最后一步的经办人", "", clerk},
    {"补正事项", "需要补正什么", "what", correction_what},
    {"补正告知日期", "告知补正的日期", "", correction_asked},
    {"补正工作日", "补正期限，几个工作日", "", correction_days},
    {"补正截止", "补正的最后一天", "", correction_deadline},
    {"收到补正日期", "收到补正后申请的日期", "", corrected},
    {"补正情况", "补正告知和收到补正的日期", "correction", correction_story},
    {"延长工作日", "延长几个工作日", "", extension_days},
    {"批准人", "同意延长的负责人", "", approved_by},
    {"征求对象", "第三方或者其他机关的名称", "party", party},
    {"征求内容", "请对方提意见的信息，不写明的用申请公开的信息", "what", wanted},
    {"意见日期", "第三方提出意见的日期", "", opinion_day},
    {"决定公开内容", "不顾第三方的意见而决定公开的内容", "disclosed", wanted},
    {"公共利益理由", "不公开会怎样严重影响公共利益", "interest", public_interest},
    {"过多情况", "数量、频次怎样明显过多", "excess", nullptr},
    {"要求说明理由日期", "要求申请人说明理由的日期", "", reasons_asked},
    {"说明理由日期", "申请人说明理由的日期", "", reasons_given},
    {"计收方式", "按件计收或者按量计收", "", fee_basis},
    {"计收标准", "所选方式的收费标准", "", fee_standard},
    {"计算过程", "数量和各档的金额", "counted", nullptr},
    {"收费金额", "共多少元", "", fee_amount},
    {"缴费方式", "怎样缴费、缴到哪里", "how_to_pay", nullptr},
    {"收费通知日期", "申请人收到通知的日期", "", fee_notified},
    {"缴费截止", "缴费的最后一天", "", fee_deadline},
    {"答复种类", "予以公开、部分公开等", "", reply_name},
    {"依据", "条例的条、款、项", "", article},
    {"理由", "理由和依据", "reason", nullptr},
    {"获取途径", "在哪里、怎样可以获取", "where", nullptr},
    {"提供内容", "提供的政府信息，或者获取的方式、途径和时间", "given", nullptr},
    {"未公开内容", "哪些内容没有公开", "withheld", nullptr},
    {"未公开情形", "部分公开时，没有公开的部分属于哪几种情形", "", withheld_grounds},
    {"未公开依据", "部分公开时，没有公开的部分依据哪几条", "", withheld_articles},
    {"征求意见情况", "征求第三方意见的情况", "opinion", nullptr},
    {"专门规定", "适用的法律、行政法规的专门规定", "rules", nullptr},
    {"检索过程", "查了哪里，用什么词，结果没有", "searched", nullptr},
    {"负责机关", "负责公开的机关的名称和联系方式", "agency", nullptr},
    {"办理渠道", "可以通过什么渠道提出", "channel", nullptr},
    {"以前的答复", "以前答复的日期、文号和情况", "earlier", nullptr},
    {"说明理由情况", "要求说明理由的日期和申请人的说明", "asked", reasons_story},
    {"收费通知情况", "收费通知的日期、金额和缴费期限", "notice", fee_story},
    {"告知事项", "这种答复应当告知的各项，一项一段", "", all_points},
};

}  // namespace

const std::vector<Place>& all_places() { return kPlaces; }

std::vector<std::string> place_names() {
  std::vector<std::string> names;
  for (const auto& place : kPlaces) names.emplace_back(place.name);
  return names;
}

const Place* find_place(std::string_view name) {
  const auto found = std::find_if(kPlaces.begin(), kPlaces.end(), [name](const Place& place) { return place.name == name; });
  return found == kPlaces.end() ? nullptr : &*found;
}

const Place* find_said(std::string_view key_or_name) {
  const auto found = std::find_if(kPlaces.begin(), kPlaces.end(), [&](const Place& place) {
    return !place.key.empty() && (place.key == key_or_name || place.name == key_or_name);
  });
  return found == kPlaces.end() ? nullptr : &*found;
}

std::string place_value(const Place& place, const PlaceScope& scope) {
  for (const auto key : {place.key, place.name}) {
    const auto said = place.key.empty() ? scope.source.said.end() : scope.source.said.find(std::string(key));
    if (said == scope.source.said.end()) continue;
    if (auto text = trimmed(said->second); !text.empty()) return text;
  }
  return place.value != nullptr ? trimmed(place.value(scope)) : "";
}

std::optional<ReplyKind> reply_kind_of(const Case& of) {
  if (of.reply) return of.reply->kind;
  return of.outcome;
}

const Consultation* last_consultation(const Case& of) {
  return of.consultations.empty() ? nullptr : &of.consultations.back();
}

}  // namespace mingting
