// Which characters count as the same when searching.
#include "library/index/folding.hpp"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <memory>

#include "base/text/text.hpp"

namespace mingting {
namespace {

constexpr char32_t kFirstHan = 0x3400, kLastHan = 0x9FFF;

/// Variant forms ICU leaves as they are; the first of each pair is the form of 通用规范汉字表.
constexpr std::u32string_view kOwnVariants =
    U"产産青靑群羣峰峯强強内內郎郞绪緖查査概槪教敎只隻邻隣众衆回廻回迴同仝附坿宁寕宁甯户戶户戸吴吳吕呂别別说"
    U"説税稅"
    U"脱脫悦悅锐銳阅閱录録绿綠净淨静靜争爭换換温溫册冊删刪没沒单単区区気气黄黃虚虛卢盧卫衞为爲伪僞床牀厘釐杰"
    U"傑够夠"
    U"并並并併升昇升陞凄淒凉涼减減凑湊况況决決冲沖准凖净凈刹剎券劵升阩却卻厨廚厢廂厩廄参叅叙敍叙敘吃喫咏詠咱"
    U"偺唇脣唤喚"
    U"喧諠嗅齅器噐墙墻奸姦妆粧姊姉婿壻寝寑屏屛岩巖岩嵒岩巗岭嶺帆颿席蓆庵菴廉亷录彔志誌忙恾恒恆悖誖戚慼扎紮扣"
    U"釦"
    U"捆綑捞撈效効敕勅旗旂昆崑晃晄暗闇曝暴朵朶杠槓杯盃杯桮柏栢栗慄核覈栖棲梁樑棋碁棕椶棹櫂楼樓榜牓橹櫓欣訢欲"
    U"慾"
    U"款欵歌謌毁毀毁燬泛汎泛氾注註泄洩浚濬涂塗淡澹游遊溪谿潜潛澜瀾灾災灾烖炉鑪炮砲炮礮烟菸烟煙熏燻犁犂狸貍猪"
    U"豬猫貓"
    U"玩翫珍珎瑰瓌瓶缾略畧异異畴疇痹痺痴癡皂皁眯瞇睹覩碰踫碗盌秆稈秕粃秘祕稚穉稿稾窑窯窑窰窗窻窗牕笋筍筑築筝"
    U"箏粽糉糖餹"
    U"糠穅系係系繫累纍纳納绵緜线綫缰韁罂甖罪辠耻恥耽躭聋聾背揹胁脅脉脈脚腳膀髈膻羶臀臋舍捨船舩艳豔艳豓艺藝苏"
    U"甦"
    U"荡盪荫蔭菇菰葬塟蒂蔕蓑簑蔑衊薯藷虱蝨蚊蟁蚕蠶蛔蚘蜂蠭蜡蠟蝎蠍蝶蜨衮袞袄襖袜襪裙帬规槻证証词詞谏諌谣謡谭"
    U"譚豆荳赏賞"
    U"赝贋跖蹠踪蹤蹄蹏躯軀辉煇輝暉辞辤迹跡迹蹟遍徧村邨酬酧酬醻鉴鑑鉴鑒钩鉤铲鏟锈鏽镌鐫镰鐮闲閒阔濶阱穽雁鴈雕"
    U"鵰霉黴"
    U"颜顔馆舘驱駈驴驢骂罵鬓鬢鱼魚鲇鯰鳄鱷鹅鵞鹅鵝麻蔴〇零";

bool is_ignored(char32_t c) {
  return is_zero_width(c) || c == 0xAD || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF) ||
         (c >= 0x202A && c <= 0x202E) || c == 0x200E || c == 0x200F || (c >= 0x2066 && c <= 0x2069);
}

void add_icu_variants(Folding& folding) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> simplify(
      icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
  if (U_FAILURE(status) || !simplify) return;
  for (char32_t c = kFirstHan; c <= kLastHan; ++c) {
    icu::UnicodeString one(static_cast<UChar32>(c));
    simplify->transliterate(one);
    if (one.countChar32() == 1) folding.add(static_cast<char32_t>(one.char32At(0)), c);
  }
}

const icu::Normalizer2* compatibility_forms() {
  static const icu::Normalizer2* const forms = [] {
    UErrorCode status = U_ZERO_ERROR;
    const auto* found = icu::Normalizer2::getNFKCCasefoldInstance(status);
    return U_SUCCESS(status) ? found : nullptr;
  }();
  return forms;
}

const icu::Normalizer2* decomposition() {
  static const icu::Normalizer2* const forms = [] {
    UErrorCode status = U_ZERO_ERROR;
    const auto* found = icu::Normalizer2::getNFKDInstance(status);
    return U_SUCCESS(status) ? found : nullptr;
  }();
  return forms;
}

/// Wi-Fi, PM2.5 and COVID-19 are one word each: a mark between two letters or figures is no gap where a
/// letter stands in what it joins. Figures alone stay apart: 2026-01-05, 1.5.
FoldedText joined(const FoldedText& text, std::string_view original) {
  const auto is_latin = [](char32_t c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  const auto is_joint = [&](std::size_t at) {
    static constexpr std::string_view kJoints = "-.'_/&+";
    const auto& gap = text[at];
    return gap.code_point == 0 && at > 0 && at + 1 < text.size() && is_latin(text[at - 1].code_point) &&
           is_latin(text[at + 1].code_point) && text[at + 1].from == gap.to && gap.to == gap.from + 1 &&
           kJoints.find(original[gap.from]) != std::string_view::npos;
  };
  FoldedText whole;
  whole.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    bool letter = false;
    for (; end < text.size() && (is_latin(text[end].code_point) || is_joint(end)); ++end)
      letter = letter || text[end].code_point >= 'a';
    if (end == at) end = at + 1;
    for (; at < end; ++at) {
      if (!letter || text[at].code_point != 0) whole.push_back(text[at]);
    }
  }
  return whole;
}

}  // namespace

