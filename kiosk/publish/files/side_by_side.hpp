// Files looked at on several threads at once: each takes the next one.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace mingting {

/// Calls work(i) once for each i below `count`, on a further thread for every `share` of them, on four at most. Results are put
/// in places of their own by the caller, so that the outcome is the same however many there are.
template <class Work>
void side_by_side(std::size_t count, std::size_t share, Work work) {
  constexpr std::size_t kMostThreads = 4;
  const auto wanted =
      std::min({std::max<std::size_t>(1, std::thread::hardware_concurrency()), kMostThreads, count / share + 1});
  std::atomic<std::size_t> next{0};
  const auto take = [&] {
    for (std::size_t i = next++; i < count; i = next++) work(i);
  };
  std::vector<std::jthread> helpers;
  for (std::size_t i = 1; i < wanted; ++i) helpers.emplace_back(take);
  take();
}

}  // namespace mingting
