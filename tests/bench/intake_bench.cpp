// Submitting: from the answers in memory to a durable row, on the disk of the temporary folder (TMPDIR
// chooses another).
#include <benchmark/benchmark.h>

#include "intake/intake.hpp"
#include "intake/sealed/sealing.hpp"
#include "intake/hall.hpp"

namespace mingting {
namespace {

void submit(benchmark::State& state) {
  HallAtWork hall;
  auto intake = hall.opened();
  (void)intake.submit(application(), hall.office.public_key);
  for (auto _ : state) {
    if (!intake.submit(application(), hall.office.public_key)) state.SkipWithError("refused");
  }
}
BENCHMARK(submit)->Unit(benchmark::kMillisecond)->UseRealTime();

/// The part of it that is slow on purpose.
void query_code(benchmark::State& state) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(vault::query_code_hash({"NM-K01-20261123-0001-X"}, {"ABCD-2345"}));
  }
}
BENCHMARK(query_code)->Unit(benchmark::kMillisecond);

/// Starting on a store of many submissions; what a start costs before the first frame may need the store.
void start(benchmark::State& state) {
  HallAtWork hall;
  hall.exported(static_cast<int>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(hall.open());
}
BENCHMARK(start)->Arg(200)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace mingting

BENCHMARK_MAIN();
