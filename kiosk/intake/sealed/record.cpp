// Records in JSON: the sealed one and the plain one inside.
#include "intake/sealed/record.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text/encoding.hpp"
#include "base/text/text.hpp"

namespace mingting::vault {
namespace {

using Json = nlohmann::json;

Instant from_milliseconds(std::int64_t value) {
  return Instant{Milliseconds{value}};
}

// ---- writing JSON into memory that is wiped ----

void append_escaped(SecretText& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = next_code_point(text, at);
    if (c == U'"' || c == U'\\') {
      const char pair[2] = {'\\', static_cast<char>(c)};
      out.append({pair, 2});
    } else if (c < 0x20) {
      out.append(fmt::format("\\u{:04x}", static_cast<unsigned>(c)));
    } else if (c == U'\uFFFD') {
      out.append("\uFFFD");  // malformed bytes too
    } else {
      out.append(text.substr(start, at - start));
    }
  }
}

/// Puts `"name":"text"` into an object, after a comma unless it is the first.
void append_member(SecretText& out, std::string_view name, std::string_view text) {
  if (out.view().back() != '{') out.append(",");
  out.append("\"");
  out.append(name);
  out.append("\":\"");
  append_escaped(out, text);
  out.append("\"");
}

/// As append_member, for what JSON writes without quotes.
void append_plain_member(SecretText& out, std::string_view name, std::string_view value) {
  if (out.view().back() != '{') out.append(",");
  out.append("\"");
  out.append(name);
  out.append("\":");
  out.append(value);
}

void append_answers(SecretText& out, const std::vector<SubmittedAnswer>& answers) {
  append_plain_member(out, "answers", "[");
  for (const auto& answer : answers) {
    if (out.view().back() != '[') out.append(",");
    out.append("{");
    append_member(out, "field", answer.field);
    append_member(out, "label", answer.label);
    append_member(out, "value", answer.value);
    append_member(out, "display", answer.display);
    out.append("}");
  }
  out.append("]");
}

// ---- reading JSON that anybody may have written ----

std::optional<std::string> text_of(const Json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end() || !found->is_string()) return std::nullopt;
  return found->get<std::string>();
}

std::optional<std::int64_t> number_of(const Json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end() || !found->is_number_integer()) return std::nullopt;
  if (found->is_number_unsigned() && found->get<std::uint64_t>() > INT64_MAX) return std::nullopt;
  return found->get<std::int64_t>();
}

/// Times far outside any hall's life would overflow the calendar.
std::optional<Instant> instant_of(const Json& object, const char* name) {
  constexpr std::int64_t kMost = 253'402'300'799'000;  // the end of the year 9999
  const auto value = number_of(object, name);
  if (!value || *value < -kMost || *value > kMost) return std::nullopt;
  return from_milliseconds(*value);
}

std::optional<std::vector<SubmittedAnswer>> answers_of(const Json& object) {
  const auto found = object.find("answers");
  if (found == object.end() || !found->is_array()) return std::nullopt;
  std::vector<SubmittedAnswer> answers;
  for (const auto& entry : *found) {
    if (!entry.is_object()) return std::nullopt;
    auto field = text_of(entry, "field"), label = text_of(entry, "label");
    auto value = text_of(entry, "value"), display = text_of(entry, "display");
    if (!field || !label || !value || !display) return std::nullopt;
    answers.push_back({std::move(*field), std::move(*label), std::move(*value), std::move(*display)});
  }
  return answers;
}

std::optional<Submission> submission_of(const Json& object) {
  auto form = text_of(object, "form"), title = text_of(object, "form_title"),
       version = text_of(object, "form_version");
  auto rules = text_of(object, "rules"), release = text_of(object, "content_release");
  auto about = text_of(object, "about_item");
  auto answers = answers_of(object);
  if (!form || !title || !version || !rules || !release || !about || !answers) return std::nullopt;
  return Submission{.form = *form,
                    .form_title = *title,
                    .form_version = *version,
                    .rules = *rules,
                    .answers = std::move(*answers),
                    .content_release = *release,
                    .about_item = *about};
}

std::optional<std::string> bytes_of(const Json& object, const char* name, std::size_t size) {
  const auto text = text_of(object, name);
  return text ? from_hex(*text, size) : std::nullopt;
}

}  // namespace

std::string chain_start() {
  return std::string(kHashSize, '\0');
}

std::string record_statement(const SealedRecord& record) {
  return fmt::format("mingting-record-v1\n{}\n{}\n{}\n{}\n{}\n{}\n", record.position, to_hex(record.previous),
                     record.number, record.received.time_since_epoch().count(), record.office_key,
                     to_hex(sha256(record.sealed)));
}

