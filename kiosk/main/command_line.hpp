// The command line in the hall's language: CLI11 speaks English, hall staff read Chinese.
#pragma once

#include <CLI/CLI.hpp>

#include <functional>
#include <optional>
#include <string>

namespace mingting {

using TellMisuse = std::function<void(const std::string& sentence)>;

inline constexpr int kMisused = 2;  ///< exit code: the command line itself is wrong

/// As it is typed: mingting-desk feedback answer.
std::string full_name(const CLI::App& command);

/// Chinese headings and help of the program or of one of its commands.
void speak_chinese(CLI::App& app);

/// Parses. Nothing when all is well; otherwise the exit code, after the help or one sentence was printed.
/// `tell` is given the sentence of a misuse instead.
std::optional<int> parse_command_line(CLI::App& app, int argc, char** argv, const TellMisuse& tell = {});

}  // namespace mingting
