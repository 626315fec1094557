// What commands ask of a running kiosk, through files.
#include "main/kiosk/requests.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <ctime>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/disk/descriptor.hpp"
#include "base/random.hpp"
#include "base/said/log.hpp"
#include "base/text/encoding.hpp"
#include "base/text/text.hpp"

namespace mingting {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kIdDigits = 16;
constexpr std::size_t kMostPath = 4096;
constexpr std::uint64_t kMostAnswer = 64 << 10;
constexpr std::size_t kMostAtOnce = 8;
constexpr std::time_t kStaleAfter = 600;      // seconds
constexpr std::time_t kForgottenAfter = 3600;  // an answer nobody fetched
constexpr std::size_t kMostShown = 2000;

const char* prefix_of(Request::Kind kind) { return kind == Request::Kind::Export ? "export-" : "status-"; }

std::string request_name(const Request& request) { return prefix_of(request.kind) + request.id; }
std::string answer_name(const std::string& id) { return "answer-" + id + ".json"; }

bool is_id(std::string_view text) {
  return is_lower_hex(text, kIdDigits);
}

std::optional<Request> request_named(std::string_view name) {
  for (const auto kind : {Request::Kind::Status, Request::Kind::Export}) {
    const std::string_view prefix = prefix_of(kind);
    if (name.starts_with(prefix) && is_id(name.substr(prefix.size()))) {
      return Request{.kind = kind, .folder = {}, .id = std::string(name.substr(prefix.size()))};
    }
  }
  return std::nullopt;
}

bool is_ours(const struct stat& status) { return status.st_uid == ::geteuid() || status.st_uid == 0; }

/// The folder, held open, so that nobody can put another in its place; none when anybody else could write there.
Descriptor open_folder(const Path& folder) {
  Descriptor file(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  struct stat status {};
  if (file && ::fstat(file.get(), &status) == 0 && is_ours(status) && (status.st_mode & 022) == 0) return file;
  return Descriptor(-1);
}

/// The bytes of a request: a plain file with one name, of ours, small and fresh.
std::optional<std::string> read_request(int folder, const std::string& name) {
  const Descriptor file(::openat(folder, name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
  struct stat status {};
  if (!file || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode) || !is_ours(status)) return std::nullopt;
  if (status.st_nlink != 1 || status.st_size > static_cast<off_t>(kMostPath)) return std::nullopt;
  if (std::abs(::time(nullptr) - status.st_mtim.tv_sec) > kStaleAfter) return std::nullopt;
  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  if (::read(file.get(), bytes.data(), bytes.size()) != status.st_size) return std::nullopt;
  return bytes;
}

void drop_forgotten(int folder, const std::string& name) {
  struct stat status {};
  if (::fstatat(folder, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) return;
  if (std::abs(::time(nullptr) - status.st_mtim.tv_sec) > kForgottenAfter) ::unlinkat(folder, name.c_str(), 0);
}

std::string shown(const Json& json, const char* key) {
  const auto found = json.find(key);
  if (found == json.end() || !found->is_string()) return "";
  return clean_input(found->get_ref<const std::string&>(), Lines::One, kMostShown);
}

Result<RequestAnswer> read_answer(const Path& file) {
  const auto text = disk().read(file, kMostAnswer);
  if (!text) return fail(text.error());
  const auto json = Json::parse(*text, nullptr, false);
  if (!json.is_object()) return fail("kiosk-request.torn", file.string());
  const auto count = [&](const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_number_unsigned() ? found->get<std::uint64_t>() : 0;
  };
  return RequestAnswer{.trouble = shown(json, "trouble"),
                       .key = shown(json, "key"),
                       .fingerprint = shown(json, "fingerprint"),
                       .name = shown(json, "name"),
                       .records = count("records"),
                       .folder = shown(json, "folder"),
                       .put_back = json.value("put_back", Json(false)) == Json(true),
                       .of_before = count("of_before")};
}

std::string fresh_id() {
  SystemRandom random;
  return to_hex(random_bytes(random, kIdDigits / 2));
}

/// Root may ask a kiosk that runs as another user: what it leaves must be readable there.
void hand_over(const Path& path, const Path& state) {
  struct stat owner {};
  if (::geteuid() != 0 || ::stat(state.c_str(), &owner) != 0) return;
  if (::lchown(path.c_str(), owner.st_uid, owner.st_gid) != 0) spdlog::warn("{} keeps its owner", path.string());
}

Result<void> leave(const Path& state, const Path& file, const Path& asked_folder) {
  auto made = disk().make_private_folder(file.parent_path());
  if (!made) return made;
  hand_over(file.parent_path(), state);
  const Path part = file.parent_path() / ("new-" + file.filename().string());
  auto writer = disk().create_private(part);
  if (!writer) return fail(writer.error());
  auto done = (*writer)->write(asked_folder.string()).and_then([&] { return (*writer)->close_durably(); });
  if (done) hand_over(part, state);
  return done.and_then([&] { return disk().rename(part, file); }).and_then([&] {
    return disk().sync_folder(file.parent_path());
  });
}

}  // namespace

// ---- the kiosk's side ----------------------------------------------------------------------------------------------

bool RequestBox::changed() {
  const auto info = disk().info(folder_);
  if (!info || !info->directory) return false;
  // Two changes within one tick of the file system's clock bear one time: each time is read for twice.
  if (info->modified_ns == seen_ && read_twice_) return false;
  read_twice_ = info->modified_ns == seen_;
  seen_ = info->modified_ns;
  return true;
}

std::vector<Request> RequestBox::take() {
  std::vector<Request> taken;
  const Descriptor folder = open_folder(folder_);
  if (!folder) {
    spdlog::warn("{} is not a folder of this user's own: requests are not read", folder_.string());
    return taken;
  }
  const auto names = disk().list(folder_);
  if (!names) return taken;
  for (const auto& name : *names) {
    auto request = request_named(name);
    if (!request) {
      drop_forgotten(folder.get(), name);
      continue;
    }
    if (taken.size() == kMostAtOnce) break;  // their removal changes the folder, so the others' turn comes
    const auto bytes = read_request(folder.get(), name);
    if (::unlinkat(folder.get(), name.c_str(), 0) != 0 || !bytes) continue;
    request->folder = *bytes;
    const bool usable = request->kind == Request::Kind::Status || request->folder.is_absolute();
    if (usable) taken.push_back(std::move(*request));
  }
  return taken;
}

Result<void> RequestBox::answer(const Request& request, const RequestAnswer& answer) const {
  const Json json{{"trouble", answer.trouble},         {"key", answer.key},
                  {"fingerprint", answer.fingerprint}, {"name", answer.name},
                  {"records", answer.records},         {"folder", answer.folder},
                  {"put_back", answer.put_back},       {"of_before", answer.of_before}};
  return write_durably(disk(), folder_ / answer_name(request.id), json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n",
                       Access::Owner);
}

RequestAnswer about(const Intake& intake) {
  RequestAnswer answer{.key = intake.kiosk_key(),
                       .fingerprint = intake.kiosk_fingerprint(),
                       .name = intake.kiosk_name(),
                       .records = intake.stored()};
  for (const auto& chain : intake.ended()) {
    answer.put_back = true;
    answer.of_before += chain.records;
  }
  return answer;
}

// ---- the command's side --------------------------------------------------------------------------------------------

Result<RequestAnswer> ask(const Path& state, Request request, const std::function<bool(bool taken)>& wait) {
  request.id = fresh_id();
  const Path folder = state / "requests", file = folder / request_name(request), answer = folder / answer_name(request.id);
  if (auto left = leave(state, file, request.folder); !left) {
    return fail(left.error().trouble, "kiosk-request.no-writing", folder.string());
  }
  for (;;) {
    if (disk().exists(answer)) {
      auto read = read_answer(answer);
      (void)disk().remove(answer);
      return read;
    }
    if (!wait(!disk().exists(file))) break;
  }
  const bool waiting = disk().exists(file);
  (void)disk().remove(file);
  if (waiting) return fail(Trouble::Unavailable, "kiosk-request.unanswered");
  return fail(Trouble::Unavailable, "kiosk-request.half-way");
}

}  // namespace mingting
