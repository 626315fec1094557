// Faces loaded into ImGui, and which one has a character.
#include "ui/text/fonts.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <imgui_freetype.h>
#include <imgui_internal.h>

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_SIZES_H

#include <cmath>
#include <limits>
#include <map>

#include "base/text/characters.hpp"
#include "base/text/text.hpp"

namespace mingting::ui {
namespace {

constexpr float kUnknown = -1;
constexpr float kReference = 64;  // em size the merged faces are balanced at

struct Mapping {
  void* data = nullptr;
  int size = 0;
};

/// Mapped once for the life of the process: contexts come and go in tests, and Dear ImGui reads the bytes
/// until its own end.
std::map<Path, Mapping>& mapped_files() {
  static std::map<Path, Mapping> mapped;
  return mapped;
}

Result<Mapping> map_file(const Path& file) {
  auto& mapped = mapped_files();
  if (const auto known = mapped.find(file); known != mapped.end()) return known->second;
  const int handle = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat info {};
  const bool usable = handle >= 0 && ::fstat(handle, &info) == 0 && info.st_size > 0 &&
                      info.st_size < std::numeric_limits<int>::max();
  void* data =
      usable ? ::mmap(nullptr, static_cast<std::size_t>(info.st_size), PROT_READ, MAP_PRIVATE, handle, 0)
             : MAP_FAILED;
  if (handle >= 0) ::close(handle);
  if (data == MAP_FAILED) {
    return fail(Trouble::Unavailable, "fonts.unreadable", file.string());
  }
  return mapped.emplace(file, Mapping{data, static_cast<int>(info.st_size)}).first->second;
}

/// Each glyph that is read brings the sixteen pages round it into this process, and a page of words ten megabytes of a face.
/// They are given back to the system's cache now and then, from where they come again without the disk.
void give_back_pages() {
  constexpr int kGlyphs = 64;
  static int read = 0;
  if (++read % kGlyphs != 0) return;
  for (const auto& [file, mapping] : mapped_files()) ::madvise(mapping.data, static_cast<std::size_t>(mapping.size), MADV_DONTNEED);
}

/// Dear ImGui's FreeType loader tells sizes apart by their address, and its atlas moves sizes about when it throws unused ones
/// away: then it draws one size's glyphs in another. So the size is set before every glyph.
bool load_glyph_in_its_size(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void* data, ImWchar codepoint,
                            ImFontGlyph* glyph, float* advance) {
  // What the loader keeps of a size of a face begins with FreeType's own.
  if (const auto size = *static_cast<FT_Size*>(data); size != nullptr) FT_Activate_Size(size);
  give_back_pages();
  return ImGuiFreeType::GetFontLoader()->FontBakedLoadGlyph(atlas, source, baked, data, codepoint, glyph, advance);
}

const ImFontLoader& exact_loader() {
  static const ImFontLoader loader = [] {
    ImFontLoader exact = *ImGuiFreeType::GetFontLoader();
    exact.FontBakedLoadGlyph = load_glyph_in_its_size;
    return exact;
  }();
  return loader;
}

/// Marks, letters and figures as wide as a character.
bool is_full_width(char32_t c) { return (c >= 0xFF01 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6); }

}  // namespace

Type::Type(ImFont& font, float em_scale, int em) : font_(font), em_(em) {
  const float exact = static_cast<float>(em) * em_scale;
  size_ = std::max(1.0F, std::round(exact));
  density_ = exact / size_;
}

ImFontBaked& Type::baked() {
  const int frame = ImGui::GetFrameCount();
  if (baked_ == nullptr || frame != frame_) {
    baked_ = font_.GetFontBaked(size_, density_);
    baked_->LoadNoRenderOnLayout = 1;  // measuring a long document must not rasterise it
    frame_ = frame;
  }
  return *baked_;
}

float Type::load_advance(char32_t c) {
  if (is_unseen(c) || is_mark(c)) return 0;
  // Every face we merge sets these on the full em. Asked for a mark at U+FF0C, Dear ImGui would keep a table up to it for each size.
  if (is_han(c) || is_full_width(c)) return static_cast<float>(em_);
  const float advance = baked().GetCharAdvance(static_cast<ImWchar>(has(c) ? c : kSubstitute)) * density_;
  return advance > 0 ? std::round(advance) : static_cast<float>(em_);
}

bool Type::has(char32_t c) {
  const auto [known, added] = known_.try_emplace(c, false);
  if (added) known->second = is_unseen(c) || (!is_private_use(c) && font_.IsGlyphInFont(static_cast<ImWchar>(c)));
  return known->second;
}

float Type::advance(char32_t c) {
  const char32_t block = c >> 8;
  if (block != last_block_) {
    auto [entry, added] = pages_.try_emplace(block);
    if (added) entry->second.fill(kUnknown);
    last_page_ = &entry->second;
    last_block_ = block;
  }
  float& known = (*last_page_)[c & 0xFF];
  if (known == kUnknown) known = load_advance(c);
  return known;
}

void Type::draw(ImDrawList& list, char32_t c, float x, float baseline, ImU32 color) {
  if (is_unseen(c) || c == U' ' || c == 0x3000) return;
  auto& face = baked();
  const ImFontGlyph* glyph = face.FindGlyphNoFallback(static_cast<ImWchar>(c));
  if (glyph == nullptr || is_private_use(c)) glyph = face.FindGlyph(static_cast<ImWchar>(kSubstitute));
  if (glyph == nullptr || glyph->Visible == 0) return;
  const float left = std::round(x + glyph->X0 * density_);
  const float top = baseline + std::round((glyph->Y0 - std::round(face.Ascent)) * density_);
  const float width = std::round((glyph->X1 - glyph->X0) * density_);
  const float height = std::round((glyph->Y1 - glyph->Y0) * density_);
  const ImVec2 uv0(glyph->U0, glyph->V0);
  const ImVec2 uv1(glyph->U1, glyph->V1);
  list.PrimReserve(6, 4);
  list.PrimRectUV(ImVec2(left, top), ImVec2(left + width, top + height), uv0, uv1, color);
}

Result<Fonts::Face> Fonts::load_face(const std::vector<FaceFile>& files, const char* role) {
  if (files.empty())
    return fail(Trouble::Unavailable, "fonts.none-given", role);
  Face face;
  for (const auto& file : files) {
    const auto mapping = map_file(file.file);
    if (!mapping) {
      if (face.font == nullptr) return fail(mapping.error());
      continue;  // a fallback less: rare characters show as a box, everything else is well
    }
    ImFontConfig config;
    config.FontNo = static_cast<ImU32>(file.index);
    config.MergeMode = face.font != nullptr;
    config.Flags = ImFontFlags_NoLoadError;
    auto* font = ImGui::GetIO().Fonts->AddFontFromMemoryTTF(mapping->data, mapping->size,
                                                            kReference * file.em_scale, &config);
    if (font == nullptr) {
      if (face.font == nullptr)
        return fail(Trouble::Unavailable, "fonts.unusable", file.file.string());
      continue;
    }
    font->Sources.back()->FontDataOwnedByAtlas =
        false;  // asked for only now, or Dear ImGui would copy the face
    if (face.font == nullptr) face = {font, file.em_scale};
  }
  return face;
}

Result<Fonts> Fonts::load(const Faces& faces) {
  ImGui::GetIO().Fonts->SetFontLoader(&exact_loader());
  Fonts fonts;
  const auto regular = load_face(faces.regular, "regular");
  if (!regular) return fail(regular.error());
  const auto bold = load_face(faces.bold, "bold");
  if (!bold) return fail(bold.error());
  fonts.regular_ = *regular;
  fonts.bold_ = *bold;
  return fonts;
}

Type& Fonts::type(bool bold, int em) {
  auto& slot = types_[em * 2 + (bold ? 1 : 0)];
  if (!slot) {
    const auto& face = bold ? bold_ : regular_;
    slot = std::make_unique<Type>(*face.font, face.em_scale, std::max(em, 1));
  }
  return *slot;
}

}  // namespace mingting::ui
