// Documents of odd shapes and cases at every step, declared.
#include "main/kiosk/gallery/samples.hpp"

#include <algorithm>

#include "base/said/words.hpp"
#include "domain/case/clock.hpp"
#include "domain/form/submission.hpp"

namespace mingting::gallery {
namespace {

// ---- documents -----------------------------------------------------------------------------------------------------

constexpr std::string_view kFolder = "gallery/";

Block words_of(BlockKind kind, std::string text) {
  return {.kind = kind, .spans = {{.text = std::move(text)}}};
}
Block heading(std::string text) {
  return {.kind = BlockKind::Heading, .level = 2, .anchor = text, .spans = {{.text = text}}};
}
Block paragraph(std::string text) {
  return words_of(BlockKind::Paragraph, std::move(text));
}

const std::string kRunning =
    "示例：沿线的人行道铺平，每个路口加装无障碍坡道，积水的地方换掉排水口。施工分两段，一段修好了再修另一段，商户照常开门。";

Document titled(std::string title) {
  Document document;
  document.item.column = "documents";
  document.item.title = std::move(title);
  document.item.issuer = "示例单位";
  document.item.sample = true;
  return document;
}

Document long_title() {
  auto document = titled(
      "示例：南明区示例街道办事处关于转发《示例单位关于进一步做好2026年度老旧小区公共设施改造、无障碍环境建设和"
      "周边道路排水管网整治工作有关事项的通知》并征求沿线居民、商户意见的通知");
  document.item.document_number = "示例办发〔2026〕117号";
  document.blocks = {paragraph(kRunning), paragraph(kRunning)};
  return document;
}

Document not_in_force() {
  auto document = titled("示例：路灯管理办法");
  document.item.document_number = "示例府发〔2019〕6号";
  document.item.validity = Validity::Repealed;
  document.item.validity_note = "由《示例：城市照明管理办法》（示例府发〔2026〕9号）代替。";
  document.item.made = Date{std::chrono::year{2019}, std::chrono::March, std::chrono::day{4}};
  for (const char* part : {"第一章　总则", "第二章　设置和维护", "第三章　费用", "第四章　附则"}) {
    document.blocks.push_back(heading(part));
    document.blocks.push_back(paragraph(kRunning));
  }
  return document;
}

Document with_table() {
  auto document = titled("示例：设施改造安排表");
  Block table{.kind = BlockKind::Table};
  table.cells = {{"路段", "施工时间", "费用（万元）", "由谁来做"},
                 {"示例路东段", "2026年3月至4月", "128.50", "示例一公司"},
                 {"示例路西段", "2026年5月至7月", "1,046.00", "示例二公司和示例街道办事处"},
                 {"示例巷", "待定", "9.75", ""}};
  document.blocks = {paragraph(kRunning), table, words_of(BlockKind::Quote, "示例：费用以决算为准。"), paragraph(kRunning)};
  return document;
}

Document picture_missing() {
  auto document = titled("示例：一张图看懂改造方案");
  Block picture{.kind = BlockKind::Picture, .media = "gallery/missing.png", .alt = "示例：改造前后的路口，坡道在右边。"};
  document.blocks = {paragraph(kRunning), picture, paragraph(kRunning)};
  return document;
}

Document links() {
  auto document = titled("示例：到哪里去办");
  Block web = paragraph("示例：网上也可以办，请看");
  web.spans.push_back({.text = "示例网站", .link = "https://www.example.gov.cn/banshi?from=hall&lang=zh"});
  web.spans.push_back({.text = "，"});
  web.spans.push_back({.text = "旧的窗口", .struck = true});
  web.spans.push_back({.text = "不再受理。"});
  Block phone = words_of(BlockKind::Bullet, "示例：咨询电话 ");
  phone.spans.push_back({.text = "0851-12345678", .link = "tel:0851-12345678"});
  document.blocks = {web, phone, paragraph(kRunning)};
  return document;
}

// ---- urgent notices ------------------------------------------------------------------------------------------------

Document urgent(const char* title, std::map<std::string, std::string> fields) {
  auto document = titled(title);
  document.item.column = kUrgentColumn;
  document.item.issuer = "示例应急局、示例水务局";
  document.item.fields = std::move(fields);
  document.item.fields["from"] = "2026-11-20 20:00";
  document.item.fields["until"] = "2026-12-31 06:00";
  document.item.fields["agreed_by"] = "示例甲；示例乙";
  document.blocks = {paragraph("示例：请提前存水。恢复供水以前，消防和医院由水车供应。"), paragraph(kRunning)};
  return document;
}

Document urgent_water() {
  return urgent("今晚8点起，示例路一带停水", {{"level", "orange"},
                                               {"matter", "停水"},
                                               {"area", "示例路1号至120号；示例小区"},
                                               {"reason", "供水管道抢修"},
                                               {"ask", "以供水公司公示为准"}});
}

Document urgent_rain() {
  return urgent("今天夜里有暴雨，低洼地方请不要停车，地下通道请不要进",
                {{"level", "red"}, {"matter", "暴雨"}, {"area", "示例街道；示例乡"}, {"reason", "气象台发布暴雨红色预警"}, {"ask", "示例应急局"}});
}

Document urgent_road() {
  return urgent("示例路明天上午封闭施工", {{"level", "plain"}, {"matter", "封路"}, {"area", "示例路"}, {"ask", "示例街道办事处"}});
}

// ---- cases ---------------------------------------------------------------------------------------------------------

struct SampleCase {
  const char* code;
  const char* day;  ///< when it came
  ReceiptWay way;
  std::vector<std::pair<const char*, StepWhat>> steps;
  std::string reply, reply_item;
};

std::vector<SampleCase> sample_cases() {
  const auto came = ReceiptWay::InPerson;
  const Replied granted{.kind = ReplyKind::Granted, .number = "示例公开复〔2026〕7号"};
  return {
      {"HAND-2345", "2026-11-02", came, {}, "", ""},
      {"CNFR-2345", "2026-11-18", ReceiptWay::Internet, {}, "", ""},
      {"CRCT-2345", "2026-11-03", came, {{"2026-11-09", CorrectionAsked{"写明文号", 15}}}, "", ""},
      {"PAYF-2345", "2026-11-03", came, {{"2026-11-12", FeeNotified{FeeBasis::Pages, 240}}}, "", ""},
      {"THRD-2345",
       "2026-11-04",
       came,
       {{"2026-11-10", Extended{10, "示例主任"}},
        {"2026-11-12", ConsultationSent{ConsultationKind::ThirdParty, "示例甲公司", {}}},
        {"2026-11-16", ConsultationDelivered{3}}},
       "",
       ""},
      {"TARD-2345", "2026-09-01", came, {}, "", ""},
      {"PRVS-2345", "2026-11-18", came, {{"2026-11-19", Extended{20, "示例主任"}}}, "", ""},
      {"SERV-2345", "2026-10-12", came, {{"2026-11-05", granted}}, "", "faq/01-cost"},
      {"DNEE-2345",
       "2026-10-09",
       came,
       {{"2026-10-12", CorrectionAsked{"写明年份", 10}},
        {"2026-10-16", CorrectionReceived{}},
        {"2026-10-20", FeeNotified{FeeBasis::Pages, 240}},
        {"2026-10-23", FeePaid{}},
        {"2026-11-05", granted},
        {"2026-11-09", Served{ServiceWay::Direct}}},
       "示例：您申请的改造方案，予以公开。\n示例：方案已经在本机发布。",
       "faq/01-cost"},
  };
}

Result<Case> played(const SampleCase& sample, const Reckoning& with) {
  const auto step_on = [](const char* day, StepWhat what) {
    const auto date = *parse_date(day);
    return Step{date, "示例经办", start_of(date), std::move(what)};
  };
  auto one = record({}, step_on(sample.day, Arrived{sample.way, {}}), with);
  for (const auto& [day, what] : sample.steps) {
    if (one) one = record(*one, step_on(day, what), with);
  }
  return one;
}

ReceiptNumber number_of(const char* day) {
  return make_receipt_number("NM", kKioskName, *parse_date(day), 1);
}

CaseStatus answered_letter() {
  CaseStatus status;
  status.number = number_of("2026-11-09").text;
  status.matter = "示例：来信";
  status.phase = "answered";
  status.done = {{*parse_date("2026-11-09"), "收到来信", "arrived"}, {*parse_date("2026-11-16"), "已经回复", "replied"}};
  status.reply = "示例：路灯已经修好，谢谢您告诉我们。";
  status.as_of = kToldOn;
  return status;
}

}  // namespace

std::optional<Document> sample_document(std::string_view id) {
  static const std::map<std::string_view, Document (*)()> kDocuments{{"long-title", long_title},
                                                                     {"not-in-force", not_in_force},
                                                                     {"table", with_table},
                                                                     {"picture-missing", picture_missing},
                                                                     {"links", links},
                                                                     {"urgent-water", urgent_water},
                                                                     {"urgent-rain", urgent_rain},
                                                                     {"urgent-road", urgent_road}};
  if (!id.starts_with(kFolder)) return std::nullopt;
  const auto found = kDocuments.find(id.substr(kFolder.size()));
  if (found == kDocuments.end()) return std::nullopt;
  auto document = found->second();
  document.item.id = id;
  return document;
}

std::vector<UrgentNotice> sample_notices(std::size_t count) {
  std::vector<UrgentNotice> notices;
  for (const auto* id : {"gallery/urgent-water", "gallery/urgent-rain", "gallery/urgent-road"}) {
    if (notices.size() < count) notices.push_back(*urgent_notice(sample_document(id)->item));
  }
  return notices;
}

std::map<std::string, CaseStatus> sample_statuses(const WorkCalendar& calendar) {
  const LocalRules rules;
  const Reckoning with{calendar, rules};
  std::map<std::string, CaseStatus> statuses{{"ANSW-2345", answered_letter()}};
  for (const auto& sample : sample_cases()) {
    const auto one = played(sample, with);
    if (!one) continue;  // a calendar without these days: what asks for it finds nothing, and says so
    auto& status = statuses[sample.code] = status_of(*one, with, kToldOn, worded);
    status.number = number_of(sample.day).text;
    status.matter = "政府信息公开申请";
    status.reply = sample.reply;
    status.reply_item = sample.reply_item;
  }
  return statuses;
}

}  // namespace mingting::gallery
