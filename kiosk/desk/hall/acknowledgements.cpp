// Kiosks are named as the office calls them; the file names them by their keys alone.
#include "desk/hall/acknowledgements.hpp"

#include "domain/exchange/acknowledgement.hpp"

namespace mingting {

Result<AcknowledgementsMade> write_acknowledgements(const DeskWork& work, const Path& folder) {
  const auto held = work.book.acknowledgements();
  if (!held) return fail(held.error());
  const auto kiosks = work.book.kiosks();
  if (!kiosks) return fail(kiosks.error());
  AcknowledgementsMade made{folder / "acknowledged.json", {}};
  std::vector<Acknowledged> all;
  for (const auto& each : *held) {
    std::string name;
    for (const auto& kiosk : *kiosks) name = kiosk.key == each.kiosk_key ? kiosk.name : name;
    all.push_back({each.kiosk_key, each.position, each.hash});
    made.kiosks.push_back({name, each.kiosk_key, each.position});
  }
  if (auto folders = work.files.make_folders(folder); !folders) return fail(folders.error());
  const auto text = print_acknowledged(std::move(all));
  if (auto written = write_durably(work.files, made.file, text); !written) return fail(written.error());
  return made;
}

}  // namespace mingting
