// Which file was written for the next release, and what is in it.
#include "desk/told/hall.hpp"

#include "base/said/words.hpp"

namespace mingting {

std::string as_text(const FeedMade& made) {
  auto text = words("hall-feed.done", made.file.string(), made.entries, made.as_of) + "\n";
  if (made.without_code > 0) text += words("hall-feed.without-code", made.without_code) + "\n";
  return text;
}

OrderedJson as_json(const FeedMade& made) {
  return {{"ok", true},
          {"file", made.file.string()},
          {"entries", made.entries},
          {"without_code", made.without_code},
          {"as_of", iso_date(made.as_of)}};
}

std::string as_text(const AcknowledgementsMade& made) {
  auto table = table_of("acknowledge.head");
  for (const auto& kiosk : made.kiosks) table.rows.push_back({kiosk.name, std::to_string(kiosk.position)});
  const auto kiosks = made.kiosks.empty() ? words("acknowledge.none") : table_text(table);
  return kiosks + words("acknowledge.done", made.file.string()) + "\n";
}

OrderedJson as_json(const AcknowledgementsMade& made) {
  auto kiosks = OrderedJson::array();
  for (const auto& kiosk : made.kiosks) {
    kiosks.push_back({{"kiosk", kiosk.name}, {"key", kiosk.key}, {"position", kiosk.position}});
  }
  return {{"ok", true}, {"file", made.file.string()}, {"kiosks", std::move(kiosks)}};
}

}  // namespace mingting
