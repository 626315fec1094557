// Everything the kiosk knows, as one value. Screens read it; update() alone makes the next one.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "app/settings.hpp"
#include "app/text_edit.hpp"
#include "base/kind.hpp"
#include "domain/calendar/clock_reading.hpp"
#include "domain/calendar/working_days.hpp"
#include "domain/case/status.hpp"
#include "domain/content/content.hpp"
#include "domain/content/search.hpp"
#include "domain/content/urgent.hpp"
#include "domain/form/form.hpp"
#include "domain/form/submission.hpp"
#include "domain/table/query.hpp"
#include "domain/matcher/judging.hpp"
#include "domain/uses/uses.hpp"

namespace mingting {

/// What is shown of the installed release, without its items. Null members: nothing is installed yet.
struct Hall {
  std::uint64_t release = 0;
  bool stands_in = false;  ///< for a newer one that is damaged
  ReleaseTimes times{.made = {}, .expires = Instant::max()};
  Site site;
  std::vector<Column> columns;
  std::vector<Form> forms;
  std::vector<Table> tables;    ///< what they are; their rows stay in the release
  std::vector<Matcher> matchers;
  std::vector<Item> latest;     ///< also those that wait for their day; see newest()
  std::vector<Item> most_used;  ///< opened most in the halls, most often first
  WorkCalendar calendar;
  std::optional<Date> status_as_of;  ///< the day the desk told how cases stand; nothing when it never did
  std::map<std::string, std::size_t> counts;  ///< of a column's items, by its id
  std::map<std::string, Block> pictures;      ///< of the latest items that have one its first, by the item's id
  std::vector<UrgentNotice> urgent;           ///< also those that are over or not yet; see standing_urgent()
  /// Past its expiry a release is shown all the same, and labelled.
  bool stale(Instant now) const { return now > times.expires; }
};

enum class Loading { Idle, Running, Failed };

template <class T>
struct Loaded {
  Loading state = Loading::Idle;
  std::shared_ptr<const T> value;  ///< kept while a newer one is loading
  bool operator==(const Loaded&) const = default;
};

// ---- pages ---------------------------------------------------------------------------------------------------------

struct HomePage {
  bool operator==(const HomePage&) const = default;
};
/// 全部内容: every column, and everything that can be done here.
struct EverythingPage {
  std::string by = "content";  ///< or "agency": how it is put together
  bool operator==(const EverythingPage&) const = default;
};
struct ColumnPage {
  std::string column;
  Filters filters;
  std::size_t limit = 40;
  std::string open_filter;  ///< the filter whose values are shown; "" for none
  bool all_values = false;  ///< of that filter, not only the most frequent
  Loaded<ListPage> list;
  std::map<std::string, Loaded<Document>> answers;  ///< of the questions that are open, by item
  bool operator==(const ColumnPage&) const = default;
};
struct ItemPage {
  std::string item;
  bool contents_open = false;
  bool details_open = false;
  Loaded<Document> document;
  Loaded<RowsLeading> rows;  ///< of tables, that lead here
  bool operator==(const ItemPage&) const = default;
};
struct SearchPage {
  Filters filters;
  std::string only_table;  ///< whose rows are shown; "" for the best of all
  Loaded<RowHits> rows;
  std::uint64_t asked = 0;  ///< generation of the search last sent
  Loaded<SearchResults> results;
  bool operator==(const SearchPage&) const = default;
};
enum class FormStage { Filling, Reviewing, Sending };
struct FormPage {
  Form form;                ///< as it was when opened: a new release does not change a form being filled in
  std::uint64_t release = 0;  ///< the one the form is from
  std::string about_item, about_title;
  std::optional<Date> last_day;  ///< of a comment on a draft: when its period ends
  FormStage stage = FormStage::Filling;
  bool from_review = false; ///< a step is being put right: from it the way leads back to the review
  std::size_t step = 0;     ///< index among form.steps
  std::optional<std::size_t> open_note;  ///< of form.notes, the folded one that was opened
  std::set<std::string> unfolded;        ///< ids of choices whose others were asked for, and fold_of() steps
  std::vector<Complaint> complaints;
  Answers asked_about;      ///< field -> the answer that was asked about: it is not asked about again
  std::map<std::string, std::size_t> cut;  ///< field -> characters kept of words that did not all fit, until it is edited again
  std::string failure;      ///< why sending failed: a key of [trouble] in the strings; "" when it did not
  Loaded<SearchResults> published;  ///< what is already public, for the field that searches
  std::uint64_t asked = 0;
  bool operator==(const FormPage&) const = default;
};
enum class Printing { None, Running, Done, Slow, Failed };
struct ReceiptPage {
  Receipt receipt;
  std::vector<std::vector<bool>> qr;
  bool renewed = false;      ///< the query code is another one than was made first
  bool saved = false;        ///< the PDF lies in the receipts folder
  bool opinion = false;      ///< of words that nobody has to answer: thanks come first, the number is small
  bool details_open = false; ///< what else there is to know, folded on narrow screens
  Printing printing = Printing::None;
  std::string print_reason;  ///< IPP keyword
  bool operator==(const ReceiptPage&) const = default;
};
/// Where number and code of a receipt are asked for.
struct ProgressPage {
  std::string number, code;              ///< as typed
  std::string number_error, code_error;  ///< codes of complaints; "" for none
  Loading looking = Loading::Idle;       ///< Failed: the machine could not look, which says nothing about number and code
  bool not_found = false;
  std::uint64_t asked = 0;               ///< generation of the look-up last sent
  bool operator==(const ProgressPage&) const = default;
};
/// Where somebody whose receipt was never shown gets number and code after all.
struct ClaimPage {
  std::string number;     ///< as typed
  std::string error;      ///< code of a complaint; "" for none
  std::string failure;    ///< why the machine could not look: a key of [trouble]; "" when it could
  bool looking = false;
  bool operator==(const ClaimPage&) const = default;
};
/// How one case stands.
struct StatusPage {
  std::shared_ptr<const CaseStatus> status;  ///< never null
  bool operator==(const StatusPage&) const = default;
};
/// A table by one of its views (app/tables).
struct TableViewPage {
  /// One level down: the rows whose `column` is `value`.
  struct Level {
    std::string column, value, title;
    bool operator==(const Level&) const = default;
  };
  struct Range {
    std::string from, to;           ///< as typed; "" for none
    bool operator==(const Range&) const = default;
  };
  std::string table, view;
  Filters filters;                  ///< chosen chips, by column
  std::map<std::string, Range> ranges;  ///< of figures and days, by column
  std::string open_filter;          ///< "" for none
  bool all_values = false;
  std::string sort;                 ///< by a tap on a head; "" as the view says
  bool descending = false;
  std::vector<Level> path;          ///< how far down one has gone
  std::optional<std::size_t> mark;  ///< of a chart: whose values are told in words
  bool as_table = false;            ///< a chart turned to the figures it draws
  std::size_t offset = 0;           ///< of the rows that are held, of a grid
  std::size_t limit = 40;           ///< rows of a list
  Loaded<RowPage> rows;
  Loaded<GroupPage> groups;
  Loaded<Measures> measures;
  bool operator==(const TableViewPage&) const = default;
};
struct TableRowPage {
  std::string table, row;
  Loaded<RowDetail> detail;
  bool operator==(const TableRowPage&) const = default;
};
/// The key of a closed table is asked for.
struct KeyPage {
  std::string table;
  std::map<std::string, std::string> typed;  ///< by column
  bool incomplete = false;                   ///< asked with nothing in a field
  bool not_found = false;
  Loading looking = Loading::Idle;
  bool operator==(const KeyPage&) const = default;
};
/// Two editions of a table, compared.
struct EditionsPage {
  EditionsOf which;
  Loaded<EditionDifference> difference;
  bool operator==(const EditionsPage&) const = default;
};
/// A decision table: one question a page, then what fits. What was answered stays in the page and goes with it.
struct MatcherPage {
  Matcher matcher;                 ///< as it was when opened
  MatchAnswers answers;
  std::vector<std::string> asked;  ///< questions answered, in that order
  std::string question;            ///< the one on screen; "" for what fits
  bool correcting = false;         ///< an answer is being changed: from it the way leads back to what fits
  bool answers_open = false, others_open = false;  ///< what was answered; what does not fit
  bool operator==(const MatcherPage&) const = default;
};
struct SettingsPage {
  bool operator==(const SettingsPage&) const = default;
};

struct Page : OneOf<
    HomePage, EverythingPage, ColumnPage, ItemPage, SearchPage, FormPage, ReceiptPage, ClaimPage, ProgressPage, StatusPage, TableViewPage,
    TableRowPage, KeyPage, EditionsPage, MatcherPage, SettingsPage> {
  using OneOf::OneOf;
  Page();
  Page(const Page& other);
  Page(Page&& other) noexcept;
  Page& operator=(const Page& other);
  Page& operator=(Page&& other) noexcept;
  ~Page();
};

// ---- typing --------------------------------------------------------------------------------------------------------

/// Codes: capitals and figures at once. Pad: the ten figures as on a telephone.
enum class KeyLayout { Pinyin, Letters, Capitals, Figures, Symbols, Codes, Pad };

/// What the key that ends typing leads to: the page, the next field to be typed in, or what the page is there for.
enum class Ending { Leave, NextField, Search, LookUp, Take };

/// What pinyin offers for the letters typed so far.
struct Composing {
  std::string letters, preedit;
  std::vector<std::string> candidates;
  int page = 0;
  bool last_page = true;
  bool operator==(const Composing&) const = default;
};

struct Typing {
  std::string field;  ///< of the page on top; kSearchField on the search page
  TextEdit edit;
  bool cut = false;   ///< what was typed last did not all fit
  KeyLayout layout = KeyLayout::Pinyin;
  Composing composing;
  std::uint64_t asked = 0;  ///< generation of the last composition asked for
  enum class After { Stay, End, NextStep } after = After::Stay;  ///< when the last letters have become words
  std::optional<std::string> chosen_from;  ///< the letters a candidate was taken from, until the engine has answered
  Instant key_at{};        ///< when a keyboard's or scanner's last character came
  int quick = 0;           ///< how many have come in a row, each sooner than fingers type
  bool operator==(const Typing&) const = default;
};
inline constexpr std::string_view kSearchField = "search";
inline constexpr std::size_t kSearchLength = 100;  ///< characters, also of number and code
inline constexpr std::string_view kNumberField = "receipt-number", kCodeField = "query-code";  ///< of ProgressPage
inline constexpr std::string_view kClaimField = "claim-number";  ///< of ClaimPage

// ---- the visit -----------------------------------------------------------------------------------------------------

/// Where a link leads out of the hall, to be read and taken along on one's own telephone.
struct ShownAddress {
  std::string address;                ///< Span::link
  std::vector<std::vector<bool>> qr;  ///< empty until it is made
  bool operator==(const ShownAddress&) const = default;
};

/// Everything that belongs to the person in front of the screen. Ending the visit replaces it by an empty one.
struct Visit {
  Visit();
  Visit(const Visit& other);
  Visit(Visit&& other) noexcept;
  Visit& operator=(const Visit& other);
  Visit& operator=(Visit&& other) noexcept;
  ~Visit();

