// Kiosks by the name the office gave them, with the fingerprint that people compare.
#include "desk/told/intake/kiosks.hpp"

#include "base/said/words.hpp"
#include "base/text/text.hpp"

namespace mingting {

std::string as_text(const RegisterMade& made) {
  return words("register-made.done", made.file.string(), made.agency, made.site) + "\n";
}

OrderedJson as_json(const RegisterMade& made) { return {{"ok", true}, {"register", made.file.string()}, {"site", made.site}}; }

std::string as_text(const KioskEnrolled& enrolled) {
  auto text = words("enrol.done", enrolled.name, enrolled.fingerprint) + "\n" +
              words(enrolled.compared ? "enrol.compared" : "enrol.to-compare") + "\n";
  if (!enrolled.follows.empty()) text += words("enrol.follows", enrolled.follows) + "\n";
  if (!enrolled.same_number.empty()) {
    text += words("enrol.same-number", enrolled.number, join(enrolled.same_number, "、")) + "\n";
  }
  if (enrolled.desk_number) text += words("enrol.desk-number", enrolled.number) + "\n";
  return text;
}

OrderedJson as_json(const KioskEnrolled& enrolled) {
  return {{"ok", true},
          {"key", enrolled.key},
          {"fingerprint", enrolled.fingerprint},
          {"name", enrolled.name},
          {"compared", enrolled.compared},
          {"number", enrolled.number},
          {"follows", enrolled.follows},
          {"same_number", enrolled.same_number}};
}

std::string as_text(const KioskList& list) {
  if (list.kiosks.empty()) return words("kiosk-list.empty") + "\n";
  auto table = table_of("kiosk-list.head");
  for (const auto& [kiosk, fingerprint, successors] : list.kiosks) {
    table.rows.push_back({kiosk.name, kiosk.number, fingerprint, chinese_date(local_date(kiosk.enrolled)),
                          kiosk.enrolled_by, join(successors, "、")});
  }
  return table_text(table);
}

OrderedJson as_json(const KioskList& list) {
  auto kiosks = OrderedJson::array();
  for (const auto& [kiosk, fingerprint, successors] : list.kiosks) {
    kiosks.push_back({{"name", kiosk.name},
                      {"number", kiosk.number},
                      {"followed_by", successors},
                      {"key", kiosk.key},
                      {"fingerprint", fingerprint},
                      {"enrolled", iso_date(local_date(kiosk.enrolled))},
                      {"by", kiosk.enrolled_by}});
  }
  return {{"ok", true}, {"kiosks", std::move(kiosks)}};
}

}  // namespace mingting
