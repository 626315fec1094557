// The chain as a tree: each record under the one it names. What hangs on the first record by held ones is
// whole.
#include "desk/register/chain.hpp"

#include <algorithm>
#include <map>

namespace mingting {
namespace {

const std::string kStart(64, '0');

class Tree {
 public:
  Tree(std::span<const ChainRecord> records, std::span<const LostRecords> lost)
      : records_(records), lost_(lost) {
    for (std::size_t i = 0; i < records.size(); ++i) by_hash_.emplace(records[i].hash, i);
    whole_.resize(records.size());
    branches_.resize(records.size());
    bridged_.resize(records.size());
    for (std::size_t i = 0; i < records.size(); ++i) hang(i);
  }

  bool holds(const std::string& hash) const { return by_hash_.contains(hash); }
  bool whole(const std::string& hash) const { return holds(hash) && whole_[by_hash_.at(hash)]; }
  bool is_lost(const std::string& hash) const {
    return std::any_of(lost_.begin(), lost_.end(), [&](const LostRecords& one) { return one.hash == hash; });
  }
  /// At the place or before it.
  const ChainRecord* last_held(std::uint64_t position) const {
    const auto after =
        std::upper_bound(records_.begin(), records_.end(), position,
                         [](std::uint64_t value, const ChainRecord& one) { return value < one.position; });
    return after == records_.begin() ? nullptr : &*std::prev(after);
  }
  /// Whole records that nothing whole follows.
  std::vector<std::size_t> ends() const {
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < records_.size(); ++i) {
      if (whole_[i] && branches_[i].empty() && !bridged_[i]) all.push_back(i);
    }
    return all;
  }
  /// The first two records that follow one and the same.
  std::optional<std::pair<std::size_t, std::size_t>> fork() const {
    std::optional<std::pair<std::size_t, std::size_t>> first;
    const auto look = [&](const std::vector<std::size_t>& branches) {
      if (branches.size() < 2 || (first && first->first <= branches[0])) return;
      first = {branches[0], branches[1]};
    };
    look(roots_);
    for (const auto& branches : branches_) look(branches);
    return first;
  }

 private:
  /// Records come by position, so that what one hangs on was hung before.
  void hang(std::size_t i) {
    const auto& record = records_[i];
    if (record.previous.empty()) return follow_place(i);
    const auto before = by_hash_.find(record.previous);
    if (record.previous == kStart && record.position == 1) {
      roots_.push_back(i);
      whole_[i] = true;
    } else if (before != by_hash_.end() && records_[before->second].position + 1 == record.position) {
      if (!whole_[before->second]) return;
      branches_[before->second].push_back(i);
      whole_[i] = true;
    } else if (before == by_hash_.end()) {
      follow_lost(i);
    }
  }
  /// A record whose forerunner was not written down when it came in: the one at the place before it.
  void follow_place(std::size_t i) {
    const auto position = records_[i].position;
    if (position == 1) {
      roots_.push_back(i);
      whole_[i] = true;
    }
    for (std::size_t k = i; k-- > 0 && records_[k].position + 1 >= position;) {
      if (records_[k].position + 1 != position || !whole_[k] || whole_[i]) continue;
      branches_[k].push_back(i);
      whole_[i] = true;
    }
  }
  bool whole_at(std::uint64_t position) const {
    for (std::size_t i = 0; i < records_.size() && records_[i].position <= position; ++i) {
      if (records_[i].position == position && whole_[i]) return true;
    }
    return std::any_of(lost_.begin(), lost_.end(),
                       [&](const LostRecords& one) { return one.last == position && bridges(one); });
  }
  /// What is lost must join what is whole: behind it, nothing else may be missing.
  bool bridges(const LostRecords& one) const { return one.first == 1 || whole_at(one.first - 1); }
  /// A record behind what is lost goes on from the whole one before that. Where there are two, nobody knows from which: both stay
  /// ends, or a machine could wait for its own for ever.
  void follow_lost(std::size_t i) {
    const auto& record = records_[i];
    for (const auto& one : lost_) {
      if (one.hash != record.previous || one.last + 1 != record.position || !bridges(one)) continue;
      whole_[i] = true;
      std::vector<std::size_t> before;
      for (std::size_t k = 0; k < i; ++k) {
        if (whole_[k] && records_[k].position + 1 == one.first) before.push_back(k);
      }
      if (before.size() == 1) bridged_[before.front()] = true;
    }
  }

