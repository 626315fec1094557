#include "publish/checks/links.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include "base/text.hpp"
#include "domain/identity/document_number.hpp"

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

bool leads_outside(std::string_view target) {
  const auto lower = ascii_lower(target);
  return lower.starts_with("http://") || lower.starts_with("https://") || lower.starts_with("tel:") ||
         lower.starts_with("mailto:");
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
      file.report.error(line, "link.no-item", written, names_.item_hint(path));
      return "";
    }
    return item_link(file, line, items_[place].document, anchor);
  }

  std::string item_link(ItemFile& file, int line, const Document& document, const std::string& anchor) {
    auto link = "item:" + document.item.id;
    if (anchor.empty()) return link;
    if (!has_anchor(document, anchor)) {
      file.report.error(line, "link.no-heading", anchor, document.item.id, anchor_hint(document, anchor));
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
    check_media(file, line, "link.no-medium", written, name);
    return "media:" + name;
  }

  std::string media_name(ItemFile& file, int line, const std::string& written) {
    if (leads_outside(written)) {
      file.report.error(line, "picture.outside", written);
      return "";
    }
    auto name = as_media(file, composed(percent_decoded(written)));
    if (name.empty()) {
      file.report.error(line, "picture.not-in-media", written);
    } else {
      check_media(file, line, "picture.no-medium", written, name);
    }
    return name;
  }

  void check_media(ItemFile& file, int line, std::string_view code, const std::string& written, const std::string& name) {
    if (!names_.has_media(name)) file.report.error(line, code, written, name, names_.media_hint(name));
  }

  std::vector<ItemFile>& items_;
  const NameIndex& names_;
};

/// B replaced-by A says the same as A replaces B: both give the arrow A -> B.
struct Arrow {
  int family = -1;  ///< arrows of one family must not form a circle; -1: no such rule
  bool backwards = false;
};

Arrow arrow_of(RelationKind kind) {
  switch (kind) {
    case RelationKind::Replaces:
      return {0, false};
    case RelationKind::ReplacedBy:
      return {0, true};
    case RelationKind::CarriesOut:
      return {1, false};
    case RelationKind::CarriedOutBy:
      return {1, true};
    case RelationKind::Explains:
      return {2, false};
    case RelationKind::ExplainedBy:
      return {2, true};
    default:
      return {};
  }
}

/// Finds circles among arrows of one family: a walk in depth with its own stack, so that a long chain is no
/// danger.
class CircleFinder {
 public:
  CircleFinder(std::vector<ItemFile>& items, int family)
      : items_(items), arrows_(items.size()), family_(family) {}

  void add(std::size_t from, std::size_t to, std::size_t file, int line) {
    arrows_[from].push_back({to, file, line});
  }

  void report() {
    state_.assign(items_.size(), State::New);
    for (std::size_t start = 0; start < items_.size(); ++start) walk(start);
  }

 private:
  enum class State { New, OnPath, Done };
  struct Edge {
    std::size_t to, file;
    int line;
  };
  struct Step {
    std::size_t node, next = 0;
  };

  void walk(std::size_t start) {
    if (state_[start] != State::New) return;
    std::vector<Step> path{{start}};
    state_[start] = State::OnPath;
    while (!path.empty()) {
      auto& step = path.back();
      if (step.next == arrows_[step.node].size()) {
        state_[step.node] = State::Done;
        path.pop_back();
        continue;
      }
      const auto edge = arrows_[step.node][step.next++];
      if (state_[edge.to] == State::OnPath) complain(path, edge);
      if (state_[edge.to] != State::New) continue;
      state_[edge.to] = State::OnPath;
      path.push_back({edge.to});
    }
  }

  void complain(const std::vector<Step>& path, const Edge& edge) {
    static constexpr std::array<std::string_view, 3> kCodes{"relation.replaces-in-circle", "relation.carries-out-in-circle",
                                                            "relation.explains-in-circle"};
    std::string circle;
    const auto from =
        std::find_if(path.begin(), path.end(), [&](const Step& step) { return step.node == edge.to; });
    for (auto step = from; step != path.end(); ++step) circle += items_[step->node].document.item.id + " → ";
    items_[edge.file].report.error(edge.line, kCodes.at(static_cast<std::size_t>(family_)), circle + items_[edge.to].document.item.id);
  }

  std::vector<ItemFile>& items_;
  std::vector<std::vector<Edge>> arrows_;
  std::vector<State> state_;
  int family_;
};

void check_item_relations(ItemFile& file, const NameIndex& names) {
  const auto& item = file.document.item;
  for (std::size_t i = 0; i < item.relations.size(); ++i) {
    const auto& relation = item.relations[i];
    const int line = file.relation_lines[i];
    if (relation.item.empty()) continue;
    if (relation.item == item.id) {
      file.report.error(line, "relation.itself");
    } else if (names.item(relation.item) == NameIndex::kNone) {
      file.report.error(line, "relation.no-item", relation.item, names.item_hint(relation.item));
    } else if (std::count(item.relations.begin(), item.relations.begin() + static_cast<std::ptrdiff_t>(i),
                          relation) > 0) {
      file.report.warning(line, "relation.twice", relation.item);
    }
  }
}

bool has_word(const Document& document, std::string_view word) {
  const auto in = [&](std::string_view text) { return text.find(word) != std::string_view::npos; };
  const auto& item = document.item;
  return in(item.title) || in(item.summary) || std::any_of(item.keywords.begin(), item.keywords.end(), in) ||
         std::any_of(document.blocks.begin(), document.blocks.end(),
                     [&](const Block& block) { return in(plain_text(block)); });
}

