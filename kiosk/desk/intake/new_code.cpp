// The new code, noted with its proof, and printed on the receipt that the entry has.
#include "desk/intake/new_code.hpp"

#include "base/text/text.hpp"
#include "desk/entries/finding.hpp"
#include "desk/papers/case_papers.hpp"
#include "intake/sealed/sealing.hpp"

namespace mingting {
namespace {

constexpr std::size_t kMostProof = 200;

Result<std::optional<Path>> receipt_with(const DeskWork& work, const Entry& entry, const std::string& code) {
  if (work.out.empty()) return std::nullopt;
  const auto papers = work.book.documents(entry.id);
  if (!papers) return fail(papers.error());
  const auto* receipt = valid_paper(*papers, DocumentKind::RegistrationReceipt);
  if (receipt == nullptr) return std::nullopt;
  return write_receipt_with_code(work, entry, *receipt, code).map([](Path file) {
    return std::optional(std::move(file));
  });
}

}  // namespace

Result<CodeRenewed> renew_code(const DeskWork& work, RandomSource& random, std::string_view id,
                               const std::string& given) {
  const auto entry = find_entry(work, id);
  if (!entry) return fail(as_refusal(entry.error()));
  const auto proof = trimmed(clean_input(given, Lines::One, kMostProof));
  if (proof.empty()) return fail(Trouble::Refused, "new-code.no-proof");
  const auto code = make_query_code(random);
  const auto hash = vault::query_code_hash({receipt_number_of(*entry)}, code);
  if (!hash) return fail(hash.error());
  const Note note{work.on, work.clerk.name, work.clerk.now, std::string(kCodeNote), {{"proof", proof}}};
  if (auto kept = work.book.renew_code(entry->id, *hash, note); !kept) return fail(as_refusal(kept.error()));
  CodeRenewed renewed{
      .entry = head_of(*entry), .code = code.text, .file = std::nullopt, .trouble = std::nullopt};
  auto file = receipt_with(work, *entry, code.text);
  if (file)
    renewed.file = std::move(*file);
  else
    renewed.trouble = file.error();
  return renewed;
}

}  // namespace mingting
