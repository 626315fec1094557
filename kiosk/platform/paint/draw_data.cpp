// Commands in their order: rectangles are found among the triangles and painted whole.
#include "platform/paint/draw_data.hpp"

#include "platform/paint/quad.hpp"

namespace mingting::platform {
namespace {

constexpr ImTextureID kAtlas = 1;  // any but 0, and no Sheet's address

Ink ink_of(ImU32 color) {
  const auto byte = [color](int shift) { return static_cast<std::uint8_t>(color >> shift); };
  return {byte(IM_COL32_R_SHIFT), byte(IM_COL32_G_SHIFT), byte(IM_COL32_B_SHIFT), byte(IM_COL32_A_SHIFT)};
}

/// What a command shows pieces of: the atlas for as long as the command is painted, or a picture's sheet.
class Shown {
 public:
  explicit Shown(const ImTextureRef& texture) {
    const auto* atlas = texture._TexData;
    if (atlas == nullptr) sheet_ = reinterpret_cast<const Sheet*>(texture._TexID);
    else if (atlas->Pixels != nullptr && atlas->Format == ImTextureFormat_Alpha8) own_ = Sheet::over(atlas->Pixels, atlas->Width, atlas->Height);
  }
  const Sheet* sheet() const { return own_ ? own_.get() : sheet_; }

 private:
  std::unique_ptr<Sheet> own_;
  const Sheet* sheet_ = nullptr;
};

void paint_quad(const Quad& quad, const Sheet* sheet, const Area& clip, Brush& brush) {
  const Area to = pixels_between(quad.from.x, quad.from.y, quad.to.x, quad.to.y);
  if (!quad.textured()) return brush.fill(overlap(to, clip), ink_of(quad.color));
  if (sheet == nullptr) return;
  const auto wide = static_cast<float>(sheet->width()), high = static_cast<float>(sheet->height());
  Piece piece{quad.uv_from.x * wide, quad.uv_from.y * high, quad.uv_to.x * wide, quad.uv_to.y * high};
  if (quad.from.x > quad.to.x) std::swap(piece.left, piece.right);
  if (quad.from.y > quad.to.y) std::swap(piece.top, piece.bottom);
  brush.lay(*sheet, piece, to, clip, ink_of(quad.color));
}

void paint_triangle(const ImDrawVert* corners, const ImDrawIdx* index, const Area& clip, Brush& brush) {
  const auto &a = corners[index[0]], &b = corners[index[1]], &c = corners[index[2]];
  const auto same_place = [&a](const ImDrawVert& other) { return other.uv.x == a.uv.x && other.uv.y == a.uv.y; };
  if (!same_place(b) || !same_place(c)) return;
  const auto corner = [](const ImDrawVert& at) { return Corner{at.pos.x, at.pos.y, ink_of(at.col)}; };
  brush.triangle({corner(a), corner(b), corner(c)}, clip);
}

void paint_command(const ImDrawList& list, const ImDrawCmd& command, Brush& brush) {
  const auto& at = command.ClipRect;
  if (!(at.x < at.z && at.y < at.w)) return;
  const Area clip = pixels_between(at.x, at.y, at.z, at.w);
  const Shown shown(command.TexRef);
  const auto* corners = list.VtxBuffer.Data + command.VtxOffset;
  const auto* index = list.IdxBuffer.Data + command.IdxOffset;
  for (unsigned done = 0; done + 3 <= command.ElemCount;) {
    const auto quad = done + 6 <= command.ElemCount ? quad_at(corners, index + done) : std::nullopt;
    if (quad) paint_quad(*quad, shown.sheet(), clip, brush);
    else paint_triangle(corners, index + done, clip, brush);
    done += quad ? 6 : 3;
  }
}

void run(const ImDrawList& list, const ImDrawCmd& command, Brush& brush) {
  if (command.UserCallback == nullptr) paint_command(list, command, brush);
  else if (command.UserCallback != ImDrawCallback_ResetRenderState) command.UserCallback(&list, &command);
}

}  // namespace

void promise_painting(ImGuiIO& io) {
  io.BackendRendererName = "mingting";
  io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset | ImGuiBackendFlags_RendererHasTextures;
  io.Fonts->TexDesiredFormat = ImTextureFormat_Alpha8;
  io.Fonts->Flags |= ImFontAtlasFlags_NoBakedLines | ImFontAtlasFlags_NoMouseCursors;
}

void grant(const ImVector<ImTextureData*>& textures) {
  for (auto* texture : textures) {
    if (texture->Status == ImTextureStatus_OK || texture->Status == ImTextureStatus_Destroyed) continue;
    const bool ends = texture->Status == ImTextureStatus_WantDestroy;
    texture->SetTexID(ends ? ImTextureID_Invalid : kAtlas);
    texture->SetStatus(ends ? ImTextureStatus_Destroyed : ImTextureStatus_OK);
  }
}

void give_up_textures() {
  for (auto* texture : ImGui::GetPlatformIO().Textures) {
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_Destroyed);
  }
  ImGui::GetIO().BackendRendererName = nullptr;
}

void paint(const ImDrawData& data, Brush& brush) {
  for (const auto* list : data.CmdLists) {
    for (const auto& command : list->CmdBuffer) run(*list, command, brush);
  }
}

}  // namespace mingting::platform
