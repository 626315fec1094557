// Lines filled one after another; then the last one given company, or all of them balanced.
#include "base/text/typeset.hpp"

#include <algorithm>
#include <limits>
#include <optional>

#include "base/text/characters.hpp"
#include "base/text/line_break.hpp"
#include "base/text/text.hpp"
#include "base/text/whole.hpp"

namespace mingting {
namespace {

/// A last line of less than this, its marks not counted, looks lost; the line before gives it company as long as it stays so full
/// itself: more would look torn.
struct Company {
  float ems = 0, full = 0;
};
/// Three characters; where that cannot be, two; and one never stands alone.
constexpr Company kCompany[] = {{2.5F, 0.85F}, {1.6F, 0.85F}, {1.6F, 0.5F}};
/// Lines shorter than this are too short to give anything away.
constexpr float kLeastMeasure = 6;  // ems
/// A name may keep a line this much shorter, no more.
constexpr float kNameShare = 0.5F;
/// Filling a line may add so much after each character.
constexpr float kMostStretch = 0.09F;     // ems
constexpr std::size_t kMostBalanced = 6;  // lines

/// Where a line may end: before this sign.
struct End {
  std::uint32_t at = 0;
  bool inside = false;  ///< a whole: only where there is no other
};

Squeeze squeezed(std::span<const Sign> signs, std::size_t from, std::size_t at, std::size_t to,
                 const Manner& manner) {
  const auto& sign = signs[at];
  const char32_t after = at + 1 < to ? signs[at + 1].c : 0;
  if (manner.fill == Fill::Typed) return parted(sign.c, after, manner.ems);
  return squeeze(at > from ? signs[at - 1].c : 0, sign.c, after, sign.advance, manner.ems);
}

/// The text measured: how wide it is from one sign to another as a line of its own.
class Rule {
 public:
  Rule(std::span<const Sign> signs, const Manner& manner) : signs_(signs), manner_(manner) {
    pens_.reserve(signs.size() + 1);
    float pen = 0;
    for (std::size_t i = 0; i < signs.size(); ++i) {
      pens_.push_back(pen);
      if (signs[i].c != U'\n') pen += signs[i].advance - cost(squeezed(signs, 0, i, signs.size(), manner));
    }
    pens_.push_back(pen);
  }

  float width(std::size_t from, std::size_t to) const {
    while (to > from && is_blank(signs_[to - 1].c)) --to;
    if (to == from) return 0;
    float width = pens_[to] - pens_[from];
    width += gain(from, from, to);
    if (to - from > 1) width += gain(to - 1, from, to);
    return width;
  }
  bool fits(std::size_t from, std::size_t to) const {
    return pens_[to] - pens_[from] <= manner_.measure ||
           width(from, to) <= manner_.measure + 0.001F * manner_.ems.em;
  }

 private:
  static float cost(const Squeeze& s) { return s.before + s.after; }
  /// How much wider the sign is on this line than in the run of the text.
  float gain(std::size_t at, std::size_t from, std::size_t to) const {
    return cost(squeezed(signs_, 0, at, signs_.size(), manner_)) -
           cost(squeezed(signs_, from, at, to, manner_));
  }

  std::span<const Sign> signs_;
  const Manner& manner_;
  std::vector<float> pens_;
};

constexpr float kNever = std::numeric_limits<float>::infinity();

struct Way {
  float cost = kNever;
  std::size_t from = 0;  ///< the stop before
};

class Setter {
 public:
  Setter(std::string_view text, std::span<const Sign> signs, const Manner& manner)
      : text_(text), signs_(signs), manner_(manner), rule_(signs, manner) {}

  std::vector<SetLine> lines() {
    const bool feeds = text_.find('\n') != std::string_view::npos;
    if (!feeds && rule_.fits(0, signs_.size())) {
      close(0, signs_.size());
      return std::move(lines_);
    }
    find_ends();
    std::size_t from = 0;
    for (std::size_t at = 0; at < signs_.size(); ++at) {
      if (signs_[at].c != U'\n') continue;
      paragraph(from, at + 1);
      from = at + 1;
    }
    if (from < signs_.size() || (!signs_.empty() && signs_.back().c == U'\n')) paragraph(from, signs_.size());
    return std::move(lines_);
  }

