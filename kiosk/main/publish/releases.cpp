// The content folder and the releases made of it: checked, built, verified.
#include <fmt/format.h>

#include <cstdio>

#include "base/said/words.hpp"
#include "main/publish/program.hpp"
#include "publish/build/build.hpp"
#include "publish/checks/findings_text.hpp"
#include "publish/content.hpp"
#include "publish/files/faces.hpp"
#include "release/keys.hpp"
#include "release/repository.hpp"

namespace mingting::publishing {
namespace {

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

Result<CheckedContent> read_checked(const Options& options) {
  auto faces = faces_for(options);
  if (!faces) return fail(faces.error());
  return read_content(disk(), options.folder, {.faces = std::move(*faces)});
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

std::string result_of(const BuildReport& report, const Options& options) {
  const auto& manifest = report.manifest;
  if (!report.changed) return words("publish.unchanged", manifest.sequence);
  return words("publish.built", manifest.sequence, report.documents, manifest.objects.size() - 1, report.media_hashed,
               iso_date(local_date(manifest.expires)), options.repository.string());
}

}  // namespace

int check(const Options& options) {
  const auto checked = read_checked(options);
  if (!checked) return failed(checked.error());
  const auto told = options.json ? findings_as_json : findings_as_text;
  fmt::print("{}", told(checked->content, checked->findings));
  return checked->sound() ? kOk : kFailed;
}

int build(const Options& options) {
  auto checked = read_checked(options);
  if (!checked) return failed(checked.error());
  fmt::print("{}", findings_as_text(checked->content, checked->findings));
  if (!checked->sound()) return failed(remark("publish.unsound"));
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
