// What the brain needs of the world, as small interfaces; main/ puts the real parts behind them. Each port is used by one
// worker thread.
#pragma once

#include "app/model.hpp"
#include "app/msg.hpp"
#include "base/result.hpp"

namespace mingting {

class ContentPort {
 public:
  virtual ~ContentPort() = default;
  virtual Result<ListPage> list(const ListQuery& query) = 0;
  virtual Result<Document> document(const std::string& item) = 0;
  virtual Result<TableAnswer> ask(const TableQuestion& question) = 0;
  virtual Result<SearchResults> search(const SearchQuery& query) = 0;
  /// From now on content published later than `today` is neither listed nor found.
  virtual void show_on(Date /*today*/) {}
  /// Nothing when number and code do not find a case together; which of them is wrong cannot be told.
  virtual Result<std::optional<CaseStatus>> status(const ReceiptNumber& number, const QueryCode& code) = 0;
};

class PinyinPort {
 public:
  virtual ~PinyinPort() = default;
  struct Answer {
    Composing composing;
    std::string committed;
  };
  virtual Result<Answer> compose(const std::string& letters, int page) = 0;
  virtual Result<Answer> choose(const std::string& letters, int page, int index) = 0;
  virtual void forget() {}  ///< end of the visit
};

class IntakePort {
 public:
  virtual ~IntakePort() = default;
  /// An error's code is the reason as NotAccepted has it.
  virtual Result<msg::Accepted> submit(const Submission& submission, const Claim& claim) = 0;
  /// What an earlier run kept and this number claims; by "" what names nobody.
  virtual msg::ClaimAnswered claim(const std::string& number) = 0;
  virtual void end_claims() = 0;
  virtual void handed_over() = 0;  ///< the visit is over: its receipts were seen
  virtual void tidy() = 0;  ///< between visits: what may be slow and nobody waits for
};

class UsesPort {
 public:
  virtual ~UsesPort() = default;
  /// Of a visit that is over. Nothing is answered: what cannot be counted is not.
  virtual void count(const VisitUses& uses) = 0;
};

class ReceiptPort {
 public:
  virtual ~ReceiptPort() = default;
  /// Makes the PDF, puts it in the receipts folder, and gives the QR code for the screen.
  virtual Result<msg::ReceiptMade> make(const Receipt& receipt) = 0;
  virtual msg::Printed print(const Receipt& receipt) = 0;
  virtual void forget() = 0;  ///< end of the visit
};

}  // namespace mingting
