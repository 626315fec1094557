// Sums by name over machines and weeks.
#include "desk/hall/uses.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "desk/entries/published.hpp"

namespace mingting {
namespace {

/// Key of a chain -> key of the machine's latest one.
using Machines = std::map<std::string, std::string>;

Machines machines_of(const std::vector<KioskChain>& chains) {
  Machines next, latest;
  for (const auto& chain : chains) {
    if (!chain.successors.empty()) next[chain.kiosk.key] = chain.successors.back();
  }
  for (const auto& chain : chains) {
    auto key = chain.kiosk.key;
    for (std::size_t steps = 0; next.contains(key) && steps < chains.size(); ++steps) key = next[key];
    latest[chain.kiosk.key] = key;
  }
  return latest;
}

/// Adds up what is told of names of one kind.
class Sums {
 public:
  void add(const std::string& machine, const UseCounts& counts) {
    for (const auto& [name, count] : counts) {
      auto& one = by_name_[name];
      if (count == kFew) ++one.sum.few;
      one.sum.exact += count;
      one.machines.insert(machine);
    }
  }
  /// Most often first, then by name.
  std::vector<SummedUses> sorted() const {
    std::vector<SummedUses> all;
    for (const auto& [name, one] : by_name_) {
      all.push_back(one.sum);
      all.back().name = name;
      all.back().machines = one.machines.size();
    }
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.sum() > b.sum(); });
    return all;
  }

 private:
  struct One {
    SummedUses sum;
    std::set<std::string> machines;
  };
  std::map<std::string, One> by_name_;
};

Result<UsesSummed> read_sums(const DeskWork& work, Date from, Date to) {
  const auto counted = work.book.uses(from, to);
  if (!counted) return fail(counted.error());
  const auto chains = work.book.chains();
  if (!chains) return fail(chains.error());
  auto machines = machines_of(*chains);
  std::set<std::string> told;
  Sums items, words;
  for (const auto& each : *counted) {
    const auto& machine = machines[each.kiosk_key];
    told.insert(machine);
    items.add(machine, each.counted.items);
    words.add(machine, each.counted.words);
  }
  UsesSummed summed{.machines = told.size(), .items = items.sorted(), .words = words.sorted()};
  summed.words_of_one = std::erase_if(summed.words, [](const SummedUses& word) { return word.machines < 2; });
  return summed;
}

void put_titles(const DeskWork& work, std::vector<SummedUses>& items) {
  for (auto& item : items) {
    if (is_item(work, item.name)) item.title = item_title(work, item.name);
  }
}

Result<void> write_tsv(const DeskWork& work, const Path& file, UsesSummed& summed) {
  std::string text;
  for (const auto& item : summed.items) {
    if (!is_item(work, item.name)) continue;
    text += fmt::format("{}\t{}\n", item.name, item.sum());
    ++summed.written;
  }
  summed.tsv = file;
  auto made = file.has_parent_path() ? work.files.make_folders(file.parent_path()) : Result<void>();
  return made.and_then([&] { return write_durably(work.files, file, text); });
}

}  // namespace

Result<UsesSummed> sum_uses(const DeskWork& work, const UsesOrder& order, const TellUses& told) {
  const auto to = std::min(order.to.value_or(work.today()), work.today());
  const auto from = order.from.value_or(oldest_kept_week(to));
  if (to < from) return fail(Trouble::Refused, "uses.reversed", from, to);
  auto summed = read_sums(work, from, to);
  if (!summed) return summed;
  summed->from = week_of(from);
  summed->to = Date{std::chrono::sys_days{week_of(to)} + std::chrono::days{6}};
  put_titles(work, summed->items);
  Result<void> done;
  if (!order.tsv.empty()) done = write_tsv(work, order.tsv, *summed);
  if (done && !order.csv.empty()) {
    summed->csv = order.csv;
    done = write_durably(work.files, order.csv, csv_text(told(*summed)));
  }
  if (!done) return fail(done.error());
  return summed;
}

}  // namespace mingting
