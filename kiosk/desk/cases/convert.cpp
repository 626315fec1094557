// Drafts of items from replies; nothing is published by it.
#include "desk/cases/convert.hpp"

#include <fmt/format.h>

#include "base/text/text.hpp"
#include "desk/agency/form_reader.hpp"
#include "desk/entries/finding.hpp"
#include "desk/entries/privacy.hpp"
#include "desk/entries/published.hpp"
#include "desk/papers/documents.hpp"
#include "desk/papers/places.hpp"

namespace mingting {
namespace {

/// The last reply that stands.
std::optional<OfficialPaper> last_reply(const std::vector<IssuedDocument>& papers) {
  std::optional<OfficialPaper> last;
  for (const auto& paper : papers) {
    if (paper.kind != named(kDocumentKinds, DocumentKind::Reply).key || paper.is_void) continue;
    if (auto read = paper_from_json(paper.content)) last = std::move(*read);
  }
  return last;
}

Publishable publishable_of(const DeskWork& work, const FoundCase& found, const std::optional<OfficialPaper>& reply) {
  const auto form = read_desk_form(work.files, work.content, found.entry.submission.form);
  const auto clean = [&](std::string_view text) {
    return without_personal_data(text, found.entry, form ? &form->form : nullptr);
  };
  Publishable disclosure{found.entry.id, work.office.agency, clean(request_of(found.entry)), found.one.outcome, {}};
  if (!reply) return disclosure;
  auto& paragraphs = disclosure.reply.emplace();
  for (const auto& paragraph : reply->body) paragraphs.push_back(clean(paragraph));
  return disclosure;
}

Result<void> may_be_converted(const FoundCase& found) {
  if (found.entry.kind != EntryKind::Application) return fail(Trouble::Refused, "disclosure.not-application");
  if (!found.one.reply) return fail(Trouble::Refused, "disclosure.unanswered");
  if (found.entry.erased) return fail(Trouble::Refused, "disclosure.erased");
  return {};
}

Result<void> write_draft(const DeskWork& work, const DisclosureDraft& draft, const Converted& to) {
  if (auto made = work.files.make_folders(work.out); !made) return made;
  return write_durably(work.files, to.item, draft.item, Access::Owner).and_then([&] {
    return write_durably(work.files, to.review, draft.review, Access::Owner);
  });
}

}  // namespace

Result<Converted> convert_entry(const DeskWork& work, std::string_view id, const WriteDisclosure& write) {
  const auto found = find_case(work, id);
  if (!found) return fail(found.error());
  if (auto may = may_be_converted(*found); !may) return fail(may.error());
  const auto papers = work.book.documents(found->entry.id);
  if (!papers) return fail(papers.error());
  const Converted converted{found->entry.id, work.out / fmt::format("disclosure-{}.md", found->entry.id),
                            work.out / fmt::format("disclosure-{}-review.md", found->entry.id)};
  const auto draft = write(publishable_of(work, *found, last_reply(*papers)));
  if (auto written = write_draft(work, draft, converted); !written) return fail(written.error());
  return converted;
}

Result<MarkedConverted> mark_converted(const DeskWork& work, std::string_view id, const std::string& item) {
  const auto found = find_case(work, id);
  if (!found) return fail(found.error());
  const auto name = trimmed(clean_input(item, Lines::One, 200));
  if (!is_item(work, name)) return fail(Trouble::Refused, "disclosure.no-such-item", work.content.string(), name, name);
  const Note note{work.on, work.clerk.name, work.clerk.now, "published", {{"item", name}}};
  if (auto noted = work.book.note(found->entry.id, note, false); !noted) return fail(as_refusal(noted.error()));
  return MarkedConverted{found->entry.id, name};
}

}  // namespace mingting
