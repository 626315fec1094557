// One search from the words typed to the hits shown.
#include "library/search/run.hpp"

#include <algorithm>
#include <array>

#include "base/text/text.hpp"
#include "library/index/passages.hpp"
#include "library/search/question_words.hpp"
#include "library/search/repair.hpp"
#include "library/search/snippet.hpp"

namespace mingting {
namespace {

constexpr std::size_t kMostCounted = 1000;  // documents, as the contract of SearchResults says
constexpr std::size_t kMostHits = 200, kMostNumbers = 200, kMostWords = 8, kMostPassages = 50;
constexpr std::size_t kFew = 10;        // fewer documents with all words: those with some words follow
constexpr std::size_t kLittle = 3;      // fewer: say what else may have been meant
constexpr std::size_t kShortest = 3;    // characters of a word that is taken apart when nothing was found
constexpr std::size_t kShortQuery = 5;  // and when little was found
constexpr std::int64_t kBeginningBlocks = 6;  // of a document, to show when only its title matched
constexpr float kAnyWordsShare = 0.35F;       // of the best score: what scores less is noise
constexpr std::u32string_view kState = U"中华人民共和国";  // may be left out of a law's name
constexpr std::size_t kMostBracketed = 16;                 // characters in brackets behind a title, also left out

/// 物业管理条例 of 物业管理条例（2018年修订）.
std::string without_bracket(const std::string& title) {
  const auto points = to_code_points(title);
  if (points.empty() || (points.back() != U'）' && points.back() != U')')) return title;
  const auto open = points.find_last_of(U"（(");
  return open == std::u32string::npos ? title : to_utf8(points.substr(0, open));
}

}  // namespace

SearchRun::SearchRun(Searcher& searcher, const SearchQuery& asked)
    : searcher_(searcher),
      asked_(asked),
      text_(folded_query(searcher.index_.folding(), asked.text)),
      number_(parse_partial_document_number(asked.text)),
      seen_(searcher.index_.items()) {}

SearchResults SearchRun::answer() {
  SearchResults results;
  results.query = asked_.text.substr(0, 4 * kLongestQuery);
  while (!results.query.empty() && !is_valid_utf8(results.query) && results.query.size() < asked_.text.size())
    results.query.pop_back();
  if (!text_.empty()) find();
  collect_suggestions();
  const auto allowed = searcher_.facets_->passing(asked_.filters);
  for (const auto& field : search_facets())
    results.facets.push_back(searcher_.facets_->count(field, asked_.filters, seen_));
  for (const auto& found : best()) results.hits.push_back(hit_of(found));
  auto counted = allowed;
  counted.intersect(seen_);
  results.total = std::min(counted.size(), kMostCounted);
  results.total_capped = counted.size() > kMostCounted;
  results.suggestions = std::move(suggestions_);
  if (!found_.empty()) results.stage = std::ranges::max_element(found_, {}, &Found::tier)->stage;
  return results;
}

void SearchRun::find() {
  by_number();
  if (is_letters(text_))
    by_letters();
  else
    by_words();
  if (found_.size() < kLittle) by_sound();
  if (found_.size() < kFew) by_any_words();
}

const TermQuery& SearchRun::prepare(std::u32string text) {
  return queries_.emplace_back(make_query(searcher_.index_, searcher_.synonyms_, std::move(text)));
}

std::vector<RankedDocument> SearchRun::rank(const TermQuery& query) {
  ranked_ = &query;
  return searcher_.ranking_.rank(query);
}

bool SearchRun::add(const RankedDocument& candidate, SearchStage stage, double tier, const TermQuery& query) {
  if (seen_.contains(candidate.item)) return false;
  seen_.insert(candidate.item);
  found_.push_back({candidate, stage, tier, &query});
  return true;
}

// ---- document numbers ------------------------------------------------------------------------------------------------

bool SearchRun::number_matches(std::string_view stored_prefix, const std::u32string& wanted) const {
  return wanted.empty() || to_code_points(stored_prefix).find(wanted) != std::u32string::npos;
}

void SearchRun::by_number() {
  if (!number_ || (number_->year == 0 && number_->number == 0)) return;
  auto& rows = searcher_.connection_->use(
      number_->year != 0 ? "SELECT item, prefix FROM document_number WHERE year = ?1 AND (?2 = 0 OR number = "
                           "?2) ORDER BY number"
                         : "SELECT item, prefix FROM document_number WHERE number = ?2 AND ?1 = 0");
  rows.bind(1, number_->year), rows.bind(2, number_->number);
  const auto wanted = searcher_.index_.folding().folded(number_->prefix);
  std::vector<RankedDocument> matching;
  std::vector<std::uint32_t> others;
  while (rows.executeStep()) {
    const auto item = rows.getColumn(0).getUInt();
    if (item >= searcher_.index_.items()) continue;
    const auto prefix = bytes_of(rows, 1);
    const float close = to_code_points(prefix) == wanted ? 2 : 1;
    if (!number_matches(prefix, wanted))
      others.push_back(item);
    else if (matching.size() < kMostNumbers)
      matching.push_back({.item = item,
                          .passage = searcher_.index_.first_passage(item),
                          .score = close + static_cast<float>(searcher_.index_.day(item)) / 1e5F,
                          .full = true});
  }
  const TermQuery& query = prepare(text_);
  for (const auto& candidate : matching) add(candidate, SearchStage::DocumentNumber, 5, query);
  if (matching.empty() && number_->number != 0 && number_->year != 0) suggest_numbers(others);
}

/// Of documents with the same year and number and another prefix.
void SearchRun::suggest_numbers(const std::vector<std::uint32_t>& items) {
  for (const auto item : items) {
    if (suggestions_.size() >= kLittle) break;
    if (auto stored = read_item(*searcher_.connection_, item)) suggest(stored->item.document_number);
  }
}

// ---- words -----------------------------------------------------------------------------------------------------------

bool SearchRun::is_exact_title(const RankedDocument& candidate, const TermQuery& query) {
  const auto length = searcher_.index_.title_length(candidate.item);
  const auto most = query.characters + kState.size() + kMostBracketed;
  if (!candidate.title || length < query.characters || length > most) return false;
  const auto stored = read_item(*searcher_.connection_, candidate.item);
  if (!stored) return false;
  const auto spaceless = [](std::u32string text) {
    std::erase(text, U' ');
    return text;
  };
  const auto& folding = searcher_.index_.folding();
  const auto wanted = spaceless(query.text);
  return std::ranges::any_of(std::array{stored->item.title, without_bracket(stored->item.title)}, [&](const auto& each) {
    const auto title = spaceless(folding.folded(each));
    return title == wanted || title == std::u32string(kState) + wanted;
  });
}

std::size_t SearchRun::add_full(const std::vector<RankedDocument>& found, SearchStage stage, double tier,
                                const TermQuery& query) {
  std::size_t full = 0;
  for (const auto& candidate : found) {
    if (!candidate.full) continue;
    ++full;
    const bool exact = is_exact_title(candidate, query);
    add(candidate, exact && tier >= 3 ? SearchStage::Title : stage, exact ? tier + 0.5 : tier, query);
  }
  return full;
}

void SearchRun::by_words() {
  auto text = text_;
  if (number_ && number_->year != 0 && number_->number != 0)
    text = folded_query(searcher_.index_.folding(), print_document_number(*number_));
  const TermQuery& query = prepare(std::move(text));
  if (query.possible()) add_full(rank(query), SearchStage::AllWords, 3, query);
}

void SearchRun::by_letters() {
  const auto letters = letters_of(text_);
  if (letters.size() >= 3 && searcher_.index_.passages_with(letters) > 0) by_words();
  const auto matches = searcher_.word_list().by_letters(letters, kMostWords);
  std::vector<std::u32string> parts;
  for (const auto& match : matches) {
    if (matches.front().score >= kExactWord && match.score < kBeginning) break;
    suggest(match.word);
    if (parts.size() < kLittle && std::ranges::find(parts, match.part) == parts.end())
      parts.push_back(match.part);
  }
  if (parts.empty()) {
    for (const auto& pair : searcher_.index_.pairs_sounding(letters, kLittle))
      parts.push_back(to_code_points(pair));
  }
  double tier = 2.9;
  for (const auto& part : parts) {
    const TermQuery& query = prepare(part);
    if (query.possible()) add_full(rank(query), SearchStage::Suggestion, tier, query);
    tier -= 0.1;
  }
  if (found_.empty()) by_words();
}

void SearchRun::by_sound() {
  if (is_letters(text_)) return;
  auto texts = same_sound(searcher_.index_, text_, kLittle);
  for (const auto& match : searcher_.word_list().by_sound(searcher_.index_.readings().spell(text_), kLittle)) {
    if (std::ranges::find(texts, match.part) == texts.end() && match.part != text_)
      texts.push_back(match.part);
    suggest(match.word);
  }
  double tier = 2.9;
  for (const auto& text : texts) {
    suggest(to_utf8(text));
    const TermQuery& query = prepare(text);
    if (query.possible()) add_full(rank(query), SearchStage::Suggestion, tier, query);
    tier -= 0.1;
  }
}

void SearchRun::by_any_words() {
  const bool one_word = text_.find(U' ') == std::u32string::npos;
  const bool has_ideographs = std::ranges::any_of(text_, [](char32_t c) { return class_of(c) == CharacterClass::Ideograph; });
  if (one_word && !has_ideographs) return;  // parts of a figure or a Latin word mean nothing
  if (one_word && text_.size() < (found_.empty() ? kShortest : kShortQuery)) return;
  auto& query =
      queries_.emplace_back(make_query(searcher_.index_, searcher_.synonyms_, without_question_words(text_)));
  add_singles(searcher_.index_, query);
  const auto partly = rank(query);
  float best_score = 0;
  for (const auto& candidate : partly) best_score = std::max(best_score, candidate.score);
  for (const auto& candidate : partly) {
    if (candidate.score >= kAnyWordsShare * best_score) add(candidate, SearchStage::AnyWords, 1, query);
  }
}

// ---- what else may have been meant -----------------------------------------------------------------------------------

void SearchRun::suggest(std::string word) {
  if (word.empty() || word == trimmed(asked_.text) || suggestions_.size() >= kMostWords) return;
  if (std::ranges::find(suggestions_, word) == suggestions_.end()) suggestions_.push_back(std::move(word));
}

void SearchRun::collect_suggestions() {
  if (found_.size() >= kLittle && !std::ranges::all_of(found_, [](const Found& f) { return f.tier < 3; }))
    return;
  if (!text_.empty()) {
    for (const auto& match : searcher_.word_list().alike(text_, kMostWords / 2)) suggest(match.word);
  }
  if (!found_.empty() || !suggestions_.empty()) return;
  for (const auto& word : searcher_.hot_searches_) suggest(word);
}

// ---- hits ------------------------------------------------------------------------------------------------------------

std::vector<SearchRun::Found> SearchRun::best() {
  const auto allowed = searcher_.facets_->passing(asked_.filters);
  std::vector<Found> found;
  std::ranges::copy_if(found_, std::back_inserter(found),
                       [&](const Found& f) { return allowed.contains(f.candidate.item); });
  const auto before = [&](const Found& a, const Found& b) {
    if (a.tier != b.tier) return a.tier > b.tier;
    if (a.candidate.score != b.candidate.score) return a.candidate.score > b.candidate.score;
    const auto x = searcher_.index_.day(a.candidate.item), y = searcher_.index_.day(b.candidate.item);
    return x != y ? x > y : a.candidate.item < b.candidate.item;
  };
  const std::size_t limit = std::min(asked_.limit, kMostHits);
  const auto end = found.begin() + static_cast<std::ptrdiff_t>(std::min(found.size(), limit));
  std::ranges::partial_sort(found, end, before);
  found.erase(end, found.end());
  return found;
}

Snippet SearchRun::snippet_of(const TermQuery& query, const StoredItem& item, std::int64_t block, std::int64_t blocks) {
  const auto read = read_blocks(*searcher_.connection_, item, block, blocks);
  return make_snippet(searcher_.index_.folding(), query, passage_text(read, {0, read.size(), {}, {}}));
}

void SearchRun::show_passage(const TermQuery& query, const StoredItem& item, const StoredPassage& passage, SearchHit& hit) {
  hit.passage = snippet_of(query, item, passage.block, passage.blocks);
  hit.anchor = passage.anchor;
  hit.block = static_cast<std::size_t>(passage.block);
}

/// Found by its title or metadata: the summary speaks for it, or the passage that has something of what was asked, or the
/// line of metadata that has, or the document's beginning.
void SearchRun::show_head(const Found& found, const StoredItem& stored, SearchHit& hit) {
  const auto& folding = searcher_.index_.folding();
  const Item& item = stored.item;
  hit.passage = make_snippet(folding, *found.query, item.summary);
  if (!hit.passage.marks.empty() || (found.candidate.title && !item.summary.empty())) return;
  if (found.candidate.body != 0) {
    show_passage(*found.query, stored, searcher_.index_.passage(found.candidate.body), hit);
    if (found.candidate.title) hit.anchor.clear(), hit.block = 0;
    return;
  }
  for (const auto& line : split(head_text(item).substr(item.title.size()), '\n')) {
    auto snippet = make_snippet(folding, *found.query, line);
    if (snippet.marks.size() > hit.passage.marks.size()) hit.passage = std::move(snippet);
  }
  if (hit.passage.text.empty()) hit.passage = snippet_of(*found.query, stored, 0, kBeginningBlocks);
}

SearchHit SearchRun::hit_of(const Found& found) {
  auto stored = read_item(*searcher_.connection_, found.candidate.item);
  if (!stored) throw std::runtime_error("item");
  const auto passage = searcher_.index_.passage(found.candidate.passage);
  SearchHit hit;
  hit.title = marked_text(searcher_.index_.folding(), *found.query, stored->item.title);
  hit.score = found.candidate.score;
  if (passage.blocks > 0) show_passage(*found.query, *stored, passage, hit);
  else show_head(found, *stored, hit);
  if (asked_.passages > 1) add_further(found, *stored, hit);
  hit.item = std::move(stored->item);
  return hit;
}

void SearchRun::add_further(const Found& found, const StoredItem& item, SearchHit& hit) {
  if (ranked_ != found.query) rank(*found.query);
  const auto first = searcher_.ranking_.passage_score(found.candidate.passage);
  const auto wanted = std::min(asked_.passages, kMostPassages);
  for (const auto& other : searcher_.ranking_.best_passages(found.candidate.item, wanted + 1)) {
    const auto passage = searcher_.index_.passage(other.passage);
    const bool shown = other.passage == found.candidate.passage || static_cast<std::size_t>(passage.block) == hit.block;
    if (shown || passage.blocks == 0 || hit.further.size() + 1 >= wanted || first <= 0) continue;
    hit.further.push_back({snippet_of(*found.query, item, passage.block, passage.blocks), passage.anchor,
                           static_cast<std::size_t>(passage.block), found.candidate.score * other.score / first});
  }
}

}  // namespace mingting
