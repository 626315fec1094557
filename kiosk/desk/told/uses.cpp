// Few is told as few where it is all there is, and as about a number where it was added up.
#include "desk/told/uses.hpp"

#include "base/said/words.hpp"
#include "base/text/text.hpp"

namespace mingting {
namespace {

constexpr std::size_t kMostListed = 50;
constexpr std::size_t kTitleWidth = 44;

std::string count_text(const SummedUses& one) {
  if (one.few == 0) return std::to_string(one.exact);
  if (one.exact == 0 && one.few == 1) return words("uses.few", kLeastTold);
  return words("uses.about", one.sum());
}

std::string list_text(const char* head, const std::vector<SummedUses>& list, bool with_title) {
  auto table = table_of(head);
  for (const auto& one : list) {
    if (table.rows.size() == kMostListed) break;
    table.rows.push_back({count_text(one), std::to_string(one.machines), one.name});
    if (with_title) table.rows.back().push_back(fitted(one.title.empty() ? words("uses.gone") : one.title, kTitleWidth));
  }
  auto text = table_text(table);
  if (list.size() > kMostListed) text += words("uses.more", list.size() - kMostListed) + "\n";
  return text;
}

OrderedJson list_json(const std::vector<SummedUses>& list, const char* name, bool with_title) {
  auto all = OrderedJson::array();
  for (const auto& one : list) {
    OrderedJson json{{name, one.name}};
    if (with_title) json["title"] = one.title;
    json.update({{"count", one.sum()}, {"few", one.few}, {"machines", one.machines}});
    all.push_back(std::move(json));
  }
  return all;
}

OrderedJson file_or_null(const Path& file) { return file.empty() ? OrderedJson() : OrderedJson(file.string()); }

void add_rows(CsvRows& rows, const std::string& kind, const std::vector<SummedUses>& list) {
  for (const auto& one : list) {
    rows.push_back({kind, one.name, one.title, std::to_string(one.sum()), std::to_string(one.few), std::to_string(one.machines)});
  }
}

std::string words_text(const UsesSummed& summed) {
  auto text = "\n" + words("uses.words") + "\n";
  text += summed.words.empty() ? words("uses.no-words") + "\n" : list_text("uses.words-head", summed.words, false);
  if (summed.words_of_one > 0) text += words("uses.words-of-one", summed.words_of_one) + "\n";
  return text;
}

}  // namespace

std::string as_text(const UsesSummed& summed) {
  auto text = words("uses.title", summed.from, summed.to, summed.machines) + "\n";
  text += words("uses.how", kLeastTold, kFewStandsFor) + "\n\n";
  text += summed.items.empty() ? words("uses.none") + "\n" : list_text("uses.head", summed.items, true);
  text += words_text(summed);
  if (!summed.csv.empty()) text += words("uses.csv", summed.csv.string()) + "\n";
  if (!summed.tsv.empty()) text += words("uses.tsv", summed.tsv.string(), summed.written) + "\n";
  return text;
}

OrderedJson as_json(const UsesSummed& summed) {
  return {{"ok", true},
          {"from", iso_date(summed.from)},
          {"to", iso_date(summed.to)},
          {"machines", summed.machines},
          {"few_counted_as", kFewStandsFor},
          {"items", list_json(summed.items, "item", true)},
          {"words", list_json(summed.words, "word", false)},
          {"words_of_one_machine", summed.words_of_one},
          {"csv", file_or_null(summed.csv)},
          {"tsv", file_or_null(summed.tsv)}};
}

CsvRows uses_table(const UsesSummed& summed) {
  CsvRows rows{split(words("uses.csv-head"), '|')};
  add_rows(rows, words("uses.kind-item"), summed.items);
  add_rows(rows, words("uses.kind-word"), summed.words);
  return rows;
}

}  // namespace mingting