Folding::Folding() : han_(kLastHan - kFirstHan + 1) {
  for (char32_t c = kFirstHan; c <= kLastHan; ++c) han_[c - kFirstHan] = static_cast<char16_t>(c);
}

const Folding& Folding::full() {
  static const Folding folding = [] {
    Folding made;
    add_icu_variants(made);
    for (std::size_t i = 0; i + 1 < kOwnVariants.size(); i += 2)
      made.add(kOwnVariants[i], kOwnVariants[i + 1]);
    made.settle();
    return made;
  }();
  return folding;
}

void Folding::add(char32_t character, char32_t variant) {
  const bool in_table = variant >= kFirstHan && variant <= kLastHan && character <= 0xFFFF;
  if (in_table && character != variant) han_[variant - kFirstHan] = static_cast<char16_t>(character);
}

std::map<char32_t, std::u32string> Folding::variants() const {
  std::map<char32_t, std::u32string> all;
  for (char32_t c = kFirstHan; c <= kLastHan; ++c) {
    if (const char32_t to = han_[c - kFirstHan]; to != c) all[to] += c;
  }
  return all;
}

char32_t Folding::plain(char32_t c) const {
  return c >= kFirstHan && c <= kLastHan ? han_[c - kFirstHan] : c;
}

char32_t Folding::last_form(char32_t c) const {
  std::u32string chain(1, c);
  for (char32_t next = plain(c); chain.find(next) == std::u32string::npos; next = plain(next)) chain += next;
  const char32_t end = plain(chain.back());
  // 苎 and 苧 each name the other in ICU's table: the lower one stands for both.
  return end == chain.back() ? end : std::ranges::min(chain.substr(chain.find(end)));
}

void Folding::settle() {
  auto settled = han_;
  for (char32_t c = kFirstHan; c <= kLastHan; ++c)
    settled[c - kFirstHan] = static_cast<char16_t>(last_form(c));
  han_ = std::move(settled);
}

void Folding::append(FoldedText& text, char32_t c, std::uint32_t from, std::uint32_t to) const {
  c = half_width(c);
  if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
  if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
    text.push_back({c, from, to});
  } else if (c >= kFirstHan && c <= kLastHan) {
    text.push_back({plain(c), from, to});
  } else if (c == U'○' || c == U'◯' || c == U'〇') {  // the zero of years, as typewriters had it
    text.push_back({U'〇', from, to});
  } else if (c < 0x80 || (c >= 0x3000 && c <= 0x3020)) {
    if (!text.empty() && text.back().code_point != 0) text.push_back({0, from, to});
  } else if (!is_ignored(c)) {
    append_rare(text, c, from, to);
  }
}

void Folding::append_rare(FoldedText& text, char32_t c, std::uint32_t from, std::uint32_t to) const {
  icu::UnicodeString forms(static_cast<UChar32>(c));
  UErrorCode status = U_ZERO_ERROR;
  if (compatibility_forms() != nullptr) forms = compatibility_forms()->normalize(forms, status);
  if (decomposition() != nullptr && U_SUCCESS(status)) forms = decomposition()->normalize(forms, status);
  bool kept = false;
  for (int32_t i = 0; U_SUCCESS(status) && i < forms.length(); i = forms.moveIndex32(i, 1)) {
    const UChar32 part = forms.char32At(i);
    if (u_charType(part) == U_NON_SPACING_MARK) {
      kept = true;  // an accent on the letter before
    } else if (u_isalnum(part)) {
      text.push_back({plain(static_cast<char32_t>(part)), from, to});
      kept = true;
    }
  }
  if (!kept && !text.empty() && text.back().code_point != 0) text.push_back({0, from, to});
}

FoldedText Folding::fold(std::string_view text) const {
  FoldedText folded;
  folded.reserve(text.size() / 3 + 8);
  for (std::size_t at = 0; at < text.size();) {
    const auto from = static_cast<std::uint32_t>(at);
    const char32_t c = next_code_point(text, at);
    append(folded, c, from, static_cast<std::uint32_t>(at));
  }
  if (!folded.empty() && folded.back().code_point == 0) folded.pop_back();
  return joined(folded, text);
}

std::u32string Folding::folded(std::string_view text) const {
  std::u32string result;
  for (const auto& c : fold(text)) result += c.code_point == 0 ? U' ' : c.code_point;
  return result;
}

CharacterClass class_of(char32_t c) {
  if (c == 0) return CharacterClass::Gap;
  if (c >= '0' && c <= '9') return CharacterClass::Figure;
  if (c < 0x250 || (c >= 0x370 && c < 0x530)) return CharacterClass::Letter;
  return CharacterClass::Ideograph;
}

}  // namespace mingting
