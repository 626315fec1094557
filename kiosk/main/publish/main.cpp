// mingting-publish: from a content folder to a signed release. Runs in the office, never on a kiosk.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cstdio>
#include <optional>

#include "base/words.hpp"
#include "main/command_line.hpp"
#include "main/passphrase.hpp"
#include "publish/build/build.hpp"
#include "publish/content.hpp"
#include "publish/files/faces.hpp"
#include "publish/checks/findings_text.hpp"
#include "release/crypto.hpp"
#include "release/keys.hpp"
#include "release/repository.hpp"

using namespace mingting;

namespace {

constexpr int kOk = 0, kFailed = 1;
constexpr int kMostDays = 3650;

struct Options {
  Path folder, repository, key_file, new_key_file, office_key_file, fonts, passphrase_file;
  int days = 365;
  bool json = false, renew = false, no_passphrase = false;
};

int failed(const Error& error) {
  fmt::print(stderr, "错误：{}\n", worded(error));
  return kFailed;
}

/// The screen's faces: of the plan that is named, or of the one beside the content folder or the program. A
/// plan nobody named may be missing: then characters are not checked, and that is said.
Result<std::vector<Path>> faces_for(const Options& options) {
  if (!options.fonts.empty()) return screen_faces(disk(), options.fonts);
  auto beside = (options.folder / "..").lexically_normal() / "fonts" / "fonts.toml";
  if (!disk().exists(beside)) beside = Path(MINGTING_FONTS) / "fonts.toml";
  auto faces = screen_faces(disk(), beside);
  if (faces) return faces;
  fmt::print(stderr, "提醒：没有检查字形。{}\n", worded(faces.error()));
  return std::vector<Path>{};
}

Result<CheckedContent> read_checked(const Options& options) {
  auto faces = faces_for(options);
  if (!faces) return fail(faces.error());
  return read_content(disk(), options.folder, {.faces = std::move(*faces)});
}

/// The passphrase office.key is put under; nothing where none is wanted, or nobody is there to be asked.
Result<std::optional<Passphrase>> office_passphrase(const Options& options) {
  const auto some = [](Result<Passphrase> given) -> Result<std::optional<Passphrase>> {
    if (!given) return fail(given.error());
    return std::move(*given);
  };
  if (options.no_passphrase) return std::nullopt;
  if (!options.passphrase_file.empty()) return some(passphrase_from_file(options.passphrase_file));
  if (has_terminal()) return some(ask_new_at_terminal("请给 office.key 设一个口令："));
  return std::nullopt;
}

int keygen(const Options& options) {
  SystemRandom random;
  const auto passphrase = office_passphrase(options);
  if (!passphrase) return failed(passphrase.error());
  std::optional<KeyLock> lock;
  if (*passphrase) lock.emplace(KeyLock{**passphrase, {}});
  if (auto made = generate_keys(disk(), random, options.folder, lock ? &*lock : nullptr); !made) return failed(made.error());
  const auto release = read_key_file(disk(), options.folder / "release.pub", "release-public");
  const auto office = read_key_file(disk(), options.folder / "office.pub", "office-public");
  if (!release || !office) return failed(release ? office.error() : release.error());
  fmt::print("钥匙已放进 {}：\n", options.folder.string());
  fmt::print("  release.key  发布用的私钥，制作发布时用。请离线保存，另备一份\n");
  fmt::print("  release.pub  发布用的公钥，指纹 {}\n", fingerprint(*release));
  fmt::print("  office.key   打开申请的私钥，只放在办公室。丢了，已交的申请就打不开{}\n",
             lock ? "；忘了口令也一样" : "。没有口令，用 mingting-desk protect 可以加上");
  fmt::print("  office.pub   加密申请的公钥，指纹 {}\n", fingerprint(*office));
  return kOk;
}

int check(const Options& options) {
  const auto checked = read_checked(options);
  if (!checked) return failed(checked.error());
  fmt::print("{}", options.json ? findings_as_json(checked->content, checked->findings) : findings_as_text(checked->content, checked->findings));
  return checked->sound() ? kOk : kFailed;
}

/// The named file, or office.pub beside the release key; "" when the content has a key of its own.
Result<std::string> office_key(const Options& options, const Site& site) {
  if (!options.office_key_file.empty())
    return read_key_file(disk(), options.office_key_file, "office-public");
  if (!site.office_key.empty()) return std::string();
  const auto beside = options.key_file.parent_path() / "office.pub";
  if (disk().exists(beside)) return read_key_file(disk(), beside, "office-public");
  return fail(Trouble::NotFound,
              "没有办公室公钥，机器上的申请无法加密：请在 site.toml 写 office_key，或用 --office-key 指定 "
              "office.pub");
}

void print_report(const BuildReport& report, const Options& options) {
  const auto& manifest = report.manifest;
  if (!report.changed) {
    fmt::print("内容没有变化，最新的仍是第 {} 号发布。要延长有效期，请加 --renew\n", manifest.sequence);
    return;
  }
  fmt::print("已制作第 {} 号发布：{} 个条目，{} 个媒体文件（新读 {} 个），有效期到 {}\n", manifest.sequence,
             report.documents, manifest.objects.size() - 1, report.media_hashed,
             iso_date(local_date(manifest.expires)));
  fmt::print("放在 {}\n", options.repository.string());
}

int build(const Options& options) {
  auto checked = read_checked(options);
  if (!checked) return failed(checked.error());
  fmt::print("{}", findings_as_text(checked->content, checked->findings));
  if (!checked->sound()) {
    fmt::print(stderr, "错误：内容有错，没有制作发布。请改好上面的错误再试\n");
    return kFailed;
  }
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
  print_report(*report, options);
  return kOk;
}

int verify(const Options& options) {
  const auto manifest = verify_repository(disk(), options.repository);
  if (!manifest) return failed(manifest.error());
  fmt::print("发布完好：{} 第 {} 号发布，{} 制作，有效期到 {}，{} 个文件的长度和摘要都对\n", manifest->site,
             manifest->sequence, iso_date(local_date(manifest->made)),
             iso_date(local_date(manifest->expires)), manifest->objects.size());
  return kOk;
}

/// The next releases are signed by the new key; machines follow once a release signed by it reaches them.
int rotate(const Options& options) {
  const auto old_key = read_key_file(disk(), options.key_file, "release-secret");
  const auto new_key = read_key_file(disk(), options.new_key_file, "release-secret");
  if (!old_key || !new_key) return failed(old_key ? new_key.error() : old_key.error());
  const auto public_key = trust::public_key_of(*new_key);
  if (!public_key) return failed(public_key.error());
  if (*old_key == *new_key) return failed(error_of(Trouble::Invalid, remark("两把私钥是同一把，没有更换：请用 mingting-publish keygen 另做一把")));
  const auto version = rotate_root(disk(), options.repository, {.public_keys = {*public_key}}, {*old_key, *new_key});
  if (!version) return failed(version.error());
  fmt::print("已更换发布密钥（第 {} 版）：新公钥的指纹 {}\n", *version, fingerprint(*public_key));
  fmt::print("请马上用 {} 制作一次发布（build --renew），送到每台机器；装上以后，旧密钥签的发布机器不再接受\n",
             options.new_key_file.string());
  fmt::print("打开申请的 office.key 没有换：site.toml 里的 office_key 照旧，不要换成新文件夹里的\n");
  return kOk;
}

/// "" when all is well.
std::string days_fault(const std::string& typed) {
  int days = 0;
  const auto end = typed.data() + typed.size();
  const bool number = std::from_chars(typed.data(), end, days).ptr == end;
  return number && days >= 1 && days <= kMostDays ? "" : fmt::format("应是 1 到 {} 的整数", kMostDays);
}

void add_commands(CLI::App& app, Options& options) {
  auto* keys = app.add_subcommand("keygen", "做两对钥匙：发布用的，和加密申请用的");
  keys->add_option("DIR", options.folder, "放钥匙的文件夹")->required();
  auto* from_file = keys->add_option("--passphrase-file", options.passphrase_file,
                                     "从文件第一行读 office.key 的口令；不写则在终端上问");
  keys->add_flag("--no-passphrase", options.no_passphrase, "不设口令，只供开发和测试")->excludes(from_file);

  auto* checking = app.add_subcommand("check", "检查内容文件夹，逐条说明哪个文件、哪一行、怎么改");
  checking->add_option("DIR", options.folder, "内容文件夹")->required();
  checking->add_flag("--json", options.json, "按 JSON 输出");
  checking->add_option("--fonts", options.fonts, "字体表 fonts.toml，用来检查生僻字能不能显示");

  auto* building = app.add_subcommand("build", "检查、制作并签名一个发布");
  building->add_option("DIR", options.folder, "内容文件夹")->required();
  building->add_option("--out", options.repository, "发布仓库的文件夹")->required();
  building->add_option("--key", options.key_file, "发布私钥 release.key")->required();
  building->add_option("--office-key", options.office_key_file,
                       "办公室公钥 office.pub；不写就用 site.toml 里的，或私钥旁边的");
  building->add_option("--days", options.days, "有效天数，默认 365")->check(days_fault);
  building->add_flag("--renew", options.renew, "内容没有变化也做新的发布，延长有效期");
  building->add_option("--fonts", options.fonts, "字体表 fonts.toml，用来检查生僻字能不能显示");

  auto* verifying = app.add_subcommand("verify", "核对发布仓库的签名、长度和摘要");
  verifying->add_option("REPOSITORY", options.repository, "发布仓库的文件夹")->required();

  auto* rotating = app.add_subcommand("rotate", "更换发布密钥：旧的要换掉，或者可能被别人拿到了");
  rotating->add_option("REPOSITORY", options.repository, "发布仓库的文件夹")->required();
  rotating->add_option("--key", options.key_file, "现在的发布私钥 release.key")->required();
  rotating->add_option("--new-key", options.new_key_file, "新的发布私钥，用 keygen 做在另一个文件夹里")->required();

  for (auto* command : {keys, checking, building, verifying, rotating}) {
    command->group("命令");
    speak_chinese(*command);
  }
  speak_chinese(app);
}

int run(CLI::App& app, const Options& options) {
  if (app.got_subcommand("keygen")) return keygen(options);
  if (app.got_subcommand("check")) return check(options);
  if (app.got_subcommand("build")) return build(options);
  if (app.got_subcommand("rotate")) return rotate(options);
  return verify(options);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    CLI::App app{"明厅内容发布：检查办公室写的内容，制作签名的发布，供大厅的机器安装。", "mingting-publish"};
    Options options;
    add_commands(app, options);
    app.require_subcommand(1);
    if (const auto code = parse_command_line(app, argc, argv)) return *code;
    return run(app, options);
  } catch (const std::exception& fault) {
    fmt::print(stderr, "错误：程序出了意外（{}）。请重试；仍不行，请联系技术人员\n", fault.what());
    return kFailed;
  }
}
