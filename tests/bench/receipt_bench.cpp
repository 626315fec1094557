// How long a receipt takes: with faces in use since the start of the day (warm), and the very first one after starting (cold).
#include <benchmark/benchmark.h>

#include "paper/receipt_pdf.hpp"

namespace {

using namespace mingting;

std::vector<Path> face_files() {
  const Path fonts = "/usr/share/fonts";
  return {fonts / "opentype/noto/NotoSansCJK-Regular.ttc", fonts / "opentype/noto/NotoSansCJK-Bold.ttc",
          fonts / "truetype/babelstone/BabelStoneHan.ttf", fonts / "truetype/hanazono/HanaMinB.ttf"};
}

Receipt a_receipt() {
  Receipt receipt;
  receipt.number.text = "NM-K01-20261123-0007-C";
  receipt.code.text = "7K3F-9QWD";
  receipt.received = *parse_local_time("2026-11-23T09:00");
  receipt.matter = "政府信息公开申请";
  receipt.applicant = "𬭸*㛃";
  receipt.due = parse_date("2026-12-21");
  receipt.next = {"工作人员当日核对申请内容；需要补充的，将在 2026年12月2日 前一次性告知您补正。",
                  "自收到申请之日起 20 个工作日内，即 2026年12月21日 前作出书面答复。",
                  "答复按您选择的方式送达；也可凭本回执到“政务公开专区”窗口领取。"};
  receipt.office = "南明区人民政府办公室（政务公开科）";
  receipt.office_phone = "0851-8581 2345";
  receipt.hall = "南明区政务服务中心政务公开专区";
  receipt.address = "贵州省贵阳市南明区箭道街29号政务服务中心一楼大厅东侧";
  return receipt;
}

PaperWords words() {
  return {{"title", "收件回执"}, {"about", "针对内容"}, {"promised", "承诺回复"}, {"countersign", "工作人员签收"},
          {"countersign_name", "姓名"}, {"countersign_date", "日期"}, {"number", "回执编号"}, {"code", "查询码"}, {"received", "收件时间"}, {"matter", "办理事项"},
          {"applicant", "申请人"}, {"due", "答复期限"}, {"due_provisional", "以通知为准。"}, {"clock_doubtful", "以工作人员确认为准。"},
          {"next", "接下来"}, {"keep", "请妥善保管本回执。查询码只显示和打印这一次，请不要告诉别人。"}, {"office", "承办单位"},
          {"phone", "咨询电话"}, {"address", "办公地址"},
          {"qr", "凭编号和查询码，可在本厅自助机、窗口或来电查询办理进度；出示二维码可免去输入。"}};
}

void make(benchmark::State& state, const PaperFaces& faces, PaperKind kind) {
  const auto pdf = receipt_pdf(faces, a_receipt(), words(), kind);
  if (!pdf) state.SkipWithError(pdf.error().message.c_str());
  if (pdf) state.counters["bytes"] = static_cast<double>(pdf->size());
}

void warm_receipt(benchmark::State& state) {
  const auto faces = PaperFaces::open(face_files());
  if (!faces) return state.SkipWithError(faces.error().message.c_str());
  const PaperKind kind = state.range(0) == 0 ? PaperKind::A4 : PaperKind::Slip80;
  make(state, *faces, kind);
  for (auto _ : state) make(state, *faces, kind);
}
BENCHMARK(warm_receipt)->ArgName("slip")->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

void cold_receipt(benchmark::State& state) {
  for (auto _ : state) {
    const auto faces = PaperFaces::open(face_files());
    if (!faces) return state.SkipWithError(faces.error().message.c_str());
    make(state, *faces, PaperKind::A4);
  }
}
BENCHMARK(cold_receipt)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
