// Findings about one file, gathered in order. A file with thousands of faults is cut short: nobody reads
// further.
#pragma once

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "publish/files/finding.hpp"

namespace mingting {

class FileReport {
 public:
  static constexpr std::size_t kMost = 50;  ///< of each severity; the rest is only counted

  explicit FileReport(std::string file) : file_(std::move(file)) {}

  /// `line` from 1, 0 for the whole file. The sentence says what is wrong and, after "：" or "。", what to
  /// do.
  template <class... Args>
  void error(int line, fmt::format_string<Args...> sentence, Args&&... args) {
    add(Severity::Error, line, fmt::format(sentence, std::forward<Args>(args)...));
  }
  template <class... Args>
  void warning(int line, fmt::format_string<Args...> sentence, Args&&... args) {
    add(Severity::Warning, line, fmt::format(sentence, std::forward<Args>(args)...));
  }

  const std::string& file() const { return file_; }
  std::size_t errors() const { return errors_; }
  /// Whether further errors would only be counted: a check that is costly to word may stop.
  bool full() const { return errors_ >= kMost; }
  /// What was found, by line, without repetitions; leaves the report empty.
  std::vector<Finding> take();

 private:
  void add(Severity severity, int line, std::string sentence);

  std::string file_;
  std::vector<Finding> findings_;
  std::size_t errors_ = 0, warnings_ = 0;
};

/// The name among `known` that somebody may have meant, or "": at most two letters away, and fewer than half
/// of them.
std::string nearest_name(std::string_view name, const std::vector<std::string>& known);
/// "；是不是想写“X”？" or "".
std::string nearest_hint(std::string_view name, const std::vector<std::string>& known);

}  // namespace mingting