/// Says of the second and further items that share a key with an earlier one, through `complain(earlier,
/// later)`.
template <class Key, class Complain>
void for_duplicates(std::vector<ItemFile>& items, Key key, Complain complain) {
  std::unordered_map<std::string, std::size_t> first;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::string name = key(items[i]);
    if (name.empty()) continue;
    const auto [earlier, is_new] = first.emplace(name, i);
    if (!is_new) complain(items[earlier->second], items[i]);
  }
}

}  // namespace

NameIndex::NameIndex(std::vector<ItemFile>& items, const std::vector<MediaFile>& media) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    items_.emplace(items[i].document.item.id, i);
    ids_.push_back(items[i].document.item.id);
  }
  for (std::size_t i = 0; i < media.size(); ++i) {
    media_.emplace(media[i].name, i);
    media_names_.push_back(media[i].name);
  }
}

std::size_t NameIndex::item(const std::string& id) const {
  const auto found = items_.find(id);
  return found == items_.end() ? kNone : found->second;
}

void check_duplicates(std::vector<ItemFile>& items) {
  for_duplicates(
      items, [](const ItemFile& file) { return ascii_lower(file.document.item.id); },
      [](const ItemFile& earlier, ItemFile& later) {
        later.report.error(0, "namesake.item", earlier.report.file());
      });
  for_duplicates(
      items,
      [](const ItemFile& file) {
        const auto number = parse_document_number(file.document.item.document_number);
        return number ? print_document_number(*number) : std::string();
      },
      [](const ItemFile& earlier, ItemFile& later) {
        later.report.warning(later.document_number_line, "namesake.document-number", later.document.item.document_number, earlier.report.file());
      });
  for_duplicates(
      items, [](const ItemFile& file) { return file.document.item.index_number; },
      [](const ItemFile& earlier, ItemFile& later) {
        later.report.warning(later.index_number_line, "namesake.index-number", later.document.item.index_number, earlier.report.file());
      });
}

void resolve_links(std::vector<ItemFile>& items, const NameIndex& names) {
  Resolver resolver(items, names);
  for (auto& file : items) resolver.resolve(file);
}

void check_relations(std::vector<ItemFile>& items, const NameIndex& names) {
  std::vector<CircleFinder> finders;
  finders.reserve(3);
  for (int family = 0; family < 3; ++family) finders.emplace_back(items, family);
  for (std::size_t i = 0; i < items.size(); ++i) {
    check_item_relations(items[i], names);
    const auto& relations = items[i].document.item.relations;
    for (std::size_t r = 0; r < relations.size(); ++r) {
      const auto other = names.item(relations[r].item);
      const auto arrow = arrow_of(relations[r].kind);
      if (other == NameIndex::kNone || other == i || arrow.family < 0) continue;
      finders[static_cast<std::size_t>(arrow.family)].add(
          arrow.backwards ? other : i, arrow.backwards ? i : other, i, items[i].relation_lines[r]);
    }
  }
  for (auto& finder : finders) finder.report();
}

namespace {

/// A comment is on a draft: its form opens from the draft's page alone, where the period is judged.
bool opens_comment(const std::string& target, const std::vector<Form>& forms) {
  return std::any_of(forms.begin(), forms.end(), [&](const Form& form) {
    return form.rules == RuleSet::Comment && target == "form:" + form.id;
  });
}

void add_forms(std::vector<std::string>& known, const std::vector<Form>& forms) {
  for (const auto& form : forms) {
    if (form.rules != RuleSet::Comment) known.push_back("form:" + form.id);
  }
}

}  // namespace

void check_tiles(const SiteFile& site, const NameIndex& names, const std::vector<ColumnFile>& columns,
                 const std::vector<Form>& forms, FileReport& report) {
  std::vector<std::string> known{"search", "progress"};
  for (const auto& column : columns) known.push_back("column:" + column.column.id);
  add_forms(known, forms);
  for (std::size_t i = 0; i < site.site.tiles.size(); ++i) {
    const auto& target = site.site.tiles[i].target;
    if (target.empty() || std::find(known.begin(), known.end(), target) != known.end()) continue;
    if (target.starts_with("item:") && names.item(target.substr(5)) != NameIndex::kNone) continue;
    if (opens_comment(target, forms)) {
      report.error(site.tile_lines[i], "door.comment", target);
      continue;
    }
    report.error(site.tile_lines[i], "door.tile-to-nowhere", target, nearest_hint(target, known));
  }
}

void check_doors(std::vector<ColumnFile>& columns, const std::vector<Form>& forms) {
  std::vector<std::string> known;
  known.reserve(columns.size() + forms.size());
  for (const auto& column : columns) known.push_back("column:" + column.column.id);
  add_forms(known, forms);
  for (auto& column : columns) {
    for (std::size_t i = 0; i < column.column.doors.size(); ++i) {
      const auto& target = column.column.doors[i].target;
      const bool itself = target == "column:" + column.column.id;
      if (target.empty() || (!itself && std::find(known.begin(), known.end(), target) != known.end())) continue;
      if (opens_comment(target, forms)) {
        column.report.error(column.door_lines[i], "door.comment", target);
        continue;
      }
      column.report.error(column.door_lines[i], "door.to-nowhere", target, itself ? Remark() : nearest_hint(target, known));
    }
  }
}

void check_hot_searches(const SiteFile& site, const std::vector<ItemFile>& items, FileReport& report) {
  const auto found = [&](const std::string& word) {
    return std::any_of(items.begin(), items.end(),
                       [&](const ItemFile& file) { return has_word(file.document, word); });
  };
  for (const auto& word : site.site.hot_searches) {
    const auto synonym = site.site.synonyms.find(word);
    if (found(word) || (synonym != site.site.synonyms.end() && found(synonym->second))) continue;
    report.warning(site.hot_searches_line, "site-file.hot-search-without-result", word);
  }
}

}  // namespace mingting
