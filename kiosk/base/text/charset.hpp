// In which encoding did somebody save this text, and what does it say in UTF-8? The product's only judge of
// it: kiosk, desk and publish name a file's encoding alike.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace mingting {

/// Binary: has a NUL where text has none. Unknown: none of these, or UTF-8 that was damaged.
enum class Charset { Utf8, Utf16, Gbk, Big5, Binary, Unknown };

/// With or without byte order mark. Gbk stands for GB2312, GBK and GB18030, which a text does not tell apart.
Charset charset_of(std::string_view bytes);

struct CharsetFault {
  int line = 0;  ///< from 1
  Remark what;   ///< which encoding it is and how to save it; of no file by name
};

/// Why the bytes cannot be read as UTF-8; nothing when they can.
std::optional<CharsetFault> charset_fault(std::string_view bytes);

/// UTF-8 without byte order mark. Trouble::Invalid: it is something else, as charset_fault() says.
Result<std::string> utf8_text(std::string bytes);
/// As utf8_text(), and UTF-16 and GBK are read too: for tables, which a spreadsheet saves as it likes.
Result<std::string> decoded_text(std::string bytes);

}  // namespace mingting
