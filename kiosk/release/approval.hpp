// Who agreed to an item: a personal key's signature over exactly its bytes, where it stands, in whose name and on which day.
#pragma once

#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "base/result.hpp"

namespace mingting {

/// What an approval is about. One changed byte of the text voids it, and so does another place, name or day.
struct ApprovedText {
  std::string_view item;   ///< "COLUMN/NAME"
  std::string_view bytes;  ///< the item's file, whole
  std::string_view name;   ///< who agrees
  Date day;
};

/// A base64 Ed25519 signature. Errors when the key (base64, of a file of kind "approver-secret") is none.
Result<std::string> sign_approval(const ApprovedText& text, const std::string& secret_key);
/// `public_key`, `signature`: base64. False for anything that is no signature by this key over this text.
bool is_approval(const ApprovedText& text, const std::string& public_key, const std::string& signature);

/// Whether it is a base64 public key at all.
bool is_approver_key(std::string_view public_key);
/// The public half of a base64 approver's key.
Result<std::string> approver_public_key(const std::string& secret_key);

}  // namespace mingting
