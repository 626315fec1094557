// Journeys read and played line by line.
#include "main/kiosk/journey.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include "base/text/text.hpp"
#include "main/kiosk/kiosk.hpp"

namespace mingting {
namespace {

constexpr int kTapFrames = 3;       // a finger rests for so long
constexpr Milliseconds kBetweenTaps{500};  // of somebody who looks where to tap next
constexpr int kFlingFrames = 300;   // a flung page has come to rest by then

/// The next word of `rest`: quoted ("..."), or up to a space. Moves `rest` behind it.
std::string next_word(std::string_view& rest) {
  while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
  if (!rest.empty() && rest.front() == '"') {
    const auto end = rest.find('"', 1);
    if (end != std::string_view::npos) {
      std::string word(rest.substr(1, end - 1));
      rest.remove_prefix(end + 1);
      return word;
    }
  }
  const auto end = std::min(rest.find(' '), rest.size());
  std::string word(rest.substr(0, end));
  rest.remove_prefix(end);
  return word;
}

std::string rest_of(std::string_view rest) {
  auto text = trimmed(rest);
  if (text.size() >= 2 && text.front() == '"' && text.back() == '"') text = text.substr(1, text.size() - 2);
  return text;
}

/// tap LABEL in LABEL: the last " in " outside quotes parts the two.
std::vector<std::string> tap_words(std::string_view rest) {
  const auto in = rest.rfind(" in ");
  if (in == std::string_view::npos) return {rest_of(rest)};
  return {rest_of(rest.substr(0, in)), rest_of(rest.substr(in + 4))};
}

class Player {
 public:
  Player(Kiosk& kiosk, ManualClock& clock, FileSystem& files, const Path& out)
      : kiosk_(kiosk), clock_(clock), files_(files), out_(out) {}

  Result<void> play(const JourneyLine& line) {
    static const std::map<std::string, Result<void> (Player::*)(const JourneyLine&)> kVerbs{
        {"tap", &Player::tap},   {"type", &Player::type},     {"keys", &Player::keys}, {"press", &Player::press},
        {"scroll", &Player::scroll}, {"wait", &Player::wait},     {"expect", &Player::expect}, {"shot", &Player::shot},
        {"tree", &Player::tree}, {"install", &Player::install}};
    const auto verb = kVerbs.find(line.verb);
    if (verb == kVerbs.end()) return fail("script.no-step", line.verb);
    return (this->*verb->second)(line);
  }

 private:
  const ui::Tree& nodes() { return kiosk_.tree(); }

  static bool on_screen(const ui::Node& node) { return node.visible.w >= 1 && node.visible.h >= 1; }

  /// The node, brought into view as a finger would have scrolled to it.
  Result<ui::Node> reach(const std::string& label, const std::string& within) {
    auto found = nodes().find(label, within);
    if (!found && within.empty()) return fail("script.no-widget", label);
    if (!found) return fail("script.no-widget-within", label, within);
    auto node = nodes().nodes()[*found];
    const bool cut = node.visible.h < std::min(node.rect.h, 40.0F) || !on_screen(node);
    if (cut) {
      kiosk_.display().ui().bring_into_view(node.id);
      kiosk_.tick();
      found = nodes().find(label, within);
      if (!found) return fail("script.went-away", label);
      node = nodes().nodes()[*found];
    }
    if (!on_screen(node)) return fail("script.off-screen", label);
    if (node.target && !node.enabled) return fail("script.not-now", label);
    return node;
  }

  void touch(float x, float y) {
    kiosk_.display().touch_down(x, y);
    for (int frame = 0; frame < kTapFrames; ++frame) kiosk_.turn_once();
    kiosk_.display().touch_up();
    kiosk_.settle();
    clock_.advance(kBetweenTaps);
  }

  void touch(const ui::Node& node) { touch(node.visible.x + node.visible.w / 2, node.visible.y + node.visible.h / 2); }

  Result<void> tap(const JourneyLine& line) {
    auto node = reach(line.words[0], line.words.size() > 1 ? line.words[1] : "");
    if (!node) return fail(node.error());
    if (!node->target) return fail("script.no-target", line.words[0]);
    touch(*node);
    return {};
  }

  Result<void> type(const JourneyLine& line) {
    auto node = reach_field(line.words[0]);
    if (!node) return fail(node.error());
    if (!node->focused) touch(*node);
    kiosk_.display().feed(platform::KeyPressed{platform::Key::End});
    kiosk_.display().feed(platform::TextTyped{replace_all(line.words[1], "\\n", "\n")});
    kiosk_.settle();
    return {};
  }

  Result<ui::Node> reach_field(const std::string& label) {
    for (const bool exact : {true, false}) {
      for (const auto& node : nodes().nodes()) {
        const bool named = exact ? node.label == label : node.label.find(label) != std::string::npos;
        if (node.role == ui::Role::Field && named) return reach(node.label, "");
      }
    }
    return fail("script.no-field", label);
  }

  Result<void> keys(const JourneyLine& line) {
    for (const char32_t c : to_code_points(line.words[0])) {
      const auto label = to_utf8({&c, 1});
      const auto& all = nodes().nodes();
      const auto key = std::find_if(all.begin(), all.end(),
                                    [&](const auto& node) { return node.role == ui::Role::Key && node.label == label; });
      if (key == all.end()) return fail("script.no-screen-key", label);
      touch(*key);
    }
    return {};
  }

