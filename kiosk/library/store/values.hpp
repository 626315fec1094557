// How values of domain/ are written in a content.db: names of enumerations, dates, and JSON for what has no table.
// The JSON readers accept only what the writers make; anything else throws nlohmann's exceptions or std::runtime_error
// (see guarded() in connection.hpp).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/content/content.hpp"
#include "domain/form/form.hpp"

namespace mingting {

const char* name_of(ColumnKind kind);
const char* name_of(BlockKind kind);
const char* name_of(RelationKind kind);
const char* name_of(Disclosure disclosure);  ///< 主动公开, 依申请公开, 不予公开
const char* name_of(Validity validity);      ///< 有效, 已修改, 废止, 失效, 未注明

ColumnKind column_kind(std::string_view name);
BlockKind block_kind(std::string_view name);
RelationKind relation_kind(std::string_view name);
Disclosure disclosure_named(std::string_view name);
Validity validity_named(std::string_view name);

/// The relation the other item has to this one; nothing for those that say nothing about the other.
std::optional<RelationKind> inverse(RelationKind kind);

/// What a block's text alone does not say; nothing for one run of plain text.
std::optional<std::string> block_detail(const Block& block);
/// Fills in spans, cells and alt from the text and the detail ("" for NULL).
void restore_block(Block& block, std::string text, std::string_view detail);

std::string form_to_json(const Form& form);
Form form_from_json(std::string_view json);
std::string table_columns_to_json(const std::vector<TableColumn>& columns);
std::vector<TableColumn> table_columns_from_json(std::string_view json);
std::string texts_to_json(const std::vector<std::string>& texts);
std::vector<std::string> texts_from_json(std::string_view json);

}  // namespace mingting
