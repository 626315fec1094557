// What each place of a template stands for. Their names ({收到日期}) are keys of the templates' format, explained to offices in
// content/desk/README.md; what is said there in other words than the case's own stands in assets/strings/told/desk-papers.toml.
#include "desk/papers/places.hpp"

#include <algorithm>

#include "base/said/words.hpp"
#include "base/text/characters.hpp"
#include "base/text/text.hpp"

namespace mingting {
namespace {

/// What a kiosk's form holds is quoted whole; a letter of many pages would bury what the paper has to say.
constexpr std::size_t kMostQuoted = 1000;

const Case& one(const PlaceScope& scope) { return scope.source.one; }
Reckoning with(const PlaceScope& scope) { return {scope.source.calendar, scope.source.office.rules}; }

std::string date_text(const std::optional<Date>& date) { return date ? chinese_date(*date) : ""; }

std::string deadline_text(const std::optional<Deadline>& deadline) {
  if (!deadline) return "";
  return deadline->provisional ? words("paper-words.provisional", deadline->date) : chinese_date(deadline->date);
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
  return name.empty() ? words("paper-words.unnamed") : name;
}
std::string address_form(const PlaceScope& scope) {
  return words(scope.source.entry.applicant.kind == ApplicantKind::Person ? "paper-words.person" : "paper-words.organisation");
}
std::string applicant_kind(const PlaceScope& scope) {
  return std::string(named(kApplicantKinds, scope.source.entry.applicant.kind).title);
}
std::string entry_number(const PlaceScope& scope) { return scope.source.entry.number; }
/// Stands inside a sentence: without the full stop it may end with.
std::string wanted(const PlaceScope& scope) {
  auto text = request_of(scope.source.entry);
  while (text.ends_with("。")) text.resize(text.size() - std::string_view("。").size());
  return text.empty() ? words("paper-words.nothing-wanted") : quoted_request(text);
}
/// The code is shown once and never kept: a receipt made again says where it stands.
std::string query_code(const PlaceScope& scope) {
  if (!scope.source.query_code.empty()) return scope.source.query_code;
  return scope.source.entry.code_hash.empty() ? "" : words("paper-words.code-on-receipt");
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
std::string counting(const PlaceScope& scope) { return worded(how_counted(one(scope), with(scope), scope.on)); }
std::string to_be_confirmed(const PlaceScope& scope) {
  return one(scope).phase == Phase::AwaitingConfirmation ? words("paper-words.to-be-confirmed") : "";
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
  const auto told = remark("paper-words.correction-told", *of.correction_asked, address_form(scope));
  if (of.corrected) return words("paper-words.corrected", told, *of.corrected);
  return words("paper-words.uncorrected", told, correction_deadline(scope));
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
  const auto asked = remark("paper-words.reasons-asked", *of.reasons_asked, address_form(scope));
  const auto* given = last_step<ReasonsGiven>(of);
  if (given == nullptr || !of.reasons_given) return words("paper-words.no-reasons", asked);
  return words("paper-words.reasons-given", asked, address_form(scope), *of.reasons_given, given->reasons);
}

// ---- fees -----------------------------------------------------------------------------------------------------------

std::string fee_basis(const PlaceScope& scope) {
  return one(scope).fee ? words("paper-words.fee-basis", named(kFeeBases, one(scope).fee->basis).title) : "";
}
std::string fee_amount(const PlaceScope& scope) { return one(scope).fee ? words("paper-words.yuan", one(scope).fee->yuan) : ""; }
std::string fee_notified(const PlaceScope& scope) { return date_text(one(scope).fee_notified); }
std::string fee_deadline(const PlaceScope& scope) {
  if (!one(scope).fee_notified) return "";
  return deadline_text(working_days_after(scope.source.calendar, *one(scope).fee_notified, kPaymentDays));
}

Remark tier_remark(std::int64_t from, const FeeTier& tier, std::string_view unit) {
  const auto range = from == 1 ? remark("paper-words.first-tier", tier.up_to, unit)
                               : remark("paper-words.tier", from, tier.up_to, unit);
  return tier.yuan == 0 ? remark("paper-words.free", range) : remark("paper-words.each", range, unit, tier.yuan);
}

/// The tariff in words, of the way that was chosen.
std::string fee_standard(const PlaceScope& scope) {
  if (!one(scope).fee) return "";
  const bool items = one(scope).fee->basis == FeeBasis::Items;
  const auto& rules = scope.source.office.rules;
  const FeeScale& scale = items ? rules.item_tariff : rules.page_tariff;
  const auto unit = unit_of(one(scope).fee->basis);
  std::vector<Remark> parts;
  std::int64_t from = 1;
  for (const auto& tier : scale.tiers) {
    parts.push_back(tier_remark(from, tier, unit));
    from = tier.up_to + 1;
  }
  const auto above = scale.tiers.empty() ? scale.step_rise : scale.tiers.back().yuan + scale.step_rise;
  parts.push_back(scale.step_width > 0 ? remark("paper-words.steps", from, unit, scale.step_width, above, scale.step_rise)
                                       : remark("paper-words.above", from, unit, above));
  return words(items ? "paper-words.item-tariff" : "paper-words.page-tariff", parts);
}

std::string fee_story(const PlaceScope& scope) {
  if (!one(scope).fee) return "";
  return words("paper-words.fee-story", fee_notified(scope), address_form(scope), fee_amount(scope), fee_deadline(scope));
}

// ---- replies --------------------------------------------------------------------------------------------------------

std::string article(const PlaceScope& scope) { return scope.reply ? std::string(rule_of(*scope.reply).article) : ""; }
std::string reply_name(const PlaceScope& scope) { return scope.reply ? std::string(reply_title(*scope.reply)) : ""; }
/// Art. 37: the grounds of the part that is not given.
std::string withheld_grounds(const PlaceScope& scope) {
  if (!one(scope).reply) return "";
  std::vector<Remark> grounds;
  for (const auto kind : one(scope).reply->withheld) grounds.push_back(remark("paper-words.ground", reply_title(kind)));
  return words("paper-words.grounds", grounds);
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
    {"申请人", "", applicant},
    {"称呼", "", address_form},
    {"申请人类别", "", applicant_kind},
    {"编号", "", entry_number},
    {"事由", "", wanted},
    {"查询码", "", query_code},
    {"到达日期", "", arrived},
    {"收到日期", "", received},
    {"收到方式", "", receipt_way},
    {"待确认说明", "", to_be_confirmed},
    {"答复期限", "", reply_deadline},
    {"期限算法", "", counting},
    {"附件", "attachments", nullptr},
    {"机关", "", agency},
    {"办公地址", "", address},
    {"办公时间", "", hours},
    {"联系电话", "", phone},
    {"邮政编码", "", postcode},
    {"文号", "", paper_number},
    {"日期", "", paper_date},
    {"经办人", "", clerk},
    {"补正事项", "what", correction_what},
    {"补正告知日期", "", correction_asked},
    {"补正工作日", "", correction_days},
    {"补正截止", "", correction_deadline},
    {"收到补正日期", "", corrected},
    {"补正情况", "correction", correction_story},
    {"延长工作日", "", extension_days},
    {"批准人", "", approved_by},
    {"征求对象", "party", party},
    {"征求内容", "what", wanted},
    {"意见日期", "", opinion_day},
    {"决定公开内容", "disclosed", wanted},
    {"公共利益理由", "interest", public_interest},
    {"过多情况", "excess", nullptr},
    {"要求说明理由日期", "", reasons_asked},
    {"说明理由日期", "", reasons_given},
    {"计收方式", "", fee_basis},
    {"计收标准", "", fee_standard},
    {"计算过程", "counted", nullptr},
    {"收费金额", "", fee_amount},
    {"缴费方式", "how_to_pay", nullptr},
    {"收费通知日期", "", fee_notified},
    {"缴费截止", "", fee_deadline},
    {"答复种类", "", reply_name},
    {"依据", "", article},
    {"理由", "reason", nullptr},
    {"获取途径", "where", nullptr},
    {"提供内容", "given", nullptr},
    {"未公开内容", "withheld", nullptr},
    {"未公开情形", "", withheld_grounds},
    {"未公开依据", "", withheld_articles},
    {"征求意见情况", "opinion", nullptr},
    {"专门规定", "rules", nullptr},
    {"检索过程", "searched", nullptr},
    {"负责机关", "agency", nullptr},
    {"办理渠道", "channel", nullptr},
    {"以前的答复", "earlier", nullptr},
    {"说明理由情况", "asked", reasons_story},
    {"收费通知情况", "notice", fee_story},
    {kAllPoints, "", all_points},
};

}  // namespace

std::string request_of(const Entry& entry) {
  auto request = request_in(entry.submission);
  return request.empty() ? entry.applicant.wanted : request;
}

std::string quoted_request(std::string_view request) {
  auto first = shortened(request, kMostQuoted);
  return first == request ? first : words("paper-words.shortened", first, count_characters(request));
}

const std::vector<Place>& all_places() { return kPlaces; }

Remark meaning_of(const Place& place) { return remark("paper-place." + std::string(place.name)); }

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
