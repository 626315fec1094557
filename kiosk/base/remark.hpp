// What a person is to be told, as a value: which sentence, and about what. Worded where it is told (base/said/words.hpp).
#pragma once

#include <concepts>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "base/clock.hpp"

namespace mingting {

struct Remark;

/// One thing a sentence is about. How days and figures are written is decided with the words; remarks stand in one another's
/// place as their own sentences (a cause, a list of problems).
class Fact {
 public:
  using Value = std::variant<std::string, std::int64_t, double, Date, std::vector<Remark>>;

  template <std::integral T>
  Fact(T number) : value(static_cast<std::int64_t>(number)) {}
  Fact(double number) : value(number) {}
  template <class T>
    requires std::convertible_to<T, std::string_view>
  Fact(const T& text) : value(std::string(std::string_view(text))) {}
  Fact(Date day) : value(day) {}
  Fact(const Remark& remark);
  Fact(std::vector<Remark> remarks);

  bool operator==(const Fact&) const;

  Value value;
};

struct Remark {
  std::string code;             ///< names its sentence in assets/strings/told: "case.corrected-once"
  std::vector<Fact> facts{};    ///< what fills the sentence's places, in order
  std::string_view article{};   ///< the rule behind it, as it is cited: 条例第三十条; "" for none. Static.
  std::string_view remedy{};    ///< names what to do about it, in the words' table [remedy]: "accept"; "" for none. Static.

  bool operator==(const Remark&) const = default;
};

template <class... Facts>
Remark remark(std::string_view code, const Facts&... facts) {
  return {std::string(code), {Fact(facts)...}};
}

/// The remark with every text it is about, those of remarks within it too, as `change` gives it.
Remark with_texts(Remark remark, const std::function<std::string(const std::string&)>& change);

/// How remarks are put into words, where a text must be made of them below the edge: handed in from there.
using Wording = std::function<std::string(const Remark&)>;

inline Fact::Fact(const Remark& remark) : value(std::vector<Remark>{remark}) {}
inline Fact::Fact(std::vector<Remark> remarks) : value(std::move(remarks)) {}
inline bool Fact::operator==(const Fact&) const = default;

inline Remark with_texts(Remark remark, const std::function<std::string(const std::string&)>& change) {
  for (auto& fact : remark.facts) {
    if (auto* text = std::get_if<std::string>(&fact.value)) *text = change(*text);
    auto* causes = std::get_if<std::vector<Remark>>(&fact.value);
    if (causes == nullptr) continue;
    for (auto& cause : *causes) cause = with_texts(std::move(cause), change);
  }
  return remark;
}

}  // namespace mingting
