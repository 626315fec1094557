// How a frame of Dear ImGui becomes pixels.
#pragma once

#include <imgui.h>

#include "platform/paint/brush.hpp"

namespace mingting::platform {

/// Before Dear ImGui's fonts are loaded: says what this painter can do, and asks for an atlas of one byte a pixel.
void promise_painting(ImGuiIO& io);

/// The atlas is painted from Dear ImGui's own bytes, so its wishes to have textures made, changed and thrown away are granted by
/// saying so. Each frame, painted or not.
void grant(const ImVector<ImTextureData*>& textures);
/// Before the context ends.
void give_up_textures();

/// What a command may draw: plain colours and upright pieces of the atlas or of a Sheet (whose address is the ImTextureID); triangles
/// of a plain colour, each corner with its own. Pieces that are turned are left out: the kit has none. Callbacks are called in turn.
/// The window's corner is (0, 0).
void paint(const ImDrawData& data, Brush& brush);

}  // namespace mingting::platform
