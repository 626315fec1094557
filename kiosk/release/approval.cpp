// A prefix of their own keeps approvals apart from whatever else is signed with such keys.
#include "release/approval.hpp"

#include <fmt/format.h>

#include "base/text/encoding.hpp"
#include "release/crypto.hpp"

namespace mingting {
namespace {

/// Each part with its length before it, so that none can run into the next.
std::string statement(const ApprovedText& text) {
  std::string all = "mingting-approval-v1\n";
  const auto day = iso_date(text.day);
  for (const std::string_view part : {text.item, text.name, std::string_view(day), text.bytes})
    all.append(fmt::format("{}\n", part.size())).append(part).append("\n");
  return all;
}

}  // namespace

Result<std::string> sign_approval(const ApprovedText& text, const std::string& secret_key) {
  auto signed_by = trust::sign(statement(text), secret_key);
  if (!signed_by) return fail(signed_by.error());
  return std::move(signed_by->signature);
}

bool is_approval(const ApprovedText& text, const std::string& public_key, const std::string& signature) {
  return text.day.ok() && trust::count_signers(statement(text), {{public_key, signature}}, {public_key}) == 1;
}

bool is_approver_key(std::string_view public_key) {
  return from_base64(public_key, trust::kPublicKeySize).has_value();
}

Result<std::string> approver_public_key(const std::string& secret_key) { return trust::public_key_of(secret_key); }

}  // namespace mingting
