// Kiosks are named as the office calls them; the file names them by their keys alone.
#include "desk/hall/acknowledgements.hpp"

#include <algorithm>

#include "domain/exchange/acknowledgement.hpp"

namespace mingting {
namespace {

constexpr std::uint64_t kMostFile = 16U << 20;

std::uint64_t furthest(const std::vector<Acknowledged>& all, const std::string& key) {
  std::uint64_t position = 0;
  for (const auto& each : all)
    position = each.kiosk_key == key ? std::max(position, each.position) : position;
  return position;
}

std::uint64_t furthest(const ChainStanding& standing) {
  std::uint64_t position = 0;
  for (const auto& place : standing.whole) position = std::max(position, place.position);
  return position;
}

/// What the file said before: a register that was put back from an older backup does not reach there any
/// more.
std::vector<Acknowledged> said_before(const DeskWork& work, const Path& file) {
  const auto text = work.files.read(file, kMostFile);
  if (!text) return {};
  return parse_acknowledged(*text).value_or(std::vector<Acknowledged>{});
}

}  // namespace

Result<AcknowledgementsMade> write_acknowledgements(const DeskWork& work, const Path& folder) {
  auto chains = work.book.chains();
  if (!chains) return fail(chains.error());
  AcknowledgementsMade made{folder / "acknowledged.json", {}};
  const auto before = said_before(work, made.file);
  std::vector<Acknowledged> all;
  for (auto& chain : *chains) {
    auto told = acknowledged_of(chain.kiosk.key, chain.standing);
    all.insert(all.end(), told.begin(), told.end());
    const auto reached = furthest(chain.standing), said = furthest(before, chain.kiosk.key);
    const bool back = said > reached && chain.standing.gaps.empty() && !chain.standing.fork && !chain.standing.to_compare;
    if (told.empty() && chain.standing.gaps.empty() && !back && !chain.standing.to_compare) continue;
    made.kiosks.push_back({std::move(chain), std::move(told), back ? said : 0});
  }
  if (auto folders = work.files.make_folders(folder); !folders) return fail(folders.error());
  const auto text = print_acknowledged(std::move(all));
  if (auto written = write_durably(work.files, made.file, text); !written) return fail(written.error());
  return made;
}

}  // namespace mingting