std::string record_hash(const SealedRecord& record) {
  return sha256(record_statement(record) + record.signature);
}

std::string successor_statement(const std::string& new_key, std::uint64_t position, const std::string& hash) {
  return fmt::format("mingting-successor-v1\n{}\n{}\n{}\n", new_key, position, to_hex(hash));
}

std::string record_as_json(const SealedRecord& record) {
  const Json json{{"position", record.position},
                  {"previous", to_hex(record.previous)},
                  {"number", record.number},
                  {"received", record.received.time_since_epoch().count()},
                  {"office_key", record.office_key},
                  {"sealed", to_base64(record.sealed)},
                  {"signature", to_hex(record.signature)}};
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::optional<SealedRecord> record_from_json(std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object()) return std::nullopt;
  const auto position = number_of(json, "position");
  const auto received = instant_of(json, "received");
  auto previous = bytes_of(json, "previous", kHashSize),
       signature = bytes_of(json, "signature", kSignatureSize);
  auto number = text_of(json, "number"), office_key = text_of(json, "office_key"),
       sealed = text_of(json, "sealed");
  auto bytes = sealed ? from_base64_up_to(*sealed, kMostRecordFile) : std::nullopt;
  if (!position || *position < 1 || !received || !previous || !signature || !number || !office_key ||
      !bytes) {
    return std::nullopt;
  }
  return SealedRecord{.position = static_cast<std::uint64_t>(*position),
                      .previous = std::move(*previous),
                      .number = std::move(*number),
                      .received = *received,
                      .office_key = std::move(*office_key),
                      .sealed = std::move(*bytes),
                      .signature = std::move(*signature)};
}

namespace {

constexpr std::string_view kCodeKind = "query-code";

void append_envelope(SecretText& out, const Envelope& envelope) {
  append_plain_member(out, "format", "1");
  append_member(out, "number", envelope.number);
  append_plain_member(out, "received", std::to_string(envelope.received.time_since_epoch().count()));
  append_plain_member(out, "clock", std::to_string(envelope.clock.time_since_epoch().count()));
  append_plain_member(out, "trusted", std::to_string(envelope.trusted.time_since_epoch().count()));
  append_plain_member(out, "clock_doubtful", envelope.clock_doubtful ? "true" : "false");
  append_plain_member(out, "start", std::to_string(envelope.start));
  append_member(out, "code_hash", envelope.code_hash);
}

std::optional<OpenedRecord> envelope_of(const Json& json) {
  const auto received = instant_of(json, "received"), clock = instant_of(json, "clock");
  const auto trusted = json.contains("trusted") ? instant_of(json, "trusted") : received;  // older kiosks do not tell
  const auto start = number_of(json, "start");
  auto number = text_of(json, "number"), code_hash = text_of(json, "code_hash");
  const auto doubtful = json.find("clock_doubtful");
  if (!received || !clock || !trusted || !start || *start < 0 || !number || !code_hash || doubtful == json.end() ||
      !doubtful->is_boolean()) {
    return std::nullopt;
  }
  return OpenedRecord{.position = 0,
                      .hash = "",
                      .number = *number,
                      .received = *received,
                      .clock_doubtful = doubtful->get<bool>(),
                      .clock = *clock,
                      .trusted = *trusted,
                      .start = static_cast<std::uint64_t>(*start),
                      .code_hash = *code_hash,
                      .submission = {}};
}

}  // namespace

SecretText plain_record(const Envelope& envelope, const Submission& submission) {
  SecretText out("{");
  append_envelope(out, envelope);
  append_member(out, "form", submission.form);
  append_member(out, "form_title", submission.form_title);
  append_member(out, "form_version", submission.form_version);
  append_member(out, "rules", submission.rules);
  append_member(out, "content_release", submission.content_release);
  append_member(out, "about_item", submission.about_item);
  append_answers(out, submission.answers);
  out.append("}");
  return out;
}

SecretText plain_code_record(const Envelope& envelope) {
  SecretText out("{");
  append_envelope(out, envelope);
  append_member(out, "kind", kCodeKind);
  out.append("}");
  return out;
}

std::optional<OpenedRecord> read_plain_record(std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object()) return std::nullopt;
  auto record = envelope_of(json);
  if (!record) return std::nullopt;
  if (text_of(json, "kind") == kCodeKind) {
    record->kind = RecordKind::QueryCode;
    return record;
  }
  auto submission = submission_of(json);
  if (!submission) return std::nullopt;
  record->submission = std::move(*submission);
  return record;
}

}  // namespace mingting::vault