  std::vector<Page> pages{HomePage{}};  ///< the last is on screen
  std::map<std::string, Answers> answers;  ///< by answers_key()
  std::vector<ReceiptPage> receipts;       ///< of what was handed in, also when another page is on screen
  std::string search_text;
  std::optional<Typing> typing;
  std::optional<ShownAddress> address;  ///< stands above the page
  Settings settings;
  Instant last_touch{};
  std::uint64_t number = 0;  ///< tells visits apart: what the screen remembers (scrolled places) belongs to one
  std::string reveal;        ///< heading anchor or field to be brought into view once
  VisitUses uses;            ///< counted when the visit ends, where the hall counts
  bool operator==(const Visit&) const = default;
};

/// Look-ups that found nothing, counted for the machine and not for the visit: ending a visit does not let anybody guess on.
/// One that finds something forgives none of them, or a guesser with one receipt of his own could use it between guesses.
struct LookUps {
  int misses = 0;           ///< as they counted at `last_miss`
  Instant last_miss{};
  std::uint64_t asked = 0;  ///< generation of the one under way; 0 for none
  bool operator==(const LookUps&) const = default;
};

inline constexpr std::chrono::minutes kOffered{10};

/// What earlier runs of this machine took in and handed to nobody, offered to whoever comes.
struct KeptOffer {
  int numbered = 0;  ///< to be claimed by a number
  int nameless = 0;  ///< to be had without
  int tries = 0;     ///< wrong numbers that may still be tried
  Milliseconds left = kOffered;  ///< of time the machine runs; leaps of its clock do not count
  bool empty() const { return numbered == 0 && nameless == 0; }
  bool operator==(const KeptOffer&) const = default;
};

enum class Asking { Nothing, StillThere, EndVisit, Help };  ///< what stands above the page

struct Model {
  Model();
  Model(const Model& other);
  Model(Model&& other) noexcept;
  Model& operator=(const Model& other);
  Model& operator=(Model&& other) noexcept;
  ~Model();

