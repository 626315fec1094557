// librime asked for candidates.
#include "input/pinyin.hpp"

#include <rime_api.h>

#include <algorithm>
#include <mutex>
#include <utility>

#include "base/text/text.hpp"

namespace mingting {
namespace {

constexpr int kPageSize = 10;
constexpr std::size_t kMostLetters = 60;  // a long address
constexpr int kMostPages = 1000;
constexpr const char* kSchema = "mingting";
constexpr const char* kPrebuiltFiles[] = {"default.yaml", "mingting.schema.yaml", "mingting.prism.bin",
                                          "mingting.table.bin"};

const RimeApi& rime() {
  return *rime_get_api();
}

/// librime is one to a process: it is started with the first Pinyin and ended with the last.
class Engine {
 public:
  static void enter(const Path& prebuilt, const Path& scratch) {
    const std::lock_guard lock(mutex_);
    if (users_++ > 0) return;
    // librime keeps pointers to none of these, but reads them during both calls.
    const std::string prebuilt_text = prebuilt.string(), scratch_text = scratch.string();
    RIME_STRUCT(RimeTraits, traits);
    traits.app_name = "rime.mingting";
    traits.distribution_name = traits.distribution_code_name = "mingting";
    traits.distribution_version = "1";
    traits.shared_data_dir = traits.user_data_dir = scratch_text.c_str();
    traits.prebuilt_data_dir = traits.staging_dir = prebuilt_text.c_str();
    traits.min_log_level = 3;
    traits.log_dir = "";  // stderr, never a file
    if (!set_up_) rime().setup(&traits);
    set_up_ = true;
    rime().initialize(&traits);  // no maintenance afterwards: that would compile and write
  }
  static void leave() {
    const std::lock_guard lock(mutex_);
    if (--users_ == 0) rime().finalize();
  }

 private:
  static inline std::mutex mutex_;
  static inline int users_ = 0;
  static inline bool set_up_ = false;
};

Result<void> check_prebuilt(const Path& prebuilt) {
  for (const char* name : kPrebuiltFiles) {
    const auto info = disk().info(prebuilt / name);
    if (!info || info->size == 0)
      return fail(Trouble::Unavailable, "pinyin.incomplete", (prebuilt / name).string());
  }
  return {};
}

Result<void> check_letters(std::string_view letters, int page) {
  if (letters.size() > kMostLetters)
    return fail(Trouble::Invalid, "pinyin.too-long", kMostLetters);
  if (!std::ranges::all_of(letters, [](char c) { return (c >= 'a' && c <= 'z') || c == '\''; }))
    return fail(Trouble::Invalid, "pinyin.no-letters");
  if (page < 0 || page > kMostPages) return fail(Trouble::Invalid, "pinyin.no-page", page);
  return {};
}

/// What is typed into the engine: without apostrophes that separate nothing.
std::string meaningful(std::string_view letters) {
  std::string kept;
  for (const char c : letters)
    if (c != '\'' || (!kept.empty() && kept.back() != '\'')) kept += c;
  return kept;
}

std::size_t count_letters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return c >= 'a' && c <= 'z'; }));
}

/// The end of `letters` that holds the last `count` letters, without the apostrophe before it.
std::string last_letters(std::string_view letters, std::size_t count) {
  std::size_t start = letters.size();
  while (start > 0 && count > 0)
    if (letters[--start] != '\'') --count;
  return std::string(letters.substr(start));
}

}  // namespace

struct Pinyin::Impl {
  RimeSessionId session = 0;
  std::string held;  ///< the letters the engine holds

