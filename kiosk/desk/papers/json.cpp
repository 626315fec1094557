// A paper as it is kept in the register.
#include <nlohmann/json.hpp>

#include "base/text/text.hpp"
#include "desk/papers/documents.hpp"

namespace mingting {
namespace {

using Json = nlohmann::json;

OfficialPaper read(const Json& json) {
  OfficialPaper paper;
  json.at("kind").get_to(paper.kind);
  json.at("title").get_to(paper.title);
  json.at("number").get_to(paper.number);
  json.at("addressee").get_to(paper.addressee);
  json.at("body").get_to(paper.body);
  json.at("remedy").get_to(paper.remedy);
  for (const auto& row : json.at("rows")) {
    paper.rows.emplace_back(row.at(0).get<std::string>(), row.at(1).get<std::string>());
  }
  json.at("contact").get_to(paper.contact);
  json.at("agency").get_to(paper.agency);
  paper.served = json.value("served", std::string());
  const auto date = parse_date(json.at("date").get<std::string>());
  if (date) paper.date = *date;
  return paper;
}

}  // namespace

std::string paper_as_json(const OfficialPaper& paper) {
  Json rows = Json::array();
  for (const auto& [label, value] : paper.rows) rows.push_back(Json::array({label, value}));
  const Json json{{"kind", paper.kind},       {"title", paper.title}, {"number", paper.number}, {"addressee", paper.addressee},
                  {"body", paper.body},       {"remedy", paper.remedy}, {"rows", std::move(rows)}, {"contact", paper.contact},
                  {"agency", paper.agency},   {"served", paper.served}, {"date", iso_date(paper.date)}};
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<OfficialPaper> paper_from_json(std::string_view text) {
  try {
    auto paper = read(Json::parse(text));
    if (paper.date.ok()) return paper;
  } catch (const Json::exception&) {
    // said below
  }
  return fail(Trouble::Invalid, "paper-making.unreadable");
}

}  // namespace mingting
