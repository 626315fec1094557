// One search from the words typed to the hits shown.
#include "library/search/run.hpp"

#include <algorithm>

#include "base/text/text.hpp"
#include "library/index/passages.hpp"
#include "library/index/title_forms.hpp"
#include "library/search/question_words.hpp"
#include "library/search/snippet.hpp"
#include "library/search/whole_word.hpp"

namespace mingting {
namespace {

constexpr std::size_t kMostCounted = 1000;  // documents, as the contract of SearchResults says
constexpr std::size_t kMostHits = 200, kMostNumbers = 200, kMostWords = 8, kMostPassages = 50;
constexpr std::size_t kFew = 10;         // fewer documents with all words: those with some words follow
constexpr std::size_t kLittle = 3;       // fewer: say what else may have been meant
constexpr std::size_t kMostRepairs = 6;  // of what may have been meant, tried
constexpr std::size_t kShortest = 3;     // characters of a word that is taken apart when nothing was found
constexpr std::size_t kShortQuery = 5;   // and when little was found
constexpr std::int64_t kBeginningBlocks = 6;  // of a document, to show when only its title matched
constexpr float kAnyWordsShare = 0.35F;       // of the best score: what scores less is noise
constexpr float kNearShare = 0.3F;  // of what was asked: less in the best document is only near to it
constexpr float kPlaceScore = 1000;           // a place asked for stands before all that was found by words

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
  by_place();
  by_number();
  if (is_letters(text_))
    by_letters();
  else
    by_words();
  if (found_.empty()) by_sound();
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
  if (seen_.contains(candidate.item) || searcher_.facets_->waits(candidate.item)) return false;
  seen_.insert(candidate.item);
  found_.push_back({candidate, stage, tier, &query});
  return true;
}

// ---- places

void SearchRun::by_place() {
  const auto asked = place_asked(text_);
  if (!asked) return;
  float score = kPlaceScore;
  for (const auto& place :
       find_places(*searcher_.connection_, searcher_.index_, searcher_.synonyms_, *asked, kLittle)) {
    const RankedDocument candidate{
        .item = place.item, .passage = place.passage, .score = score--, .full = true};
    if (add(candidate, SearchStage::Place, 6, prepare(to_code_points(asked->article))))
      found_.back().place = place.where;
  }
}

// ---- document numbers
// ------------------------------------------------------------------------------------------------

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

// ---- words
// -----------------------------------------------------------------------------------------------------------

bool SearchRun::is_exact_title(const RankedDocument& candidate, const TermQuery& query) {
  const auto& index = searcher_.index_;
  const bool as_long = index.title_length(candidate.item) == query.characters;
  if (!candidate.title || (!as_long && !index.may_be_titled(candidate.item, query.as_title))) return false;
  const auto stored = read_item(*searcher_.connection_, candidate.item);
  if (!stored) return false;
  const auto& folding = searcher_.index_.folding();
  auto wanted = query.text, title = folding.folded(stored->item.title);
  std::erase(wanted, U' ');
  std::erase(title, U' ');
  return wanted == title || short_title(folding, to_utf8(wanted)) == short_title(folding, stored->item.title);
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

/// What the text may be a slip for, each once, the likeliest first: the beginnings of words that sound like it,
/// repairs of the text, words of the lists that one character tells from it.
std::vector<std::u32string> SearchRun::slips(const std::vector<WordMatch>& sounding) {
  std::vector<std::u32string> texts;
  const auto take = [&](const std::u32string& text) {
    if (text != text_ && std::ranges::find(texts, text) == texts.end()) texts.push_back(text);
  };
  for (const auto& match : sounding) take(match.part);
  for (const auto& text : repaired(searcher_.index_, text_, kMostRepairs)) take(text);
  for (const auto& word : one_character_off(searcher_.known_, text_, kLittle)) take(word);
  return texts;
}

/// What the text may have been meant for, as far as it stands in the content.
void SearchRun::by_sound() {
  if (is_letters(text_)) return;
  const auto words = searcher_.word_list().by_sound(searcher_.index_.readings().spell(text_), kLittle);
  double tier = 2.9;
  for (const auto& text : slips(words)) {
    const TermQuery& query = prepare(text);
    const auto ranked = query.possible() ? rank(query) : std::vector<RankedDocument>();
    const bool found = add_full(ranked, SearchStage::Suggestion, tier, query) > 0;
    const auto known = searcher_.known_.find(text);
    if (found && known != searcher_.known_.end()) suggest(known->second);
    else if (found && stands_whole_in(ranked, text)) suggest(to_utf8(text));
    tier -= 0.1;
  }
  for (const auto& match : words) suggest(match.word);
}

/// Whether the words are whole where they were found: three of the best places are looked at.
bool SearchRun::stands_whole_in(std::vector<RankedDocument> ranked, std::u32string_view words) {
  std::erase_if(ranked, [](const RankedDocument& each) { return !each.full; });
  std::ranges::stable_sort(ranked, std::greater(), &RankedDocument::score);
  if (ranked.size() > kLittle) ranked.resize(kLittle);
  return std::ranges::any_of(ranked, [&](const RankedDocument& each) {
    const auto stored = read_item(*searcher_.connection_, each.item);
    if (!stored) return false;
    const auto where = searcher_.index_.passage(each.passage);
    const auto blocks = read_blocks(*searcher_.connection_, *stored, where.block, where.blocks);
    const auto text = head_text(stored->item) + '\n' + passage_text(blocks, {0, blocks.size(), {}, {}});
    return stands_whole(searcher_.index_.folding(), words, text);
  });
}

void SearchRun::by_any_words() {
  const bool one_word = text_.find(U' ') == std::u32string::npos;
  const bool has_ideographs =
      std::ranges::any_of(text_, [](char32_t c) { return class_of(c) == CharacterClass::Ideograph; });
  if (one_word && !has_ideographs) return;  // parts of a figure or a Latin word mean nothing
  if (one_word && text_.size() < (found_.empty() ? kShortest : kShortQuery)) return;
  auto& query =
      queries_.emplace_back(make_query(searcher_.index_, searcher_.synonyms_, without_question_words(text_)));
  add_singles(searcher_.index_, query);
  const auto partly = rank(query);
  take_anew(partly, query);
  const auto best = std::ranges::max_element(partly, {}, &RankedDocument::score);
  if (best == partly.end()) return;
  const bool near = searcher_.ranking_.share(*best, query) < kNearShare;
  for (const auto& candidate : partly) {
    const auto stage = candidate.full ? SearchStage::AllWords : near ? SearchStage::Near : SearchStage::AnyWords;
    if (candidate.score >= kAnyWordsShare * best->score) add(candidate, stage, candidate.full ? 2 : 1, query);
  }
}

/// What has all words stays in front, but is measured like the rest: places of different documents are
/// compared.
void SearchRun::take_anew(const std::vector<RankedDocument>& ranked, const TermQuery& query) {
  for (auto& found : found_) {
    if (found.stage != SearchStage::AllWords) continue;
    const auto again = std::ranges::find(ranked, found.candidate.item, &RankedDocument::item);
    if (again != ranked.end()) found.candidate = *again, found.query = &query;
  }
}

// ---- what else may have been meant
// -----------------------------------------------------------------------------------

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
}

// ---- hits
// ------------------------------------------------------------------------------------------------------------

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

Snippet SearchRun::snippet_of(const TermQuery& query, const StoredItem& item, std::int64_t block,
                              std::int64_t blocks) {
  const auto read = read_blocks(*searcher_.connection_, item, block, blocks);
  return make_snippet(searcher_.index_.folding(), query, passage_text(read, {0, read.size(), {}, {}}));
}

void SearchRun::show_passage(const TermQuery& query, const StoredItem& item, const StoredPassage& passage,
                             SearchHit& hit) {
  hit.passage = snippet_of(query, item, passage.block, passage.blocks);
  hit.anchor = passage.anchor;
  hit.block = static_cast<std::size_t>(passage.block);
}

/// Found by its title or metadata: the summary speaks for it, or the passage that has something of what was
/// asked, or the line of metadata that has, or the document's beginning.
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
  const auto passage = found.place ? *found.place : searcher_.index_.passage(found.candidate.passage);
  SearchHit hit;
  hit.title = marked_text(searcher_.index_.folding(), *found.query, stored->item.title);
  hit.score = score_of(found, found.candidate.passage);
  if (ranked_ == found.query && !found.candidate.full)
    hit.share = searcher_.ranking_.share(found.candidate, *found.query);
  if (passage.blocks > 0)
    show_passage(*found.query, *stored, passage, hit);
  else
    show_head(found, *stored, hit);
  if (asked_.passages > 1) add_further(found, *stored, hit);
  hit.item = std::move(stored->item);
  return hit;
}

/// A passage's own score where it was found by words; what was found by its number or place has but one.
double SearchRun::score_of(const Found& found, std::uint32_t passage) {
  if (found.stage == SearchStage::Place || found.stage == SearchStage::DocumentNumber) return found.candidate.score;
  if (ranked_ != found.query) rank(*found.query);
  return searcher_.ranking_.passage_score(found.candidate.item, passage);
}

void SearchRun::add_further(const Found& found, const StoredItem& item, SearchHit& hit) {
  if (found.place) return;
  if (ranked_ != found.query) rank(*found.query);
  const auto wanted = std::min(asked_.passages, kMostPassages);
  for (const auto& other : searcher_.ranking_.best_passages(found.candidate.item, wanted + 1)) {
    const auto passage = searcher_.index_.passage(other.passage);
    const bool shown =
        other.passage == found.candidate.passage || static_cast<std::size_t>(passage.block) == hit.block;
    if (shown || passage.blocks == 0 || hit.further.size() + 1 >= wanted) continue;
    hit.further.push_back({snippet_of(*found.query, item, passage.block, passage.blocks), passage.anchor,
                           static_cast<std::size_t>(passage.block), other.score});
  }
}

}  // namespace mingting
