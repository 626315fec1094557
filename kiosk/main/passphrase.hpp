// A passphrase typed at the terminal, unseen, or read from a file.
#pragma once

#include "base/disk/files.hpp"
#include "base/result.hpp"
#include "release/key_lock.hpp"

namespace mingting {

/// Whether a person can be asked: the process has a terminal.
bool has_terminal();

/// Asks at the terminal (/dev/tty) without showing what is typed; a signal ends the program with the terminal as it was.
/// Trouble::Unavailable when there is none.
Result<Passphrase> ask_at_terminal(const std::string& prompt);
/// Asks twice and refuses a short one or one that was not typed the same both times.
Result<Passphrase> ask_new_at_terminal(const std::string& prompt);
/// The first line of the file, without its end and without a byte order mark.
Result<Passphrase> passphrase_from_file(const Path& file);

}  // namespace mingting
