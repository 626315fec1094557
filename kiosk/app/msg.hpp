// All that can happen, as plain data: what a visitor does, what an effect brings back, and the passing of time.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "app/effect.hpp"
#include "app/model.hpp"
#include "base/kind.hpp"

namespace mingting::msg {

// time and presence
struct Tick { Instant now; };
struct Touched { Instant now; };

// going places
struct StartVisit {};
struct GoHome {};
struct GoBack {};
struct AskToEnd {};
struct AskForHelp {};
struct EndVisit {};
struct StayHere {};
struct OpenTarget { std::string target; };  ///< Tile::target
struct OpenColumn { std::string column; };
struct OpenItem { std::string item, anchor; };
struct OpenSearch { std::string text; };
struct OpenForm { std::string form, about_item, about_title, carried_words; };
struct OpenSettings {};
struct OpenProgress {};

// lists and documents
struct ShowFilter { std::string field; };
struct ShowAllValues {};  ///< of the filter that is open
struct ToggleFilter { std::string field, value; };
struct ClearFilters {};
struct ShowMore {};
struct ToggleAnswer { std::string item; };  ///< of a column of questions, in place
struct ToggleContents {};
struct ToggleDetails {};
struct JumpTo { std::string anchor; };
struct ShowAddress {
  std::string address;
};  ///< of the world outside: Span::link
struct CloseAddress {};
struct Revealed {};  ///< the screen has brought the wanted place into view

// tables
struct OpenTable { std::string table, view; };  ///< "" for the first
struct OpenRow { std::string table, row; };
struct ShowView { std::string view; };
struct StepInto { std::string value, title; };  ///< one level down
struct StepOut { std::size_t levels; };         ///< up to so many
struct SortBy { std::string column; };          ///< once more: the other way round
struct TapMark { std::size_t mark; };           ///< of a chart
struct TurnChart {};                            ///< to the figures it draws, and back
struct WantRows { std::size_t from; };          ///< of a grid: those on screen are not held
struct FindRow {};                              ///< of a closed table, by the key as typed
struct OnlyTable { std::string table; };        ///< of the rows a search found
struct CompareEditions { std::string older; };  ///< with the newest

// typing
struct FocusField { std::string field; std::size_t caret; };
struct LeaveField {};
struct TextTyped { std::string text; };    ///< by a keyboard or a scanner
struct Pasted { std::string text; };
struct Edited { EditKey key; };
struct Entered {};
struct KeyTapped { std::string key; };        ///< of the on-screen keyboard
struct CandidateTapped { int index; };
struct CandidatePage { int step; };
struct SearchText { std::string text; };      ///< a hot word or a suggestion tapped

// forms
struct Answered { std::string field, value; };  ///< a choice, a rating or a consent tapped
struct NextStep {};
struct EditStep { std::size_t step; };
struct ToggleNote { std::size_t note; };  ///< of the form's notes, a folded one
struct Unfold { std::string what; };      ///< the others of the choice of this id, or fold_of() a step
struct Submit {};
struct Print {};
struct ShowReceipt { std::string number; };  ///< of this visit, once more

// what an earlier run kept
struct OpenClaim {};
struct TakeNumbered {};  ///< by the number as typed
struct TakeNameless {};

// how it stands
struct LookUp {};     ///< number and code as typed
struct AskAnother {}; ///< from one case on to the next, both fields empty

// what fits
struct OpenMatcher { std::string matcher; };
struct MatchAnswered { std::string answer; };  ///< to the question on screen: one of answers_to(), or kUnsure
struct AskAgain { std::string question; };     ///< an answer is to be changed
struct AskOn {};                               ///< from what fits on to what was not asked yet
struct ShowMatches {};                         ///< what fits, as far as was answered

// settings
struct SetSettings { Settings settings; };

// what effects bring back
/// Without a hall, `trouble` (a key in the strings) says why what is installed cannot be shown, or no longer.
struct HallLoaded { std::shared_ptr<const Hall> hall; std::string trouble; };
struct ListLoaded { ListQuery query; std::shared_ptr<const ListPage> list; };
struct DocumentLoaded { std::string item; std::shared_ptr<const Document> document; };
struct TableAnswered { TableQuestion question; std::shared_ptr<const TableAnswer> answer; };  ///< null: it could not be read
struct Found { std::uint64_t asked; std::shared_ptr<const SearchResults> results; };
struct Composed { std::uint64_t asked; Composing composing; std::string committed; };
struct Accepted { ReceiptNumber number; QueryCode code; Instant received; bool clock_doubtful; };
/// `given`: with the id of its form. `failed`: a key of [trouble] in the strings; "" when it was looked up.
struct ClaimAnswered { std::vector<std::pair<Accepted, std::string>> given; KeptOffer left; std::string failed; };
struct KeptKnown { KeptOffer kept; };  ///< at the start
struct NotAccepted { std::string reason; };  ///< a key of [trouble] in the strings
struct ReceiptMade { std::vector<std::vector<bool>> qr; bool saved; std::string number{}; };  ///< of the receipt it is about
struct Printed { Printing state; std::string reason; std::string number{}; };
/// `status`: null when nothing is found by number and code. `failed`: the machine could not look.
struct StatusFound { std::uint64_t asked; std::shared_ptr<const CaseStatus> status; bool failed; };
struct AddressEncoded {
  std::string address;
  std::vector<std::vector<bool>> qr;
};  ///< no modules: too long for a QR code
struct DevicesKnown { bool printer_set, accepts_submissions; };

}  // namespace mingting::msg

