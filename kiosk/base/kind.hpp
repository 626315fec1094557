// Which of several kinds is a value? A variant that asks by name alone: std::variant tries how each of its kinds could be made
// of what it is given, and with dozens of kinds that is most of what a file takes to compile.
#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>
#include <variant>

namespace mingting {

template <class T, class... Kinds>
inline constexpr bool is_kind = (std::is_same_v<T, Kinds> || ...);

template <class... Kinds>
struct OneOf : std::variant<Kinds...> {
  static constexpr std::size_t kKinds = sizeof...(Kinds);

  OneOf() = default;
  template <class T>
    requires is_kind<T, Kinds...>
  OneOf(T value) : std::variant<Kinds...>(std::in_place_type<T>, std::move(value)) {}
  template <std::size_t Index>
  explicit OneOf(std::in_place_index_t<Index> kind) : std::variant<Kinds...>(kind) {}
};

}  // namespace mingting
