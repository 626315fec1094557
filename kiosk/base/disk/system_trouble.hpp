// Why did the system or SQLite refuse: which kind of trouble is it, and what is a person to do about it?
#pragma once

#include "base/result.hpp"

namespace mingting {

/// `code`: errno.
Trouble system_trouble(int code);
Remark system_reason(int code);

/// `code`: SQLite's, plain or extended; `system_code`: errno beside it, 0 for none. It says which trouble it is only where
/// SQLite's own code is about the file itself.
Trouble database_trouble(int code, int system_code);
Remark database_reason(int code, int system_code);

}  // namespace mingting
