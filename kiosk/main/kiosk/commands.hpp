// What the program does besides being a kiosk. Each prints for people (or JSON where asked) and gives an exit code:
// 0 done, 1 failed with a sentence on stderr.
#pragma once

#include <string>

#include "base/files.hpp"
#include "main/kiosk/kiosk.hpp"

namespace mingting {

int install_command(const Path& repository, const Path& state);
int export_command(const Path& destination, const Path& state);
int status_command(const Path& state);

struct SearchCommand {
  std::string query;
  Path batch;  ///< one query a line; "" for none
  std::size_t top = 10;
  bool json = false;
  Path state;
};
int search_command(const SearchCommand& options);

struct ScriptCommand {
  Path script, out;
  std::string now;  ///< local time the clock stands at; "" for the present
};
int script_command(const KioskOptions& options, const ScriptCommand& script);

}  // namespace mingting
