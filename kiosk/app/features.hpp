// The features behind update(): each takes the step in hand and a message, and changes the step. Within app/ alone.
#pragma once

#include "app/update.hpp"

namespace mingting::app {

// visit/: beginning, moving about, ending, the passing of time
void on(Step& step, const msg::Tick& tick);
void on(Step& step, const msg::Touched& touched);
void on(Step& step, const msg::StartVisit&);
void on(Step& step, const msg::GoHome&);
void on(Step& step, const msg::GoBack&);
void on(Step& step, const msg::AskToEnd&);
void on(Step& step, const msg::AskForHelp&);
void on(Step& step, const msg::EndVisit&);
void on(Step& step, const msg::StayHere&);
void on(Step& step, const msg::OpenSettings&);
void on(Step& step, const msg::SetSettings& wanted);
void on(Step& step, const msg::HallLoaded& loaded);
void on(Step& step, const msg::DevicesKnown& known);

// browse/: columns, documents, search
void on(Step& step, const msg::OpenTarget& open);
void on(Step& step, const msg::OpenColumn& open);
void on(Step& step, const msg::OpenItem& open);
void on(Step& step, const msg::OpenSearch& open);
void on(Step& step, const msg::ShowFilter& show);
void on(Step& step, const msg::ShowAllValues&);
void on(Step& step, const msg::ToggleFilter& toggle);
void on(Step& step, const msg::ClearFilters&);
void on(Step& step, const msg::ShowMore&);
void on(Step& step, const msg::ToggleAnswer& toggle);
void on(Step& step, const msg::ToggleContents&);
void on(Step& step, const msg::ToggleDetails&);
void on(Step& step, const msg::JumpTo& jump);
void on(Step& step, const msg::Revealed&);
void on(Step& step, const msg::ShowAddress& show);
void on(Step& step, const msg::CloseAddress&);
void on(Step& step, const msg::AddressEncoded& encoded);
void on(Step& step, const msg::ListLoaded& loaded);
void on(Step& step, const msg::DocumentLoaded& loaded);
void on(Step& step, const msg::Found& found);
void on(Step& step, const msg::SearchText& text);

// tables/: views of tables, rows, look-ups, editions
void on(Step& step, const msg::OpenTable& open);
void on(Step& step, const msg::OpenRow& open);
void on(Step& step, const msg::ShowView& show);
void on(Step& step, const msg::StepInto& into);
void on(Step& step, const msg::StepOut& out);
void on(Step& step, const msg::SortBy& sort);
void on(Step& step, const msg::TapMark& tap);
void on(Step& step, const msg::TurnChart&);
void on(Step& step, const msg::WantRows& want);
void on(Step& step, const msg::FindRow&);
void on(Step& step, const msg::OnlyTable& only);
void on(Step& step, const msg::CompareEditions& compare);
void on(Step& step, const msg::TableAnswered& answered);

// typing/: fields, the on-screen keyboard, pinyin
void on(Step& step, const msg::FocusField& focus);
void on(Step& step, const msg::LeaveField&);
void on(Step& step, const msg::TextTyped& typed);
void on(Step& step, const msg::Pasted& pasted);
void on(Step& step, const msg::Edited& edited);
void on(Step& step, const msg::Entered&);
void on(Step& step, const msg::KeyTapped& tapped);
void on(Step& step, const msg::CandidateTapped& tapped);
void on(Step& step, const msg::CandidatePage& turned);
void on(Step& step, const msg::Composed& composed);

// form/: filling in, review, handing in, the receipt
void on(Step& step, const msg::OpenForm& open);
void on(Step& step, const msg::Answered& answered);
void on(Step& step, const msg::NextStep&);
void on(Step& step, const msg::EditStep& edit);
void on(Step& step, const msg::ToggleNote& toggle);
void on(Step& step, const msg::Unfold& unfold);
void on(Step& step, const msg::Submit&);
void on(Step& step, const msg::Accepted& accepted);
void on(Step& step, const msg::NotAccepted& refused);
void on(Step& step, const msg::ReceiptMade& made);
void on(Step& step, const msg::Print&);
void on(Step& step, const msg::ShowReceipt& show);
void on(Step& step, const msg::Printed& printed);

// form/claim.cpp: what an earlier run kept
void on(Step& step, const msg::KeptKnown& known);
void on(Step& step, const msg::OpenClaim&);
void on(Step& step, const msg::TakeNumbered&);
void on(Step& step, const msg::TakeNameless&);
void on(Step& step, const msg::ClaimAnswered& answered);

// progress/: how a case stands, by number and code
void on(Step& step, const msg::OpenProgress&);
void on(Step& step, const msg::LookUp&);
void on(Step& step, const msg::AskAnother&);
void on(Step& step, const msg::StatusFound& found);

// matcher/: questions answered, what fits
void on(Step& step, const msg::OpenMatcher& open);
void on(Step& step, const msg::MatchAnswered& answered);
void on(Step& step, const msg::AskAgain& again);
void on(Step& step, const msg::AskOn&);
void on(Step& step, const msg::ShowMatches&);

// shared between features
/// One question back in the matcher on top; false when it stands at its first.
bool question_back(Step& step);
void push_page(Step& step, Page page);
void leave_typing(Step& step);
/// Loads what a page shows, anew; for a page without content of the release it does nothing.
void load_page(Step& step, Page& page);
/// Asks anew what a page of a table shows.
void load_table(Step& step, TableViewPage& page);
void load_row(Step& step, TableRowPage& page);
/// Asks for rows of tables beside what a search finds, and for those that lead to an item. Nothing where the release has no tables.
void find_rows(Step& step, SearchPage& page, const std::string& text);
void load_rows_to(Step& step, ItemPage& page);
void load_editions(Step& step, EditionsPage& page);
/// The text behind a field of a table's page: an end of a range, a part of a key. Null for any other.
std::string* table_text(Step& step, const std::string& field);
/// A range or a key was typed in, or the field is being left.
void table_typed(Step& step);
void table_field_left(Step& step);
/// What is searched for: the text as it stands with the letters being composed at the caret, so that pinyin finds too.
std::string search_words(const Visit& visit);
/// Searches for the text as it stands, letters being composed included.
void search_now(Step& step);
/// Looks up what is already public about the words of the field that asks for information.
void search_published(Step& step, FormPage& page, const std::string& text);
/// A document has come, perhaps with another end of its comment period: forms about it take that.
void draft_loaded(Step& step);
/// The text behind the field being typed in has changed.
void text_changed(Step& step);
/// The offer of what was kept runs out; `passed`: since the last look at the clock.
void claim_time_passed(Step& step, Milliseconds passed);
/// The number typed to claim something has changed.
void claim_typed(Step& step);
/// Puts the receipts on the visit, the last of them on screen, and has them made.
void hand_out(Step& step, std::vector<ReceiptPage> receipts);
/// The receipt of what was taken in; `submitted` is empty for what an earlier run took in.
Receipt make_receipt(const Model& model, const Form& form, const Answers& submitted, const msg::Accepted& accepted);
/// Ratings and comments: words that nobody has to answer.
bool is_opinion(const Form& form);
/// One step back inside the form on top; false when it stands at its first step.
bool step_back(Step& step);
/// A key, a scan or a paste has changed number or code of a receipt.
void progress_typed(Step& step);
/// The field of number or code is being left: it is shown as it is printed, or complained about.
void progress_field_left(Step& step, const std::string& field);
/// Whether letters are still to become words, their first candidates; `after` happens when they have.
bool words_first(Step& step, Typing::After after);
/// Adds or replaces the complaint about the field that is being left.
void check_left_field(Step& step, const std::string& field);
/// Something of the visitor's is being written down: the page stays until the answer is there.
bool sending(const Model& model);

template <class T>
T* top(Step& step) {
  return step.model.visit ? std::get_if<T>(&step.model.visit->pages.back()) : nullptr;
}

/// Calls `change` on every page of kind T in the visit.
template <class T, class Change>
void for_pages(Step& step, Change change) {
  if (!step.model.visit) return;
  for (auto& page : step.model.visit->pages) {
    if (auto* wanted = std::get_if<T>(&page)) change(*wanted);
  }
}

}  // namespace mingting::app
