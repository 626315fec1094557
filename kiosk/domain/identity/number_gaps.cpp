#include "domain/identity/number_gaps.hpp"

#include <fmt/format.h>

#include <map>

#include "base/text.hpp"

namespace mingting {
namespace {

/// Number -> how many documents carry it.
using Uses = std::map<int, int>;

NumberSequence sequence_of(const std::string& prefix, int year, const Uses& uses) {
  NumberSequence sequence{prefix, year, static_cast<int>(uses.size()), uses.rbegin()->first, {}, {}};
  int expected = 1;
  for (const auto& [number, times] : uses) {
    if (number > expected) sequence.missing.push_back({expected, number - 1});
    if (times > 1) sequence.repeated.push_back(number);
    expected = number + 1;
  }
  return sequence;
}

std::string range_text(const NumberRange& range) {
  return range.first == range.last ? fmt::format("第{}号", range.first)
                                   : fmt::format("第{}至{}号", range.first, range.last);
}

}  // namespace

std::vector<NumberSequence> number_sequences(std::span<const DocumentNumber> numbers) {
  std::map<std::pair<std::string, int>, Uses> by_sequence;
  for (const auto& number : numbers) {
    if (number.number > 0) ++by_sequence[{number.prefix, number.year}][number.number];
  }
  std::vector<NumberSequence> sequences;
  sequences.reserve(by_sequence.size());
  for (const auto& [name, uses] : by_sequence) sequences.push_back(sequence_of(name.first, name.second, uses));
  return sequences;
}

std::string gap_report(const NumberSequence& sequence) {
  std::vector<std::string> missing, repeated, said;
  for (const auto& range : sequence.missing) missing.push_back(range_text(range));
  for (const int number : sequence.repeated) repeated.push_back(range_text({number, number}));
  if (!missing.empty()) said.push_back("缺" + join(missing, "、"));
  if (!repeated.empty()) said.push_back(join(repeated, "、") + "重复");
  if (said.empty()) return {};
  const auto year = sequence.year == 0 ? std::string() : fmt::format("〔{}〕", sequence.year);
  return fmt::format("{}{}：{}。", sequence.prefix, year, join(said, "；"));
}

}  // namespace mingting
