// md4c's callbacks become blocks: paragraphs and list items wait for their first text, pictures stand alone.
#include "publish/text/markdown.hpp"

#include <fmt/format.h>
#include <md4c.h>

#include <algorithm>
#include <charconv>
#include <functional>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "base/text/text.hpp"
#include "publish/files/source.hpp"
#include "publish/text/inline_slips.hpp"
#include "publish/text/slips.hpp"

namespace mingting {
namespace {

/// A character that is written without spaces around it: Han, kana, their punctuation, full-width forms.
bool joins_without_space(char32_t c) {
  return is_han(c) || (c >= 0x2E80 && c <= 0x30FF) || (c >= 0xFE30 && c <= 0xFE4F) ||
         (c >= 0xFF00 && c <= 0xFFEF) || (c >= 0x2018 && c <= 0x201D) || c == 0x2014 || c == 0x2026;
}

char32_t last_code_point(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0 && (static_cast<unsigned char>(text[--at]) & 0xC0) == 0x80) {
  }
  return text.empty() ? 0 : next_code_point(text, at);
}

/// &amp; &#8212; and the like; an unknown one stays as written.
std::string decoded_entity(std::string_view entity) {
  static const std::unordered_map<std::string_view, std::string_view> kNamed{
      {"&amp;", "&"},   {"&lt;", "<"},        {"&gt;", ">"},        {"&quot;", "\""}, {"&apos;", "'"},
      {"&nbsp;", " "},  {"&ensp;", "\u2002"}, {"&emsp;", "\u2003"}, {"&copy;", "©"},  {"&times;", "×"},
      {"&mdash;", "—"}, {"&hellip;", "…"},    {"&middot;", "·"}};
  if (const auto named = kNamed.find(entity); named != kNamed.end()) return std::string(named->second);
  if (!entity.starts_with("&#")) return std::string(entity);
  const bool hex = entity.size() > 3 && (entity[2] == 'x' || entity[2] == 'X');
  const auto digits = entity.substr(hex ? 3 : 2, entity.size() - (hex ? 4 : 3));
  std::uint32_t code = 0;
  const auto [end, fault] =
      std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
  const bool good =
      fault == std::errc{} && code >= 0x20 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
  std::string text;
  if (good) append_utf8(text, code);
  return good ? text : std::string(entity);
}

std::string attribute_text(const MD_ATTRIBUTE& attribute) {
  std::string text;
  for (int i = 0; attribute.text != nullptr && attribute.substr_offsets[i] < attribute.size; ++i) {
    const auto from = attribute.substr_offsets[i], to = attribute.substr_offsets[i + 1];
    const std::string_view part(attribute.text + from, to - from);
    text += attribute.substr_types[i] == MD_TEXT_ENTITY ? decoded_entity(part) : std::string(part);
  }
  return text;
}

std::string shortened(std::string_view text) {
  auto points = to_code_points(text);
  if (points.size() <= 20) return std::string(text);
  points.resize(20);
  return to_utf8(points) + "…";
}

/// Follows md4c's callbacks and writes blocks.
class Builder {
 public:
  Builder(const MeantMarkdown& source, FileReport& report)
      : source_(source.text), lines_of_file_(source.lines), report_(report), place_(source_.data()) {}

  void enter_block(MD_BLOCKTYPE type, void* detail);
  void leave_block(MD_BLOCKTYPE type);
  void enter_span(MD_SPANTYPE type, void* detail);
  void leave_span(MD_SPANTYPE type);
  void text(MD_TEXTTYPE type, std::string_view text);
  MarkdownDocument finish();

 private:
  struct List {
    bool numbered = false;
    int next = 1;
  };

  bool item_waits() const {
    return waiting_ && (waiting_->kind == BlockKind::Bullet || waiting_->kind == BlockKind::Numbered);
  }
  void start_block(Block block);
  void enter_table();
  void trim_cell();
  void enter_heading(unsigned level);
  void add_rule();
  void enter_numbered(unsigned start);
  void enter_link(const MD_ATTRIBUTE& target);
  void leave_link();
  void show_address();
  void enter_picture(const MD_ATTRIBUTE& source);
  void leave_picture();
  void refuse_html(std::string_view text);
  void refuse_strike();
  void number_item();
  void append(std::string_view text);
  void append_to_spans(std::string_view text);
  void soft_break();
  std::string_view written() const;
  void enter_paragraph();
  void enter_item();
  void set_anchors();
  void trim_spans();
  void check_marks();
  int line();
  void see(const char* at);

  std::string_view source_;
  const std::vector<int>& lines_of_file_;
  FileReport& report_;
  MarkdownDocument document_;

