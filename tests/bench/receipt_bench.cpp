// How long a receipt takes: with faces in use since the start of the day (warm), and the very first one after starting (cold).
#include <benchmark/benchmark.h>

#include "base/said/words.hpp"
#include "paper/pages/receipt_samples.hpp"

namespace {

using namespace mingting;

void make(benchmark::State& state, const PaperFaces& faces, PaperKind kind) {
  const auto pdf = receipt_pdf(faces, chinese_receipt(), chinese_words(), kind);
  if (!pdf) state.SkipWithError(worded(pdf.error()).c_str());
  if (pdf) state.counters["bytes"] = static_cast<double>(pdf->size());
}

void warm_receipt(benchmark::State& state) {
  const auto faces = PaperFaces::open(face_files());
  if (!faces) return state.SkipWithError(worded(faces.error()).c_str());
  const PaperKind kind = state.range(0) == 0 ? PaperKind::A4 : PaperKind::Slip80;
  make(state, *faces, kind);
  for (auto _ : state) make(state, *faces, kind);
}
BENCHMARK(warm_receipt)->ArgName("slip")->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

void cold_receipt(benchmark::State& state) {
  for (auto _ : state) {
    const auto faces = PaperFaces::open(face_files());
    if (!faces) return state.SkipWithError(worded(faces.error()).c_str());
    make(state, *faces, PaperKind::A4);
  }
}
BENCHMARK(cold_receipt)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
