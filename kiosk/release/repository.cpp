// How a release is added to its folder: roots, objects, history, the manifest last of all.
#include "release/repository.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/text/text.hpp"
#include "release/carried_files.hpp"
#include "release/keys.hpp"
#include "release/manifest.hpp"
#include "release/root.hpp"

namespace mingting {
namespace {

using namespace trust;

Result<Root> newest_root(FileSystem& files, const Path& repository) {
  auto first = read_root(files, repository, 1);
  if (!first) return first;
  auto newer = roots_after(files, repository, *first);
  if (!newer) return fail(newer.error());
  return newer->empty() ? std::move(*first) : std::move(newer->back());
}

Result<void> write_root(FileSystem& files, const Path& repository, const Root& root) {
  if (auto made = files.make_folders(repository / "root"); !made) return told(made);
  return told(write_durably(files, repository / "root" / fmt::format("{}.json", root.version), print_root(root)));
}

Result<Root> first_root(FileSystem& files, const Path& repository, const std::string& site,
                        const std::string& secret_key, const std::string& public_key) {
  if (!is_site_id(site)) {
    return fail(Trouble::Invalid, "repository.bad-site", site);
  }
  if (files.exists(repository / "manifest.json")) {
    return fail(Trouble::Invalid, "repository.no-root", repository.string());
  }
  Root root{1, site, 1, {public_key}, {}};
  if (auto signed_well = sign_root(root, secret_key); !signed_well) return fail(signed_well.error());
  if (auto wrote = write_root(files, repository, root); !wrote) return fail(wrote.error());
  return root;
}

/// The root to sign under; refuses another site's and another key's repository.
Result<Root> root_to_sign_under(FileSystem& files, const Path& repository, const std::string& site,
                                const std::string& secret_key) {
  const auto key = public_key_of(secret_key);
  if (!key) return fail(key.error());
  if (auto made = files.make_folders(repository); !made) return fail(told(made.error()));
  if (!is_carried(files, repository, "root/1.json")) return first_root(files, repository, site, secret_key, *key);
  auto root = newest_root(files, repository);
  if (!root) return root;
  if (root->site != site) {
    return fail(Trouble::Untrusted, "repository.other-site", repository.string(), root->site, site);
  }
  if (std::find(root->keys.begin(), root->keys.end(), *key) == root->keys.end()) {
    return fail(Trouble::Untrusted, "repository.other-key", repository.string(),
                fingerprint_of(*root), fingerprint(*key));
  }
  return root;
}

/// SEQ of SEQ.json; 0 for any other name.
std::uint64_t sequence_of(const std::string& name) {
  std::uint64_t sequence = 0;
  const auto* const end = name.data() + name.size();
  const auto read = std::from_chars(name.data(), end, sequence);
  return read.ec == std::errc() && std::string_view(read.ptr, end) == ".json" ? sequence : 0;
}

Result<std::vector<std::uint64_t>> history_of(FileSystem& files, const Path& repository) {
  std::vector<std::uint64_t> sequences;
  if (!files.exists(repository / "history")) return sequences;
  const auto names = files.list(repository / "history");
  if (!names) return fail(told(names.error()));
  for (const auto& name : *names) {
    if (const auto sequence = sequence_of(name)) sequences.push_back(sequence);
  }
  std::sort(sequences.begin(), sequences.end());
  return sequences;
}

struct SignedBytes {
  std::string manifest, signatures;
};

Result<SignedBytes> read_signed(FileSystem& files, const Path& repository, const std::string& stem) {
  auto manifest = read_carried(files, repository, stem + ".json", kMostManifest);
  if (!manifest) return fail(manifest.error());
  auto signatures = read_carried(files, repository, stem + ".sig", kMostSignatures);
  if (!signatures) return fail(signatures.error());
  return SignedBytes{std::move(*manifest), std::move(*signatures)};
}

Result<Manifest> read_judged(FileSystem& files, const Path& repository, const std::string& stem, const Root& root) {
  const auto bytes = read_signed(files, repository, stem);
  if (!bytes) return fail(bytes.error());
  return judge_manifest(bytes->manifest, bytes->signatures, root, stem + ".json");
}

/// The manifests of old releases, each against the root of its time. Their objects may be gone.
Result<void> verify_history(FileSystem& files, const Path& repository) {
  const auto sequences = history_of(files, repository);
  if (!sequences) return fail(sequences.error());
  for (const auto sequence : *sequences) {
    const auto stem = fmt::format("history/{}", sequence);
    const auto bytes = read_signed(files, repository, stem);
    if (!bytes) return fail(bytes.error());
    const auto claimed = parse_manifest(bytes->manifest, stem + ".json");
    if (!claimed) return fail(claimed.error());
    const auto root = read_root(files, repository, claimed->root_version);
    if (!root) return fail(root.error());
    const auto judged = judge_manifest(bytes->manifest, bytes->signatures, *root, stem + ".json");
    if (!judged) return fail(judged.error());
    if (judged->sequence != sequence) {
      return fail(Trouble::Untrusted, "repository.other-number", stem, judged->sequence);
    }
  }
  return {};
}

/// The signatures that hold for the manifest in place.
std::vector<Signature> holding_signatures(FileSystem& files, const Path& repository) {
  const auto bytes = read_signed(files, repository, "manifest");
  if (!bytes) return {};
  auto signatures = parse_signatures(bytes->signatures, "manifest.sig");
  if (!signatures) return {};
  std::erase_if(*signatures, [&](const Signature& one) { return !signs_manifest(one, bytes->manifest); });
  return std::move(*signatures);
}

/// Two files cannot change at once. The signatures come first, and beside the new ones those of the manifest still in place: so
/// what lies there holds before and after the manifest is replaced, and wherever the power goes in between.
Result<void> replace_manifest(FileSystem& files, const Path& repository, const std::string& bytes, const Signature& signature) {
  auto signatures = holding_signatures(files, repository);
  signatures.insert(signatures.begin(), signature);
  return told(write_durably(files, repository / "manifest.sig", print_signatures(signatures)).and_then([&] {
    return write_durably(files, repository / "manifest.json", bytes);
  }));
}

}  // namespace

RepositoryWriter::RepositoryWriter(FileSystem& files, Path repository, std::string site, std::string secret_key)
    : files_(&files), repository_(std::move(repository)), site_(std::move(site)), secret_key_(std::move(secret_key)) {}

Result<RepositoryWriter> RepositoryWriter::open(FileSystem& files, const Path& repository,
                                                const std::string& site, const std::string& secret_key,
                                                const LeftOff& before) {
  if (auto put = put_roots(files, repository, before); !put) return fail(put.error());
  const auto root = root_to_sign_under(files, repository, site, secret_key);
  if (!root) return fail(root.error());
  RepositoryWriter writer(files, repository, site, secret_key);
  writer.root_version_ = root->version;
  if (auto loaded = writer.load_latest(); !loaded) return fail(loaded.error());
  writer.last_sequence_ = std::max(writer.last_sequence_, before.sequence);
  return writer;
}

/// A manifest that does not hold (torn, or of the time before a change of keys) counts for its number alone, so that the next
/// build publishes anew.
Result<void> RepositoryWriter::load_latest() {
  const auto sequences = history_of(*files_, repository_);
  if (!sequences) return fail(sequences.error());
  if (!sequences->empty()) last_sequence_ = sequences->back();
  if (!is_carried(*files_, repository_, "manifest.json")) return {};
  const auto root = read_root(*files_, repository_, root_version_);
  if (!root) return fail(root.error());
  auto manifest = read_judged(*files_, repository_, "manifest", *root);
  if (!manifest) return {};
  last_sequence_ = std::max(last_sequence_, manifest->sequence);
  latest_objects_ = std::move(manifest->objects);
  return {};
}

Result<ReleaseObject> RepositoryWriter::add_file(const Path& file, const std::string& path_in_release) {
  if (!is_object_path(path_in_release)) {
    return fail(Trouble::Invalid, "repository.bad-name", path_in_release);
  }
  const auto info = files_->info(file);
  if (!info) return fail(told(info.error()));
  const auto hash = sha256_file(*files_, file);
  if (!hash) return fail(told(hash.error()));
  ReleaseObject object{path_in_release, info->size, *hash};
  if (info->symlink) {
    return fail(Trouble::Invalid, "repository.link", file.string());
  }
  const auto held = files_->info(repository_ / "objects" / object_path(object.sha256));
  if (held && !held->symlink && !held->directory && held->size == object.length) return object;
  if (auto copied = copy_checked(*files_, file, object, repository_ / "objects"); !copied) return fail(copied.error());
  return object;
}

bool RepositoryWriter::holds(const std::string& sha256) const {
  return is_sha256(sha256) && is_carried(*files_, repository_, "objects" / object_path(sha256));
}

std::uint64_t RepositoryWriter::next_sequence() const { return last_sequence_ + 1; }

const std::vector<ReleaseObject>& RepositoryWriter::latest_objects() const { return latest_objects_; }

Result<void> RepositoryWriter::check_objects(const std::vector<ReleaseObject>& objects) const {
  for (const auto& object : objects) {
    const auto info = plain_file(*files_, repository_, "objects" / object_path(object.sha256));
    if (!info) return fail(info.error());
    if (info->size != object.length) {
      return fail(Trouble::Invalid, "repository.object-length", object.path,
                  object_path(object.sha256).generic_string());
    }
  }
  return {};
}

Result<Manifest> RepositoryWriter::publish(std::vector<ReleaseObject> objects, Instant made, Instant expires) {
  const auto whole_seconds = [](Instant instant) { return Instant{std::chrono::floor<std::chrono::seconds>(instant)}; };
  Manifest manifest{1, site_, next_sequence(), whole_seconds(made), whole_seconds(expires), root_version_, {}};
  manifest.objects = std::move(objects);
  const auto bytes = print_manifest(manifest);
  if (bytes.size() > kMostManifest) return fail(Trouble::Invalid, "repository.too-many-files");
  if (auto sound = parse_manifest(bytes, "manifest.json"); !sound) return sound;
  if (auto held = check_objects(manifest.objects); !held) return fail(held.error());
  auto signature = sign_manifest(bytes, secret_key_);
  if (!signature) return fail(signature.error());
  const auto signatures = print_signatures({*signature});
  const Path history = repository_ / "history" / fmt::format("{}", manifest.sequence);
  const auto done = told(files_->make_folders(repository_ / "history")
                             .and_then([&] { return write_durably(*files_, history.string() + ".sig", signatures); })
                             .and_then([&] { return write_durably(*files_, history.string() + ".json", bytes); }))
                        .and_then([&] { return replace_manifest(*files_, repository_, bytes, *signature); });
  if (!done) return fail(done.error());
  last_sequence_ = manifest.sequence;
  latest_objects_ = manifest.objects;
  return manifest;
}

Result<std::uint64_t> rotate_root(FileSystem& files, const Path& repository, const NextRoot& next,
                                  const std::vector<std::string>& secret_keys) {
  const auto before = newest_root(files, repository);
  if (!before) return fail(before.error());
  Root root{before->version + 1, before->site, next.threshold, next.public_keys, {}};
  for (const auto& key : secret_keys) {
    if (auto signed_well = sign_root(root, key); !signed_well) return fail(signed_well.error());
  }
  if (!follows(*before, root)) {
    return fail(Trouble::Untrusted, "repository.old-key-first", before->threshold);
  }
  if (auto sound = parse_root(print_root(root), "root"); !sound) {
    return fail(Trouble::Untrusted, "repository.new-key-too", next.threshold);
  }
  if (auto wrote = write_root(files, repository, root); !wrote) return fail(wrote.error());
  return root.version;
}

Result<Manifest> verify_repository(FileSystem& files, const Path& repository) {
  const auto root = newest_root(files, repository);
  if (!root) return fail(root.error());
  auto manifest = read_judged(files, repository, "manifest", *root);
  if (!manifest) return manifest;
  for (const auto& object : manifest->objects) {
    const Path place = "objects" / object_path(object.sha256);
    if (const auto info = plain_file(files, repository, place); !info) return fail(info.error());
    if (!holds_whole(files, repository / "objects", object)) {
      return fail(Trouble::Untrusted, "repository.damaged", object.path, place.generic_string());
    }
  }
  if (auto history = verify_history(files, repository); !history) return fail(history.error());
  return manifest;
}

}  // namespace mingting
