// matchers/NAME.toml: a decision table, its questions, outcomes and their conditions.
#pragma once

#include "domain/matcher/matcher.hpp"
#include "publish/files/toml.hpp"

namespace mingting {

struct MatcherFile {
  struct Lines {
    int outcome = 0, target = 0, until = 0;
  };
  Matcher matcher;
  std::vector<Lines> lines;  ///< of the outcomes
  int policy_line = 0, next_line = 0;
  FileReport report;

  explicit MatcherFile(std::string file) : report(std::move(file)) {}
};

/// `id`: the file's name. The matcher is given as far as it could be read; what is wrong is in its report.
void read_matcher(std::string id, const std::string& text, MatcherFile& file);

}  // namespace mingting
