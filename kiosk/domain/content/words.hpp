// Which words do people use for those of the law, and what do they open?
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace mingting {

/// Words people say, each with the words the law or the content has for it, the likeliest first: 被开除 ->
/// 解除劳动合同.
using PlainWords = std::map<std::string, std::vector<std::string>>;
/// How often each item was opened, by its id.
using Uses = std::map<std::string, std::uint32_t>;

}  // namespace mingting
