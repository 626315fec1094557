// How fallible functions answer: a value, or an Error that says what is wrong, by which rule, and what to do.
#pragma once

#include <tl/expected.hpp>

#include "base/remark.hpp"

namespace mingting {

/// What kind of trouble it is, where the caller acts on the kind.
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
  Refused,      ///< what was asked for may not be done; nothing was
};

/// worded(error) is the sentence (base/said/words.hpp); only what talks with a person asks for it.
struct Error : Remark {
  Trouble trouble = Trouble::General;
};

inline Error error_of(Trouble trouble, Remark remark) { return {std::move(remark), trouble}; }

template <class T>
using Result = tl::expected<T, Error>;

/// fail("files.no-file", path): an Error to return from any Result function.
template <class... Facts>
tl::unexpected<Error> fail(Trouble trouble, std::string_view code, const Facts&... facts) {
  return tl::unexpected<Error>(error_of(trouble, remark(code, facts...)));
}

template <class... Facts>
tl::unexpected<Error> fail(std::string_view code, const Facts&... facts) {
  return fail(Trouble::General, code, facts...);
}

inline tl::unexpected<Error> fail(Trouble trouble, Remark remark) {
  return tl::unexpected<Error>(error_of(trouble, std::move(remark)));
}

inline tl::unexpected<Error> fail(const Error& error) { return tl::unexpected<Error>(error); }

}  // namespace mingting
