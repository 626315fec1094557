// One walk over the line copies what is sound, links whole, and rewrites what only looks like Markdown.
#include "publish/text/inline_slips.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <regex>

#include "base/text/text.hpp"

namespace mingting {
namespace {

struct Bracket {
  std::string_view open, close;
};
constexpr std::array<Bracket, 3> kBrackets{{{"[", "]"}, {"［", "］"}, {"【", "】"}}};
/// Further apart two marks do not belong together; looking no further keeps a line of marks alone cheap.
constexpr std::size_t kReachOfMarks = 2000;  // bytes
constexpr std::array<std::string_view, 2> kParenthesesOpen{"(", "（"}, kParenthesesClose{")", "）"};

bool is_ascii_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// guide/03-apply, #标题, https://…: nobody writes that after brackets but as a target.
bool looks_like_target(std::string_view text) {
  for (const std::string_view start :
       {"#", "http://", "https://", "tel:", "mailto:", "media/", "item:", "../"}) {
    if (text.size() > start.size() && text.starts_with(start))
      return text.find(' ') == std::string_view::npos;
  }
  const auto slash = text.find('/');
  if (slash == std::string_view::npos || slash == 0 || slash + 1 == text.size()) return false;
  const auto folder = text.substr(0, slash);
  const bool plain = std::ranges::all_of(
      folder, [](char c) { return is_ascii_word(c) || c == '-' || c == '_' || c == '.'; });
  const bool named =
      std::ranges::any_of(folder, [](char c) { return is_ascii_word(c) && (c < '0' || c > '9'); });
  return plain && named && text.find(' ') == std::string_view::npos;
}

/// Where the piece that comes first stands.
template <std::size_t N>
std::pair<std::size_t, std::string_view> first_of(std::string_view text,
                                                  const std::array<std::string_view, N>& pieces) {
  std::pair<std::size_t, std::string_view> first{std::string_view::npos, {}};
  for (const auto piece : pieces) {
    if (const auto at = text.find(piece); at < first.first) first = {at, piece};
  }
  return first;
}

struct LinkFound {
  std::string written;     ///< as CommonMark has it
  std::size_t length = 0;  ///< of what stands in the line
};

/// A link or picture at the beginning of the text, in any brackets.
std::optional<LinkFound> link_at(std::string_view text) {
  text = text.substr(0, kReachOfMarks);
  const auto bracket =
      std::ranges::find_if(kBrackets, [&](const Bracket& each) { return text.starts_with(each.open); });
  if (bracket == kBrackets.end() || text.starts_with("[^")) return std::nullopt;
  const auto close = text.find(bracket->close);
  if (close == std::string_view::npos) return std::nullopt;
  const auto words = text.substr(bracket->open.size(), close - bracket->open.size());
  auto rest = text.substr(close + bracket->close.size());
  const bool apart = rest.starts_with(' ');
  if (apart) rest.remove_prefix(1);
  const auto parenthesis =
      std::ranges::find_if(kParenthesesOpen, [&](std::string_view open) { return rest.starts_with(open); });
  if (parenthesis == kParenthesesOpen.end()) return std::nullopt;
  rest.remove_prefix(parenthesis->size());
  const auto [end, mark] = first_of(rest, kParenthesesClose);
  if (end == std::string_view::npos) return std::nullopt;
  const auto target = rest.substr(0, end);
  const auto length = static_cast<std::size_t>(rest.data() + end + mark.size() - text.data());
  const bool standard = bracket->open == "[" && *parenthesis == "(" && mark == ")" && !apart;
  if (standard) return LinkFound{std::string(text.substr(0, length)), length};
  if (!looks_like_target(target)) return std::nullopt;
  return LinkFound{"[" + std::string(words) + "](" + std::string(target) + ")", length};
}

/// The address that begins here, without the mark that ends the sentence.
std::string_view address_at(std::string_view text) {
  if (!text.starts_with("http://") && !text.starts_with("https://") && !text.starts_with("www.")) return {};
  constexpr std::string_view kNever = "<>\"`|\\^{}[]";
  std::size_t end = 0;
  while (end < text.size() && text[end] > 0x20 && text[end] < 0x7F &&
         kNever.find(text[end]) == std::string_view::npos)
    ++end;
  while (end > 0 && std::string_view(".,;:!?'*~)(").find(text[end - 1]) != std::string_view::npos) --end;
  const auto address = text.substr(0, end);
  const auto host =
      address.substr(address.find("://") == std::string_view::npos ? 4 : address.find("://") + 3);
  return host.empty() || host.find('.') == std::string_view::npos ? std::string_view() : address;
}

/// A number that a person can call: with its area code, of a mobile, 400 and 800, and after a word for
/// calling the five digits of a hot line.
std::size_t phone_length(std::string_view text, std::string_view before) {
  static const std::regex kPhone(R"((?:0\d{2,3}-\d{7,8}|1[3-9]\d{9}|[48]00-?\d{3}-?\d{4})(?![0-9A-Za-z.-]))");
  static const std::regex kHotLine(R"(1\d{4}(?![0-9A-Za-z.-]))");
  if (!before.empty() &&
      (is_ascii_word(before.back()) || std::string_view("-./").find(before.back()) != std::string_view::npos))
    return 0;
  std::cmatch found;
  const auto* end = text.data() + std::min<std::size_t>(text.size(), 32);
  if (std::regex_search(text.data(), end, found, kPhone, std::regex_constants::match_continuous))
    return static_cast<std::size_t>(found.length());
  while (before.ends_with(' ') || before.ends_with(':')) before.remove_suffix(1);
  if (before.ends_with("：")) before.remove_suffix(std::string_view("：").size());
  const bool called = before.ends_with("电话") || before.ends_with("热线") || before.ends_with("拨打") ||
                      before.ends_with("拨");
  if (!called ||
      !std::regex_search(text.data(), end, found, kHotLine, std::regex_constants::match_continuous))
    return 0;
  return static_cast<std::size_t>(found.length());
}

class Walk {
 public:
  Walk(std::string line, const NoteNumbers& notes, BareAddresses bare)
      : whole_(std::move(line)), line_(whole_), notes_(notes), bare_(bare) {}

