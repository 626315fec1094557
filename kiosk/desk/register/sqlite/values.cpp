// How lists and tables stand in one column: as JSON. What was written once is read for ever.
#include <nlohmann/json.hpp>

#include "desk/register/sqlite/file.hpp"

namespace mingting {
namespace {

using Json = nlohmann::json;

std::string print(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

template <class Read>
auto parsed(const std::string& text, Read read) {
  try {
    return read(Json::parse(text));
  } catch (const Json::exception&) {
    throw Damaged{remark("register.unreadable-content")};
  }
}

Json json_of(const Figure& figure) { return figure ? Json(*figure) : Json(nullptr); }
Figure figure_of(const Json& json) { return json.is_null() ? Figure() : Figure(json.get<std::int64_t>()); }

Json json_of(const DocumentFigures& one) {
  return Json{{"made", json_of(one.made)}, {"repealed", json_of(one.repealed)}, {"in_force", json_of(one.in_force)}};
}
DocumentFigures documents_of(const Json& json) {
  return {figure_of(json.at("made")), figure_of(json.at("repealed")), figure_of(json.at("in_force"))};
}

Json json_of(const DisclosureTable& table) {
  return Json{{"rules", json_of(table.rules)},         {"normative", json_of(table.normative)},
              {"licences", json_of(table.licences)},   {"penalties", json_of(table.penalties)},
              {"coercion", json_of(table.coercion)},   {"charges_fen", json_of(table.charges_fen)}};
}
DisclosureTable disclosure_of(const Json& json) {
  return {documents_of(json.at("rules")),     documents_of(json.at("normative")),
          figure_of(json.at("licences")),     figure_of(json.at("penalties")),
          figure_of(json.at("coercion")),     figure_of(json.at("charges_fen"))};
}

/// Rows in the printed order, each with its columns.
Json json_of(const ApplicationTable& table) {
  Json rows = Json::array();
  for (const auto& row : table.cells) {
    Json cells = Json::array();
    for (const auto& cell : row) cells.push_back(json_of(cell));
    rows.push_back(std::move(cells));
  }
  return rows;
}
ApplicationTable applications_of(const Json& json) {
  ApplicationTable table;
  if (json.size() != table.cells.size()) throw Damaged{remark("register.report-rows")};
  for (std::size_t row = 0; row < table.cells.size(); ++row) {
    for (std::size_t column = 0; column < table.cells[row].size(); ++column) {
      table.cells[row][column] = figure_of(json.at(row).at(column));
    }
  }
  return table;
}

Json json_of(const OutcomeFigures& one) {
  return Json{{"upheld", json_of(one.upheld)},
              {"corrected", json_of(one.corrected)},
              {"otherwise", json_of(one.otherwise)},
              {"open", json_of(one.open)},
              {"total", json_of(one.total)}};
}
OutcomeFigures outcomes_of(const Json& json) {
  return {figure_of(json.at("upheld")), figure_of(json.at("corrected")), figure_of(json.at("otherwise")),
          figure_of(json.at("open")), figure_of(json.at("total"))};
}

}  // namespace

std::string fields_as_text(const StepFields& fields) { return fields.empty() ? "{}" : print(Json(fields)); }

StepFields fields_from_text(const std::string& text) {
  if (text == "{}") return {};
  return parsed(text, [](const Json& json) { return json.get<StepFields>(); });
}

std::string answers_as_text(const std::vector<SubmittedAnswer>& answers) {
  Json list = Json::array();
  for (const auto& one : answers) {
    list.push_back(Json{{"field", one.field}, {"label", one.label}, {"value", one.value}, {"display", one.display}});
  }
  return print(list);
}

std::vector<SubmittedAnswer> answers_from_text(const std::string& text) {
  return parsed(text, [](const Json& json) {
    std::vector<SubmittedAnswer> answers;
    for (const auto& one : json) {
      answers.push_back({one.at("field").get<std::string>(), one.at("label").get<std::string>(),
                         one.at("value").get<std::string>(), one.at("display").get<std::string>()});
    }
    return answers;
  });
}

std::string exports_as_text(const std::vector<EarlierExport>& exports) {
  Json all = Json::array();
  for (const auto& one : exports)
    all.push_back({{"made", one.made}, {"first", one.first}, {"last", one.last}});
  return print(all);
}

std::vector<EarlierExport> exports_from_text(const std::string& text) {
  return parsed(text, [](const Json& json) {
    std::vector<EarlierExport> all;
    for (const auto& one : json) all.push_back({one.at("made"), one.at("first"), one.at("last")});
    return all;
  });
}

std::string disclosure_as_text(const DisclosureTable& table) { return print(json_of(table)); }

DisclosureTable disclosure_from_text(const std::string& text) {
  return parsed(text, [](const Json& json) { return disclosure_of(json); });
}

std::string report_as_text(const AnnualReport& report) {
  return print(Json{{"year", static_cast<int>(report.year)},
                    {"disclosure", json_of(report.disclosure)},
                    {"applications", json_of(report.applications)},
                    {"reviews", json_of(report.disputes.reviews)},
                    {"suits_directly", json_of(report.disputes.suits_directly)},
                    {"suits_after_review", json_of(report.disputes.suits_after_review)},
                    {"prose", report.prose}});
}

AnnualReport report_from_text(const std::string& text) {
  return parsed(text, [](const Json& json) {
    return AnnualReport{.year = std::chrono::year{json.at("year").get<int>()},
                        .disclosure = disclosure_of(json.at("disclosure")),
                        .applications = applications_of(json.at("applications")),
                        .disputes = {outcomes_of(json.at("reviews")), outcomes_of(json.at("suits_directly")),
                                     outcomes_of(json.at("suits_after_review"))},
                        .prose = json.at("prose").get<std::string>()};
  });
}

}  // namespace mingting
