// How a template is read, checked and filled in.
#include "desk/papers/templates.hpp"

#include <algorithm>
#include <array>

#include "base/text/edit_distance.hpp"
#include "base/text/text.hpp"
#include "desk/agency/toml.hpp"
#include "desk/papers/places.hpp"

namespace mingting {
namespace {

/// Marks a sentence or a part of it ends with.
constexpr std::array<std::string_view, 7> kMarks{"。", "；", "，", "、", "：", "！", "？"};

/// Why a place cannot be filled in; nothing when it can.
std::optional<Remark> trouble_with(const std::string& place) {
  if (place == kAnswerPrefix) return remark("paper-template.no-question");
  if (place == kOtherAnswers || place.starts_with(kAnswerPrefix) || find_place(place) != nullptr) return std::nullopt;
  return remark("paper-template.unknown-place", place, nearest_word(place, place_names()));
}

void check_text(const TemplateText& text, Complaints& complaints) {
  const auto pieces = template_pieces(text.text);
  if (!pieces) return complaints.at(text.line, pieces.error());
  for (const auto& piece : *pieces) {
    if (!piece.is_place) continue;
    if (const auto trouble = trouble_with(piece.text)) complaints.at(text.line, *trouble);
  }
}

std::optional<TemplateText> text_of(const TomlValue& value, Complaints& complaints) {
  if (value.kind == TomlValue::Kind::Text) return TemplateText{trimmed(value.text), value.line};
  complaints.at(value.line, remark("paper-template.no-text"));
  return std::nullopt;
}

std::vector<TemplateText> texts_of(const TomlValue* array, Complaints& complaints) {
  std::vector<TemplateText> texts;
  if (array == nullptr) return texts;
  for (const auto& item : array->items) {
    if (auto text = text_of(item, complaints)) texts.push_back(std::move(*text));
  }
  return texts;
}

void read_rows(const TomlValue* array, Complaints& complaints, PaperTemplate& paper) {
  if (array == nullptr) return;
  for (const auto& pair : array->items) {
    if (pair.items.size() != 2) {
      complaints.at(pair.line, remark("paper-template.no-row"));
      continue;
    }
    auto label = text_of(pair.items[0], complaints), value = text_of(pair.items[1], complaints);
    if (label && value) paper.rows.emplace_back(std::move(*label), std::move(*value));
  }
}

template <class Visit>
void each_text(const PaperTemplate& paper, Visit visit) {
  visit(paper.title);
  visit(paper.addressee);
  for (const auto& [label, value] : paper.rows) visit(label), visit(value);
  for (const auto& text : paper.body) visit(text);
  for (const auto& text : paper.contact) visit(text);
}

/// The part without the mark it ends with, when `next` begins with one.
void drop_doubled_mark(std::string& text, std::string_view next) {
  const auto begins = [&](std::string_view mark) { return next.starts_with(mark); };
  if (std::none_of(kMarks.begin(), kMarks.end(), begins)) return;
  for (const auto mark : kMarks) {
    if (text.ends_with(mark)) return text.resize(text.size() - mark.size());
  }
}

}  // namespace

Result<std::vector<TemplatePiece>> template_pieces(std::string_view text) {
  std::vector<TemplatePiece> pieces;
  while (!text.empty()) {
    const auto open = text.find_first_of("{}");
    if (open != 0) pieces.push_back({std::string(text.substr(0, open))});
    if (open == std::string_view::npos) break;
    const auto close = text.find_first_of("{}", open + 1);
    if (text[open] == '}' || close == std::string_view::npos || text[close] == '{') {
      return fail(Trouble::Invalid, "paper-template.lone-brace");
    }
    auto place = trimmed(text.substr(open + 1, close - open - 1));
    const bool optional = place.ends_with('?') || place.ends_with("？");
    if (optional) place = trimmed(place.substr(0, place.size() - (place.ends_with('?') ? 1 : std::string_view("？").size())));
    if (place.empty()) return fail(Trouble::Invalid, "paper-template.empty-place");
    pieces.push_back({std::move(place), true, optional});
    text.remove_prefix(close + 1);
  }
  return pieces;
}

Result<PaperTemplate> read_template(FileSystem& files, const Path& content, const std::string& name) {
  PaperTemplate paper;
  paper.file = "desk/templates/" + name + ".toml";
  const auto table = read_toml(files, content / paper.file, paper.file);
  if (!table) return fail(table.error());
  Complaints complaints(paper.file);
  TomlKeys keys(*table, complaints);
  paper.title = {keys.required_text("title"), keys.line("title")};
  paper.numbered = keys.truth("number", false);
  paper.number_line = keys.line("number");
  paper.addressee = {keys.text("addressee"), keys.line("addressee")};
  read_rows(keys.array("rows"), complaints, paper);
  paper.body = texts_of(keys.array("body"), complaints);
  paper.contact = texts_of(keys.array("contact"), complaints);
  keys.finish();
  each_text(paper, [&](const TemplateText& text) { check_text(text, complaints); });
  if (!complaints.empty()) return complaints.error();
  return paper;
}

std::set<std::string> places_of(const PaperTemplate& paper) {
  std::set<std::string> places;
  each_text(paper, [&](const TemplateText& text) {
    const auto pieces = template_pieces(text.text);
    if (!pieces) return;
    for (const auto& piece : *pieces) {
      if (piece.is_place) places.insert(piece.text);
    }
  });
  return places;
}

std::optional<std::string> TemplateFiller::fill(std::string_view text) {
  const auto pieces = template_pieces(text);
  if (!pieces) return std::string(text);
  std::string filled;
  std::vector<std::string> missing;
  bool after_place = false;
  for (const auto& piece : *pieces) {
    if (after_place) drop_doubled_mark(filled, piece.text);
    after_place = piece.is_place;
    if (!piece.is_place) {
      filled += piece.text;
      continue;
    }
    const auto value = value_of_(piece.text);
    if (value.empty() && piece.optional) return std::nullopt;
    if (value.empty()) missing.push_back(piece.text);
    filled += value;
  }
  for (auto& place : missing) {
    if (std::find(missing_.begin(), missing_.end(), place) == missing_.end()) missing_.push_back(std::move(place));
  }
  return filled;
}

}  // namespace mingting
