// Kiosks by the name the office gave them, with the fingerprint that people compare.
#include "desk/told/intake/kiosks.hpp"

#include "base/said/words.hpp"

namespace mingting {

std::string as_text(const RegisterMade& made) {
  return words("register-made.done", made.file.string(), made.agency, made.site) + "\n";
}

OrderedJson as_json(const RegisterMade& made) { return {{"ok", true}, {"register", made.file.string()}, {"site", made.site}}; }

std::string as_text(const KioskEnrolled& enrolled) {
  return words("enrol.done", enrolled.name, enrolled.fingerprint) + "\n" +
         words(enrolled.compared ? "enrol.compared" : "enrol.to-compare") + "\n";
}

OrderedJson as_json(const KioskEnrolled& enrolled) {
  return {{"ok", true},
          {"key", enrolled.key},
          {"fingerprint", enrolled.fingerprint},
          {"name", enrolled.name},
          {"compared", enrolled.compared}};
}

std::string as_text(const KioskList& list) {
  if (list.kiosks.empty()) return words("kiosk-list.empty") + "\n";
  auto table = table_of("kiosk-list.head");
  for (const auto& [kiosk, fingerprint] : list.kiosks) {
    table.rows.push_back({kiosk.name, fingerprint, chinese_date(local_date(kiosk.enrolled)), kiosk.enrolled_by});
  }
  return table_text(table);
}

OrderedJson as_json(const KioskList& list) {
  auto kiosks = OrderedJson::array();
  for (const auto& [kiosk, fingerprint] : list.kiosks) {
    kiosks.push_back({{"name", kiosk.name}, {"key", kiosk.key}, {"fingerprint", fingerprint},
                      {"enrolled", iso_date(local_date(kiosk.enrolled))}, {"by", kiosk.enrolled_by}});
  }
  return {{"ok", true}, {"kiosks", std::move(kiosks)}};
}

}  // namespace mingting
