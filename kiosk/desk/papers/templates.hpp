// Templates of papers: content/desk/templates/NAME.toml, read and filled in. A place is written {收到日期}; {负责机关?} with a
// question mark is optional: where nothing is known for it, the whole paragraph, row or line is left out. For the office they
// are explained in content/desk/README.md.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/disk/files.hpp"
#include "base/result.hpp"

namespace mingting {

/// A text of the template and the line of the file it stands on.
struct TemplateText {
  std::string text;
  int line = 0;
};

struct PaperTemplate {
  std::string file;  ///< desk/templates/reply-granted.toml
  TemplateText title, addressee;
  bool numbered = false;
  std::vector<std::pair<TemplateText, TemplateText>> rows;
  std::vector<TemplateText> body, contact;
  int number_line = 0;
};

/// Text outside of places, or a place without its braces and question mark.
struct TemplatePiece {
  std::string text;
  bool is_place = false;
  bool optional = false;
};

/// The text cut at its places. Fails on a brace without its partner and on an empty place.
Result<std::vector<TemplatePiece>> template_pieces(std::string_view text);

/// A row whose value is this stands for all answers of the form that no other row has shown, one row each.
inline constexpr std::string_view kOtherAnswers = "其余各项";
/// {填写.name}: what was answered to the form's question with the id "name".
inline constexpr std::string_view kAnswerPrefix = "填写.";

/// Errors: absent, not TOML, unknown or missing keys, an unknown place with the nearest known one: each with file and line.
Result<PaperTemplate> read_template(FileSystem& files, const Path& content, const std::string& name);

/// All places the template names, without question marks.
std::set<std::string> places_of(const PaperTemplate& paper);

/// Fills in texts, remembering what nothing is known for.
class TemplateFiller {
 public:
  /// `value_of`: what is known for a place, "" for nothing.
  explicit TemplateFiller(std::function<std::string(const std::string& place)> value_of) : value_of_(std::move(value_of)) {}

  /// Nothing when an optional place is unknown. A mark that a value ends with is not doubled by the template's own.
  std::optional<std::string> fill(std::string_view text);
  /// Places that are needed and unknown, in order of appearance.
  const std::vector<std::string>& missing() const { return missing_; }

 private:
  std::function<std::string(const std::string&)> value_of_;
  std::vector<std::string> missing_;
};

}  // namespace mingting
