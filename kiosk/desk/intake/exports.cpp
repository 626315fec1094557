#include "desk/intake/exports.hpp"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text.hpp"
#include "base/words.hpp"

namespace mingting {
namespace {

using Json = nlohmann::ordered_json;  // members in the order a person reads them

constexpr std::size_t kWidestLabel = 24;  // columns; a longer label gets a line of its own
constexpr std::size_t kMostShown = 1'000'000;
constexpr std::size_t kMostFaultsListed = 200;  // anybody can make a stick that says a million are missing

// ---- text ----

std::size_t columns(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = static_cast<UChar32>(next_code_point(text, at));
    const int kind = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    if (u_getCombiningClass(c) == 0) width += kind == U_EA_WIDE || kind == U_EA_FULLWIDTH ? 2 : 1;
  }
  return width;
}

std::string one_line(const std::string& text) {
  return clean_input(text, Lines::One, kMostShown);
}

struct Row {
  std::string label, value;
};

std::size_t label_width(const std::vector<Row>& rows) {
  std::size_t width = 0;
  for (const auto& row : rows) {
    const auto wide = columns(row.label);
    if (wide <= kWidestLabel) width = std::max(width, wide);
  }
  return width;
}

/// "  label  first line", further lines below the first.
void append_row(std::string& out, const Row& row, std::size_t width) {
  const auto wide = columns(row.label);
  const std::string indent(2 + width + 2, ' ');
  out += "  " + row.label;
  out += wide <= width ? std::string(width - wide + 2, ' ') : "\n" + indent;
  out += replace_all(row.value, "\n", "\n" + indent) + "\n";
}

std::string moment(Instant instant) {
  return chinese_date(local_date(instant)) + " " + clock_face(instant);
}

std::string received(const OpenedRecord& record) {
  if (!record.clock_doubtful) return moment(record.received);
  return moment(record.received) + fmt::format("（时钟存疑，日期请核实；当时机器时钟显示 {}，第 {} 次开机）",
                                               moment(record.clock), record.start);
}

std::vector<Row> rows_of(const OpenedRecord& record) {
  const Submission& submission = record.submission;
  std::vector<Row> rows{{"编号", one_line(record.number)},
                        {"收到时间", received(record)},
                        {"表单", fmt::format("{}（版本 {}）", one_line(submission.form_title),
                                             one_line(submission.form_version))}};
  if (!submission.about_item.empty()) rows.push_back({"所评内容", one_line(submission.about_item)});
  for (const auto& answer : submission.answers) {
    rows.push_back({one_line(answer.label), clean_input(answer.display, Lines::Many, kMostShown)});
  }
  return rows;
}

/// The local time as written in export.json, in Chinese; as it is when it is none.
std::string made(const OpenedExport& opened) {
  const auto instant = parse_local_time(opened.made);
  return instant ? moment(*instant) : one_line(opened.made);
}

// ---- JSON ----

std::string with_offset(Instant instant) {
  return iso_local_time(instant) + "+08:00";
}

Json json_of(const OpenedRecord& record) {
  const Submission& submission = record.submission;
  Json answers = Json::array();
  for (const auto& answer : submission.answers) {
    answers.push_back(Json{{"field", answer.field},
                           {"label", answer.label},
                           {"value", answer.value},
                           {"display", answer.display}});
  }
  return Json{{"position", record.position},
              {"number", record.number},
              {"received", with_offset(record.received)},
              {"clock_doubtful", record.clock_doubtful},
              {"clock", with_offset(record.clock)},
              {"start", record.start},
              {"code_hash", record.code_hash},
              {"form", submission.form},
              {"form_title", submission.form_title},
              {"form_version", submission.form_version},
              {"rules", submission.rules},
              {"content_release", submission.content_release},
              {"about_item", submission.about_item},
              {"answers", std::move(answers)}};
}

Json json_of(const OpenedExport& opened) {
  Json records = Json::array(), faults = Json::array();
  for (const auto& record : opened.records) records.push_back(json_of(record));
  for (const auto& fault : opened.faults)
    faults.push_back(Json{{"position", fault.position}, {"sentence", worded(fault.what)}});
  return Json{{"format", 1},
              {"kiosk", Json{{"name", opened.kiosk_name},
                             {"key", opened.kiosk_key},
                             {"fingerprint", opened.kiosk_fingerprint}}},
              {"made", opened.made},
              {"records", std::move(records)},
              {"faults", std::move(faults)}};
}

/// Characters that could steer a terminal or turn a line around, and that JSON leaves as they are.
bool is_steering(char32_t c) {
  return (c >= 0x7F && c < 0xA0) || c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

/// They stand in strings alone, so that an escape means the same to whoever parses it.
std::string print(const Json& json) {
  const std::string plain = json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
  std::string safe;
  safe.reserve(plain.size());
  for (std::size_t at = 0; at < plain.size();) {
    const std::size_t start = at;
    const char32_t c = next_code_point(plain, at);
    if (is_steering(c)) safe += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    else safe.append(plain, start, at - start);
  }
  return safe;
}

// ---- finding ----

bool is_folder(FileSystem& files, const Path& path) {
  const auto info = files.info(path);
  return info && info->directory && !info->symlink;
}

}  // namespace

Result<std::vector<Path>> find_exports(FileSystem& files, const Path& path) {
  if (files.exists(path / "export.json") || files.exists(path / "records")) return std::vector<Path>{path};
  const auto names = files.list(path);
  if (!names)
    return fail(names.error().trouble, "打不开文件夹 {}：请核对路径，或确认 U 盘已插好", path.string());
  std::vector<Path> found;
  bool unfinished = false;
  for (const auto& name : *names) {
    if (!is_folder(files, path / name)) continue;
    if (name.starts_with(".mingting-")) {
      unfinished = true;
    } else if (files.exists(path / name / "export.json")) {
      found.push_back(path / name);
    }
  }
  if (!found.empty()) return found;
  if (unfinished)
    return fail(Trouble::NotFound, "{} 里的导出没有写完（U 盘可能拔早了）：请在自助机上重新导出",
                path.string());
  return fail(Trouble::NotFound, "{} 里没有明厅的导出：应有以 mingting- 开头的文件夹", path.string());
}

std::string export_as_text(const OpenedExport& opened) {
  std::string out = fmt::format("自助机 {}  指纹 {}\n导出时间 {}  共 {} 件\n", one_line(opened.kiosk_name),
                                opened.kiosk_fingerprint, made(opened), opened.records.size());
  for (const auto& record : opened.records) {
    out += fmt::format("\n── 第 {} 号 ──\n", record.position);
    const auto rows = rows_of(record);
    const auto width = label_width(rows);
    for (const auto& row : rows) append_row(out, row, width);
  }
  return out;
}

std::string stranger_text(const std::vector<std::string>& strangers) {
  constexpr std::size_t kMostNamed = 10;
  if (strangers.empty()) return "";
  std::vector<std::string> names;
  for (const auto& name : strangers) {
    if (names.size() < kMostNamed) names.push_back(clean_input(name, Lines::One, 80));
  }
  return fmt::format("records 里另有 {} 个不是这份导出的文件，没有读取：{}{}\n", strangers.size(), join(names, "、"),
                     names.size() < strangers.size() ? "……" : "");
}

std::string fault_report(const OpenedExport& opened) {
  if (opened.faults.empty()) return stranger_text(opened.strangers);
  std::string out = fmt::format("自助机 {} 的导出中有 {} 处问题，其余记录不受影响：\n",
                                one_line(opened.kiosk_name), opened.faults.size());
  const auto listed = std::min(opened.faults.size(), kMostFaultsListed);
  for (std::size_t i = 0; i < listed; ++i) {
    out += fmt::format("  第 {} 号：{}\n", opened.faults[i].position, one_line(worded(opened.faults[i].what)));
  }
  if (listed < opened.faults.size()) out += fmt::format("  另有 {} 处，用 --json 看全部\n", opened.faults.size() - listed);
  return out + stranger_text(opened.strangers);
}

std::string export_as_json(const OpenedExport& opened) {
  return print(json_of(opened));
}

std::string exports_as_json(const std::vector<OpenedExport>& exports) {
  Json list = Json::array();
  for (const auto& opened : exports) list.push_back(json_of(opened));
  return print(Json{{"exports", std::move(list)}});
}

}  // namespace mingting
