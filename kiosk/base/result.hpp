// How fallible functions answer: a value, or an Error with a sentence a person can act on.
#pragma once

#include <fmt/format.h>

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace mingting {

/// What kind of trouble it is, where the caller acts on the kind; the sentence is for people.
enum class Trouble {
  General,
  NotFound,
  Invalid,      ///< the input is malformed or breaks a rule
  Untrusted,    ///< a signature, hash, site or sequence does not hold
  DiskFull,
  ReadOnly,
  Busy,         ///< somebody else holds it
  NewerFormat,  ///< written by a newer version of this program
  Unavailable,  ///< a device or file that should be there is not
};

struct Error {
  std::string message;
  Trouble trouble = Trouble::General;
};

template <class T>
using Result = tl::expected<T, Error>;

/// fail("{} cannot be read", path): an Error to return from any Result function.
template <class... Args>
tl::unexpected<Error> fail(fmt::format_string<Args...> format, Args&&... args) {
  return tl::unexpected<Error>(Error{fmt::format(format, std::forward<Args>(args)...)});
}

template <class... Args>
tl::unexpected<Error> fail(Trouble trouble, fmt::format_string<Args...> format, Args&&... args) {
  return tl::unexpected<Error>(Error{fmt::format(format, std::forward<Args>(args)...), trouble});
}

inline tl::unexpected<Error> fail(const Error& error) { return tl::unexpected<Error>(error); }

}  // namespace mingting