 private:
  void find_ends();
  void keep_whole();
  void paragraph(std::size_t from, std::size_t to);
  void fill(std::size_t from, std::size_t to);
  std::size_t forced(std::size_t from, std::size_t to) const;
  void give_company(std::size_t first);
  std::optional<std::size_t> earlier(const SetLine& before, const SetLine& last, const Company& company);
  void stretch(std::size_t first);
  void stretch(SetLine& line) const;
  void balance(std::size_t first);
  void note_words(std::size_t from, std::size_t to);
  float reluctance(const End& end) const;
  std::vector<std::vector<Way>> best_ways(const std::vector<End>& stops, std::size_t count) const;

  void close(std::size_t from, std::size_t to) {
    lines_.push_back(
        {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to), rule_.width(from, to), 0});
  }
  /// Also what Unicode lets begin a line: a mark behind a space, the dot inside a name.
  bool may_not_begin(std::size_t at) const {
    return at < signs_.size() &&
           (is_closing_mark(signs_[at].c) || is_name_dot(signs_[at].c) || signs_[at].c == U'～');
  }
  /// 2026 | 年: the last place to part a date that no line can hold.
  bool is_torn_from_unit(std::size_t at) const { return is_ascii_figure(signs_[at - 1].c) && is_han(signs_[at].c); }
  std::size_t byte(std::size_t at) const { return at < signs_.size() ? signs_[at].begin : text_.size(); }
  float ems(float count) const { return count * manner_.ems.em; }
  /// The ends behind `from` up to `to`, with it when it is one.
  std::span<const End> ends_in(std::size_t from, std::size_t to) const {
    const auto less = [](const End& end, std::size_t at) { return end.at <= at; };
    const auto first = std::lower_bound(ends_.begin(), ends_.end(), from, less);
    return {first, std::lower_bound(first, ends_.end(), to, less)};
  }
  bool ends_word(std::size_t at) const {
    return at - words_from_ >= words_.size() || words_[at - words_from_];
  }
  float substance(std::size_t from, std::size_t to) const;

