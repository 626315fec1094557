// Places are read from their end: what is left in front is the document's name.
#include "library/search/place.hpp"

#include <algorithm>
#include <tuple>

#include "base/text/text.hpp"
#include "domain/content/content.hpp"
#include "library/index/postings.hpp"
#include "library/index/terms.hpp"
#include "library/index/title_forms.hpp"

namespace mingting {
namespace {

constexpr int kHighest = 1999;            // article of a law: 民法典 has 1,260
constexpr std::size_t kMostTitles = 400;  // that are looked at for a short name

constexpr std::u32string_view kDigits = U"〇一二三四五六七八九";

std::string in_chinese(int number) {
  std::u32string text;
  bool gap = false;
  constexpr std::pair<int, char32_t> kUnits[] = {{1000, U'千'}, {100, U'百'}, {10, U'十'}, {1, 0}};
  for (const auto& [size, unit] : kUnits) {
    const int digit = number / size % 10;
    if (digit == 0) {
      gap = gap || !text.empty();
      continue;
    }
    if (gap) text += U'零';
    gap = false;
    if (!(size == 10 && digit == 1 && text.empty())) text += kDigits[static_cast<std::size_t>(digit)];
    if (unit != 0) text += unit;
  }
  return to_utf8(text);
}

/// 39, 三十九 or 一百零三; 0 when it is none of these.
int number_of(std::u32string_view text) {
  if (!text.empty() && text.size() <= 4 &&
      std::ranges::all_of(text, [](char32_t c) { return c >= '0' && c <= '9'; })) {
    int number = 0;
    for (const char32_t c : text) number = number * 10 + static_cast<int>(c - '0');
    return number <= kHighest ? number : 0;
  }
  int number = 0, digit = 0;
  for (const char32_t c : text) {
    const auto at = kDigits.find(c);
    if (at != std::u32string_view::npos)
      digit = static_cast<int>(at);
    else if (c == U'零')
      digit = 0;
    else if (c == U'两')
      digit = 2;
    else
      number += (digit == 0 ? 1 : digit) * (c == U'十' ? 10 : c == U'百' ? 100 : 1000), digit = 0;
  }
  const auto as_written = number + digit;
  return as_written > 0 && as_written <= kHighest ? as_written : 0;
}

/// Takes parts off the end of a text.
class Tail {
 public:
  explicit Tail(std::u32string text) : text_(std::move(text)) {}
  bool take(char32_t c) {
    if (text_.empty() || text_.back() != c) return false;
    text_.pop_back();
    return true;
  }
  int take_number() {
    static constexpr std::u32string_view kChinese = U"〇一二三四五六七八九零两十百千";
    const auto digits = [](char32_t c) { return c >= '0' && c <= '9'; };
    const auto chinese = [](char32_t c) { return kChinese.find(c) != std::u32string_view::npos; };
    auto from = text_.size();
    while (from > 0 && (digits(text_.back()) ? digits(text_[from - 1]) : chinese(text_[from - 1]))) --from;
    const int number = number_of(std::u32string_view(text_).substr(from));
    if (number > 0) text_.resize(from);
    return number;
  }
  /// N of 第N款 or N款; 0 when the text does not end so. Takes nothing then.
  int take_counted(char32_t unit) {
    const auto before = text_;
    const int number = take(unit) ? take_number() : 0;
    if (number == 0)
      text_ = before;
    else
      take(U'第');
    return number;
  }
  const std::u32string& rest() const { return text_; }

