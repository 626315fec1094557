// The kiosks' chains as they stand: the records held of each, what is declared lost of it, which one followed
// it.
#include <algorithm>

#include "desk/register/sqlite/register.hpp"

namespace mingting {
namespace {

std::vector<ChainRecord> records_of(RegisterFile& file, std::int64_t kiosk) {
  std::vector<ChainRecord> all;
  auto rows = file.query(
      "SELECT r.position, r.hash, r.previous, e.received, e.number FROM record r JOIN entry e ON e.id = "
      "r.entry "
      "WHERE r.kiosk = ? ORDER BY r.position, r.entry");
  rows.with(kiosk);
  while (rows.next()) {
    all.push_back({static_cast<std::uint64_t>(rows.integer(0)), rows.text(1), rows.text(2), rows.instant(3),
                   rows.text(4)});
  }
  return all;
}

std::vector<LostRecords> lost_of(RegisterFile& file, std::int64_t kiosk, const std::string& key) {
  std::vector<LostRecords> all;
  auto rows =
      file.query("SELECT first, last, hash, clerk, recorded, reason FROM lost WHERE kiosk = ? ORDER BY id");
  rows.with(kiosk);
  while (rows.next()) {
    all.push_back({key, static_cast<std::uint64_t>(rows.integer(0)),
                   static_cast<std::uint64_t>(rows.integer(1)), rows.text(2), rows.text(3), rows.instant(4),
                   rows.text(5)});
  }
  return all;
}

struct Successions {
  std::vector<ChainPlace> ends;
  std::vector<std::string> keys;
};

Successions successions_of(RegisterFile& file, std::int64_t kiosk) {
  Successions all;
  auto rows = file.query(
      "SELECT s.position, s.hash, k.key FROM succession s JOIN kiosk k ON k.id = s.successor WHERE s.kiosk = "
      "? "
      "ORDER BY s.successor");
  rows.with(kiosk);
  while (rows.next()) {
    all.ends.push_back({static_cast<std::uint64_t>(rows.integer(0)), rows.text(1)});
    all.keys.push_back(rows.text(2));
  }
  return all;
}

std::int64_t kiosk_with(RegisterFile& file, const std::string& key) {
  auto row = file.query("SELECT id FROM kiosk WHERE key = ?");
  return row.with(key).next() ? row.integer(0) : 0;
}

}  // namespace

EnrolledKiosk kiosk_of(Query& row) {
  return {row.text(1), row.text(2), row.text(3), row.instant(4), row.text(5)};
}

KioskChain read_chain(RegisterFile& file, std::int64_t kiosk) {
  KioskChain chain;
  {
    auto row = file.query(kSelectKiosk + "WHERE id = ?");
    row.with(kiosk).next();
    chain.kiosk = kiosk_of(row);
    chain.held_from = static_cast<std::uint64_t>(row.integer(6));
    chain.exports = exports_from_text(row.text(7));
  }
  const auto records = records_of(file, kiosk);
  auto successions = successions_of(file, kiosk);
  chain.lost = lost_of(file, kiosk, chain.kiosk.key);
  chain.standing = standing_of(records, chain.lost, successions.ends);
  chain.successors = std::move(successions.keys);
  std::erase_if(chain.lost, [&](const LostRecords& one) {
    return std::any_of(records.begin(), records.end(),
                       [&](const ChainRecord& record) { return record.hash == one.hash; });
  });
  return chain;
}

Result<std::vector<KioskChain>> SqliteRegister::chains() {
  return file_.look("register-action.chains", [&]() -> Result<std::vector<KioskChain>> {
    std::vector<std::int64_t> ids;
    auto rows = file_.query("SELECT id FROM kiosk ORDER BY id");
    while (rows.next()) ids.push_back(rows.integer(0));
    std::vector<KioskChain> all;
    for (const auto id : ids) all.push_back(read_chain(file_, id));
    return all;
  });
}

Result<LostRecords> SqliteRegister::declare_lost(const GapGivenUp& given_up, const std::string& reason, const Clerk& clerk) {
  if (auto fine = judge_lost(reason, clerk); !fine) return fail(fine.error());
  return file_.change("register-action.declare-lost", [&]() -> Result<LostRecords> {
    const auto kiosk = kiosk_with(file_, given_up.kiosk_key);
    if (kiosk == 0) return fail(Trouble::NotFound, "lost.no-kiosk", given_up.kiosk_key);
    const auto chain = read_chain(file_, kiosk);
    const auto gap = gap_to_declare(chain.standing, given_up, chain.held_from);
    if (!gap) return fail(gap.error());
    file_
        .query(
            "INSERT INTO lost (id, kiosk, first, last, hash, clerk, recorded, reason) VALUES (?, ?, ?, ?, ?, "
            "?, ?, ?)")
        .with(next_id(file_, "lost"), kiosk, gap->first, gap->last, gap->hash, clerk.name, clerk.now, reason)
        .run();
    return LostRecords{given_up.kiosk_key, gap->first, gap->last, gap->hash, clerk.name, clerk.now, reason};
  });
}

}  // namespace mingting
