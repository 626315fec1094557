// The content folder and the releases made of it: checked, built, verified.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <filesystem>

#include "base/said/words.hpp"
#include "main/publish/program.hpp"
#include "publish/build/build.hpp"
#include "publish/build/samples.hpp"
#include "publish/checks/findings_text.hpp"
#include "publish/content.hpp"
#include "publish/files/faces.hpp"
#include "release/keys.hpp"
#include "release/repository.hpp"

namespace mingting::publishing {
namespace {

/// No office has made more releases; a slip of the pen above it could never be undone.
constexpr std::uint64_t kMostSequence = 1'000'000;

Date today() {
  return local_date(SystemClock().now());
}

/// The screen's faces: of the plan that is named, or of the one beside the content folder or the program. A
/// plan nobody named may be missing: then characters are not checked, and that is said.
Result<std::vector<Path>> faces_for(const Options& options) {
  if (!options.fonts.empty()) return screen_faces(disk(), options.fonts);
  auto beside = (options.folder / "..").lexically_normal() / "fonts" / "fonts.toml";
  if (!disk().exists(beside)) beside = Path(MINGTING_FONTS) / "fonts.toml";
  auto faces = screen_faces(disk(), beside);
  if (faces) return faces;
  fmt::print(stderr, "{}", words("publish.faces-unchecked", faces.error()));
  return std::vector<Path>{};
}

/// How the screens look, by the file beside the program.
std::optional<StyleSheet> style_sheet() {
  auto sheet = read_style_sheet(disk(), Path(MINGTING_ASSETS) / "theme.toml");
  if (sheet) return *sheet;
  fmt::print(stderr, "{}", words("publish.colors-unchecked", sheet.error()));
  return std::nullopt;
}

/// The named file, or office.pub beside the release key; "" when the content has a key of its own.
Result<std::string> office_key(const Options& options, const Site& site) {
  if (!options.office_key_file.empty())
    return read_key_file(disk(), options.office_key_file, "office-public");
  if (!site.office_key.empty()) return std::string();
  const auto beside = options.key_file.parent_path() / "office.pub";
  if (disk().exists(beside)) return read_key_file(disk(), beside, "office-public");
  return fail(Trouble::NotFound, "release-build.no-office-key");
}

/// Where release.key and office.key lie, and inside the content, nothing may be written that is carried to
/// the hall.
Result<void> may_hold_release(const Options& options) {
  const auto real = [](const Path& path) {
    std::error_code ignored;
    const auto found = std::filesystem::weakly_canonical(path, ignored);
    return (ignored ? path.lexically_normal() : found) / "";
  };
  const auto within = [](const Path& inner, const Path& outer) {
    return std::mismatch(outer.begin(), --outer.end(), inner.begin(), inner.end()).first == --outer.end();
  };
  const auto out = real(options.repository), content = real(options.folder);
  if (within(out, content) || within(content, out))
    return fail(Trouble::Invalid, "release-build.in-content", options.repository.string());
  const bool key_inside = within(real(options.key_file.parent_path()), out);
  for (const auto* key : {"release.key", "office.key"}) {
    if (key_inside || disk().exists(options.repository / key))
      return fail(Trouble::Invalid, "release-build.beside-keys", options.repository.string());
  }
  return {};
}

/// What was said of a repository that was lost.
Result<LeftOff> left_off(const Options& options) {
  if (options.after.empty()) return LeftOff{};
  LeftOff before;
  const auto* end = options.after.data() + options.after.size();
  const auto [at, fault] = std::from_chars(options.after.data(), end, before.sequence);
  if (fault != std::errc() || at != end) return left_off_at(disk(), options.after);
  if (before.sequence == 0 || before.sequence > kMostSequence)
    return fail(Trouble::Invalid, "release-build.odd-number", kMostSequence);
  return before;
}

std::string result_of(const BuildReport& report, const Options& options) {
  const auto& manifest = report.manifest;
  if (!report.changed) return words("publish.unchanged", manifest.sequence);
  return words("publish.built", manifest.sequence, report.documents, manifest.objects.size() - 1, report.media_hashed,
               iso_date(local_date(manifest.expires)), options.repository.string());
}

}  // namespace

Result<CheckedContent> read_checked(const Options& options) {
  auto faces = faces_for(options);
  if (!faces) return fail(faces.error());
  return read_content(disk(), options.folder, {.faces = std::move(*faces), .today = today(), .style = style_sheet(), .meanings = options.meanings});
}

int check(const Options& options) {
  const auto checked = read_checked(options);
  if (!checked) return failed(checked.error());
  const auto told = options.json ? findings_as_json : findings_as_text;
  fmt::print("{}", told(checked->content, checked->findings, today()));
  return checked->sound() ? kOk : kFailed;
}

int build(const Options& options) {
  if (auto fits = may_hold_release(options); !fits) return failed(fits.error());
  const auto before = left_off(options);
  if (!before) return failed(before.error());
  auto checked = read_checked(options);
  if (!checked) return failed(checked.error());
  fmt::print("{}", findings_as_text(checked->content, checked->findings, today()));
  if (!checked->sound()) return failed(remark("publish.unsound"));
  if (const auto left = options.samples ? SamplesLeftOut{} : leave_out_samples(checked->content); left.any())
    fmt::print("{}", words("publish.samples-left-out", left.items, left.tables, left.rows));
  const auto secret = read_key_file(disk(), options.key_file, "release-secret");
  if (!secret) return failed(secret.error());
  const auto office = office_key(options, checked->content.site);
  if (!office) return failed(office.error());
  // A key named on the command line is meant: it stands over the one in site.toml.
  if (!office->empty()) checked->content.site.office_key = *office;
  const SystemClock clock;
  const auto report = build_release(disk(), clock, checked->content,
                                    {.repository = options.repository,
                                     .secret_key = *secret,
                                     .office_key = *office,
                                     .valid_days = options.days,
                                     .before = *before,
                                     .renew = options.renew});
  if (!report) return failed(report.error());
  fmt::print("{}", result_of(*report, options));
  return kOk;
}

int verify(const Options& options) {
  const auto manifest = verify_repository(disk(), options.repository);
  if (!manifest) return failed(manifest.error());
  fmt::print("{}", words("publish.verified", manifest->site, manifest->sequence, iso_date(local_date(manifest->made)),
                         iso_date(local_date(manifest->expires)), manifest->objects.size()));
  return kOk;
}

}  // namespace mingting::publishing
