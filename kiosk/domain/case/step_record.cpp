// Every kind of step as fields of text, and back.
#include "domain/case/step_record.hpp"

#include <fmt/format.h>

#include <charconv>

#include "base/text/text.hpp"

namespace mingting {
namespace {

/// Writes or reads one step's fields; each step lists its fields once, for both ways.
class Writer {
 public:
  StepFields fields;

  void text(const char* key, const std::string& value) { put(key, value); }
  void number(const char* key, int value) { put(key, fmt::format("{}", value)); }
  void number(const char* key, std::int64_t value) { put(key, fmt::format("{}", value)); }
  void day(const char* key, Date value) { put(key, iso_date(value)); }
  void day(const char* key, const std::optional<Date>& value) {
    if (value) day(key, *value);
  }
  template <class E, std::size_t N>
  void choice(const char* key, E value, const Named<E> (&table)[N]) {
    put(key, std::string(named(table, value).key));
  }
  template <class E, std::size_t N>
  void choice(const char* key, const std::optional<E>& value, const Named<E> (&table)[N]) {
    if (value) choice(key, *value, table);
  }
  template <class E, std::size_t N>
  void choices(const char* key, const std::vector<E>& values, const Named<E> (&table)[N]) {
    std::vector<std::string> keys;
    keys.reserve(values.size());
    for (const E value : values) keys.emplace_back(named(table, value).key);
    put(key, join(keys, ","));
  }

 private:
  void put(const char* key, const std::string& value) {
    if (!value.empty()) fields[key] = value;
  }
};

class Reader {
 public:
  explicit Reader(StepFields fields) : left_(std::move(fields)) {}

  void text(const char* key, std::string& value) { value = take(key).value_or(""); }
  template <class I>
  void number(const char* key, I& value) {
    const auto text = take(key);
    if (!text) return complain(key);
    const auto* end = text->data() + text->size();
    const auto [at, error] = std::from_chars(text->data(), end, value);
    if (error != std::errc() || at != end) complain(key);
  }
  void day(const char* key, Date& value) {
    const auto date = parse_date(take(key).value_or(""));
    if (!date) return complain(key);
    value = *date;
  }
  void day(const char* key, std::optional<Date>& value) {
    if (!left_.contains(key)) return;
    Date date{};
    day(key, date);
    value = date;
  }
  template <class E, std::size_t N>
  void choice(const char* key, E& value, const Named<E> (&table)[N]) {
    const auto found = keyed(take(key).value_or(""), table);
    if (!found) return complain(key);
    value = *found;
  }
  template <class E, std::size_t N>
  void choice(const char* key, std::optional<E>& value, const Named<E> (&table)[N]) {
    if (!left_.contains(key)) return;
    E one{};
    choice(key, one, table);
    value = one;
  }
  template <class E, std::size_t N>
  void choices(const char* key, std::vector<E>& values, const Named<E> (&table)[N]) {
    const auto text = take(key);
    if (!text) return;
    for (const auto& part : split(*text, ',')) {
      const auto found = keyed(part, table);
      if (!found) return complain(key);
      values.push_back(*found);
    }
  }

  /// The first field that is wrong, missing or not known; "" when all is well.
  std::string fault() const { return !fault_.empty() || left_.empty() ? fault_ : left_.begin()->first; }

 private:
  /// By the key alone: words on screen may change, keys never.
  template <class E, std::size_t N>
  static std::optional<E> keyed(std::string_view key, const Named<E> (&table)[N]) {
    const auto value = value_named(table, key);
    return value && named(table, *value).key == key ? value : std::nullopt;
  }
  std::optional<std::string> take(const char* key) {
    const auto found = left_.find(key);
    if (found == left_.end()) return std::nullopt;
    auto value = std::move(found->second);
    left_.erase(found);
    return value;
  }
  void complain(const char* key) {
    if (fault_.empty()) fault_ = key;
  }

