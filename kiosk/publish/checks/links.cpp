// A link may be written as an id, as a path from the file or from the folder, or percent-encoded: all become one form.
#include "publish/checks/links.hpp"

#include <algorithm>
#include <filesystem>

#include "base/text/text.hpp"

namespace mingting {
namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// %E6%94%BF to 政; editors write links so.
std::string percent_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool code =
        text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 && hex_value(text[i + 2]) >= 0;
    decoded += code ? static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2])) : text[i];
    if (code) i += 2;
  }
  return is_valid_utf8(decoded) ? decoded : std::string(text);
}

/// "../col/name" seen from "other/item.md": "col/name".
std::string from_file(const std::string& file, const std::string& target) {
  return (std::filesystem::path(file).parent_path() / target).lexically_normal().generic_string();
}

bool has_anchor(const Document& document, const std::string& anchor) {
  return std::any_of(document.blocks.begin(), document.blocks.end(), [&](const Block& block) {
    return block.kind == BlockKind::Heading && block.anchor == anchor;
  });
}

Remark anchor_hint(const Document& document, const std::string& anchor) {
  std::vector<std::string> known;
  for (const auto& block : document.blocks) {
    if (block.kind == BlockKind::Heading) known.push_back(block.anchor);
  }
  return nearest_hint(anchor, known);
}

class Resolver {
 public:
  Resolver(std::vector<ItemFile>& items, const NameIndex& names) : items_(items), names_(names) {}

  void resolve(ItemFile& file) {
    for (const auto& use : file.links) {
      const auto target = resolved(file, use.line, use.target);
      if (use.span != LinkUse::kNoSpan) file.document.blocks[use.block].spans[use.span].link = target;
    }
    for (const auto& use : file.pictures) {
      auto& block = file.document.blocks[use.block];
      block.media = media_name(file, use.line, block.media);
    }
  }

 private:
  std::string resolved(ItemFile& file, int line, const std::string& written) {
    if (leads_outside(written)) return written;
    const auto target = composed(percent_decoded(written));
    const auto hash = target.find('#');
    auto path = target.substr(0, hash);
    const auto anchor = hash == std::string::npos ? "" : anchor_of(std::string_view(target).substr(hash + 1));
    if (path.starts_with("item:")) path.erase(0, 5);
    if (const auto name = as_media(file, path); !name.empty()) return media_link(file, line, written, name);
    const auto place = path.empty() ? names_.item(file.document.item.id) : find_item(file, path);
    if (place == NameIndex::kNone) {
      if (path.empty()) return "";
      file.report.error(line, "item-link.no-item", written, names_.item_hint(path));
      return "";
    }
    return item_link(file, line, items_[place].document, anchor);
  }

  std::string item_link(ItemFile& file, int line, const Document& document, const std::string& anchor) {
    auto link = "item:" + document.item.id;
    if (anchor.empty()) return link;
    if (!has_anchor(document, anchor)) {
      file.report.error(line, "item-link.no-heading", anchor, document.item.id, anchor_hint(document, anchor));
    }
    return link + "#" + anchor;
  }

  std::size_t find_item(const ItemFile& file, std::string path) {
    if (path.ends_with(".md")) path.resize(path.size() - 3);
    if (path.starts_with("/")) path.erase(0, 1);
    const auto direct = names_.item(path);
    return direct != NameIndex::kNone ? direct : names_.item(from_file(file.report.file(), path));
  }

  /// The name below media/ when the path leads there, or "".
  static std::string as_media(const ItemFile& file, std::string path) {
    if (path.starts_with("media:")) return path.substr(6);
    if (path.starts_with("/")) path.erase(0, 1);
    for (const auto& candidate : {path, from_file(file.report.file(), path)}) {
      if (candidate.starts_with("media/") && candidate.size() > 6) return candidate.substr(6);
    }
    return "";
  }

  std::string media_link(ItemFile& file, int line, const std::string& written, const std::string& name) {
    check_media(file, line, "item-link.no-medium", written, name);
    return "media:" + name;
  }

  std::string media_name(ItemFile& file, int line, const std::string& written) {
    if (leads_outside(written)) {
      file.report.error(line, "item-picture.outside", written);
      return "";
    }
    auto name = as_media(file, composed(percent_decoded(written)));
    if (name.empty()) {
      file.report.error(line, "item-picture.not-in-media", written);
    } else {
      check_media(file, line, "item-picture.no-medium", written, name);
      if (names_.has_media(name) && !names_.has_picture(name)) file.report.error(line, "item-picture.no-picture", written);
    }
    return name;
  }

  void check_media(ItemFile& file, int line, std::string_view code, const std::string& written, const std::string& name) {
    if (!names_.has_media(name)) file.report.error(line, code, written, name, names_.media_hint(name));
  }

  std::vector<ItemFile>& items_;
  const NameIndex& names_;
};

}  // namespace

void resolve_links(std::vector<ItemFile>& items, const NameIndex& names) {
  Resolver resolver(items, names);
  for (auto& file : items) resolver.resolve(file);
}

}  // namespace mingting
