#include "desk/intake/add.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/encoding.hpp"
#include "base/text.hpp"
#include "desk/entries/likeness.hpp"
#include "desk/entries/privacy.hpp"
#include "base/words.hpp"
#include "desk/told/case_text.hpp"
#include "desk/register/sqlite/open.hpp"
#include "desk/intake/exports.hpp"
#include "intake/sealing.hpp"

namespace mingting {
namespace {

constexpr std::size_t kMostFaultsListed = 200;
constexpr std::uint64_t kMostKeyFile = 1U << 20U;

std::string clean(std::string_view text) { return clean_input(text, Lines::One, 200); }

/// The first word of a text that is a key: what `mingting status` prints, a key by itself, an export's description.
std::optional<std::string> key_within(std::string text) {
  for (const char* mark : {"\"", "\n", "\r", "\t", ",", "：", ":"}) text = replace_all(std::move(text), mark, " ");
  for (const auto& word : split(text, ' ')) {
    if (from_base64(word, vault::kKeySize)) return word;
  }
  return std::nullopt;
}

// ---- import ---------------------------------------------------------------------------------------------------------

struct Imported {
  std::string kiosk, fingerprint;
  ImportReport report;
  std::vector<std::string> strangers;  ///< files in the export that are no records of it
};

/// What all the exports of a stick gave.
struct ImportTally {
  std::vector<Imported> taken;
  std::vector<std::string> troubles;  ///< exports that could not be taken
};

Error not_enrolled(const OpenedExport& opened) {
  return error_of(Trouble::Untrusted, remark("自助机 {} 还没有登记，它的导出没有收。请到机器前核对指纹 {}，一致的话运行：mingting-desk enrol {} --name 名称",
                      clean(opened.kiosk_name), opened.kiosk_fingerprint, opened.kiosk_key));
}

Result<Imported> import_one(const DeskWork& work, const Path& folder, const std::string& office_key) {
  const auto opened = open_export(work.files, folder, office_key);
  if (!opened) return fail(opened.error());
  auto report = work.book.import(*opened, work.clerk, work.with());
  if (!report && report.error().trouble == Trouble::Untrusted) return fail(not_enrolled(*opened));
  if (!report) return fail(report.error());
  return Imported{opened->kiosk_name, opened->kiosk_fingerprint, std::move(*report), opened->strangers};
}

std::string fault_lines(const std::vector<RecordFault>& faults) {
  std::string text;
  for (std::size_t i = 0; i < std::min(faults.size(), kMostFaultsListed); ++i) {
    text += fmt::format("  第 {} 号：{}\n", faults[i].position, clean_input(worded(faults[i].what), Lines::One, 1000));
  }
  if (faults.size() > kMostFaultsListed) text += fmt::format("  另有 {} 处，用 --json 看全部\n", faults.size() - kMostFaultsListed);
  return text;
}

/// What the clerk must look at before anything else, by entry.
std::string attention(const DeskWork& work, const Entry& entry) {
  if (entry.clock_doubtful) return "机器时钟存疑：请核实收到日期";
  if (entry.kind != EntryKind::Application) return "请答复（feedback answer）";
  const auto others = work.book.of_same_applicant(entry.id);
  if (others) {
    for (const auto& other : *others) {
      const bool alike = other.kind == EntryKind::Application && likeness(entry.applicant.wanted, other.applicant.wanted) >= 0.6;
      if (alike) return fmt::format("与第 {} 件相像（similar {}）", other.id, entry.id);
    }
  }
  return "7 个工作日内看是否要补正";
}

struct AddedList {
  std::string text;
  OrderedJson json = OrderedJson::array();
};

/// The newly added ones, the first of them in words.
Result<AddedList> added_entries(const DeskWork& work, const ImportReport& report) {
  constexpr std::size_t kMostListed = 200;
  TextTable table{{"序号", "编号", "收到", "种类", "申请人", "内容", "先看"}, {}};
  AddedList list;
  ShownEntries shown(work);
  for (const auto id : report.ids) {
    if (table.rows.size() == kMostListed) break;
    const auto held = work.book.entry(id);
    if (!held) return fail(held.error());
    const auto first = attention(work, *held);
    const auto entry = shown.shown(*held);
    table.rows.push_back({std::to_string(id), entry.number, chinese_date(local_date(entry.received)),
                          std::string(named(kEntryKinds, entry.kind).title), shown_applicant(entry),
                          fitted(entry.applicant.wanted, 30), first});
    auto json = entry_json(entry);
    json["attention"] = first;
    list.json.push_back(std::move(json));
  }
  if (!table.rows.empty()) list.text = table_text(table);
  if (report.ids.size() > table.rows.size())
    list.text += fmt::format("另有 {} 件，用 list 看\n", report.ids.size() - table.rows.size());
  return list;
}

OrderedJson faults_json(const std::vector<RecordFault>& faults) {
  auto list = OrderedJson::array();
  for (const auto& fault : faults) list.push_back({{"position", fault.position}, {"sentence", worded(fault.what)}});
  return list;
}

Answered told(const DeskWork& work, const ImportTally& tally) {
  CommandAnswer answer{tally.troubles.empty(), "", ""};
  auto exports = OrderedJson::array();
  for (const auto& one : tally.taken) {
    const auto added = added_entries(work, one.report);
    if (!added) return fail(added.error());
    answer.text += fmt::format("自助机 {}（指纹 {}）：新收 {} 件，原已在登记册 {} 件\n", clean(one.kiosk), one.fingerprint,
                               one.report.added, one.report.held);
    answer.text += added->text;
    if (!one.report.faults.empty()) {
      answer.fine = false;
      answer.text += fmt::format("有 {} 处问题，其余都已收下：\n{}", one.report.faults.size(), fault_lines(one.report.faults));
    }
    answer.text += stranger_text(one.strangers);
    exports.push_back({{"kiosk", one.kiosk},
                       {"fingerprint", one.fingerprint},
                       {"added", one.report.added},
                       {"held", one.report.held},
                       {"entries", added->json},
                       {"faults", faults_json(one.report.faults)},
                       {"other_files", one.strangers}});
  }
  for (const auto& trouble : tally.troubles) answer.text += trouble + "\n";
  answer.json = json_text({{"ok", answer.fine}, {"exports", std::move(exports)}, {"troubles", tally.troubles}});
  return answer;
}

}  // namespace

Answered init_register(FileSystem& files, const Path& file, const Office& office, const Path& content) {
  SqliteRegisterOptions options;
  options.file = file;
  const auto made = create_sqlite_register(files, options, office.site);
  if (!made) return fail(made.error());
  if (const auto calendar = files.read(content / "calendar" / "holidays.csv", 1U << 20U)) {
    if (auto kept = (*made)->keep_calendar_text(*calendar); !kept) return fail(kept.error());
  }
  return CommandAnswer{true,
                       fmt::format("已建立登记册 {}，属于 {}（{}）。请每天备份；下一步用 enrol 登记自助机\n", file.string(), office.agency, office.site),
                       json_text({{"ok", true}, {"register", file.string()}, {"site", office.site}})};
}

Result<std::string> kiosk_key_from(FileSystem& files, const std::string& given) {
  const auto typed = trimmed(given);
  if (from_base64(typed, vault::kKeySize)) return typed;
  const Path path(typed);
  const auto info = files.info(path);
  if (!info) return fail(Trouble::Invalid, "“{}”不是自助机的公钥，也没有这个文件：公钥是 44 个字符，在自助机的导出里；也可以直接给导出文件夹", clean(typed));
  std::vector<Path> sources{path};
  if (info->directory || files.list(path)) {  // a link to a folder as well
    const auto exports = find_exports(files, path);
    if (!exports) return fail(exports.error());
    if (exports->size() > 1) return fail(Trouble::Invalid, "{} 里有几个导出，请写明是哪一个文件夹", path.string());
    sources = {exports->front() / "export.json"};
  }
  const auto text = files.read(sources.front(), kMostKeyFile);
  if (!text) return fail(text.error().trouble, "读不了 {}（{}）", sources.front().string(), text.error());
  const auto key = key_within(*text);
  if (!key) return fail(Trouble::Invalid, "{} 里没有自助机的公钥", sources.front().string());
  return *key;
}

Answered enrol_kiosk(const DeskWork& work, const std::string& given, const std::string& name, const std::string& expected) {
  const auto key = kiosk_key_from(work.files, given);
  if (!key) return refused_or_failed(key.error());
  const auto fingerprint = vault::key_fingerprint(*key);
  if (!expected.empty() && ascii_lower(trimmed(expected)) != fingerprint) {
    return refused(fmt::format("指纹不一致，没有登记：这把公钥的指纹是 {}，机器上看到的是 {}", fingerprint, clean(expected)));
  }
  const auto kiosks = work.book.kiosks();
  if (!kiosks) return fail(kiosks.error());
  const auto called = clean(name).empty() ? fmt::format("自助机 {}", kiosks->size() + 1) : clean(name);
  if (auto done = work.book.enrol(*key, called, work.clerk); !done) return refused_or_failed(done.error());
  return CommandAnswer{
      true,
      fmt::format("已登记自助机“{}”，指纹 {}\n{}", called, fingerprint,
                  expected.empty() ? "请到机器前面运行 mingting status，把指纹逐字核对；不一致就不要收它的导出\n" : "与机器上的指纹一致\n"),
      json_text({{"ok", true}, {"key", *key}, {"fingerprint", fingerprint}, {"name", called}, {"compared", !expected.empty()}})};
}

Answered list_kiosks(const DeskWork& work) {
  const auto kiosks = work.book.kiosks();
  if (!kiosks) return fail(kiosks.error());
  TextTable table{{"名称", "指纹", "登记日期", "登记人"}, {}};
  auto list = OrderedJson::array();
  for (const auto& kiosk : *kiosks) {
    const auto fingerprint = vault::key_fingerprint(kiosk.key);
    table.rows.push_back({kiosk.name, fingerprint, chinese_date(local_date(kiosk.enrolled)), kiosk.enrolled_by});
    list.push_back({{"name", kiosk.name}, {"key", kiosk.key}, {"fingerprint", fingerprint},
                    {"enrolled", iso_date(local_date(kiosk.enrolled))}, {"by", kiosk.enrolled_by}});
  }
  return CommandAnswer{true, kiosks->empty() ? "还没有登记自助机，用 enrol 登记\n" : table_text(table),
                       json_text({{"ok", true}, {"kiosks", std::move(list)}})};
}

Answered import_exports(const DeskWork& work, const Path& where, const std::string& office_key) {
  const auto folders = find_exports(work.files, where);
  if (!folders) return fail(folders.error());
  ImportTally tally;
  for (const auto& folder : *folders) {
    auto imported = import_one(work, folder, office_key);
    if (imported) tally.taken.push_back(std::move(*imported));
    else tally.troubles.push_back(clean_input(worded(imported.error()), Lines::One, 2000));
  }
  if (tally.taken.empty()) return fail("{}", join(tally.troubles, "\n"));
  return told(work, tally);
}

}  // namespace mingting
