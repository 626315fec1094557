// Sorts document numbers into their sequences and looks for holes.
#include "domain/identity/number_gaps.hpp"

#include <map>

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

}  // namespace mingting
