// What update() wants done in the world, as comparable data. Carried out behind the ports, answered by a message.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "base/kind.hpp"
#include "domain/content/search.hpp"
#include "domain/form/claim.hpp"
#include "domain/form/submission.hpp"
#include "domain/table/query.hpp"
#include "domain/uses/uses.hpp"

namespace mingting::effect {

struct LoadList {
  ListQuery query;
  bool operator==(const LoadList&) const = default;
};
struct LoadDocument {
  std::string item;
  bool operator==(const LoadDocument&) const = default;
};
struct AskTable {
  TableQuestion question;
  bool operator==(const AskTable&) const = default;
};
struct Search {
  std::uint64_t asked;
  SearchQuery query;
  bool operator==(const Search&) const = default;
};
struct Compose {
  std::uint64_t asked;
  std::string letters;
  int page;
  bool operator==(const Compose&) const = default;
};
struct Choose {
  std::uint64_t asked;
  std::string letters;
  int page, index;
  bool operator==(const Choose&) const = default;
};
struct SubmitForm {
  Submission submission;
  Claim claim;
  bool operator==(const SubmitForm&) const = default;
};
/// What was kept of an earlier run, by the number typed; by "" what names nobody.
struct ClaimKept {
  std::string number;
  bool operator==(const ClaimKept&) const = default;
};
/// The time to claim it is over.
struct EndClaims {
  bool operator==(const EndClaims&) const = default;
};
struct MakeReceipt {
  Receipt receipt;
  bool operator==(const MakeReceipt&) const = default;
};
struct PrintReceipt {
  Receipt receipt;
  bool operator==(const PrintReceipt&) const = default;
};
struct LookUpStatus {
  std::uint64_t asked;
  ReceiptNumber number;
  QueryCode code;
  bool operator==(const LookUpStatus&) const = default;
};
/// An address of the world outside as a QR code.
struct EncodeAddress {
  std::string address;
  bool operator==(const EncodeAddress&) const = default;
};
/// What a visit that is over opened, and did not find.
struct CountUses {
  VisitUses uses;
  bool operator==(const CountUses&) const = default;
};
/// The visit is over: whatever the effects still hold of it goes.
struct Forget {
  bool operator==(const Forget&) const = default;
};

}  // namespace mingting::effect

namespace mingting {

struct Effect : OneOf<
    effect::LoadList, effect::LoadDocument, effect::AskTable, effect::Search, effect::Compose, effect::Choose, effect::SubmitForm,
    effect::ClaimKept, effect::EndClaims, effect::MakeReceipt, effect::PrintReceipt, effect::LookUpStatus,
    effect::EncodeAddress, effect::CountUses, effect::Forget> {
  using OneOf::OneOf;
  Effect();
  Effect(const Effect& other);
  Effect(Effect&& other) noexcept;
  Effect& operator=(const Effect& other);
  Effect& operator=(Effect&& other) noexcept;
  ~Effect();
};
using Effects = std::vector<Effect>;

}  // namespace mingting
