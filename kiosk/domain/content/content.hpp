// What an office publishes, as values: the hall, its columns and items (tables: domain/table). Made by publish/, stored by library/,
// shown by screens/.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "domain/named.hpp"

namespace mingting {

// ---- running text -------------------------------------------------------------------------------------------------

/// A run of text in one style. `link` is "" or: "item:ID", "item:ID#ANCHOR", "media:NAME", or a web or phone
/// address, which a kiosk shows as text and QR but never opens. `struck`: a line goes through it.
struct Span {
  std::string text;
  bool strong = false;
  bool emphasis = false;
  std::string link;
  bool struck = false;
  bool operator==(const Span&) const = default;
};

/// A link that leads out of the hall: http:, https:, tel:, mailto:, in any letters.
bool leads_outside(std::string_view link);

enum class BlockKind { Heading, Paragraph, Bullet, Numbered, Quote, Table, Picture, Rule };
inline constexpr Named<BlockKind> kBlockKinds[] = {
    {BlockKind::Heading, "heading", ""}, {BlockKind::Paragraph, "paragraph", ""},
    {BlockKind::Bullet, "bullet", ""},   {BlockKind::Numbered, "numbered", ""},
    {BlockKind::Quote, "quote", ""},     {BlockKind::Table, "table", ""},
    {BlockKind::Picture, "picture", ""}, {BlockKind::Rule, "rule", ""},
};

/// One block of a document, in reading order. Every block but Table, Picture and Rule has spans.
struct Block {
  BlockKind kind = BlockKind::Paragraph;
  int level = 0;                                ///< heading 1-6; nesting of a list item, 0 = outermost
  int number = 0;                               ///< of a Numbered item
  std::string anchor;                           ///< of a heading: unique in the document, what links name after '#'
  std::vector<Span> spans;
  std::vector<std::vector<std::string>> cells;  ///< Table: rows of plain text, the first row is the head
  std::string media;                            ///< Picture: name below content/media
  std::string alt;                              ///< Picture: what it shows, in words
  bool operator==(const Block&) const = default;
};

std::string plain_text(const Block& block);

// ---- items ---------------------------------------------------------------------------------------------------------

/// 公开属性
enum class Disclosure { Proactive, OnRequest, Withheld };
inline constexpr Named<Disclosure> kDisclosures[] = {
    {Disclosure::Proactive, "主动公开", "主动公开"},
    {Disclosure::OnRequest, "依申请公开", "依申请公开"},
    {Disclosure::Withheld, "不予公开", "不予公开"},
};
/// 有效性. Unstated: 未注明, said by saying nothing.
enum class Validity { Unstated, InForce, Amended, Repealed, Expired };
inline constexpr Named<Validity> kValidities[] = {
    {Validity::Unstated, "未注明", "未注明"}, {Validity::InForce, "有效", "有效"},
    {Validity::Amended, "已修改", "已修改"},  {Validity::Repealed, "废止", "废止"},
    {Validity::Expired, "失效", "失效"},
};
/// How items belong together; each names the other item by id.
enum class RelationKind { Explains, ExplainedBy, Replaces, ReplacedBy, CarriesOut, CarriedOutBy, AnswersTo, Related };
inline constexpr Named<RelationKind> kRelationKinds[] = {
    {RelationKind::Explains, "explains", ""},      {RelationKind::ExplainedBy, "explained-by", ""},
    {RelationKind::Replaces, "replaces", ""},      {RelationKind::ReplacedBy, "replaced-by", ""},
    {RelationKind::CarriesOut, "carries-out", ""}, {RelationKind::CarriedOutBy, "carried-out-by", ""},
    {RelationKind::AnswersTo, "answers", ""},      {RelationKind::Related, "related", ""},
};

struct Relation {
  RelationKind kind = RelationKind::Related;
  std::string item;
  std::string title;  ///< of the other item; filled in by library/ when read
  bool operator==(const Relation&) const = default;
};

/// One published document: the metadata a government catalogue demands (FACTS §6) and its column's own fields.
struct Item {
  std::string id;      ///< "COLUMN/NAME", from its file's place below content/
  std::string column;
  std::string title;
  std::string summary;
  std::string index_number;     ///< 索引号
  std::string document_number;  ///< 文号, as printed
  std::string issuer;           ///< 发布机构
  std::optional<Date> made;     ///< 成文日期
  std::optional<Date> published;
  std::optional<Date> effective;
  std::optional<Date> expires;
  std::string topic;            ///< 主题分类
  Disclosure disclosure = Disclosure::Proactive;
  Validity validity = Validity::Unstated;
  std::string validity_note;    ///< what amended, repealed or replaced it
  std::string legal_basis;
  std::string period;           ///< 公开时限
  std::string audience;
  std::string explainer_form;   ///< text, qa, chart, audio, video, scenario; "" when it explains nothing
  bool sample = false;          ///< 示例: not a published fact
  std::vector<std::string> keywords;
  std::map<std::string, std::string> fields;  ///< the column's own fields by name, e.g. lead, deadline
  std::vector<Relation> relations;
  bool operator==(const Item&) const = default;
};

/// Published on a day that has not come yet: until then it is in no list and is not found.
inline bool waits(const Item& item, Date today) {
  return today.ok() && item.published && *item.published > today;
}

/// The values of one of the column's own fields; several are separated by U+FF1B. Empty when the item has none.
std::vector<std::string> values_of(const Item& item, std::string_view field);
/// The field of the other columns whose lists show the item too. Its home is Item::column, and it is found once.
inline constexpr std::string_view kAlsoIn = "also";

struct Document {
  Item item;
  std::vector<Block> blocks;
  bool operator==(const Document&) const = default;
};

// ---- columns, site -------------------------------------------------------------------------------------------------

/// How a column is laid out: List = rows by date; Groups = rows under part and group headings; Cards = 明白卡;
/// Questions = title and answer; Urgent = a list of what must be known at once (domain/content/urgent.hpp).
enum class ColumnKind { List, Groups, Cards, Questions, Urgent };
inline constexpr Named<ColumnKind> kColumnKinds[] = {
    {ColumnKind::List, "list", ""},
    {ColumnKind::Groups, "groups", ""},
    {ColumnKind::Cards, "cards", ""},
    {ColumnKind::Questions, "questions", ""},
    {ColumnKind::Urgent, "urgent", ""},
};

struct ColumnField {
  std::string name;   ///< key in Item::fields, or a metadata name: issuer, document_number, published, topic, validity
  std::string title;
  std::string title_en{};
  bool operator==(const ColumnField&) const = default;
};

/// A large button at the top of a column's page. `target`: "form:ID", "matcher:ID" or "column:ID", whose title and first words it shows.
struct Door {
  std::string target, icon;
  bool operator==(const Door&) const = default;
};

/// 栏目
struct Column {
  std::string id;
  std::string title;
  std::string title_en;
  std::string summary;
  std::string icon;
  ColumnKind kind = ColumnKind::List;
  int order = 0;
  std::string group_by;              ///< field whose value heads a group; "" for none
  std::vector<ColumnField> shown;    ///< under the title in a list row
  std::vector<ColumnField> filters;  ///< chips
  std::vector<Door> doors;           ///< ways to other pages that belong here
  std::string agency;
  std::string review_cycle;
  bool operator==(const Column&) const = default;
};

/// A tile of the home page. `target`: "column:ID", "form:ID", "matcher:ID", "search", "progress", "item:ID".
struct Tile {
  std::string title;
  std::string title_en;
  std::string caption;
  std::string caption_en;
  std::string icon;
  std::string target;
  bool operator==(const Tile&) const = default;
};

/// The hall (site.toml).
struct Site {
  std::string id;              ///< "nanming": the release's site; ASCII letters, digits, '-'
  std::string name;            ///< 南明区政务公开专区
  std::string name_en;
  std::string district;
  std::string office;          ///< 政府信息公开工作机构
  std::string hall;            ///< where the kiosk stands
  std::string address;
  std::string hours;
  std::string phone;
  std::string receipt_prefix;  ///< "NM"
  std::string office_key;      ///< base64 X25519 public key submissions are sealed to
  std::string primary;         ///< the district's colour, "#0A3D7A"; "" for the theme's
  std::string emblem;          ///< below media/, before the hall's name; "" for none
  bool count_uses = true;      ///< what is opened and not found is counted, without who and when
  std::vector<Tile> tiles;
  std::vector<std::string> hot_searches;
  std::map<std::string, std::string> synonyms;  ///< 社保 = 社会保险
  bool operator==(const Site&) const = default;
};

}  // namespace mingting
