// What governs items: personal keys made, items approved, and what the law wants open against what is there.
#include <fmt/format.h>

#include "base/names.hpp"
#include "base/random.hpp"
#include "base/said/words.hpp"
#include "main/publish/program.hpp"
#include "publish/checks/coverage_text.hpp"
#include "publish/content.hpp"
#include "publish/rules/approve.hpp"
#include "release/keys.hpp"

namespace mingting::publishing {

int approver(const Options& options) {
  SystemRandom random;
  const auto key = generate_approver_key(disk(), random, options.key_file);
  if (!key) return failed(key.error());
  fmt::print("{}", words("publish.approver-made", options.key_file.string(), fingerprint(*key), *key));
  return kOk;
}

int approve(const Options& options) {
  const auto secret = read_key_file(disk(), options.key_file, "approver-secret");
  if (!secret) return failed(secret.error());
  const auto approved = approve_item(disk(), options.item_file, *secret, local_date(SystemClock().now()));
  if (!approved) return failed(approved.error());
  fmt::print("{}", words("publish.approved", approved->title, approved->item, approved->name, names_told(approved->agreed),
                         approved->agreed.size(), approved->wanted));
  return kOk;
}

int coverage(const Options& options) {
  const auto checked = read_content(disk(), options.folder, {.faces = {}, .today = local_date(SystemClock().now())});
  if (!checked) return failed(checked.error());
  const auto& lines = checked->content.coverage;
  if (lines.empty()) return failed(remark("publish.no-coverage"));
  fmt::print("{}", options.csv ? coverage_as_csv(lines) : options.json ? coverage_as_json(lines) : coverage_as_text(lines));
  return kOk;
}

}  // namespace mingting::publishing
