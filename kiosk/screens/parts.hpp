// Pieces that several screens show alike: an item's row, its metadata, filters, blocks of a document, waiting and failing.
#pragma once

#include <span>

#include "screens/view.hpp"

namespace mingting::screens {

/// A field's value for people: metadata by name (issuer, document_number, published, topic, validity) or the column's own.
std::string field_value(const View& view, const Item& item, std::string_view name);
std::string date_words(const View& view, Date date);
/// Without the year, which this year's news do not need.
std::string short_day(const View& view, Date date);
/// Today's date and weekday.
std::string day_words(const View& view);
/// What is held in the hall today, and when.
std::string held_words(const View& view, const Item& item);
/// Number, query code and QR of a receipt, as large as there is room.
void number_and_code(const View& view, const ReceiptPage& page);
/// Date; weekday with the time.
std::vector<std::string> moment_words(const View& view);
/// 有效, 已修改, 废止, 失效, 未注明
/// What the office wrote is in Chinese: said where the frame is in English, nothing otherwise.
void said_in_chinese(const View& view);
std::string validity_words(const View& view, Validity validity);
ui::Tone validity_tone(Validity validity);
const std::string& column_title(const View& view, std::string_view column);

/// How the asking for comments on a draft stands today: 正在征求意见，还有 12 天. "" when it asks for none.
std::string comment_words(const View& view, const Item& item);

/// To the other language, from the attract page too: then a visit begins in it.
ui::Action other_language(const View& view);

/// Marks of a snippet as runs.
std::vector<ui::Run> marked_runs(const Snippet& snippet);
/// Between short facts in one line.
inline constexpr const char* kWideSpace = "\xE3\x80\x80";

/// A row for an item: its title, the most useful of the facts `shown`, its day; tapped, it opens the item.
void item_row(const View& view, const Item& item, std::span<const ColumnField> shown);
/// The same among what is new: where it stands, and since when.
void news_row(const View& view, const Item& item);
void hit_row(const View& view, const SearchHit& hit);
/// Whether a filter parts anything: it has two values or more, or is chosen.
bool worth_choosing(const Facet& facet, const Filters& filters, std::size_t shown);
/// A filter's values as chips with counts; tapped, they toggle. Unless `all`, of many only the first and the chosen are shown.
void filter_chips(const View& view, const Facet& facet, const Filters& filters, ui::ChipsPlace place, bool all = true);

/// A list that has nothing: a picture, why, and the ways on.
void empty_state(const View& view, std::string_view icon, const std::string& words, const ui::Body& ways = {});

/// One block of a document.
void block(const View& view, const Block& block, std::size_t index);

bool in_large_type(const View& view);
/// A wide screen in the largest type has room for little: what must be seen whole comes first, and sentences give way.
bool has_little_height(const View& view);
/// Whether only the question itself is said: something is typed in large type, and the keyboard takes half of the screen.
bool brief(const View& view);
/// Whether its answer stands alone: then too, and in low reach, where what explains it is read above.
bool brief_answer(const View& view);

/// A field of the page's own, no form's: with its caret when it is typed in; touched, it is.
void own_field(const View& view, ui::FieldView shown);

/// Brings the place the model wants seen (a heading, a field) into view, once. After what it stands in is drawn.
void reveal(const View& view);

/// A page of what the release no longer has.
ui::Page gone(const View& view);
/// What should stand here cannot be read: who helps.
void unreadable(const View& view);

template <class T>
bool loaded(const View& view, const Loaded<T>& wanted) {
  if (wanted.value) return true;
  if (wanted.state == Loading::Failed) unreadable(view);
  return false;
}

}  // namespace mingting::screens
