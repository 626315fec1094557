// The doubles behind the ports: content, intake, receipts.
#include "main/kiosk/gallery/pretence.hpp"

#include "main/kiosk/gallery/samples.hpp"

namespace mingting::gallery {
namespace {

constexpr std::string_view kClaimingNumber = "13800138000";
constexpr int kSerial = 7;

class PretendedContent final : public ContentPort {
 public:
  PretendedContent(std::shared_ptr<ContentPort> real, std::shared_ptr<const Pretence> pretence)
      : real_(std::move(real)), pretence_(std::move(pretence)) {}

  Result<ListPage> list(const ListQuery& query) override {
    return told<ListPage>({}, [&] { return real_->list(query); });
  }
  Result<Document> document(const std::string& item) override {
    if (auto sample = sample_document(item)) return *sample;
    if (pretence_->content == Pretence::Content::Failing) return unreadable();
    return real_->document(item);
  }
  Result<TableAnswer> ask(const TableQuestion& question) override {
    if (pretence_->content == Pretence::Content::Failing) return unreadable();
    return real_->ask(question);
  }
  Result<SearchResults> search(const SearchQuery& query) override {
    return told<SearchResults>({.query = query.text}, [&] { return real_->search(query); });
  }
  void show_on(Date today) override { real_->show_on(today); }
  Result<std::optional<CaseStatus>> status(const ReceiptNumber&, const QueryCode& code) override {
    if (pretence_->content == Pretence::Content::Failing) return unreadable();
    const auto found = pretence_->statuses.find(code.text);
    if (found == pretence_->statuses.end()) return std::nullopt;
    return found->second;
  }

 private:
  static tl::unexpected<Error> unreadable() { return fail(Trouble::Unavailable, "gallery.pretended"); }
  template <class T, class Real>
  Result<T> told(T empty, Real real) {
    if (pretence_->content == Pretence::Content::Failing) return unreadable();
    if (pretence_->content == Pretence::Content::Empty) return empty;
    return real();
  }

  std::shared_ptr<ContentPort> real_;
  std::shared_ptr<const Pretence> pretence_;
};

class PretendedIntake final : public IntakePort {
 public:
  PretendedIntake(std::shared_ptr<const Pretence> pretence, const Clock& clock)
      : pretence_(std::move(pretence)), clock_(&clock) {}

  Result<msg::Accepted> submit(const Submission&, const Claim&) override {
    if (!pretence_->refusal.empty()) return fail(Trouble::Unavailable, pretence_->refusal);
    return accepted();
  }
  msg::ClaimAnswered claim(const std::string& number) override {
    auto left = sample_offer();
    if (pretence_->claims_fail) return {{}, left, "other"};
    if (number == kClaimingNumber) return {{{accepted(), "application"}}, {}, ""};
    if (number.empty()) return {{{accepted(), "feedback"}}, {}, ""};
    --left.tries;
    return {{}, left, ""};
  }
  void end_claims() override {}
  void handed_over() override {}
  void tidy() override {}

 private:
  msg::Accepted accepted() const {
    const auto now = clock_->now();
    return {make_receipt_number(pretence_->receipt_prefix, kKioskName, local_date(now), kSerial), QueryCode{"ABCD-2345"}, now,
            pretence_->clock_doubtful};
  }

  std::shared_ptr<const Pretence> pretence_;
  const Clock* clock_;
};

class PretendedReceipts final : public ReceiptPort {
 public:
  PretendedReceipts(std::unique_ptr<ReceiptPort> real, std::shared_ptr<const Pretence> pretence)
      : real_(std::move(real)), pretence_(std::move(pretence)) {}

  Result<msg::ReceiptMade> make(const Receipt& receipt) override {
    auto made = real_->make(receipt);
    if (made) made->saved = made->saved && pretence_->receipts_saved;
    return made;
  }
  msg::Printed print(const Receipt&) override { return {pretence_->printing, pretence_->print_reason}; }
  void forget() override { real_->forget(); }

 private:
  std::unique_ptr<ReceiptPort> real_;
  std::shared_ptr<const Pretence> pretence_;
};

}  // namespace

KeptOffer sample_offer() {
  return {.numbered = 1, .nameless = 1, .tries = 5};
}

Ports pretending(Ports real, std::shared_ptr<const Pretence> pretence, const Clock& clock) {
  real.content = std::make_shared<PretendedContent>(std::move(real.content), pretence);
  real.intake = std::make_unique<PretendedIntake>(pretence, clock);
  real.receipts = std::make_unique<PretendedReceipts>(std::move(real.receipts), pretence);
  return real;
}

}  // namespace mingting::gallery
