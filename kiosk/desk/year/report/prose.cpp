// Reads the words and fills their places. What marks an example is the paper's own words, looked up here.
#include "desk/year/report/prose.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/said/words.hpp"
#include "base/text/text.hpp"
#include "base/text/toml.hpp"
#include "desk/year/report/paper.hpp"
#include "domain/year/sheets.hpp"

namespace mingting {
namespace {

using Places = std::map<std::string, std::string, std::less<>>;

struct Part {
  const char* key;
  std::size_t index;  ///< into kReportParts
};
constexpr Part kParts[] = {{"part-1", 0}, {"part-5", 4}, {"part-6", 5}};

std::string said(const Figure& figure) { return figure ? fmt::format("{}", *figure) : fmt::format("〔{}〕", kNotFilled); }

Figure rows_total(const ApplicationTable& table, ReportRow first, ReportRow last) {
  std::int64_t total = 0;
  for (auto row = static_cast<int>(first); row <= static_cast<int>(last); ++row) {
    const auto& figure = table.total(static_cast<ReportRow>(row));
    if (!figure) return std::nullopt;
    total += *figure;
  }
  return total;
}

void add_disclosure(Places& places, DisclosureTable table) {
  for (const auto& slot : disclosure_slots()) {
    const auto& figure = slot.figure(table);
    places[std::string(slot.title)] = slot.money && figure ? ten_thousands(*figure) : said(figure);
  }
}

void add_applications(Places& places, const ApplicationTable& table) {
  places["新收"] = said(table.total(ReportRow::Received));
  places["上年结转"] = said(table.total(ReportRow::CarriedIn));
  places["办结"] = said(table.total(ReportRow::Finished));
  places["结转下年度"] = said(table.total(ReportRow::CarriedOut));
  places["予以公开"] = said(table.total(ReportRow::Granted));
  places["部分公开"] = said(table.total(ReportRow::GrantedInPart));
  places["不予公开"] = said(rows_total(table, ReportRow::StateSecret, ReportRow::AdministrativeQuery));
  places["无法提供"] = said(rows_total(table, ReportRow::NotHeld, ReportRow::StillUnclear));
  places["不予处理"] = said(rows_total(table, ReportRow::Petition, ReportRow::Reissue));
  places["其他处理"] = said(rows_total(table, ReportRow::CorrectionLapsed, ReportRow::Else));
}

std::string said(std::span<const LostOfKiosk> lost) {
  return lost.empty() ? words("report-paper.lost-none") : words("report-paper.lost", lost_count(lost), lost_places(lost));
}

Places places_of(const AnnualReport& report, const Office& office, const ReportSources& sources) {
  Places places{{"机关", office.agency},
                {"年份", fmt::format("{}", int{report.year})},
                {"信息处理费", fmt::format("{}", sources.fees_yuan)},
                {"遗失记录", said(sources.lost)},
                {"行政复议", said(report.disputes.reviews.total)}};
  const auto &direct = report.disputes.suits_directly.total, &after = report.disputes.suits_after_review.total;
  places["行政诉讼"] = said(direct && after ? Figure(*direct + *after) : std::nullopt);
  add_disclosure(places, report.disclosure);
  add_applications(places, report.applications);
  return places;
}

/// The line of the file on which the words first stand, from `from` on.
int line_of(std::string_view text, std::string_view words, int from) {
  int line = 1;
  for (const auto& each : split(text, '\n')) {
    if (line >= from && each.find(words) != std::string::npos) return line;
    ++line;
  }
  return from;
}

class Prose {
 public:
  Prose(std::string_view text, const Path& file, Places places) : text_(text), file_(file), places_(std::move(places)) {}

  Result<std::string> read() {
    return read_toml(text_, file_.string()).and_then([&](const TomlValue& root) { return all(root); });
  }

 private:
  tl::unexpected<Error> wrong(int line, const Remark& why) const {
    return fail(Trouble::Invalid, "report-words.line", file_.string(), line, why);
  }

  Result<std::string> all(const TomlValue& root) {
    for (const auto& entry : root.entries) {
      const auto known = std::any_of(std::begin(kParts), std::end(kParts),
                                     [&](const Part& part) { return entry.key == part.key; });
      if (!known) return wrong(entry.value.line, remark("report-words.unknown-part", entry.key));
    }
    std::string prose;
    for (const auto& part : kParts) {
      prose += fmt::format("{}\n", kReportParts[part.index]);
      const auto* entry = root.find(part.key);
      if (entry == nullptr) continue;
      if (entry->value.kind != TomlValue::Kind::Table)
        return wrong(entry->line, remark("report-words.no-section", part.key));
      auto paragraphs = one(entry->value);
      if (!paragraphs) return paragraphs;
      prose += *paragraphs;
    }
    return prose;
  }

  Result<std::string> one(const TomlValue& part) {
    using Kind = TomlValue::Kind;
    for (const auto& [key, line, value] : part.entries) {
      const bool right =
          (key == "sample" && value.kind == Kind::Truth) || (key == "text" && value.kind == Kind::Text);
      if (!right) return wrong(line, remark("report-words.unknown-key", key));
    }
    const auto* text = part.find("text");
    if (text == nullptr) return std::string();
    std::string prose;
    if (part.find("sample") != nullptr && part.find("sample")->value.truth)
      prose += words("report-paper.sample-part", kSampleMark) + "\n";
    for (const auto& paragraph : split(text->value.text, '\n')) {
      auto filled = fill(trimmed(paragraph), text->line);
      if (!filled) return filled;
      if (!filled->empty()) prose += *filled + "\n";
    }
    return prose;
  }

  Result<std::string> fill(const std::string& paragraph, int from) {
    std::string filled;
    for (std::size_t at = 0;;) {
      const auto open = paragraph.find('{', at);
      filled += paragraph.substr(at, open - at);
      if (open == std::string::npos) return filled;
      const auto close = paragraph.find('}', open);
      const auto name = paragraph.substr(open + 1, close == std::string::npos ? close : close - open - 1);
      const auto place = places_.find(trimmed(name));
      if (close == std::string::npos || place == places_.end()) {
        return wrong(line_of(text_, "{" + name, from), remark("report-words.unknown-place", name));
      }
      filled += place->second;
      at = close + 1;
    }
  }

  std::string_view text_;
  const Path& file_;
  Places places_;
};

}  // namespace

Result<std::string> report_prose(std::string_view toml, const Path& file, const AnnualReport& tables, const Office& office,
                                 const ReportSources& sources) {
  return Prose(toml, file, places_of(tables, office, sources)).read();
}

}  // namespace mingting
