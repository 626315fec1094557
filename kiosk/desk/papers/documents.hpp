// The papers of a case: what each says, filled in from a template of content/desk/templates, and its PDF in the official
// manner. A paper's text is settled when it is issued and kept in the register; its PDF can be made again at any time.
// A paper is read by people: what it says beside its template stands in assets/strings/told/desk-papers.toml, worded here.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/disk/files.hpp"
#include "base/result.hpp"
#include "desk/agency/office.hpp"
#include "desk/register/register.hpp"
#include "domain/case/document_kinds.hpp"
#include "paper/face/paper_faces.hpp"

namespace mingting {

/// What a paper says, settled. Paragraphs are plain text.
struct OfficialPaper {
  std::string kind;       ///< key of DocumentKind
  std::string title;      ///< 南明区人民政府办公室政府信息公开申请答复书
  std::string number;     ///< 南公开复〔2026〕3号, or ""
  std::string addressee;  ///< 王某某：
  std::vector<std::string> body;
  std::string remedy;     ///< a paragraph of its own, or ""
  std::vector<std::pair<std::string, std::string>> rows;  ///< label and value, for forms; before the body
  std::vector<std::string> contact;  ///< lines at the foot: 联系电话…
  std::string agency;
  std::string served;     ///< key of kServiceWays a reply was written for; "" for on paper
  Date date{};
  bool operator==(const OfficialPaper&) const = default;
};
std::string paper_as_json(const OfficialPaper& paper);
Result<OfficialPaper> paper_from_json(std::string_view json);

/// What the officer says for this paper, by the template's places: reason, where, agency, what... or by their Chinese names
/// (content/desk/README.md has both). Two more: "remedy" (key of kRemedyRoutes) for a reply in part whose step names none, and
/// "served" (key of kServiceWays), since a reply served on the internet must offer review there.
using Said = std::map<std::string, std::string>;

/// All a template can draw on.
struct PaperSource {
  const Office& office;
  const Entry& entry;
  const Case& one;              ///< as it is with the step recorded
  const WorkCalendar& calendar;
  Said said;
  std::string query_code;       ///< only on the receipt of what was added at the desk; never kept
};

/// Fills in CONTENT/desk/templates/KIND.toml (reply-KIND.toml for replies, reply.toml where there is none; of letters
/// third-party-letter[-joint|-agency].toml by whom the last one asks). Errors: a template that is missing or names an unknown
/// place (file and line), or Trouble::Invalid: what the officer has not said (missing_points and what the template needs),
/// what was said and has no place, a number without a prefix, a remedy still to be chosen.
Result<OfficialPaper> compose_paper(FileSystem& files, const Path& content, DocumentKind kind, const PaperSource& source,
                                    const std::string& number, Date on);

/// All templates of the folder, tried with sample data: what is wrong with each that cannot be used. For `mingting-desk check`.
std::vector<Remark> check_templates(FileSystem& files, const Path& content);

/// A4 pages, the same bytes for the same paper. `is_void` prints 作废 across.
Result<std::string> paper_pdf(const PaperFaces& faces, const OfficialPaper& paper, bool is_void);

}  // namespace mingting
