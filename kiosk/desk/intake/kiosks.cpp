// How a register is begun, and how a kiosk's key is found, compared and enrolled.
#include "desk/intake/kiosks.hpp"

#include <algorithm>

#include "base/text/encoding.hpp"
#include "base/text/text.hpp"
#include "desk/agency/calendar_file.hpp"
#include "desk/intake/exports.hpp"
#include "intake/sealed/sealing.hpp"

namespace mingting {
namespace {

constexpr std::uint64_t kMostKeyFile = 1U << 20U;
constexpr char kGivenToKiosks = 'K';  ///< what the numbers that halls give their kiosks begin with

std::string clean(std::string_view text) { return clean_input(text, Lines::One, 200); }

/// The first word of a text that is a key: what `mingting status` prints, a key by itself, an export's description.
std::optional<std::string> key_within(std::string text) {
  for (const char* mark : {"\"", "\n", "\r", "\t", ",", "\uFF1A", ":"}) text = replace_all(std::move(text), mark, " ");
  for (const auto& word : split(text, ' ')) {
    if (from_base64(word, vault::kKeySize)) return word;
  }
  return std::nullopt;
}

/// Of several exports the one of a kiosk that is not enrolled yet, as long as there is but one such kiosk.
Result<ExportHead> head_at(FileSystem& files, const Path& path, const std::vector<std::string>& enrolled) {
  const auto exports = find_exports(files, path);
  if (!exports) return fail(exports.error());
  std::vector<ExportHead> heads;
  for (const auto& folder : *exports) {
    auto head = read_export_head(files, folder);
    if (!head && exports->size() == 1) return fail(head.error());
    const bool known = head && exports->size() > 1 &&
                       std::find(enrolled.begin(), enrolled.end(), head->kiosk_key) != enrolled.end();
    const bool again = head && !heads.empty() && heads.front().kiosk_key == head->kiosk_key;
    if (head && !known && !again) heads.push_back(std::move(*head));
  }
  if (heads.size() != 1)
    return fail(Trouble::Invalid, heads.empty() ? "enrol-key.all-enrolled" : "enrol-key.several-exports",
                path.string());
  return heads.front();
}

/// Whose receipts bear the same number although it is another machine.
void compare_numbers(const DeskWork& work, const std::vector<EnrolledKiosk>& kiosks,
                     const std::vector<ChainEnd>& past, KioskEnrolled& enrolled) {
  if (enrolled.number.empty()) return;
  enrolled.desk_number = enrolled.number == work.office.desk_name;
  for (const auto& kiosk : kiosks) {
    const bool itself = kiosk.key == enrolled.key ||
                        std::any_of(past.begin(), past.end(),
                                    [&](const ChainEnd& end) { return end.kiosk_key == kiosk.key; });
    if (!itself && kiosk.number == enrolled.number) enrolled.same_number.push_back(kiosk.name);
  }
}

/// The name of the enrolled kiosk whose chain came last before; "" when there is none.
std::string name_before(const std::vector<EnrolledKiosk>& kiosks, const std::vector<ChainEnd>& past) {
  std::string name;
  for (const auto& end : past) {
    for (const auto& kiosk : kiosks) name = kiosk.key == end.kiosk_key ? kiosk.name : name;
  }
  return name;
}

}  // namespace

Result<RegisterMade> init_register(const MakeRegister& make, FileSystem& files, const Path& file, const Office& office,
                                   const Path& content) {
  auto made = make(file, office.site);
  if (!made) return fail(made.error());
  if (const auto calendar = files.read(calendar_file(content), kMostCalendar)) {
    if (auto kept = (*made)->keep_calendar_text(*calendar); !kept) return fail(kept.error());
  }
  return RegisterMade{file, office.agency, office.site};
}

Result<GivenKiosk> kiosk_from(FileSystem& files, const std::string& given,
                              const std::vector<std::string>& enrolled) {
  const auto typed = trimmed(given);
  if (from_base64(typed, vault::kKeySize)) return GivenKiosk{typed};
  const Path path(typed);
  const auto info = files.info(path);
  if (!info) return fail(Trouble::Invalid, "enrol-key.neither-key-nor-file", clean(typed));
  if (info->directory || files.list(path)) {  // a link to a folder as well
    auto head = head_at(files, path, enrolled);
    if (!head) return fail(head.error());
    return GivenKiosk{head->kiosk_key, clean(head->kiosk_name), std::move(head->past)};
  }
  const auto text = files.read(path, kMostKeyFile);
  if (!text) return fail(text.error().trouble, "enrol-key.unreadable", path.string(), text.error());
  const auto key = key_within(*text);
  if (!key) return fail(Trouble::Invalid, "enrol-key.no-key-within", path.string());
  return GivenKiosk{*key};
}

std::optional<Remark> desk_name_fault(const Office& office, const std::vector<EnrolledKiosk>& kiosks) {
  const auto& name = office.desk_name;
  for (const auto& kiosk : kiosks) {
    if (kiosk.number == name) return remark("office.desk-name-of-kiosk", name, kiosk.name);
  }
  if (name.starts_with(kGivenToKiosks)) return remark("office.desk-name-as-kiosks", name);
  return std::nullopt;
}

Result<KioskEnrolled> enrol_kiosk(const DeskWork& work, const std::string& given, const std::string& name,
                                  const std::string& expected, const Wording& wording) {
  const auto kiosks = work.book.kiosks();
  if (!kiosks) return fail(kiosks.error());
  std::vector<std::string> keys;
  for (const auto& kiosk : *kiosks) keys.push_back(kiosk.key);
  const auto kiosk = kiosk_from(work.files, given, keys);
  if (!kiosk) return fail(as_refusal(kiosk.error()));
  KioskEnrolled enrolled{kiosk->key,    vault::key_fingerprint(kiosk->key), clean(name), !expected.empty(),
                         kiosk->number, name_before(*kiosks, kiosk->past)};
  if (enrolled.compared && ascii_lower(trimmed(expected)) != enrolled.fingerprint) {
    return fail(Trouble::Refused, "enrol.other-fingerprint", enrolled.fingerprint, clean(expected));
  }
  if (enrolled.name.empty()) enrolled.name = enrolled.follows;
  if (enrolled.name.empty()) enrolled.name = wording(remark("enrol.name", kiosks->size() + 1));
  compare_numbers(work, *kiosks, kiosk->past, enrolled);
  if (auto done = work.book.enrol(enrolled.key, enrolled.name, work.clerk, enrolled.number); !done)
    return fail(as_refusal(done.error()));
  return enrolled;
}

Result<KioskList> list_kiosks(const DeskWork& work) {
  const auto chains = work.book.chains();
  if (!chains) return fail(chains.error());
  KioskList list;
  for (const auto& chain : *chains) {
    KioskList::Kiosk kiosk{chain.kiosk, vault::key_fingerprint(chain.kiosk.key), {}};
    for (const auto& key : chain.successors) kiosk.successors.push_back(vault::key_fingerprint(key));
    list.kiosks.push_back(std::move(kiosk));
  }
  return list;
}

}  // namespace mingting
