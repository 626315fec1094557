// What a paper says: its template filled in, once everything the law and the template want is known.
#include "desk/papers/documents.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/said/words.hpp"
#include "base/text/text.hpp"
#include "desk/papers/places.hpp"
#include "desk/papers/template_names.hpp"
#include "desk/papers/templates.hpp"
#include "paper/pages/official.hpp"

namespace mingting {
namespace {

/// Said beside the places: the officer's choice of remedy, and how the reply is served.
constexpr std::string_view kRemedyKey = "remedy", kServedKey = "served";
constexpr std::size_t kLongestArticle = 12;  ///< letters of 第二百四十一 and the like

std::string answer_to(const Submission& submission, std::string_view field) {
  for (const auto& answer : submission.answers) {
    if (answer.field == field) return trimmed(answer.display);
  }
  return "";
}

class Composition {
 public:
  Composition(const PaperTemplate& paper, const PlaceScope& scope)
      : template_(paper), scope_(scope), filler_([this](const std::string& place) { return value_of(place); }) {}

  OfficialPaper fill(std::string_view kind) {
    OfficialPaper paper;
    paper.kind = kind;
    paper.title = filler_.fill(template_.title.text).value_or("");
    paper.number = scope_.number;
    paper.addressee = filler_.fill(template_.addressee.text).value_or("");
    for (const auto& [label, value] : template_.rows) add_row(label.text, value.text, paper);
    drop_bare_headings(paper);
    for (const auto& text : template_.body) add_lines(text.text, paper.body);
    for (const auto& text : template_.contact) add_lines(text.text, paper.contact);
    paper.agency = scope_.source.office.agency;
    paper.date = scope_.on;
    return paper;
  }
  const std::vector<std::string>& missing() const { return filler_.missing(); }

