// How a paper is drawn up, set and put into a file nobody else has.
#include "desk/papers/case_papers.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/said/words.hpp"
#include "base/text/face_plan.hpp"
#include "base/text/text.hpp"
#include "desk/agency/toml.hpp"

namespace mingting {
namespace {

/// What a paper gets when it is issued.
struct Issued {
  std::string number;
  Date on{};
};

Result<OfficialPaper> compose(const DeskWork& work, const Entry& entry, const Case& one, const PaperOrder& order,
                              const Issued& issued) {
  auto said = order.said;
  for (const auto& [place, remark] : order.reckoned) said.emplace(place, worded(remark));
  const PaperSource source{work.office, entry, one, work.calendar, said, order.query_code};
  return compose_paper(work.files, work.content, order.kind, source, issued.number, issued.on);
}

Result<PaperFaces> open_faces(const DeskWork& work) {
  const auto faces = paper_face_files(work.files, work.faces);
  if (!faces) return fail(faces.error());
  return PaperFaces::open(*faces);
}

/// Of the papers of the entry: 1 for the first of its kind.
std::size_t ordinal(const std::vector<IssuedDocument>& all, const IssuedDocument& paper) {
  return 1 + static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&](const IssuedDocument& each) {
           return each.kind == paper.kind && each.id < paper.id;
         }));
}

Path file_of(const DeskWork& work, const Entry& entry, const IssuedDocument& paper, std::size_t number) {
  // The number came from outside: only what receipt numbers are made of may name a file.
  std::string name;
  for (const char c : entry.number) {
    name += is_plain_name({&c, 1}, "-") ? c : '_';
  }
  return work.out / fmt::format("{}-{}{}.pdf", name, paper.kind, number > 1 ? fmt::format("-{}", number) : "");
}

/// A paper that lies there may be the only one with the query code: what is made again stands beside it.
Path free_name(FileSystem& files, const Path& file) {
  if (!files.exists(file)) return file;
  return free_path(files, file.parent_path() / (file.stem().string() + "-副本"), ".pdf");
}

Error erased(const IssuedDocument& paper) {
  const auto kind = value_named(kDocumentKinds, paper.kind);
  const std::string_view title = kind ? named(kDocumentKinds, *kind).title : std::string_view(paper.kind);
  const auto number = paper.number.empty() ? "" : " " + paper.number;
  const auto mark = paper.is_void ? Fact(remark("paper-making.void")) : Fact("");
  return error_of(Trouble::Invalid, remark("paper-making.erased", title, number, mark));
}

Result<void> write_pdf(const DeskWork& work, const PaperFaces& faces, const OfficialPaper& paper, bool is_void,
                       const Path& file) {
  const auto pdf = paper_pdf(faces, paper, is_void);
  if (!pdf) return fail(pdf.error());
  if (!work.files.exists(work.out)) {
    if (auto made = work.files.make_private_folder(work.out); !made) return made;
  }
  return write_durably(work.files, file, *pdf, Access::Owner);
}

}  // namespace

DocumentDraft draft_paper(const DeskWork& work, const Entry& entry, const PaperOrder& order) {
  const auto prefix = work.office.number_prefixes.find(std::string(named(kDocumentKinds, order.kind).key));
  DocumentDraft draft{.kind = std::string(named(kDocumentKinds, order.kind).key),
                      .prefix = prefix == work.office.number_prefixes.end() ? "" : prefix->second,
                      .on = work.on,
                      .content = nullptr};
  draft.content = [&work, &entry, &order](const std::string& number, const Case& one) -> Result<std::string> {
    return compose(work, entry, one, order, {number, work.on}).map([](const OfficialPaper& paper) { return paper_as_json(paper); });
  };
  return draft;
}

Result<std::vector<Path>> paper_face_files(FileSystem& files, const Path& plan) {
  const auto table = read_toml(files, plan, plan.string());
  if (!table) return fail(table.error().trouble, "paper-making.faces-unreadable", table.error());
  std::vector<Path> faces;
  // Official papers have faces of their own; a plan without them sets these in the receipts'.
  Complaints unheard(plan.string());  // a face without a file is one that is not there
  for (const auto& face :
       planned_faces(*table, table->find("official") != nullptr ? "official" : "paper", unheard)) {
    if (!files.exists(face.file))
      return fail(Trouble::Unavailable, "paper-making.no-face", face.file, face.package);
    faces.emplace_back(face.file);
  }
  if (faces.empty()) return fail(Trouble::Invalid, "paper-making.no-faces", plan.string());
  return faces;
}

const IssuedDocument* valid_paper(const std::vector<IssuedDocument>& papers, DocumentKind kind) {
  const auto found = std::find_if(papers.begin(), papers.end(), [kind](const IssuedDocument& paper) {
    return paper.kind == named(kDocumentKinds, kind).key && !paper.is_void;
  });
  return found == papers.end() ? nullptr : &*found;
}

Result<std::vector<Path>> write_papers(const DeskWork& work, const Entry& entry, const std::vector<IssuedDocument>& papers) {
  const auto all = work.book.documents(entry.id);
  if (!all) return fail(all.error());
  const auto faces = open_faces(work);
  if (!faces) return fail(faces.error());
  std::vector<Path> written;
  for (const auto& paper : papers) {
    if (paper.content.empty()) return fail(erased(paper));
    const auto content = paper_from_json(paper.content);
    if (!content) return fail(content.error());
    auto file = free_name(work.files, file_of(work, entry, paper, ordinal(*all, paper)));
    if (auto done = write_pdf(work, *faces, *content, paper.is_void, file); !done) return fail(done.error());
    written.push_back(std::move(file));
  }
  return written;
}

Result<Path> write_receipt_with_code(const DeskWork& work, const Entry& entry, const IssuedDocument& receipt,
                                     const std::string& code) {
  const auto steps = work.book.steps(entry.id);
  if (!steps) return fail(steps.error());
  const PaperOrder order{DocumentKind::RegistrationReceipt, {}, code};
  const auto paper = compose(work, entry, case_of(*steps), order, {receipt.number, receipt.on});
  if (!paper) return fail(paper.error());
  const auto faces = open_faces(work);
  if (!faces) return fail(faces.error());
  auto file = free_name(work.files, file_of(work, entry, receipt, 1));
  if (auto done = write_pdf(work, *faces, *paper, false, file); !done) return fail(done.error());
  return file;
}

}  // namespace mingting