  std::optional<Block> waiting_;  ///< made by the first text that comes
  bool open_ = false;             ///< the last block takes text
  bool item_open_ = false;        ///< the last block is the list item we are in
  std::vector<List> lists_;
  int quotes_ = 0;
  int strong_ = 0, emphasis_ = 0, struck_ = 0;
  std::string link_;
  std::size_t link_texts_ = 0;
  bool in_table_ = false, in_heading_ = false;
  int pictures_ = 0;  ///< depth: a picture's text may hold another picture
  std::string picture_target_, picture_alt_;

  const char* place_;  ///< the newest text seen in the source, for lines
  const char* counted_to_ = nullptr;
  int counted_ = 0;
};

int Builder::line() {
  if (counted_to_ == nullptr || counted_to_ > place_) counted_to_ = source_.data(), counted_ = 0;
  counted_ += static_cast<int>(std::count(counted_to_, place_, '\n'));
  counted_to_ = place_;
  return lines_of_file_.empty()
             ? 1
             : lines_of_file_[std::min(static_cast<std::size_t>(counted_), lines_of_file_.size() - 1)];
}

void Builder::see(const char* at) {
  if (std::greater_equal<>{}(at, source_.data()) && std::less<>{}(at, source_.data() + source_.size()))
    place_ = at;
}

void Builder::start_block(Block block) {
  waiting_ = std::move(block);
  open_ = item_open_ = false;
}

void Builder::enter_item() {
  Block block;
  auto& list = lists_.back();
  block.kind = list.numbered ? BlockKind::Numbered : BlockKind::Bullet;
  block.level = static_cast<int>(lists_.size()) - 1;
  if (list.numbered) block.number = list.next++;
  start_block(std::move(block));
}

/// A list item's first paragraph is the item itself; a further one follows on a line of its own.
void Builder::enter_paragraph() {
  if (!lists_.empty() && item_waits()) return;
  if (!lists_.empty() && item_open_) {
    open_ = true;
    append_to_spans("\n");
    return;
  }
  start_block(Block{.kind = quotes_ > 0 ? BlockKind::Quote : BlockKind::Paragraph});
}

void Builder::enter_table() {
  waiting_.reset();
  open_ = item_open_ = false;
  document_.blocks.push_back(Block{.kind = BlockKind::Table});
  in_table_ = true;
}

void Builder::enter_heading(unsigned level) {
  in_heading_ = true;
  start_block(Block{.kind = BlockKind::Heading, .level = static_cast<int>(level)});
}

void Builder::add_rule() {
  document_.blocks.push_back(Block{.kind = BlockKind::Rule});
  open_ = item_open_ = false;
}

void Builder::enter_numbered(unsigned start) {
  lists_.push_back({true, static_cast<int>(std::min(start, 999'999U))});
}

void Builder::enter_block(MD_BLOCKTYPE type, void* detail) {
  switch (type) {
    case MD_BLOCK_QUOTE: ++quotes_; break;
    case MD_BLOCK_UL: lists_.push_back({}); break;
    case MD_BLOCK_OL: enter_numbered(static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start); break;
    case MD_BLOCK_LI: enter_item(); break;
    case MD_BLOCK_P: enter_paragraph(); break;
    case MD_BLOCK_CODE: start_block(Block{}); break;
    case MD_BLOCK_HR: add_rule(); break;
    case MD_BLOCK_H: enter_heading(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level); break;
    case MD_BLOCK_TABLE: enter_table(); break;
    case MD_BLOCK_TR: document_.blocks.back().cells.emplace_back(); break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD: document_.blocks.back().cells.back().emplace_back(); break;
    default: break;
  }
}

void Builder::trim_cell() {
  auto& cell = document_.blocks.back().cells.back().back();
  cell = trimmed(cell);
}

void Builder::leave_block(MD_BLOCKTYPE type) {
  switch (type) {
    case MD_BLOCK_QUOTE: --quotes_; break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL: lists_.pop_back(); break;
    case MD_BLOCK_TABLE: in_table_ = false; break;
    case MD_BLOCK_H: in_heading_ = false; break;
    case MD_BLOCK_P: open_ = false; return;  // the item, if any, may go on
    case MD_BLOCK_TH:
    case MD_BLOCK_TD: trim_cell(); return;
    default: break;
  }
  if (type == MD_BLOCK_HTML || type == MD_BLOCK_DOC || in_table_) return;
  waiting_.reset();
  open_ = item_open_ = false;
}

void Builder::enter_link(const MD_ATTRIBUTE& target) {
  link_ = attribute_text(target);
  link_texts_ = 0;
  see(target.text);
  if (link_.empty()) report_.error(line(), "markdown.link-without-target");
}

void Builder::enter_picture(const MD_ATTRIBUTE& source) {
  see(source.text);
  if (pictures_++ == 0) picture_target_ = attribute_text(source), picture_alt_.clear();
}

void Builder::enter_span(MD_SPANTYPE type, void* detail) {
  switch (type) {
    case MD_SPAN_STRONG: ++strong_; break;
    case MD_SPAN_EM: ++emphasis_; break;
    case MD_SPAN_DEL:
      ++struck_;
      break;
    case MD_SPAN_A: enter_link(static_cast<MD_SPAN_A_DETAIL*>(detail)->href); break;
    case MD_SPAN_IMG: enter_picture(static_cast<MD_SPAN_IMG_DETAIL*>(detail)->src); break;
    default: break;
  }
}

void Builder::leave_span(MD_SPANTYPE type) {
  switch (type) {
    case MD_SPAN_STRONG: --strong_; break;
    case MD_SPAN_EM: --emphasis_; break;
    case MD_SPAN_DEL:
      --struck_;
      break;
    case MD_SPAN_A: leave_link(); break;
    case MD_SPAN_IMG:
      if (--pictures_ == 0) leave_picture();
      break;
    default: break;
  }
}

void Builder::leave_link() {
  if (link_texts_ == 0 && !link_.empty())
    report_.warning(line(), "markdown.link-without-text", link_);
  if (in_table_) show_address();
  link_.clear();
}

/// A table keeps no links: where one leads stands behind its words.
void Builder::show_address() {
  auto& cell = document_.blocks.back().cells.back().back();
  const auto address =
      link_.starts_with("tel:") || link_.starts_with("mailto:") ? link_.substr(link_.find(':') + 1) : link_;
  if (leads_outside(link_) && cell.find(address) == std::string::npos) cell += "（" + address + "）";
}

/// A cell's text has no styles, and words that are struck must not look valid.
void Builder::refuse_strike() {
  if (struck_ > 0) report_.error(line(), "markdown.strike-in-table");
}

/// A picture is a block of its own: text around it becomes blocks before and after.
void Builder::leave_picture() {
  ++link_texts_;
  if (in_table_ || in_heading_) {
    report_.error(line(), in_table_ ? "markdown.picture-in-table" : "markdown.picture-in-heading");
    return;
  }
  Block again{.kind = quotes_ > 0 ? BlockKind::Quote : BlockKind::Paragraph};
  if (item_waits()) again = *waiting_;
  const auto alt = trimmed(picture_alt_);
  if (alt.empty()) report_.warning(line(), "markdown.picture-without-words", picture_target_, picture_target_);
  document_.pictures.push_back({line(), document_.blocks.size()});
  document_.blocks.push_back(Block{.kind = BlockKind::Picture, .media = picture_target_, .alt = alt});
  start_block(std::move(again));
}

/// <br> is what it says.
void Builder::refuse_html(std::string_view text) {
  const auto tag = replace_all(ascii_lower(trimmed(text)), " ", "");
  if (tag == "<br>" || tag == "<br/>" || tag == "</br>") return append(in_table_ ? " " : "\n");
  if (const auto shown = trimmed(text); !shown.empty()) report_.error(line(), "markdown.html", shortened(shown));
}

void Builder::text(MD_TEXTTYPE type, std::string_view text) {
  see(text.data());
  switch (type) {
    case MD_TEXT_BR: append(in_table_ ? " " : "\n"); break;
    case MD_TEXT_SOFTBR: soft_break(); break;
    case MD_TEXT_ENTITY: append(decoded_entity(text)); break;
    case MD_TEXT_HTML: refuse_html(text); break;
    default: append(text); break;
  }
}

std::string_view Builder::written() const {
  if (pictures_ > 0) return picture_alt_;
  if (in_table_) return document_.blocks.back().cells.back().back();
  if (!open_ || document_.blocks.back().spans.empty()) return {};
  return document_.blocks.back().spans.back().text;
}

/// Chinese lines join as they are; words of letters keep a space between them.
void Builder::soft_break() {
  if (written().empty()) return;
  const auto before = last_code_point(written());
  const char* next = std::find(place_, source_.data() + source_.size(), '\n');
  std::string_view rest(next, static_cast<std::size_t>(source_.data() + source_.size() - next));
  const auto start = rest.find_first_not_of("\n \t>*_`![");
  std::size_t at = start == std::string_view::npos ? 0 : start;
  const char32_t after = rest.empty() ? 0 : next_code_point(rest, at);
  if (!joins_without_space(before) && !joins_without_space(after)) append(" ");
}

void Builder::append(std::string_view written) {
  const auto text = replace_all(std::string(written), kReach, "");
  if (pictures_ > 0) {
    picture_alt_ += text;
  } else if (in_table_) {
    refuse_strike();
    document_.blocks.back().cells.back().back() += text;
    if (!link_.empty() && link_texts_++ == 0) {
      document_.links.push_back({line(), document_.blocks.size() - 1, LinkUse::kNoSpan, link_});
    }
  } else if (!text.empty()) {
    append_to_spans(text);
  }
}

/// An item has the number that is written before it: CommonMark would count on from the first, and rename
/// what is cited.
void Builder::number_item() {
  if (waiting_->kind != BlockKind::Numbered || std::less<>{}(place_, source_.data() + 1)) return;
  const auto before = source_.substr(0, static_cast<std::size_t>(place_ - source_.data()));
  auto written = before.substr(before.rfind('\n') + 1);
  written.remove_prefix(std::min(written.find_first_of("0123456789"), written.size()));
  int number = 0;
  const auto [end, fault] = std::from_chars(written.data(), written.data() + written.size(), number);
  if (fault != std::errc{} || end == written.data() + written.size() || (*end != '.' && *end != ')')) return;
  waiting_->number = number;
  lists_.back().next = number + 1;
}

void Builder::append_to_spans(std::string_view text) {
  if (!open_) {
    const bool item = item_waits();
    if (item) number_item();
    document_.blocks.push_back(waiting_ ? std::move(*waiting_) : Block{});
    waiting_.reset();
    open_ = true;
    item_open_ = item;
  }
  auto& spans = document_.blocks.back().spans;
  const bool strong = strong_ > 0, emphasis = emphasis_ > 0, struck = struck_ > 0;
  ++link_texts_;
  if (!spans.empty() && spans.back() == Span{spans.back().text, strong, emphasis, link_, struck}) {
    spans.back().text += text;
    return;
  }
  if (!link_.empty()) document_.links.push_back({line(), document_.blocks.size() - 1, spans.size(), link_});
  spans.push_back({std::string(text), strong, emphasis, link_, struck});
}

void Builder::trim_spans() {
  for (auto& block : document_.blocks) {
    if (block.spans.empty()) continue;
    auto& last = block.spans.back().text;
    while (!last.empty() && (last.back() == '\n' || last.back() == ' ')) last.pop_back();
    block.spans.shrink_to_fit();
  }
}

void Builder::set_anchors() {
  std::unordered_set<std::string> taken;
  std::unordered_map<std::string, int> uses;
  for (auto& block : document_.blocks) {
    if (block.kind != BlockKind::Heading) continue;
    const auto base = anchor_of(plain_text(block));
    int& count = uses[base];
    do {
      block.anchor = ++count == 1 ? base : fmt::format("{}-{}", base, count);
    } while (!taken.insert(block.anchor).second);
  }
}

/// Marks that stayed in the text: nobody can know what was meant by them.
void Builder::check_marks() {
  for (const auto& block : document_.blocks) {
    for (const auto& span : block.spans) {
      for (const std::string_view mark : {"**", "~~", "]("}) {
        const auto at = span.text.find(mark);
        if (at == std::string::npos) continue;
        const auto found = source_.find(std::string_view(span.text).substr(at, 8));
        place_ = source_.data() + (found == std::string_view::npos ? 0 : found);
        report_.warning(line(), mark == "**"   ? "markdown.stray-stars"
                                : mark == "~~" ? "markdown.stray-tildes"
                                               : "markdown.stray-link");
      }
    }
  }
}

MarkdownDocument Builder::finish() {
  trim_spans();
  set_anchors();
  check_marks();
  document_.blocks.shrink_to_fit();
  return std::move(document_);
}

Builder& builder(void* user) {
  return *static_cast<Builder*>(user);
}

}  // namespace

std::string anchor_of(std::string_view heading) {
  std::string anchor;
  for (std::size_t at = 0; at < heading.size();) {
    const char32_t c = next_code_point(heading, at);
    if (c > 0x20 && c != 0xA0 && c != 0x3000 && !(c >= 0x2000 && c <= 0x200A) && !is_zero_width(c))
      append_utf8(anchor, c);
  }
  return composed(anchor);
}

MarkdownDocument parse_markdown(std::string_view text, int first_line, FileReport& report) {
  const auto meant = as_meant(text, first_line, report);
  Builder state(meant, report);
  MD_PARSER parser{};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_STRIKETHROUGH;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* user) {
    return builder(user).enter_block(type, detail), 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* user) {
    return builder(user).leave_block(type), 0;
  };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* user) {
    return builder(user).enter_span(type, detail), 0;
  };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* user) { return builder(user).leave_span(type), 0; };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* at, MD_SIZE size, void* user) {
    return builder(user).text(type, {at, size}), 0;
  };
  if (md_parse(meant.text.data(), static_cast<MD_SIZE>(meant.text.size()), &parser, &state) != 0) {
    report.error(first_line, "markdown.unreadable");
  }
  return state.finish();
}

}  // namespace mingting