  std::shared_ptr<const Hall> hall;  ///< null until a release is installed
  std::string trouble;               ///< why there is nothing to show, or will be when the visit ends: a key in the strings
  std::optional<Visit> visit;        ///< none: the attract page
  Asking asking = Asking::Nothing;
  Instant asked_at{};
  Instant now{};
  Instant attract_since{};
  std::uint64_t generation = 0;      ///< numbers the questions sent to searches and pinyin, so late answers are dropped
  LookUps look_ups;
  std::optional<KeptOffer> kept;     ///< never an empty one
  bool printer_set = false;
  bool accepts_submissions = true;   ///< false when the intake store could not be opened
  bool operator==(const Model&) const = default;
};

/// The page on screen. There must be a visit.
const Page& top_page(const Model& model);
Page& top_page(Model& model);
const Column* find_column(const Model& model, std::string_view id);
const Form* find_form(const Model& model, std::string_view id);
const Table* find_table(const Model& model, std::string_view id);
/// The view that the page shows; null when the release has neither table nor view.
const TableView* shown_view(const Model& model, const TableViewPage& page);
const Matcher* find_matcher(const Model& model, std::string_view id);
const Field* find_field(const Form& form, std::string_view id);
/// The name of the fold of the page's step in FormPage::unfolded.
std::string fold_of(const FormPage& page);
/// Whether the folded fields of the step are shown: its row was touched, or one of them is answered.
bool is_unfolded(const Model& model, const FormPage& page);
/// Whether all choices are shown, and not only the first with a row for the others.
bool is_unfolded(const Model& model, const FormPage& page, const Field& field);
/// The fields of the step that are on the page now.
std::vector<const Field*> fields_on_page(const Model& model, const FormPage& page);
/// Whether the field is answered by typing.
bool is_typed(const Field& field);
/// The next field on the page to be typed in, after the one of this name; "" for none.
std::string next_typed(const Model& model, const FormPage& page, std::string_view field);
/// The part of a closed table's key that is asked for after this one; "" for none.
std::string next_of_key(const Model& model, const KeyPage& page, std::string_view field);
/// There must be a field being typed in.
Ending ending(const Model& model);

/// Under which the answers of a form are kept: the form's id, and what it is about, so that words on one draft never go along
/// with another.
std::string answers_key(std::string_view form, std::string_view about_item);
/// The answers given on the page; empty when there are none yet.
const Answers& answers_of(const Model& model, const FormPage& page);
const Answers& answers_of(const Model& model, std::string_view key);

/// The time to judge answers and periods by: a clock that cannot be right closes nobody's door.
Instant believed_now(const Model& model);

/// The day by which a policy's last day is judged.
Date believed_day(const Model& model);

/// Whether it is a comment on a draft whose period has ended meanwhile: it can be read and kept, not handed in.
bool comment_over(const Model& model, const FormPage& page);

/// Whether a form holds anything that ending the visit would lose. There must be a visit.
bool has_typed(const Model& model);

inline constexpr std::chrono::seconds kForgiveMiss{120};  ///< of look-ups: so long forgives one
inline constexpr std::chrono::seconds kIdle{90}, kIdleInForm{180}, kCountdown{30}, kSlide{15};

/// When the question "are you still there" is due. There must be a visit.
Instant idle_question_at(const Model& model);
/// When the model next changes by the passing of time alone: the idle question, its countdown, the attract page's turn,
/// the clock's minute. The loop sleeps until then.
Instant next_tick(const Model& model);
/// Seconds until the next look-up is taken: 1, 2, 4 ... 60 after each miss in a row; kForgiveMiss forgives one.
int look_up_wait(const Model& model);
/// Seconds left to answer the idle question.
int countdown(const Model& model);
/// Today, as far as content is asked whether its day has come: no clock that went back hides what was out
/// when the release was made.
Date shown_day(const Model& model);
/// Of the hall's latest items those whose day has come. There must be a hall.
std::vector<const Item*> newest(const Model& model);
/// Of those opened most in the halls the ones whose day has come. There must be a hall.
std::vector<const Item*> most_used(const Model& model);
/// Of the latest items those that invite to something held today.
std::vector<const Item*> held_today(const Model& model);
/// The urgent notices that stand now, the most serious first. None on a bare machine.
std::vector<const UrgentNotice*> standing_urgent(const Model& model);
/// Which of `count` slides the attract page shows.
std::size_t attract_slide(const Model& model, std::size_t count);

}  // namespace mingting
