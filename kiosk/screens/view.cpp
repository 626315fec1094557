// What do all screens ask of the view: where messages go, and which words?
#include "screens/view.hpp"

namespace mingting::screens {

void View::send(Msg message) const {
  outbox.push_back(std::move(message));
}
ui::Body View::sends(Msg message) const {
  return [this, message = std::move(message)] { send(message); };
}
Language View::language() const {
  return model.visit ? model.visit->settings.language : Language::Chinese;
}
bool View::english() const {
  return language() == Language::English;
}
const Site& View::site() const {
  return model.hall->site;
}
std::string View::tr(std::string_view key) const {
  return words.get(language(), key);
}
const std::string& View::choose(const std::string& chinese, const std::string& english_text) const {
  return english() && !english_text.empty() ? english_text : chinese;
}
std::string View::filled(std::string_view key, fmt::format_args args) const {
  return fmt::vformat(words.get(language(), key), args);
}

}  // namespace mingting::screens
