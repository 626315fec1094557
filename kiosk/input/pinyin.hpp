// Pinyin to characters with librime and our own dictionary. Nothing typed is learnt or written.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/disk/files.hpp"
#include "base/result.hpp"

namespace mingting {

struct Candidate {
  std::string text;
  std::string comment;
  bool operator==(const Candidate&) const = default;
};

/// What the engine offers for the letters typed so far. Candidates come page by page.
struct Composition {
  std::string letters;  ///< as typed
  std::string preedit;  ///< with syllable breaks: "gui yang"
  std::vector<Candidate> candidates;
  int page = 0;
  bool last_page = true;
  std::string committed;  ///< text that became final by the last call; insert it
  bool operator==(const Composition&) const = default;
};

/// One session, one thread at a time. Stateless from outside: each call says everything. The letters of the
/// last call are kept until the next, so that a key costs one look-up; compose("") drops them, as when a
/// visit ends. Nothing is learnt.
class Pinyin {
 public:
  /// `prebuilt`: the folder the build made with rime_deployer. `scratch`: an empty folder librime may look
  /// into (nothing is written). Errors name what is missing.
  static Result<Pinyin> open(const Path& prebuilt, const Path& scratch);
  Pinyin(Pinyin&&) noexcept;
  Pinyin& operator=(Pinyin&&) noexcept;
  ~Pinyin();

  /// Candidates for letters (a-z and ', v for ü; at most 60), page from 0, ten a page. < 3 ms for the next
  /// letter. Errors: Trouble::Invalid for other characters, more letters or an impossible page. A page past
  /// the end is empty.
  Result<Composition> compose(std::string_view letters, int page);
  /// Takes candidate `index` of `page`: `committed` holds it when it covers all letters; otherwise the rest
  /// stays in `letters` with new candidates, and `committed` holds what was taken. Errors also:
  /// Trouble::NotFound for no such candidate.
  Result<Composition> choose(std::string_view letters, int page, int index);

 private:
  struct Impl;
  explicit Pinyin(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace mingting