  Impl(const Path& prebuilt, const Path& scratch) {
    Engine::enter(prebuilt, scratch);
    session = rime().create_session();
    if (session != 0) rime().select_schema(session, kSchema);
  }
  ~Impl() {
    if (session != 0) rime().destroy_session(session);
    Engine::leave();
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  /// Brings the engine to these letters. Every letter costs it a look-up, so what it holds already is kept.
  void type(std::string_view letters) {
    const std::string wanted = meaningful(letters);
    if (!wanted.starts_with(held)) forget();
    for (const char c : std::string_view(wanted).substr(held.size())) rime().process_key(session, c, 0);
    held = wanted;
  }
  void forget() {
    rime().clear_composition(session);
    held.clear();
  }

  /// Candidates of the page into `to`; whether there was at least one.
  void list(int page, Composition& to) const {
    RimeCandidateListIterator it{};
    if (!rime().candidate_list_from_index(session, &it, page * kPageSize)) return;
    while (rime().candidate_list_next(&it)) {
      if (to.candidates.size() == kPageSize) {
        to.last_page = false;
        break;
      }
      to.candidates.push_back(
          {it.candidate.text, it.candidate.comment != nullptr ? it.candidate.comment : ""});
    }
    rime().candidate_list_end(&it);
  }

  /// What is shown while composing, and where the part that is not yet chosen begins.
  std::pair<std::string, std::size_t> preedit() const {
    RIME_STRUCT(RimeContext, context);
    if (!rime().get_context(session, &context)) return {};
    const char* text = context.composition.preedit;
    std::pair<std::string, std::size_t> result{
        text != nullptr ? text : "", static_cast<std::size_t>(std::max(0, context.composition.sel_start))};
    rime().free_context(&context);
    return result;
  }

  std::string commit() const {
    RIME_STRUCT(RimeCommit, commit);
    if (!rime().get_commit(session, &commit)) return {};
    std::string text = commit.text != nullptr ? commit.text : "";
    rime().free_commit(&commit);
    return text;
  }

  Composition compose(std::string_view letters, int page) {
    Composition composition;
    composition.letters = letters;
    composition.page = page;
    type(letters);
    composition.preedit = preedit().first;
    list(page, composition);
    return composition;
  }
};

Pinyin::Pinyin(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Pinyin::Pinyin(Pinyin&&) noexcept = default;
Pinyin& Pinyin::operator=(Pinyin&&) noexcept = default;
Pinyin::~Pinyin() = default;

Result<Pinyin> Pinyin::open(const Path& prebuilt, const Path& scratch) {
  if (auto whole = check_prebuilt(prebuilt); !whole) return fail(whole.error());
  auto impl = std::make_unique<Impl>(prebuilt, scratch);
  // A damaged dictionary is loaded without a word and offers nothing.
  if (impl->session == 0 || impl->compose("ming", 0).candidates.empty())
    return fail(Trouble::Unavailable, "pinyin.unreadable", prebuilt.string());
  impl->forget();
  return Pinyin(std::move(impl));
}

Result<Composition> Pinyin::compose(std::string_view letters, int page) {
  if (auto good = check_letters(letters, page); !good) return fail(good.error());
  return impl_->compose(letters, page);
}

Result<Composition> Pinyin::choose(std::string_view letters, int page, int index) {
  if (auto good = check_letters(letters, page); !good) return fail(good.error());
  const auto offered = impl_->compose(letters, page).candidates;
  if (index < 0 || static_cast<std::size_t>(index) >= offered.size())
    return fail(Trouble::NotFound, "pinyin.no-candidate", page, letters, index);
  rime().select_candidate(impl_->session, static_cast<std::size_t>(page) * kPageSize + static_cast<std::size_t>(index));
  std::string committed = impl_->commit();
  std::string rest;
  if (committed.empty()) {
    const auto [text, start] = impl_->preedit();
    committed = offered[static_cast<std::size_t>(index)].text;
    rest = last_letters(letters, count_letters(std::string_view(text).substr(std::min(start, text.size()))));
  }
  impl_->forget();
  Composition composition = impl_->compose(rest, 0);
  composition.committed = std::move(committed);
  return composition;
}

}  // namespace mingting
