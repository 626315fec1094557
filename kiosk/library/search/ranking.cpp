// How well a passage and a title answer, as figures.
#include "library/search/ranking.hpp"

#include <algorithm>
#include <cmath>

#include "domain/content/content.hpp"
#include "library/index/postings.hpp"

namespace mingting {
namespace {

constexpr float kWholeTitle = 1.2F;  // added, as a share of the score, when the query covers the whole title
constexpr float kNoLongerValid = 0.6F, kAmended = 0.97F;
constexpr float kNewest = 0.02F;  // a document of today against one of 1980
constexpr std::size_t kFewOf = 16;  // passages found of so many are few: sorting them is quicker than looking at all
// What the document opened most gains, as shares of the best passage's score: for its place, and for its
// passages.
constexpr float kUsesOfDocument = 1.0F, kUsesOfPassage = 0.45F;

float validity_factor(std::uint8_t validity) {
  switch (static_cast<Validity>(validity)) {
    case Validity::Repealed:
    case Validity::Expired:
      return kNoLongerValid;
    case Validity::Amended:
      return kAmended;
    case Validity::Unstated:
    case Validity::InForce:
      break;
  }
  return 1;
}

float age_factor(std::int32_t day) {
  constexpr float kFrom = 3650, kSpan = 20'000;  // 1980, and 55 years on
  return 1 + kNewest * std::clamp((static_cast<float>(day) - kFrom) / kSpan, 0.0F, 1.0F);
}

}  // namespace

void Ranking::clear() {
  for (const auto passage : found_passages_) passage_score_[passage] = 0, passage_mask_[passage] = 0;
  for (const auto item : found_titles_) title_mask_[item] = 0;
  found_passages_.clear();
  found_titles_.clear();
  passage_score_.resize(index_->passages());
  passage_mask_.resize(index_->passages());
  title_mask_.resize(index_->items());
}

void Ranking::score_passages(const TermQuery& query) {
  const auto passages = index_->passages();
  for (std::size_t t = 0; t < query.terms.size(); ++t) {
    const float weight = query.terms[t].weight * query.terms[t].rarity * (kSaturation + 1);
    const std::uint32_t bit = std::uint32_t{1} << t;
    for (PostingReader list(index_->postings(query.terms[t].text), static_cast<std::uint32_t>(passages));
         list.next();) {
      const auto number = list.number();
      const auto count = static_cast<float>(list.count());
      if (passage_mask_[number] == 0) found_passages_.push_back(number);
      passage_score_[number] += weight * count / (count + kSaturation * index_->length_norm(number));
      passage_mask_[number] |= bit;
    }
  }
}

void Ranking::mark_titles(const TermQuery& query) {
  const auto items = index_->items();
  for (std::size_t t = 0; t < query.terms.size(); ++t) {
    for (PostingReader list(index_->title_postings(query.terms[t].text), static_cast<std::uint32_t>(items));
         list.next();) {
      if (title_mask_[list.number()] == 0) found_titles_.push_back(list.number());
      title_mask_[list.number()] |= std::uint32_t{1} << t;
    }
  }
}

/// Single characters only tell passages apart that have some pair already: they say little on their own.
void Ranking::add_singles(const TermQuery& query) {
  const auto passages = index_->passages();
  for (const auto& single : query.singles) {
    const float weight = kSingleWeight * single.rarity * (kSaturation + 1);
    for (PostingReader list(index_->postings(single.text), static_cast<std::uint32_t>(passages));
         list.next();) {
      const auto number = list.number();
      if (passage_mask_[number] == 0) continue;
      const auto count = static_cast<float>(list.count());
      passage_score_[number] += weight * count / (count + kSaturation * index_->length_norm(number));
    }
  }
}

float Ranking::weighed(const RankedDocument& document, const TermQuery& query) const {
  float score = document.score + kUsesOfDocument * best_score_ * index_->uses(document.item);
  if (document.title) {
    const auto length = static_cast<float>(std::max<std::uint32_t>(index_->title_length(document.item), 1));
    score *= 1 + kWholeTitle * std::min(1.0F, static_cast<float>(query.characters) / length);
  }
  return score * validity_factor(index_->validity(document.item)) * age_factor(index_->day(document.item));
}

std::optional<RankedDocument> Ranking::judge(std::uint32_t item, const TermQuery& query) {
  RankedDocument best{.item = item};
  best.title = title_mask_[item] != 0 && query.covered(title_mask_[item]);
  bool any = false;
  float squares = 0;
  for (auto p = index_->first_passage(item); p < index_->first_passage(item + 1); ++p) {
    if (passage_mask_[p] == 0) continue;
    squares += passage_score_[p] * passage_score_[p];
    best_score_ = std::max(best_score_, passage_score_[p]);
    const bool head = p == index_->first_passage(item);
    if (!head && (best.body == 0 || passage_score_[p] > passage_score_[best.body])) best.body = p;
    const bool full = query.covered(passage_mask_[p] | title_mask_[item]);
    if (any && (full != best.full ? best.full : passage_score_[p] <= best.score)) continue;
    best.passage = p, best.score = passage_score_[p], best.full = full;
    any = true;
  }
  if (!any) return std::nullopt;
  if (best.title && passage_mask_[index_->first_passage(item)] != 0)
    best.passage = index_->first_passage(item);
  best.score += kRestWeight * std::sqrt(squares);
  return best;
}

/// Item by item; where few passages were found only their items are looked at.
std::vector<RankedDocument> Ranking::judged(const TermQuery& query) {
  std::vector<RankedDocument> found;
  const auto take = [&](std::uint32_t item) {
    if (const auto candidate = judge(item, query)) found.push_back(*candidate);
  };
  if (found_passages_.size() > index_->passages() / kFewOf) {
    for (std::uint32_t item = 0; item < index_->items(); ++item) take(item);
    return found;
  }
  std::ranges::sort(found_passages_);
  std::uint32_t end = 0;
  for (const auto passage : found_passages_) {
    if (passage < end) continue;
    const auto item = index_->item_of(passage);
    end = index_->first_passage(item + 1);
    take(item);
  }
  return found;
}

std::vector<RankedDocument> Ranking::rank(const TermQuery& query) {
  index_->load();
  clear();
  score_passages(query);
  add_singles(query);
  mark_titles(query);
  best_score_ = 0;
  auto found = judged(query);
  for (auto& each : found) each.score = weighed(each, query);
  return found;
}

std::vector<RankedPassage> Ranking::best_passages(std::uint32_t item, std::size_t most) const {
  std::vector<RankedPassage> all;
  for (auto p = index_->first_passage(item); p < index_->first_passage(item + 1); ++p) {
    if (passage_mask_[p] != 0) all.push_back({p, passage_score(item, p)});
  }
  const auto end = all.begin() + static_cast<std::ptrdiff_t>(std::min(most, all.size()));
  std::ranges::partial_sort(all, end, std::greater(), &RankedPassage::score);
  all.erase(end, all.end());
  return all;
}

float Ranking::passage_score(std::uint32_t item, std::uint32_t passage) const {
  return passage_score_[passage] + kUsesOfPassage * best_score_ * index_->uses(item);
}

float Ranking::share(const RankedDocument& candidate, const TermQuery& query) const {
  return query.share(passage_mask_[candidate.passage] | title_mask_[candidate.item]);
}

}  // namespace mingting
