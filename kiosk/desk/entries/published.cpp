// Items by their id, and the quoting of their front matter.
#include "desk/entries/published.hpp"

#include "base/text/text.hpp"
#include "base/text/toml.hpp"

namespace mingting {
namespace {

constexpr std::uint64_t kMostItem = 8U << 20;
constexpr std::size_t kLongestTitle = 200;
constexpr std::string_view kFence = "+++";

}  // namespace

std::string item_title(const DeskWork& work, const std::string& item) {
  const auto text = work.files.read(work.content / (item + ".md"), kMostItem);
  const auto begin = text ? text->find(kFence) : std::string::npos;
  const auto end = begin == std::string::npos ? begin : text->find(kFence, begin + kFence.size());
  if (end == std::string::npos) return "";
  const auto front = read_toml(text->substr(begin + kFence.size(), end - begin - kFence.size()), item);
  const auto* title = front ? front->find("title") : nullptr;
  return title == nullptr ? "" : clean_input(title->value.written(), Lines::One, kLongestTitle);
}

bool is_item(const DeskWork& work, const std::string& item) {
  const Path path(item);
  if (item.empty() || path.is_absolute() || !path.has_filename() || !path.has_parent_path()) return false;
  for (const auto& part : path) {
    if (part.empty() || part.string().starts_with('.')) return false;
  }
  const auto info = work.files.info(work.content / (item + ".md"));
  return info && !info->directory && !info->special;
}

std::string published_item(const std::vector<Note>& notes) {
  std::string item;
  for (const auto& note : notes) {
    const auto field = note.fields.find("item");
    if (note.name == "published" && field != note.fields.end()) item = field->second;
  }
  return item;
}

std::string toml_quoted(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : clean_input(text, Lines::Many, 20'000)) {
    if (c == '"' || c == '\\') quoted += '\\';
    if (c == '\n') quoted += "\\n";
    else if (c == '\t') quoted += "\\t";
    else quoted += c;
  }
  return quoted + "\"";
}

}  // namespace mingting
