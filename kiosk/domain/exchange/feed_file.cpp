// The feed written line by line and read back with mistrust.
#include "domain/exchange/feed_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/text/encoding.hpp"
#include "base/text/text.hpp"

namespace mingting {
namespace {

constexpr std::string_view kMagic = "mingting-feed-v1";
constexpr std::size_t kKeyDigits = 64;

bool is_key(std::string_view text) {
  return is_lower_hex(text, kKeyDigits);
}

/// Whether it decodes to a box of one of the lengths there are.
bool is_box(std::string_view text) {
  return std::any_of(std::begin(kBoxTexts), std::end(kBoxTexts), [&](std::size_t plain) {
    const auto size = plain + kBoxOverhead;
    return text.size() == base64_length(size) && from_base64(text, size);
  });
}

struct Header {
  Date as_of{};
  std::size_t count = 0;
};

std::optional<Header> header_of(std::string_view line) {
  const auto parts = split(line, ' ');
  if (parts.size() != 3 || parts[0] != kMagic) return std::nullopt;
  const auto as_of = parse_date(parts[1]);
  std::size_t count = 0;
  const auto& figures = parts[2];
  const auto read = std::from_chars(figures.data(), figures.data() + figures.size(), count);
  if (!as_of || figures.empty() || read.ec != std::errc() || read.ptr != figures.data() + figures.size()) return std::nullopt;
  return Header{*as_of, count};
}

std::optional<FeedEntry> entry_of(std::string_view line) {
  if (line.size() <= kKeyDigits || line[kKeyDigits] != ' ') return std::nullopt;
  const auto key = line.substr(0, kKeyDigits), box = line.substr(kKeyDigits + 1);
  if (!is_key(key) || !is_box(box)) return std::nullopt;
  return FeedEntry{std::string(key), std::string(box)};
}

/// The line up to the next line feed; `text` goes on behind it. Nothing when there is no line feed.
std::optional<std::string_view> take_line(std::string_view& text) {
  const auto end = text.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const auto line = text.substr(0, end);
  text.remove_prefix(end + 1);
  return line;
}

template <class... Facts>
tl::unexpected<FeedFault> fault(int line, std::string_view code, const Facts&... facts) {
  return tl::unexpected(FeedFault{line, remark(code, facts...)});
}

}  // namespace

std::string print_feed(std::vector<FeedEntry> entries, Date as_of) {
  std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
  auto text = fmt::format("{} {} {}\n", kMagic, iso_date(as_of), entries.size());
  for (const auto& entry : entries) text.append(entry.key).append(" ").append(entry.box).append("\n");
  return text;
}

tl::expected<Feed, FeedFault> read_feed(std::string_view text) {
  const auto first = take_line(text);
  const auto header = first ? header_of(*first) : std::nullopt;
  if (!header) return fault(1, "feed-file.no-head");
  Feed feed{.as_of = header->as_of, .entries = {}};
  for (int line = 2; !text.empty(); ++line) {
    const auto row = take_line(text);
    auto entry = row ? entry_of(*row) : std::nullopt;
    if (!entry) return fault(line, "feed-file.no-entry");
    if (!feed.entries.empty() && entry->key <= feed.entries.back().key) {
      return fault(line, "feed-file.out-of-order");
    }
    feed.entries.push_back(std::move(*entry));
  }
  if (feed.entries.size() != header->count) {
    return fault(1, "feed-file.other-count", header->count, feed.entries.size());
  }
  return feed;
}

Result<Feed> parse_feed(std::string_view text) {
  auto feed = read_feed(text);
  if (feed) return std::move(*feed);
  return fail(Trouble::Invalid, "feed-file.at", feed.error().line, feed.error().what);
}

}  // namespace mingting
