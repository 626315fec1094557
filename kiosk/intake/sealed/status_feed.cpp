// How a case's status is put into a box that only its query code opens.
#include "intake/sealed/status_feed.hpp"

#include <sodium.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text/encoding.hpp"
#include "base/text/text.hpp"
#include "intake/sealed/sealing.hpp"

namespace mingting {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kNonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(kNonceSize + kTagSize == kBoxOverhead);
static_assert(crypto_kdf_KEYBYTES == vault::kKeySize && crypto_aead_xchacha20poly1305_ietf_KEYBYTES == vault::kKeySize);

constexpr std::size_t kMostJson = kBoxTexts[std::size(kBoxTexts) - 1];
constexpr std::size_t kMostBox = (kMostJson + kBoxOverhead + 2) / 3 * 4;

// ---- keys ----------------------------------------------------------------------------------------------------------

/// What is derived from a key, each for one use only (libsodium's key derivation).
enum class Use : std::uint64_t { Find = 1, Open = 2, Seal = 3, Nonce = 4 };

std::string derived(std::string_view key, Use use) {
  std::string made(vault::kKeySize, '\0');
  crypto_kdf_derive_from_key(raw(made), made.size(), static_cast<std::uint64_t>(use), "mtstatus", raw(key));
  return made;
}

/// One digest of the slow hash finds the entry, another opens it; neither leads back to the hash or to the other.
Result<FeedTicket> ticket_of(const std::string& code_hash) {
  auto hash = from_hex(code_hash, vault::kHashSize);
  if (!hash) return fail(Trouble::Invalid, "status-feed.bad-digest");
  FeedTicket ticket{.key = to_hex(derived(*hash, Use::Find)), .opener = derived(*hash, Use::Open)};
  vault::wipe(*hash);
  return ticket;
}

// ---- boxes ---------------------------------------------------------------------------------------------------------

/// The nonce is a keyed digest of the text (as in SIV): the same status gives the same bytes, and two different ones never
/// share a nonce, although nothing is drawn by chance.
std::string nonce_of(std::string_view text, std::string_view key) {
  std::string nonce(kNonceSize, '\0');
  crypto_generichash(raw(nonce), nonce.size(), raw(text), text.size(), raw(key), key.size());
  return nonce;
}

std::string box_of(const FeedTicket& ticket, std::string_view text) {
  const auto nonce_key = derived(ticket.opener, Use::Nonce), seal_key = derived(ticket.opener, Use::Seal);
  const auto nonce = nonce_of(text, nonce_key);
  std::string sealed(text.size() + kTagSize, '\0');
  unsigned long long length = 0;
  crypto_aead_xchacha20poly1305_ietf_encrypt(raw(sealed), &length, raw(text), text.size(), raw(ticket.key), ticket.key.size(),
                                             nullptr, raw(nonce), raw(seal_key));
  return to_base64(nonce + sealed);
}

std::optional<std::string> text_in(const FeedTicket& ticket, std::string_view box) {
  if (box.size() > kMostBox || ticket.opener.size() != vault::kKeySize) return std::nullopt;
  const auto bytes = from_base64_up_to(box, kMostJson + kBoxOverhead);
  if (!bytes || bytes->size() < kBoxOverhead) return std::nullopt;
  const auto nonce = std::string_view(*bytes).substr(0, kNonceSize), sealed = std::string_view(*bytes).substr(kNonceSize);
  const auto seal_key = derived(ticket.opener, Use::Seal);
  std::string text(sealed.size() - kTagSize, '\0');
  unsigned long long length = 0;
  const int code = crypto_aead_xchacha20poly1305_ietf_decrypt(raw(text), &length, nullptr, raw(sealed), sealed.size(),
                                                              raw(ticket.key), ticket.key.size(), raw(nonce), raw(seal_key));
  return code == 0 ? std::optional(std::move(text)) : std::nullopt;
}

// ---- JSON ----------------------------------------------------------------------------------------------------------

Json date_json(const std::optional<Date>& date) { return date ? Json(iso_date(*date)) : Json(nullptr); }

/// Reads members of an object that anybody may have written; `sound` falls when one is not what it should be.
class Members {
 public:
  explicit Members(const Json& object) : object_(object), sound_(object.is_object()) {}
  bool sound() const { return sound_; }
  bool has(const char* name) const { return sound_ && object_.contains(name); }

