// Under which name is each text of a hall's site stored (table site)?
#pragma once

#include <string>
#include <utility>

#include "domain/content/content.hpp"

namespace mingting {

inline constexpr std::pair<const char*, std::string Site::*> kSiteTexts[] = {
    {"id", &Site::id},
    {"name", &Site::name},
    {"name_en", &Site::name_en},
    {"district", &Site::district},
    {"office", &Site::office},
    {"hall", &Site::hall},
    {"address", &Site::address},
    {"hours", &Site::hours},
    {"phone", &Site::phone},
    {"receipt_prefix", &Site::receipt_prefix},
    {"office_key", &Site::office_key},
    {"primary", &Site::primary},
    {"emblem", &Site::emblem},
};
/// Beside them: "no" where nothing is counted; without the row it is.
inline constexpr const char* kCountUses = "count_uses";

}  // namespace mingting
