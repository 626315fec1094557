// Is a place in a document asked for, as people write it: 劳动合同法第39条, 公司法 20, 条例第三十三条第二款?
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "library/search/query.hpp"
#include "library/search/search_index.hpp"

namespace mingting {

/// An article asked for, and perhaps its paragraph (款).
struct PlaceAsked {
  std::u32string document;  ///< its name or a short form of it, without gaps
  std::string article;      ///< as headings have it: 第三十九条, 第十七条之一
  int paragraph = 0;        ///< from 1; 0: the whole article
};
/// Nothing when the text does not end like a place. Figures may be of either kind, 第 and 条 may be missing.
std::optional<PlaceAsked> place_asked(std::u32string_view folded);

/// A place that there is.
struct PlaceFound {
  std::uint32_t item = 0;
  std::uint32_t passage = 0;
  StoredPassage where;  ///< what is shown of it: the article, or its paragraph
};
/// The places in documents of that name, the likeliest document first, at most `most`. A name is a title with
/// or without 中华人民共和国 and what stands in brackets behind it, a synonym of one, its end (条例), or
/// characters of it in their order with the first and the last among them (行诉法).
std::vector<PlaceFound> find_places(Connection& connection, SearchIndex& index, const Synonyms& synonyms,
                                    const PlaceAsked& asked, std::size_t most);

}  // namespace mingting