  void read(const char* name, std::string& value) {
    if (const auto* json = member(name, Json::value_t::string)) value = json->get<std::string>();
  }
  void read(const char* name, bool& value) {
    if (const auto* json = member(name, Json::value_t::boolean)) value = json->get<bool>();
  }
  void read(const char* name, std::optional<Date>& value) {
    if (!sound_) return;
    if (const auto found = object_.find(name); found != object_.end() && found->is_null()) return;
    Date date{};
    read(name, date);
    if (sound_) value = date;
  }
  void read(const char* name, Date& value) {
    const auto* json = member(name, Json::value_t::string);
    const auto date = json != nullptr ? parse_date(json->get_ref<const std::string&>()) : std::nullopt;
    if (date) value = *date;
    else sound_ = false;
  }
  template <class T, class Read>
  void read(const char* name, std::vector<T>& values, Read read_one) {
    const auto* json = member(name, Json::value_t::array);
    if (json == nullptr) return;
    for (const auto& each : *json) {
      Members members(each);
      read_one(members, values.emplace_back());
      sound_ = sound_ && members.sound();
    }
  }

 private:
  const Json* member(const char* name, Json::value_t type) {
    const auto found = sound_ ? object_.find(name) : object_.end();
    if (sound_ && found != object_.end() && found->type() == type) return &*found;
    sound_ = false;
    return nullptr;
  }

  const Json& object_;
  bool sound_;
};

void read_line(Members& members, StatusLine& line) {
  members.read("on", line.on);
  members.read("what", line.what);
  members.read("key", line.key);
}

void read_duty(Members& members, StatusDuty& duty) {
  members.read("what", duty.what);
  members.read("by", duty.by);
  members.read("provisional", duty.provisional);
  members.read("key", duty.key);
}

void read_status(Members& members, CaseStatus& status) {
  members.read("number", status.number);
  members.read("matter", status.matter);
  members.read("phase", status.phase);
  members.read("done", status.done, read_line);
  members.read("due", status.due);
  members.read("due_provisional", status.due_provisional);
  members.read("clock_stopped", status.clock_stopped);
  members.read("stopped_by", status.stopped_by);
  members.read("overdue", status.overdue);
  members.read("how_counted", status.how_counted);
  if (members.has("how_counted_en")) members.read("how_counted_en", status.how_counted_en);  // older desks do not tell
  members.read("duties", status.duties, read_duty);
  members.read("outcome", status.outcome);
  members.read("reply", status.reply);
  members.read("reply_item", status.reply_item);
  members.read("as_of", status.as_of);
}

}  // namespace

std::string status_as_json(const CaseStatus& status) {
  Json done = Json::array(), duties = Json::array();
  for (const auto& line : status.done) done.push_back({{"on", iso_date(line.on)}, {"what", line.what}, {"key", line.key}});
  for (const auto& duty : status.duties) {
    duties.push_back({{"what", duty.what}, {"by", date_json(duty.by)}, {"provisional", duty.provisional}, {"key", duty.key}});
  }
  const Json json{{"number", status.number},
                  {"matter", status.matter},
                  {"phase", status.phase},
                  {"done", std::move(done)},
                  {"due", date_json(status.due)},
                  {"due_provisional", status.due_provisional},
                  {"clock_stopped", status.clock_stopped},
                  {"stopped_by", status.stopped_by},
                  {"overdue", status.overdue},
                  {"how_counted", status.how_counted},
                  {"how_counted_en", status.how_counted_en},
                  {"duties", std::move(duties)},
                  {"outcome", status.outcome},
                  {"reply", status.reply},
                  {"reply_item", status.reply_item},
                  {"as_of", iso_date(status.as_of)}};
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::optional<CaseStatus> status_from_json(std::string_view text) {
  if (text.size() > kMostJson) return std::nullopt;
  const Json json = Json::parse(text, nullptr, false);
  Members members(json);
  CaseStatus status;
  read_status(members, status);
  return members.sound() ? std::optional(std::move(status)) : std::nullopt;
}

Result<FeedEntry> seal_status(const std::string& code_hash, const CaseStatus& status) {
  const auto ticket = ticket_of(code_hash);
  if (!ticket) return fail(ticket.error());
  auto text = status_as_json(status);
  const auto size =
      std::find_if(std::begin(kBoxTexts), std::end(kBoxTexts), [&](std::size_t each) { return each >= text.size(); });
  if (size == std::end(kBoxTexts)) {
    return fail(Trouble::Invalid, "status-feed.too-long", status.number, kMostJson);
  }
  text.resize(*size, ' ');  // JSON does not mind
  return FeedEntry{.key = ticket->key, .box = box_of(*ticket, text)};
}

Result<FeedTicket> feed_ticket(const ReceiptNumber& number, const QueryCode& code) {
  auto hash = vault::query_code_hash(number, code);
  if (!hash) return fail(hash.error());
  auto ticket = ticket_of(*hash);
  vault::wipe(*hash);
  return ticket;
}

std::optional<CaseStatus> open_status(const FeedTicket& ticket, std::string_view box) {
  const auto text = text_in(ticket, box);
  return text ? status_from_json(*text) : std::nullopt;
}

}  // namespace mingting
