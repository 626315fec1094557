// Visits read from assets/gallery.
#include "main/kiosk/gallery/visits.hpp"

#include <algorithm>
#include <set>

#include "base/text/text.hpp"

namespace mingting::gallery {
namespace {

constexpr std::uint64_t kMostBytes = 1 << 20;
constexpr std::string_view kBareMachine = "bare-machine";

bool asks_for_bare_machine(const JourneyLine& line) {
  return line.verb == "given" && line.words[0] == kBareMachine;
}

Result<Visit> read_visit(FileSystem& files, const Path& file) {
  auto lines = files.read(file, kMostBytes).and_then([](const std::string& text) { return parse_journey(text); });
  if (!lines) return fail(Trouble::Invalid, "script.at", file.string(), lines.error());
  const bool bare = std::any_of(lines->begin(), lines->end(), asks_for_bare_machine);
  std::erase_if(*lines, asks_for_bare_machine);
  return Visit{file.stem().string(), !bare, std::move(*lines)};
}

Result<void> check_names(const std::vector<Visit>& visits) {
  std::set<std::string> names;
  for (const auto& state : states_of(visits)) {
    if (state.title.empty()) return fail(Trouble::Invalid, "gallery.no-title", state.name);
    if (!names.insert(state.name).second) return fail(Trouble::Invalid, "gallery.named-twice", state.name);
  }
  return {};
}

}  // namespace

std::optional<State> state_of(const JourneyLine& line) {
  const bool landmark = line.verb == "landmark";
  if (!landmark && line.verb != "state") return std::nullopt;
  const auto& words = line.words[0];
  const auto end = std::min(words.find(' '), words.size());
  return State{words.substr(0, end), trimmed(std::string_view(words).substr(end)), landmark};
}

std::vector<State> states_of(const std::vector<Visit>& visits) {
  std::vector<State> states;
  for (const auto& visit : visits) {
    for (const auto& line : visit.lines) {
      if (auto state = state_of(line)) states.push_back(std::move(*state));
    }
  }
  return states;
}

Result<std::vector<Visit>> read_visits(FileSystem& files, const Path& folder) {
  const auto names = files.list(folder);
  if (!names) return fail(names.error());
  std::vector<Visit> visits;
  for (const auto& name : *names) {
    if (!name.ends_with(".journey")) continue;
    auto visit = read_visit(files, folder / name);
    if (!visit) return fail(visit.error());
    visits.push_back(std::move(*visit));
  }
  if (auto checked = check_names(visits); !checked) return fail(checked.error());
  return visits;
}

}  // namespace mingting::gallery