  std::string meant() {
    while (at_ < line_.size()) step();
    return std::move(meant_);
  }

 private:
  std::string_view rest() const { return line_.substr(at_); }
  void replace(std::size_t length, std::string_view by) { meant_ += by, at_ += length; }
  void copy(std::size_t length) { replace(length, rest().substr(0, length)); }

  void step() {
    if (rest().starts_with('\\')) return copy(std::min<std::size_t>(2, rest().size()));
    if (rest().starts_with('`')) return copy_code();
    if (take_picture() || take_link() || take_note() || take_angle() || take_bare()) return;
    if (rest().starts_with('~')) return take_tildes();
    copy(1);
  }

  /// Between two runs of as many backticks; one without its fellow stands for itself.
  void copy_code() {
    const auto ticks = std::min(rest().find_first_not_of('`'), rest().size());
    const auto close = rest().substr(0, ticks + kReachOfMarks).find(std::string(ticks, '`'), ticks);
    copy(close == std::string_view::npos ? ticks : close + ticks);
  }

  /// ！[图](media/a.png)
  bool take_picture() {
    constexpr std::string_view kFullWidth = "！";
    if (!rest().starts_with(kFullWidth)) return false;
    const auto link = link_at(rest().substr(kFullWidth.size()));
    if (!link || link->written.find("](media/") == std::string::npos) return false;
    return replace(kFullWidth.size() + link->length, "!" + link->written), true;
  }

  bool take_link() {
    const auto link = link_at(rest());
    if (link) replace(link->length, link->written);
    return link.has_value();
  }

  bool take_note() {
    if (!rest().starts_with("[^")) return false;
    const auto close = rest().substr(0, kReachOfMarks).find(']');
    const auto note =
        close == std::string_view::npos ? notes_.end() : notes_.find(rest().substr(2, close - 2));
    if (note == notes_.end()) return false;
    return replace(close + 1, "（注" + note->second + "）"), true;
  }

  bool take_angle() {
    const auto close = rest().substr(0, kReachOfMarks).find('>');
    if (!rest().starts_with('<') || close == std::string_view::npos) return false;
    return copy(close + 1), true;
  }

  bool take_bare() {
    if (bare_ == BareAddresses::Keep) return false;
    const auto before = line_.substr(0, at_);
    if (const auto address = address_at(rest());
        !address.empty() && (before.empty() || !is_ascii_word(before.back()))) {
      const std::string target(address), full = target.starts_with("www.") ? "http://" + target : target;
      return replace(address.size(), target == full ? "<" + target + ">" : "[" + target + "](" + full + ")"),
             true;
    }
    const auto length = rest()[0] >= '0' && rest()[0] <= '9' ? phone_length(rest(), before) : 0;
    if (length == 0) return false;
    const std::string number(rest().substr(0, length));
    return replace(length, "[" + number + "](tel:" + number + ")"), true;
  }

  /// A single one stands for “to”: 5~10天.
  void take_tildes() {
    const auto length = std::min(rest().find_first_not_of('~'), rest().size());
    if (length == 1) return replace(1, "\\~");
    copy(length);
  }

  std::string whole_;
  std::string_view line_;
  const NoteNumbers& notes_;
  BareAddresses bare_;
  std::size_t at_ = 0;
  std::string meant_;
};

/// The places where the mark stands alone, two characters long.
std::vector<std::size_t> places_of(std::string_view line, std::string_view mark) {
  std::vector<std::size_t> places;
  for (auto at = line.find(mark); at != std::string_view::npos; at = line.find(mark, at)) {
    const auto end = std::min(line.find_first_not_of(mark.front(), at), line.size());
    if (end - at == mark.size()) places.push_back(at);
    at = end;
  }
  return places;
}

/// Marks in pairs are made to reach what they stand around.
std::string reaching(std::string line, std::string_view mark) {
  const auto places = places_of(line, mark);
  if (places.empty() || places.size() % 2 != 0 || line.find_first_of("`\\") != std::string::npos) return line;
  std::string reached;
  std::size_t from = 0;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const auto end = places[i] + mark.size();
    reached.append(line, from, places[i] - from);
    reached += i % 2 == 0 ? std::string(mark) + std::string(kReach) : std::string(kReach) + std::string(mark);
    from = end;
  }
  return reached.append(line, from);
}

}  // namespace

std::string inline_meant(std::string_view line, const NoteNumbers& notes, BareAddresses bare) {
  return Walk(reaching(reaching(std::string(line), "**"), "~~"), notes, bare).meant();
}

}  // namespace mingting
