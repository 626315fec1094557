// Whatever happens to disks on both sides, in whatever order: what a visitor was told is safe is in the
// register or on a kiosk, unless the only disk it was on was overwritten, or the register was put back, which
// then names it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <map>
#include <set>

#include "base/said/words.hpp"
#include "base/text/text.hpp"
#include "desk/register/register_fixture.hpp"
#include "intake/hall.hpp"
#include "support/rounds.hpp"

namespace mingting {
namespace {

namespace fs = std::filesystem;

/// Of a submission: the machine's key and the place in its chain.
struct Promise {
  std::string key;
  std::uint64_t position = 0;
};

/// A disk of a kiosk, or an image of one: its folder, and all it ever took in.
struct Disk {
  Path folder;
  std::set<int> taken;
};

class History {
 public:
  explicit History(std::uint64_t seed) : random_(seed), names_(seed % 2 == 0 ? "K01" : "") {
    (void)desk_.create();
    machines_.push_back({hall_.folder / "machine-0", {}});
    machines_.push_back({hall_.folder / "machine-1", {}});
  }

  void step() {
    hall_.clock.advance(std::chrono::minutes(10));
    const auto drawn = random_.below(100);
    if (drawn < 32)
      submit(any(machines_));
    else if (drawn < 43)
      carry_away(any(machines_));
    else if (drawn < 46)
      carry_away(any(machines_)), tear();
    else if (drawn < 62)
      import_any();
    else if (drawn < 71)
      acknowledge();
    else if (drawn < 83)
      install_any(any(machines_));
    else if (drawn < 87)
      keep(any(machines_), images_);
    else if (drawn < 91)
      put_back_machine();
    else if (drawn < 94)
      clone();
    else if (drawn < 97)
      back_up();
    else
      put_back_register();
    expect_nothing_lost();
  }

  /// Everything that can be done in good order is done; then nothing may wait, and what is gone must have
  /// been named.
  void settle() {
    for (int round = 0; round < 4; ++round) go_round();
    expect_named();
    give_up_the_missing();
    for (int round = 0; round < 3; ++round) go_round();
    acknowledge();
    for (auto& machine : machines_) {
      install(machine, words_.size() - 1);
      EXPECT_EQ(opened(machine).stored(), 0U) << "nothing waits for ever in " << machine.folder;
    }
    expect_nothing_lost();
  }

  std::string told;  ///< what happened, for whoever reads a failure

 private:
  // ---- looking