  StepFields left_;
  std::string fault_;
};

// What each step holds. One line a step; `io` is a Writer or a Reader.
template <class IO, class T>
void fields(IO&, T&) {}  // steps without fields
template <class IO>
void fields(IO& io, Arrived& what) { io.choice("way", what.way, kReceiptWays), io.day("confirmed", what.confirmed); }
template <class IO>
void fields(IO& io, CorrectionAsked& what) { io.text("what", what.what), io.number("working-days", what.working_days); }
template <class IO>
void fields(IO& io, CorrectionReceived& what) { io.text("good-reason", what.good_reason); }
template <class IO>
void fields(IO& io, ConsultationSent& what) {
  io.choice("kind", what.kind, kConsultationKinds), io.text("party", what.party), io.day("delivered", what.delivered);
}
template <class IO>
void fields(IO& io, ConsultationDelivered& what) { io.number("consultation", what.consultation); }
template <class IO>
void fields(IO& io, ConsultationAnswered& what) {
  io.number("consultation", what.consultation), io.choice("opinion", what.opinion, kOpinions), io.text("reasons", what.reasons);
}
template <class IO>
void fields(IO& io, ConsultationEnded& what) { io.number("consultation", what.consultation), io.text("why", what.why); }
template <class IO>
void fields(IO& io, Extended& what) { io.number("working-days", what.working_days), io.text("approved-by", what.approved_by); }
template <class IO>
void fields(IO& io, ReasonsGiven& what) { io.text("reasons", what.reasons); }
template <class IO>
void fields(IO& io, ReplyDelayed& what) { io.day("until", what.until); }
template <class IO>
void fields(IO& io, FeeNotified& what) { io.choice("basis", what.basis, kFeeBases), io.number("yuan", what.yuan); }
template <class IO>
void fields(IO& io, Replied& what) {
  io.choice("kind", what.kind, kReplyKinds), io.choices("withheld", what.withheld, kReplyKinds), io.text("number", what.number);
  io.text("public-interest", what.public_interest), io.choice("remedy", what.remedy, kRemedyRoutes);
}
template <class IO>
void fields(IO& io, Served& what) { io.choice("way", what.way, kServiceWays); }
template <class IO>
void fields(IO& io, WithdrawnByApplicant& what) { io.text("how", what.how); }
template <class IO>
void fields(IO& io, TakenBack& what) { io.number("step", what.step), io.text("why", what.why); }

/// In the order of StepWhat's alternatives.
constexpr std::string_view kNames[] = {"arrived",
                                       "receipt-confirmed",
                                       "correction-asked",
                                       "correction-received",
                                       "consultation-sent",
                                       "consultation-delivered",
                                       "consultation-answered",
                                       "consultation-ended",
                                       "extended",
                                       "reasons-asked",
                                       "reasons-given",
                                       "reply-delayed",
                                       "fee-notified",
                                       "fee-paid",
                                       "replied",
                                       "served",
                                       "lapsed",
                                       "withdrawn",
                                       "taken-back"};
static_assert(std::size(kNames) == StepWhat::kKinds);

/// An empty step of the name.
template <std::size_t I = 0>
std::optional<StepWhat> blank_step(std::string_view name) {
  if constexpr (I == StepWhat::kKinds) {
    return std::nullopt;
  } else {
    return kNames[I] == name ? std::optional<StepWhat>(std::in_place, std::in_place_index<I>) : blank_step<I + 1>(name);
  }
}

}  // namespace

StepRecord to_record(const StepWhat& what) {
  Writer writer;
  auto copy = what;
  std::visit([&](auto& step) { fields(writer, step); }, copy);
  return {std::string(kNames[what.index()]), std::move(writer.fields)};
}

Result<StepWhat> from_record(const StepRecord& record) {
  auto what = blank_step(record.name);
  if (!what) return fail(Trouble::NewerFormat, "step-record.unknown", record.name);
  Reader reader(record.fields);
  std::visit([&](auto& step) { fields(reader, step); }, *what);
  if (const auto fault = reader.fault(); !fault.empty()) {
    return fail(Trouble::Invalid, "step-record.faulty", record.name, fault);
  }
  return *what;
}

}  // namespace mingting
