// The library is made beside the repository; media go in by their digest, unread where the cache knows them.
#include "publish/build/build.hpp"

#include <algorithm>
#include <optional>

#include "base/disk/lock_file.hpp"
#include "library/library_writer.hpp"
#include "publish/build/media_cache.hpp"
#include "publish/build/table_rows.hpp"

namespace mingting {
namespace {

/// The folder content.db is made in: beside the repository, and gone again however the build ends.
class WorkFolder {
 public:
  WorkFolder(FileSystem& files, const Path& repository) : files_(files), path_(beside(repository)) {}
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;
  ~WorkFolder() { (void)files_.remove_tree(path_); }

  /// Empty, whatever an interrupted build left there.
  Result<void> make() {
    return files_.remove_tree(path_).and_then([&] { return files_.make_folders(path_); });
  }
  Path content_db() const { return path_ / "content.db"; }

 private:
  static Path beside(const Path& repository) {
    auto path = repository.lexically_normal();
    if (!path.has_filename()) path = path.parent_path();
    return path.string() + ".building";
  }

  FileSystem& files_;
  Path path_;
};

/// Two builds at once would work in one folder and take one number. Where a lock cannot be had (a share that
/// knows none) the build goes on: what stops it for other reasons is said where it happens.
Result<std::optional<LockFile>> only_builder(FileSystem& files, const Path& repository) {
  if (!files.make_folders(repository)) return std::nullopt;
  auto lock = LockFile::take(repository / ".lock");
  if (lock) return std::move(*lock);
  if (lock.error().trouble != Trouble::Busy) return std::nullopt;
  return fail(Trouble::Busy, "release-build.busy", repository.string());
}

Result<std::vector<ReleaseObject>> add_media(FileSystem& files, const Content& content,
                                             RepositoryWriter& repository, MediaCache& cache,
                                             BuildReport& report) {
  std::vector<ReleaseObject> objects;
  for (const auto& medium : content.media) {
    const auto info = files.info(medium.file);
    if (!info) return fail("release-build.unreadable-medium", medium.name, info.error());
    ReleaseObject object{"media/" + medium.name, info->size, cache.find(medium.name, *info).value_or("")};
    if (object.sha256.empty() || !repository.holds(object.sha256)) {
      auto added = repository.add_file(medium.file, object.path);
      if (!added) return fail(added.error());
      object = std::move(*added);
      ++report.media_hashed;
    }
    cache.remember(medium.name, *info, object.sha256);
    objects.push_back(std::move(object));
  }
  return objects;
}

template <class Things, class Add>
Result<void> add_each(const Things& things, Add add) {
  for (const auto& thing : things) {
    if (auto done = add(thing); !done) return done;
  }
  return {};
}

Result<void> write_library(FileSystem& files, const Path& file, const Content& content, const std::string& office_key,
                           const std::vector<ReleaseObject>& media, Date today) {
  auto writer = LibraryWriter::create(file);
  if (!writer) return fail(writer.error());
  Site site = content.site;
  site.office_key = office_key;
  const auto medium_name = [](const ReleaseObject& object) {
    return object.path.substr(std::string_view("media/").size());
  };
  return writer->set_site(site)
      .and_then([&] {
        return add_each(content.columns, [&](const auto& column) { return writer->add_column(column); });
      })
      .and_then([&] {
        return add_each(content.documents,
                        [&](const auto& document) { return writer->add_document(document); });
      })
      .and_then(
          [&] { return add_each(content.forms, [&](const auto& form) { return writer->add_form(form); }); })
      .and_then([&] {
        return add_each(content.matchers, [&](const auto& matcher) { return writer->add_matcher(matcher); });
      })
      .and_then([&] {
        return add_each(content.tables, [&](const auto& table) { return add_table(files, *writer, table, today); });
      })
      .and_then([&] { return writer->set_plain_words(content.plain_words); })
      .and_then([&] { return writer->set_uses(content.uses); })
      .and_then([&] { return writer->set_calendar(content.holidays_csv); })
      .and_then([&] {
        return content.status_feed ? writer->set_status_feed(*content.status_feed) : Result<void>();
      })
      .and_then([&] { return writer->set_acknowledged(content.acknowledged); })
      .and_then([&] {
        return add_each(media, [&](const auto& object) {
          return writer->add_media(medium_name(object), object.sha256, object.length);
        });
      })
      .and_then([&] { return writer->finish(); });
}

std::vector<ReleaseObject> by_path(std::vector<ReleaseObject> objects) {
  std::sort(objects.begin(), objects.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return objects;
}

Result<void> publish(RepositoryWriter& repository, const Clock& clock, const BuildOptions& options,
                     std::vector<ReleaseObject> objects, BuildReport& report) {
  report.changed = options.renew || by_path(objects) != by_path(repository.latest_objects());
  if (!report.changed) {
    report.manifest.sequence = repository.next_sequence() - 1;
    report.manifest.objects = std::move(objects);
    return {};
  }
  const auto now = clock.now();
  auto manifest = repository.publish(std::move(objects), now, now + std::chrono::days(options.valid_days));
  if (!manifest) return fail(manifest.error());
  report.manifest = std::move(*manifest);
  return {};
}

}  // namespace

Result<BuildReport> build_release(FileSystem& files, const Clock& clock, const Content& content,
                                  const BuildOptions& options) {
  const auto office_key = content.site.office_key.empty() ? options.office_key : content.site.office_key;
  if (office_key.empty()) return fail(Trouble::Invalid, "release-build.no-office-key");
  const auto alone = only_builder(files, options.repository);
  if (!alone) return fail(alone.error());
  auto repository =
      RepositoryWriter::open(files, options.repository, content.site.id, options.secret_key, options.before);
  if (!repository) return fail(repository.error());
  BuildReport report;
  report.documents = content.documents.size();
  report.manifest.site = content.site.id;
  auto cache = MediaCache::load(files, options.repository);
  auto objects = add_media(files, content, *repository, cache, report);
  if (!objects) return fail(objects.error());
  WorkFolder work(files, options.repository);
  if (auto made = work.make(); !made) return fail("release-build.no-work-folder", made.error());
  if (auto written = write_library(files, work.content_db(), content, office_key, *objects, local_date(clock.now())); !written)
    return fail(written.error());
  auto database = repository->add_file(work.content_db(), "content.db");
  if (!database) return fail(database.error());
  objects->insert(objects->begin(), std::move(*database));
  if (auto done = publish(*repository, clock, options, std::move(*objects), report); !done)
    return fail(done.error());
  // The release is out; without its cache the next build only takes longer.
  (void)cache.save(files, options.repository);
  return report;
}

}  // namespace mingting
