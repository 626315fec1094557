// How is a value written as JSON and read back, each of its members named once?
//
// A shape lists its members in a function members(each, value), found by its namespace: each("name", value.name) for one that
// every release has, each.later(...) for one that older releases lack. A kind of an enumeration is written by its key: names_of(kind)
// gives its table. The reader accepts only what the writer makes and throws nlohmann's exceptions otherwise.
#pragma once

#include <concepts>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "base/clock.hpp"
#include "domain/form/form.hpp"
#include "domain/matcher/matcher.hpp"
#include "domain/table/table.hpp"
#include "library/store/values.hpp"

namespace mingting {

template <class T, class Of>
concept Like = std::same_as<std::remove_const_t<T>, Of>;

inline const auto& names_of(FieldKind) { return kFieldKinds; }
inline const auto& names_of(RuleSet) { return kRuleSets; }
inline const auto& names_of(CellType) { return kCellTypes; }
inline const auto& names_of(Mask) { return kMasks; }
inline const auto& names_of(Relates) { return kRelates; }
inline const auto& names_of(ViewKind) { return kViewKinds; }
inline const auto& names_of(ChartKind) { return kChartKinds; }
inline const auto& names_of(CheckKind) { return kCheckKinds; }
inline const auto& names_of(Openness) { return kOpenness; }
inline const auto& names_of(AskedAs) { return kAskedAs; }
inline const auto& names_of(HitPolicy) { return kHitPolicies; }

/// What one chooses from, in forms and in decision tables.
void members(auto& each, Like<Choice> auto& choice) {
  each("value", choice.value), each("label", choice.label), each("label_en", choice.label_en), each("help", choice.help);
}

class JsonWriter {
 public:
  using Json = nlohmann::json;
  void operator()(const char* name, const auto& member) { json_[name] = json_of(member); }
  void later(const char* name, const auto& member) { (*this)(name, member); }

  template <class Value>
  static Json json_of(const Value& value) {
    if constexpr (requires(JsonWriter& each) { members(each, value); }) {
      JsonWriter writer;
      members(writer, value);
      return std::move(writer.json_);
    } else if constexpr (std::is_enum_v<Value>) {
      return named(names_of(value), value).key;
    } else {
      return value;  // words, a number, yes or no
    }
  }
  static Json json_of(Date day) { return iso_date(day); }
  template <class Value>
  static Json json_of(const std::optional<Value>& value) {
    return value ? json_of(*value) : Json(nullptr);
  }
  template <class Value>
  static Json json_of(const std::vector<Value>& values) {
    Json list = Json::array();
    for (const auto& value : values) list.push_back(json_of(value));
    return list;
  }

 private:
  Json json_ = Json::object();
};

class JsonReader {
 public:
  using Json = nlohmann::json;
  explicit JsonReader(const Json& json) : json_(json) {}
  void operator()(const char* name, auto& member) { read(json_.at(name), member); }
  void later(const char* name, auto& member) {
    if (const auto found = json_.find(name); found != json_.end()) read(*found, member);
  }

  template <class Value>
  static void read(const Json& json, Value& value) {
    if constexpr (requires(JsonReader& each) { members(each, value); }) {
      JsonReader reader(json);
      members(reader, value);
    } else if constexpr (std::is_enum_v<Value>) {
      value = value_stored(names_of(value), json.get<std::string>());
    } else {
      json.get_to(value);
    }
  }
  static void read(const Json& json, Date& day) {
    const auto read = parse_date(json.get<std::string>());
    if (!read) throw std::runtime_error("no day");
    day = *read;
  }
  template <class Value>
  static void read(const Json& json, std::optional<Value>& value) {
    if (!json.is_null()) read(json, value.emplace());
  }
  static void read(const Json& json, std::vector<std::string>& texts) { json.get_to(texts); }
  template <class Value>
  static void read(const Json& json, std::vector<Value>& values) {
    for (const auto& each : json) read(each, values.emplace_back());
  }

 private:
  const Json& json_;
};

}  // namespace mingting
