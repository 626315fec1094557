// Faces, words and receipts that tests and benchmarks of paper start from.
#pragma once

#include <string>
#include <vector>

#include "paper/pages/receipt.hpp"

namespace mingting {

inline const Path kFonts = "/usr/share/fonts";

inline std::vector<Path> face_files() {
  return {kFonts / "opentype/noto/NotoSansCJK-Regular.ttc", kFonts / "opentype/noto/NotoSansCJK-Bold.ttc",
          kFonts / "truetype/babelstone/BabelStoneHan.ttf", kFonts / "truetype/hanazono/HanaMinA.ttf",
          kFonts / "truetype/hanazono/HanaMinB.ttf"};
}

inline PaperWords chinese_words() {
  return {{"title", "收件回执"},
          {"number", "编号"},
          {"code", "查询码"},
          {"qr", "凭编号和查询码，可在本厅自助机、窗口或来电查询办理进度；出示二维码可免去输入。"},
          {"received", "收件时间"},
          {"matter", "办理事项"},
          {"applicant", "申请人"},
          {"due", "答复期限"},
          {"about", "针对内容"},
          {"promised", "承诺回复"},
          {"countersign", "工作人员签收"},
          {"countersign_name", "姓名"},
          {"countersign_date", "日期"},
          {"due_provisional", "跨入放假安排尚未公布的年份，暂按周末推算，以通知为准。"},
          {"clock_doubtful", "本机时钟可能不准，收件日期以工作人员确认为准。"},
          {"next", "接下来"},
          {"sign", "请今天就把这张回执给工作人员看，请他签收。"},
          {"keep", "请妥善保管本回执。查询码只显示和打印这一次，请不要告诉别人。"},
          {"office", "承办单位"},
          {"phone", "咨询电话"},
          {"address", "办公地址"},
          {"page", "第 {page} 页，共 {pages} 页"},
          {"missing", "〓 处是打印字库没有的字（{characters}），以登记的内容为准。"}};
}

inline PaperWords english_words() {
  return {{"title", "Receipt"},
          {"number", "Receipt number"},
          {"code", "Query code"},
          {"qr", "Use the number and the code to follow your request at this kiosk, at the counter or by telephone. Showing the QR code saves typing."},
          {"received", "Received"},
          {"matter", "Matter"},
          {"applicant", "Applicant"},
          {"due", "Reply due by"},
          {"about", "About"},
          {"promised", "Answer promised by"},
          {"countersign", "Received by staff"},
          {"countersign_name", "Name"},
          {"countersign_date", "Date"},
          {"due_provisional", "Runs into a year whose public holidays are not announced yet; the office will confirm the date."},
          {"clock_doubtful", "This kiosk's clock may be wrong; the staff will confirm the date."},
          {"next", "What happens next"},
          {"sign", "Today: show this receipt to the staff and have it signed."},
          {"keep", "Please keep this paper. The query code is shown and printed only once; tell it to nobody."},
          {"office", "Office in charge"},
          {"phone", "Phone"},
          {"address", "Address"},
          {"page", "Page {page} of {pages}"},
          {"missing", "〓 stands for a character that cannot be printed here ({characters}); what was registered counts."}};
}

inline Receipt chinese_receipt() {
  Receipt receipt;
  receipt.number.text = "NM-K01-20261123-0007-C";
  receipt.code.text = "7K3F-9QWD";
  receipt.received = *parse_local_time("2026-11-23T09:00");
  receipt.matter = "政府信息公开申请";
  receipt.applicant = "𬭸*㛃";
  receipt.due = parse_date("2026-12-21");
  receipt.counted = {remark("收到当天（11月23日）不算，从第二天数起，数满20个工作日。"), remark("周末8天不算。")};
  receipt.countersign = true;
  receipt.next = {"最迟在2026年12月21日答复您。要延长的，会先告诉您，最多再加20个工作日。",
                  "写得不清楚的，7个工作日内请您补正。收到补正后，期限重新算。",
                  "征求第三方或者其他机关意见的时间不算，期限会停下来。需要缴费的（很少见），期限怎样算，以缴费通知为准。",
                  "想知道办到哪一步：在专区的机器上点“查进度”，输入编号和查询码，或者扫二维码。"};
  receipt.office = "南明区人民政府办公室（政务公开科）";
  receipt.office_phone = "0851-8581 2345";
  receipt.hall = "南明区政务服务中心政务公开专区";
  receipt.address = "贵州省贵阳市南明区箭道街29号政务服务中心一楼大厅东侧";
  return receipt;
}

inline Receipt english_receipt() {
  Receipt receipt = chinese_receipt();
  receipt.english = true;
  receipt.matter = "Application for government information";
  receipt.applicant = "J*** Smith";
  receipt.due_provisional = true;
  receipt.counted = {remark("The day of receipt (23 November) is not counted; 20 working days follow."), remark("8 weekend days are left out.")};
  receipt.next = {"You will have a reply by 21 December 2026. If more time is needed you will be told first; at most 20 working days more.",
                  "If your request is unclear, you will be asked within 7 working days to complete it. The period then starts again.",
                  "Time spent asking third parties or other agencies is not counted. In the rare case of a fee, the fee notice says how the period runs.",
                  "To see how far it is: tap 'Status' here, enter number and code or scan the QR code."};
  receipt.office = "General Office of Nanming District People's Government";
  receipt.hall = "Open Government Area, Nanming District Service Centre";
  receipt.address = "First floor, east side, 29 Jiandao Street, Nanming District, Guiyang, Guizhou";
  return receipt;
}

/// Everything long: hall, matter of 60 characters, a name with rare characters and one that no face has, ten steps.
inline Receipt long_receipt() {
  Receipt receipt = chinese_receipt();
  receipt.hall = "贵州省贵阳市南明区政务服务中心（公共资源交易中心）政务公开专区暨依申请公开受理点";
  receipt.matter = "关于公开某某街道老旧小区改造项目征收补偿安置方案及资金使用情况（含2024年度至2026年度）等政府信息的公开申请事项（补充材料）";
  receipt.applicant = "䶮㛃𬭸𫖯·阿卜杜热合曼·买买提依明（委托代理人：欧阳**）𪚥\U0003ABCD";
  receipt.due_provisional = receipt.clock_doubtful = true;
  receipt.about = "示例：南明区示例街道示例路人行道改造和无障碍设施建设方案（征求意见稿）";
  for (std::size_t i = 0; i < 6; ++i) receipt.next.push_back(receipt.next[i % 4]);
  return receipt;
}

/// Nothing but what every receipt has.
inline Receipt bare_receipt() {
  Receipt receipt;
  const Receipt full = chinese_receipt();
  receipt.number = full.number;
  receipt.code = full.code;
  receipt.received = full.received;
  receipt.matter = "意见建议";
  receipt.hall = full.hall;
  receipt.office = full.office;
  return receipt;
}

}  // namespace mingting
