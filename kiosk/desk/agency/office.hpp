// The office's own data: content/desk/desk.toml. Names, numbers and the rules the law leaves open; nothing here is code.
#pragma once

#include <map>
#include <string>

#include "base/disk/files.hpp"
#include "base/result.hpp"
#include "domain/case/local_rules.hpp"
#include "domain/case/replies.hpp"

namespace mingting {

struct Office {
  std::string site;       ///< id of the hall, from site.toml
  std::string agency;     ///< as it signs: 南明区人民政府办公室
  AgencyLevel level = AgencyLevel::Government;
  std::string address, hours, phone, postcode;
  std::string receipt_prefix;       ///< NM, from site.toml
  std::string desk_name = "D01";    ///< stands where the kiosk's name stands in numbers given at the desk
  std::map<std::string, std::string> number_prefixes;  ///< key of DocumentKind -> 南公开复
  LocalRules rules;
  RemedyBodies bodies;
  int feedback_days = 0;            ///< working days promised for an answer; 0: nothing is promised
  int letter_days = 0;
  int retention_years = 0;          ///< kept after the end; 0: the office has not decided, nothing is erased
  int feed_days = 365;              ///< a finished case can be asked about for so long
};

/// From CONTENT/desk/desk.toml and CONTENT/site.toml. Errors name file, line and what to do. A missing desk.toml is an error.
Result<Office> read_office(FileSystem& files, const Path& content);

}  // namespace mingting