  Result<void> press(const JourneyLine& line) {
    using platform::Key;
    static const std::map<std::string, Key> kKeys{
        {"Enter", Key::Enter},   {"Tab", Key::Tab},       {"BackTab", Key::BackTab}, {"Backspace", Key::Backspace},
        {"Delete", Key::Delete}, {"Escape", Key::Escape}, {"Left", Key::Left},       {"Right", Key::Right},
        {"Home", Key::Home},     {"End", Key::End}};
    const auto key = kKeys.find(line.words[0]);
    if (key == kKeys.end()) return fail("script.no-key", line.words[0]);
    kiosk_.display().feed(platform::KeyPressed{key->second});
    kiosk_.settle();
    clock_.advance(kBetweenTaps);
    return {};
  }

  Result<void> scroll(const JourneyLine& line) {
    const auto& way = line.words[0];
    if (way.starts_with("to ")) {
      auto node = reach(rest_of(std::string_view(way).substr(3)), "");
      return node ? Result<void>{} : fail(node.error());
    }
    if (!way.empty() && way != "down" && way != "up") return fail("script.scroll");
    drag(way == "up" ? 1.0F : -1.0F);
    return {};
  }

  /// A finger over the middle of the page, half its height up or down.
  void drag(float direction) {
    const auto size = kiosk_.display().size();
    const auto x = static_cast<float>(size.width) * 0.5F;
    const auto height = static_cast<float>(size.height);
    const float from = height * (direction < 0 ? 0.7F : 0.3F);
    kiosk_.display().touch_down(x, from);
    next_frame();
    for (int step = 1; step <= 8; ++step) {
      kiosk_.display().touch_move(x, from + direction * height * 0.05F * static_cast<float>(step));
      next_frame();
    }
    kiosk_.display().touch_up();
    for (int frame = 0; frame < kFlingFrames && (frame < 2 || kiosk_.display().busy()); ++frame) next_frame();
    kiosk_.settle();
  }

  void next_frame() {
    clock_.advance(Milliseconds(16));
    kiosk_.turn_once();
  }

  Result<void> wait(const JourneyLine& line) {
    double seconds = 0;
    const auto& text = line.words[0];
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (parsed.ec != std::errc() || seconds < 0 || seconds > 100'000) return fail("script.wait", text);
    for (auto left = Milliseconds(static_cast<std::int64_t>(seconds * 1000)); left > Milliseconds(0);) {
      const auto step = std::min(left, Milliseconds(1000));
      clock_.advance(step);
      left -= step;
      kiosk_.tick();
    }
    return {};
  }

  Result<void> expect(const JourneyLine& line) {
    const bool wanted = line.words[0] != "not";
    const auto& text = line.words.back();
    const auto& all = nodes().nodes();
    const bool found = std::any_of(all.begin(), all.end(), [&](const auto& node) {
      return node.label.find(text) != std::string::npos || node.value.find(text) != std::string::npos ||
             node.note.find(text) != std::string::npos;
    });
    if (found == wanted) return {};
    return wanted ? fail("script.expected", text) : fail("script.unexpected", text);
  }

  Result<void> shot(const JourneyLine& line) {
    kiosk_.settle();
    auto picture = kiosk_.display().capture();
    if (!picture) return fail(picture.error());
    return platform::write_png(files_, out_ / (line.words[0] + ".png"), *picture);
  }

  Result<void> tree(const JourneyLine& line) {
    return write_durably(files_, out_ / (line.words[0] + ".txt"), nodes().describe());
  }

  Result<void> install(const JourneyLine& line) {
    const Path repository = line.words[0];
    return kiosk_.take_release(repository.is_absolute() ? repository : out_ / repository);
  }

  Kiosk& kiosk_;
  ManualClock& clock_;
  FileSystem& files_;
  const Path& out_;
};

std::vector<std::string> words_of(const std::string& verb, std::string_view rest) {
  if (verb == "tap") return tap_words(rest);
  if (verb == "type") {
    auto field = next_word(rest);
    return {std::move(field), rest_of(rest)};
  }
  if (verb == "expect") {
    auto after = rest;
    if (next_word(after) == "not" && !trimmed(after).empty()) return {"not", rest_of(after)};
  }
  return {rest_of(rest)};
}

bool complete(const JourneyLine& line) {
  if (line.verb == "scroll") return true;
  return std::none_of(line.words.begin(), line.words.end(), [](const auto& word) { return word.empty(); });
}

}  // namespace

Result<std::vector<JourneyLine>> parse_journey(std::string_view text) {
  std::vector<JourneyLine> lines;
  int number = 0;
  for (const auto& raw : split(text, '\n')) {
    ++number;
    const auto written = trimmed(raw);
    if (written.empty() || written.front() == '#') continue;
    std::string_view rest = written;
    JourneyLine line{.number = number, .verb = next_word(rest), .words = {}};
    line.words = words_of(line.verb, rest);
    if (!complete(line)) return fail(Trouble::Invalid, "script.incomplete", number, line.verb);
    lines.push_back(std::move(line));
  }
  return lines;
}

Result<void> play(Kiosk& kiosk, ManualClock& clock, FileSystem& files, const std::vector<JourneyLine>& lines, const Path& out) {
  if (auto made = files.make_folders(out); !made) return made;
  kiosk.tick();
  Player player(kiosk, clock, files, out);
  for (const auto& line : lines) {
    const auto played = player.play(line);
    if (!played) return fail("script.failed", line.number, played.error(), kiosk.tree().describe());
  }
  return {};
}

}  // namespace mingting
