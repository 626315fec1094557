// How TOML files of content/desk are read, and what is said of their keys.
#include "desk/agency/toml.hpp"

#include "base/text/edit_distance.hpp"
#include "base/text/text.hpp"

namespace mingting {
namespace {

constexpr std::uint64_t kTextLimit = 16U << 20;  // letters are copied out whole
constexpr std::string_view kComplaints = "desk-file.complaints";

Remark placed(Remark place, const Remark& what) {
  if (place.code.empty()) return what;
  place.facts.emplace_back(what);
  return place;
}

}  // namespace

void Complaints::at(int line, const Remark& what) {
  all_.push_back(line > 0 ? remark("desk-file.at", file_, line, what) : remark("desk-file.whole", file_, what));
}

void Complaints::about(const TomlKeys& keys, std::string_view key, const Remark& what) {
  at(keys.line(key), placed(keys.place(), what));
}

tl::unexpected<Error> Complaints::error() const { return fail(Trouble::Invalid, kComplaints, all_); }

std::string Complaints::kept(std::string_view text) const {
  return trimmed(text);
}

void Complaints::note(const KeyFault& fault, const Remark& place) {
  Remark what{"desk-key." + std::string(fault.code), fault.facts};
  if (fault.odd) what.facts.emplace_back(nearest_word(*fault.odd, fault.known));
  at(fault.line, placed(place, what));
}

std::vector<Remark> complaints_of(const Error& error) {
  if (error.code == kComplaints) return std::get<std::vector<Remark>>(error.facts.front().value);
  return {error};
}

Result<TomlValue> read_toml(FileSystem& files, const Path& path, const std::string& shown) {
  const auto bytes = files.read(path, kTextLimit);
  if (!bytes) {
    if (bytes.error().trouble != Trouble::NotFound) return fail(bytes.error().trouble, "desk-file.unreadable", shown, bytes.error());
    return fail(Trouble::NotFound, "desk-file.absent", shown);
  }
  return read_toml(*bytes, shown);
}

}  // namespace mingting
