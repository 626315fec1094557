// Several clerks in one register at once, as threads and as processes: every step that was answered well is there, in order,
// and every number was given once.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <set>
#include <thread>

#include "desk/register/contract/contract.hpp"

namespace mingting {
namespace {

constexpr int kClerks = 4;
constexpr int kRounds = 8;

/// What one clerk does: letters on the case all share, and a case of their own from beginning to end. Counts what failed.
int work_as(const RegisterDesk& desk, int clerk) {
  auto at = desk.open();
  if (!at) return 1000;
  int failures = 0;
  const auto letter = paper_of("2026-09-14", "南公开征");
  for (int round = 1; round <= kRounds; ++round) {
    const ConsultationSent sent{ConsultationKind::OtherAgency, fmt::format("机关{}-{}", clerk, round), {}};
    failures += (*at)->record(1, {taken("2026-09-14", sent), letter}, desk.with()) ? 0 : 1;
  }
  const auto own = std::int64_t{clerk} + 1;
  const auto reply = paper_of("2026-09-14");
  failures += (*at)->record(own, {taken("2026-09-14", Replied{}), reply}, desk.with()) ? 0 : 1;
  failures += (*at)->record(own, {taken("2026-09-15", Served{})}, desk.with()) ? 0 : 1;
  return failures;
}

/// Registers what came by post under the next serial, as often as another was quicker.
int add_as(const RegisterDesk& desk, int times) {
  auto at = desk.open();
  if (!at) return 1000;
  for (int done = 0, tries = 0; done < times; ++tries) {
    if (tries > 1000) return 1000;
    const auto serial = (*at)->next_serial("NM-D01-20260914");
    if (!serial) return 1000;
    const NewEntry entry{.submission = application_of(*serial),
                         .kind = EntryKind::Application,
                         .arrived = {ReceiptWay::SignedPost, std::nullopt},
                         .on = day_of("2026-09-14"),
                         .number = make_receipt_number("NM", "D01", day_of("2026-09-14"), *serial).text,
                         .code_hash = ""};
    if (const auto added = (*at)->add(entry, clerk_on("2026-09-14"), desk.with()))
      ++done;
    else if (added.error().trouble != Trouble::Busy)
      return 1000;
  }
  return 0;
}

void expect_all_their_work(const RegisterDesk& desk) {
  auto at = desk.opened();
  const auto shared = case_of(at->steps(1).value());
  EXPECT_EQ(shared.consultations.size(), static_cast<std::size_t>(kClerks * kRounds));
  std::set<std::string> parties;
  for (const auto& consultation : shared.consultations) parties.insert(consultation.party);
  EXPECT_EQ(parties.size(), shared.consultations.size());
  for (int clerk = 1; clerk <= kClerks; ++clerk) EXPECT_TRUE(at->entry(clerk + 1)->finished) << clerk;
  std::set<std::string> expected;
  for (int n = 1; n <= kClerks; ++n) expected.insert(fmt::format("南公开复〔2026〕{}号", n));
  for (int n = 1; n <= kClerks * kRounds; ++n) expected.insert(fmt::format("南公开征〔2026〕{}号", n));
  const auto given = numbers_of(*at);
  EXPECT_EQ(std::set<std::string>(given.begin(), given.end()), expected);
  EXPECT_EQ(given.size(), expected.size());
  const auto letters = at->documents(1).value();
  EXPECT_EQ(letters.size(), shared.consultations.size());
  for (const auto& letter : letters) {
    const auto sent = std::get<ConsultationSent>(shared.steps.at(static_cast<std::size_t>(letter.step) - 1).what);
    EXPECT_THAT(sent.party, testing::StartsWith("机关")) << "each paper belongs to its letter";
  }
  (void)desk.everything();  // sound
}

TEST_P(RegisterContract, ThreadsLoseNothing) {
  (void)desk.holding(kClerks + 1);
  std::vector<int> failures(kClerks, -1);
  std::vector<std::thread> clerks;
  for (int clerk = 1; clerk <= kClerks; ++clerk) {
    clerks.emplace_back([&, clerk] { failures[static_cast<std::size_t>(clerk) - 1] = work_as(desk, clerk); });
  }
  for (auto& clerk : clerks) clerk.join();
  EXPECT_EQ(failures, std::vector<int>(kClerks, 0));
  expect_all_their_work(desk);
}

/// Runs `work` in a process of its own; its exit code is what it answers.
template <class Work>
pid_t process(Work work) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(work() & 0xFF);
  return child;
}

int exit_code(pid_t child) {
  int status = 0;
  return ::waitpid(child, &status, 0) == child && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST_P(RegisterContract, ProcessesLoseNothing) {
  (void)desk.holding(kClerks + 1);
  std::vector<pid_t> clerks;
  for (int clerk = 1; clerk <= kClerks; ++clerk) clerks.push_back(process([&] { return work_as(desk, clerk); }));
  for (const pid_t clerk : clerks) EXPECT_EQ(exit_code(clerk), 0);
  expect_all_their_work(desk);
}

TEST_P(RegisterContract, OnlyOneOfTwoClerksEndsACase) {
  (void)desk.holding(1);
  std::vector<int> well(kClerks, 0);
  std::vector<std::thread> clerks;
  for (std::size_t clerk = 0; clerk < kClerks; ++clerk) {
    clerks.emplace_back([&, clerk] {
      const auto reply = paper_of("2026-09-14");
      auto at = desk.open();
      well[clerk] = at && (*at)->record(1, {taken("2026-09-14", Replied{}), reply}, desk.with()) ? 1 : 0;
    });
  }
  for (auto& clerk : clerks) clerk.join();
  EXPECT_EQ(std::count(well.begin(), well.end(), 1), 1);
  auto at = desk.opened();
  EXPECT_EQ(at->steps(1)->size(), 2U);
  EXPECT_EQ(numbers_of(*at), std::vector<std::string>{"南公开复〔2026〕1号"});
}

TEST_P(RegisterContract, AddedEntriesGetEveryNumberOnce) {
  (void)desk.made();
  std::vector<pid_t> clerks;
  for (int clerk = 0; clerk < kClerks; ++clerk) clerks.push_back(process([&] { return add_as(desk, kRounds); }));
  for (const pid_t clerk : clerks) EXPECT_EQ(exit_code(clerk), 0);
  auto at = desk.opened();
  EXPECT_EQ(at->count({}).value(), static_cast<std::uint64_t>(kClerks * kRounds));
  EXPECT_EQ(at->next_serial("NM-D01-20260914").value(), kClerks * kRounds + 1) << "no gap";
}

/// Two sticks of the same kiosk at two desks: each record is there once.
TEST_P(RegisterContract, TheSameExportTwiceAtOnceIsTakenOnce) {
  (void)desk.made();
  std::vector<pid_t> clerks;
  for (int clerk = 0; clerk < kClerks; ++clerk) {
    clerks.push_back(process([&] {
      auto at = desk.open();
      const auto report = at ? (*at)->import(applications(1, 50), clerk_on("2026-09-12"), desk.with()) : fail(at.error());
      return report && report->added + report->held == 50 && report->faults.empty() ? 0 : 1;
    }));
  }
  for (const pid_t clerk : clerks) EXPECT_EQ(exit_code(clerk), 0);
  EXPECT_EQ(desk.opened()->count({}).value(), 50U);
}

}  // namespace
}  // namespace mingting