 private:
  std::u32string text_;
};

/// How well the name fits a title: 3 is it, 2 ends it, 1 is short for it, 0 does not fit. Both without gaps.
int fit(std::u32string_view name, std::u32string_view title) {
  if (name == title) return 3;
  if (title.ends_with(name)) return 2;
  if (title.empty() || name.front() != title.front() || name.back() != title.back()) return 0;
  std::size_t at = 0;
  for (const char32_t c : title) at += at < name.size() && name[at] == c ? 1 : 0;
  return at == name.size() ? 1 : 0;
}

/// Items whose titles have every character of the name, those with the shortest titles.
std::vector<std::uint32_t> titled(SearchIndex& index, std::u32string_view name) {
  std::vector<std::uint32_t> found;
  for (std::size_t i = 0; i < name.size(); ++i) {
    std::vector<std::uint32_t> with;
    for (PostingReader list(index.title_postings(pair_text(pair_key(name[i], 0))),
                            static_cast<std::uint32_t>(index.items()));
         list.next();) {
      if (i == 0 || std::ranges::binary_search(found, list.number())) with.push_back(list.number());
    }
    found = std::move(with);
  }
  std::ranges::stable_sort(found, {}, [&](std::uint32_t item) { return index.title_length(item); });
  if (found.size() > kMostTitles) found.resize(kMostTitles);
  return found;
}

/// A document that may be meant; the least is the likeliest.
struct Candidate {
  std::tuple<int, int, float, std::uint32_t, std::int32_t> order;
  std::uint32_t item;
};

std::vector<Candidate> named(Connection& connection, SearchIndex& index, const std::u32string& name) {
  std::vector<Candidate> all;
  if (name.size() < 2) return all;
  for (const auto item : titled(index, name)) {
    auto& row = connection.use("SELECT title FROM item WHERE number = ?");
    row.bind(1, item);
    if (!row.executeStep()) continue;
    const int how = fit(name, short_title(index.folding(), text_of(row, 0)));
    const auto validity = static_cast<Validity>(index.validity(item));
    const bool over = validity == Validity::Repealed || validity == Validity::Expired;
    if (how > 0)
      all.push_back(
          {{-how, over ? 1 : 0, -index.uses(item), index.title_length(item), -index.day(item)}, item});
  }
  std::ranges::stable_sort(all, {}, &Candidate::order);
  return all;
}

/// The block of the article's paragraph: the article's heading counts for nothing.
void narrow(Connection& connection, PlaceFound& place, int paragraph) {
  auto& rows = connection.use(
      "SELECT position FROM block WHERE item = ?1 AND number >= (SELECT first_block FROM item WHERE number = "
      "?1) + ?2 AND number < (SELECT first_block FROM item WHERE number = ?1) + ?3 AND kind <> 'heading' "
      "ORDER BY number LIMIT 1 OFFSET ?4");
  rows.bind(1, place.item), rows.bind(2, place.where.block),
      rows.bind(3, place.where.block + place.where.blocks);
  rows.bind(4, paragraph - 1);
  if (rows.executeStep()) place.where.block = rows.getColumn(0).getInt64(), place.where.blocks = 1;
}

/// The passage under the article's own heading, else the one whose text begins with it or names it.
std::optional<PlaceFound> place_in(Connection& connection, SearchIndex& index, std::uint32_t item,
                                   const PlaceAsked& asked) {
  const auto first = index.first_passage(item), end = index.first_passage(item + 1);
  auto& headed = connection.use(
      "SELECT number FROM passage WHERE number >= ?1 AND number < ?2 AND (anchor = ?3 OR anchor GLOB ?3 || "
      "'[^之]*') ORDER BY number LIMIT 1");
  headed.bind(1, first), headed.bind(2, end), bind_text(headed, 3, asked.article);
  std::optional<std::uint32_t> number;
  if (headed.executeStep()) number = headed.getColumn(0).getUInt();
  if (number) {
    PlaceFound place{item, *number, index.passage(*number)};
    if (asked.paragraph > 0) narrow(connection, place, asked.paragraph);
    return place;
  }
  auto& named_in = connection.use(
      "SELECT block.position, passage.number FROM block JOIN item ON item.number = ?1 JOIN passage ON "
      "passage.number >= ?2 AND passage.number < ?3 AND block.position >= passage.block AND block.position < "
      "passage.block + passage.blocks WHERE block.number >= item.first_block AND block.number < "
      "item.first_block + item.blocks AND instr(block.text, ?4) > 0 ORDER BY instr(block.text, ?4) > 1, "
      "block.number LIMIT 1");
  named_in.bind(1, item), named_in.bind(2, first), named_in.bind(3, end),
      bind_text(named_in, 4, asked.article);
  if (!named_in.executeStep()) return std::nullopt;
  const auto block = named_in.getColumn(0).getInt64();
  number = named_in.getColumn(1).getUInt();
  PlaceFound place{item, *number, index.passage(*number)};
  place.where.block = block, place.where.blocks = 1;
  return place;
}

}  // namespace

std::optional<PlaceAsked> place_asked(std::u32string_view folded) {
  std::u32string text(folded);
  std::erase(text, U' ');
  Tail tail(text);
  PlaceAsked asked;
  tail.take_counted(U'项');
  asked.paragraph = tail.take_counted(U'款');
  const auto before = tail;
  int also = tail.take_number();
  if (also == 0 || !tail.take(U'之')) also = 0, tail = before;
  const bool said = tail.take(U'条');
  const int article = also > 0 && !said ? 0 : tail.take_number();
  if (article == 0) return std::nullopt;
  tail.take(U'第');
  asked.document = tail.rest();
  if (asked.document.size() < 2 || class_of(asked.document.back()) != CharacterClass::Ideograph)
    return std::nullopt;
  asked.article = "第" + in_chinese(article) + "条" + (also > 0 ? "之" + in_chinese(also) : "");
  return asked;
}

std::vector<PlaceFound> find_places(Connection& connection, SearchIndex& index, const Synonyms& synonyms,
                                    const PlaceAsked& asked, std::size_t most) {
  auto candidates = named(connection, index, short_title(index.folding(), to_utf8(asked.document)));
  const auto [from, to] = synonyms.equal_range(asked.document);
  for (auto other = from; other != to; ++other) {
    for (const auto& candidate : named(connection, index, other->second.text))
      candidates.push_back(candidate);
  }
  std::ranges::stable_sort(candidates, {}, &Candidate::order);
  std::vector<PlaceFound> found;
  for (const auto& candidate : candidates) {
    if (found.size() >= most || std::get<0>(candidate.order) != std::get<0>(candidates.front().order)) break;
    if (auto place = place_in(connection, index, candidate.item, asked)) found.push_back(std::move(*place));
  }
  return found;
}

}  // namespace mingting
