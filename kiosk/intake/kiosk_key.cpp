// The kiosk's own key: made once, never a second time.
#include "intake/kiosk_key.hpp"

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

Result<SigningKey> make_key(FileSystem& files, const Path& file) {
  SigningKey key = SigningKey::make();
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
  const Path file = folder / "kiosk.key";
  if (!files.exists(file)) {
    if (!owner) return make_key(files, file);
    return fail(Trouble::NotFound, "kiosk-key.missing", file.string());
  }
  auto key = read_key(files, file);
  if (key && owner && to_base64(key->public_key()) != *owner) {
    return fail(Trouble::Untrusted, "kiosk-key.other",
                file.string(), key_fingerprint(to_base64(key->public_key())), key_fingerprint(*owner));
  }
  return key;
}

}  // namespace mingting::vault