namespace mingting {

/// A variant that is copied, moved and destroyed in one place: written out in every file that sends one, that was half of the
/// time the screens took to compile.
struct Msg : OneOf<
    msg::Tick, msg::Touched, msg::StartVisit, msg::GoHome, msg::GoBack, msg::AskToEnd, msg::AskForHelp, msg::EndVisit,
    msg::StayHere, msg::OpenTarget, msg::OpenColumn, msg::OpenItem, msg::OpenSearch, msg::OpenForm,
    msg::OpenSettings, msg::OpenProgress, msg::LookUp, msg::AskAnother, msg::StatusFound, msg::ShowFilter,
    msg::ShowAllValues, msg::ToggleFilter, msg::ClearFilters, msg::ShowMore, msg::ToggleAnswer, msg::ToggleContents,
    msg::ToggleDetails, msg::JumpTo, msg::OpenTable, msg::OpenRow, msg::ShowView,
    msg::StepInto, msg::StepOut, msg::SortBy, msg::TapMark, msg::TurnChart, msg::WantRows, msg::FindRow, msg::OnlyTable, msg::CompareEditions,
    msg::TableAnswered, msg::Revealed, msg::ShowAddress, msg::CloseAddress, msg::AddressEncoded,
    msg::FocusField, msg::LeaveField, msg::TextTyped, msg::Pasted, msg::Edited, msg::Entered, msg::KeyTapped,
    msg::CandidateTapped, msg::CandidatePage, msg::SearchText, msg::Answered, msg::NextStep,
    msg::EditStep, msg::ToggleNote, msg::Submit, msg::OpenClaim, msg::TakeNumbered,
    msg::TakeNameless, msg::ClaimAnswered, msg::KeptKnown, msg::Print, msg::ShowReceipt,
    msg::OpenMatcher, msg::MatchAnswered, msg::AskAgain, msg::AskOn, msg::ShowMatches,
    msg::SetSettings, msg::HallLoaded, msg::ListLoaded, msg::DocumentLoaded, msg::Found, msg::Composed,
    msg::Accepted, msg::Unfold, msg::NotAccepted, msg::ReceiptMade, msg::Printed, msg::DevicesKnown> {
  using OneOf::OneOf;
  Msg();
  Msg(const Msg& other);
  Msg(Msg&& other) noexcept;
  Msg& operator=(const Msg& other);
  Msg& operator=(Msg&& other) noexcept;
  ~Msg();
};

}  // namespace mingting