  Intake opened(const Disk& machine) {
    auto intake = Intake::open(disk(), random_, hall_.clock,
                               {.folder = machine.folder, .kiosk_name = names_, .receipt_prefix = "NM"});
    if (!intake) {
      ADD_FAILURE() << worded(intake.error());
      std::abort();
    }
    return std::move(*intake);
  }
  /// The submissions a disk holds, by their signatures.
  std::set<int> held_by(const Disk& machine) {
    std::set<int> held;
    if (!fs::exists(machine.folder / "intake.db")) return held;
    RawConnection raw(machine.folder / "intake.db");
    const auto rows =
        raw.run("SELECT hex(signature) FROM record UNION SELECT hex(signature) FROM past_record");
    for (const auto& row : split(trimmed(rows), '\n')) {
      if (!row.empty()) held.insert(signed_.at(row));
    }
    return held;
  }
  std::set<int> registered() {
    std::set<int> all;
    const auto entries = desk_.opened()->list({.limit = 100'000}).value();
    for (const auto& entry : entries) {
      for (const auto& answer : entry.submission.answers) {
        if (answer.field == "wanted") all.insert(std::stoi(answer.value));
      }
    }
    return all;
  }
  std::set<int> somewhere() {
    auto all = registered();
    for (const auto& machine : machines_) all.merge(held_by(machine));
    return all;
  }
  template <class T>
  T& any(std::vector<T>& among) {
    return among[random_.below(static_cast<std::uint32_t>(among.size()))];
  }

  // ---- what is expected

  void expect_nothing_lost() {
    const auto there = somewhere();
    for (const auto& [number, promise] : promises_) {
      if (there.contains(number) || overwritten_.contains(number) || put_back_.contains(number)) continue;
      ADD_FAILURE() << number << " is nowhere\n" << told;
    }
  }
  bool is_named(const Promise& promise, const std::vector<KioskChain>& chains) const {
    return std::any_of(chains.begin(), chains.end(), [&](const KioskChain& chain) {
      if (chain.kiosk.key != promise.key) return false;
      const auto& gaps = chain.standing.gaps;
      return std::any_of(gaps.begin(), gaps.end(), [&](const ChainGap& gap) {
        return promise.position <= gap.last && (gap.other_way || promise.position >= gap.first);
      });
    });
  }
  /// As long as a machine is at work that took it in.
  void expect_named() {
    const auto there = somewhere();
    const auto chains = desk_.opened()->chains().value();
    for (const int number : put_back_) {
      const bool known = std::any_of(machines_.begin(), machines_.end(),
                                     [&](const Disk& one) { return one.taken.contains(number); });
      if (there.contains(number) || overwritten_.contains(number) || !known) continue;
      const auto& promise = promises_.at(number);
      EXPECT_TRUE(is_named(promise, chains)) << number << " at " << promise.position << " is not named\n"
                                             << told;
    }
  }

  // ---- what happens

  void submit(Disk& machine) {
    const int number = ++last_;
    told += fmt::format("submit {} on {}\n", number, machine.folder.filename().string());
    auto intake = opened(machine);
    const auto accepted = intake.submit(application(std::to_string(number)), hall_.office.public_key);
    ASSERT_TRUE(accepted) << worded(accepted.error());
    const auto key = intake.kiosk_key();
    { const auto closed = std::move(intake); }
    RawConnection raw(machine.folder / "intake.db");
    const auto row = split(
        trimmed(raw.run("SELECT hex(signature), position FROM record ORDER BY position DESC LIMIT 1")), '|');
    signed_[row.at(0)] = number;
    promises_[number] = {key, std::stoull(row.at(1))};
    machine.taken.insert(number);
  }
  void carry_away(Disk& machine) {
    told += fmt::format("export {}\n", machine.folder.filename().string());
    const Path stick = hall_.folder / fmt::format("stick-{}", ++sticks_made_);
    fs::create_directories(stick);
    const auto report = opened(machine).export_to(stick);
    ASSERT_TRUE(report) << worded(report.error());
    for (const auto& each : fs::directory_iterator(stick)) sticks_.push_back(each.path());
  }
  /// A record of the last stick cannot be read.
  void tear() {
    if (sticks_.empty()) return;
    std::vector<Path> records;
    for (const auto& each : fs::directory_iterator(sticks_.back() / "records"))
      records.push_back(each.path());
    if (records.size() < 2) return;
    std::sort(records.begin(), records.end());
    const auto& torn = any(records);
    told += fmt::format("tear {}\n", torn.lexically_relative(hall_.folder.path()).string());
    fs::resize_file(torn, 20);
  }
  void import_any() {
    if (!sticks_.empty()) import(any(sticks_));
  }
  /// The clerk enrols what is not enrolled yet.
  void import(const Path& stick) {
    told += fmt::format("import {}\n", stick.lexically_relative(hall_.folder.path()).string());
    const auto read = hall_.read(stick);
    if (!read) return;  // torn throughout
    auto book = desk_.opened();
    ASSERT_TRUE(book->enrol(read->kiosk_key, "大厅", clerk()));
    const auto report = book->import(*read, clerk(), desk_.with());
    ASSERT_TRUE(report) << worded(report.error());
  }
  void acknowledge() {
    told += fmt::format("acknowledge as release {}\n", words_.size());
    words_.push_back({acknowledged_by(*desk_.opened()), times_put_back_});
    for (const auto& each : words_.back().told) {
      told += fmt::format("  {} {} {}\n", each.kiosk_key.substr(0, 4), each.position,
                          each.forked ? "forked" : "");
    }
  }
  void install_any(Disk& machine) {
    if (!words_.empty())
      install(machine,
              words_.size() - 1 -
                  random_.below(static_cast<std::uint32_t>(std::min<std::size_t>(3, words_.size()))));
  }
  void install(Disk& machine, std::size_t release) {
    told += fmt::format("install release {} on {}\n", release, machine.folder.filename().string());
    const auto before = held_by(machine);
    const auto& word = words_[release];
    {
      auto intake = opened(machine);
      const auto forgotten = intake.forget(word.told);
      ASSERT_TRUE(forgotten) << worded(forgotten.error());
    }
    const auto after = held_by(machine), there = registered();
    for (const int number : before) {
      if (after.contains(number) || there.contains(number)) continue;
      EXPECT_TRUE(word.times_put_back < times_put_back_ || given_up_.contains(number))
          << number << " was deleted and is not registered\n"
          << told;
      put_back_.insert(number);
    }
  }

  // ---- what happens to disks

  void keep(const Disk& machine, std::vector<Disk>& to) {
    if (!fs::exists(machine.folder)) return;
    told += fmt::format("image {} of {}\n", to.size(), machine.folder.filename().string());
    const Path folder = hall_.folder / fmt::format("image-{}", ++disks_made_);
    fs::copy(machine.folder, folder, fs::copy_options::recursive);
    to.push_back({folder, machine.taken});
  }
  void put_back_machine() {
    if (images_.empty()) return;
    auto& machine = any(machines_);
    const auto& image = any(images_);
    told += fmt::format("put {} back from {}\n", machine.folder.filename().string(),
                        image.folder.filename().string());
    const auto before = held_by(machine);
    fs::remove_all(machine.folder);
    fs::copy(image.folder, machine.folder, fs::copy_options::recursive);
    machine.taken = image.taken;
    const auto there = somewhere();
    for (const int number : before) {
      if (!there.contains(number)) overwritten_.insert(number);
    }
  }
  void clone() {
    if (machines_.size() < 4) keep(any(machines_), machines_);
  }
  void back_up() {
    told += fmt::format("back the register up as {}\n", backups_.size());
    const Path file = hall_.folder / fmt::format("backup-{}.db", backups_.size());
    fs::copy_file(desk_.folder / "register.db", file);
    backups_.push_back(file);
  }
  void put_back_register() {
    if (backups_.empty()) return;
    const auto& backup = any(backups_);
    told += fmt::format("put the register back from {}\n", backup.filename().string());
    const auto before = registered();
    fs::copy_file(backup, desk_.folder / "register.db", fs::copy_options::overwrite_existing);
    ++times_put_back_;
    const auto there = somewhere();
    for (const int number : before) {
      if (!there.contains(number)) put_back_.insert(number);
    }
  }

  // ---- good order

  void go_round() {
    for (auto& machine : machines_) {
      hall_.clock.advance(std::chrono::minutes(10));
      submit(machine);
      sticks_.clear();
      carry_away(machine);
      for (const auto& stick : sticks_) import(stick);
    }
    acknowledge();
    for (auto& machine : machines_) install(machine, words_.size() - 1);
    expect_nothing_lost();
  }
  void give_up_the_missing() {
    auto book = desk_.opened();
    const auto chains = book->chains().value();
    for (const auto& chain : chains) {
      for (const auto& gap : chain.standing.gaps) {
        told += fmt::format("give up {} to {} of {}\n", gap.first, gap.last, chain.kiosk.key.substr(0, 4));
        const auto lost = book->declare_lost({chain.kiosk.key, gap.first, gap.last, true}, "找不到", clerk());
        EXPECT_TRUE(lost) << worded(lost.error()) << "\n" << told;
        for (const auto& [number, promise] : promises_) {
          if (promise.key == chain.kiosk.key && promise.position <= gap.last) given_up_.insert(number);
        }
      }
    }
  }
  Clerk clerk() const { return {"张示例", hall_.clock.now()}; }

  struct Word {
    std::vector<Acknowledged> told;
    int times_put_back = 0;  ///< the register, when this was written
  };

  HallAtWork hall_;
  SeededRandom random_;
  std::string names_;
  RegisterDesk desk_;
  std::vector<Disk> machines_, images_;
  std::vector<Path> sticks_, backups_;
  std::vector<Word> words_;
  std::map<int, Promise> promises_;
  std::map<std::string, int> signed_;
  std::set<int> overwritten_, put_back_, given_up_;
  int last_ = 0, sticks_made_ = 0, disks_made_ = 0, times_put_back_ = 0;
};

TEST(Histories, NothingThatAVisitorWasToldIsSafeIsEverLost) {
  const auto histories = rounds(3, 100);
  for (std::uint64_t seed = 1; seed <= histories; ++seed) {
    SCOPED_TRACE(fmt::format("history {}", seed));
    History history(seed);
    for (int step = 0; step < 60 && !testing::Test::HasFailure(); ++step) history.step();
    if (!testing::Test::HasFailure()) history.settle();
    if (testing::Test::HasFailure()) FAIL() << history.told;
  }
}

}  // namespace
}  // namespace mingting
