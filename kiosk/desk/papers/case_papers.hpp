// A case's papers at the desk: composed with the step they belong to, kept in the register, written as PDF where the clerk
// wants them.
#pragma once

#include <map>
#include <vector>

#include "desk/desk_work.hpp"
#include "desk/papers/documents.hpp"

namespace mingting {

/// A paper to be made.
struct PaperOrder {
  DocumentKind kind = DocumentKind::Reply;
  Said said;
  std::string query_code;  ///< printed, never kept
  std::map<std::string, Remark> reckoned{};  ///< for places that nothing was said for
};

/// For Register::record and issue. What it refers to must outlive it.
DocumentDraft draft_paper(const DeskWork& work, const Entry& entry, const PaperOrder& order);

/// The files of the faces papers are set in: [[official]], else [[paper]], of a plan such as fonts/fonts.toml.
Result<std::vector<Path>> paper_face_files(FileSystem& files, const Path& plan);

/// The first paper of the kind that is not void; null when there is none.
const IssuedDocument* valid_paper(const std::vector<IssuedDocument>& papers, DocumentKind kind);

/// Writes papers of one entry below DeskWork::out as NUMBER-KIND.pdf (the second of a kind NUMBER-KIND-2.pdf), its owner's
/// alone. Gives the files. Errors: no faces, no room, a paper whose text was erased.
Result<std::vector<Path>> write_papers(const DeskWork& work, const Entry& entry, const std::vector<IssuedDocument>& papers);
/// The receipt with the query code, which the register does not hold.
Result<Path> write_receipt_with_code(const DeskWork& work, const Entry& entry, const IssuedDocument& receipt,
                                     const std::string& code);

}  // namespace mingting
