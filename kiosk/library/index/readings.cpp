// How characters are read in pinyin, those with several readings too.
#include "library/index/readings.hpp"

#include <unicode/translit.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/text/text.hpp"
#include "library/index/folding.hpp"

namespace mingting {
namespace {

/// Second readings that matter in titles and words of this field: syllable, characters.
struct SecondReading {
  const char* syllable;
  std::u32string_view characters;
};
constexpr std::array kSecondReadings{
    SecondReading{"chong", U"重"},   SecondReading{"zhong", U"重种"},  SecondReading{"hang", U"行巷"},
    SecondReading{"xing", U"行省"},  SecondReading{"chang", U"长场"},  SecondReading{"zhang", U"长"},
    SecondReading{"kuai", U"会"},    SecondReading{"hui", U"会"},      SecondReading{"tiao", U"调"},
    SecondReading{"diao", U"调"},    SecondReading{"dai", U"大待"},    SecondReading{"xia", U"厦"},
    SecondReading{"sha", U"厦"},     SecondReading{"lv", U"率"},       SecondReading{"shuai", U"率"},
    SecondReading{"huan", U"还"},    SecondReading{"hai", U"还"},      SecondReading{"ji", U"给系其奇期"},
    SecondReading{"gei", U"给"},     SecondReading{"can", U"参"},      SecondReading{"shen", U"参什"},
    SecondReading{"zang", U"藏"},    SecondReading{"cang", U"藏"},     SecondReading{"le", U"乐了"},
    SecondReading{"yue", U"乐"},     SecondReading{"zhao", U"朝着"},   SecondReading{"chao", U"朝"},
    SecondReading{"du", U"都度"},    SecondReading{"dou", U"都"},      SecondReading{"jiang", U"降"},
    SecondReading{"xiang", U"降"},   SecondReading{"zhuan", U"传"},    SecondReading{"chuan", U"传"},
    SecondReading{"shan", U"单"},    SecondReading{"chan", U"单"},     SecondReading{"shi", U"食识似"},
    SecondReading{"zhi", U"识"},     SecondReading{"she", U"舍射"},    SecondReading{"zha", U"查扎"},
    SecondReading{"cha", U"查差"},   SecondReading{"chai", U"差"},     SecondReading{"xue", U"血"},
    SecondReading{"xie", U"血叶"},   SecondReading{"jue", U"觉角"},    SecondReading{"jiao", U"觉角校"},
    SecondReading{"xiao", U"校"},    SecondReading{"bao", U"薄暴"},    SecondReading{"bo", U"薄"},
    SecondReading{"de", U"得"},      SecondReading{"dei", U"得"},      SecondReading{"di", U"地的"},
    SecondReading{"ge", U"合"},      SecondReading{"he", U"和合"},     SecondReading{"huo", U"和"},
    SecondReading{"hu", U"和"},      SecondReading{"mo", U"没模"},     SecondReading{"mu", U"模"},
    SecondReading{"nan", U"难"},     SecondReading{"pian", U"便片"},   SecondReading{"bian", U"便"},
    SecondReading{"qi", U"期其奇"},  SecondReading{"se", U"色塞"},     SecondReading{"sai", U"塞"},
    SecondReading{"shu", U"数属"},   SecondReading{"shuo", U"数说"},   SecondReading{"tuo", U"拓"},
    SecondReading{"ta", U"拓"},      SecondReading{"wu", U"恶"},       SecondReading{"yao", U"要"},
    SecondReading{"ying", U"应"},    SecondReading{"zuan", U"赚"},     SecondReading{"cheng", U"盛称乘"},
    SecondReading{"sheng", U"盛省乘"}, SecondReading{"ceng", U"曾"},   SecondReading{"zeng", U"曾"},
    SecondReading{"jie", U"解"},     SecondReading{"xian", U"见洗"},   SecondReading{"lu", U"绿六"},
    SecondReading{"liang", U"量"},   SecondReading{"fen", U"分"},      SecondReading{"gong", U"供"},
    SecondReading{"guan", U"观冠"},  SecondReading{"jia", U"假价"},    SecondReading{"jin", U"禁尽"},
    SecondReading{"juan", U"卷圈"},  SecondReading{"quan", U"圈"},     SecondReading{"lao", U"落"},
    SecondReading{"luo", U"落"},     SecondReading{"pu", U"铺堡"},     SecondReading{"qu", U"区"},
    SecondReading{"ou", U"区"},      SecondReading{"chu", U"处畜"},    SecondReading{"xu", U"畜"},
    SecondReading{"yin", U"殷"},     SecondReading{"zuo", U"作"},      SecondReading{"ba", U"坝"}};

/// nǚ -> nv, lǜ -> lv, lüè -> lue; tone marks fall off.
std::string toneless(const icu::UnicodeString& spelled) {
  static constexpr std::u32string_view kFrom = U"āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ";
  static constexpr std::string_view kTo = "aaaaeeeeiiiioooouuuuvvvvvnnnm";
  std::string syllable;
  for (int32_t i = 0; i < spelled.length(); i = spelled.moveIndex32(i, 1)) {
    const auto c = static_cast<char32_t>(spelled.char32At(i));
    if (const auto at = kFrom.find(c); at != std::u32string_view::npos) syllable += kTo[at];
    else if (c >= 'a' && c <= 'z') syllable += static_cast<char>(c);
    else if (c != 0x300 && c != 0x301 && c != 0x302 && c != 0x304 && c != 0x308 && c != 0x30C) return {};
  }
  if (syllable == "lve" || syllable == "nve") syllable[1] = 'u';
  return syllable;
}

std::map<std::string, std::u32string> icu_syllables() {
  std::map<std::string, std::u32string> all;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> spell(
      icu::Transliterator::createInstance("Han-Latin; NFC", UTRANS_FORWARD, status));
  if (U_FAILURE(status) || !spell) return all;
  for (char32_t c = 0x3400; c <= 0x9FFF; ++c) {
    icu::UnicodeString one(static_cast<UChar32>(c));
    spell->transliterate(one);
    if (auto syllable = toneless(one.trim()); !syllable.empty()) all[syllable] += c;
  }
  return all;
}

}  // namespace

const Readings& Readings::full() {
  static const Readings readings = [] {
    Readings made;
    for (const auto& [syllable, characters] : icu_syllables()) made.add(syllable, characters, {});
    for (const auto& second : kSecondReadings) made.add(second.syllable, {}, second.characters);
    return made;
  }();
  return readings;
}

void Readings::add(std::string_view syllable, std::u32string_view characters, std::u32string_view also) {
  auto& entry = table_[std::string(syllable)];
  for (const char32_t c : characters) {
    if (main_.emplace(c, syllable).second) entry.characters += c;
  }
  for (const char32_t c : also) {
    const auto main = main_.find(c);
    if (main != main_.end() && main->second == syllable) continue;
    also_[c].emplace_back(syllable);
    entry.also += c;
  }
}

const std::string& Readings::syllable(char32_t character) const {
  static const std::string kNone;
  const auto found = main_.find(character);
  return found == main_.end() ? kNone : found->second;
}

std::vector<std::string> Readings::syllables(char32_t character) const {
  std::vector<std::string> all;
  if (const auto& usual = syllable(character); !usual.empty()) all.push_back(usual);
  if (const auto also = also_.find(character); also != also_.end()) {
    for (const auto& other : also->second) all.push_back(other);
  }
  return all;
}

std::vector<std::string> Readings::spell(std::u32string_view folded) const {
  auto ways = spellings(folded, 1);
  return ways.empty() ? std::vector<std::string>() : std::move(ways.front());
}

std::vector<std::vector<std::string>> Readings::spellings(std::u32string_view folded, std::size_t most) const {
  std::vector<std::vector<std::string>> ways(1);
  for (const char32_t c : folded) {
    auto sounds = syllables(c);
    if (c == 0 || c == ' ') continue;
    if (sounds.empty()) sounds.emplace_back(1, c < 0x80 ? static_cast<char>(c) : '?');
    const std::size_t before = ways.size();
    for (std::size_t other = 1; other < sounds.size(); ++other) {
      for (std::size_t way = 0; way < before && ways.size() < most; ++way) {
        auto copy = ways[way];
        copy.push_back(sounds[other]);
        ways.push_back(std::move(copy));
      }
    }
    for (std::size_t way = 0; way < before; ++way) ways[way].push_back(sounds[0]);
  }
  return ways;
}

std::string blurred(std::string_view syllable) {
  std::string text(syllable);
  if (text.size() > 1 && text[1] == 'h' && (text[0] == 'z' || text[0] == 'c' || text[0] == 's')) text.erase(1, 1);
  if (!text.empty() && text[0] == 'l') text[0] = 'n';
  if (text.size() > 1 && text[0] == 'h' && text[1] == 'u') text[0] = 'f';
  if (text.size() > 2 && text.ends_with("ng")) text.pop_back();
  return text;
}

}  // namespace mingting