  std::string_view text_;
  std::span<const Sign> signs_;
  const Manner& manner_;
  Rule rule_;
  std::vector<End> ends_;
  std::vector<bool> words_;  ///< whether a word ends before the sign, from one on
  std::size_t words_from_ = 0;
  std::vector<SetLine> lines_;
};

void Setter::find_ends() {
  std::size_t at = 0;
  for (const BreakPoint& point : line_breaks(text_)) {
    while (at < signs_.size() && byte(at) < point.offset) ++at;
    if (byte(at) == point.offset && !may_not_begin(at))
      ends_.push_back({static_cast<std::uint32_t>(at), false});
  }
  keep_whole();
}

void Setter::keep_whole() {
  std::u32string all;
  all.reserve(signs_.size());
  for (const Sign& sign : signs_) all += sign.c;
  for (const Whole& whole : wholes(all, manner_.names)) {
    const bool spares = whole.kind == Whole::Kind::Name && manner_.fill != Fill::Balanced;
    const bool kept = rule_.width(whole.from, whole.to) <= manner_.measure * (spares ? kNameShare : 1);
    const auto within = ends_in(whole.from, whole.to - 1);
    const auto first = static_cast<std::size_t>(within.data() - ends_.data());
    for (std::size_t i = first; i < first + within.size(); ++i) {
      if (kept || is_torn_from_unit(ends_[i].at)) ends_[i].inside = true;
    }
  }
}

void Setter::paragraph(std::size_t from, std::size_t to) {
  const std::size_t first = lines_.size();
  fill(from, to);
  if (manner_.fill == Fill::Typed) return;
  if (manner_.fill == Fill::Balanced) balance(first);
  give_company(first);
  if (manner_.fill == Fill::Full) stretch(first);
}

void Setter::fill(std::size_t from, std::size_t to) {
  std::size_t good = from;
  const auto reach = [&](std::size_t end) {
    while (!rule_.fits(from, end)) {
      const std::size_t stop = good > from ? good : forced(from, end);
      if (stop >= end) break;
      close(from, stop);
      from = good = stop;
    }
    good = end;
  };
  for (const End& end : ends_in(from, to)) {
    if (!end.inside && end.at < to) reach(end.at);
  }
  reach(to);
  close(from, to);
}

/// Of what is longer than a line, as much as fits: up to where a whole may be parted, to a hyphen, to any
/// character but not so that a mark stands where it may not.
std::size_t Setter::forced(std::size_t from, std::size_t to) const {
  std::size_t most = from + 1;
  while (most < to && rule_.fits(from, most + 1)) ++most;
  const auto ends = ends_in(from, std::min(most, to - 1));
  for (std::size_t i = ends.size(); i-- > 0;) {
    if (!is_torn_from_unit(ends[i].at)) return ends[i].at;
  }
  if (!ends.empty()) return ends.back().at;
  for (std::size_t at = most; at > from + 1; --at) {
    if (signs_[at - 1].c == U'-') return at;
  }
  for (std::size_t at = most; at > from; --at) {
    const bool torn = at < to && (may_not_begin(at) || signs_[at].advance == 0);
    if (!torn && !is_opening_mark(signs_[at - 1].c)) return at;
  }
  return most;
}

/// Without marks and spaces.
float Setter::substance(std::size_t from, std::size_t to) const {
  float sum = 0;
  for (std::size_t i = from; i < to; ++i) {
    const char32_t c = signs_[i].c;
    if (!is_blank(c) && !is_opening_mark(c) && !is_closing_mark(c)) sum += signs_[i].advance;
  }
  return sum;
}

/// Ends the line before the last a little earlier.
void Setter::give_company(std::size_t first) {
  if (lines_.size() < first + 2 || manner_.measure < ems(kLeastMeasure)) return;
  const SetLine last = lines_.back(), before = lines_[lines_.size() - 2];
  const float alone = substance(last.from, last.to);
  for (const auto& company : kCompany) {
    if (alone == 0 || alone >= ems(company.ems)) return;
    const auto better = earlier(before, last, company);
    if (!better) continue;
    lines_.resize(lines_.size() - 2);
    close(before.from, *better);
    return close(*better, last.to);
  }
}

/// The last end that gives the last line this much, or one where a phrase or a word ends soon before it.
std::optional<std::size_t> Setter::earlier(const SetLine& before, const SetLine& last, const Company& company) {
  note_words(before.from, last.to);
  std::optional<std::size_t> best;
  float least = kNever, nearest = 0;
  const auto ends = ends_in(before.from, last.from - 1);
  for (std::size_t i = ends.size(); i-- > 0;) {
    const std::size_t at = ends[i].at;
    if (!rule_.fits(at, last.to) || rule_.width(before.from, at) < company.full * manner_.measure) break;
    if (ends[i].inside || substance(at, last.to) < ems(company.ems)) continue;
    const float given = rule_.width(at, last.to);
    if (!best) nearest = given;
    if (given > nearest + ems(2.5F)) break;
    const float cost = reluctance(ends[i]) + (given - nearest) / ems(30);
    if (cost < least) least = cost, best = at;
  }
  return best;
}

void Setter::stretch(std::size_t first) {
  for (std::size_t i = first; i + 1 < lines_.size(); ++i) stretch(lines_[i]);
}

/// A line of Chinese reaches the edge when little is wanting; Latin text keeps its own rhythm.
void Setter::stretch(SetLine& line) const {
  auto to = line.to;
  while (to > line.from && is_blank(signs_[to - 1].c)) --to;
  const auto seen = signs_.subspan(line.from, to - line.from);
  const auto han = std::count_if(seen.begin(), seen.end(), [](const Sign& sign) { return is_han(sign.c); });
  if (seen.size() < 2 || 2 * static_cast<std::size_t>(han) < seen.size()) return;
  const float each = (manner_.measure - line.width) / static_cast<float>(seen.size() - 1);
  if (each > 0 && each <= ems(kMostStretch)) line.stretch = each;
}

void Setter::note_words(std::size_t from, std::size_t to) {
  words_.assign(to - from + 1, false);
  words_from_ = from;
  std::size_t at = from;
  for (const auto end : word_ends(text_.substr(byte(from), byte(to) - byte(from)))) {
    while (at < to && byte(at) < byte(from) + end) ++at;
    words_[at - from] = true;
  }
  words_.front() = true;
}

bool is_one_of(std::u32string_view all, char32_t c) {
  return all.find(c) != std::u32string_view::npos;
}

/// How unwilling a reader's eye is to leave the line there; to be weighed against the squares of what lines
/// lack or have too much, as shares of their length.
float Setter::reluctance(const End& end) const {
  if (end.inside) return is_torn_from_unit(end.at) ? 8 : 5;
  const char32_t before = signs_[end.at - 1].c, after = signs_[end.at].c;
  if (is_blank(before) || (is_closing_mark(before) && !is_opening_mark(after))) return 0;
  if (is_closing_mark(before) || is_opening_mark(after)) return 0.03F;
  if (!ends_word(end.at) || is_one_of(U"们者性化", after)) return 0.45F;
  if (text_.substr(byte(end.at)).starts_with("关于")) return 0.02F;
  if (before == U'的' || is_one_of(U"和与及或", after)) return 0.05F;
  if (after == U'的' || is_one_of(U"和与及或", before)) return 0.3F;
  // Two characters that the dictionary knows only one by one may be a word that it does not know.
  const bool single = ends_word(end.at - 1) && ends_word(end.at + 1);
  return single ? 0.2F : 0.1F;
}

/// The same number of lines, chosen so that they are about as long each and end well.
void Setter::balance(std::size_t first) {
  const std::size_t count = lines_.size() - first;
  if (count < 2 || count > kMostBalanced) return;
  const std::uint32_t from = lines_[first].from, to = lines_.back().to;
  note_words(from, to);
  std::vector<End> stops{{from, false}};
  const auto ends = ends_in(from, to - 1);
  stops.insert(stops.end(), ends.begin(), ends.end());
  stops.push_back({to, false});
  const auto ways = best_ways(stops, count);
  if (ways[count].back().cost == kNever) return;
  lines_.resize(first);
  std::vector<std::size_t> chosen{stops.size() - 1};
  for (std::size_t n = count; n > 0; --n) chosen.push_back(ways[n][chosen.back()].from);
  for (std::size_t n = count; n > 0; --n) close(stops[chosen[n]].at, stops[chosen[n - 1]].at);
}

/// ways[n][i]: the best one to stand at stop i after n lines.
std::vector<std::vector<Way>> Setter::best_ways(const std::vector<End>& stops, std::size_t count) const {
  const float ideal = rule_.width(stops.front().at, stops.back().at) / static_cast<float>(count);
  std::vector<std::vector<Way>> ways(count + 1, std::vector<Way>(stops.size()));
  ways[0][0].cost = 0;
  for (std::size_t i = 1; i < stops.size(); ++i) {
    const float stop = i + 1 < stops.size() ? reluctance(stops[i]) : 0;
    for (std::size_t k = i; k-- > 0 && rule_.fits(stops[k].at, stops[i].at);) {
      const float off = rule_.width(stops[k].at, stops[i].at) / ideal - 1;
      for (std::size_t n = 1; n <= count; ++n) {
        const float all = ways[n - 1][k].cost + off * off + stop;
        if (all < ways[n][i].cost) ways[n][i] = {all, k};
      }
    }
  }
  return ways;
}

}  // namespace

std::vector<SetLine> set_in_lines(std::string_view text, std::span<const Sign> signs, const Manner& manner) {
  if (signs.empty()) return {{}};
  return Setter(text, signs, manner).lines();
}

}  // namespace mingting
