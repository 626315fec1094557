// Everything is read anew from the disk: what is signed is what lies there.
#include "publish/rules/approve.hpp"

#include <algorithm>
#include <optional>

#include "publish/files/folder.hpp"
#include "publish/rules/approvals.hpp"
#include "release/approval.hpp"

namespace mingting {
namespace {

/// Where the item is.
struct Place {
  Path root;         ///< the content folder
  std::string item;  ///< "COLUMN/NAME"
  std::string column() const { return item.substr(0, item.find('/')); }
};

Result<Place> place_of(FileSystem& files, const Path& file) {
  const auto whole = std::filesystem::absolute(file).lexically_normal();
  for (auto root = whole.parent_path(); root.has_relative_path(); root = root.parent_path()) {
    if (!files.exists(root / "site.toml")) continue;
    const auto name = whole.lexically_relative(root).generic_string();
    if (!name.ends_with(".md") || name.find('/') == std::string::npos) break;
    return Place{root, name_without_extension(name)};
  }
  return fail(Trouble::Invalid, "approving.no-item", file.string());
}

Result<std::vector<Approver>> approvers_in(FileSystem& files, const Path& root) {
  const auto text = files.read(root / "site.toml", kTextLimit);
  if (!text) return fail(text.error());
  FileReport ignored("site.toml");
  return read_site(*text, ignored).approvers;
}

int wanted_in(FileSystem& files, const Place& place) {
  const auto name = "columns/" + place.column() + ".toml";
  const auto text = files.read(place.root / name, kTextLimit);
  return text ? read_column(place.column(), name, *text).rules.approvals : 0;
}

Result<Approver> person_with(const std::vector<Approver>& approvers, const std::string& secret_key, const std::string& column) {
  const auto key = approver_public_key(secret_key);
  if (!key) return fail(key.error());
  const auto found = std::ranges::find(approvers, *key, &Approver::key);
  if (found == approvers.end()) return fail(Trouble::Refused, "approving.nobodys-key", *key);
  if (!found->may_approve(column)) return fail(Trouble::Refused, "approving.not-this-column", found->name, column);
  return *found;
}

Result<ApprovalFile> approvals_beside(FileSystem& files, const Path& file, const std::string& item) {
  const Path beside = file.string() + std::string(kApprovalEnding);
  ApprovalFile approvals(beside.string());
  approvals.item = item;
  auto bytes = files.read(file, kTextLimit);
  if (!bytes) return fail(bytes.error());
  approvals.bytes = std::move(*bytes);
  if (!files.exists(beside)) return approvals;
  const auto text = files.read(beside, kTextLimit);
  if (!text) return fail(text.error());
  approvals.approvals = read_approvals(*text, approvals.report);
  if (approvals.report.errors() > 0) return fail(Trouble::Invalid, "approving.torn", beside.string());
  return approvals;
}

/// The title as the file has it; "" when it cannot be read, which check says.
std::string title_in(const std::string& bytes) {
  const auto front = bytes.find("+++"), end = bytes.find("\n+++", front + 3);
  if (front == std::string::npos || end == std::string::npos) return {};
  FileReport ignored("");
  const auto toml = parse_toml(bytes.substr(front + 3, end - front - 3), 1, ignored);
  return toml ? TomlKeys(*toml, ignored).text("title") : std::string();
}

Result<void> sign(ApprovalFile& file, const Approver& person, const std::vector<Approver>& approvers,
                  const std::string& secret_key, Date today) {
  const auto own = [&](const Approval& each) { return each.name == person.name; };
  for (const auto& each : file.approvals) {
    if (own(each) && holds(each, file, approvers)) return fail(Trouble::Refused, "approving.already", person.name);
  }
  const auto signature =
      sign_approval({.item = file.item, .bytes = file.bytes, .name = person.name, .day = today}, secret_key);
  if (!signature) return fail(signature.error());
  std::erase_if(file.approvals, own);
  file.approvals.push_back({person.name, today, *signature});
  return {};
}

}  // namespace

Result<Approved> approve_item(FileSystem& files, const Path& file, const std::string& secret_key, Date today) {
  const auto place = place_of(files, file);
  if (!place) return fail(place.error());
  const auto approvers = approvers_in(files, place->root);
  if (!approvers) return fail(approvers.error());
  const auto person = person_with(*approvers, secret_key, place->column());
  if (!person) return fail(person.error());
  auto approvals = approvals_beside(files, file, place->item);
  if (!approvals) return fail(approvals.error());
  if (auto done = sign(*approvals, *person, *approvers, secret_key, today); !done) return fail(done.error());
  if (auto written = write_durably(files, approvals->report.file(), approvals_text(approvals->approvals)); !written)
    return fail(written.error());
  Approved approved{place->item, title_in(approvals->bytes), person->name, {}, wanted_in(files, *place)};
  for (const auto& each : approvals->approvals) {
    if (holds(each, *approvals, *approvers)) approved.agreed.push_back(each.name);
  }
  return approved;
}

}  // namespace mingting
