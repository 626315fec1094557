// content/ published twice (the second time with a new notice) and the office's keys: made once for all journeys.
#pragma once

#include "base/clock.hpp"
#include "support/temp_folder.hpp"

namespace mingting {

struct Content;

inline const Instant kPublished = *parse_local_time("2026-11-01T08:00");

class Published {
 public:
  static const Published& get();

  Path first() const { return folder_ / "first"; }
  Path next() const { return folder_ / "next"; }
  Path office_key_file() const { return folder_ / "keys/office.key"; }

  /// A fresh state with the first release installed.
  void install(const Path& state) const;

  /// The next release of `content`; kiosks with the first one take it. The repository goes on from one call to the next.
  void release(const Path& content, const Path& repository) const;

 private:
  Published();

  void build(const Content& content, const Path& repository) const;

  TempFolder folder_;
};

}  // namespace mingting
