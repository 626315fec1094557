// Printing through CUPS. A printer that is absent, out of paper or jammed is an answer, never a wait.
#pragma once

#include <memory>
#include <string>

#include "base/result.hpp"
#include "paper/pages/receipt.hpp"

namespace mingting {

/// Printed: the printer says the job is done. Waiting: it is printing and nothing is wrong, only slow. Failed: it will not
/// print any more; whatever was still in the queue has been taken back, so that it never comes out for a stranger.
enum class PrintState { Printed, Waiting, Failed };

struct PrintStatus {
  PrintState state = PrintState::Waiting;
  /// IPP keyword without severity: media-empty, media-needed, media-jam, cover-open, offline, paused, ...; "" when the
  /// printer names none.
  std::string reason;
};

class Printer {
 public:
  virtual ~Printer() = default;
  /// Sends the PDF (streamed, never a file of ours) and watches it for at most `patience` seconds, connecting included.
  /// A job that has not come out by then because of paper, a jam, a cover or a stopped queue is cancelled.
  /// Blocks; call it on a worker thread, one call at a time.
  /// Errors: Trouble::Unavailable when the printer cannot be reached or refuses, Invalid when `pdf` is not a PDF.
  virtual Result<PrintStatus> print(std::string_view pdf, std::string_view title, PaperKind kind, int patience) = 0;
};

/// A CUPS queue by name, or an IPP address (ipp://...). Nothing is contacted before print().
std::unique_ptr<Printer> cups_printer(std::string destination);

}  // namespace mingting
