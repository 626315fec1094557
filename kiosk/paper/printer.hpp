// Printing through CUPS. A printer that is absent, out of paper or jammed is an answer, never a wait.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "paper/receipt_pdf.hpp"

namespace mingting {

enum class PrintState { Printed, Waiting, Failed };

struct PrintStatus {
  PrintState state = PrintState::Waiting;
  std::string reason;  ///< IPP keyword without severity: media-empty, media-needed, media-jam, cover-open, offline, ...
};

class Printer {
 public:
  virtual ~Printer() = default;
  /// Sends the PDF (streamed, never a file of ours) and watches it for at most `patience` seconds.
  /// Errors: Trouble::Unavailable when the printer cannot be reached.
  virtual Result<PrintStatus> print(std::string_view pdf, std::string_view title, PaperKind kind, int patience) = 0;
};

/// A CUPS queue by name, or an IPP address (ipp://...).
std::unique_ptr<Printer> cups_printer(std::string destination);

}  // namespace mingting