  std::span<const ChainRecord> records_;
  std::span<const LostRecords> lost_;
  std::map<std::string, std::size_t, std::less<>> by_hash_;
  std::vector<bool> whole_;                         ///< held from the first record up to it
  std::vector<std::vector<std::size_t>> branches_;  ///< whole records that follow it
  std::vector<std::size_t> roots_;                  ///< first records
  std::vector<bool> bridged_;                       ///< whole records from which the chain goes on behind what is lost
};

/// Everything up to `place`, whose record is not held.
ChainGap gap_before(const Tree& tree, const ChainPlace& place, std::optional<Instant> before) {
  const auto* held = tree.last_held(place.position);
  const bool other_way = held != nullptr && held->position == place.position;
  ChainGap gap{.first = held == nullptr ? 1
                        : other_way     ? place.position
                                        : held->position + 1,
               .last = place.position,
               .hash = place.hash,
               .after = held == nullptr ? std::nullopt : std::optional(held->received),
               .before = before,
               .other_way = other_way};
  return gap;
}

std::vector<ChainGap> gaps_of(const Tree& tree, std::span<const ChainRecord> records,
                              std::span<const ChainPlace> ended) {
  std::map<std::pair<std::uint64_t, std::string>, ChainGap> gaps;
  const auto miss = [&](const ChainPlace& place, std::optional<Instant> before) {
    if (place.position == 0 || tree.holds(place.hash) || tree.is_lost(place.hash)) return;
    gaps.emplace(std::pair(place.position, place.hash), gap_before(tree, place, before));
  };
  for (const auto& record : records) {
    if (!record.previous.empty() && record.previous != kStart)
      miss({record.position - 1, record.previous}, record.received);
  }
  for (const auto& end : ended) miss(end, std::nullopt);
  std::vector<ChainGap> all;
  for (auto& [place, gap] : gaps) all.push_back(std::move(gap));
  return all;
}

}  // namespace

ChainStanding standing_of(std::span<const ChainRecord> records, std::span<const LostRecords> lost,
                          std::span<const ChainPlace> ended) {
  const Tree tree(records, lost);
  ChainStanding standing{.succeeded = !ended.empty(), .gaps = gaps_of(tree, records, ended)};
  if (const auto fork = tree.fork()) {
    standing.fork = ChainPlace{records[fork->first].position, records[fork->first].hash};
    standing.fork_numbers = {records[fork->first].number, records[fork->second].number};
  }
  for (const auto i : tree.ends()) {
    // Its hash stands for what is before it only if it was seen to follow it.
    if (records[i].previous.empty())
      standing.to_compare = true;
    else
      standing.whole.push_back({records[i].position, records[i].hash});
  }
  for (const auto& end : ended) {
    const bool known = std::find(standing.whole.begin(), standing.whole.end(), end) != standing.whole.end();
    if (!known && tree.whole(end.hash)) standing.whole.push_back(end);
  }
  return standing;
}

std::vector<Acknowledged> acknowledged_of(const std::string& kiosk_key, const ChainStanding& standing) {
  if (standing.fork && !standing.succeeded)
    return {{kiosk_key, standing.fork->position, standing.fork->hash, true}};
  std::vector<Acknowledged> all;
  for (const auto& place : standing.whole) all.push_back({kiosk_key, place.position, place.hash});
  return all;
}

Result<ChainGap> gap_to_declare(const ChainStanding& standing, const GapGivenUp& given_up, std::uint64_t held_from) {
  const auto gap = std::find_if(standing.gaps.begin(), standing.gaps.end(), [&](const ChainGap& one) {
    return one.first == given_up.first && one.last == given_up.last;
  });
  if (gap == standing.gaps.end()) return fail(Trouble::Invalid, "lost.no-gap", given_up.first, given_up.last);
  if (held_from > 0 && gap->last >= held_from && !given_up.gone) {
    return fail(Trouble::Invalid, "lost.in-the-hall", std::max(gap->first, held_from), gap->last);
  }
  return *gap;
}

}  // namespace mingting
