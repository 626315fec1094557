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
  Fact(T number) : Fact(static_cast<std::int64_t>(number)) {}
  Fact(std::int64_t number);
  Fact(double number);
  template <class T>
    requires std::convertible_to<T, std::string_view>
  Fact(const T& text) : Fact(std::string_view(text)) {}
  Fact(std::string_view text);
  Fact(Date day);
  Fact(const Remark& remark);
  Fact(std::vector<Remark> remarks);

  Fact(const Fact&);
  Fact(Fact&&) noexcept;
  Fact& operator=(const Fact&);
  Fact& operator=(Fact&&) noexcept;
  ~Fact();
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

Remark remark_of(std::string_view code, std::vector<Fact> facts);

template <class... Facts>
Remark remark(std::string_view code, const Facts&... facts) {
  return remark_of(code, {Fact(facts)...});
}

/// The remark with every text it is about, those of remarks within it too, as `change` gives it.
Remark with_texts(Remark remark, const std::function<std::string(const std::string&)>& change);

/// How remarks are put into words, where a text must be made of them below the edge: handed in from there.
using Wording = std::function<std::string(const Remark&)>;

}  // namespace mingting