 private:
  std::string value_of(const std::string& place) const {
    if (place.starts_with(kAnswerPrefix)) {
      return answer_to(scope_.source.entry.submission, std::string_view(place).substr(kAnswerPrefix.size()));
    }
    const auto* known = find_place(place);
    return known == nullptr ? "" : place_value(*known, scope_);
  }
  /// What a person wrote in several lines becomes several paragraphs.
  void add_lines(const std::string& text, std::vector<std::string>& lines) {
    const auto filled = filler_.fill(text);
    if (!filled) return;
    for (const auto& line : split(*filled, '\n')) {
      if (auto words = trimmed(line); !words.empty()) lines.push_back(std::move(words));
    }
  }
  void add_row(const std::string& label, const std::string& value, OfficialPaper& paper) {
    if (value == "{" + std::string(kOtherAnswers) + "}") return add_other_answers(paper);
    const auto left = filler_.fill(label);
    auto right = left ? filler_.fill(value) : std::nullopt;
    if (right) paper.rows.emplace_back(*left, std::move(*right));
  }
  /// A heading that has lost all its rows goes too.
  static void drop_bare_headings(OfficialPaper& paper) {
    auto& rows = paper.rows;
    for (std::size_t i = rows.size(); i-- > 0;) {
      const bool bare = i + 1 == rows.size() || rows[i + 1].first.empty();
      if (rows[i].first.empty() && bare) rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }
  void add_other_answers(OfficialPaper& paper) const {
    const auto shown = places_of(template_);
    for (const auto& answer : scope_.source.entry.submission.answers) {
      if (shown.contains(std::string(kAnswerPrefix) + answer.field) || trimmed(answer.display).empty()) continue;
      paper.rows.emplace_back(answer.label, trimmed(answer.display));
    }
  }

  const PaperTemplate& template_;
  const PlaceScope& scope_;
  TemplateFiller filler_;
};

// ---- what was said --------------------------------------------------------------------------------------------------

/// Said by the program itself for papers that are no reply: an office may leave them out of its template.
constexpr std::string_view kSaidByProgram[] = {"counted", "what", "party", "disclosed", "interest"};

/// What was said has a place in the template, so that no word of the officer's is lost without notice.
Result<void> check_said(const Said& said, const PaperTemplate& paper, bool is_reply) {
  const auto places = places_of(paper);
  for (const auto& [key, text] : said) {
    if (key == kRemedyKey || key == kServedKey) continue;
    const auto* place = find_said(key);
    if (place == nullptr) {
      return fail(Trouble::Invalid, "paper-making.unknown-said", key);
    }
    const auto printed = [&](const Place& each) { return each.key == place->key && places.contains(std::string(each.name)); };
    const bool used = std::any_of(all_places().begin(), all_places().end(), printed) || places.contains(std::string(kAllPoints));
    const bool own = !is_reply && std::find(std::begin(kSaidByProgram), std::end(kSaidByProgram), key) != std::end(kSaidByProgram);
    if (!own && !used && !trimmed(text).empty()) {
      return fail(Trouble::Invalid, "paper-making.said-without-place", paper.file, place->name);
    }
  }
  return {};
}

/// What the law or the template wants and nobody has said.
std::vector<Remark> still_missing(const PlaceScope& scope, const std::vector<std::string>& places) {
  std::vector<Remark> missing;
  std::set<std::string> said;
  for (const auto& place : all_places()) {
    if (!place.key.empty() && !place_value(place, scope).empty()) said.emplace(place.key);
  }
  if (scope.reply) missing = missing_points(*scope.reply, said);
  for (const auto& name : places) {
    const auto* place = find_place(name);
    const auto points = scope.reply ? rule_of(*scope.reply).points : std::span<const ReplyPoint>{};
    const bool named_already = place != nullptr && std::any_of(points.begin(), points.end(), [&](const ReplyPoint& point) {
                                 return point.required && point.key == place->key;
                               });
    const Fact meaning = place != nullptr ? Fact(meaning_of(*place)) : Fact("");
    if (!named_already) missing.push_back(remark("paper-making.open-place", name, meaning));
  }
  return missing;
}

Result<Remark> remedy_of(const PlaceScope& scope) {
  const Office& office = scope.source.office;
  RemedyRoute route = rule_of(*scope.reply).remedy;
  if (route == RemedyRoute::OfficerDecides) {
    const auto said = scope.source.said.find(std::string(kRemedyKey));
    const auto chosen = said == scope.source.said.end() ? std::nullopt : value_named(kRemedyRoutes, said->second);
    if (scope.source.one.reply && scope.source.one.reply->remedy) route = *scope.source.one.reply->remedy;
    else if (chosen) route = *chosen;
  }
  const auto served = scope.source.said.find(std::string(kServedKey));
  const bool internet = served != scope.source.said.end() && value_named(kServiceWays, served->second) == ServiceWay::Internet;
  return remedy_line(route, office.level, office.bodies, internet ? ServedOver::Internet : ServedOver::Paper);
}

/// 条例 Art. 51: whose objection was overridden may go to review or to court; 行政复议法 Art. 23 puts review first only for what
/// is withheld.
Result<Remark> remedy_of_third_party(const Office& office) {
  return remedy_line(RemedyRoute::ReviewOrSuit, office.level, office.bodies);
}

Result<void> check_number(const PaperTemplate& paper, DocumentKind kind, const std::string& number) {
  const auto key = named(kDocumentKinds, kind).key;
  if (paper.numbered && number.empty()) {
    return fail(Trouble::Invalid, "paper-making.number-without-prefix", paper.file, paper.number_line, key);
  }
  if (!paper.numbered && !number.empty()) {
    return fail(Trouble::Invalid, "paper-making.prefix-without-number", paper.file, key);
  }
  return {};
}

/// 第三十六条
bool cites_article(const std::string& text) {
  constexpr std::string_view kFirst = "第", kLast = "条";
  for (auto at = text.find(kFirst); at != std::string::npos; at = text.find(kFirst, at + 1)) {
    const auto end = text.find(kLast, at);
    if (end != std::string::npos && to_code_points(text.substr(at, end - at)).size() <= kLongestArticle) return true;
  }
  return false;
}

/// What every paper to a person needs by law, whatever an office made of its template: for whom it is, and by what law
/// (条例 Art. 36: the decision with its reasons).
Result<void> check_lawful(const PaperTemplate& paper, DocumentKind kind, std::optional<ReplyKind> reply, const OfficialPaper& filled) {
  if (kind == DocumentKind::RegistrationForm) return {};
  if (trimmed(filled.addressee).empty()) return fail(Trouble::Invalid, "paper-making.no-addressee", paper.file);
  const std::string article(reply ? rule_of(*reply).article : "");
  const bool free_of_basis = reply ? article.empty() : kind == DocumentKind::RegistrationReceipt;
  const bool based = std::ranges::any_of(filled.body, [&](const std::string& paragraph) {
    return cites_article(paragraph) || (!article.empty() && paragraph.find(article) != std::string::npos);
  });
  if (free_of_basis || based) return {};
  return fail(Trouble::Invalid, "paper-making.no-basis", paper.file);
}

}  // namespace

std::string template_name(FileSystem& files, const Path& content, DocumentKind kind, const Case& one) {
  const auto key = std::string(named(kDocumentKinds, kind).key);
  if (kind == DocumentKind::ThirdPartyLetter) {
    const auto* consultation = last_consultation(one);
    const auto to = consultation == nullptr ? ConsultationKind::ThirdParty : consultation->kind;
    return to == ConsultationKind::JointMaker ? key + "-joint" : to == ConsultationKind::OtherAgency ? key + "-agency" : key;
  }
  const auto reply = kind == DocumentKind::Reply ? reply_kind_of(one) : std::nullopt;
  if (!reply) return key;
  const auto own = fmt::format("{}-{}", key, named(kReplyKinds, *reply).key);
  return files.exists(content / "desk" / "templates" / (own + ".toml")) ? own : key;
}

Result<OfficialPaper> compose_paper(FileSystem& files, const Path& content, DocumentKind kind, const PaperSource& source,
                                    const std::string& number, Date on) {
  const auto reply = kind == DocumentKind::Reply ? reply_kind_of(source.one) : std::nullopt;
  if (kind == DocumentKind::Reply && !reply) return fail(Trouble::Invalid, "paper-making.no-reply");
  const auto paper = read_template(files, content, template_name(files, content, kind, source.one));
  if (!paper) return fail(paper.error());
  if (auto consistent = check_number(*paper, kind, number); !consistent) return fail(consistent.error());
  if (auto known = check_said(source.said, *paper, reply.has_value()); !known) return fail(known.error());
  const PlaceScope scope{source, reply, number, on};
  Composition composition(*paper, scope);
  auto filled = composition.fill(named(kDocumentKinds, kind).key);
  if (const auto missing = still_missing(scope, composition.missing()); !missing.empty()) {
    return fail(Trouble::Invalid, "paper-making.missing", named(kDocumentKinds, kind).title, missing);
  }
  if (auto lawful = check_lawful(*paper, kind, reply, filled); !lawful) return fail(lawful.error());
  if (!reply && kind != DocumentKind::PublicInterestNotice) return filled;
  auto remedy = reply ? remedy_of(scope) : remedy_of_third_party(source.office);
  if (!remedy) return fail(remedy.error());
  filled.remedy = worded(*remedy);
  if (const auto served = source.said.find(std::string(kServedKey)); served != source.said.end()) filled.served = served->second;
  return filled;
}

Result<std::string> paper_pdf(const PaperFaces& faces, const OfficialPaper& paper, bool is_void) {
  return official_pdf(faces, {.title = paper.title,
                              .number = paper.number,
                              .addressee = paper.addressee,
                              .rows = paper.rows,
                              .body = paper.body,
                              .remedy = paper.remedy,
                              .contact = paper.contact,
                              .agency = paper.agency,
                              .date = paper.date,
                              .is_void = is_void},
                      worded);
}

}  // namespace mingting
