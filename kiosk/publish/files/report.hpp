// Findings about one file, gathered in order. Many faults of one kind are one finding with their number:
// nobody reads further.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text/toml_keys.hpp"
#include "publish/files/finding.hpp"

namespace mingting {

class FileReport final : public TomlReader {
 public:
  static constexpr std::size_t kMost = 50;  ///< errors, after which what is costly to word may stop
  static constexpr std::size_t kAlike = 10;  ///< findings of a kind that are told one by one

  /// Many findings of a kind are told together, or the first twenty one by one and then how many more there are: in a table each is
  /// about a cell of its own.
  enum class Many { Together, TwentyEach };
  static constexpr std::size_t kEach = 20;

  explicit FileReport(std::string file, Many many = Many::Together) : file_(std::move(file)), many_(many) {}

  /// `line` from 1, 0 for the whole file. The sentence of the code says what is wrong and, after "：" or "。", what to do.
  template <class... Facts>
  void error(int line, std::string_view code, const Facts&... facts) {
    add(Severity::Error, line, remark(code, facts...));
  }
  template <class... Facts>
  void warning(int line, std::string_view code, const Facts&... facts) {
    add(Severity::Warning, line, remark(code, facts...));
  }
  void error(int line, Remark what) { add(Severity::Error, line, std::move(what)); }
  void add(Severity severity, int line, Remark what);

  /// Tidied (publish/files/source.hpp).
  std::string kept(std::string_view text) const override;
  /// `place` names the table before a sentence ([toml-place] has the words).
  void note(const KeyFault& fault, const Remark& place) override;

  const std::string& file() const { return file_; }
  std::size_t errors() const { return errors_; }
  /// Whether further errors would only be counted: a check that is costly to word may stop.
  bool full() const { return errors_ >= kMost; }
  /// What was found, by line, without repetitions; of more than kAlike of a kind the first, with how many
  /// there are and where. Leaves the report empty.
  std::vector<Finding> take();

 private:
  /// One kind of finding: its first few, and the lines of all.
  struct Kind {
    std::vector<Finding> first;
    std::vector<int> lines;
  };

  std::size_t told_one_by_one() const { return many_ == Many::Together ? kAlike : kEach; }

  std::string file_;
  Many many_;
  std::map<std::pair<Severity, std::string>, Kind> kinds_;
  std::size_t errors_ = 0;
};

/// The name among `known` that somebody may have meant, or "": at most two letters away, and fewer than half
/// of them.
std::string nearest_name(std::string_view name, const std::vector<std::string>& known);
/// That it may have been meant, to stand at a sentence's end; an empty remark when there is none.
Remark nearest_hint(std::string_view name, const std::vector<std::string>& known);

}  // namespace mingting
