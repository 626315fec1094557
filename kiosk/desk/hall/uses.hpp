// What is opened in the halls, and what is looked for there and not found? The kiosks' counts, summed.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/text/csv.hpp"
#include "desk/desk_work.hpp"

namespace mingting {

/// For what a machine in a week told as few: one to four, of which this is near the middle.
inline constexpr std::uint64_t kFewStandsFor = 2;

/// Visits that opened an item, or looked for a word that found nothing; each visit once.
struct SummedUses {
  std::string name;         ///< the item's id, or the word
  std::string title{};      ///< of an item that the content holds; "" otherwise
  std::uint64_t exact = 0;  ///< what was told as it is
  std::uint64_t few = 0;    ///< how often few was told, by a machine of a week
  std::size_t machines = 0;
  std::uint64_t sum() const { return exact + few * kFewStandsFor; }
};

struct UsesSummed {
  Date from{}, to{};              ///< whole weeks: a Monday and a Sunday
  std::size_t machines = 0;       ///< that told anything. A machine that began a new chain stays the same one
  std::vector<SummedUses> items;  ///< most often first
  std::vector<SummedUses> words;  ///< as well; those alone that two machines told
  std::size_t words_of_one = 0;   ///< left out, since one machine alone told them
  Path csv, tsv;                  ///< written; "" for none
  std::size_t written = 0;        ///< items in the tsv: those that the content holds
};
using TellUses = std::function<CsvRows(const UsesSummed&)>;

/// uses [--from DATE] [--to DATE] [--csv FILE] [--tsv FILE]: the last year when nothing is said.
struct UsesOrder {
  std::optional<Date> from, to;
  Path csv;  ///< for a spreadsheet, as `told` has it
  Path tsv;  ///< as content/search/uses.tsv is read by mingting-publish
};
Result<UsesSummed> sum_uses(const DeskWork& work, const UsesOrder& order, const TellUses& told);

}  // namespace mingting
