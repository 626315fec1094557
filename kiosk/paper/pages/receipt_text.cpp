// The texts of a receipt, the same in either shape.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

#include "base/said/words.hpp"
#include "base/text/text.hpp"
#include "paper/pages/receipt_layout.hpp"
#include "paper/pdf/qr.hpp"

namespace mingting {
namespace {

constexpr std::array kNeeded{
    "title", "number", "code", "received", "matter", "applicant", "about", "due", "promised", "due_provisional", "clock_doubtful",
    "countersign", "countersign_name", "countersign_date", "next", "keep", "office", "phone", "address"};

constexpr double kDot = 72.0 / 203;

/// The English date is never torn apart at a line's end.
std::string long_date(Date date, bool english) {
  return english ? fmt::format("{} {}", english_weekday(date), replace_all(english_date(date), " ", "\u00a0"))
                 : fmt::format("{} {}", chinese_date(date), chinese_weekday(date));
}

std::string moment(Instant instant, bool english) {
  return long_date(local_date(instant), english) + (english ? ", " : " ") + clock_face(instant);
}

void add(std::vector<Row>& rows, Row row) {
  if (!trimmed(row.value).empty()) rows.push_back(std::move(row));
}

/// Says what 〓 stands for.
std::string note_on_missing(const PaperFaces& faces, const Receipt& receipt, const PaperWords& words) {
  std::string all = receipt.number.text + receipt.code.text + receipt.matter + receipt.applicant + receipt.office +
                    receipt.office_phone + receipt.hall + receipt.address + receipt.about + join(receipt.next, "") +
                    join(worded_each(receipt.counted), "");
  for (const auto& [key, word] : words) all += word;
  const auto names = missing_codes(faces, all);
  if (names.empty()) return "";
  const auto sentence = words.find("missing");
  return replace_all(sentence == words.end() ? "〓 = {characters}" : sentence->second, "{characters}", join(names, " "));
}

double module_size(std::size_t modules, double side) {
  return std::max(1.0, std::floor(side / static_cast<double>(modules) / kDot)) * kDot;
}

}  // namespace

std::vector<std::string> missing_paper_words(const PaperWords& words) {
  std::vector<std::string> missing;
  std::copy_if(kNeeded.begin(), kNeeded.end(), std::back_inserter(missing),
               [&](const char* key) { return !words.contains(key); });
  return missing;
}

std::string ReceiptText::word(const std::string& key) const {
  const auto found = words.find(key);
  return found == words.end() ? "" : found->second;
}

std::vector<Row> ReceiptText::facts() const {
  const bool english = receipt.english;
  std::vector<Row> rows;
  add(rows, {word("matter"), receipt.matter, "", true});
  add(rows, {word("applicant"), receipt.applicant, "", false});
  add(rows, {word("about"), receipt.about, "", false});
  add(rows, {word("received"), moment(receipt.received, english), receipt.clock_doubtful ? word("clock_doubtful") : "", false});
  if (receipt.due) {
    auto how = worded_each(receipt.counted);
    if (receipt.due_provisional) how.push_back(word("due_provisional"));
    const auto label = word(receipt.promised ? "promised" : "due");
    add(rows, {label, long_date(*receipt.due, english), join(how, english ? " " : ""), true});
  }
  return rows;
}

std::vector<std::string> ReceiptText::steps() const {
  auto steps = receipt.next;
  const auto sign = word("sign");
  if (receipt.countersign && !sign.empty()) steps.insert(steps.begin(), sign);
  return steps;
}

std::vector<Row> ReceiptText::contact() const {
  std::vector<Row> rows;
  add(rows, {word("office"), receipt.office, "", false});
  add(rows, {word("phone"), receipt.office_phone, "", false});
  add(rows, {word("address"), receipt.address, "", false});
  return rows;
}

Result<ReceiptText> receipt_text(const PaperFaces& faces, const Receipt& receipt, const PaperWords& words) {
  if (const auto missing = missing_paper_words(words); !missing.empty()) {
    return fail(Trouble::Invalid, "printed-page.no-words", join(missing, "\", \""));
  }
  auto code = qr_modules(receipt.number.text + " " + receipt.code.text);
  if (!code) return fail(code.error());
  return ReceiptText{receipt, words, note_on_missing(faces, receipt, words), std::move(*code)};
}

double qr_side(const std::vector<std::vector<bool>>& modules, double side) {
  return module_size(modules.size(), side) * static_cast<double>(modules.size());
}

Shape qr_shape(const std::vector<std::vector<bool>>& modules, double x, double y, double side) {
  const double size = module_size(modules.size(), side);
  Shape shape;
  for (std::size_t row = 0; row < modules.size(); ++row) {
    const auto& line = modules[row];
    for (std::size_t start = 0; start < line.size();) {
      std::size_t end = start;
      while (end < line.size() && line[end]) ++end;
      if (end > start) {
        shape.push_back({x + static_cast<double>(start) * size, y + static_cast<double>(row) * size,
                         static_cast<double>(end - start) * size, size});
      }
      start = std::max(end, start + 1);
    }
  }
  return shape;
}

}  // namespace mingting
