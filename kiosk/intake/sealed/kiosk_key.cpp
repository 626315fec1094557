// The kiosk's own keys: one for each chain, made once.
#include "intake/sealed/kiosk_key.hpp"

#include <algorithm>
#include <utility>

#include "base/text/encoding.hpp"
#include "base/text/text.hpp"

namespace mingting::vault {
namespace {

constexpr std::string_view kLabel = "mingting kiosk-secret ";

Result<SigningKey> read_key(FileSystem& files, const Path& file) {
  auto text = files.read(file, 4096);
  if (!text) return fail(text.error());
  std::string line = trimmed(*text);
  wipe(*text);
  auto seed = line.starts_with(kLabel) ? from_base64(std::string_view(line).substr(kLabel.size()), kKeySize)
                                       : std::nullopt;
  wipe(line);
  if (!seed) return fail("kiosk-key.none", file.string());
  SigningKey key = SigningKey::from_seed(*seed);
  wipe(*seed);
  return key;
}

/// Of the key of a chain that followed another.
Path file_of(const Path& folder, const std::string& key) {
  return folder / ("kiosk-" + key_fingerprint(key) + ".key");
}

bool is_key_file(std::string_view name) {
  return name.starts_with("kiosk") && name.ends_with(".key");
}

Result<SigningKey> write_key(FileSystem& files, const Path& file, SigningKey key) {
  std::string encoded = to_base64(key.seed().view());
  SecretText line(kLabel);
  line.append(encoded);
  line.append("\n");
  wipe(encoded);
  auto written = write_durably(files, file, line.view(), Access::Owner);
  if (!written) return fail(written.error());
  return key;
}

}  // namespace

Result<SigningKey> load_or_make_kiosk_key(FileSystem& files, const Path& folder,
                                          const std::optional<std::string>& owner) {
  const Path first = folder / "kiosk.key", next = owner ? file_of(folder, *owner) : first;
  const Path file = files.exists(next) ? next : first;
  if (!files.exists(file)) {
    if (!owner) return write_key(files, file, SigningKey::make());
    return fail(Trouble::NotFound, "kiosk-key.missing", file.string());
  }
  auto key = read_key(files, file);
  if (key && owner && to_base64(key->public_key()) != *owner) {
    return fail(Trouble::Untrusted, "kiosk-key.other",
                file.string(), key_fingerprint(to_base64(key->public_key())), key_fingerprint(*owner));
  }
  return key;
}

Result<SigningKey> make_next_key(FileSystem& files, const Path& folder) {
  auto key = SigningKey::make();
  const auto file = file_of(folder, to_base64(key.public_key()));
  return write_key(files, file, std::move(key));
}

void drop_other_keys(FileSystem& files, const Path& folder, const std::vector<std::string>& wanted) {
  const auto names = files.list(folder);
  if (!names) return;
  for (const auto& name : *names) {
    if (!is_key_file(name)) continue;
    const auto key = read_key(files, folder / name);
    if (!key || std::find(wanted.begin(), wanted.end(), to_base64(key->public_key())) != wanted.end())
      continue;
    (void)files.remove(folder / name);
  }
}

}  // namespace mingting::vault
