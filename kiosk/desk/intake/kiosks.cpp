// How a register is begun, and how a kiosk's key is found, compared and enrolled.
#include "desk/intake/kiosks.hpp"

#include "base/text/encoding.hpp"
#include "base/text/text.hpp"
#include "desk/agency/calendar_file.hpp"
#include "desk/intake/exports.hpp"
#include "intake/sealing.hpp"

namespace mingting {
namespace {

constexpr std::uint64_t kMostKeyFile = 1U << 20U;

std::string clean(std::string_view text) { return clean_input(text, Lines::One, 200); }

/// The first word of a text that is a key: what `mingting status` prints, a key by itself, an export's description.
std::optional<std::string> key_within(std::string text) {
  for (const char* mark : {"\"", "\n", "\r", "\t", ",", "\uFF1A", ":"}) text = replace_all(std::move(text), mark, " ");
  for (const auto& word : split(text, ' ')) {
    if (from_base64(word, vault::kKeySize)) return word;
  }
  return std::nullopt;
}

/// The file to look for a key in: the one named, or the description of the only export there is.
Result<Path> key_file_at(FileSystem& files, const Path& path, bool folder) {
  if (!folder) return path;
  const auto exports = find_exports(files, path);
  if (!exports) return fail(exports.error());
  if (exports->size() > 1) return fail(Trouble::Invalid, "enrol-key.several-exports", path.string());
  return exports->front() / "export.json";
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

Result<std::string> kiosk_key_from(FileSystem& files, const std::string& given) {
  const auto typed = trimmed(given);
  if (from_base64(typed, vault::kKeySize)) return typed;
  const Path path(typed);
  const auto info = files.info(path);
  if (!info) return fail(Trouble::Invalid, "enrol-key.neither-key-nor-file", clean(typed));
  const auto source = key_file_at(files, path, info->directory || files.list(path));  // a link to a folder as well
  if (!source) return fail(source.error());
  const auto text = files.read(*source, kMostKeyFile);
  if (!text) return fail(text.error().trouble, "enrol-key.unreadable", source->string(), text.error());
  const auto key = key_within(*text);
  if (!key) return fail(Trouble::Invalid, "enrol-key.no-key-within", source->string());
  return *key;
}

Result<KioskEnrolled> enrol_kiosk(const DeskWork& work, const std::string& given, const std::string& name,
                                  const std::string& expected, const Wording& wording) {
  const auto key = kiosk_key_from(work.files, given);
  if (!key) return fail(as_refusal(key.error()));
  const auto fingerprint = vault::key_fingerprint(*key);
  if (!expected.empty() && ascii_lower(trimmed(expected)) != fingerprint) {
    return fail(Trouble::Refused, "enrol.other-fingerprint", fingerprint, clean(expected));
  }
  const auto kiosks = work.book.kiosks();
  if (!kiosks) return fail(kiosks.error());
  const auto called = clean(name).empty() ? wording(remark("enrol.name", kiosks->size() + 1)) : clean(name);
  if (auto done = work.book.enrol(*key, called, work.clerk); !done) return fail(as_refusal(done.error()));
  return KioskEnrolled{*key, fingerprint, called, !expected.empty()};
}

Result<KioskList> list_kiosks(const DeskWork& work) {
  const auto kiosks = work.book.kiosks();
  if (!kiosks) return fail(kiosks.error());
  KioskList list;
  for (const auto& kiosk : *kiosks) list.kiosks.push_back({kiosk, vault::key_fingerprint(kiosk.key)});
  return list;
}

}  // namespace mingting
