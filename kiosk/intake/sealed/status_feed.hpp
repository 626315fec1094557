// The status feed: how cases stand, sealed one by one so that only receipt number and query code together find and open an
// entry. Made by the desk, carried in a release, opened on the kiosk. Nothing in it can be listed. Its lines: feed_file.hpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "domain/case/status.hpp"
#include "domain/exchange/feed_file.hpp"
#include "domain/form/submission.hpp"

namespace mingting {

/// One line of JSON, stable; and back. Nothing when it is not one, or larger than 16 KB.
std::string status_as_json(const CaseStatus& status);
std::optional<CaseStatus> status_from_json(std::string_view json);

/// `code_hash`: of the sealed record (query_code_hash in sealing.hpp). Key and box are derived from digests of it and never
/// hold it. The same status gives the same bytes, so that an unchanged feed changes no release. Errors: a hash that is none, or
/// a status that fits no box (Trouble::Invalid).
Result<FeedEntry> seal_status(const std::string& code_hash, const CaseStatus& status);

/// The key and opener of one number and code; takes the slow hash's time (about 20 ms, 16 MiB).
struct FeedTicket {
  std::string key;     ///< to look up
  std::string opener;  ///< secret
};
Result<FeedTicket> feed_ticket(const ReceiptNumber& number, const QueryCode& code);
/// Nothing when the box is not this ticket's.
std::optional<CaseStatus> open_status(const FeedTicket& ticket, std::string_view box);

}  // namespace mingting
